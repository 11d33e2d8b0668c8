"""Where files are found: in a checkout, in an installed wheel, in the user's account."""

from pathlib import Path

import pytest

from wargame.store import paths

HOME = Path("/home/ana")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Package folder of a checkout."""
    for mark in paths.CHECKOUT_MARKS:
        (tmp_path / mark).touch()
    (tmp_path / "wargame").mkdir()
    return tmp_path / "wargame"


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """Package folder of an installed wheel."""
    (tmp_path / "wargame").mkdir()
    return tmp_path / "wargame"


def test_a_checkout_is_read_in_place(checkout: Path) -> None:
    """Scenarios and assets of a checkout are those beside the package."""
    assert paths.data_of(checkout) == checkout.parent


def test_a_wheel_carries_its_data(installed: Path) -> None:
    """Scenarios and assets of a wheel are inside the package."""
    assert paths.data_of(installed) == installed / "_data"


def test_a_folder_with_one_mark_is_no_checkout(installed: Path) -> None:
    """Another project's pyproject.toml beside an installed package does not make a checkout."""
    (installed.parent / "pyproject.toml").touch()
    assert paths.checkout_of(installed) is None


def test_saves_go_where_the_user_says(checkout: Path) -> None:
    """$WARGAME_SAVES comes first."""
    assert paths.saves_of(checkout, {"WARGAME_SAVES": "/games"}, "linux", HOME) == Path("/games")


def test_saves_of_a_checkout_stay_in_it(checkout: Path) -> None:
    """Without the variable, or with an empty one, a checkout keeps its saves."""
    assert paths.saves_of(checkout, {"WARGAME_SAVES": ""}, "linux", HOME) == checkout.parent / "saves"


def test_saves_of_a_wheel_go_to_the_users_data(installed: Path) -> None:
    """A wheel's folder may be read-only and vanishes with an update."""
    place = paths.saves_of(installed, {}, "linux", HOME)
    assert place == HOME / ".local" / "share" / "tripwire-wargame" / "saves"


def test_a_relative_saves_folder_means_the_present_one(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The answer is absolute, so a later change of folder does not move the saves."""
    monkeypatch.chdir(tmp_path)
    assert paths.saves_of(installed, {"WARGAME_SAVES": "mine"}, "linux", HOME) == tmp_path / "mine"


def test_this_package_finds_its_own_folders(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests run in a checkout: all folders are siblings there."""
    monkeypatch.delenv("WARGAME_SAVES", raising=False)
    root = Path(__file__).resolve().parents[2]
    assert paths.scenarios_folder() == root / "scenarios"
    assert paths.assets_folder() == root / "assets"
    assert paths.saves_folder() == root / "saves"

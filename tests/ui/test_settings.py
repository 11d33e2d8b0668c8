"""Settings: kept whole, read again, and never a reason not to start."""

import json
from pathlib import Path

import pytest

from wargame.ui.settings import ASIDE, USUAL, Extent, Settings, SettingsFile, first_settings
from wargame.ui.theme.palette import PaletteName


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    """A file in a folder that does not exist yet."""
    return SettingsFile(tmp_path / "deep" / "settings.json")


def test_what_was_kept_is_read_again(file: SettingsFile) -> None:
    """And nothing but the file is left behind."""
    chosen = Settings(percent=125, palette=PaletteName.COLOUR_BLIND, width=1600, height=900, extent=Extent.FULL)
    file.write(chosen)
    assert SettingsFile(file.path).read(USUAL) == chosen
    assert [path.name for path in file.path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_the_usual_settings_hold(file: SettingsFile) -> None:
    """Without a word: this is the first start."""
    assert file.read(USUAL) == USUAL
    assert file.complaint == ""


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"[1]",
        b"\xff\xfe\x00",
        b'{"percent": 500}',
        b'{"percent": "100"}',
        b'{"percent": 99.5}',
        b'{"palette": "pink"}',
        b'{"width": -1}',
        b"9" * 100_000,
        b"[" * 50_000,
    ],
)
def test_a_damaged_file_is_put_aside_and_told_in_one_line(file: SettingsFile, damage: bytes) -> None:
    """What it held is kept, the usual settings hold, the next start is quiet."""
    file.path.parent.mkdir()
    file.path.write_bytes(damage)
    assert file.read(USUAL) == USUAL
    assert file.complaint.startswith(str(file.path))
    assert "\n" not in file.complaint
    assert (file.path.parent / ASIDE).read_bytes() == damage
    assert SettingsFile(file.path).read(USUAL) == USUAL


def test_keys_of_a_later_release_are_passed_over(file: SettingsFile) -> None:
    """Going back to an older game loses nothing that it knows."""
    file.path.parent.mkdir()
    file.path.write_text(json.dumps({"percent": 150, "rumble": True}), "utf-8")
    assert file.read(USUAL) == Settings(percent=150)


def test_a_folder_in_the_way_is_told_and_stops_nothing(file: SettingsFile) -> None:
    """Neither reading nor writing."""
    file.path.mkdir(parents=True)
    (file.path / "x").touch()
    assert file.read(USUAL) == USUAL
    file.complaint = ""
    file.path.with_suffix(".new").mkdir()
    file.write(Settings())
    assert "\n" not in file.complaint
    assert file.complaint != ""


@pytest.mark.parametrize(
    ("screen", "percent", "window"),
    [
        ((1024, 600), 100, (1024, 600)),
        ((1366, 768), 100, (1280, 720)),
        ((1920, 1080), 125, (1536, 864)),
        ((2560, 1440), 150, (2048, 1152)),
        ((3840, 2160), 200, (3072, 1728)),
    ],
)
def test_the_first_start_fits_the_screen(screen: tuple[int, int], percent: int, window: tuple[int, int]) -> None:
    """Letters grow with the screen, and the window never outgrows it."""
    chosen = first_settings(screen)
    assert (chosen.percent, (chosen.width, chosen.height)) == (percent, window)

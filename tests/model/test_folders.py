"""Folders of the user's account, on each system, and the cache that must always be had."""

import os
import tempfile
from pathlib import Path

import pytest

from wargame.model import folders
from wargame.model.folders import Purpose, user_folder

HOME = Path("/home/ana")


@pytest.mark.parametrize(
    ("purpose", "platform", "environ", "expected"),
    [
        (Purpose.DATA, "linux", {}, "/home/ana/.local/share/tripwire-wargame"),
        (Purpose.CACHE, "linux", {}, "/home/ana/.cache/tripwire-wargame"),
        (Purpose.DATA, "linux", {"XDG_DATA_HOME": "/d"}, "/d/tripwire-wargame"),
        (Purpose.CACHE, "linux", {"XDG_CACHE_HOME": "/c"}, "/c/tripwire-wargame"),
        (Purpose.CACHE, "linux", {"XDG_CACHE_HOME": "c"}, "/home/ana/.cache/tripwire-wargame"),
        (Purpose.DATA, "darwin", {}, "/home/ana/Library/Application Support/tripwire-wargame"),
        (Purpose.CACHE, "darwin", {}, "/home/ana/Library/Caches/tripwire-wargame"),
        (Purpose.DATA, "win32", {"APPDATA": "/roam"}, "/roam/tripwire-wargame"),
        (Purpose.DATA, "win32", {}, "/home/ana/AppData/Roaming/tripwire-wargame"),
        (Purpose.CACHE, "win32", {"LOCALAPPDATA": "/local"}, "/local/tripwire-wargame/cache"),
    ],
)
def test_each_system_has_its_custom(purpose: Purpose, platform: str, environ: dict[str, str], expected: str) -> None:
    """XDG on Linux, Library on macOS, APPDATA on Windows; a relative XDG path is ignored."""
    assert user_folder(purpose, environ, platform, HOME) == Path(expected)


def test_the_cache_goes_where_the_user_says() -> None:
    """$WARGAME_CACHE comes before the custom of the system."""
    assert folders.wanted_cache_folder({"WARGAME_CACHE": "/fast"}, "linux", HOME) == Path("/fast")
    assert folders.wanted_cache_folder({"WARGAME_CACHE": ""}, "linux", HOME) == HOME / ".cache" / "tripwire-wargame"


def test_the_cache_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for the cache can write to it at once, and asking leaves nothing in it."""
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path / "deep" / "cache"))
    assert folders.cache_folder() == tmp_path / "deep" / "cache"
    assert list(folders.cache_folder().iterdir()) == []


@pytest.fixture
def blocked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose wanted cache cannot be made (a file is in the way); returns its temporary folder."""
    (tmp_path / "file").touch()
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path / "file" / "cache"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tmp_path / "temporary"


def test_a_cache_that_cannot_be_written_gives_way_to_a_private_temporary_one(blocked: Path) -> None:
    """The game starts on a read-only home; the same folder is found again at the next start."""
    first = folders.cache_folder()
    assert first.parent == blocked
    assert folders.cache_folder() == first
    assert os.name == "nt" or first.stat().st_mode & 0o077 == 0


def test_a_temporary_cache_open_to_others_is_not_taken(blocked: Path) -> None:
    """Compiled rules are code: a folder into which others can write, or a link to one, is left alone."""
    first = folders.cache_folder()
    first.chmod(0o777)
    second = folders.cache_folder()
    assert second != first
    first.rmdir()
    first.symlink_to(second)
    assert folders.cache_folder() not in (first, second)


def test_an_unknown_home_gives_a_temporary_cache(blocked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system knows no home, no folder called ~ is made in the present one."""
    monkeypatch.delenv("WARGAME_CACHE")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(folders, "home_folder", lambda: Path("~"))
    monkeypatch.chdir(blocked)
    assert folders.cache_folder().parent == blocked
    assert not (blocked / "~").exists()

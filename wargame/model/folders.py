"""Folders of the user's account: where programs keep data and caches on each system.

Pure but for `cache_folder`, which makes the folder that it returns.
"""

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import assert_never

APP_FOLDER = "tripwire-wargame"
CACHE_VARIABLE = "WARGAME_CACHE"
PRIVATE_MODE = 0o700  # only the owner may read, write and enter


class Purpose(Enum):
    """What a folder is for: kept data, or a cache that may be deleted at any time."""

    DATA = "data"
    CACHE = "cache"


def user_folder(purpose: Purpose, environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Folder of this game in the user's account, by the custom of the system; it may not exist.

    `platform` is a value of `sys.platform`. `home` is used where the environment names no folder.
    """
    match platform:
        case "win32":
            return _windows_folder(purpose, environ, home)
        case "darwin":
            return _mac_folder(purpose, home)
        case _:
            return _xdg_folder(purpose, environ, home)


def named_folder(variable: str, environ: Mapping[str, str]) -> Path | None:
    """Absolute folder that an environment variable names, or None where it is unset or empty."""
    value = environ.get(variable, "")
    return Path(os.path.expanduser(value)).absolute() if value else None


def home_folder() -> Path:
    """Home of the user; the relative path `~` where the system knows none."""
    return Path(os.path.expanduser("~"))


def wanted_cache_folder(environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Cache folder to be used if it can be written: $WARGAME_CACHE, else the user's own."""
    return named_folder(CACHE_VARIABLE, environ) or user_folder(Purpose.CACHE, environ, platform, home)


def cache_folder() -> Path:
    """Existing folder that this process can write to, for what can be computed again.

    It is the wanted one, else a private folder among the system's temporary files: compiled rules are loaded
    from here, so one that another user could have filled is never taken.
    """
    wanted = wanted_cache_folder(os.environ, sys.platform, home_folder())
    if wanted.is_absolute() and _is_writable(wanted):
        return wanted
    shared = Path(tempfile.gettempdir(), f"{APP_FOLDER}-{_user_number()}")
    if _is_private(shared):
        return shared
    return Path(tempfile.mkdtemp(prefix=f"{APP_FOLDER}-"))


def _windows_folder(purpose: Purpose, environ: Mapping[str, str], home: Path) -> Path:
    match purpose:
        case Purpose.DATA:
            return Path(environ.get("APPDATA") or home / "AppData" / "Roaming", APP_FOLDER)
        case Purpose.CACHE:
            return Path(environ.get("LOCALAPPDATA") or home / "AppData" / "Local", APP_FOLDER, "cache")
        case _:
            assert_never(purpose)


def _mac_folder(purpose: Purpose, home: Path) -> Path:
    match purpose:
        case Purpose.DATA:
            return home / "Library" / "Application Support" / APP_FOLDER
        case Purpose.CACHE:
            return home / "Library" / "Caches" / APP_FOLDER
        case _:
            assert_never(purpose)


def _xdg_folder(purpose: Purpose, environ: Mapping[str, str], home: Path) -> Path:
    match purpose:
        case Purpose.DATA:
            variable, default = "XDG_DATA_HOME", home / ".local" / "share"
        case Purpose.CACHE:
            variable, default = "XDG_CACHE_HOME", home / ".cache"
        case _:
            assert_never(purpose)
    base = Path(environ.get(variable, ""))
    return (base if base.is_absolute() else default) / APP_FOLDER  # the XDG rules ignore a relative path


def _is_writable(folder: Path) -> bool:
    """Whether a file can be written there; makes the folder. Tried, as permissions alone do not tell."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_private(folder: Path) -> bool:
    """Whether the folder is the user's alone; makes it so where it is absent."""
    try:
        folder.mkdir(mode=PRIVATE_MODE, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    if os.name == "nt":
        return _is_writable(folder)  # the temporary folder of Windows is already the user's alone
    others = stat.S_IMODE(found.st_mode) & ~PRIVATE_MODE
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid() and not others


def _user_number() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0

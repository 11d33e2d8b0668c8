"""Where the game's files are: in a checkout, in an installed wheel, in the user's account.

A checkout is read in place. A wheel carries its data in `wargame/_data`.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from wargame.model.folders import Purpose, cache_folder, home_folder, named_folder, user_folder

__all__ = [
    "assets_folder",
    "cache_folder",
    "checkout_of",
    "data_of",
    "saves_folder",
    "saves_of",
    "scenarios_folder",
]

PACKAGE = Path(__file__).resolve().parent.parent
SAVES_VARIABLE = "WARGAME_SAVES"
CHECKOUT_MARKS = ("pyproject.toml", "play.py")
SAVES = "saves"


def checkout_of(package: Path) -> Path | None:
    """Root of the checkout that holds this package folder, or None for an installed one."""
    root = package.parent
    return root if all((root / mark).is_file() for mark in CHECKOUT_MARKS) else None


def data_of(package: Path) -> Path:
    """Folder that holds `scenarios` and `assets` for this package folder."""
    return checkout_of(package) or package / "_data"


def saves_of(package: Path, environ: Mapping[str, str], platform: str, home: Path) -> Path:
    """Folder of saves: $WARGAME_SAVES, else `saves` of the checkout, else the user's data folder."""
    named = named_folder(SAVES_VARIABLE, environ)
    if named is not None:
        return named
    base = checkout_of(package) or user_folder(Purpose.DATA, environ, platform, home)
    return base / SAVES


def scenarios_folder() -> Path:
    """Folder of the scenarios shipped with the game."""
    return data_of(PACKAGE) / "scenarios"


def assets_folder() -> Path:
    """Folder of the maps, fonts and pictures shipped with the game."""
    return data_of(PACKAGE) / "assets"


def saves_folder() -> Path:
    """Folder where games are kept; it may not exist yet."""
    return saves_of(PACKAGE, os.environ, sys.platform, home_folder())

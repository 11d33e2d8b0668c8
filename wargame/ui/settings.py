"""Settings of the window, kept in a small file in the user's data folder.

A damaged file never stops the game: it is put aside under another name, and the usual settings hold.
"""

from __future__ import annotations

import os
import sys
from enum import Enum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wargame.catalogue import _
from wargame.model.folders import Purpose, home_folder, user_folder
from wargame.ui.theme.palette import PaletteName
from wargame.ui.theme.theme import LARGEST_PERCENT, SMALLEST_PERCENT

FILE = "settings.json"
ASIDE = "settings-damaged.json"
LARGEST_BYTES = 64 << 10
SMALLEST_SIDE, LARGEST_SIDE = 320, 16384  # pixels of a window
FIRST_PERCENTS = (200, 150, 125, 100)  # scales tried at the first start
FIRST_HIGH = 860  # logical units that the screen has to be high at such a scale
FIRST_SHARE = 0.8  # of the screen, for the first window


class Extent(Enum):
    """How much of the screen the window takes."""

    WINDOW = "a window"
    FULL = "the whole screen"


class Reasons(Enum):
    """When the reasons of AIs can be read."""

    AFTER_TURN = "after the turn"
    AT_END = "at the end"


class Settings(BaseModel):
    """What a player chose. Keys of a later release are passed over."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    percent: int = Field(default=100, ge=SMALLEST_PERCENT, le=LARGEST_PERCENT, strict=True)
    palette: PaletteName = PaletteName.DEFAULT
    width: int = Field(default=1280, ge=SMALLEST_SIDE, le=LARGEST_SIDE, strict=True)
    height: int = Field(default=720, ge=SMALLEST_SIDE, le=LARGEST_SIDE, strict=True)
    extent: Extent = Extent.WINDOW
    reasons: Reasons = Reasons.AT_END


USUAL = Settings()


def first_settings(screen: tuple[int, int]) -> Settings:
    """Settings for the first start on a screen of so many pixels: letters that can be read, a window that fills most of it."""
    fitting = (percent for percent in FIRST_PERCENTS if screen[1] * 100 >= FIRST_HIGH * percent)
    width, height = (
        min(max(round(side * FIRST_SHARE), least), max(side, SMALLEST_SIDE), LARGEST_SIDE)
        for side, least in zip(screen, (USUAL.width, USUAL.height), strict=True)
    )
    return Settings(percent=next(fitting, USUAL.percent), width=width, height=height)


class SettingsFile:
    """The file that keeps settings. `complaint` is one line about what went wrong last; empty for nothing."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.complaint = ""

    def read(self, usual: Settings) -> Settings:
        """The settings kept; the usual ones where there are none or they cannot be read."""
        try:
            with self.path.open("rb") as file:
                return Settings.model_validate_json(file.read(LARGEST_BYTES))
        except FileNotFoundError:
            return usual
        except (OSError, ValidationError) as fault:
            self.complaint = self._put_aside(_cause(fault))
            return usual

    def write(self, settings: Settings) -> None:
        """Keep settings, whole or not at all; a full or locked disk is told in `complaint`."""
        fresh = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(settings.model_dump_json(indent=2) + "\n", encoding="utf-8")
            fresh.replace(self.path)
        except OSError as fault:
            self.complaint = _("{file}: settings could not be kept ({cause})").format(
                file=self.path, cause=fault.strerror or fault
            )

    def _put_aside(self, cause: str) -> str:
        aside = self.path.with_name(ASIDE)
        try:
            self.path.replace(aside)
        except OSError:
            return _("{file}: {cause}; the usual settings are used").format(file=self.path, cause=cause)
        return _("{file}: {cause}; the usual settings are used, the file is kept as {aside}").format(
            file=self.path, cause=cause, aside=aside.name
        )


def settings_file() -> SettingsFile:
    """The file of this user."""
    return SettingsFile(user_folder(Purpose.DATA, os.environ, sys.platform, home_folder()) / FILE)


def _cause(fault: OSError | ValidationError) -> str:
    if isinstance(fault, OSError):
        return str(fault.strerror or fault)
    first = fault.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]

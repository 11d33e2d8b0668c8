"""Opening what frames are drawn on: a window of the system, or a surface that nobody sees."""

from __future__ import annotations

import ctypes
import gc
import os
import sys
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from typing import assert_never

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")  # before the display is opened, or Windows blurs it

import pygame

from wargame.catalogue import _
from wargame.store.faults import InputError
from wargame.ui.settings import Extent

MAKES = ("pygame", "pygame-ce")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")  # one of them is set where Linux has a screen
BLIND_DRIVERS = ("offscreen", "dummy")
ONE_HEAP, OWN_PAGES = -8, -3  # M_ARENA_MAX and M_MMAP_THRESHOLD of mallopt(3)
OWN_PAGES_FROM = 128 << 10  # bytes
KEY_REPEAT = (350, 35)  # milliseconds until a held key repeats, and between repeats


class NoDisplay(InputError):
    """There is no screen to open a window on."""


class Display(Enum):
    """Where frames are shown."""

    WINDOW = "a window of the system"
    HEADLESS = "a surface that nobody sees"


def give_memory_back() -> None:
    """Have pictures that are let go return to the system, where that can be told (glibc): else the window holds a sixth more."""
    if sys.platform == "linux":
        tell = getattr(ctypes.CDLL(None), "mallopt", None)
        if tell is not None:
            tell(ONE_HEAP, 1)
            tell(OWN_PAGES, OWN_PAGES_FROM)


def keep_what_is_loaded() -> None:
    """Once the program is loaded: spare the search for cycles its modules, through which it took a tenth of a second each time."""
    gc.collect()
    gc.freeze()


def open_surface(display: Display, size: tuple[int, int], extent: Extent = Extent.WINDOW) -> pygame.Surface:
    """A surface to draw on; raises NoDisplay where there is none."""
    if display is Display.HEADLESS:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    try:
        pygame.display.init()
        pygame.font.init()
        pygame.display.set_caption(_("Tripwire"))
        surface = set_extent(extent, size)
    except pygame.error as fault:
        raise NoDisplay([_("no window can be opened here: {cause}").format(cause=fault)]) from fault
    pygame.key.set_repeat(*KEY_REPEAT)
    pygame.key.start_text_input()
    return surface


def screen_size(display: Display) -> tuple[int, int]:
    """Pixels of the first screen; raises NoDisplay where there is none."""
    if display is Display.HEADLESS:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    elif sys.platform == "linux" and not any(os.environ.get(name) for name in SCREENS):
        raise NoDisplay([_("no window can be opened here: there is no screen")])  # asked first: drivers would complain
    try:
        pygame.display.init()
        if display is Display.WINDOW:
            _refuse_blind_drivers()
        width, height = pygame.display.get_desktop_sizes()[0]
    except (pygame.error, IndexError) as fault:
        raise NoDisplay([_("no window can be opened here: {cause}").format(cause=fault)]) from fault
    return width, height


def _refuse_blind_drivers() -> None:
    """Where there is no screen some systems open a window that nobody sees. Raises NoDisplay; one that was asked for is taken."""
    driver = pygame.display.get_driver()
    if driver in BLIND_DRIVERS and os.environ.get("SDL_VIDEODRIVER") != driver:
        pygame.display.quit()
        raise NoDisplay([_("no window can be opened here: there is no screen")])


def set_extent(extent: Extent, size: tuple[int, int]) -> pygame.Surface:
    """Take the whole screen, or a window of this size."""
    match extent:
        case Extent.WINDOW:
            surface = pygame.display.set_mode(size, pygame.RESIZABLE)
            if surface.get_size() == size:
                return surface
            return pygame.display.set_mode(
                size, pygame.RESIZABLE
            )  # some drivers need a second word after the whole screen
        case Extent.FULL:
            return pygame.display.set_mode(pygame.display.get_desktop_sizes()[0], pygame.FULLSCREEN)
        case _:
            assert_never(extent)


def doubled_makes() -> str:
    """One line of warning where both makes of pygame are installed over each other; empty where all is well."""
    if not all(_is_installed(make) for make in MAKES):
        return ""
    return _("Both {one} and {other} are installed, and each spoils the other: remove one.").format(
        one=MAKES[0], other=MAKES[1]
    )


def _is_installed(make: str) -> bool:
    try:
        version(make)
    except PackageNotFoundError:
        return False
    return True


def system_id() -> int:
    """Number of the window. Asked once: asked at every frame it brought pygame 2.6.1 down under X11."""
    return pygame.display.get_wm_info().get("window", 0)

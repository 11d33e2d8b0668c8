"""Pictures of screens without a window of the system."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from wargame.catalogue import _
from wargame.store.paths import assets_folder
from wargame.ui.clipboard import OwnClipboard
from wargame.ui.gallery import Gallery
from wargame.ui.kit.layers import screen
from wargame.ui.kit.window import Window
from wargame.ui.opening import Display, open_surface
from wargame.ui.theme.palette import PALETTES, PaletteName, Tone
from wargame.ui.theme.theme import Theme

Size = tuple[int, int]


def shoot(path: Path, size: Size, percent: int, palette: PaletteName, fill: Callable[[Window], None]) -> Window:
    """Write a PNG of what `fill` shows in a fresh window, and hand back the window."""
    surface = open_surface(Display.HEADLESS, size)
    window = Window(Theme(PALETTES[palette], percent, assets_folder()), size, OwnClipboard())
    fill(window)
    window.draw(surface)
    pygame.image.save(surface, str(path))
    return window


def fill_with_gallery(window: Window) -> None:
    """Show the gallery and two messages; scale and palette stay as they are."""
    gallery = Gallery(window, lambda _percent: None, lambda _palette: None)
    window.replace(screen(gallery.root))
    window.notify(_("Saved as “Baltic, turn 6”"), Tone.GOOD)
    window.notify(_("Hungary has broken the silence over the draft Enhanced Forward Presence."), Tone.WARN)


def shoot_gallery(path: Path, size: Size, scale: int, palette: PaletteName) -> None:
    """Write a picture of the gallery; scale in per cent."""
    shoot(path, size, scale, palette, fill_with_gallery)

"""Icons: line drawings of 24 by 24 units, drawn at any size in any colour, cached."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pygame

from wargame.ui.theme.lru import Lru, surface_bytes
from wargame.ui.theme.palette import Colour

ICON_BYTES = 8 << 20
SIZE = re.compile(r'\b(width|height)="24"')


class IconPainter:
    """Icons by name, which is the name of a file without its ending."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pictures: Lru[tuple[str, int, Colour], pygame.Surface] = Lru(ICON_BYTES, surface_bytes)

    def picture(self, name: str, pixels: int, colour: Colour) -> pygame.Surface:
        """Square picture of an icon."""
        return self._pictures.get((name, pixels, colour), lambda: self._drawn(name, pixels, colour))

    def _drawn(self, name: str, pixels: int, colour: Colour) -> pygame.Surface:
        red, green, blue = colour
        drawing = (self._folder / f"{name}.svg").read_text("utf-8")
        drawing = drawing.replace("currentColor", f"#{red:02x}{green:02x}{blue:02x}")
        drawing = SIZE.sub(rf'\1="{pixels}"', drawing)
        return pygame.image.load(io.BytesIO(drawing.encode("utf-8")), "icon.svg").convert_alpha()

"""pygame without screen or sound."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported

import pygame

from wargame.ui.map.counters import forget_cards
from wargame.ui.map.fonts import forget_fonts

DRIVERS = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}


@contextmanager
def without_screen() -> Iterator[None]:
    """While this lasts, pictures can be drawn and saved, and no window opens; where pygame runs already, it goes on."""
    if pygame.display.get_init():
        yield
        return
    before = {name: os.environ.get(name) for name in DRIVERS}
    os.environ.update(DRIVERS)
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode((1, 1))
    try:
        yield
    finally:
        forget_cards()
        forget_fonts()
        pygame.quit()
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value

"""Golden pictures of nine screens of the window: `python -m tests.golden.screens` records them again, after looking.

As for the map: mean colours of blocks, blind to what no eye would see.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pygame

from tests.golden.shots import BLOCK, HERE, SIZE, keep
from wargame.commands.question import scenario_from
from wargame.ui.stills import still
from wargame.ui.theme.palette import PaletteName

SCREENS = ("menu", "setup", "briefing", "draft", "room", "floor", "session", "orders", "debrief")
SCENARIO = "first_steps"


def means_of_screen(name: str) -> np.ndarray:
    """Draw a screen without a display; mean colours by block, x first."""
    with tempfile.TemporaryDirectory() as folder:
        app = still(name, scenario_from(SCENARIO, None), SCENARIO, SIZE, 100, PaletteName.DEFAULT, Path(folder))
        picture = pygame.Surface(SIZE)
        app.window.draw(picture)
    pixels = pygame.surfarray.array3d(picture).astype(float)
    return pixels.reshape(SIZE[0] // BLOCK, BLOCK, SIZE[1] // BLOCK, BLOCK, 3).mean(axis=(1, 3))


def file_of(name: str) -> str:
    """The name of the golden picture of a screen."""
    return f"screen_{name}.png"


def record() -> None:
    """Write every golden picture."""
    for name in SCREENS:
        keep(means_of_screen(name), HERE / file_of(name))


if __name__ == "__main__":
    record()

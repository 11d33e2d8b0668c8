"""Record the golden pictures again: `python -m tests.golden.shots` from the top folder, with the game's environment.

A golden picture keeps the mean colour of every block of 8 by 8 pixels: small, and blind to what no eye would see.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
import pygame

from wargame.store.scenarios import find_scenario, load_scenario
from wargame.ui.headless import without_screen
from wargame.ui.shot import map_of

HERE = Path(__file__).parent
SIZE = (1280, 720)
BLOCK = 8  # px
MOST = 12  # of 255, that a block may differ in a colour
SHARE = 0.0005  # of all blocks, that may differ by more


class Shot(NamedTuple):
    """One picture: of what, and from where."""

    scenario: str
    overlay: str
    zoom: float
    place: str


SHOTS = {
    "map_first_steps.png": Shot("first_steps", "political", 2.0, "LV-RIGA"),
    "map_supply.png": Shot("first_steps", "supply", 4.0, "EE-TALL"),
}


def means_of(shot: Shot) -> np.ndarray:
    """Draw it; mean colours by block, x first."""
    view = map_of(load_scenario(find_scenario(shot.scenario)), SIZE, shot.overlay)
    picture = pygame.Surface(SIZE)
    camera = view.camera.zoomed(shot.zoom, 0, 0).at(*view.board.sites[shot.place].anchor_km)
    view.draw(picture, camera)
    pixels = pygame.surfarray.array3d(picture).astype(float)
    return pixels.reshape(SIZE[0] // BLOCK, BLOCK, SIZE[1] // BLOCK, BLOCK, 3).mean(axis=(1, 3))


def kept(name: str) -> np.ndarray:
    """The golden means."""
    return pygame.surfarray.array3d(pygame.image.load(str(HERE / name))).astype(float)


def keep(means: np.ndarray, file: Path) -> None:
    """Write means as a small picture."""
    picture = pygame.Surface(means.shape[:2])
    pygame.surfarray.blit_array(picture, np.rint(means).astype(np.uint8))
    pygame.image.save(picture, str(file))


def differing(means: np.ndarray, golden: np.ndarray) -> float:
    """The share of blocks that differ by more than an eye would forgive."""
    return float((np.abs(means - golden).max(axis=2) > MOST).mean())


def record() -> None:
    """Write every golden picture."""
    with without_screen():
        for name, shot in SHOTS.items():
            keep(means_of(shot), HERE / name)


if __name__ == "__main__":
    record()

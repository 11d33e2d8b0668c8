"""Soft things of the whole sheet, worked out once on a coarse grid and magnified: glow of coasts and borders, hills."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from wargame.store.paths import assets_folder
from wargame.ui.map.atlas import Atlas, BorderKind
from wargame.ui.map.strokes import Canvas

Field = npt.NDArray[np.float32]

Bytes = npt.NDArray[np.uint8]

CELL_KM = 6.0
FAR_KM = 80.0  # how far the shallow sea reaches out
NEAR_KM = 18.0  # how far surf does
BORDER_KM = 16.0  # how far the shade along a border of states does
BORDER_WIDTH_KM = 14.0
BOXES = 3  # box filters in a row, which make nearly a bell


@dataclass(frozen=True, eq=False)
class Fields:
    """By grid cell, x first. `land` and `surf` fall from 1 far inland to 0 far out; `border` is 1 on a border of states.

    `hills` is the light on the ground, 0 to 255, on a grid of its own; nothing where the file of the relief is absent.
    """

    land: Field
    surf: Field
    border: Field
    hills: Bytes | None
    hills_km: float


@lru_cache(maxsize=2)
def fields_of(atlas: Atlas) -> Fields:
    """The fields of an atlas; they are kept, as they take a while."""
    size = (round(atlas.size_km[0] / CELL_KM), round(atlas.size_km[1] / CELL_KM))
    land = Canvas((0, 0), size)
    for ground in (*atlas.regions.values(), *atlas.context.values()):
        for rings in ground.polygons:
            land.polygon([ring / CELL_KM for ring in rings])
    border = Canvas((0, 0), size)
    for edge in atlas.borders:
        if edge.kind in (BorderKind.COUNTRY, BorderKind.CONTEXT):
            border.stroke(edge.line / CELL_KM, BORDER_WIDTH_KM / CELL_KM)
    mask = land.mask()
    hills = _hills()
    return Fields(
        land=blurred(mask, FAR_KM),
        surf=blurred(mask, NEAR_KM),
        border=blurred(border.mask(), BORDER_KM),
        hills=hills,
        hills_km=atlas.size_km[0] / hills.shape[0] if hills is not None else 1.0,
    )


def _hills() -> Bytes | None:
    try:
        picture = pygame.image.load(str(assets_folder() / "map" / "relief.jpg"))
    except (FileNotFoundError, pygame.error):
        return None  # the map is meant to look fine without
    if picture.get_bitsize() == 8:  # a grey picture: the number of a colour is its brightness
        return np.array(pygame.surfarray.pixels2d(picture), np.uint8)
    return np.ascontiguousarray(pygame.surfarray.array3d(picture)[..., 0])


def blurred(field: Field, km: float) -> Field:
    """The mean around each cell, over a bell about so wide."""
    half = max(1, round(km / CELL_KM / 2))
    for axis in (0, 1) * BOXES:
        field = _boxed(field, half, axis)
    return field


def _boxed(field: Field, half: int, axis: int) -> Field:
    """The mean over a window along one axis, from sums up to each cell."""
    along = field if axis == 0 else field.T
    sums = np.cumsum(np.pad(along, ((half + 1, half), (0, 0)), mode="edge"), axis=0, dtype=np.float64)
    size, wide = along.shape[0], 2 * half + 1
    mean = np.asarray((sums[wide : wide + size] - sums[:size]) / wide, np.float32)
    return mean if axis == 0 else mean.T


def magnified(field: Field | Bytes, cell_px: float, corner: tuple[int, int], size: tuple[int, int]) -> Field:
    """A part of a field at the size of the screen: `size` px from `corner` px of the sheet; between cells in proportion."""
    left, across = _weights(field.shape[0], cell_px, corner[0], size[0])
    top, down = _weights(field.shape[1], cell_px, corner[1], size[1])
    low, high = int(top[0]), int(top[-1]) + 2
    columns = field[left, low:high] * (1 - across)[:, None] + field[left + 1, low:high] * across[:, None]
    return np.asarray(columns[:, top - low] * (1 - down) + columns[:, top - low + 1] * down, np.float32)


def _weights(cells: int, cell_px: float, start: int, count: int) -> tuple[npt.NDArray[np.int64], Field]:
    at = np.clip((start + np.arange(count) + 0.5) / cell_px - 0.5, 0, cells - 1.001)
    first = at.astype(np.int64)
    return first, (at - first).astype(np.float32)

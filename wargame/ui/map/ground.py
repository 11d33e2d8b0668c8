"""The ground of the sheet: its tiles by scale, built where they are missing, put together anew where land changes hands."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import TypeVar

import pygame

from wargame.ui.map.atlas import BorderKind
from wargame.ui.map.board import Board
from wargame.ui.map.camera import Camera
from wargame.ui.map.fields import fields_of
from wargame.ui.map.overlays import Shown, Wash
from wargame.ui.map.tiles import SIDE, Tile, build_tile, compose
from wargame.ui.map.tokens import Palette
from wargame.ui.map.tracing import Edge, Tracing, meets, trace

LEAST_TILES, SPARE_TILES = 16, 1.4  # so many tiles, and so many times those in view, are kept; each takes 1 to 2 MB
MOST_SCALES = 2  # whose geometry is kept

Key = tuple[float, int, int]
"""A tile: its scale, px a km, its column and its row."""
Lay = Callable[[], None]
"""Puts what was built in another thread into its place; to be called by who draws."""
K = TypeVar("K")
V = TypeVar("V")


class Ground:
    """The tiles of a board in one palette. Nothing is built but by `finish` and by the jobs that `job` hands out."""

    def __init__(self, board: Board, ui: float, palette: Palette, shown: Shown) -> None:
        self._board, self._ui, self._palette, self._shown = board, ui, palette, shown
        self._fields = fields_of(board.atlas)
        self._tiles: OrderedDict[Key, Tile] = OrderedDict()
        self._stale: set[Key] = set()  # put together for another situation
        self._tracings: OrderedDict[float, Tracing] = OrderedDict()

    def show(self, shown: Shown) -> None:
        """Show another situation or overlay: tiles on which something of it lies are put together anew."""
        before, self._shown = self._shown, shown
        changed = _changed(before, shown)
        if changed:
            self._stale |= {key for key, tile in self._tiles.items() if self._lies_on(tile, key[0], changed)}

    def _lies_on(self, tile: Tile, scale: float, places: set[str]) -> bool:
        tracing = self._tracings.get(scale)
        if tracing is None:
            return True
        return any(patch.place in places and meets(patch.bounds, tile.bounds) for patch in tracing.land)

    def missing(self, camera: Camera) -> list[Key]:
        """Tiles in view that are not there or not of the present, those in the middle first."""
        keys = [key for key, _at in _in_view(camera) if key not in self._tiles or key in self._stale]
        middle = [side + half / 2 for side, half in zip(camera.corner_px, _size(camera), strict=True)]
        return sorted(
            keys, key=lambda key: abs((key[1] + 0.5) * SIDE - middle[0]) + abs((key[2] + 0.5) * SIDE - middle[1])
        )

    def job(self, key: Key) -> Callable[[], Lay]:
        """The building of a tile, for any thread."""
        shown, kept = self._shown, self._tiles.get(key)

        def build() -> Lay:
            tracing = self._tracing(key[0])
            corner = (key[1] * SIDE, key[2] * SIDE)
            tile = kept or build_tile(tracing, self._fields, corner, self._ui, self._palette)
            fronts = _fronts(tracing, shown)
            whole = compose(tile, tracing, shown.picture.washes, fronts, self._ui, self._palette)
            return lambda: self._lay(key, tile, whole, shown)

        return build

    def _lay(self, key: Key, tile: Tile, whole: pygame.Surface, shown: Shown) -> None:
        tile.whole = whole
        self._tiles[key] = tile
        if shown is self._shown:
            self._stale.discard(key)
        else:
            self._stale.add(key)

    def finish(self, camera: Camera) -> None:
        """Build all that is missing in view, here and now."""
        for key in self.missing(camera):
            self.job(key)()()

    def draw(self, surface: pygame.Surface, camera: Camera) -> None:
        """Draw the tiles in view that are there, as they were last put together."""
        tiles = []
        seen = _in_view(camera)
        for key, at in seen:
            tile = self._tiles.get(key)
            if tile is not None and tile.whole is not None:
                self._tiles.move_to_end(key)  # used last
                tiles.append((tile.whole, at))
        surface.blits(tiles, doreturn=False)
        make_room(self._tiles, max(LEAST_TILES, round(SPARE_TILES * len(seen))))
        self._stale &= self._tiles.keys()

    def rest(self, camera: Camera) -> None:
        """Let go of what other scales than that of a look were put together to; their layers stay."""
        for key, tile in self._tiles.items():
            if key[0] != camera.scale:
                tile.whole = None
                self._stale.add(key)

    def _tracing(self, scale: float) -> Tracing:
        tracing = self._tracings.get(scale)
        if tracing is None:
            tracing = trace(self._board, scale)
            make_room(self._tracings, MOST_SCALES - 1)
            self._tracings[scale] = tracing
        return tracing


def make_room(kept: OrderedDict[K, V], most: int) -> None:
    """Let go of what was not used for longest."""
    while len(kept) > most:
        kept.popitem(last=False)


def _changed(before: Shown, after: Shown) -> set[str]:
    """Places whose ground is drawn otherwise; fronts stand where holders differ, if any land is striped."""
    one, other = before.picture.washes, after.picture.washes
    changed = {place for place in one.keys() | other.keys() if one.get(place) != other.get(place)}
    held, holds = before.situation.holder, after.situation.holder
    if has_fronts(one) != has_fronts(other):
        return set(one.keys() | other.keys() | {""})
    if has_fronts(other):
        changed |= {place for place in held.keys() | holds.keys() if held.get(place) != holds.get(place)}
    return changed


def has_fronts(washes: Mapping[str, Wash]) -> bool:
    """Fronts are drawn where holders are shown."""
    return any(wash.stripes for wash in washes.values())


def _fronts(tracing: Tracing, shown: Shown) -> Iterator[Edge]:
    """Where what is held ends inside the land of one state."""
    if not has_fronts(shown.picture.washes):
        return
    holder = shown.situation.holder
    for edge in tracing.edges[BorderKind.PROVINCE]:
        one, other = edge.sides
        if holder.get(one) != holder.get(other):
            yield edge


def _size(camera: Camera) -> tuple[int, int]:
    return camera.area.width, camera.area.height


def _in_view(camera: Camera) -> list[tuple[Key, tuple[int, int]]]:
    """The tiles that a look needs, each with its place in the window."""
    (left, top), area = camera.corner_px, camera.area
    width, height = camera.sheet_px
    columns = range(max(left, 0) // SIDE, (min(left + area.width, width) - 1) // SIDE + 1)
    rows = range(max(top, 0) // SIDE, (min(top + area.height, height) - 1) // SIDE + 1)
    return [
        ((camera.scale, column, row), (column * SIDE - left + area.x, row * SIDE - top + area.y))
        for column, row in product(columns, rows)
    ]

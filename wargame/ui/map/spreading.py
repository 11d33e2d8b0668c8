"""Where the counters stand on the sheet: small ones first, so that each finds room by its place; then whatever can grows.

A counter never overlaps another, is never far from what it counts, and its middle never lies on land of another side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from wargame.ui.map.board import Board
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.looks import LEAST_CARD, Form, extent
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.stacks import Cluster, Groups, PlacedStack, clusters_of

FAR_SIZE, NEAR_SIZE = 28.0, 46.0  # px at interface scale 1, of a card when the whole sheet is seen, and close by
FAR_SCALE, NEAR_SCALE = 0.15, 0.5  # px a km at interface scale 1, where a card has these sizes
TINY_SCALE, TINY_SHARE = (
    0.1,
    0.6,
)  # px a km at interface scale 1, below which cards shrink with the sheet, down to a share
GAP = 3.0  # px between counters
AWAY = 1.5  # cards: how far the middle of a chip or pip may be from its place
CARD_AWAY = 1.1  # the same of a card
RINGS, SPOKES = 10, 16  # of spots that are tried round a place
LEADER = 0.4  # cards between a counter and its place, from where on a line ties them
FOREIGN = 1.5  # cards that a spot counts as farther off where all of it lies on land of other sides
ELEMENT = 0.4  # the same, where a fleet lies on land, or an army at sea
LAST_RESORT = 8  # times as far is a pip put that finds no room, where a scenario has more places than a sheet has room
TOGETHER = (
    1.3,
    2.0,
    3.0,
    4.5,
)  # cards: places of one camp and land that are nearer share a counter; farther if need be
SMALLER = {Form.CHIP: Form.PIP, Form.CARD: Form.CHIP}  # out of which each form grows
READ_FROM = {
    Form.PIP: 0,
    Form.CHIP: 0,
    Form.CARD: LEAST_CARD,
}  # px: least size of a card for the sake of each form

Points = npt.NDArray[np.float64]
"""A column each: x, y."""


def card_size(scale: float, ui: float) -> int:
    """The size of a card at a scale, px: it grows with the map, but more slowly."""
    nearness = min(max((scale / ui - FAR_SCALE) / (NEAR_SCALE - FAR_SCALE), 0.0), 1.0)
    shrunk = min(max(scale / ui / TINY_SCALE, TINY_SHARE), 1.0)
    return round(ui * shrunk * (FAR_SIZE + (NEAR_SIZE - FAR_SIZE) * nearness))


def _round_about(away: float) -> Points:
    """Spots round a place, in cards."""
    radius, turn = np.meshgrid(np.arange(1, RINGS + 1) * away / RINGS, np.arange(SPOKES) * 2 * math.pi / SPOKES)
    ring = np.array([(radius * np.cos(turn)).ravel(), (radius * np.sin(turn)).ravel()])
    return np.concatenate([np.zeros((2, 1)), ring], axis=1)


NEARBY, FARTHER = _round_about(AWAY), _round_about(AWAY * LAST_RESORT)
ROUND = {Form.CARD: _round_about(CARD_AWAY), Form.CHIP: NEARBY, Form.PIP: NEARBY}


def settled(board: Board, groups: Groups, holdings: Holdings, room: Room, scale: float, size: int) -> Spread:
    """A pip for all formations that stand on the sheet; as few share one as lets each find room by its place."""
    spread = Spread(board, holdings, room, scale, size)
    for together in TOGETHER:
        spread.clear()
        if spread.settle(clusters_of(board, groups, holdings, together * size / scale)):
            break
    return spread


class Spread:
    """The counters of a sheet of `scale` px a km; `size` is that of a card, px. Takes their room."""

    def __init__(self, board: Board, holdings: Holdings, room: Room, scale: float, size: int) -> None:
        self._board, self._holdings, self._room = board, holdings, room
        self._scale, self._size = scale, size
        self._placed: list[tuple[Cluster, Form, Rect]] = []

    def settle(self, clusters: Iterable[Cluster]) -> bool:
        """Each gets a pip by its place; whether each found room there."""
        everything = True
        for cluster in clusters:
            near = self._spot(cluster, Form.PIP, NEARBY)
            rect = near or self._spot(cluster, Form.PIP, FARTHER) or self._home(cluster, Form.PIP)
            self._room.take(rect)
            self._placed.append((cluster, Form.PIP, rect))
            everything = everything and near is not None
        return everything

    def clear(self) -> None:
        """Give all room back."""
        for _cluster, _form, rect in self._placed:
            self._room.release(rect)
        self._placed.clear()

    def grow(self, large: Form, least: int = 0) -> None:
        """Counters of the form before, of a strength or more, become of this one where there is room, the strongest first."""
        if self._size < READ_FROM[large]:
            return
        for row, (cluster, form, rect) in enumerate(self._placed):
            if form is SMALLER[large] and cluster.stack.strength >= least:
                self._placed[row] = self._grown(cluster, form, rect, large)

    def stacks(self) -> list[PlacedStack]:
        """All, as they stand."""
        return [self._standing(*placed) for placed in self._placed]

    def _grown(self, cluster: Cluster, form: Form, rect: Rect, large: Form) -> tuple[Cluster, Form, Rect]:
        self._room.release(rect)
        found = self._spot(cluster, large, ROUND[large])
        self._room.take(found or rect)
        return (cluster, form, rect) if found is None else (cluster, large, found)

    def _spot(self, cluster: Cluster, form: Form, offsets: Points) -> Rect | None:
        """The best free room for a counter: near its place, and not on land of others."""
        left, top, width, height = self._home(cluster, form)
        corners = self._room.kept_inside(np.array([[left], [top]]) + offsets * self._size, (width, height))
        free = self._room.free_among(corners - GAP, (width + 2 * GAP, height + 2 * GAP))
        costs = np.where(free, self._costs(cluster, corners, (width, height)), np.inf)
        for number in np.argsort(costs, kind="stable")[: np.count_nonzero(free)].tolist():
            rect = Rect(float(corners[0, number]), float(corners[1, number]), width, height)
            if self._suits(cluster, rect):
                return rect
        return None

    def _home(self, cluster: Cluster, form: Form) -> Rect:
        """Right on its place."""
        (x, y), (width, height) = self._anchor(cluster), extent(cluster.stack.look(self._size, form))
        return centred(float(x), float(y), width, height)

    def _costs(self, cluster: Cluster, corners: Points, size: tuple[float, float]) -> npt.NDArray[np.float64]:
        """How far off spots are, in cards, and what they lie on."""
        span, anchor = np.array(size)[:, None], self._anchor(cluster)[:, None]
        away = np.hypot(*(corners + span / 2 - anchor)) / self._size
        side = self._holdings.side_of(cluster.stack.camp)
        cover = self._holdings.cover(side, corners / self._scale, (corners + span) / self._scale)
        strange = cover.land if self._holdings.is_sea(cluster.place) else 1 - cover.land
        among_others = self._holdings.is_foreign(side, self._board.sites[cluster.place].anchor_km, ())
        return np.asarray(away + ELEMENT * strange + (0.0 if among_others else FOREIGN) * cover.foreign, np.float64)

    def _suits(self, cluster: Cluster, rect: Rect) -> bool:
        side, (x, y) = self._holdings.side_of(cluster.stack.camp), rect.centre
        return not self._holdings.is_foreign(side, (x / self._scale, y / self._scale), cluster.stack.places)

    def _anchor(self, cluster: Cluster) -> npt.NDArray[np.float64]:
        return np.array(self._board.sites[cluster.place].anchor_km) * self._scale

    def _standing(self, cluster: Cluster, form: Form, rect: Rect) -> PlacedStack:
        x, y = self._anchor(cluster).tolist()
        is_near = rect.grown(LEADER * self._size).meets(Rect(x, y, 0.1, 0.1))
        return PlacedStack(cluster.stack, cluster.stack.look(self._size, form), rect, None if is_near else (x, y))

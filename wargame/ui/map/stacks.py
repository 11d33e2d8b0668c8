"""Which formations share a counter, and the counter with its place on the sheet."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wargame.ui.map.board import Board
from wargame.ui.map.camps import Camp
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.looks import Form, Look, figure_of
from wargame.ui.map.placing import Rect
from wargame.ui.map.situation import Unit


@dataclass(frozen=True)
class Stack:
    """Formations of one camp that are shown by one counter: the strongest first."""

    camp: Camp
    units: tuple[Unit, ...]

    def look(self, size: int, form: Form = Form.CARD) -> Look:
        """Its counter. A stack of one state says which; any other, of which body."""
        codes = {unit.code for unit in self.units}
        code = self.units[0].code if len(codes) == 1 else self.camp.code
        first = self.units[0]
        return Look(first.kind, self.camp.hue, code, figure_of(self.strength), len(self.units), size, form)

    @property
    def strength(self) -> int:
        """Of all together, 1/1000 brigade."""
        return sum(unit.strength for unit in self.units)

    @property
    def places(self) -> frozenset[str]:
        """Where its formations are."""
        return frozenset(unit.place for unit in self.units)


@dataclass(frozen=True)
class PlacedStack:
    """A stack with its counter on the sheet, px; `anchor` is its place, where the counter does not stand on it."""

    stack: Stack
    look: Look
    rect: Rect
    anchor: tuple[float, float] | None


@dataclass(frozen=True)
class Cluster:
    """A stack and the place at which it belongs."""

    stack: Stack
    place: str


Groups = Mapping[tuple[str, Camp], Sequence[Unit]]
"""Formations by place and camp."""


def groups_of(units: Iterable[Unit]) -> Groups:
    """Formations of one camp in one place are never apart."""
    groups: defaultdict[tuple[str, Camp], list[Unit]] = defaultdict(list)
    for unit in units:
        groups[unit.place, unit.camp].append(unit)
    return groups


def stack_of(camp: Camp, units: Iterable[Unit]) -> Stack:
    """The strongest first."""
    return Stack(camp, tuple(sorted(units, key=lambda unit: (-unit.strength, unit.id))))


def clusters_of(board: Board, groups: Groups, holdings: Holdings, apart_km: float) -> list[Cluster]:
    """Groups of one camp that are close together on one land become one, at the place of the strongest. The strongest first."""
    in_order = sorted(groups.items(), key=lambda item: (-_strength(item[1]), item[0][0], item[0][1].hue.value))
    found: list[tuple[str, Camp, list[Unit]]] = []
    for (place, camp), members in in_order:
        near = [
            (away, host)
            for row, (host, whose, _units) in enumerate(found)
            if whose == camp and (away := _distance(board, host, place)) < apart_km
        ]
        joined = next((host for _, host in sorted(near) if holdings.hang_together(host, place, board)), None)
        if joined is None:
            found.append((place, camp, list(members)))
        else:
            next(row[2] for row in found if row[:2] == (joined, camp)).extend(members)
    clusters = [Cluster(stack_of(camp, members), place) for place, camp, members in found]
    return sorted(clusters, key=lambda cluster: -cluster.stack.strength)


def _strength(units: Iterable[Unit]) -> int:
    return sum(unit.strength for unit in units)


def _distance(board: Board, one: str, other: str) -> float:
    return math.dist(board.sites[one].anchor_km, board.sites[other].anchor_km)

"""Who borders on whom, on what length, and what kind of border each arc is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from tools.map import MapError
from tools.map.arcs import Arc
from tools.map.tables import BARRIER, CONTEXT_MARK, Tables

LEAST_LAND_KM: Final = 5.0
"""Regions that touch on less are no neighbours."""

LEAST_WATER_KM: Final = 15.0
"""The same for a coast, and for two seas."""


class Edge(NamedTuple):
    """Two neighbours."""

    a: str
    b: str
    kind: str  # land, coast, sea, strait, crossing
    km: int  # length of the common border; of a strait or crossing, its width


def border_class(arc: Arc, tables: Tables) -> str:
    """What an arc is drawn as: province, country, coast, sea, context, or frame at the edge of the sheet."""
    if len(arc.owners) == 1:
        return "frame"
    seas = sum(owner in tables.seas for owner in arc.owners)
    if seas:
        return "sea" if seas == 2 else "coast"
    if any(owner.startswith(CONTEXT_MARK) for owner in arc.owners):
        return "context"
    a, b = (tables.regions[owner].country for owner in arc.owners)
    return "province" if a == b else "country"


def edges(arcs: Iterable[Arc], tables: Tables) -> list[Edge]:
    """All neighbours, in the order of their ids: those the lines show, and those of the hand tables."""
    measured = _measured(arcs)
    linked = {_pair(link.a, link.b): Edge(*_pair(link.a, link.b), link.kind, link.km) for link in tables.links}
    shown = [_edge(pair, km, tables) for pair, km in measured.items() if pair not in linked]
    found = sorted(edge for edge in [*shown, *linked.values()] if edge is not None and edge.kind != BARRIER)
    _check_seas(found, tables)
    return found


def _measured(arcs: Iterable[Arc]) -> dict[tuple[str, str], float]:
    lengths: dict[tuple[str, str], float] = defaultdict(float)
    for arc in arcs:
        if len(arc.owners) == 2 and not any(owner.startswith(CONTEXT_MARK) for owner in arc.owners):
            lengths[_pair(*arc.owners)] += arc.km
    return lengths


def _edge(pair: tuple[str, str], km: float, tables: Tables) -> Edge | None:
    seas = sum(id in tables.seas for id in pair)
    if km < (LEAST_WATER_KM if seas else LEAST_LAND_KM):
        return None
    return Edge(*pair, ("land", "coast", "sea")[seas], round(km))


def _check_seas(found: Iterable[Edge], tables: Tables) -> None:
    """The hand-checked table of seas and what was found must be one."""
    said = {_pair(edge.a, edge.b) for edge in tables.sea_edges}
    shown = {(edge.a, edge.b) for edge in found if edge.a in tables.seas and edge.b in tables.seas}
    for a, b in sorted(shown - said):
        raise MapError(f"sea_edges.csv: {a} and {b} touch on the map, and no row says so")
    for a, b in sorted(said - shown):
        raise MapError(f"sea_edges.csv: {a} and {b} neither touch on the map nor are linked in straits.csv")


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)

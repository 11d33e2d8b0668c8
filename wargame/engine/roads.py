"""How far every region is from one of them over land, along the ways of the map: for sentences, not for rules."""

from __future__ import annotations

from heapq import heappop, heappush

from wargame.model.columns import column_of
from wargame.model.world import World


def km_to(world: World, goal: int) -> dict[int, int]:
    """Row of each region that can be reached over land, and its distance from the goal in km."""
    first, count = (column_of(world.regions, name).tolist() for name in ("first_edge", "edges"))
    ends, lengths, wet = (column_of(world.edges, name).tolist() for name in ("end", "km", "by_sea"))
    found: dict[int, int] = {}
    open_ = [(0, goal)]
    while open_:
        km, region = heappop(open_)
        if region in found:
            continue
        found[region] = km
        for way in range(first[region], first[region] + count[region]):
            if not wet[way] and ends[way] not in found:
                heappush(open_, (km + lengths[way], ends[way]))
    return found

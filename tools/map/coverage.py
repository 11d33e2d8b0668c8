"""Land and sea as one sheet without gaps or overlaps, on the grid.

All lines are noded together on the grid first, and the faces between them given out afterwards. So two neighbours cannot
disagree about their border, whatever the rounding did to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import shapely

from tools.map import MapError
from tools.map.frame import GRID_KM, frame
from tools.map.land import polygons
from tools.map.tables import Tables
from tools.map.units import Holding

PUDDLE_KM2: Final = 60.0
"""Water smaller than this that no sea reaches becomes land."""

SLIVER_KM2: Final = 2.0
"""Land smaller than this is an artefact of rounding and goes to its neighbour."""

Sheet = dict[str, shapely.Geometry]
"""Ground by id; the grounds together are the frame."""


def lay_out(land: Sequence[Holding], water: Sequence[Holding], tables: Tables) -> Sheet:
    """Ground of every region, context and sea on the grid. Raises MapError where it is no valid coverage."""
    drawn = [*land, *water]
    labelled = _label(_faces([ground for _, ground in drawn]), drawn)
    sheet = _join(_settle(_join(labelled), tables))
    if not shapely.coverage_is_valid(np.array(list(sheet.values()), dtype=object)):
        raise MapError("the grounds overlap or do not fit; look at the borders drawn last")
    shown = {id for id, region in tables.regions.items() if not region.into and id not in tables.boxes}
    for id in sorted((shown | set(tables.seas)) - set(sheet)):
        raise MapError(f"units.csv, cuts.csv, sea_seeds.csv: they leave no ground to {id}")
    return sheet


def _faces(grounds: Iterable[shapely.Geometry]) -> list[shapely.Polygon]:
    lines = [ground.boundary for ground in grounds] + [frame().boundary]
    noded = shapely.union_all(lines, grid_size=GRID_KM)
    return polygons(shapely.polygonize([noded]))


def _label(faces: Sequence[shapely.Polygon], drawn: Sequence[Holding]) -> list[Holding]:
    """Each face with the holder around it, else with the nearest one."""
    tree = shapely.STRtree([ground for _, ground in drawn])
    middles = shapely.point_on_surface(np.array(faces, dtype=object))
    nearest = tree.nearest(middles)
    return [Holding(drawn[at].holder, face) for at, face in zip(nearest, faces, strict=True)]


def _join(held: Iterable[Holding]) -> Sheet:
    grounds: dict[str, list[shapely.Geometry]] = defaultdict(list)
    for holder, ground in held:
        grounds[holder].append(ground)
    return {holder: shapely.coverage_union_all(grounds[holder]) for holder in sorted(grounds)}


def _settle(sheet: Sheet, tables: Tables) -> list[Holding]:
    """Pieces of the sheet, stray ones given to the neighbour that surrounds most of them."""
    pieces = [Holding(holder, part) for holder, ground in sheet.items() for part in polygons(ground)]
    largest = {holder: max(part.area for part in polygons(ground)) for holder, ground in sheet.items()}
    tree = shapely.STRtree([ground for _, ground in pieces])
    holders = [holder for holder, _ in pieces]
    for at in sorted(range(len(pieces)), key=lambda at: -pieces[at].ground.area):
        holder, ground = pieces[at]
        if ground.area == largest[holder] or (holder not in tables.seas and ground.area >= SLIVER_KM2):
            continue
        around = _borders(at, pieces, tree)
        seas = [other for other in around if holders[other] in tables.seas and holders[other] != holder]
        if holder in tables.seas and seas:
            holders[at] = holders[max(seas, key=lambda other: around[other])]
        elif ground.area < (PUDDLE_KM2 if holder in tables.seas else SLIVER_KM2):
            holders[at] = holders[max(around, key=lambda other: around[other])]
    return [Holding(holder, ground) for holder, (_, ground) in zip(holders, pieces, strict=True)]


def _borders(at: int, pieces: Sequence[Holding], tree: shapely.STRtree) -> dict[int, float]:
    """Length of the common border of a piece with each neighbour, in km."""
    edge = pieces[at].ground.boundary
    others = sorted(int(other) for other in tree.query(pieces[at].ground, predicate="intersects") if other != at)
    lengths = {other: edge.intersection(pieces[other].ground.boundary).length for other in others}
    return {other: length for other, length in lengths.items() if length > 0}

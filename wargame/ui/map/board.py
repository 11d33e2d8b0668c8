"""A scenario laid on the atlas: which ground each of its places is drawn as.

A place whose id is on the map is drawn as that ground. Ground of a state of the scenario that is no place of it goes with
the nearest of the state's places, as a small scenario lets one region stand for several. A place whose id is not on the
map is a token at its latitude and longitude, or, beyond the sheet, a box at its edge. All other ground is context.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from wargame.catalogue import _
from wargame.model.lands import Region, Sea
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError, one_line
from wargame.ui.map.atlas import Atlas, Border, BorderKind, Ground, Rings, Town
from wargame.ui.map.projection import on_sheet

Rect = tuple[float, float, float, float]
"""x, y, width, height, km."""

TOKEN_KM = 22.0  # radius of a place that has no ground of its own
BOX_KM = (520.0, 300.0)  # size of a box for a place beyond the sheet
FIRST_BOX_KM = (60.0, 60.0)  # where boxes that the atlas does not place begin, and go on to the right
BOX_GAP_KM = 40.0


class Shape(Enum):
    """How a place is drawn."""

    LAND = "land"
    SEA = "sea"
    TOKEN = "token"
    BOX = "box"


@dataclass(frozen=True)
class Site:
    """A place of the scenario on the sheet."""

    id: str
    title: str
    home: str  # state whose land it is by law; empty for a sea
    shape: Shape
    anchor_km: tuple[float, float]  # where its name and its counters stand best
    radius_km: float  # of free ground round the anchor
    town: Town | None  # by which its ground on the map is named
    polygons: tuple[Rings, ...] = ()
    rect_km: Rect | None = None  # of a box


@dataclass(frozen=True, eq=False)
class Board:
    """The sheet for one scenario. Compared by identity."""

    atlas: Atlas
    sites: dict[str, Site]
    context: tuple[Ground, ...]  # ground that nobody plays
    borders: tuple[Border, ...]  # sides are ids of sites, or of context


def board_of(atlas: Atlas, scenario: Scenario) -> Board:
    """Lay a scenario on the atlas. Raises InputError where no place of it lies on the sheet."""
    places: dict[str, Region | Sea] = {**scenario.regions, **scenario.seas}
    sites = {name: _site(atlas, name, place) for name, place in places.items()}
    if all(site.shape is Shape.BOX for site in sites.values()):
        refusal = _("{scenario}: none of its places lies on the map of Europe")
        raise InputError([one_line(refusal.format(scenario=scenario.title))])
    sites = dict(_with_boxes(sites))
    goes_with = dict(_followers(atlas, sites))
    gathered: defaultdict[str, list[Rings]] = defaultdict(list)
    for ground, site in goes_with.items():
        gathered[site].extend(atlas.regions[ground].polygons)
    sites = {name: replace(site, polygons=(*site.polygons, *gathered[name])) for name, site in sites.items()}
    unplayed = [ground for name, ground in atlas.regions.items() if name not in sites and name not in goes_with]
    borders = tuple(_borders(atlas, sites, goes_with))
    return Board(atlas, sites, (*atlas.context.values(), *unplayed), borders)


def _site(atlas: Atlas, name: str, place: Region | Sea) -> Site:
    """A place, not yet with ground that goes with it; a box may still lack its rectangle."""
    home = place.home if isinstance(place, Region) else ""
    seat = on_sheet(atlas, place.lat, place.lon)
    ground = atlas.regions.get(name) if isinstance(place, Region) else atlas.seas.get(name)
    if ground is not None:
        shape = Shape.LAND if isinstance(place, Region) else Shape.SEA
        return Site(name, place.name, home, shape, ground.label, ground.radius_km, ground.town, ground.polygons)
    boxed = isinstance(place, Region) and place.boxed
    if name in atlas.boxes or boxed or not _lies_on(atlas, seat):
        rect = atlas.boxes[name].rect if name in atlas.boxes else None
        return Site(name, place.name, home, Shape.BOX, (0.0, 0.0), 0.0, None, (), rect)
    return Site(name, place.name, home, Shape.TOKEN, seat, TOKEN_KM, None)


def _lies_on(atlas: Atlas, point: tuple[float, float]) -> bool:
    width, height = atlas.size_km
    return TOKEN_KM <= point[0] <= width - TOKEN_KM and TOKEN_KM <= point[1] <= height - TOKEN_KM


def _with_boxes(sites: Mapping[str, Site]) -> Iterator[tuple[str, Site]]:
    """Every box with its rectangle; those the atlas knows nothing of stand in a row along the upper edge."""
    left, top = FIRST_BOX_KM
    for name, site in sites.items():
        if site.shape is not Shape.BOX:
            yield name, site
            continue
        rect = site.rect_km
        if rect is None:
            rect = (left, top, *BOX_KM)
            left += BOX_KM[0] + BOX_GAP_KM
        yield name, replace(site, rect_km=rect, anchor_km=(rect[0] + rect[2] / 2, rect[1] + rect[3] / 2))


def _followers(atlas: Atlas, sites: Mapping[str, Site]) -> Iterator[tuple[str, str]]:
    """Regions of the atlas that are no place of the scenario, each with the nearest place of the same state."""
    for name, ground in atlas.regions.items():
        if name in sites:
            continue
        own = [site for site in sites.values() if site.shape is Shape.LAND and _state_of(atlas, site) == ground.country]
        if own:
            nearest = min(own, key=lambda site: (math.dist(site.anchor_km, ground.label), site.id))
            yield name, nearest.id


def _state_of(atlas: Atlas, site: Site) -> str:
    """The state of a land site as the atlas has it: land annexed by the scenario draws no neighbours along."""
    ground = atlas.regions[site.id]
    return ground.country if ground.country == site.home else ""


def _borders(atlas: Atlas, sites: Mapping[str, Site], goes_with: Mapping[str, str]) -> Iterator[Border]:
    """The arcs that part something: none inside a place, none between zones that nobody plays."""
    for border in atlas.borders:
        one, other = (goes_with.get(side, side) for side in border.sides)
        if one == other or (border.kind is BorderKind.SEA and not {one, other} <= sites.keys()):
            continue
        yield replace(border, sides=(one, other))

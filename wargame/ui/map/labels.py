"""Names that fit and never overlap: each is tried in several forms and spots, and left out where none is free.

Far off the states are named, nearer the regions; the seas always.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from wargame.ui.map.board import TOKEN_KM, Board, Shape
from wargame.ui.map.fonts import Style, Weight, font, rim_of, width
from wargame.ui.map.mosaic import Mosaic, Piece, Spot
from wargame.ui.map.overlays import Picture
from wargame.ui.map.placing import Rect, Room, centred
from wargame.ui.map.situation import Situation
from wargame.ui.map.tokens import Palette, name_on

REGIONS_FROM = 0.3  # px a km at interface scale 1, from where on regions are named in place of states
STATE_SIZES = (17.0, 14.0, 12.0)  # px at interface scale 1
CODE_SIZES = (12.0, 10.5)  # of the three letters that stand for a state
REGION_SIZES = (14.5, 12.5)
SEA_SIZES = (16.0, 13.0, 11.5)
TOKEN_SIZE = 12.0
NEARER = 1.3  # names of regions and seas grow up to so much when one comes nearer
GROWN_AT = 0.8  # px a km at interface scale 1
MOST_SPOTS = 300  # that suit a name are tried for a form
MARGIN = 2.0  # px kept free round a name

OWN_LAND, FOREIGN_LAND = 0.5, 0.12  # least and most share of a name on its own land and on others'
OWN_SEA, FOREIGN_SEA = 0.9, 0.0


class Form(NamedTuple):
    """One way of writing a name."""

    text: str
    style: Style


@dataclass(frozen=True)
class Label:
    """A name on the sheet, px. Land that hangs together is called by the first of its places."""

    text: str
    style: Style
    rect: Rect
    land: str = ""  # that it is the name of
    spare_for: str = ""  # land that it names where no other name of that is in view

    @property
    def room(self) -> Rect:
        """What it takes of the sheet."""
        return self.rect.grown(MARGIN)


@dataclass(frozen=True)
class Wanted:
    """A name that is to be placed: its forms, the best first, and the places that it may lie in."""

    forms: Sequence[Form]
    places: tuple[str, ...]
    near_km: tuple[float, float]
    own: float
    foreign: float
    piece: Piece | None = None  # of the places, that its middle is to lie in
    land: str = ""  # as of a label
    spare_for: str = ""
    away_km: float = TOKEN_KM  # of a name without places, how far it stands from the point that it is beside


@dataclass(frozen=True, eq=False)
class Lettering:
    """What names are written with and for."""

    board: Board
    mosaic: Mosaic
    situation: Situation
    picture: Picture
    scale: float
    ui: float
    palette: Palette

    def names_states(self) -> bool:
        """States are named, not regions: far off, and where the overlay has a figure for each state."""
        return bool(self.picture.state_figures) or self.is_far()

    def is_far(self) -> bool:
        """The sheet is seen from so far that a state is one piece."""
        return self.scale / self.ui < REGIONS_FROM

    def grown(self, size: float) -> int:
        """A size of letters at this scale, px."""
        along = min(max((self.scale / self.ui - REGIONS_FROM) / (GROWN_AT - REGIONS_FROM), 0.0), 1.0)
        return round(size * self.ui * (1 + (NEARER - 1) * along))


def place_labels(lettering: Lettering, room: Room) -> list[Label]:
    """All names of regions, or far off of states, and of seas, for which there is room. Takes the room."""
    return place_names(_wanted(lettering), lettering, room)


def place_names(names: Iterable[Wanted], lettering: Lettering, room: Room) -> list[Label]:
    """Names for which there is room, those that come first before the others. Takes the room."""
    placed = []
    for wanted in names:
        label = _placed(lettering, wanted, room)
        if label is not None:
            room.take(label.room)
            placed.append(label)
    return placed


def _placed(lettering: Lettering, wanted: Wanted, room: Room) -> Label | None:
    scale, area = lettering.scale, lettering.mosaic.area(wanted.places, wanted.piece)
    for form in wanted.forms:
        size = (
            width(form.text, form.style) + 2 * rim_of(form.style),
            font(form.text, form.style.size, form.style.weight).get_height() + 2 * rim_of(form.style),
        )
        body = (size[0] / scale, form.style.size / scale)
        spots = _beside(wanted, body) if area is None else area.spots(body, wanted.near_km)
        for spot in islice((spot for spot in spots if _suits(spot, wanted)), MOST_SPOTS):
            rect = centred(spot.x_km * scale, spot.y_km * scale, *size)
            rect = Rect(round(rect.left), round(rect.top), *size)
            if room.is_free(rect.grown(MARGIN)):
                style = _inked(lettering, form.style, rect)
                return Label(form.text, style, rect, wanted.land, wanted.spare_for)
    return None


def _inked(lettering: Lettering, style: Style, rect: Rect) -> Style:
    """A style in the ink that can be read on the land under the middle of a name; at sea and on context as it is."""
    place = lettering.mosaic.place_at(*(side / lettering.scale for side in rect.centre))
    wash = None if place is None else lettering.picture.washes.get(place)
    if wash is None:
        return style
    colour, rim = name_on(lettering.palette, wash.fill)
    return style._replace(colour=colour, rim=rim)


def _beside(wanted: Wanted, size: tuple[float, float]) -> Iterator[Spot]:
    """Right of a point, left of it, below and above."""
    (x, y), away = wanted.near_km, wanted.away_km
    down, across = away + size[1] * 0.8, away * 1.2 + size[0] / 2
    for dx, dy in ((across, 0), (-across, 0), (0, down), (0, -down)):
        yield Spot(x + dx, y + dy, 1.0, 0.0)


def _suits(spot: Spot, wanted: Wanted) -> bool:
    return spot.own >= wanted.own and spot.foreign <= wanted.foreign


def _wanted(lettering: Lettering) -> Iterator[Wanted]:
    """The largest first: what is left out should be what matters least."""
    land: Iterable[Wanted] = ()
    if lettering.is_far():
        land = _states(lettering)
    elif not lettering.names_states():
        land = _regions(lettering)
    yield from sorted(land, key=lambda wanted: -_room_of(lettering, wanted))
    yield from _seas(lettering)
    yield from _tokens(lettering)


def _room_of(lettering: Lettering, wanted: Wanted) -> float:
    return sum(lettering.board.sites[place].radius_km ** 2 for place in wanted.places)


def _states(lettering: Lettering) -> Iterator[Wanted]:
    by_state: defaultdict[str, list[str]] = defaultdict(list)
    for site in lettering.board.sites.values():
        if site.shape is Shape.LAND:
            by_state[site.home].append(site.id)
    for state, places in by_state.items():
        sites = [lettering.board.sites[place] for place in places]
        weights = [site.radius_km**2 for site in sites]
        middle = [
            sum(site.anchor_km[k] * w for site, w in zip(sites, weights, strict=True)) / sum(weights) for k in (0, 1)
        ]
        yield Wanted(state_forms(lettering, state), tuple(places), (middle[0], middle[1]), OWN_LAND, FOREIGN_LAND)


def state_forms(lettering: Lettering, state: str) -> list[Form]:
    """The name of a state with its figure, where it has one; by three letters; the figure alone."""
    palette = lettering.palette
    name, figure = lettering.situation.states[state], lettering.picture.state_figures.get(state, "")
    forms = [
        Form(_with(text, figure), Style(lettering.grown(size), palette.name, Weight.STRONG, palette.name_rim))
        for text, sizes in ((name, STATE_SIZES), (state, CODE_SIZES))
        for size in sizes
    ]
    return [*forms, Form(figure, forms[-1].style)] if figure else forms


def _regions(lettering: Lettering) -> Iterator[Wanted]:
    palette = lettering.palette
    for site in lettering.board.sites.values():
        if site.shape is Shape.LAND:
            figure = lettering.picture.figures.get(site.id, "")
            styles = [
                Style(lettering.grown(size), palette.name, Weight.MEDIUM, palette.name_rim) for size in REGION_SIZES
            ]
            forms = [Form(_with(site.title, figure), style) for style in styles]
            if figure:
                forms.append(Form(figure, styles[-1]))
            yield Wanted(forms, (site.id,), site.anchor_km, OWN_LAND, FOREIGN_LAND)


def _seas(lettering: Lettering) -> Iterator[Wanted]:
    palette = lettering.palette
    for site in lettering.board.sites.values():
        if site.shape is Shape.SEA:
            forms = [
                Form(site.title.upper(), Style(size, palette.sea_name, Weight.MEDIUM, palette.sea_rim, size // 7))
                for size in map(lettering.grown, SEA_SIZES)
            ]
            yield Wanted(forms, (site.id,), site.anchor_km, OWN_SEA, FOREIGN_SEA)


def _tokens(lettering: Lettering) -> Iterator[Wanted]:
    """A place that is a token is named beside it, wherever there is room."""
    palette = lettering.palette
    if lettering.names_states():
        return
    for site in lettering.board.sites.values():
        if site.shape is Shape.TOKEN:
            style = Style(lettering.grown(TOKEN_SIZE), palette.name, Weight.MEDIUM, palette.name_rim)
            yield Wanted([Form(site.title, style)], (), site.anchor_km, 0.0, 1.0)


def _with(text: str, figure: str) -> str:
    return f"{text} {figure}" if figure else text

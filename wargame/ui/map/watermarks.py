"""Names of states under those of their regions, large and pale: near by, too, one sees at once whose land it is.

Land that hangs together is named once in every piece as large as a good part of a window.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wargame.ui.map.board import Board, Shape
from wargame.ui.map.fonts import Style, Weight
from wargame.ui.map.labels import Form, Lettering, Wanted, state_forms
from wargame.ui.map.mosaic import Piece

PIECE = (720.0, 440.0)  # px at interface scale 1, of land that is named once
FIGURED_PIECE = (520.0, 320.0)  # the same of land that bears a figure, where no counters stand
SPARE_PIECE = (320.0, 200.0)  # the same, in pieces of which there is one in nearly every view of land
SPARE_SIZES = (21.0, 15.0)  # px at interface scale 1
SIZES = (30.0, 25.0, 21.0, 17.0, 14.0)  # px at interface scale 1
CODE_SIZES = (17.0, 14.0)  # of the three letters that stand for a state
SPACING = 4  # of the size of letters, one part is the room between them
OPACITY = 150  # 0..255
OWN_LAND, OWN_FIGURED, FOREIGN_LAND = 0.72, 0.5, 0.06  # least and most share of a name on its own land and on others'


def watermarks(lettering: Lettering) -> Iterator[Wanted]:
    """The names of all states, in every piece of their land; none where a region bears the name of its state."""
    for state, places in _unnamed(lettering):
        forms = [*_forms(lettering, lettering.situation.states[state], SIZES), *_forms(lettering, state, CODE_SIZES)]
        for piece in _pieces(lettering, places, PIECE):
            yield Wanted(forms, places, piece.middle_km, OWN_LAND, FOREIGN_LAND, piece, land=places[0])


def spare_watermarks(lettering: Lettering) -> Iterator[Wanted]:
    """Smaller ones in between, for a window in which no other name of their land is wholly in view."""
    for state, places in _unnamed(lettering):
        forms = [
            *_forms(lettering, lettering.situation.states[state], SPARE_SIZES),
            *_forms(lettering, state, CODE_SIZES),
        ]
        pieces = list(_pieces(lettering, places, SPARE_PIECE))
        for piece in pieces if len(pieces) > 1 else ():
            yield Wanted(forms, places, piece.middle_km, OWN_LAND, FOREIGN_LAND, piece, spare_for=places[0])


def _unnamed(lettering: Lettering) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Lands of which no region bears the name of its state."""
    for state, places in lands_of(lettering.board):
        if lettering.situation.states[state] not in {lettering.board.sites[place].title for place in places}:
            yield state, places


def figured(lettering: Lettering) -> Iterator[Wanted]:
    """The names of all states with their figures, in every piece of their land."""
    for state, places in lands_of(lettering.board):
        forms = state_forms(lettering, state)
        for piece in _pieces(lettering, places, FIGURED_PIECE):
            yield Wanted(forms, places, piece.middle_km, OWN_FIGURED, FOREIGN_LAND, piece)


def _pieces(lettering: Lettering, places: tuple[str, ...], size: tuple[float, float]) -> Iterator[Piece]:
    wide, high = (side * lettering.ui / lettering.scale for side in size)
    return lettering.mosaic.pieces(places, (wide, high))


def lands_of(board: Board) -> list[tuple[str, tuple[str, ...]]]:
    """Land of one state that hangs together: the state, and the places in the order of the board."""
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for border in board.borders:
        one, other = border.sides
        beside[one].add(other)
        beside[other].add(one)
    home = {site.id: site.home for site in board.sites.values() if site.shape is Shape.LAND}
    found: list[tuple[str, tuple[str, ...]]] = []
    left = dict.fromkeys(home)
    while left:
        first = next(iter(left))
        waiting, land = [first], {first}
        while waiting:
            near = {place for place in beside[waiting.pop()] if home.get(place) == home[first]} - land
            land |= near
            waiting += near
        found.append((home[first], tuple(place for place in home if place in land)))
        left = {place: None for place in left if place not in land}
    return found


def _forms(lettering: Lettering, text: str, sizes: tuple[float, ...]) -> Iterator[Form]:
    palette = lettering.palette
    for size in (round(size * lettering.ui) for size in sizes):
        style = Style(size, palette.name, Weight.STRONG, palette.name_rim, size // SPACING, OPACITY)
        yield Form(text.upper(), style)

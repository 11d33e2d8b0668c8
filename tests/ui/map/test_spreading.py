"""Counters stand by what they count: apart from each other, on no land of others, whatever the game and the window."""

import math
from itertools import combinations

import pytest

from tests.ui.map.maps import SCENARIOS, SIZES, WAR, ZOOMS, board, look, position, view
from wargame.ui.map.board import Shape
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.layout import Layout, lay_out
from wargame.ui.map.looks import LEAST_CARD, Form
from wargame.ui.map.overlays import Legend, Picture
from wargame.ui.map.situation import Situation
from wargame.ui.map.spreading import card_size
from wargame.ui.map.tokens import DEFAULT
from wargame.ui.shot import ui_scale

FARTHEST = 2.5  # cards between a formation's place and the middle of its counter
PLAIN = Picture({}, Legend("", ()))
ROOMS = ((628, 510, 1.0), (318, 420, 1.5))  # the map in a window of 1280x720, also with large letters


def laid(name: str, scale: float, ui: float) -> tuple[Situation, Layout]:
    """A position with all that stands on the sheet."""
    home, situation = position(name)
    mosaic = view(home).mosaic
    return situation, lay_out(board(home), mosaic, situation, PLAIN, scale, ui, DEFAULT)


def far_off(home: str, layout: Layout, scale: float, ui: float) -> float:
    """The farthest that a formation's place is from its counter, in cards."""
    sites, card = board(home).sites, card_size(scale, ui)
    return max(
        math.dist(placed.rect.centre, [length * scale for length in sites[place].anchor_km]) / card
        for placed in layout.stacks
        for place in placed.stack.places
        if sites[place].shape is not Shape.BOX
    )


def misplaced(home: str, situation: Situation, layout: Layout, scale: float) -> list[str]:
    """Counters whose middle lies on land of another side, where none of their formations stands."""
    ground = Holdings(board(home), view(home).mosaic, situation)
    return [
        placed.stack.units[0].id
        for placed in layout.stacks
        if board(home).sites[placed.stack.units[0].place].shape is not Shape.BOX
        and ground.is_foreign(
            ground.side_of(placed.stack.camp),
            (placed.rect.centre[0] / scale, placed.rect.centre[1] / scale),
            placed.stack.places,
        )
    ]


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("name", [*SCENARIOS, WAR])
def test_counters_stand_by_their_formations_and_on_no_land_of_others(name: str, size: tuple[int, int]) -> None:
    """No two overlap, none is far, none is on the wrong side of a front; each formation is counted once."""
    home = position(name)[0]
    for zoom in ZOOMS:
        scale, ui = look(view(home, size), zoom).scale, ui_scale(size)
        situation, layout = laid(name, scale, ui)
        assert sorted(unit.id for placed in layout.stacks for unit in placed.stack.units) == sorted(
            unit.id for unit in situation.units
        )
        assert not any(one.rect.meets(other.rect) for one, other in combinations(layout.stacks, 2))
        assert misplaced(home, situation, layout, scale) == []
        assert far_off(home, layout, scale, ui) <= FARTHEST


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("room", ROOMS, ids=str)
def test_so_they_do_in_the_window_of_a_game(room: tuple[int, int, float]) -> None:
    """All of Europe in half a window: no counter of a whole army, and nothing across the front."""
    width, height, ui = room
    sheet = board("invasion_2022").atlas.size_km
    scale = min(width / sheet[0], height / sheet[1])
    situation, layout = laid(WAR, scale, ui)
    assert not any(one.rect.meets(other.rect) for one, other in combinations(layout.stacks, 2))
    assert misplaced("invasion_2022", situation, layout, scale) == []
    assert far_off("invasion_2022", layout, scale, ui) <= FARTHEST


@pytest.mark.usefixtures("screen")
def test_only_formations_on_one_land_share_a_counter() -> None:
    """The brigades of three states are three counters; a fleet shares with none in another sea."""
    for name in (*SCENARIOS, WAR):
        home, situation = position(name)
        _, layout = laid(name, look(view(home), 1.0).scale, 1.0)
        for placed in layout.stacks:
            if len(placed.stack.places) > 1:
                assert len({situation.holder[place] for place in placed.stack.places}) == 1


@pytest.mark.usefixtures("screen")
def test_where_there_is_room_there_are_cards() -> None:
    """Nearby nearly all are cards; on the whole sheet, where letters on them could not be read, most are chips; far off no card."""
    for zoom, form, least in ((4.0, Form.CARD, 0.9), (1.0, Form.CHIP, 0.6)):
        _, layout = laid("invasion_2022", look(view("invasion_2022"), zoom).scale, 1.0)
        found = [placed for placed in layout.stacks if placed.look.form is form]
        assert len(found) >= least * len(layout.stacks)
    tiny = 0.06
    assert card_size(tiny, 1.5) < LEAST_CARD
    _, layout = laid("first_steps", tiny, 1.5)
    assert all(placed.look.form is not Form.CARD for placed in layout.stacks)


@pytest.mark.usefixtures("screen")
def test_placing_is_the_same_again() -> None:
    """And does not depend on the order in which formations are listed."""
    home, situation = position(WAR)
    scale = look(view(home), 1.0).scale
    _, layout = laid(WAR, scale, 1.0)
    turned = Situation(**{**vars(situation), "units": situation.units[::-1]})
    again = lay_out(board(home), view(home).mosaic, turned, PLAIN, scale, 1.0, DEFAULT)
    assert {(s.stack.units, s.rect) for s in again.stacks} == {(s.stack.units, s.rect) for s in layout.stacks}


@pytest.mark.usefixtures("screen")
def test_a_counter_off_its_place_is_tied_to_it() -> None:
    """By a line to where its strongest group stands; one that stands there needs none."""
    _, layout = laid(WAR, look(view("invasion_2022"), 1.0).scale, 1.0)
    tied = [placed for placed in layout.stacks if placed.anchor is not None]
    assert tied
    assert len(tied) < len(layout.stacks) / 4
    for placed in tied:
        assert placed.anchor is not None
        assert math.dist(placed.rect.centre, placed.anchor) > 0.4 * placed.look.size

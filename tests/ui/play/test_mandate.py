"""What a delegate means to say: it begins as what would happen anyway, and every choice keeps to the rules."""

import pytest

from wargame.engine.agenda import DraftItem, Line, Reading
from wargame.model.codes import Position
from wargame.ui.play.mandate import line_of, prices_to_ask, said


def reading(ambition: int, line: Position, taken: Position) -> Reading:
    """A reading at which each step costs ten."""
    prices = {position: 10 * abs(position - line) for position in Position}
    bound = {position: 10 * (position - taken) for position in Position if position >= taken}
    return Reading(ambition, Line(line, 0, {}), Line(taken, 0, {}), prices, bound)


def item(offer: int = 0, *readings: Reading) -> DraftItem:
    """A draft with so much on offer."""
    usual = reading(2, Position.RESERVED, Position.SILENT), reading(1, Position.SILENT, Position.SUPPORTS)
    return DraftItem(3, "nato", "measure", None, None, None, False, offer, None, readings or usual)


def test_it_begins_as_what_happens_anyway() -> None:
    """Offers are taken, the line is held, nothing is paid."""
    plain, lobbied = line_of(item()), line_of(item(500))
    assert (plain.first, plain.lower, plain.offer, plain.cost) == (Position.RESERVED, Position.SILENT, "refuse", 0)
    assert (lobbied.first, lobbied.lower, lobbied.offer, lobbied.cost) == (
        Position.SILENT,
        Position.SUPPORTS,
        "take",
        0,
    )
    assert plain.word.draft == 3


def test_a_draft_is_paid_once_by_the_dearer_reading() -> None:
    """DELEGATE-7."""
    mandate = line_of(item()).at_first(Position.OBJECTS).at_lower(Position.OBJECTS)
    assert mandate.cost == 20


def test_one_reading_has_one_position() -> None:
    """What is said of the only reading is said of both, so that an order read wrong cannot arise."""
    mandate = line_of(item(0, reading(1, Position.SILENT, Position.SILENT))).at_first(Position.OBJECTS)
    assert (mandate.first, mandate.lower) == (Position.OBJECTS, Position.OBJECTS)


def test_an_answer_moves_positions_as_little_as_it_must() -> None:
    """Who objects and then takes an offer stands where it binds; who turns it down again may stay there."""
    refused = line_of(item(500)).answering("refuse").at_first(Position.OBJECTS)
    assert refused.first is Position.OBJECTS
    taken = refused.answering("take")
    assert taken.first is Position.SILENT
    assert taken.answering("refuse", 1000).first is Position.SILENT
    assert taken.answering("refuse", 1000).asks == 1000


def test_what_was_said_is_shown_again() -> None:
    """A game that was cut off shows the word as it holds."""
    mandate = line_of(item(500)).answering("refuse", 1000).at_first(Position.OBJECTS)
    assert said(item(500), mandate.word) == mandate


@pytest.mark.parametrize(("offer", "asked"), [(0, [500, 1000, 1500]), (500, [1000, 1500]), (1500, [])])
def test_more_is_asked_than_is_offered(offer: int, asked: list[int]) -> None:
    """In steps of half a point, up to what lobbying can buy."""
    assert prices_to_ask(item(offer)) == asked

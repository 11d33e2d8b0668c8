"""Delegates (rulebook 12): positions are free and cost the government; a taken offer binds; a caretaker has no delegate."""

import pytest

from tests.rules.fixed import fixed
from tests.rules.test_session import council
from tests.rules.threat_world import DEU, EST, NATO
from tests.worlds import bare, notes_of
from wargame.model.codes import Note, Position, Verdict
from wargame.model.columns import Table, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid
from wargame.model.record import empty_record, written
from wargame.model.state import State
from wargame.model.terms import Support
from wargame.rules import council as council_laws
from wargame.rules import delegates as laws
from wargame.rules import session
from wargame.rules.law import plain
from wargame.rules.opinion import LOST_ELECTION, change_government

NUMBERS = {"departure": 10.0, "departure_crossing": 20.0, "clear_public": 150.0, "supports": 1.0, "objects": -1.0}


@pytest.mark.parametrize(
    ("opinion", "firmness", "steps", "crosses"),
    [(700, 1000, -1, 1), (700, 1000, 1, 0), (300, 1000, 1, 1), (300, -500, -1, 1), (600, 1000, -3, 0), (900, 0, -3, 0)],
)
def test_a_clear_public_is_crossed_by_who_goes_against_it(
    opinion: int, firmness: int, steps: int, crosses: int
) -> None:
    """DELEGATE-1: against a firm draft that it wants, for one that it does not; a conciliatory draft the other way round."""
    assert plain(laws.crosses_clear_public)(fixed(CouncilNumbers, **NUMBERS), opinion, firmness, steps) == crosses


@pytest.mark.parametrize(("steps", "crosses", "price"), [(0, 0, 0), (1, 0, 10), (-3, 0, 30), (-2, 1, 40)])
def test_each_step_has_its_price(steps: int, crosses: int, price: int) -> None:
    """DELEGATE-2: a point of support a step, two against a clear public."""
    assert plain(laws.price_of_departure)(fixed(CouncilNumbers, **NUMBERS), steps, crosses) == price


@pytest.mark.parametrize(("line", "offered", "least"), [(1, 2, 2), (2, 1, 2)])
def test_a_taken_offer_binds(line: int, offered: int, least: int) -> None:
    """DELEGATE-4."""
    assert plain(laws.least_position)(line, offered) == least


@pytest.mark.parametrize(("support", "points", "after"), [(500, 1000, 510), (500, 500, 505), (998, 1500, 1000)])
def test_what_is_taken_is_shown_at_home(support: int, points: int, after: int) -> None:
    """DELEGATE-9: as much for a point as a step costs."""
    assert plain(laws.brought_home)(fixed(CouncilNumbers, brought_home=10.0), support, points) == after


@pytest.mark.parametrize(
    ("value", "position", "carried"),
    [
        (500, Position.SUPPORTS, 1000),
        (1400, Position.SUPPORTS, 1400),
        (1400, Position.SILENT, 999),
        (-300, Position.SILENT, 0),
        (200, Position.RESERVED, -1),
        (-1800, Position.RESERVED, -1000),
        (200, Position.OBJECTS, -1001),
    ],
)
def test_a_word_is_a_term_of_support(value: int, position: Position, carried: int) -> None:
    """DELEGATE-5: the nearest support at which the council's own law finds the position that was taken."""
    n = fixed(CouncilNumbers, **NUMBERS)
    assert plain(laws.carried_to)(n, value, position) == carried
    assert plain(council_laws.position)(n, carried) == position


@pytest.mark.parametrize(
    ("value", "spoken", "gives", "told"), [(-400, 0, 1, -400), (-400, 1, 1, 1), (700, 1, 1, 700), (700, 1, 0, 0)]
)
def test_a_request_is_answered_as_the_delegate_says(value: int, spoken: int, gives: int, told: int) -> None:
    """DELEGATE-6."""
    assert plain(laws.as_told)(value, spoken, gives) == told


@pytest.mark.parametrize(
    ("price", "first", "lower", "due"), [(30, 30, 0, 30), (50, 20, 1, 30), (10, 20, 1, 0), (20, 20, 1, 0)]
)
def test_the_second_reading_costs_what_it_is_dearer(price: int, first: int, lower: int, due: int) -> None:
    """DELEGATE-7."""
    assert plain(laws.still_due)(price, first, lower) == due


def test_briefs_are_drawn_by_lot() -> None:
    """DELEGATE-8: the same in every turn of a game, and all of them about as often."""
    drawn = [plain(laws.brief_of)(seed, country, 6) for seed in range(50) for country in range(20)]
    assert drawn == [plain(laws.brief_of)(seed, country, 6) for seed in range(50) for country in range(20)]
    assert all(120 < drawn.count(brief) < 220 for brief in range(6))


def spoken(first: Position, lower: Position, prices: tuple[int, int] = (0, 0)) -> Table[Bid]:
    """A word of the third member of the small council."""
    bids = empty_table(Bid, 1, 9)
    word = bids[0, EST]
    word.spoken, word.first, word.lower = 1, first, lower
    word.first_price, word.lower_price = prices
    return bids


def test_one_delegate_breaks_silence() -> None:
    """Rulebook 3 and 12: the member's word stands, costs its government what was shown, and shows as a term."""
    world, state, draft = council(1500, ambition=1)
    state.countries[EST].government = 600
    record = empty_record(60)
    bids = spoken(Position.OBJECTS, Position.OBJECTS, (30, 30))
    assert bare(session.consider)(world, state, draft, bids, 0, record) == Verdict.BLOCKED
    assert state.countries[EST].government == 570
    (left,) = notes_of(record, Note.DEPARTED)
    assert left[0] == EST
    held = {note[0]: note[3] for note in notes_of(record, Note.POSITION)}
    assert (held[EST], held[DEU]) == (Position.OBJECTS, Position.SUPPORTS)


def test_a_draft_that_is_read_lower_is_paid_once() -> None:
    """DELEGATE-7: the dearer of the two words."""
    for prices, paid in (((20, 10), 20), ((20, 50), 50)):
        world, state, draft = council(1500, ambition=2)
        state.countries[EST].government = 600
        bids = spoken(Position.OBJECTS, Position.SILENT, prices)
        assert bare(session.consider)(world, state, draft, bids, 0, empty_record(60)) == Verdict.ADOPTED
        assert state.texts[0].ambition == 1
        assert state.countries[EST].government == 600 - paid


def test_a_government_that_falls_over_it_has_a_caretaker() -> None:
    """DELEGATE-3 and OPINION-4: below 30 it falls at once, and for two turns after this one no delegate speaks."""
    world, state, draft = council(1500, ambition=1)
    state.clock[0].turn = 4
    state.countries[EST].government = 310
    record = empty_record(60)
    bare(session.consider)(world, state, draft, spoken(Position.RESERVED, Position.RESERVED, (20, 20)), 0, record)
    assert len(notes_of(record, Note.GOVERNMENT_FALLS)) == 1
    assert state.countries[EST].government > 310
    heard = [turn for turn in range(4, 9) if plain(laws.is_heard)(turn, int(state.countries[EST].caretaker))]
    assert heard == [7, 8]
    bids = spoken(Position.OBJECTS, Position.OBJECTS, (30, 30))
    held = int(state.countries[EST].government)
    draft.ambition = 3
    assert bare(session.consider)(world, state, draft, bids, 0, empty_record(60)) == Verdict.ADOPTED
    assert state.countries[EST].government == held


def test_who_fell_over_the_first_reading_is_not_heard_at_the_second() -> None:
    """DELEGATE-3: the new government stands where its own terms have it, and pays nothing for the old one's delegate."""
    world, state, draft = council(1500, ambition=2)
    state.countries[EST].government = 310
    record = empty_record(60)
    bids = spoken(Position.OBJECTS, Position.OBJECTS, (30, 50))
    assert bare(session.consider)(world, state, draft, bids, 0, record) == Verdict.ADOPTED
    held = [note[3] for note in notes_of(record, Note.POSITION) if note[0] == EST]
    assert held == [Position.OBJECTS, Position.SUPPORTS]
    assert len(notes_of(record, Note.DEPARTED)) == 1
    (fell,) = notes_of(record, Note.GOVERNMENT_FALLS)
    assert state.countries[EST].government == fell[4]


def test_a_word_that_is_the_line_is_no_term() -> None:
    """COUNCIL-11: whoever says what its state would say anyway gives its state's own reasons."""
    world, state, draft = council(1500, ambition=1)
    record = empty_record(60)
    bare(session.consider)(world, state, draft, spoken(Position.SUPPORTS, Position.SUPPORTS), 0, record)
    rows = [k for k in range(record.head[0].count) if record.entries[k].note == Note.POSITION]
    assert all(record.terms[k, Support.DELEGATE] == 0 for k in rows)


def test_a_lost_election_leaves_no_caretaker() -> None:
    """OPINION-3: who was voted in governs at once."""
    world, state, _draft = council(1500)
    bare(change_government)(world, state, EST, LOST_ELECTION, empty_record(5))
    assert state.countries[EST].caretaker == 0


def offered(state: State, refused: int, asked: int = 0) -> Table[Bid]:
    """Half a point is offered to a member whose delegate answers."""
    state.bodies[NATO].influence = 1000
    bids = spoken(Position.SILENT, Position.SILENT)
    bids[0, EST].points, bids[0, EST].refused, bids[0, EST].asked = 500, refused, asked
    return bids


def test_an_offer_that_is_turned_down_is_not_paid() -> None:
    """Rulebook 12: the sponsor keeps its influence and hears for how much it would have been taken; nobody else does."""
    left = {}
    for refused in (0, 1):
        world, state, draft = council(500, ambition=1)
        bids, record = offered(state, refused, 900 * refused), empty_record(60)
        bare(session.consider)(world, state, draft, bids, 0, record)
        left[refused] = int(state.bodies[NATO].influence)
        told = notes_of(record, Note.OFFER_ANSWERED)
        assert [note[:2] for note in told] == [(EST, NATO)] * refused
        known = [int(e.known_to) for e in written(record).entries if e.note == Note.OFFER_ANSWERED]
        assert known == [1 << NATO] * refused
    assert left[1] > left[0]


def test_an_offer_that_is_taken_earns_support_at_home() -> None:
    """DELEGATE-9: once it is paid; turned down, or where nobody speaks, nothing."""
    for refused, is_spoken, earned in ((0, 1, 5), (1, 1, 0), (0, 0, 0)):
        world, state, draft = council(500, ambition=1)
        bids = offered(state, refused)
        bids[0, EST].spoken = is_spoken
        before = int(state.countries[EST].government)
        bare(session.consider)(world, state, draft, bids, 0, empty_record(60))
        assert int(state.countries[EST].government) - before == earned

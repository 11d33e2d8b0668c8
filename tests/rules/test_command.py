"""Who commands what: requests, transfer of authority (rulebook 5)."""

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world
from wargame.model.codes import Capability, Note, Posture
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.terms import TERM_LIMIT, Answer
from wargame.rules import command as laws
from wargame.rules.law import plain


@pytest.mark.parametrize(
    ("command", "strength", "moving", "may"), [(-1, 1, 0, True), (0, 1, 0, False), (-1, 0, 0, False), (-1, 1, 1, False)]
)
def test_a_formation_has_one_command(command: int, strength: int, moving: int, may: bool) -> None:
    """COMMAND-1: what is under national command, fit and at rest may be transferred."""
    assert plain(laws.may_be_transferred)(command, strength, moving) == may


@pytest.mark.parametrize(("asked", "made", "value"), [(0, 0, 0.0), (4, 0, 0.64), (0, 3, -0.6), (2, 2, 0.0)])
def test_who_gave_less_is_pressed(asked: int, made: int, value: float) -> None:
    """COMMAND-2."""
    assert plain(laws.burden_term)(fixed(CouncilNumbers, burden=0.8), asked, made) == pytest.approx(value)


def test_home_comes_first() -> None:
    """COMMAND-3: the own threat weighs against sending forces away, not against having them nearer home."""
    n = fixed(CouncilNumbers, home_defence=2.5)
    assert plain(laws.home_defence_term)(n, 400, 0) == pytest.approx(-1.0)
    assert plain(laws.home_defence_term)(n, 400, 1) == 0.0


GIVER, HOST, FOE = 0, 1, 2
HOME, FRONT, BEYOND = 0, 1, 2


def allies() -> Small:
    """A giver and a host in one body, and a foe next to the host; the giver has two formations."""
    return small_world(
        [Site(GIVER), Site(HOST), Site(FOE)],
        [Road(HOME, FRONT), Road(FRONT, BEYOND)],
        [Unit(GIVER, HOME, strength=1500), Unit(GIVER, HOME), Unit(FOE, BEYOND, strength=3000)],
        [Side((GIVER, HOST))],
        capitals=(HOME, FRONT, BEYOND),
        countries=3,
    )


def ask(small: Small, willing: int) -> None:
    """Put a request for land forces at the front; the giver is as committed as given."""
    plan = small.plan()
    plan.asks[0].alive, plan.asks[0].body, plan.asks[0].place, plan.asks[0].weeks = 1, 0, FRONT, 3
    plan.asks[0].capability = Capability.LAND
    small.state.members[0, GIVER].commitment = willing
    small.state.countries[GIVER].outlook = 2 * willing - 1000
    small.state.countries[GIVER].opinion = willing
    bare(laws.generate_forces)(small.world, small.state, plan, small.record)


def test_a_request_is_met_by_the_willing() -> None:
    """COMMAND-1 and rulebook 5: the strongest formation passes to the seat, for the time asked, and marches to the place."""
    small = allies()
    ask(small, 1000)
    unit = small.state.formations[0]
    assert (unit.command, unit.release_day, unit.posture) == (0, 21, Posture.HOLD)
    assert [small.state.legs[0, k].to for k in range(2)] == [FRONT, NOBODY]
    assert small.state.formations[1].command == NOBODY
    assert (small.state.members[0, GIVER].asked, small.state.members[0, GIVER].made) == (1, 1)
    assert [note[0] for note in notes_of(small.record, Note.TRANSFER)] == [0]


def test_a_request_that_nobody_wants_to_meet_brings_nothing() -> None:
    """Rulebook 5: who is unwilling answers no, and the answer is counted."""
    small = allies()
    small.world.council_numbers[0].answer_base = 0.0
    ask(small, 0)
    assert all(small.state.formations[u].command == NOBODY for u in range(3))
    answers = notes_of(small.record, Note.REQUEST_ANSWER)
    assert [note[0] for note in answers] == [GIVER]
    assert answers[0][4] == 0
    assert (small.state.members[0, GIVER].asked, small.state.members[0, GIVER].made) == (1, 0)


def test_only_who_gives_or_refuses_was_asked() -> None:
    """Rulebook 2, burden index: a willing member that was not needed is not held to have been asked; one gives, no more."""
    small = small_world(
        [Site(c) for c in range(5)],
        [Road(c, 4) for c in range(4)],
        [Unit(c, c) for c in range(4)],
        [Side(range(5))],
        capitals=range(5),
        countries=5,
    )
    small.world.council_numbers[0].answer_base = 0.0
    plan = small.plan()
    plan.asks[0].alive, plan.asks[0].body, plan.asks[0].place, plan.asks[0].weeks = 1, 0, 4, 3
    for c, willing in enumerate((700, 0, 1000, 900)):
        small.state.members[0, c].commitment = small.state.countries[c].opinion = willing
        small.state.countries[c].outlook = 2 * willing - 1000
    bare(laws.generate_forces)(small.world, small.state, plan, small.record)
    assert [int(small.state.members[0, c].asked) for c in range(4)] == [0, 1, 1, 0]
    assert [int(small.state.members[0, c].made) for c in range(4)] == [0, 0, 1, 0]
    assert [(note[0], note[4]) for note in notes_of(small.record, Note.REQUEST_ANSWER)] == [(1, 0), (2, 1)]


def test_an_answer_is_the_sum_of_its_terms() -> None:
    """COMMAND-2 and COMMAND-3: burden shared and home defence are among what is weighed."""
    small = allies()
    small.state.countries[GIVER].top_threat = FOE
    small.state.pairs[GIVER, FOE].threat = 400
    small.state.members[0, GIVER].asked = 3
    terms = np.zeros(TERM_LIMIT, np.int64)
    value = bare(laws.answer)(small.world, small.state, 0, GIVER, FRONT, terms)
    assert value == terms.sum()
    assert terms[Answer.BURDEN] > 0 > terms[Answer.HOME_DEFENCE]


def test_orders_become_paths_and_releases_end_a_command() -> None:
    """Rulebook 2 and 5: a new order replaces path, posture and limit; a release gives the formation back."""
    small = allies()
    small.state.formations[0].command, small.state.formations[0].release_day = 0, 99
    plan = small.plan()
    plan.moves[0].released = 1
    plan.moves[1].given, plan.moves[1].posture, plan.moves[1].loss_limit = 1, Posture.PROBE, 300
    plan.legs[1, 0].to = FRONT
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert (small.state.formations[0].command, small.state.formations[0].release_day) == (NOBODY, NOBODY)
    assert (small.state.formations[1].posture, small.state.formations[1].loss_limit) == (Posture.PROBE, 300)
    assert small.state.legs[1, 0].to == FRONT
    assert small.state.legs[2, 0].to == NOBODY


def test_a_release_ends_an_order_and_a_march_and_is_told() -> None:
    """Rulebook 5: given back by order or by date, a formation stops, and whoever had it is told; so is none that was never given."""
    small = allies()
    small.state.formations[0].command, small.state.formations[0].release_day = 0, 99
    for u in (0, 1):
        small.state.formations[u].ordered, small.state.legs[u, 0].to = 1, FRONT
    plan = small.plan()
    plan.moves[0].released = plan.moves[1].released = 1
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert [note[:4] for note in notes_of(small.record, Note.TRANSFER)] == [(0, 0, HOME, 0)]
    assert [small.state.legs[u, 0].to for u in (0, 1)] == [NOBODY, NOBODY]
    assert [small.state.formations[u].ordered for u in (0, 1)] == [0, 0]


def test_an_order_is_kept_by_whom_it_was_given_to() -> None:
    """DEFENCE-6: who was ordered goes or stands by that order, until authority over it passes on."""
    small = allies()
    plan = small.plan()
    plan.moves[0].given, plan.moves[0].posture, plan.moves[0].loss_limit = 1, Posture.RESERVE, 300
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert [small.state.formations[u].ordered for u in range(3)] == [1, 0, 0]
    ask(small, 1000)
    assert (small.state.formations[0].command, small.state.formations[0].ordered) == (0, 0)


def test_an_order_given_again_is_the_order_that_stands() -> None:
    """COMMAND-4: losses go on counting and the way gone is not gone again; another goal or posture begins anew."""
    small = allies()
    unit = small.state.formations[1]
    plan = small.plan()
    plan.moves[1].given, plan.moves[1].posture, plan.moves[1].loss_limit = 1, Posture.ASSAULT, 300
    plan.legs[1, 0].to = FRONT
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    unit.lost, unit.progress = 120, 40
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert (unit.lost, unit.progress) == (120, 40)
    plan.moves[1].posture = Posture.PROBE
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert (unit.lost, unit.progress) == (0, 40)
    unit.lost, plan.legs[1, 0].to = 120, NOBODY
    bare(laws.take_orders)(small.world, small.state, plan, small.record)
    assert (unit.lost, unit.progress) == (0, 0)


def test_only_who_is_on_the_way_to_the_same_goal_in_the_same_posture_has_the_same_order() -> None:
    """COMMAND-4: one who stands, goes elsewhere or goes otherwise is given a new order."""
    assert laws.is_same_order(1, FRONT, FRONT, Posture.ASSAULT, Posture.ASSAULT)
    assert not laws.is_same_order(0, FRONT, FRONT, Posture.ASSAULT, Posture.ASSAULT)
    assert not laws.is_same_order(1, FRONT, FRONT + 1, Posture.ASSAULT, Posture.ASSAULT)
    assert not laws.is_same_order(1, FRONT, FRONT, Posture.ASSAULT, Posture.HOLD)

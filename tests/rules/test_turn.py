"""The course of a turn: war and endings (rulebook 2, 8 and 9)."""

import pytest

from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Break, Effect, Ending, IncidentKind, MeasureKind, Phase, Posture
from wargame.model.columns import NOBODY
from wargame.rules import assumptions, motive
from wargame.rules import turn as laws
from wargame.rules.law import plain
from wargame.rules.session import hold_session


@pytest.mark.parametrize(("over_line", "near"), [(0, False), (1, False), (2, True), (3, True)])
def test_war_takes_two_turns_over_the_line(over_line: int, near: bool) -> None:
    """TURN-1."""
    assert plain(motive.war_is_near)(over_line, 2.0) == near


@pytest.mark.parametrize(("stability", "falls"), [(0, True), (50, True), (51, False)])
def test_a_regime_without_stability_falls(stability: int, falls: bool) -> None:
    """TURN-2."""
    assert plain(laws.regime_falls)(stability, 50) == falls


@pytest.mark.parametrize(("unanswered", "cohesion", "fractures"), [(1, 150, True), (1, 151, False), (0, 0, False)])
def test_an_alliance_fractures_over_an_attack_unanswered(unanswered: int, cohesion: int, fractures: bool) -> None:
    """TURN-3."""
    assert plain(laws.alliance_fractures)(unanswered, cohesion, 150) == fractures


ALLY, FOE = 0, 1


def sides(units: tuple[Unit, ...] = ()) -> Small:
    """A council of one ally and a leadership of its foe, side by side."""
    small = small_world(
        [Site(ALLY), Site(FOE)], [Road(0, 1, 60)], units, [Side((ALLY,)), Side((FOE,), leader=FOE)], capitals=(0, 1)
    )
    small.state.bodies[0].cohesion = small.state.bodies[1].stability = 600
    return small


@pytest.mark.parametrize(
    ("spoil", "ending"),
    [
        ({}, Ending.NOT_YET),
        ({"turn": 12}, Ending.LAST_TURN),
        ({"stability": 0, "turn": 12}, Ending.REGIME_FALLS),
        ({"cohesion": 0}, Ending.NOT_YET),
        ({"cohesion": 0, "unanswered": 1}, Ending.ALLIANCE_FRACTURES),
    ],
)
def test_a_game_ends_for_one_reason(spoil: dict[str, int], ending: Ending) -> None:
    """TURN-2, TURN-3: sudden death goes before the last turn."""
    small = sides()
    small.state.clock[0].turn = spoil.get("turn", 3)
    small.state.bodies[0].cohesion = spoil.get("cohesion", 600)
    small.state.bodies[0].unanswered = spoil.get("unanswered", 0)
    small.state.bodies[1].stability = spoil.get("stability", 600)
    assert bare(laws.ending_of)(small.world, small.state) == ending


def test_a_first_attack_is_an_incident_of_the_highest_grade() -> None:
    """Rulebook 2 and 4: what stopped the turn is on record for the emergency session."""
    small = sides((Unit(FOE, 0),))
    small.state.pairs[ALLY, FOE].war = small.state.pairs[FOE, ALLY].war = 1
    small.state.clock[0].phase = Phase.RESOLUTION
    assert bare(laws.run)(small.world, small.state, small.record) == Break.ATTACK_ON_MEMBER
    acts = [small.state.incidents[k] for k in range(small.state.incidents.size) if small.state.incidents[k].alive]
    assert [(act.kind, act.severity, act.victim, act.author) for act in acts] == [
        (IncidentKind.ARMED_ATTACK, 5, ALLY, FOE)
    ]
    assert small.state.bodies[0].unanswered == 1


def test_a_capital_that_falls_is_no_new_attack() -> None:
    """OCCUPY-2: the turn stops, but what answers an attack is not put on record as one."""
    small = sides((Unit(ALLY, 1),))
    small.state.pairs[ALLY, FOE].war = small.state.pairs[FOE, ALLY].war = 1
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author = 1, IncidentKind.ARMED_ATTACK, ALLY, FOE
    small.world.countries[FOE].capital = 1
    small.state.clock[0].phase = Phase.RESOLUTION
    assert bare(laws.run)(small.world, small.state, small.record) == Break.CAPITAL_FALLS
    assert sum(small.state.incidents[k].alive for k in range(small.state.incidents.size)) == 1


def test_a_resolution_breaks_once_and_then_runs_to_the_end() -> None:
    """Rulebook 2: one break a turn; steps and days are counted to the end of the month."""
    small = sides((Unit(ALLY, 0), Unit(FOE, 1, strength=3000, posture=Posture.ASSAULT, path=(0,))))
    small.state.pairs[ALLY, FOE].war = small.state.pairs[FOE, ALLY].war = 1
    clock = small.state.clock[0]
    clock.phase = Phase.RESOLUTION
    first = bare(laws.run)(small.world, small.state, small.record)
    assert first != 0
    assert (clock.phase, clock.broken) == (Phase.EMERGENCY, first)
    assert clock.day == clock.step * 2 < 28
    clock.phase = Phase.RESOLUTION
    assert bare(laws.run)(small.world, small.state, small.record) == 0
    assert (clock.phase, clock.step, clock.day) == (Phase.ASSESSMENT, 14, 28)
    assert (
        sum(small.state.incidents[k].alive for k in range(small.state.incidents.size)) == 1
    )  # fought on, put down once


def test_a_leadership_knows_what_it_hopes_for_before_the_first_turn() -> None:
    """Rulebook 13: deterrence is read from the start; no turn has gone by that an attack would have been worth a war."""
    small = sides()
    bare(laws.begin)(small.world, small.state)
    weighed = small.state.motives[1, ALLY]
    assert weighed.gain + weighed.cost > 0
    assert (small.state.bodies[1].target, small.state.bodies[1].over_line) == (ALLY, 0)


def test_who_is_expected_to_attack_whom() -> None:
    """Rulebook 8: at war the enemy of whom most is hoped, more often where that pays; in peace the target, once war is near."""
    small = sides()
    expected, state = bare(assumptions.expected_foe), small.state
    state.bodies[1].target = ALLY
    assert set(_foes(small)) == {NOBODY}
    state.bodies[1].over_line = 2
    assert expected(small.world, state, 1) == ALLY
    state.bodies[1].target, state.bodies[1].over_line = NOBODY, 0
    state.pairs[FOE, ALLY].war = state.pairs[ALLY, FOE].war = 1
    state.motives[1, ALLY].gain, state.motives[1, ALLY].cost = 500, 400
    paying = _foes(small).count(ALLY)
    state.motives[1, ALLY].cost = 600
    assert 200 > paying > _foes(small).count(ALLY) > 0


def _foes(small: Small) -> list[int]:
    """Whom the leadership is expected to attack on each of many days."""
    found = []
    for day in range(200):
        small.state.clock[0].day = day
        found.append(int(bare(assumptions.expected_foe)(small.world, small.state, 1)))
    return found


@pytest.mark.parametrize("kind", [MeasureKind.WAR, MeasureKind.EXERCISE])
def test_an_assumed_war_is_decided_as_a_seat_decides_it(kind: MeasureKind) -> None:
    """Laws of the house 6 and 11: in futures too a war has its rung, its mobilisation and its price; without the measure, none."""
    small, decided = (sides((Unit(FOE, 1, strength=3000),)) for _ in range(2))
    for one in (small, decided):
        war = one.world.measures[0]
        war.kind, war.body, war.escalation, war.stability, war.needs_against, war.effects = kind, 1, 6000, 80, 1, 1
        one.world.effects[0].code = Effect.WAR
        one.state.bodies[1].target, one.state.bodies[1].over_line = ALLY, 2
    plan = decided.plan()
    bare(assumptions.fill_draft)(plan.drafts[0], 1, 0, ALLY, NOBODY, NOBODY)
    if kind == MeasureKind.WAR:
        bare(hold_session)(decided.world, decided.state, plan, decided.record)
        assert decided.state.clock[0].escalation == 6000
        assert [decided.state.countries[c].mobilised for c in (ALLY, FOE)] == [1, 0]
    bare(assumptions.assume_leaderships)(small.world, small.state, small.plan(), small.record)
    assert all(one.tobytes() == other.tobytes() for one, other in zip(small.state, decided.state, strict=True))

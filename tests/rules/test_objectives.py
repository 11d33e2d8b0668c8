"""Objectives: every reading of the state, and what it scores."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    DEU,
    EST,
    EU,
    LVA,
    NATO,
    RIGA,
    RUS,
    RUSSIA,
    TALL,
    TART,
    USA,
    board,
    state_numbers,
    tables,
)
from wargame.model.codes import Reading
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.state import State
from wargame.model.world import ObjectiveFacts, World
from wargame.rules import objectives as laws
from wargame.rules.law import plain

ANY = st.integers(-1_000_000, 1_000_000)


def reading_of(world: World, state: State, reading: Reading, body: int, target: int = NOBODY) -> int:
    """What an objective of a body reads."""
    objective = empty_table(ObjectiveFacts, 1)[0]
    objective.body, objective.reading, objective.target = body, reading, target
    return int(plain(laws.read)(world, state, objective))


@pytest.mark.parametrize(
    ("value", "weight", "best", "worst", "points"),
    [
        (1000, 25, 1000, 900, 25_000),
        (950, 25, 1000, 900, 12_500),
        (800, 25, 1000, 900, 0),
        (6000, 20, 4000, 8000, 10_000),
        (7, 5, 7, 7, 5000),
        (6, 5, 7, 7, 0),
    ],
)
def test_scores_on_a_golden_grid(value: int, weight: int, best: int, worst: int, points: int) -> None:
    """OBJECTIVE-1: weight x clamp((value - worst) / (best - worst)), whichever end is the larger number."""
    assert plain(laws.score)(value, weight, best, worst) == points


@settings(deadline=None)  # the first call may compile
@given(ANY, st.integers(0, 100), ANY, ANY)
def test_scores_stay_within_their_weight(value: int, weight: int, best: int, worst: int) -> None:
    """OBJECTIVE-1: between nothing and the weight, and best scores it all."""
    assert 0 <= plain(laws.score)(value, weight, best, worst) <= 1000 * weight
    assert plain(laws.score)(best, weight, best, worst) == 1000 * weight


def test_calm_is_lost_to_battles_and_incidents() -> None:
    """OBJECTIVE-2: full without either; battles cost more."""
    calm = plain(laws.calm)
    assert calm(0, 0, 40.0, 6.0, 0.7) == 1000
    assert calm(40, 0, 40.0, 6.0, 0.7) == 650
    assert calm(0, 6, 40.0, 6.0, 0.7) == 850


def test_shares_and_means() -> None:
    """OBJECTIVE-3 to 6: unity, discord, change of threat, net gain."""
    assert plain(laws.adoption)(0, 0) == 0
    assert plain(laws.adoption)(2, 3) == 400
    assert plain(laws.discord)(90, 4) == 22
    assert plain(laws.discord)(90, 0) == 90
    assert plain(laws.threat_change)(150, 300) == 500
    assert plain(laws.threat_change)(150, 0) == 1150
    assert plain(laws.net_gain)(1500, 2500, 2000.0) == -100
    assert plain(laws.net_gain)(0, 9000, 2000.0) == plain(laws.net_gain)(0, 2000, 2000.0)


def test_an_attack_unanswered_leaves_no_security() -> None:
    """SECURITY: as the land is held, and nothing at all while an attack on a member stands unanswered."""
    assert [plain(laws.security)(970, unanswered) for unanswered in (0, 1)] == [970, 0]
    world, state = board()
    state.regions[TALL].controller = RUS
    assert reading_of(world, state, Reading.SECURITY, NATO) == reading_of(world, state, Reading.SOIL_HELD, NATO) < 1000
    state.bodies[NATO].unanswered = 1
    assert reading_of(world, state, Reading.SECURITY, NATO) == 0
    assert reading_of(world, state, Reading.SECURITY, EU) == reading_of(world, state, Reading.SOIL_HELD, EU)


def test_quiet_comes_back_when_the_guns_fall_silent() -> None:
    """QUIET: half of it is lost to so much fighting of late, whoever fights, and comes back week by week."""
    assert [plain(laws.quiet)(battles, 2500.0) for battles in (0, 2500, 7500)] == [1000, 500, 250]
    assert [plain(laws.forgotten)(state_numbers(), battles) for battles in (4000, 1)] == [3000, 1]
    world, state = board()
    assert reading_of(world, state, Reading.QUIET, EU) == 1000
    state.clock[0].of_late = int(state_numbers().of_late_half)
    seen = [reading_of(world, state, Reading.QUIET, EU)]
    for _week in range(20):
        plain(laws.forget_battles)(world, state)
        seen.append(reading_of(world, state, Reading.QUIET, EU))
    assert seen[0] == 500
    assert seen == sorted(seen)
    assert seen[-1] > 990


def test_discord_is_of_councils() -> None:
    """DISCORD: a leadership or a nation decides at no price; its many decrees do not make the councils agree."""
    world, state = board()
    state.bodies[NATO].discord, state.bodies[NATO].drafts = 80, 2
    alone = reading_of(world, state, Reading.DISCORD, EU)
    state.bodies[RUSSIA].drafts = 20
    assert reading_of(world, state, Reading.DISCORD, EU) == alone == 40


def test_soil_by_value() -> None:
    """SOIL_HELD: land lost to a foreign power counts, land held by a fellow member does not."""
    world, state = board()
    assert reading_of(world, state, Reading.SOIL_HELD, NATO) == 1000
    state.regions[TALL].controller = LVA
    assert reading_of(world, state, Reading.SOIL_HELD, NATO) == 1000
    state.regions[TALL].controller = RUS
    assert reading_of(world, state, Reading.SOIL_HELD, NATO) == (34 - 4) * 1000 // 34
    assert reading_of(world, state, Reading.SOIL_HELD, NATO, EST) == 3 * 1000 // 7
    assert reading_of(world, state, Reading.SOIL_HELD, RUSSIA) == 1000


def test_gained_land() -> None:
    """GAINED_LAND: the share of all foreign land by value, or of the target's."""
    world, state = board()
    assert reading_of(world, state, Reading.GAINED_LAND, RUSSIA) == 0
    for r in (TALL, TART):
        state.regions[r].controller = RUS
    assert reading_of(world, state, Reading.GAINED_LAND, RUSSIA) == round(7 / 41 * 1000)
    assert reading_of(world, state, Reading.GAINED_LAND, RUSSIA, EST) == 1000


def test_the_weakest_ally_deters_or_does_not() -> None:
    """ATTACK_GAIN: the member that the leadership would rather attack than any other, in 1/100 point, down to out of the question."""
    world, state = board()
    for c in range(9):
        state.motives[RUSSIA, c].gain, state.motives[RUSSIA, c].cost = 1000, 5000
    state.motives[RUSSIA, EST].cost = 1500
    state.motives[RUSSIA, RUS].cost = 0
    assert reading_of(world, state, Reading.ATTACK_GAIN, NATO) == -50
    assert reading_of(world, state, Reading.ATTACK_GAIN, NATO, DEU) == -200


def test_levels_of_a_body() -> None:
    """COHESION, AUTONOMY, STABILITY, ADOPTION, ESCALATION_PEAK are read as they are kept."""
    world, state = board()
    body = state.bodies[EU]
    body.cohesion, body.integration, body.stability, body.strong, body.drafts = 1, 2, 3, 4, 8
    state.clock[0].peak = 6500
    readings = (Reading.COHESION, Reading.AUTONOMY, Reading.STABILITY, Reading.ADOPTION, Reading.ESCALATION_PEAK)
    assert [reading_of(world, state, reading, EU) for reading in readings] == [1, 2, 3, 400, 6500]


def test_commitment_asks_the_backbone() -> None:
    """COMMITMENT: mean of cohesion and the patron's commitment; without a patron, the members' mean."""
    world, state = board()
    state.members[NATO, USA].commitment, state.bodies[NATO].cohesion = 400, 600
    assert reading_of(world, state, Reading.COMMITMENT, NATO) == 500
    assert reading_of(world, state, Reading.COMMITMENT, EU) == (650 + 750) // 2


def test_welfare_and_resilience_are_of_people() -> None:
    """WELFARE and RESILIENCE weigh members by people; a target is read alone."""
    world, state = board()
    state.countries[DEU].economy = 900
    assert 930 <= reading_of(world, state, Reading.WELFARE, EU) <= 940
    assert reading_of(world, state, Reading.WELFARE, EU, EST) == 1000
    state.countries[EST].resilience = 100
    assert reading_of(world, state, Reading.RESILIENCE, EU, EST) == 100


def test_calm_of_a_body() -> None:
    """CALM: battles anywhere, incidents against members."""
    world, state = board()
    assert reading_of(world, state, Reading.CALM, EU) == 1000
    state.bodies[EU].incidents = 6
    assert reading_of(world, state, Reading.CALM, EU) == 850
    assert reading_of(world, state, Reading.CALM, RUSSIA) == 1000


def test_less_threat_than_at_the_start() -> None:
    """THREAT_CHANGE: a thousand at the start; the leader's own for a leadership, people's mean for a council."""
    world, state = board()
    plain(laws.mark_start)(world, state)
    assert reading_of(world, state, Reading.THREAT_CHANGE, RUSSIA) == 1000
    assert reading_of(world, state, Reading.THREAT_CHANGE, NATO) == 1000
    state.coalitions[RUS, NATO].threat = state.coalitions[RUS, NATO].threat // 2
    assert reading_of(world, state, Reading.THREAT_CHANGE, RUSSIA) < 700


def test_discord_is_that_of_the_others() -> None:
    """DISCORD: mean price that the other bodies met."""
    world, state = board()
    state.bodies[NATO].discord, state.bodies[NATO].drafts = 60, 3
    state.bodies[EU].discord, state.bodies[EU].drafts = 40, 2
    state.bodies[RUSSIA].discord, state.bodies[RUSSIA].drafts = 999, 9
    assert reading_of(world, state, Reading.DISCORD, RUSSIA) == 20


@pytest.mark.parametrize("reading", Reading)
def test_every_reading_can_be_read_of_an_empty_body(reading: Reading) -> None:
    """The vocabulary is closed: each reading gives a number even where nobody is a member."""
    world, state = tables(2, 1, 1)
    assert isinstance(reading_of(world, state, reading, 0), int)


def test_the_ledger_keeps_values_and_scores() -> None:
    """Rulebook 13: each objective is read and scored, and a side's total is the sum of its own."""
    world, state = tables(2, 2, 1, objectives=3)
    for o, (body, weight) in enumerate(((0, 60), (0, 40), (1, 100))):
        objective = world.objectives[o]
        objective.body, objective.weight, objective.reading, objective.target = body, weight, Reading.COHESION, NOBODY
        objective.best = 1000
    state.bodies[0].cohesion = 500
    plain(laws.keep_ledger)(world, state)
    assert column_of(state.ledger, "value").tolist() == [500, 500, 0]
    assert plain(laws.totals)(world, state, 0) == 50_000
    assert plain(laws.totals)(world, state, 1) == 0


def test_riga_is_latvias() -> None:
    """SOIL_HELD of one state is blind to the rest."""
    world, state = board()
    state.regions[RIGA].controller = RUS
    assert reading_of(world, state, Reading.SOIL_HELD, NATO, EST) == 1000
    assert reading_of(world, state, Reading.SOIL_HELD, NATO, LVA) == 0

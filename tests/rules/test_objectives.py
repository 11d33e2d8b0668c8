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
from wargame.model.codes import Grant, IncidentKind, MeasureKind, Reading
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.state import Ledger, State
from wargame.model.world import ObjectiveFacts, World
from wargame.rules import objectives as laws
from wargame.rules.law import plain

ANY = st.integers(-1_000_000, 1_000_000)


def reading_of(world: World, state: State, reading: Reading, body: int, target: int = NOBODY) -> int:
    """What an objective of a body reads."""
    objective = empty_table(ObjectiveFacts, 1)[0]
    objective.body, objective.reading, objective.target = body, reading, target
    return int(plain(laws.read)(world, state, objective, empty_table(Ledger, 1)[0]))


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


def test_hold_is_land_or_terms() -> None:
    """OBJECTIVE-10, HOLD: what is held of the target, and over the rest of its land what the terms are worth that it granted a member."""
    world, state = board()
    n = state_numbers()
    state.regions[TALL].controller = RUS
    held = round(4 / 7 * 1000)
    assert reading_of(world, state, Reading.HOLD, RUSSIA, EST) == held
    state.pairs[EST, RUS].granted = Grant.NEUTRALITY
    rest = 1000 - held
    assert reading_of(world, state, Reading.HOLD, RUSSIA, EST) == held + round(1000 * n.hold_neutral) * rest // 1000
    state.pairs[EST, RUS].granted = Grant.RECOGNITION
    assert reading_of(world, state, Reading.HOLD, RUSSIA, EST) == held + round(1000 * n.hold_recognised) * rest // 1000
    assert reading_of(world, state, Reading.HOLD, RUSSIA, LVA) == 0
    assert reading_of(world, state, Reading.HOLD, RUSSIA) > reading_of(world, state, Reading.GAINED_LAND, RUSSIA)


@pytest.mark.parametrize(("granted", "free"), [(Grant.NOTHING, 1000), (Grant.NEUTRALITY, 500), (Grant.RECOGNITION, 0)])
def test_who_grants_terms_has_no_free_hand(granted: Grant, free: int) -> None:
    """OBJECTIVE-11, FREE_HAND: the most that a member has granted anybody; what others granted it does not count."""
    world, state = board()
    state.pairs[EST, RUS].granted = granted
    assert reading_of(world, state, Reading.FREE_HAND, NATO) == free
    assert reading_of(world, state, Reading.FREE_HAND, RUSSIA) == 1000


def weeks_of_sanctions(weeks: str, attacked_from: int = 99) -> list[int]:
    """The reading of KEPT week by week: `weeks` has a 1 for each in which sanctions stand."""
    world, state = board()
    world, state = (
        world._replace(objectives=empty_table(ObjectiveFacts, 1)),
        state._replace(ledger=empty_table(Ledger, 1)),
    )
    objective = world.objectives[0]
    objective.body, objective.reading, objective.target = EU, Reading.KEPT, RUS
    text = state.texts[0]
    text.body, text.measure, text.against = EU, 0, RUS
    world.measures[0].kind = MeasureKind.SANCTIONS
    act = state.incidents[0]
    act.kind, act.author, act.victim = IncidentKind.ARMED_ATTACK, RUS, EST
    state.pairs[RUS, EST].war = 1
    found = []
    for week, stands in enumerate(weeks):
        text.alive, act.alive = int(stands), int(week >= attacked_from)
        plain(laws.count_weeks_kept)(world, state)
        plain(laws.keep_ledger)(world, state)
        found.append(int(state.ledger[0].value))
    return found


def test_sanctions_are_kept_or_lapse() -> None:
    """OBJECTIVE-12, KEPT: what nobody called for is kept; once they stood, each week without them counts; so does one after an attack."""
    assert weeks_of_sanctions("000") == [1000, 1000, 1000]
    assert weeks_of_sanctions("0110") == [1000, 1000, 1000, 666]
    assert weeks_of_sanctions("0001", attacked_from=1) == [1000, 0, 0, 333]
    assert weeks_of_sanctions("1111") == [1000] * 4


def test_sanctions_of_others_or_against_others_do_not_count() -> None:
    """KEPT: the body's own, against the target."""
    world, state = board()
    text = state.texts[0]
    text.alive, text.body, text.measure, text.against = 1, EU, 0, RUS
    world.measures[0].kind = MeasureKind.SANCTIONS
    asked = [(EU, RUS), (EU, NOBODY), (NATO, RUS), (EU, DEU)]
    assert [bool(plain(laws.is_sanctioned)(world, state, *pair)) for pair in asked] == [True, True, False, False]
    world.measures[0].kind = MeasureKind.AID
    assert not plain(laws.is_sanctioned)(world, state, EU, RUS)


def test_what_terms_add_to_hold_over_land() -> None:
    """OBJECTIVE-10: nothing where all is held, all they are worth where nothing is."""
    assert [plain(laws.hold)(*pair) for pair in ((0, 0), (0, 300), (500, 300), (1000, 300))] == [0, 300, 650, 1000]


def test_how_free_a_hand_is() -> None:
    """OBJECTIVE-11: by degrees of terms."""
    assert [plain(laws.free_hand)(granted) for granted in Grant] == [1000, 500, 0]


@pytest.mark.parametrize(("kept", "called", "share"), [(0, 0, 1000), (0, 4, 0), (3, 4, 750), (4, 4, 1000), (1, 3, 333)])
def test_the_share_of_weeks_kept(kept: int, called: int, share: int) -> None:
    """OBJECTIVE-12."""
    assert plain(laws.kept_share)(kept, called) == share


@pytest.mark.parametrize(
    ("economy", "funds", "had", "read"),
    [
        (1000, 80, 80, 1000),
        (900, 80, 80, 950),
        (1000, 40, 80, 750),
        (1000, 0, 80, 500),
        (800, 20, 80, 525),
        (800, 0, 0, 900),
    ],
)
def test_means_are_economy_and_chest(economy: int, funds: int, had: int, read: int) -> None:
    """OBJECTIVE-13, MEANS: of all the money that a side ever had; who never had any has spent nothing."""
    assert plain(laws.means)(economy, funds, had) == read
    world, state = board()
    body = state.bodies[RUSSIA]
    body.had, body.funds = had, funds
    state.countries[RUS].economy = economy
    assert reading_of(world, state, Reading.MEANS, RUSSIA, RUS) == read

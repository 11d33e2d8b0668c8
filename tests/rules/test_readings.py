"""Readings: every reading of the state that an objective can have."""

import pytest

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
from wargame.model.codes import Grant, Kind, Reading
from wargame.model.columns import NOBODY, empty_table
from wargame.model.state import Ledger, State
from wargame.model.world import ObjectiveFacts, World
from wargame.rules import ledger, objectives
from wargame.rules import readings as laws
from wargame.rules.law import plain


def reading_of(world: World, state: State, reading: Reading, body: int, target: int = NOBODY) -> int:
    """What an objective of a body reads."""
    objective = empty_table(ObjectiveFacts, 1)[0]
    objective.body, objective.reading, objective.target = body, reading, target
    return int(plain(laws.read)(world, state, objective, empty_table(Ledger, 1)[0]))


def test_an_attack_unanswered_leaves_no_security() -> None:
    """SECURITY: as the land is held, and nothing at all while an attack on a member stands unanswered."""
    assert [plain(objectives.security)(970, unanswered) for unanswered in (0, 1)] == [970, 0]
    world, state = board()
    state.regions[TALL].controller = RUS
    assert reading_of(world, state, Reading.SECURITY, NATO) == reading_of(world, state, Reading.SOIL_HELD, NATO) < 1000
    state.bodies[NATO].unanswered = 1
    assert reading_of(world, state, Reading.SECURITY, NATO) == 0
    assert reading_of(world, state, Reading.SECURITY, EU) == reading_of(world, state, Reading.SOIL_HELD, EU)


def test_quiet_comes_back_when_the_guns_fall_silent() -> None:
    """QUIET: half of it is lost to so much fighting of late, whoever fights, and comes back week by week."""
    assert [plain(objectives.quiet)(battles, 2500.0) for battles in (0, 2500, 7500)] == [1000, 500, 250]
    assert [plain(objectives.forgotten)(state_numbers(), battles) for battles in (4000, 1)] == [3000, 1]
    world, state = board()
    assert reading_of(world, state, Reading.QUIET, EU) == 1000
    state.clock[0].of_late = int(state_numbers().of_late_half)
    seen = [reading_of(world, state, Reading.QUIET, EU)]
    for _week in range(20):
        plain(ledger.forget_battles)(world, state)
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


def test_who_is_attacked_was_not_deterred() -> None:
    """ATTACK_GAIN and EXPOSED_GAIN: a war with a member counts as an attack that was thought to pay."""
    world, state = board()
    for c in range(9):
        state.motives[RUSSIA, c].gain, state.motives[RUSSIA, c].cost = 1000, 5000
    world.links[RUS, EST].claim = 300
    state.pairs[RUS, EST].war = state.pairs[EST, RUS].war = 1
    assert reading_of(world, state, Reading.ATTACK_GAIN, NATO) == 100
    assert reading_of(world, state, Reading.EXPOSED_GAIN, NATO) > -200


def test_a_state_lives_on_by_half_without_its_capital() -> None:
    """STATEHOOD: of a target, or of the members by people."""
    world, state = board()
    whole = reading_of(world, state, Reading.STATEHOOD, EU, EST)
    assert whole == reading_of(world, state, Reading.ECONOMY, EU, EST)
    assert reading_of(world, state, Reading.STATEHOOD, EU) == reading_of(world, state, Reading.ECONOMY, EU)
    state.regions[world.countries[EST].capital].controller = RUS
    assert reading_of(world, state, Reading.STATEHOOD, EU, EST) == whole // 2


def test_levels_of_a_body() -> None:
    """COHESION, STABILITY, ADOPTION, ESCALATION_PEAK are read as they are kept."""
    world, state = board()
    body = state.bodies[EU]
    body.cohesion, body.stability, body.strong, body.drafts = 1, 3, 4, 8
    state.clock[0].peak = 6500
    readings = (Reading.COHESION, Reading.STABILITY, Reading.ADOPTION, Reading.ESCALATION_PEAK)
    assert [reading_of(world, state, reading, EU) for reading in readings] == [1, 3, 400, 6500]


def test_commitment_asks_the_backbone() -> None:
    """COMMITMENT: mean of cohesion and the patron's commitment; without a patron, the members' mean."""
    world, state = board()
    state.members[NATO, USA].commitment, state.bodies[NATO].cohesion = 400, 600
    assert reading_of(world, state, Reading.COMMITMENT, NATO) == 500
    assert reading_of(world, state, Reading.COMMITMENT, EU) == (650 + 750) // 2


def test_levels_at_home_are_of_people() -> None:
    """ECONOMY, WELFARE and RESILIENCE weigh members by people; a target is read alone."""
    world, state = board()
    state.countries[DEU].economy = 900
    assert 930 <= reading_of(world, state, Reading.ECONOMY, EU) <= 940
    assert reading_of(world, state, Reading.ECONOMY, EU, EST) == 1000
    assert reading_of(world, state, Reading.WELFARE, EU, DEU) == 950
    state.countries[DEU].prices = 1250
    assert reading_of(world, state, Reading.WELFARE, EU, DEU) == 850
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
    plain(ledger.mark_start)(world, state)
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
    assert plain(objectives.means)(economy, funds, had) == read
    world, state = board()
    body = state.bodies[RUSSIA]
    body.had, body.funds = had, funds
    state.countries[RUS].economy = economy
    assert reading_of(world, state, Reading.MEANS, RUSSIA, RUS) == read


def test_autonomy_is_integration_or_own_strength() -> None:
    """AUTONOMY: the members' land and air forces beside those of allies outside; an adversary's do not count."""
    world, state = board()
    state.bodies[EU].integration = 0
    own, behind, adversary, fleet = state.formations[0], state.formations[1], state.formations[2], state.formations[3]
    for unit in state.formations:
        unit.alive = 0
    for unit, owner, kind in (
        (own, EST, Kind.INFANTRY),
        (behind, USA, Kind.AIR),
        (adversary, RUS, Kind.ARMOURED),
        (fleet, EST, Kind.FLEET),
    ):
        unit.alive, unit.owner, unit.kind, unit.strength = 1, owner, kind, 1000
    assert reading_of(world, state, Reading.AUTONOMY, EU) == 500
    own.strength = 3000
    assert reading_of(world, state, Reading.AUTONOMY, EU) == 750
    state.bodies[EU].integration = 400
    assert reading_of(world, state, Reading.AUTONOMY, EU) == 850
    own.alive = 0
    assert reading_of(world, state, Reading.AUTONOMY, EU) == 400

"""Economy and money: income, sanctions, gas, war, the stability of a regime."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    BLR,
    DEU,
    EST,
    EU,
    NATO,
    RIGA,
    RUS,
    RUSSIA,
    TALL,
    board,
    notes_of,
    state_numbers,
)
from wargame.model.codes import BodyKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import empty_record
from wargame.rules import economy as laws
from wargame.rules.drift import drifted, paced
from wargame.rules.law import plain
from wargame.rules.membership import fighting

LEVEL = st.integers(0, 1000)


@pytest.mark.parametrize(("cohesion", "unkept", "earned"), [(0, 0, 100), (1000, 0, 130), (500, 2, 75), (0, 6, -20)])
def test_influence(cohesion: int, unkept: int, earned: int) -> None:
    """ECONOMY-1: 10 a turn, up to 3 for cohesion, 2 less a promise unkept (in tenths)."""
    assert plain(laws.influence_earned)(state_numbers(), cohesion, unkept) == earned


def test_common_money() -> None:
    """ECONOMY-2: 0.3 % of EUR 52 bn a year is EUR 3 m a week."""
    assert plain(laws.funds_earned)(52_000.0, 30, 1) == 3
    assert plain(laws.funds_earned)(52_000.0, 30, 52) == 156


def test_sanctions_bite_by_who_stands_behind_them() -> None:
    """ECONOMY-3: all other economies together bite with the whole depth, a small body with two fifths of it."""
    n = state_numbers()
    assert plain(laws.sanction_bite)(n, 5, 1.0) == pytest.approx(5.0)
    assert plain(laws.sanction_bite)(n, 5, 0.0) == pytest.approx(2.0)


def test_sanctions_cost_those_who_buy_gas() -> None:
    """ECONOMY-4: a twentieth of the depth, and a fifth more at full dependence."""
    n = state_numbers()
    assert plain(laws.backfire)(n, 4, 0) == pytest.approx(0.2)
    assert plain(laws.backfire)(n, 4, 1000) == pytest.approx(1.0)


def test_cut_gas_costs_by_dependence() -> None:
    """ECONOMY-5 and 10: customer and seller both lose; the independent lose nothing."""
    n = state_numbers()
    assert plain(laws.gas_shortfall)(n, 500, 0) == 0.0
    assert plain(laws.gas_shortfall)(n, 500, 800) == pytest.approx(1.2)
    assert plain(laws.gas_revenue)(n, 500, 0.2) == pytest.approx(0.3)
    assert plain(laws.gas_revenue)(n, 500, 5.0) == plain(laws.gas_revenue)(n, 500, 1.0)


def test_war_and_occupation_cost() -> None:
    """ECONOMY-6: a price for fighting, a higher one on one's own soil, and the higher the more land is lost."""
    n = state_numbers()
    cost = plain(laws.war_cost)
    assert cost(n, 0, 0.0) == 0.0
    assert cost(n, 1, 0.0) == n.war_cost
    assert cost(n, 1, 0.01) > n.war_cost + n.invasion_cost
    assert cost(n, 1, 0.5) - cost(n, 1, 0.25) == pytest.approx(n.occupation_cost / 4)
    assert cost(n, 0, 0.5) == pytest.approx(n.occupation_cost / 2)


@pytest.mark.parametrize(("war", "lost", "invaded"), [(0, 0.0, 0), (1, 0.0, 0), (0, 0.2, 0), (1, 0.01, 1)])
def test_who_is_invaded(war: int, lost: float, invaded: int) -> None:
    """ECONOMY-12: at war, with land taken from it in this game."""
    assert plain(laws.is_invaded)(war, lost) == invaded


def test_an_economy_regains_a_share_of_what_it_lost() -> None:
    """ECONOMY-11: the more is lost the faster it mends; at its baseline there is nothing to regain."""
    n = state_numbers()
    assert plain(laws.regained)(n, 1000) == 0.0
    assert plain(laws.regained)(n, 900) == pytest.approx(100 * n.recovery)
    assert plain(laws.regained)(n, 1100) == 0.0


def test_what_steadies_and_shakes_a_regime() -> None:
    """ECONOMY-7: land gained steadies; a slump, losses and worry shake."""
    n = state_numbers()
    goal = plain(laws.stability_goal)
    calm = goal(n, 1000, 0, 0.0, 0.0, 0)
    assert calm == n.stability_base
    assert goal(n, 1000, 0, 0.5, 0.0, 0) == calm + n.stability_success / 2
    assert goal(n, 900, 0, 0.0, 0.0, 0) == calm - 100
    assert goal(n, 1000, int(n.losses_half), 0.0, 0.0, 0) == calm - n.stability_losses / 2
    assert goal(n, 1000, 0, 0.0, 1.0, 0) == calm - n.stability_worry
    assert goal(n, 900, 0, 0.0, 0.0, 1) == calm - 100 + n.stability_rally


def test_elites_worry_about_unanswered_threat() -> None:
    """ECONOMY-8: above the calm level, and only while nothing answers it."""
    n = state_numbers()
    assert plain(laws.elite_worry)(n, 250, 0) == 0.0
    assert plain(laws.elite_worry)(n, 625, 0) == pytest.approx(0.5)
    assert plain(laws.elite_worry)(n, 625, 1) == 0.0


def test_resilience_mends_with_defence() -> None:
    """ECONOMY-9: spending raises the level to which the capacity to resist mends."""
    assert plain(laws.resilience_goal)(state_numbers(), 200) == 600


@settings(deadline=None)  # the first call may compile
@given(st.floats(0.0, 0.5), LEVEL, LEVEL)
def test_drift_arrives_and_does_not_pass(rate: float, value: int, goal: int) -> None:
    """Tracks: a level comes nearer its goal each week and never passes it."""
    after = plain(drifted)(rate, value, goal, 0.0)
    assert abs(after - goal) <= max(abs(value - goal) - 1, 0)
    assert (after - goal) * (value - goal) >= 0


@settings(deadline=None)  # the first call may compile
@given(st.floats(0.0, 20.0), st.integers(1, 60))
def test_fractions_add_up(value: float, weeks: int) -> None:
    """Tracks: over some weeks a steady amount is paid to within one thousandth."""
    paid = sum(plain(paced)(value, 7 * week) for week in range(weeks))
    assert abs(paid - value * weeks) <= 1.0 + 1e-6


def test_income_at_the_briefing() -> None:
    """Rulebook 2, money: councils earn influence and money up to the bank, a leadership money alone."""
    world, state = board()
    state.bodies[NATO].influence, state.bodies[EU].influence, state.bodies[RUSSIA].influence = 240, 0, 0
    state.bodies[EU].unkept = 1
    record = empty_record(10)
    plain(laws.income)(world, state, record)
    assert state.bodies[NATO].influence == 250
    assert state.bodies[EU].influence == 100
    assert state.bodies[EU].unkept == 0
    assert state.bodies[RUSSIA].had == state.bodies[RUSSIA].funds
    assert state.bodies[RUSSIA].influence == 0
    assert state.bodies[RUSSIA].funds == round(1_557_700 * 0.036 * 0.003 * 4 / 52)
    assert [int(record.entries[k].known_to) for k in notes_of(record, Note.INCOME)] == [1, 2, 4]


def test_sanctions_on_russia() -> None:
    """ECONOMY-3 and 4: over a year the target is hurt most, gas customers some; those outside not at all."""
    world, state = board()
    for week in range(52):
        state.clock[0].day = 7 * week
        plain(laws.sanction)(world, state, RUS, EU, 4)
    assert state.countries[RUS].economy < 920
    assert state.countries[RUS].economy < state.countries[EST].economy < 1000
    assert state.countries[BLR].economy == 1000


def test_gas_cut_and_diversified() -> None:
    """ECONOMY-5: what is bought elsewhere cannot be cut."""
    world, state = board()

    def hurt_by_a_winter() -> int:
        state.countries[DEU].economy = 1000
        for week in range(13):
            state.clock[0].day = 7 * week
            plain(laws.cut_gas)(world, state, RUS, DEU, 1000)
        return 1000 - int(state.countries[DEU].economy)

    before = hurt_by_a_winter()
    assert before > 0
    plain(laws.diversify)(world, state, EU, 300)
    assert state.countries[DEU].gas == 190
    assert 0 < hurt_by_a_winter() < before / 2


def test_money_from_outside_goes_no_further_than_the_baseline() -> None:
    """ECONOMY-14: it is help to stand, not to grow; no fraction is lost, and what is above the baseline is left alone."""
    _world, state = board()
    assert plain(laws.financed)(25) == pytest.approx(2.5)
    state.countries[EST].economy = 990
    found = []
    for week in range(6):
        state.clock[0].day = 7 * week
        plain(laws.finance)(state, EST, 25)
        found.append(int(state.countries[EST].economy))
    assert found == [992, 995, 997, 1000, 1000, 1000]
    state.countries[EST].economy = 1040
    plain(laws.finance)(state, EST, 25)
    assert state.countries[EST].economy == 1040


def test_economies_recover_but_not_in_war() -> None:
    """ECONOMY-6: a hurt economy mends in peace; one at war with its land held by others shrinks."""
    world, state = board()
    for c in (EST, DEU):
        state.countries[c].economy = 900
    state.pairs[EST, RUS].war = state.pairs[RUS, EST].war = 1
    state.regions[TALL].controller = RUS
    for week in range(20):
        state.clock[0].day = 7 * week
        plain(laws.run_economies)(world, state, plain(fighting)(state.pairs))
    assert state.countries[DEU].economy > 900
    assert state.countries[EST].economy < 900


def test_a_small_steady_burden_is_felt() -> None:
    """ECONOMY-11 and 4: recovery does not eat up at once what sanctions cost those who impose them."""
    world, state = board()
    for week in range(52):
        state.clock[0].day = 7 * week
        plain(laws.sanction)(world, state, RUS, EU, 3)
        plain(laws.run_economies)(world, state, plain(fighting)(state.pairs))
    assert 970 < state.countries[DEU].economy < 995


def test_land_lost_before_the_game_costs_no_more() -> None:
    """ECONOMY-6: a baseline knows what others held on day 0; only what is lost since is counted."""
    world, state = board()
    world.countries[EST].land_lost = 1000
    state.regions[TALL].controller = RUS
    for week in range(20):
        state.clock[0].day = 7 * week
        plain(laws.run_economies)(world, state, plain(fighting)(state.pairs))
    assert state.countries[EST].economy == 1000


def test_a_leadership_that_leaves_threat_unanswered_is_shaken() -> None:
    """ECONOMY-8: a text in force against a member of the feared coalition calms the elites."""
    stability = []
    for answers in (0, 1):
        world, state = board()
        state.coalitions[RUS, NATO].threat = 700
        text = state.texts[0]
        text.alive, text.body, text.against = answers, RUSSIA, EST
        for _ in range(20):
            plain(laws.steady)(world, state)
        stability.append(int(state.bodies[RUSSIA].stability))
    assert stability[0] < stability[1]


def test_gained_land_steadies() -> None:
    """ECONOMY-7: the share of foreign land held, by value."""
    world, state = board()
    share = plain(laws.gained_share)
    assert share(world.regions, state.regions, state.members, RUSSIA, NOBODY) == 0.0
    state.regions[RIGA].controller = RUS
    assert share(world.regions, state.regions, state.members, RUSSIA, NOBODY) == pytest.approx(4 / 41)


@pytest.mark.parametrize(("funds", "size", "lost"), [(8000, 100, 800.0), (0, 100, 0.0), (8000, 0, 0.0)])
def test_a_side_loses_a_share_of_what_it_has_at_hand(funds: int, size: int, lost: float) -> None:
    """ECONOMY-15."""
    assert plain(laws.drained)(funds, size) == pytest.approx(lost)


def test_money_is_taken_from_the_side_of_the_state_answered() -> None:
    """Effect drain: of a leadership or a nation; a council, and a state in no body, have nothing that could be frozen so."""
    world, state = board()
    for body in (NATO, EU, RUSSIA):
        state.bodies[body].funds = 1000
    plain(laws.drain)(world, state, RUS, 100)
    world.bodies[NATO].kind = BodyKind.COUNCIL
    plain(laws.drain)(world, state, EST, 100)
    world.countries[BLR].body = NOBODY
    plain(laws.drain)(world, state, BLR, 100)
    assert [int(state.bodies[body].funds) for body in (NATO, EU, RUSSIA)] == [1000, 1000, 900]

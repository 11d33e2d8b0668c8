"""Forecasts are played by the resolver's own code: the same dice give the same game (laws of the house 6 and 12)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from tests.played import Played
from tests.worlds import bare
from wargame.engine import resolve
from wargame.engine.compile import compile_scenario
from wargame.engine.futures import Futures
from wargame.engine.observe import observe
from wargame.engine.packing import pack
from wargame.engine.resolve import copied, copied_plan, same
from wargame.model.codes import BodyKind, Die, Effect, Ending, Phase, Reading
from wargame.model.columns import column_of, duplicate
from wargame.model.plan import Plan, empty_plan
from wargame.model.record import empty_record
from wargame.model.state import Clock, State
from wargame.model.world import World
from wargame.rules.assumptions import assume_leaderships, table_emergency
from wargame.rules.chance import IMAGINED, cast
from wargame.rules.futures import EXTRA, PER_BODY, army_share, felt_by_members, first_leader, standing_price, wards_of
from wargame.rules.law import plain
from wargame.rules.turn import has_fallen
from wargame.store.scenarios import find_scenario, load_scenario

EST, RUS = 0, 7


@dataclass(frozen=True)
class Case:
    """A position and a plan for it."""

    world: World
    state: State
    plan: Plan


def cases(peace: Played, war: Played) -> dict[str, Case]:
    """Peace and war, with a draft, bids, a request and marches, each seat having decided."""
    found = {}
    for name, game, phase in (
        ("peace", peace, Phase.CAUCUS),
        ("war", war, Phase.CAUCUS),
        ("first attack", war, Phase.ORDERS),
        ("peace orders", peace, Phase.ORDERS),
    ):
        state = game.after(phase)[0]
        found[name] = Case(game.world, state, decided(game, state, phase))
    return found


def decided(game: Played, state: State, phase: Phase) -> Plan:
    """Every seat decides; a draft is lobbied for in the caucus, and forces of the first attack march."""
    plan = empty_plan(state)
    column_of(plan.given, "decided")[:] = 1
    if phase == Phase.CAUCUS:
        draft = plan.drafts[0]
        draft.alive, draft.body, draft.ambition, draft.lowest, draft.against = 1, 0, 2, 1, RUS
        draft.measure, draft.on = game.names.measures.row("forward_presence"), game.names.places.row("LV-RIGA")
        column_of(plan.bids, "points")[0, 4] = 900
        plan.soundings[0, 4].asked = 1
        plan.asks[0].alive, plan.asks[0].body, plan.asks[0].place, plan.asks[0].weeks = 1, 0, 2, 4
    return plan


def resolved(world: World, state: State, plan: Plan) -> State:
    """The rest of a turn, function by function of resolve, as a session takes them."""
    if state.clock[0].phase == Phase.CAUCUS:
        state = resolve.open_session(world, resolve.sound(world, state, plan).state).state
        state = decide_all(world, state, plan)
        state = resolve.close_caucus(world, state, plan).state
    state, plan = copied(state), copied_plan(plan)
    bare(assume_leaderships)(world, state, plan, empty_record(0))  # does nothing for seats that decided
    state = resolve.carry_out(world, state, plan).state
    if resolve.is_broken(state):
        urgent = empty_plan(state)
        bare(table_emergency)(world, state, urgent)
        state = resolve.rise(world, decide_all(world, state, urgent), urgent).state
        state = resolve.carry_out(world, state, empty_plan(state)).state
    return resolve.close_turn(world, state).state


def decide_all(world: World, state: State, plan: Plan) -> State:
    """All drafts of a plan in the order of the bodies."""
    for body in range(state.bodies.size):
        for row in range(plan.drafts.size):
            if plan.drafts[row].alive and plan.drafts[row].body == body:
                state = resolve.decide(world, state, plan.drafts[row], plan.bids, row).state
    return state


def test_no_world_has_the_dice_of_a_future() -> None:
    """Law of the house 6: a forecast that knew the game's dice would foresee it; no seed of a world has the bit of what is imagined."""
    highest = Clock.columns["seed"].high
    assert highest == 2 * IMAGINED - 1
    thrown = [plain(cast)(seed, 0, Die.OPINION_SHOCK, 0, 0) for seed in range(200)]
    imagined = [plain(cast)(seed | IMAGINED, 0, Die.OPINION_SHOCK, 0, 0) for seed in range(200)]
    assert not set(thrown) & set(imagined)


def test_a_standing_price_knows_no_bids(peace: Played) -> None:
    """Rulebook 3: what consensus costs today is asked without what was bid for another draft."""
    state = peace.after(Phase.CAUCUS)[0]
    clean, bid = empty_plan(state), empty_plan(state)
    column_of(bid.bids, "points")[0] = 800
    assert bare(standing_price)(peace.world, state, clean) == bare(standing_price)(peace.world, state, bid) > 0


@pytest.mark.parametrize("name", ["peace", "war", "first attack", "peace orders"])
def test_a_future_is_the_game_under_its_seed(peace: Played, war: Played, name: str) -> None:
    """The forecast uses the resolver's code: thrown with the dice of a future the resolution ends where the future ends."""
    case = cases(peace, war)[name]
    thrown = copied(case.state)
    thrown.clock[0].seed = case.state.clock[0].seed | IMAGINED
    end = resolved(case.world, thrown, case.plan)
    rows = Futures(case.world, case.state).play(case.plan, 1, 1, case.state.clock[0].seed).rows
    bodies = case.state.bodies.size
    assert rows.shape == (1, end.ledger.size + PER_BODY * bodies + EXTRA)
    assert rows[0, : end.ledger.size].tolist() == column_of(end.ledger, "score").tolist()
    felt = [bare(felt_by_members)(case.world, end, body) for body in range(bodies)]
    of_bodies = rows[0, end.ledger.size : -EXTRA].reshape(bodies, PER_BODY)
    assert of_bodies[:, 0].tolist() == felt
    assert of_bodies[:, 1].tolist() == column_of(end.bodies, "unanswered").tolist()
    assert of_bodies[:, 2].tolist() == [bare(army_share)(case.world, end, body) for body in range(bodies)]
    assert of_bodies[:, 3].tolist() == [bare(has_fallen)(case.world, end, body) for body in range(bodies)]
    assert rows[0, -EXTRA : 2 - EXTRA].tolist() == [end.clock[0].peak, end.clock[0].fighting]


@pytest.mark.parametrize("name", ["peace", "war"])
def test_a_future_of_many_turns_is_the_game_to_its_end(peace: Played, war: Played, name: str) -> None:
    """The same, to the last turn: nobody decides any more, and the leadership is assumed to follow its motive."""
    case = cases(peace, war)[name]
    world, end = case.world, case.state
    futures, seed = Futures(world, case.state), case.state.clock[0].seed
    for turn in range(1, 1 + world.course[0].turns - case.state.clock[0].turn):
        end = resolved(world, end, case.plan if turn == 1 else empty_plan(end))
        rows = futures.play(case.plan, 1, turn, seed).rows
        assert rows[0, : end.ledger.size].tolist() == column_of(end.ledger, "score").tolist(), f"after {turn} turns"
        assert rows[0, 1 - EXTRA] == end.clock[0].fighting
        if end.clock[0].ending == Ending.NOT_YET:
            end = resolve.open_turn(world, end).state


def test_the_first_attack_of_the_cases_is_fought(war: Played) -> None:
    """The cases above can fail: an attack breaks the turn and is answered, so that the emergency is compared as well."""
    state = war.after(Phase.ORDERS)[0]
    steps = [outcome.state for before, outcome in war.steps if before.clock[0].phase == Phase.ORDERS]
    assert resolve.is_broken(steps[0])
    assert state.pairs[RUS, EST].war == 1


def test_futures_leave_all_they_are_given_untouched(peace: Played, war: Played) -> None:
    """Law 3: the position and the plan are the same bytes after a thousand futures as before; plans can be compared in any order."""
    for case in cases(peace, war).values():
        before = [table.tobytes() for table in (*case.world, *case.state, *case.plan)]
        futures = Futures(case.world, case.state)
        first = futures.play(case.plan, 8, 2, 5).rows.copy()
        futures.play(copied_plan(empty_plan(case.state)), 8, 2, 5)
        assert np.array_equal(futures.play(case.plan, 8, 2, 5).rows, first)
        assert [table.tobytes() for table in (*case.world, *case.state, *case.plan)] == before


def test_each_row_of_a_forecast_is_one_seed(war: Played) -> None:
    """Law 6: future k under first seed s is the future under s + k, however many are played; seeds do differ."""
    seeds_differ = False
    for state in war.after(Phase.CAUCUS)[1:]:
        futures, plan = Futures(war.world, state), empty_plan(state)
        together = futures.play(plan, 6, 2, 40).rows
        for k in range(6):
            assert np.array_equal(futures.play(plan, 1, 2, 40 + k).rows[0], together[k])
        seeds_differ = seeds_differ or len({row.tobytes() for row in together}) > 1
    assert seeds_differ


def test_a_forecast_sums_up_its_rows(war: Played) -> None:
    """Means in points of 100, rungs and battles; a body's score is that of its own objectives."""
    state = war.after(Phase.CAUCUS)[1]
    forecast = Futures(war.world, state).play(empty_plan(state), 5, 1, 7)
    own = [k for k in range(state.ledger.size) if war.world.objectives[k].body == 1]
    assert forecast.score(war.world, 1) == pytest.approx(forecast.rows[:, own].sum() / 5 / 1000)
    assert forecast.objective(own[0]) == pytest.approx(forecast.rows[:, own[0]].mean() / 1000)
    assert forecast.felt(2) == pytest.approx(forecast.rows[:, state.ledger.size + 2 * PER_BODY].mean())
    assert forecast.unanswered(2) == pytest.approx(forecast.rows[:, state.ledger.size + 2 * PER_BODY + 1].mean())
    assert forecast.army(2) == pytest.approx(forecast.rows[:, state.ledger.size + 2 * PER_BODY + 2].mean() / 1000)
    assert forecast.fallen(2) == pytest.approx(forecast.rows[:, state.ledger.size + 2 * PER_BODY + 3].mean())
    assert forecast.escalation() == pytest.approx(forecast.rows[:, -EXTRA].mean() / 1000)
    assert forecast.battles() == pytest.approx(forecast.rows[:, 1 - EXTRA].mean())


def test_futures_run_on_a_view(war: Played) -> None:
    """Law 7: a View is a whole State; its futures are played without the game's seed and leave it as it was."""
    state = war.after(Phase.CAUCUS)[1]
    for seat in range(state.bodies.size):
        view = observe(war.world, state, war.names, seat)
        before = pack(view.state)
        Futures(view.world, view.state).play(empty_plan(view.state), 4, 2, 1)
        assert pack(view.state) == before
        assert same(view.state, view.state)


def test_what_consensus_would_cost_is_asked_of_answers_to_a_leadership() -> None:
    """OBJECTIVE-4 in forecasts: a nation that defends itself is nobody to be answered, though its side stands first in the file."""
    start = compile_scenario(load_scenario(find_scenario("invasion_2022")), 1)
    bodies, countries = start.names.bodies, start.names.countries
    assert bodies.row("ukraine") < bodies.row("russia")
    assert countries.ids[plain(first_leader)(start.world)] == "RUS"
    column_of(start.world.bodies, "kind")[:] = BodyKind.NATION
    assert plain(first_leader)(start.world) == -1


def test_what_consensus_would_cost_moves_with_a_nuclear_threat(peace: Played) -> None:
    """COUNCIL-19 in forecasts: with a threat in force drafts are dearer; the plan given as scratch is the only thing written on."""
    world, state = peace.world, copied(peace.after(Phase.CAUCUS)[0])
    world = world._replace(effects=duplicate(world.effects))
    measure = peace.names.measures.row("restraint")
    facts, text = world.measures[measure], state.texts[0]
    effect = world.effects[facts.first_effect]
    effect.code, effect.size_3 = Effect.DAUNT, 1000
    text.measure, text.body, text.ambition, text.backing, text.share = (
        measure,
        peace.names.bodies.row("russia"),
        3,
        1000,
        1000,
    )
    prices = []
    for alive in (0, 1):
        text.alive = alive
        before = state.texts.tobytes()
        prices.append(bare(standing_price)(world, state, empty_plan(state)))
        assert state.texts.tobytes() == before
    assert prices[0] < prices[1]


def test_a_state_whose_welfare_is_wished_for_is_a_ward(peace: Played) -> None:
    """Rulebook 8: its land forces count as one's own in a forecast, as of a state whose soil or economy is."""
    world, state = peace.world._replace(objectives=duplicate(peace.world.objectives)), copied(peace.states[0])
    nato, fin = peace.names.bodies.row("nato"), peace.names.countries.row("FIN")
    wish = next(row for row in world.objectives if row.body == nato)
    wish.target, wish.best, wish.worst = fin, 1000, 900
    found = []
    for reading in (Reading.WELFARE, Reading.ECONOMY, Reading.SOIL_HELD, Reading.RESILIENCE):
        wish.reading = reading
        found.append(int(bare(wards_of)(world, state, nato)[fin]))
    assert found == [1, 1, 1, 0]

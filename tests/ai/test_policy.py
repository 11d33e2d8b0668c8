"""AI players are functions of a View (laws of the house 7 and 12): nothing hidden moves them, and all they order is legal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from numbers import Integral

import pytest

from tests.engine.hidden import otherwise
from tests.played import Played
from tests.staffs import small_staff
from wargame.ai.cadet import Cadet
from wargame.ai.campaigning import assault
from wargame.ai.comparison import Candidate, Comparison
from wargame.ai.policy import Decision, Level, Player
from wargame.ai.seating import own_seed, player_of, turns_foreseen
from wargame.ai.staff import GENERAL, NOTHING_ELSE, STAFF, Staff, joined, unlike
from wargame.ai.worth import missed, worth_of
from wargame.engine.futures import Futures
from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.engine.packing import pack
from wargame.engine.resolve import copied
from wargame.model import events as ev
from wargame.model.codes import MeasureKind, Phase
from wargame.model.orders import March, Order, Release, TableDraft
from wargame.model.plan import empty_plan
from wargame.model.state import State
from wargame.model.view import View

SEATS = (0, 1, 2)
LEVELS = (Level.CADET, Level.STAFF, Level.GENERAL)
DRAFTS, FUTURES = 4, 2
SMALL_GENERAL = replace(GENERAL, drafts=DRAFTS, depth=replace(GENERAL.depth, looks=1, futures=FUTURES, horizon=2))


def player(level: Level, seat: int) -> Player:
    """A player of a level with a seed of its own."""
    ways = {
        Level.CADET: Cadet(seat + 11),
        Level.STAFF: small_staff(seat + 11, DRAFTS, FUTURES),
        Level.GENERAL: Staff(seat + 11, SMALL_GENERAL),
    }
    return ways[level]


def asked(player: Player, view: View) -> Decision:
    """What a player decides in the phase that its View shows."""
    ways: dict[Phase, Callable[[View], Decision]] = {
        Phase.CAUCUS: player.caucus,
        Phase.EMERGENCY: player.emergency,
        Phase.ORDERS: player.command,
    }
    return ways[Phase(int(view.state.clock[0].phase))](view)


def moments(peace: Played, war: Played) -> list[tuple[Played, State]]:
    """Positions of every phase in which seats decide."""
    found = [
        (peace, peace.after(Phase.CAUCUS)[0]),
        (peace, peace.after(Phase.CAUCUS)[-1]),
        (peace, peace.after(Phase.ORDERS)[1]),
    ]
    found += [(war, war.after(phase)[0]) for phase in (Phase.ORDERS, Phase.EMERGENCY)]
    return [*found, (war, war.after(Phase.CAUCUS)[1])]


def seen(game: Played, state: State, seat: int) -> View:
    return observe(game.world, state, game.names, seat)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seat", SEATS)
def test_a_decision_is_a_function_of_the_view(peace: Played, war: Played, level: Level, seat: int) -> None:
    """Laws 7 and 12: the same View twice, or Views of worlds that differ only in what is hidden, bring the same decision."""
    for game, state in moments(peace, war):
        view = seen(game, state, seat)
        before = pack(view.state)
        decision = asked(player(level, seat), view)
        assert asked(player(level, seat), view) == decision
        assert pack(view.state) == before
        other = seen(game, otherwise(game.world, state, seat, 5), seat)
        assert asked(player(level, seat), other) == decision
        if state.clock[0].phase == Phase.CAUCUS:
            assert player(level, seat).sound(other) == player(level, seat).sound(view)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seat", SEATS)
def test_all_that_an_ai_orders_is_legal(peace: Played, war: Played, level: Level, seat: int) -> None:
    """Law 8: each order, given after those before it, breaks no law; the session need not refuse any."""
    for game, state in moments(peace, war):
        view = seen(game, state, seat)
        given: list[Order] = []
        for order in asked(player(level, seat), view).orders:
            assert judge(view, order, given) == (), order
            given.append(order)


@pytest.mark.parametrize("seat", [0, 1])
@pytest.mark.parametrize("influence", [0, 1, 3, 25])
def test_a_poor_council_sounds_out_only_whom_it_can_pay_for(peace: Played, seat: int, influence: int) -> None:
    """LEGAL-16: soundings are judged one after the other, as the session takes them."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    state.bodies[seat].influence = influence
    cost = int(peace.world.council_numbers[0].sounding_cost)
    soundings = player(Level.STAFF, seat).sound(seen(peace, state, seat))
    assert len(soundings) * cost <= influence


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seat", SEATS)
def test_a_choice_is_kept_with_its_terms_and_the_best_alternative(
    peace: Played, war: Played, level: Level, seat: int
) -> None:
    """A rationale: the terms of what was chosen and of what came next, worth no more; none where nothing else could be done."""
    for game, state in moments(peace, war):
        decision = asked(player(level, seat), seen(game, state, seat))
        assert decision.choice.label
        assert decision.alternative.label
        assert decision.choice.terms or decision.alternative == NOTHING_ELSE
        assert all(
            isinstance(size, Integral)
            for choice in (decision.choice, decision.alternative)
            for size in choice.terms.values()
        )
        assert not decision.alternative.terms or decision.choice.value >= decision.alternative.value


def test_every_decision_of_a_game_is_told_with_its_reason(war: Played) -> None:
    """Each time an AI seat decides, the log holds its choice, terms and alternative, known to that seat alone."""
    chosen = [event for event in war.session.events if isinstance(event, ev.Chosen)]
    decisions = sum(len(war.after(phase)) for phase in (Phase.CAUCUS, Phase.ORDERS))
    assert len(chosen) >= 2 * (decisions - len(war.after(Phase.EMERGENCY)))
    assert all(event.terms and event.alternative and event.known_to == (event.seat,) for event in chosen)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seat", [0, 1])
def test_no_collective_defence_without_an_incident(peace: Played, war: Played, level: Level, seat: int) -> None:
    """Rulebook 4: it is never tabled in peace, and always answers an incident that the seat can name the author of."""
    tabled = 0
    for game, state in moments(peace, war):
        view = seen(game, state, seat)
        for order in asked(player(level, seat), view).orders:
            if isinstance(order, TableDraft) and is_defence(game, order.measure):
                tabled += 1
                assert order.incident is not None
                act = view.state.incidents[order.incident]
                assert act.alive
                assert act.severity >= 3
                assert view.names.countries.id(act.author) == order.against
                assert game is war
    assert tabled > 0 or level == Level.STAFF  # a staff may find that it does not pay


def is_defence(game: Played, measure: str) -> bool:
    return bool(game.world.measures[game.names.measures.row(measure)].kind == MeasureKind.COLLECTIVE_DEFENCE)


def test_a_staff_keeps_the_pledge(war: Played) -> None:
    """Decision 0011: attacked in an ally, the Council's staff tables its clause, and an attack left unanswered is a term of worth."""
    view = seen(war, war.after(Phase.EMERGENCY)[0], 0)
    decision = asked(Staff(11), view)
    tabled = [order for order in decision.orders if isinstance(order, TableDraft)]
    assert ("article_5", "EST") in [(order.measure, order.helps) for order in tabled]
    assert decision.choice.terms["pledge"] == 0


def test_worth_counts_what_two_turns_do_not_show(war: Played) -> None:
    """Decision 0011: attacks left unanswered and requests for forces weigh by themselves, everything else being equal."""
    view = seen(war, war.after(Phase.EMERGENCY)[0], 0)
    forecast = Futures(view.world, view.state).play(empty_plan(view.state), 2, 1, 1)
    forecast.rows[:, forecast.objectives + 1] = 0
    kept = worth_of(view, forecast, 0, 0)
    assert kept.value - worth_of(view, forecast, 0, 2).value == 3_000
    forecast.rows[:, forecast.objectives + 1] = 1
    assert worth_of(view, forecast, 0, 0).terms["pledge"] == -40_000
    assert worth_of(view, forecast, 0, 0).value == kept.value - 40_000


def test_influence_that_the_bank_cannot_hold_costs_nothing(peace: Played) -> None:
    """Rulebook 3: the bank has a top; what would be earned beyond it may as well be spent."""
    view = seen(peace, peace.after(Phase.CAUCUS)[0], 0)
    view.state.bodies[0].influence = 100
    assert missed(view, 40) == 40
    view.state.bodies[0].influence = 250
    spare = 250 - missed(view, 250)  # what the next briefing brings, for which there is no room
    assert 0 < spare < 250
    assert missed(view, spare) == 0
    assert missed(view, spare + 7) == 7


def test_a_council_s_offensive_frees_and_goes_no_further(war: Played) -> None:
    """CAMPAIGN-5: with nothing of its members' taken, a council at war has no offensive to order."""
    view = seen(war, war.after(Phase.ORDERS)[-1], 0)
    russia = view.names.countries.row("RUS")
    held = [r for r in range(view.world.regions.size) if view.state.regions[r].controller == russia]
    taken = [r for r in held if view.state.members[0, view.world.regions[r].home].joined]
    goals = {order.path[-1] for order in assault(view, russia) if isinstance(order, March)}
    assert goals <= {view.names.places.ids[r] for r in taken}
    for r in taken:
        view.state.regions[r].controller = view.world.regions[r].home
    assert assault(view, russia) == []


def test_each_seat_has_a_seed_of_its_own() -> None:
    """Law 6: told by the game's seed, but neither it nor another seat's; fit for the dice."""
    seeds = {(game, seat): own_seed(game, seat) for game in range(50) for seat in ("nato", "eu", "russia")}
    assert len(set(seeds.values())) == len(seeds)
    assert all(0 <= seed < 2**31 and seed != game for (game, _), seed in seeds.items())
    assert isinstance(player_of(Level.CADET, 1, "nato"), Cadet)
    assert isinstance(player_of(Level.STAFF, 1, "nato"), Staff)
    assert isinstance(player_of(Level.GENERAL, 1, "nato"), Staff)


def test_who_looks_ahead_and_how_far() -> None:
    """The report measures what was foreseen at the turn that it was foreseen for."""
    assert [turns_foreseen(who) for who in ("human", "ai:cadet", "ai:staff", "ai:general")] == [0, 0, 2, 3]


def test_a_general_thinks_longer_than_a_staff() -> None:
    """Rulebook 8: a general searches; more of everything that a staff counts, and nothing else tells them apart."""
    assert GENERAL.rounds > STAFF.rounds
    assert GENERAL.drafts > STAFF.drafts
    assert GENERAL.depth.futures > STAFF.depth.futures
    assert GENERAL.depth.horizon > STAFF.depth.horizon


def test_joined_plans_send_everybody_once() -> None:
    """The first plan's marches stand; the other adds those of formations that the first leaves alone, and nobody sent is released."""
    one = Candidate("one", [March(formation="a", path=("x",), posture="hold"), Release(formation="b")], 0)
    other = Candidate(
        "other",
        [
            March(formation="a", path=("y",), posture="assault"),
            March(formation="b", path=("z",), posture="hold"),
            Release(formation="c"),
        ],
        0,
    )
    plan = joined(one, other)
    assert plan.label == "one with other"
    assert {order.formation: order.path for order in plan.orders if isinstance(order, March)} == {
        "a": ("x",),
        "b": ("z",),
    }
    assert [order.formation for order in plan.orders if isinstance(order, Release)] == ["c"]


def test_plans_that_order_the_same_are_compared_once() -> None:
    """Whatever they are called and in whatever sequence; who is left out for want of room is not known and may come later."""
    there, back = March(formation="a", path=("x",), posture="hold"), March(formation="b", path=(), posture="hold")
    known: set[frozenset[Order]] = set()
    plans = [Candidate("one", [there, back], 0), Candidate("same", [back, there], 0), Candidate("other", [there], 0)]
    assert [plan.label for plan in unlike(plans, known, 1)] == ["one"]
    assert [plan.label for plan in unlike(plans, known, 3)] == ["other"]
    assert unlike(plans, known, 3) == []


def test_an_emergency_is_for_all_that_the_hour_allows(war: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rulebook 2: beside the clause a council considers its other emergency measures, alone and together with it, and nothing else."""
    compared: list[Candidate] = []
    enter = Comparison.enter

    def noted(self: Comparison, candidates: Iterable[Candidate]) -> None:
        plans = list(candidates)
        compared.extend(plans)
        enter(self, plans)

    monkeypatch.setattr(Comparison, "enter", noted)
    view = seen(war, war.after(Phase.EMERGENCY)[0], 0)
    small_staff(1, DRAFTS, FUTURES).emergency(view)
    tabled = [{order.measure for order in plan.orders if isinstance(order, TableDraft)} for plan in compared]
    assert {"article_5"} in tabled
    assert {"response_force"} in tabled
    assert {"article_5", "response_force"} in tabled
    for measure in set().union(*tabled):
        assert view.world.measures[view.names.measures.row(measure)].emergency == 1
    assert len({plan.label for plan in compared}) == len(compared)

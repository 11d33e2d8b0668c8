"""Law of the house 3: only resolve makes a State, from a copy; what goes in comes out untouched, and nothing is made of nothing."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.benchmarks.positions import turns_of
from tests.played import Played
from wargame.engine import resolve
from wargame.engine.invariants import broken_invariants
from wargame.engine.packing import pack
from wargame.engine.resolve import Outcome, copied, same
from wargame.model.codes import BodyKind, Note, Phase, Verdict
from wargame.model.columns import column_of
from wargame.model.plan import Plan, empty_plan
from wargame.model.record import Record, written
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import World

Change = Callable[[World, State, Plan], Outcome]

CHANGES: dict[str, Change] = {
    "begin": lambda world, state, plan: resolve.begin(world, state),
    "open_turn": lambda world, state, plan: resolve.open_turn(world, state),
    "sound": resolve.sound,
    "open_session": lambda world, state, plan: resolve.open_session(world, state),
    "decide": lambda world, state, plan: resolve.decide(world, state, plan.drafts[0], plan.bids, 0),
    "close_caucus": resolve.close_caucus,
    "carry_out": resolve.carry_out,
    "close_turn": lambda world, state, plan: resolve.close_turn(world, state),
    "rise": resolve.rise,
}


def notes(record: Record, what: Note) -> list[tuple[int, int, int, int]]:
    """Who, whom, first and second of the entries of a kind."""
    entries = (record.entries[k] for k in range(record.head[0].count))
    return [(int(e.who), int(e.whom), int(e.first), int(e.second)) for e in entries if e.note == what]


def moments(peace: Played, war: Played) -> dict[str, tuple[World, State]]:
    """Peace, war and emergency, as seats meet them."""
    return {
        "peace": (peace.world, peace.after(Phase.CAUCUS)[1]),
        "war": (war.world, war.after(Phase.CAUCUS)[1]),
        "orders in war": (war.world, war.after(Phase.ORDERS)[0]),
        "emergency": (war.world, war.after(Phase.EMERGENCY)[0]),
    }


def busy_plan(world: World, state: State) -> Plan:
    """A plan in which much is decided: a draft with bids, soundings, requests, marches and a release."""
    plan = empty_plan(state)
    draft = plan.drafts[0]
    draft.alive, draft.body, draft.ambition, draft.lowest, draft.against, draft.automatic = 1, 0, 2, 1, 7, 1
    draft.measure, draft.on = 1, 0  # readiness_plans in northern Estonia
    column_of(plan.bids, "points")[0, :5] = 700
    column_of(plan.soundings, "asked")[:, ::2] = 1
    plan.asks[0].alive, plan.asks[0].body, plan.asks[0].place, plan.asks[0].weeks = 1, 0, 2, 4
    for u in range(plan.moves.size):
        plan.moves[u].given = 1
        plan.moves[u].released = int(u == 3)
    plan.given[0].decided = 1
    return plan


@pytest.mark.parametrize("name", CHANGES)
def test_what_goes_in_comes_out_untouched(peace: Played, war: Played, name: str) -> None:
    """Law 3: world, state and plan are the same bytes after each function of resolve as before, in peace, war and emergency."""
    for moment, (world, state) in moments(peace, war).items():
        plan = busy_plan(world, state)
        before = [table.tobytes() for table in (*world, *state, *plan)]
        outcome = CHANGES[name](world, state, plan)
        assert [table.tobytes() for table in (*world, *state, *plan)] == before, moment
        for ours, theirs in zip(outcome.state, state, strict=True):
            assert not np.shares_memory(np.asarray(ours), np.asarray(theirs)), moment


@pytest.mark.parametrize("name", CHANGES)
def test_the_same_goes_to_the_same(peace: Played, war: Played, name: str) -> None:
    """Law 6: no chance but the dice, no memory: asked twice, every function of resolve answers with the same bytes."""
    for world, state in moments(peace, war).values():
        one, other = (CHANGES[name](world, state, busy_plan(world, state)) for _ in range(2))
        assert same(one.state, other.state)
        assert all(a.tobytes() == b.tobytes() for a, b in zip(written(one.record), written(other.record), strict=True))


def test_every_state_of_a_game_keeps_its_promises(peace: Played, war: Played) -> None:
    """Law 2: every column of every played state lies in its declared range, and the invariants of the tables hold."""
    for game in (peace, war):
        for state in game.states:
            assert broken_invariants(game.world, state) == []


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda s: setattr(s.countries[2], "opinion", 1001), "countries[2]: opinion is 1001"),
        (lambda s: setattr(s.regions[0], "controller", 9), "controller is 9"),
        (lambda s: setattr(s.legs[0, 2], "to", 1), "legs[0]: the path goes on"),
        (lambda s: setattr(s.legs[0, 0], "to", 12), "no way leads"),
        (lambda s: setattr(s.formations[0], "command", 2), "its state is not in"),
        (lambda s: setattr(s.formations[0], "alive", 0), "destroyed with strength left"),
        (lambda s: setattr(s.contributions[0], "share", 999), "do not sum to 1000"),
        (lambda s: setattr(s.contributions[0], "framework", 0), "not one framework"),
        (lambda s: setattr(s.members[0, 0], "joined", 0), "which it is not in"),
        (lambda s: setattr(s.regions[0], "unrest", 5), "unrest in free land"),
        (lambda s: setattr(s.regions[15], "controller", 0), "a sea that somebody holds"),
        (lambda s: setattr(s.pairs[0, 7], "war", 1), "at peace"),
        (lambda s: setattr(s.clock[0], "ending", 1), "ending 1"),
        (lambda s: setattr(s.clock[0], "peak", 0), "above its peak"),
        (lambda s: setattr(s.bodies[0], "adopted", 99), "more drafts adopted"),
    ],
)
def test_a_broken_invariant_is_named(peace: Played, spoil: Callable[[State], None], says: str) -> None:
    """The check above can fail: each promise broken is told in a line that names the place."""
    state = copied(peace.states[0])
    assert broken_invariants(peace.world, state) == []
    spoil(state)
    assert any(says in line for line in broken_invariants(peace.world, state))


def test_formations_are_neither_born_nor_copied(peace: Played, war: Played) -> None:
    """Conservation: a formation only dies; its state, body and type never change."""
    died = 0
    for game in (peace, war):
        for before, outcome in game.steps:
            old, new = before.formations, outcome.state.formations
            assert old.size == new.size
            assert (column_of(new, "alive") <= column_of(old, "alive")).all()
            died += int((column_of(new, "alive") < column_of(old, "alive")).sum())
            for name in ("owner", "body", "kind"):
                assert np.array_equal(column_of(old, name), column_of(new, name))
    assert died >= 0


def test_strength_lost_is_counted_as_lost(war: Played) -> None:
    """Conservation: with no build-up and no aid, strength in the field and losses at home sum to the same, to the last soldier."""
    world = war.world._replace(war_numbers=war.world.war_numbers.copy())
    numbers = world.war_numbers[0]
    numbers.build_standing = numbers.build_national = numbers.build_homeland = 0.0
    lost = 0
    for state in (*war.after(Phase.ORDERS), *war.after(Phase.EMERGENCY)):
        alone = resolve.copied(state)
        column_of(alone.texts, "alive")[:] = 0
        after = resolve.carry_out(world, alone, empty_plan(alone)).state
        gone = [int(column_of(s.formations, "strength").sum()) for s in (state, after)]
        mourned = [int(column_of(s.countries, "losses").sum()) for s in (state, after)]
        assert gone[0] - gone[1] == mourned[1] - mourned[0]
        lost += mourned[1] - mourned[0]
    assert lost > 0


def test_strength_grows_only_to_what_was_decided(peace: Played, war: Played) -> None:
    """Conservation: a formation grows towards its target strength, and only a resolution or a decision lets it grow."""
    for game in (peace, war):
        for before, outcome in game.steps:
            old, new = (column_of(s.formations, "strength") for s in (before, outcome.state))
            grown = new > old
            assert (new[grown] <= column_of(outcome.state.formations, "target")[grown]).all()
            decided = notes(outcome.record, Note.VERDICT) or outcome.state.clock[0].day > before.clock[0].day
            assert decided or not grown.any()


def test_common_money_comes_from_funding_and_goes_into_texts(peace: Played, war: Played) -> None:
    """Conservation: a body's money changes by the income noted and by the price of adopted texts, and by nothing else."""
    spent = 0
    for game in (peace, war):
        for before, outcome in game.steps:
            expected = column_of(before.bodies, "funds").copy()
            for body, _, _, earned in notes(outcome.record, Note.INCOME):
                expected[body] += earned
            for body, measure, verdict, ambition in notes(outcome.record, Note.VERDICT):
                if verdict in (Verdict.ADOPTED, Verdict.HOLLOW):
                    price = game.world.measures[measure].funds * ambition
                    expected[body] = max(0, expected[body] - price)
                    spent += price
            assert np.array_equal(column_of(outcome.state.bodies, "funds"), expected)
    assert spent > 0


def test_influence_is_earned_and_spent_in_the_open(peace: Played, war: Played) -> None:
    """Conservation: a council's influence rises by its income alone, and falls by what tabling costs and no more than was bid."""
    for game in (peace, war):
        for before, outcome in game.steps:
            income = {body: earned for body, _, earned, _ in notes(outcome.record, Note.INCOME)}
            tabled: dict[int, int] = {}
            for body, _, _, cost in notes(outcome.record, Note.TABLED):
                tabled[body] = tabled.get(body, 0) + cost
            for b in range(before.bodies.size):
                old, new = before.bodies[b].influence, outcome.state.bodies[b].influence
                if game.world.bodies[b].kind == BodyKind.LEADERSHIP:
                    assert new == old
                    continue
                bank = int(game.world.state_numbers[0].influence_bank)
                assert new <= max(old, min(bank, old + income.get(b, 0)))
                assert b in income or b in tabled or new == old  # cadets sound nobody out
                assert b in income or new <= old - tabled.get(b, 0) * (verdict_of(outcome, b) != Verdict.UNAFFORDED)


def verdict_of(outcome: Outcome, body: int) -> int:
    """The last verdict of a body that an outcome notes; -1 for none."""
    found = [verdict for b, _, verdict, _ in notes(outcome.record, Note.VERDICT) if b == body]
    return found[-1] if found else -1


def test_a_state_is_the_same_as_itself_only(start_states: tuple[State, State]) -> None:
    """`same` tells equal States from others by every table."""
    one, other = start_states
    assert same(one, copied(one))
    assert not same(one, other)
    assert pack(one) != pack(other)


@pytest.fixture
def start_states(peace: Played) -> tuple[State, State]:
    """Two states that differ."""
    return peace.states[0], peace.states[1]


def test_a_break_waits_for_its_emergency_session(peace: Played, war: Played) -> None:
    """Rulebook 2: the resolution stops at most once a turn, and says so."""
    assert not any(resolve.is_broken(state) for state in peace.states)
    stopped = [
        state.clock[0].turn for before, outcome in war.steps for state in [outcome.state] if _breaks(before, outcome)
    ]
    assert stopped
    assert len(set(stopped)) == len(stopped)
    assert all(resolve.is_broken(o.state) for _, o in war.steps if o.state.clock[0].phase == Phase.EMERGENCY)


def _breaks(before: State, outcome: Outcome) -> bool:
    return before.clock[0].phase == Phase.ORDERS and outcome.state.clock[0].phase == Phase.EMERGENCY


@pytest.mark.parametrize("seed", range(3))
def test_a_resolution_in_steps_is_the_resolution(first_steps: Scenario, seed: int) -> None:
    """Looked at again step by step it ends in the same bits, and its records in a row are the record: turns with a break too."""
    broken = 0
    for turn in turns_of(first_steps, seed + 1):
        for state, plan in turn.calls:
            whole = resolve.carry_out(turn.world, state, plan)
            steps = resolve.carry_out_in_steps(turn.world, state, plan)
            assert resolve.same(steps[-1].state, whole.state)
            entries = b"".join(written(step.record).entries.tobytes() for step in steps)
            assert entries == written(whole.record).entries.tobytes()
            broken += resolve.is_broken(whole.state)
    assert broken or seed

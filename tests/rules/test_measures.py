"""Measures are data, and each moves what it says (law of the house 10)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from tests.played import Played
from tests.worlds import bare
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.resolve import copied
from wargame.model.codes import Act, Effect, Grant, MeasureKind, Phase, Task
from wargame.model.columns import column_of, duplicate, empty_table
from wargame.model.measures import OF_A_LEADER, Moves
from wargame.model.plan import Draft
from wargame.model.record import empty_record
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import EffectFacts, World
from wargame.rules import arming
from wargame.rules import measures as laws
from wargame.rules.adoption import adopt
from wargame.rules.bodies import set_war
from wargame.rules.law import plain
from wargame.rules.texts import counts_in_force, is_for_the_hour, size_of
from wargame.store.scenarios import find_scenario, load_scenario

MEASURES = tuple(load_scenario(find_scenario("first_steps")).measures)
INVASION = load_scenario(find_scenario("invasion_2022"))
CONCEPTS = ("concept_defence", "concept_crisis", "concept_cooperation")
JOINT_OR_CONCEPT = (*CONCEPTS, "joint_hybrid", "joint_mobility", "joint_exercises", "joint_resilience")
OPERATIONS = ("monitoring_mission", "union_operation", "berlin_plus_operation", "allied_operation")
LEVERS = (
    *("military_hotline", "reciprocal_limits", "cyber_support", "allied_stocks"),
    *("central_bank_reserves", "oil_embargo", "price_cap", "gas_storage", "demand_reduction", "temporary_protection"),
    *("candidate_status", "training_mission", "ammunition_initiative", "mediation", "battlegroups"),
    *("exercise_notice", "countersanctions", "war_economy"),
)
HOST = "MDA"  # a state outside, at peace
ANSWERED = "DEU"  # by a leadership
ABROAD = ("assembly_resolution", "global_gateway", "ties_abroad")
BODY_OF_RUSSIA = list(INVASION.bodies).index("russia")
WEEKS = 4  # of a turn, in which a measure moves what it says
CARRIED = 1000  # 1/1000: by all who are bound

Values = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@pytest.mark.parametrize(
    ("supporters", "silent", "reserved", "backing"),
    [(0, 6, 0, 1000), (6, 0, 0, 1250), (0, 3, 3, 500), (2, 2, 2, 750), (0, 0, 0, 1000)],
)
def test_a_text_is_carried_by_who_is_bound(supporters: int, silent: int, reserved: int, backing: int) -> None:
    """MEASURE-2: supporters give a quarter more, reserved members nothing."""
    assert plain(laws.backing_of)(supporters, silent, reserved, 1.25) == backing


def named(draft: Draft, move: Moves, state: State) -> Values:
    """The values of the rows that a promise speaks of."""
    values = column_of(getattr(state, move.table), move.column)
    members = column_of(state.members, "joined")[draft.body] == 1
    match move.of, move.table:
        case "clock", _:
            return values
        case "body", "regards":
            return values[:, draft.body]
        case "against", "regards":
            return values[:, BODY_OF_RUSSIA]
        case "body", _:
            return values[draft.body : draft.body + 1]
        case "members", "members":
            return values[draft.body][members]
        case "members", "formations":
            owner = column_of(state.formations, "owner")
            return values[(owner >= 0) & members[owner]]
        case "members", _:
            return values[members]
        case "on", _:
            return values[column_of(state.formations, "at") == draft.on]
        case "helps", "formations":
            return values[column_of(state.formations, "owner") == draft.helps]
        case "helps", _:
            return values[draft.helps : draft.helps + 1]
        case "against", "bodies":
            return values[np.flatnonzero(column_of(state.members, "joined")[:, draft.against])]
        case "against", "pairs":
            return values[draft.against][members]
        case "against", "incidents":
            return values[column_of(state.incidents, "victim") == draft.against]
        case "against", _:
            return values[draft.against : draft.against + 1]
    raise AssertionError(f"no rows known for {move}")


def addressed(peace: Played, measure: str, ambition: int) -> Draft:
    """A draft of a measure that names what it needs."""
    names, row = peace.names, peace.names.measures.row(measure)
    facts = peace.world.measures[row]
    led = names.bodies.ids[facts.body] == "russia"
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, facts.body, row, ambition, ambition
    draft.against = names.countries.row("LVA" if led else "RUS") if facts.needs_against else -1
    draft.helps = names.countries.row("EST") if facts.needs_helps else -1
    draft.on = names.places.row("RU-PSKO" if led else "EE-TALL") if facts.needs_on else -1
    return draft


def granting(world: World, measure: int) -> World:
    """The world with an offer that grants whatever is asked for."""
    first = world.effects.size
    effects, measures = empty_table(EffectFacts, first + 2), duplicate(world.measures)
    for k in range(first):
        effects[k] = world.effects[k]
    effects[first].code, effects[first + 1].code = Effect.CEASE, Effect.CONCEDE
    effects[first + 1].size_1 = Grant.RECOGNITION
    measures[measure].first_effect, measures[measure].effects = first, 2
    return world._replace(effects=effects, measures=measures)


def offered_peace(peace: Played, before: State, draft: Draft) -> tuple[World, State]:
    """A world at war in which the other side has offered already what a draft offers, and grants what it asks for."""
    state = copied(before)
    spoken_for = np.flatnonzero(column_of(peace.world.countries, "body") == draft.body).tolist()
    for member in spoken_for:
        bare(set_war)(state, member, draft.against)
    answers = next(
        m
        for m, facts in enumerate(peace.world.measures)
        if facts.kind == MeasureKind.CEASEFIRE and state.members[facts.body, draft.against].joined
    )
    text = state.texts[state.texts.size - 1]
    text.alive, text.measure, text.body, text.until = 1, answers, peace.world.measures[answers].body, 10_000
    text.against, text.adopted, text.ambition = spoken_for[0], state.clock[0].day, 1
    return granting(peace.world, answers), state


@pytest.mark.parametrize("ambition", [1, 2, 3])
@pytest.mark.parametrize("measure", MEASURES)
def test_adopting_a_measure_moves_what_it_says(
    first_steps: Scenario, peace: Played, measure: str, ambition: int
) -> None:
    """Law 10: within a turn of its adoption every column that the catalogue names goes the way it declares, and no row of it back."""
    before = peace.after(Phase.CAUCUS)[0]
    draft, world = addressed(peace, measure, ambition), peace.world
    if world.measures[draft.measure].kind == MeasureKind.CEASEFIRE:
        world, before = offered_peace(peace, before, draft)
    state, record = copied(before), empty_record(100)
    bare(adopt)(world, state, draft, ambition, CARRIED, record)
    for _ in range(WEEKS):
        state.clock[0].day += 7
        bare(laws.texts_week)(world, state, record)
    assert_kept(first_steps.measures[measure].moves, draft, before, state)


def assert_kept(promises: Sequence[Moves], draft: Draft, before: State, after: State) -> None:
    """Every column that a measure promises to move has gone the way it declares, and no row of it back."""
    assert promises
    for move in promises:
        one, other = named(draft, move, before), named(draft, move, after)
        sign = 1 if move.direction == "up" else -1
        assert sign * (int(other.sum()) - int(one.sum())) > 0, f"{move.table}.{move.column}"
        assert move.table == "incidents" or (sign * (other - one) >= 0).all(), f"{move.table}.{move.column}"


@pytest.fixture(scope="module")
def large() -> Compiled:
    """January 2022, before its first turn."""
    return compile_scenario(INVASION, 1)


@pytest.mark.parametrize("ambition", [1, 2, 3])
@pytest.mark.parametrize("measure", [*JOINT_OR_CONCEPT, *OPERATIONS, *LEVERS, *ABROAD])
def test_measures_of_the_large_scenario_move_what_they_say(large: Compiled, measure: str, ambition: int) -> None:
    """Law 10, where prices have risen; what two councils have agreed moves the other's cohesion and mobility as well."""
    world, draft = large.world, empty_table(Draft, 1)[0]
    row = large.names.measures.row(measure)
    facts = world.measures[row]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, facts.body, row, ambition, ambition
    answered = ANSWERED if world.bodies[facts.body].leader >= 0 else "RUS"
    draft.against = large.names.countries.row(answered) if facts.needs_against else -1
    draft.helps = large.names.countries.row(HOST) if facts.needs_helps else -1
    draft.on = draft.incident = -1
    before, record = copied(large.state), empty_record(100)
    column_of(before.countries, "prices")[:] = 1200
    state = copied(before)
    bare(adopt)(world, state, draft, ambition, CARRIED, record)
    for _ in range(WEEKS):
        state.clock[0].day += 7
        bare(laws.texts_week)(world, state, record)
    promises = INVASION.measures[measure].moves
    assert_kept(promises, draft, before, state)
    if facts.second >= 0:
        draft.body = facts.second
        assert_kept(promises, draft, before, state)


@pytest.mark.parametrize("ambition", [1, 2, 3])
def test_firmer_words_alarm_more(large: Compiled, ambition: int) -> None:
    """Rulebook 1, words for Russia: of the drafts that compete, and of the ambitions of each, the firmer alarm more."""
    world, rus = large.world, large.names.countries.row("RUS")
    sizes = [bare(size_of)(world, large.names.measures.row(name), ambition, Effect.WORDS) for name in CONCEPTS]
    assert sizes == sorted(sizes, reverse=True)
    text = copied(large.state).texts[0]
    text.body, text.against = large.names.bodies.row("nato"), rus
    believed = []
    for name in CONCEPTS:
        state = copied(large.state)
        text.measure, text.ambition = large.names.measures.row(name), ambition
        bare(laws.apply_text)(world, state, empty_record(10), text, 0, CARRIED)
        believed.append(int(column_of(state.pairs, "intentions")[rus].sum()))
    assert believed[0] > believed[1] > believed[2]


def test_each_side_has_its_ordinary_measures(peace: Played) -> None:
    """Rulebook 10: beside those of war and peace; the Alliance's serve its three core tasks."""
    facts = [peace.world.measures[m] for m in range(peace.world.measures.size)]
    ordinary = [int(measure.body) for measure in facts if not bare(is_for_the_hour)(measure.kind)]
    assert [ordinary.count(body) for body in range(3)] == [6, 4, 4]
    assert {int(measure.task) for measure in facts if measure.body == 0} == set(Task)
    assert {int(measure.task) for measure in facts if measure.body != 0} == {Task.NONE}
    assert len(facts) == len(MEASURES)


def test_a_nuclear_threat_is_seen_by_all_who_stand_outside(peace: Played) -> None:
    """THREAT-9 and 10: the belief in bad intentions rises, for a neighbour more than far away, and not among the author's own."""
    before = peace.after(Phase.CAUCUS)[0]
    state, names = copied(before), peace.names
    world = peace.world._replace(effects=duplicate(peace.world.effects))
    text, rus = state.texts[0], names.countries.row("RUS")
    text.alive, text.body, text.measure = 1, names.bodies.row("russia"), names.measures.row("restraint")
    world.effects[world.measures[text.measure].first_effect].code = Effect.DAUNT
    bare(laws.announce)(world, state, text)

    def doubt_lost(observer: str) -> float:
        row = names.countries.row(observer)
        old, new = (1000 - int(s.pairs[row, rus].intentions) for s in (before, state))
        return (old - new) / old

    assert doubt_lost("EST") > doubt_lost("USA") > 0
    assert doubt_lost("BLR") == 0
    assert state.pairs[names.countries.row("EST"), rus].last_act == Act.NUCLEAR_SIGNAL


def test_who_fights_holds_nothing_back(peace: Played) -> None:
    """Effect restrain: in war readiness stays and nobody sees a withdrawal."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    names, text = peace.names, state.texts[0]
    rus, est = names.countries.row("RUS"), names.countries.row("EST")
    text.alive, text.body, text.ambition, text.adopted = 1, names.bodies.row("russia"), 2, int(state.clock[0].day)
    for war in (1, 0):
        state.pairs[rus, est].war = state.pairs[est, rus].war = war
        unchanged = [state.formations.tobytes(), state.pairs.tobytes()]
        bare(arming.restrain)(peace.world, state, text, 20)
        assert ([state.formations.tobytes(), state.pairs.tobytes()] == unchanged) == bool(war)


@pytest.mark.parametrize("week_ends", [7, 8])
def test_a_withdrawal_is_seen_in_the_first_week(peace: Played, week_ends: int) -> None:
    """Effect restrain: as the week ends in which it was decided, on the seventh day or the eighth, and in no later one."""
    names, text = peace.names, copied(peace.after(Phase.CAUCUS)[0]).texts[0]
    rus, est = names.countries.row("RUS"), names.countries.row("EST")
    for day, seen in ((week_ends, True), (14, False)):
        state = copied(peace.after(Phase.CAUCUS)[0])
        state.clock[0].day = day
        text.alive, text.body, text.ambition, text.adopted = 1, names.bodies.row("russia"), 3, 0
        bare(arming.restrain)(peace.world, state, text, 20)
        assert bool(state.pairs[est, rus].last_act == Act.WITHDRAWAL) is seen


@pytest.mark.parametrize("code", list(Effect))
def test_each_effect_does_something(peace: Played, code: Effect) -> None:
    """Law 10: the vocabulary is closed, and no word of it is empty, but for those that count while a text is in force (test_texts)."""
    before = peace.after(Phase.CAUCUS)[0]
    state, record = copied(before), empty_record(100)
    text = state.texts[0]
    leads = code in OF_A_LEADER
    text.body, text.ambition, text.adopted = 2 if leads else 0, 2, 0
    text.against = peace.names.countries.row("LVA" if leads else "RUS")
    text.helps, text.on = peace.names.countries.row("EST"), peace.names.places.row("RU-PSKO" if leads else "EE-TALL")
    if code == Effect.PUBLISH:
        act = state.incidents[0]
        act.alive, act.severity, act.victim, act.place, act.author = 1, 3, 0, 0, text.against
        state.suspicions[0, 0].confidence = 900
    for unit in state.formations:
        unit.strength = min(unit.strength, max(unit.target // 2, 1)) if code == Effect.LEVY else unit.strength
    if code == Effect.FINDINGS:
        act = state.incidents[0]
        act.alive, act.severity, act.victim, act.place, act.author = 1, 3, 0, 0, text.against
        state.suspicions[0, 0].confidence = 900
        peace = replace(peace, world=peace.world._replace(measures=duplicate(peace.world.measures)))
        peace.world.measures[text.measure].second = 1
    helped = state.countries[text.helps]
    helped.prices, helped.economy = 2000, 900
    unchanged = [table.tobytes() for table in state]
    bare(laws.apply_effect)(peace.world, state, record, text, code, 600)
    assert ([table.tobytes() for table in state] == unchanged) == bool(counts_in_force(code))


def test_a_repeated_measure_moves_half_as_far(peace: Played) -> None:
    """MEASURE-1: what is applied at once is halved for a measure used within six turns."""
    moved = []
    for last_turn in (-100, 0):
        state = copied(peace.after(Phase.CAUCUS)[0])
        draft = addressed(peace, "open_channels", 1)
        state.habits[draft.measure].last_turn = last_turn
        before = state.clock[0].channels
        bare(adopt)(peace.world, state, draft, 1, CARRIED, empty_record(20))
        moved.append(state.clock[0].channels - before)
    assert moved[1] == round(moved[0] * peace.world.council_numbers[0].habit)


def test_what_is_done_at_once_is_not_in_force(peace: Played) -> None:
    """Rulebook 10: a text of no weeks is done and leaves the book."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    at_once = addressed(peace, "attribute", 1)
    bare(adopt)(peace.world, state, at_once, 1, CARRIED, empty_record(20))
    assert not any(state.texts[t].alive and state.texts[t].measure == at_once.measure for t in range(state.texts.size))

"""Councils: from supports to positions, from positions to an outcome, and what consensus would cost (rulebook 3)."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import DecisionRule, MeasureKind, Position, Verdict
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.state import MOST_POINTS, Member, State
from wargame.model.terms import TERM_LIMIT
from wargame.model.world import World
from wargame.rules.bodies import has_a_voice
from wargame.rules.hearing import Hearing, days_since_attack, open_hearing
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import Rows
from wargame.rules.numeric import quantise
from wargame.rules.support import moved_by_company, support_as_heard
from wargame.rules.texts import prolongs

NO_PRICE = 1_000_000  # 1/10 influence: consensus cannot be bought


@law("COUNCIL-11", "rulebook 3; consensus decision-making at NATO, silence procedure (CRS RS21510)")
def position(n: CouncilNumbers, value: int) -> int:
    """A member supports from one point, is silent from nought, reserves its position from minus one, else objects."""
    if value >= n.supports * 1000.0:
        return Position.SUPPORTS
    if value >= 0:
        return Position.SILENT
    return Position.RESERVED if value >= n.objects * 1000.0 else Position.OBJECTS


@law("COUNCIL-12", "rulebook 3")
def red_line_stands(demand_met: int, lapses: int, day: int, in_peace: int, attacked: int, kept: int) -> bool:
    """A red line holds until its demand is met or its day has come; some hold in peace only, not against an aggressor.

    None holds against keeping what is in force: the member has carried it so far.

    `kept` is 1 for a draft that keeps it.
    """
    lifted = demand_met == 1 or (lapses >= 0 and day >= lapses) or (in_peace == 1 and attacked == 1)
    return not lifted and kept == 0


@scalar
def most_bought(n: CouncilNumbers) -> int:
    """The most support that lobbying may buy of a member for a draft, 1/1000 point; no more than an order can carry."""
    return min(quantise(n.lobbying_most * 1000.0), MOST_POINTS)


@scalar
def due_for(n: CouncilNumbers, points: int, courted_recently: int) -> int:
    """What lobbying for so many points (1/1000) of a member costs, 1/10 influence."""
    due = n.lobbying_rate * points / 1000.0
    if courted_recently == 1:
        due = due / n.habit
    return max(1, quantise(due))


@law("COUNCIL-13", "rulebook 3")
def price_of_lift(n: CouncilNumbers, missing: int, courted_recently: int) -> int:
    """Lifting a member by the points it misses has its price, doubled if it was courted within six turns.

    Beyond the most that lobbying can do there is no price.
    """
    if missing <= 0:
        return 0
    if missing > most_bought(n):
        return NO_PRICE
    return due_for(n, missing, courted_recently)


@law("COUNCIL-14", "rulebook 3; a text with too many reservations says little")
def is_hollow(n: CouncilNumbers, reservations: int, members: int, framework_reserved: int) -> bool:
    """Three reservations, if they are no small part of the members, or the framework nation's make a text hollow."""
    many = reservations >= n.hollow_reservations and reservations >= n.hollow_share * members
    return framework_reserved == 1 or many


@law("COUNCIL-21", "rulebook 3: a hollow measure runs one ambition lower")
def comes_to(verdict: int, ambition: int) -> int:
    """A hollow text runs one ambition lower; of one that is hollow at the lowest nothing is left, and it is blocked."""
    return Verdict.BLOCKED if verdict == Verdict.HOLLOW and ambition == 1 else verdict


@law("COUNCIL-15", "Art. 16(4) TEU; rulebook 3")
def qualified_majority(
    states: int,
    people: int,
    all_states: int,
    all_people: int,
    states_needed: int,
    people_needed: int,
    blocking_states: int,
) -> bool:
    """A text is carried by enough states with enough people.

    Too few people alone cannot block it where fewer states than a blocking minority are missing.
    """
    if states * 1000 < states_needed * all_states:
        return False
    return people * 1000 >= people_needed * all_people or all_states - states < blocking_states


@law("COUNCIL-16", "Art. 31(1) TEU; rulebook 3")
def unanimity(
    vetoes: int, abstaining: int, abstaining_people: int, all_states: int, all_people: int, limit: int
) -> bool:
    """No veto, and the constructive abstainers are not a third of the states with a third of the people."""
    if vetoes > 0:
        return False
    return not (abstaining * 1000 >= limit * all_states and abstaining_people * 1000 >= limit * all_people)


@stage
def ruled_out(world: World, state: State, draft: Draft) -> Rows:
    """1 for each state that a red line of its own keeps from this draft today."""
    kept_from = np.zeros(state.countries.size, np.int64)
    for k in range(state.red_lines.size):
        if is_drawn_against(world, state, draft, k):
            kept_from[state.red_lines[k].member] = 1
    return kept_from


@stage
def red_line_crossed(world: World, state: State, draft: Draft, member: int) -> int:
    """The row of the member's red line that rules this draft out today, -1 for none."""
    for k in range(state.red_lines.size):
        if state.red_lines[k].member == member and is_drawn_against(world, state, draft, k):
            return k
    return NOBODY


@stage
def is_drawn_against(world: World, state: State, draft: Draft, row: int) -> bool:
    """A red line rules this draft out today; a text of the same council alone meets its demand."""
    line = state.red_lines[row]
    body = draft.body
    if line.alive == 0 or line.body != body or line.kind != world.measures[draft.measure].kind:
        return False
    met = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        own = text.alive == 1 and text.body == body
        if own and line.demand >= 0 and world.measures[text.measure].kind == line.demand:
            met = 1
    attacked = 1 if days_since_attack(state, draft.against) >= 0 else 0
    return red_line_stands(met, line.lapses, state.clock[0].day, line.in_peace, attacked, draft.kept)


@stage
def sound_out(
    world: World, state: State, draft: Draft, ambition: int, bids: Table[Bid], d: int, supports: Terms, positions: Terms
) -> None:
    """Every member is heard on a draft read at an ambition, which may keep what is in force (draft.kept)."""
    draft.kept = 1 if prolongs(world, state, draft, ambition) else 0
    heard = open_hearing(world, state, draft)
    hear(world, state, draft, ambition, bids, d, heard, supports, positions)


@stage
def hear(
    world: World,
    state: State,
    draft: Draft,
    ambition: int,
    bids: Table[Bid],
    d: int,
    heard: Hearing,
    supports: Terms,
    positions: Terms,
) -> None:
    """Every member's support (1/1000 point) and position on a draft, an entry a country; position -1 for who takes no part.

    Whether the draft keeps what is in force must be asked before (draft.kept).
    First each says what it thinks by itself; then those against hear how many are in favour (draft.company).
    """
    n = world.council_numbers[0]
    terms = np.zeros(TERM_LIMIT, np.int64)
    kept_from = ruled_out(world, state, draft)
    draft.company = 0
    company = 0
    for c in range(state.countries.size):
        positions[c] = -1
        supports[c] = 0
        if has_a_voice(world, state, draft, c):
            supports[c] = support_as_heard(world, state, draft, ambition, c, bids[d, c].points, heard, terms)
            positions[c] = Position.OBJECTS if kept_from[c] else Position.SILENT
            company += 1 if supports[c] >= 0 and not kept_from[c] else -1
    draft.company = company
    for c in range(state.countries.size):
        if positions[c] == Position.SILENT:
            supports[c] += moved_by_company(n, supports[c], company)
            positions[c] = position(n, supports[c])


@stage
def framework_reserves(world: World, state: State, draft: Draft, positions: Terms) -> int:
    """1 where the framework nation of the standing formation a draft builds up has reserved its position."""
    if world.measures[draft.measure].kind != MeasureKind.PRESENCE or draft.on < 0:
        return 0
    for k in range(state.contributions.size):
        part = state.contributions[k]
        if part.alive == 0 or part.framework == 0:
            continue
        unit = state.formations[part.formation]
        if (
            unit.alive
            and unit.body == draft.body
            and unit.at == draft.on
            and positions[part.country] == Position.RESERVED
        ):
            return 1
    return 0


@law("COUNCIL-24", "rulebook 2: two-council items; each council decides by its own rule")
def rule_at(rule: int, is_own: int, abstain_limit: int) -> int:
    """The council that tables decides by the measure's rule; the other unanimously where it knows abstention, else in silence."""
    if is_own == 1:
        return rule
    return DecisionRule.UNANIMITY if abstain_limit > 0 else DecisionRule.SILENCE


@stage
def rule_of(world: World, draft: Draft) -> int:
    """The rule by which the council that a draft lies before decides on it: a codes.DecisionRule."""
    measure = world.measures[draft.measure]
    own = 1 if draft.body == measure.body else 0
    return rule_at(measure.rule, own, world.bodies[draft.body].abstain_limit)


@stage
def outcome(world: World, state: State, draft: Draft, positions: Terms) -> int:
    """What the body makes of a draft, by its decision rule: a codes.Verdict."""
    facts = world.bodies[draft.body]
    rule = rule_of(world, draft)
    states = people = vetoes = abstaining = abstaining_people = favour = favour_people = 0
    for c in range(state.countries.size):
        if positions[c] < 0:
            continue
        inhabitants = world.countries[c].population
        states += 1
        people += inhabitants
        if positions[c] == Position.OBJECTS:
            vetoes += 1
        elif positions[c] == Position.RESERVED:
            abstaining += 1
            abstaining_people += inhabitants
        else:
            favour += 1
            favour_people += inhabitants
    if rule == DecisionRule.LEADER:
        return Verdict.ADOPTED
    if rule == DecisionRule.QUALIFIED:
        carried = qualified_majority(
            favour, favour_people, states, people, facts.states_needed, facts.people_needed, facts.blocking_states
        )
        return Verdict.ADOPTED if carried else Verdict.OUTVOTED
    if rule == DecisionRule.UNANIMITY:
        carried = unanimity(vetoes, abstaining, abstaining_people, states, people, facts.abstain_limit)
        return Verdict.ADOPTED if carried else Verdict.BLOCKED
    if vetoes > 0:
        return Verdict.BLOCKED
    reserved_framework = framework_reserves(world, state, draft, positions)
    return (
        Verdict.HOLLOW
        if is_hollow(world.council_numbers[0], abstaining, states, reserved_framework)
        else Verdict.ADOPTED
    )


@stage
def courted_recently(n: CouncilNumbers, seat: Member, turn: int) -> int:
    """1 where a member was lobbied within the turns that a habit is remembered."""
    return 1 if turn - seat.courted < n.habit_turns else 0

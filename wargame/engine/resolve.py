"""The only place that makes a State: each phase of a turn copies its input and runs the rulebook on the copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wargame.engine.packing import pack
from wargame.model.calendar import WEEK
from wargame.model.codes import Break, Phase
from wargame.model.columns import Table, column_of, duplicate, duplicates, empty_table
from wargame.model.plan import Bid, Draft, Plan, empty_plan
from wargame.model.record import Record, empty_record
from wargame.model.shifts import Source
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.injects import Shifting


@dataclass(frozen=True)
class Outcome:
    """A new State and the record of how it came about."""

    state: State
    record: Record


def copied(state: State) -> State:
    """A working copy: every table copied, nothing shared."""
    return duplicates(state)


def copied_plan(plan: Plan) -> Plan:
    """A working copy of a plan."""
    return duplicates(plan)


def same(one: State, other: State) -> bool:
    """Two states are equal in every column."""
    return pack(one) == pack(other)


def begin(world: World, state: State) -> Outcome:
    """The first assessment of the world, before any turn."""
    work, record = copied(state), empty_record()
    entries.begin(world, work)
    return Outcome(work, record)


def inject(world: World, state: State, row: int, source: Source, shifts: Iterable[Shifting]) -> Outcome:
    """An inject is told: that of a row of the scenario's, or one of the facilitator's own (-1); what it moves is moved."""
    work, record = copied(state), empty_record()
    entries.inject(world, work, row, source, shifts, record)
    return Outcome(work, record)


def withhold(world: World, state: State, rows: int) -> Outcome:
    """From now on the facilitator withholds these injects of the scenario, one bit each, and no others."""
    work, record = copied(state), empty_record()
    work.clock[0].withheld = rows
    return Outcome(work, record)


def open_turn(world: World, state: State) -> Outcome:
    """The briefing of a new turn."""
    work, record = copied(state), empty_record()
    entries.brief(world, work, record)
    return Outcome(work, record)


def sound(world: World, state: State, plan: Plan) -> Outcome:
    """Soundings asked in the caucus."""
    work, record = copied(state), empty_record()
    entries.sound(world, work, plan, record)
    return Outcome(work, record)


def open_session(world: World, state: State) -> Outcome:
    """The public session opens."""
    work, record = copied(state), empty_record()
    phase = column_of(work.clock, "phase")
    if phase[0] == Phase.CAUCUS:
        phase[0] = Phase.SESSION
    return Outcome(work, record)


def decide(world: World, state: State, draft: Draft, bids: Table[Bid], row: int) -> Outcome:
    """One draft is put to its body (`row` is its row in `bids`)."""
    work, record = copied(state), empty_record()
    own = empty_table(Draft, 1)  # what the many say of it is kept with a draft, and the seat's is not ours to write on
    own[0] = draft
    entries.consider(world, work, own[0], duplicate(bids), row, record)
    return Outcome(work, record)


def close_caucus(world: World, state: State, plan: Plan) -> Outcome:
    """What the caucus settled with single members: requests for forces go round, demands of holders are met."""
    work, record = copied(state), empty_record()
    entries.close_caucus(world, work, plan, record)
    work.clock[0].phase = Phase.ORDERS
    return Outcome(work, record)


def carry_out(world: World, state: State, plan: Plan) -> Outcome:
    """Orders are taken over and the turn resolves on, to its end or its break (state.clock says which)."""
    work, record = copied(state), empty_record()
    entries.carry_out(world, work, plan, record)
    return Outcome(work, record)


def carry_out_in_steps(world: World, state: State, plan: Plan) -> list[Outcome]:
    """The same as `carry_out`, a war step an outcome: the last state is the one it makes, the records in a row are its own.

    For looking at a resolution again. A step is let go alone by telling the resolution that it is the turn's last. After a break
    in the turn's last step orders are taken, and no step is left to carry them out.
    """
    work, course = copied(state), world.course[0]
    last = int(course.weeks_a_turn * WEEK // course.step_days)
    if state.clock[0].step >= last:
        return [carry_out(world, state, plan)]
    found: list[Outcome] = []
    for step in range(int(state.clock[0].step), last):
        work, record = copied(work), empty_record()
        work.clock[0].step = last - 1
        entries.carry_out(world, work, empty_plan(work) if found else plan, record)
        work.clock[0].step = step + 1
        found.append(Outcome(work, record))
        if is_broken(work):
            break
    return found


def close_turn(world: World, state: State) -> Outcome:
    """The assessment."""
    work, record = copied(state), empty_record()
    entries.assess(world, work, record)
    return Outcome(work, record)


def rise(world: World, state: State, plan: Plan) -> Outcome:
    """The emergency session rises, and every seat may replace its orders (`plan` is as for requests; none are put)."""
    work, record = copied(state), empty_record()
    entries.rise(work)
    work.clock[0].phase = Phase.ORDERS
    return Outcome(work, record)


def is_broken(state: State) -> bool:
    """The resolution stopped at a break and waits for the emergency session."""
    broken, phase = (column_of(state.clock, name)[0] for name in ("broken", "phase"))
    return bool(broken != Break.NONE and phase == Phase.EMERGENCY)

"""Votes as a seat may imagine them: drafts of one body decided again and again, members otherwise disposed each time."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Note
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft, Plan
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.chance import IMAGINED
from wargame.rules.futures import Scores, restore, restore_plan
from wargame.rules.law import law, stage
from wargame.rules.numeric import quantise
from wargame.rules.session import agenda_of, consider
from wargame.rules.turn import draw_dispositions

VERDICT, AMBITION, MEMBERS = (
    0,
    1,
    2,
)  # columns of a vote: what became of the draft, at which ambition, then a Position a state
ABSENT = -1  # position of a state that took no part


@law("FORECAST-1", "rulebook 3 and 12: soundings; the mean of a normal belief after one noisy observation")
def imagined_disposition(n: CouncilNumbers, is_sounded: int, is_exact: int, heard: int, drawn: int) -> int:
    """What a member may keep to itself: after a sounding about what was heard of it, else anything that governments are disposed to.

    In consultations it has said it itself.

    `drawn` is a disposition as the briefing draws them; all in 1/1000 point.
    """
    if is_sounded == 0:
        return drawn
    wide, error = n.disposition_sd * n.disposition_sd, n.sounding_sd * n.sounding_sd
    if is_exact == 1 or error == 0:
        return heard
    trust = wide / (wide + error)
    doubt = n.sounding_sd / np.sqrt(wide + error)  # as a share of what was doubted before
    return quantise(trust * heard + doubt * drawn)


@stage
def imagine_dispositions(world: World, state: State, body: int) -> None:
    """Draw what each state may keep to itself, as far as the seat of a body does not know it."""
    clock, facts = state.clock[0], state.bodies[body]
    consulted = 1 if facts.called_by >= 0 and facts.called_day == clock.day else 0
    draw_dispositions(world, state)
    for c in range(state.countries.size):
        seat, own = state.members[body, c], state.countries[c]
        is_sounded = 1 if seat.joined and seat.sounded == clock.turn else 0
        own.disposition = imagined_disposition(
            world.council_numbers[0], is_sounded, is_sounded * consulted, seat.heard, own.disposition
        )


@stage
def play_vote(
    world: World, start: State, plan: Plan, work: State, work_plan: Plan, record: Record, body: int, seed: int
) -> int:
    """The drafts of a body in a plan decided in their order under one seed (below 2^31), up to the last; the Verdict on it."""
    restore(work, start)
    restore_plan(work_plan, plan)
    work.clock[0].seed = seed | IMAGINED
    imagine_dispositions(world, work, body)
    verdict = ABSENT
    last = last_of(work_plan.drafts, body)
    for d in agenda_of(world, work_plan.drafts):
        if work_plan.drafts[d].body == body and verdict == ABSENT:
            record.head[0].count = 0
            decided = consider(world, work, work_plan.drafts[d], work_plan.bids, d, record)
            verdict = decided if d == last else ABSENT
    return verdict


@stage
def last_of(drafts: Table[Draft], body: int) -> int:
    """The row of the last draft that a body put on the agenda; -1 for none."""
    last = NOBODY
    for d in range(drafts.size):
        if drafts[d].alive and drafts[d].body == body:
            last = d
    return last


@stage
def read_vote(record: Record, verdict: int, f: int, out: Scores) -> None:
    """A row of `out` about the draft that a record tells of: columns as above, positions those of its last reading."""
    out[f, VERDICT] = verdict
    out[f, MEMBERS:] = ABSENT
    for k in range(record.head[0].count):
        entry = record.entries[k]
        if entry.note == Note.POSITION:
            out[f, MEMBERS + entry.who] = entry.first
        elif entry.note == Note.VERDICT:
            out[f, AMBITION] = entry.second

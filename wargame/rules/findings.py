"""What two councils tell each other of the authors of covert acts (rulebook 1: hybrid threats, and strategic communication upon them)."""

from __future__ import annotations

from wargame.model.codes import Note
from wargame.model.columns import NOBODY
from wargame.model.record import Record
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules.hybrid import is_attributed
from wargame.rules.law import law, stage
from wargame.rules.notes import note
from wargame.rules.numeric import FULL, clamp, quantise


@law(
    "HYBRID-5",
    "Joint Declaration, 8 July 2016: timely information sharing on hybrid threats; rulebook 12: attribution informs one side",
)
def told(own: int, other: int, size: int) -> int:
    """A council that is less sure of an author learns each week a share of what the other is surer of, and never more (1/1000)."""
    return clamp(own + quantise(size * max(other - own, 0) / 1000.0), 0, FULL)


@stage
def tell_findings(world: World, state: State, record: Record, text: Text, size: int) -> None:
    """Two councils compare what they know of acts that nobody has been named for. Note.ATTRIBUTED as in hybrid.investigate."""
    other = world.measures[text.measure].second
    if other == NOBODY:
        return
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive and not act.published:
            here, there = state.suspicions[text.body, k].confidence, state.suspicions[other, k].confidence
            learn(world, state, record, text.body, k, told(here, there, size))
            learn(world, state, record, other, k, told(there, here, size))


@stage
def learn(world: World, state: State, record: Record, body: int, k: int, confidence: int) -> None:
    """A council is so sure of who was behind an act; it is told when that is enough to know the author."""
    n, act, known = world.state_numbers[0], state.incidents[k], state.suspicions[body, k]
    knew = is_attributed(n, known.confidence)
    known.confidence = confidence
    if not knew and is_attributed(n, confidence):
        note(record, Note.ATTRIBUTED, state.clock[0].day, act.victim, act.author, act.place, k, act.severity, 1 << body)

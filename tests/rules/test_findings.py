"""What two councils tell each other of the authors of covert acts."""

from __future__ import annotations

import pytest

from tests.rules.threat_world import EST, EU, NATO, RUS, RUSSIA, TALL, board
from tests.worlds import bare
from wargame.model.codes import IncidentKind, Note
from wargame.model.columns import NOBODY
from wargame.model.record import empty_record, written
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import findings as laws
from wargame.rules.hybrid import incident
from wargame.rules.law import plain


@pytest.mark.parametrize(
    ("own", "other", "size", "after"), [(200, 800, 500, 500), (800, 200, 500, 800), (0, 1000, 1000, 1000)]
)
def test_who_knows_less_learns(own: int, other: int, size: int, after: int) -> None:
    """HYBRID-5: a share of what the other is surer of; nobody grows less sure by it."""
    assert plain(laws.told)(own, other, size) == after


def an_act() -> tuple[World, State]:
    """An act that the Alliance has all but attributed and the Union knows little of."""
    world, state = board()
    row = plain(incident)(world, state, empty_record(4), IncidentKind.CYBER, 2, EST, TALL, RUS)
    assert row == 0
    state.suspicions[NATO, 0].confidence, state.suspicions[EU, 0].confidence = 790, 100
    text = state.texts[0]
    text.alive, text.body, text.measure = 1, EU, 0
    return world, state


@pytest.mark.parametrize(("known", "knows"), [(790, 0), (950, 1)])
def test_a_council_is_told_when_it_has_learned_enough(known: int, knows: int) -> None:
    """Rulebook 12: attribution informs one side, the one that did not know; whom the Alliance only suspects, the Union comes to suspect."""
    world, state = an_act()
    world.measures[0].second = NATO
    state.suspicions[NATO, 0].confidence = known
    record = empty_record(20)
    for _ in range(6):
        bare(laws.tell_findings)(world, state, record, state.texts[0], 500)
    assert state.suspicions[NATO, 0].confidence == known
    assert 700 < state.suspicions[EU, 0].confidence <= known
    told = [int(entry.known_to) for entry in written(record).entries if entry.note == Note.ATTRIBUTED]
    assert told == [1 << EU] * knows


def test_what_is_published_or_told_by_one_council_alone_is_not_shared() -> None:
    """What all know is no finding; without the other council nothing is told, and the author's side learns nothing of it."""
    world, state = an_act()
    before = state.suspicions.tobytes()
    bare(laws.tell_findings)(world, state, empty_record(4), state.texts[0], 500)
    assert world.measures[0].second == NOBODY
    assert state.suspicions.tobytes() == before
    world.measures[0].second, state.incidents[0].published = NATO, 1
    bare(laws.tell_findings)(world, state, empty_record(4), state.texts[0], 500)
    assert state.suspicions.tobytes() == before
    state.incidents[0].published = 0
    own = int(state.suspicions[RUSSIA, 0].confidence)
    bare(laws.tell_findings)(world, state, empty_record(4), state.texts[0], 500)
    assert state.suspicions[RUSSIA, 0].confidence == own
    assert state.suspicions.tobytes() != before

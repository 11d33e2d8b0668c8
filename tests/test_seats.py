"""Seats of a session: what they intend before they may order it, and how they change hands."""

from __future__ import annotations

import pytest

from tests.in_memory import Memory, commit_all, humans
from tests.played import AGGRESSOR
from wargame.engine.compile import Compiled
from wargame.engine.packing import digest, unpack
from wargame.model.codes import Phase
from wargame.model.orders import March, TableDraft
from wargame.session import Refused, Session

CHANNELS = TableDraft(measure="open_channels", ambition=1, against="RUS")


def a_march(session: Session, seat: str) -> March:
    """A march that the seat may order in the orders phase: a formation of its leader stays where it is."""
    view = session.view(seat)
    leader = int(view.world.bodies[view.body].leader)
    row = next(u for u in range(view.state.formations.size) if view.state.formations[u].owner == leader)
    return March(formation=view.names.formations.ids[row], path=(), posture="hold")


def test_what_is_intended_is_ordered_when_its_phase_opens(start: Compiled) -> None:
    """A visit a turn: an intent is in the journal at once, judged when forces can be ordered, and forgotten with the turn."""
    journal = Memory()
    session = humans(start, journal)
    march = a_march(session, AGGRESSOR)
    stranger = March(formation="no-such-formation", path=(), posture="hold")
    session.intend(AGGRESSOR, [march, stranger])
    assert journal.log[-1].kind == "intent"
    assert session.seats[AGGRESSOR].orders == {}
    commit_all(session)
    assert session.phase is Phase.ORDERS
    assert session.order_intended(AGGRESSOR) == ((stranger, ("LEGAL-0",)),)
    assert list(session.seats[AGGRESSOR].orders.values()) == [march]
    with pytest.raises(Refused):
        session.intend(AGGRESSOR, [march])
    commit_all(session)
    assert session.seats[AGGRESSOR].intended == ()


def test_what_is_intended_survives_a_crash(start: Compiled) -> None:
    """Cut off before its phase opened, or while it was being given: it is given once."""
    journal = Memory()
    session = humans(start, journal)
    march = a_march(session, AGGRESSOR)
    session.intend(AGGRESSOR, [march])
    commit_all(session)
    session.order_intended(AGGRESSOR)
    for cut in (len(journal.log), len(journal.log) - 1):
        again = Session(start, dict.fromkeys(start.names.bodies.ids), Memory())
        again.restore(unpack(journal.kept[0].body, start.state), journal.log[:cut])
        assert again.order_intended(AGGRESSOR) == ()
        assert list(again.seats[AGGRESSOR].orders.values()) == [march]


def test_a_seat_is_handed_to_an_ai_and_back(start: Compiled) -> None:
    """What a person ordered in the phase is taken back, and the AI decides; a person who has decided stays until the next phase."""
    session = humans(start)
    session.submit("nato", CHANNELS)
    session.hand_over("nato", "ai:cadet")
    assert session.seats["nato"].orders == {}
    assert session.play_ai()
    assert session.seats["nato"].ready
    session.hand_over("nato", "human")
    assert not session.play_ai()
    session.commit("eu")
    with pytest.raises(Refused):
        session.hand_over("eu", "ai:cadet")
    with pytest.raises(ValueError, match="admiral"):
        session.hand_over("russia", "ai:admiral")
    session.commit("russia")
    assert session.phase is Phase.ORDERS
    assert not session.play_ai()


@pytest.mark.parametrize("cut", range(4))
def test_a_game_with_a_seat_handed_over_goes_on_where_it_was_cut_off(start: Compiled, cut: int) -> None:
    """The log says who was seated; orders of an AI that were written before the cut are not given twice."""
    journal = Memory()
    session = humans(start, journal)
    session.hand_over("nato", "ai:cadet")
    session.play_out()
    lines = journal.log[: len(journal.log) - cut]
    commit_all_people(session)
    again = Session(start, dict.fromkeys(start.names.bodies.ids), Memory())
    again.restore(unpack(journal.kept[0].body, start.state), lines)
    again.play_out()
    commit_all_people(again)
    assert digest(again.state) == digest(session.state)


def commit_all_people(session: Session) -> None:
    """Everybody who has not decided does so, without an order."""
    for seat, place in session.seats.items():
        if place.player is None and not place.ready:
            session.commit(seat)

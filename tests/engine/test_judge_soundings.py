"""Soundings before the judge: whom a council may ask what it keeps to itself, and how often."""

from __future__ import annotations

from tests.engine.desks import Desk
from wargame.model.orders import SoundOut


def test_legal_36_a_member_is_sounded_out_once_a_turn(caucus: Desk) -> None:
    """LEGAL-36: whether it was heard already, in a sounding or in consultations, or the same is ordered beside; others may still be heard.

    What was heard of it, and what another council heard, is nothing to the judge.
    """
    ask, seat = SoundOut(member="DEU"), caucus.state.members[0, caucus.names.countries.row("DEU")]
    assert caucus.judged("nato", ask, (ask,)) == ("LEGAL-36",)
    assert caucus.judged("nato", ask, (SoundOut(member="POL"),)) == ()
    seat.sounded = caucus.state.clock[0].turn
    for heard in (-2000, 0, 2000):
        seat.heard = heard
        assert caucus.judged("nato", ask) == ("LEGAL-36",)
    assert caucus.judged("eu", ask) == ()
    seat.sounded -= 1
    assert caucus.judged("nato", ask) == ()


def test_legal_36_consultations_have_told_all(emergency: Desk) -> None:
    """LEGAL-36: the allies met on the attack on Estonia, and each said how it is disposed."""
    assert emergency.state.bodies[0].called_day == emergency.state.clock[0].day
    assert emergency.judged("nato", SoundOut(member="DEU")) == ("LEGAL-36",)
    assert emergency.judged("eu", SoundOut(member="DEU")) == ()

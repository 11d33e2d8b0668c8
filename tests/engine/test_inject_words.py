"""Injects in words: what they wait for, move and are told to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wargame.engine.compile import Compiled
from wargame.engine.deck import told_alone
from wargame.engine.inject_words import effect_words, listed_words, told_to_words, truth_words, when_words
from wargame.model.codes import IncidentKind
from wargame.model.events import Injected
from wargame.model.injects import InjectEffect, When
from wargame.model.names import Roll
from wargame.model.shifts import Shift


def test_what_an_inject_waits_for_is_said(start: Compiled) -> None:
    """All of it; and what comes at once, or never by itself."""
    when = When(turn=2, day=date(2022, 3, 1), until=date(2022, 4, 1), escalation=5, war=("RUS", "EST"))
    said = when_words(start.names, when)
    assert said == (
        "from turn 2 on; from 1 March 2022 on; until 1 April 2022; when escalation is at 5 or above; "
        "while Russia and Estonia are at war"
    )
    assert when_words(start.names, When(peace=("RUS", "EST"))) == "while Russia and Estonia are not at war"
    assert when_words(start.names, When()) == "at the first briefing"
    assert when_words(start.names, None) == "only when it is released"


def test_what_an_inject_moves_is_said(start: Compiled) -> None:
    """With its unit and sign; an incident with its author, or that it has none."""
    said = effect_words(start.names, InjectEffect(effect=Shift.OPINION, of="EST", size=-2.5))
    assert said == "public support in Estonia for a firm policy −2.5 %"
    assert effect_words(start.names, InjectEffect(effect=Shift.ESCALATION, size=1)) == "escalation +1 rungs"
    act = InjectEffect(effect=Shift.INCIDENT, of="EST", size=2, kind=IncidentKind.SABOTAGE)
    assert effect_words(start.names, act) == "sabotage of severity 2 against Estonia, by nobody who could be found"
    known = act.model_copy(update={"by": "RUS"})
    assert effect_words(start.names, known) == "sabotage of severity 2 against Estonia, by Russia"


def test_who_is_told_and_whether_it_is_true(start: Compiled) -> None:
    """On one line that begins as a sentence does."""
    parts = [told_to_words(start.names, "nato"), truth_words(None)]
    assert listed_words(parts) == "Told to NATO alone · Invented."
    assert told_to_words(start.names, None) == "told to all"
    assert truth_words("A court.") == "Source: A court"


def test_one_side_of_one_is_not_told_alone(start: Compiled) -> None:
    """Where there is but one side, what all are told is no secret of its own."""
    told = Injected(day=0, known_to=("nato",), inject="one", title="One", text="One.", source="scenario")
    assert told_alone(start.names, told) == "nato"
    assert told_alone(replace(start.names, bodies=Roll.of([("nato", "NATO")])), told) is None
    assert told_alone(start.names, told.model_copy(update={"known_to": start.names.bodies.ids})) is None

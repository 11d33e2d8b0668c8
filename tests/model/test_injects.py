"""Injects in a scenario file: what refers to nothing, what moves too much, what can never be told."""

from __future__ import annotations

from datetime import date

import pytest

from tests.injected import injected
from wargame.model.codes import IncidentKind
from wargame.model.findings import path_text
from wargame.model.injects import Inject, InjectEffect, When
from wargame.model.references_injects import check_injects
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift
from wargame.model.starts import shortened

SOUND = Inject(title="A fact", text="It is so.", source="A source")


def found(scenario: Scenario, inject: Inject) -> list[str]:
    """Where something is wrong with one inject."""
    held = scenario.model_copy(update={"injects": {"one": inject}})
    return [path_text(place) for place, _says in check_injects(held)]


def effect(what: Shift, size: float, of: str | None = None, **more: object) -> Inject:
    """An inject with one effect."""
    one = InjectEffect(effect=what, size=size, of=of).model_copy(update=more)
    return SOUND.model_copy(update={"effects": (one,)})


def waiting(when: When) -> Inject:
    """An inject that waits for something."""
    return SOUND.model_copy(update={"when": when})


def test_a_sound_deck_is_sound(first_steps: Scenario) -> None:
    """Nothing is found where nothing is wrong."""
    assert list(check_injects(injected(first_steps))) == []


@pytest.mark.parametrize(
    ("inject", "place"),
    [
        (SOUND.model_copy(update={"source": None}), "injects.one"),
        (SOUND.model_copy(update={"invented": True}), "injects.one.invented"),
        (SOUND.model_copy(update={"to": "moon"}), "injects.one.to"),
        (waiting(When(war=("RUS", "ATL"))), "injects.one.when.war[1]"),
        (waiting(When(peace=("RUS", "RUS"))), "injects.one.when.peace"),
        (waiting(When(turn=100)), "injects.one.when.turn"),
        (waiting(When(day=date(1999, 1, 1))), "injects.one.when.day"),
        (waiting(When(until=date(1999, 1, 1))), "injects.one.when.until"),
        (effect(Shift.OPINION, 5), "injects.one.effects[0]"),
        (effect(Shift.OPINION, 5, "ATL"), "injects.one.effects[0].of"),
        (effect(Shift.OPINION, 26, "EST"), "injects.one.effects[0].size"),
        (effect(Shift.OPINION, 0, "EST"), "injects.one.effects[0].size"),
        (effect(Shift.FUNDS, 5, "EST"), "injects.one.effects[0].of"),
        (effect(Shift.COHESION, 5), "injects.one.effects[0]"),
        (effect(Shift.COHESION, 5, "russia"), "injects.one.effects[0].of"),
        (effect(Shift.INFLUENCE, 5, "russia"), "injects.one.effects[0].of"),
        (effect(Shift.ESCALATION, 1, "EST"), "injects.one.effects[0].of"),
        (effect(Shift.CHANNELS, 1, by="RUS"), "injects.one.effects[0]"),
        (effect(Shift.INCIDENT, 2, "EST"), "injects.one.effects[0]"),
        (effect(Shift.INCIDENT, 2.5, "EST", kind=IncidentKind.CYBER), "injects.one.effects[0].size"),
        (effect(Shift.INCIDENT, 5, "EST", kind=IncidentKind.CYBER), "injects.one.effects[0].size"),
        (effect(Shift.INCIDENT, 2, "EST", kind=IncidentKind.ARMED_ATTACK), "injects.one.effects[0]"),
        (effect(Shift.INCIDENT, 2, "EST", kind=IncidentKind.ACCIDENT), "injects.one.effects[0]"),
        (effect(Shift.INCIDENT, 2, "EST", kind=IncidentKind.CYBER, by="EST"), "injects.one.effects[0].by"),
        (effect(Shift.INCIDENT, 2, "EST", kind=IncidentKind.CYBER, by="ATL"), "injects.one.effects[0].by"),
    ],
)
def test_what_is_wrong_is_found_where_it_stands(first_steps: Scenario, inject: Inject, place: str) -> None:
    """Law 14: a fault is told with its place."""
    assert found(first_steps, inject) == [place]


def test_a_shorter_game_holds_no_inject_of_a_later_turn(first_steps: Scenario) -> None:
    """As its host ends it sooner, what waits for a later turn is left out; so its save is sound."""
    short = shortened(injected(first_steps), 1)
    assert set(short.injects) == {"ferry", "papers", "held"}
    assert list(check_injects(short)) == []

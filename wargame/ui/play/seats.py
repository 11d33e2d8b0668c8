"""Who sits where, from `nato=human,eu=ai:staff`."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN, usual_level
from wargame.catalogue import _
from wargame.commands.words import known, seat_once
from wargame.model.codes import BodyKind
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError, one_line

SITTERS = (HUMAN, *(f"{AI}:{level.value}" for level in Level))


def seats_of(text: str, scenario: Scenario) -> dict[str, str]:
    """Who sits where; seats that are not named go to the AI, and where none is named the first is a person's. Raises InputError."""
    wanted: dict[str, str] = {}
    bodies = tuple(scenario.bodies)
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        seat, equals, sitter = (word.strip() for word in part.partition("="))
        if not equals:
            refusal = _("{option}: {word} is not of the form seat=who, such as {example}")
            example = f"{next(iter(bodies))}={HUMAN}"
            raise InputError([one_line(refusal.format(option="--seats", word=repr(part), example=example))])
        wanted[seat_once(seat, bodies, wanted, "--seats")] = known(sitter, SITTERS, "player")
    return filled(wanted, scenario)


def delegates_of(text: str, scenario: Scenario) -> tuple[str, ...]:
    """The states for which people speak, from `EST,HUN`. Raises InputError for one that sits in no council."""
    words = filter(None, (word.strip() for word in text.split(",")))
    return tuple(dict.fromkeys(known(word, may_have_delegates(scenario), "state") for word in words))


def seats_without_people(scenario: Scenario) -> dict[str, str]:
    """An AI at every seat, as where people only speak for states."""
    return {body: f"{AI}:{usual_level(scenario, body).value}" for body in scenario.bodies}


def may_have_delegates(scenario: Scenario) -> list[str]:
    """The states that sit in a council, in the order of the file."""
    councils = [body.members for body in scenario.bodies.values() if body.kind is BodyKind.COUNCIL]
    return [state for state in scenario.countries if any(state in members for members in councils)]


def filled(wanted: Mapping[str, str], scenario: Scenario) -> dict[str, str]:
    """Every seat with somebody on it."""
    seats = {**seats_without_people(scenario), **wanted}
    if not wanted:
        seats[next(iter(scenario.bodies))] = HUMAN
    return seats

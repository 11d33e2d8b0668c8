"""Who sits where, from `nato=human,eu=ai:staff`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN
from wargame.catalogue import _
from wargame.commands.words import known
from wargame.store.faults import InputError, one_line

SITTERS = (HUMAN, *(f"{AI}:{level.value}" for level in Level))


def seats_of(text: str, bodies: Collection[str]) -> dict[str, str]:
    """Who sits where; seats that are not named go to the AI, and where none is named the first is a person's. Raises InputError."""
    wanted = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        seat, equals, sitter = (word.strip() for word in part.partition("="))
        if not equals:
            refusal = _("{option}: {word} is not of the form seat=who, such as {example}")
            example = f"{next(iter(bodies))}={HUMAN}"
            raise InputError([one_line(refusal.format(option="--seats", word=repr(part), example=example))])
        wanted[known(seat, bodies, "seat")] = known(sitter, SITTERS, "player")
    return filled(wanted, bodies)


def filled(wanted: Mapping[str, str], bodies: Collection[str]) -> dict[str, str]:
    """Every seat with somebody on it."""
    usual = f"{AI}:{Level.STAFF.value}"
    seats = {body: wanted.get(body, usual) for body in bodies}
    if not wanted:
        seats[next(iter(bodies))] = HUMAN
    return seats

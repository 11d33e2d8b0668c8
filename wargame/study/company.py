"""The company at the table: who sits where, by what name and behind what PIN, and how often each is asked in a turn."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from wargame.engine.chair import Chairs
from wargame.model.scenario import Scenario
from wargame.store.saves import SaveHeader

PIN_LETTERS: Final = 12  # most that a PIN has
SALT_BYTES: Final = 16
# Cost of scrypt (RFC 7914): about 50 ms and 16 MB a try. A PIN of four digits still falls to whoever has the file and a day.
COST, BLOCK, LANES = 2**14, 8, 1


class Visits(Enum):
    """How often a person is asked in a turn."""

    SEVERAL = "several"  # caucus and orders apart: what the session decided is known before forces are ordered
    ONE = "one"  # caucus and orders in one visit, for a class at one machine


@dataclass(frozen=True)
class Company:
    """Who plays a game. `seats` says `human` or `ai:staff`; names and sealed PINs are those of people who gave them.

    `delegates` are the states for which people speak in councils from the first turn; their names and PINs stand with the others.
    """

    seats: Mapping[str, str]
    names: Mapping[str, str] = field(default_factory=dict)
    seals: Mapping[str, str] = field(default_factory=dict)
    visits: Visits = Visits.SEVERAL
    delegates: tuple[str, ...] = ()
    chairs: Chairs = Chairs.EMPTY  # whether somebody facilitates; name and PIN stand under FACILITATOR


def usual_visits(scenario: Scenario) -> Visits:
    """How often a person is asked where nobody says otherwise: as the scenario has it."""
    return Visits(scenario.visits)


def company_of(header: SaveHeader) -> Company:
    """The company of a saved game. A word for visits that nobody knows is taken for the usual."""
    known = {visits.value: visits for visits in Visits}
    return Company(
        header.seats,
        header.people,
        header.seals,
        known.get(header.visits, Visits.SEVERAL),
        header.delegates,
        chairs_of(header),
    )


def chairs_of(header: SaveHeader) -> Chairs:
    """Whether somebody facilitates a saved game. A word that nobody knows means that somebody does."""
    return Chairs.TAKEN if header.facilitator else Chairs.EMPTY


def sealed(pin: str) -> str:
    """A PIN as it is kept: salt and hash, from which the PIN cannot be read."""
    salt = os.urandom(SALT_BYTES)
    return f"{_text(salt)}${_text(_hashed(pin, salt))}"


def opens(pin: str, seal: str) -> bool:
    """Whether this is the PIN that was sealed; a damaged seal opens to nobody."""
    salt, _, kept = seal.partition("$")
    try:
        return hmac.compare_digest(_hashed(pin, base64.b64decode(salt, validate=True)), base64.b64decode(kept))
    except ValueError:
        return False


def _hashed(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=COST, r=BLOCK, p=LANES)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()

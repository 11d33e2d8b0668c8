"""The law that each term of an explained value rests on: what "why?" leads to in the end."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from wargame.model.terms import Answer, Credibility, MotiveTerm, PowerFactor, Ratify, StanceTerm, Support, ThreatTerm
from wargame.rules.law import LAWS, Law

GROUNDS: Final[Mapping[type[IntEnum], Mapping[str, str]]] = {
    Support: {
        "BASE": "COUNCIL-2",
        "THREAT": "COUNCIL-3",
        "SOLIDARITY": "COUNCIL-4",
        "DOMESTIC": "COUNCIL-5",
        "AFFINITY": "COUNCIL-6",
        "EXPOSURE": "COUNCIL-7",
        "RISK": "COUNCIL-8",
        "TRIPWIRE": "COUNCIL-9",
        "SEVERITY": "COUNCIL-10",
        "LOBBYING": "COUNCIL-13",
        "COMPANY": "COUNCIL-17",
        "AGGRESSION": "COUNCIL-18",
        "CONSULTED": "ARTICLE4-3",
        "STANCE": "COUNCIL-20",
        "DAUNTED": "COUNCIL-19",
        "DELEGATE": "DELEGATE-5",
        "SOVEREIGNTY": "COUNCIL-23",
    },
    ThreatTerm: {
        "AGGREGATE": "THREAT-1",
        "PROXIMITY": "THREAT-3",
        "OFFENSIVE": "THREAT-4",
        "PLEDGES": "THREAT-6",
    },
    PowerFactor: {
        "READINESS": "COMBAT-2",
        "SUPPLY": "COMBAT-3",
        "GROUND": "COMBAT-4",
        "AIR": "AIR-2",
    },
    MotiveTerm: {
        "REVISION": "MOTIVE-1",
        "PREVENTION": "MOTIVE-2",
        "DOMESTIC": "MOTIVE-3",
        "LOSSES": "MOTIVE-4",
        "SANCTIONS": "MOTIVE-5",
        "ALLIANCE_WAR": "MOTIVE-7",
        "STABILITY": "MOTIVE-8",
        "COMMITTED": "MOTIVE-10",
    },
    Answer: {
        "SOLIDARITY": "COUNCIL-4",
        "THREAT": "COUNCIL-3",
        "TRIPWIRE": "ARTICLE5-3",
        "OPINION": "COUNCIL-5",
        "BURDEN": "COMMAND-2",
        "HOME_DEFENCE": "COMMAND-3",
        "ENTRAPMENT": "COUNCIL-8",
        "SEVERITY": "COUNCIL-10",
        "DELEGATE": "DELEGATE-6",
    },
    StanceTerm: dict.fromkeys(StanceTerm.__members__, "STANCE-1"),
    Ratify: {
        "BONDS": "ACCESSION-3",
        "THREAT": "ACCESSION-3",
        "DISPUTE": "ACCESSION-3",
        "COMPANY": "ACCESSION-3",
        "PATIENCE": "ACCESSION-3",
        "CONCESSION": "ACCESSION-4",
    },
    Credibility: dict.fromkeys(Credibility.__members__, "ALLIANCE-1"),
}
"""By vocabulary and term. Given facts, such as strength, and a member's private disposition rest on no law."""


MOVERS: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("clock", "escalation"): (
        "COUNCIL-1",
        "ESCALATION-1",
        "ESCALATION-2",
        "ESCALATION-3",
        "ESCALATION-7",
        "ESCALATION-8",
    ),
    ("clock", "channels"): ("MEASURE-8",),
    ("countries", "opinion"): ("OPINION-1", "HYBRID-2"),
    ("countries", "government"): ("OPINION-2", "OPINION-4", "OPINION-5", "HYBRID-2", "OCCUPY-7", "DELEGATE-2"),
    ("countries", "economy"): (
        "ECONOMY-3",
        "ECONOMY-4",
        "ECONOMY-5",
        "ECONOMY-10",
        "ECONOMY-6",
        "ECONOMY-11",
        "ECONOMY-14",
    ),
    ("countries", "prices"): ("PRICES-2", "PRICES-3", "PRICES-4", "PRICES-5", "PRICES-6", "PRICES-7"),
    ("countries", "stocks"): ("UPKEEP-6", "STOCKS-1", "STOCKS-2", "STOCKS-3", "MEASURE-4", "MEASURE-11"),
    ("countries", "resilience"): ("ECONOMY-9", "HYBRID-2", "ARTICLE3-1"),
    ("countries", "defence_share"): ("STANCE-2", "STANCE-3", "ARTICLE3-2"),
    ("members", "commitment"): ("ALLIANCE-7", "ALLIANCE-8", "HYBRID-2"),
    ("bodies", "cohesion"): ("ALLIANCE-9", "MEASURE-2"),
    ("bodies", "integration"): ("MEASURE-2", "INTEGRATION-1"),
    ("bodies", "defence_task"): ("TASK-1", "TASK-2", "TASK-5"),
    ("bodies", "crisis_task"): ("TASK-1", "TASK-3", "TASK-5"),
    ("bodies", "partner_task"): ("TASK-1", "TASK-4", "TASK-5"),
    ("bodies", "involvement"): ("ESCALATION-4", "ESCALATION-5"),
    ("bodies", "stability"): ("ECONOMY-7", "SESSION-2", "SETTLE-5", "OCCUPY-7"),
    ("bodies", "influence"): ("ECONOMY-1", "SESSION-1"),
    ("bodies", "funds"): ("ECONOMY-2",),
    ("formations", "strength"): (
        "UPKEEP-3",
        "COMBAT-8",
        "COMBAT-25",
        "SEA-3",
        "AIR-3",
        "SUPPLY-4",
        "MEASURE-4",
        "MEASURE-11",
    ),
    ("formations", "readiness"): ("UPKEEP-2", "COMBAT-9", "TASK-3"),
    ("formations", "supply"): ("SUPPLY-1", "SUPPLY-2", "SUPPLY-3"),
    ("formations", "dug_in"): ("UPKEEP-1",),
    ("regions", "unrest"): ("OCCUPY-4", "OCCUPY-3"),
}
"""By table and column of the state: the laws that move a level from week to week; of the core tasks also what each is good for."""


def movers_of(table: str, column: str) -> tuple[Law, ...]:
    """The laws that move a level. Raises KeyError for one that is not told of."""
    return tuple(LAWS[law] for law in MOVERS[table, column])


def ground_of(term: IntEnum) -> Law | None:
    """The law of a term; None for what is given."""
    law = GROUNDS.get(type(term), {}).get(term.name)
    return None if law is None else LAWS[law]

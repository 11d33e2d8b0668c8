"""Tripwires: standing multinational formations on the soil of a host, and whether the host was attacked under their eyes."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.phrases import LEVELS
from wargame.model import events as ev
from wargame.model.columns import NOBODY, column_of
from wargame.model.state import State
from wargame.report.knowledge import Knowledge

ATTACK = "armed_attack"


@dataclass(frozen=True)
class Tripwire:
    """A host, whose soldiers stood there at the end of some turn, whether it was attacked after, and what they then gave.

    `threat` is the most that the host feels from a state at the end (1/1000); `gave` names what each contributor set under
    collective defence, in words.
    """

    host: str
    contributors: tuple[str, ...]
    attacked: bool
    threat: int
    gave: tuple[tuple[str, str], ...]


def tripwires_of(known: Knowledge) -> list[Tripwire]:
    """One a host, in the order of the states. What an attack comes before is no tripwire."""
    since: dict[int, int] = {}  # host: turns completed when soldiers of others first stood there
    nations: dict[int, set[int]] = {}
    for turn in known.turns:
        for host, country in _standing(known, known.states[turn]):
            since.setdefault(host, turn)
            nations.setdefault(host, set()).add(country)
    return [_tripwire(known, host, since[host], sorted(nations[host])) for host in sorted(since)]


def _standing(known: Knowledge, state: State) -> list[tuple[int, int]]:
    """Host and contributor of each share in a standing formation that stands on a host's soil."""
    homes = column_of(known.world.regions, "home")
    found = []
    for row in (column_of(state.contributions, "alive") == 1).nonzero()[0].tolist():
        share = state.contributions[row]
        unit = state.formations[share.formation]
        host = int(homes[unit.at]) if unit.alive and unit.strength > 0 and unit.at != NOBODY else NOBODY
        if host not in (NOBODY, int(share.country)):
            found.append((host, int(share.country)))
    return found


def _tripwire(known: Knowledge, host: int, since: int, nations: list[int]) -> Tripwire:
    ids = known.names.countries.ids
    attacks = [
        heard.turn
        for heard in known.heard
        if isinstance(heard.event, ev.IncidentHappened)
        and (heard.event.kind, heard.event.victim) == (ATTACK, ids[host])
        and heard.turn > since
    ]
    contributors = tuple(ids[nation] for nation in nations)
    threat = int(column_of(known.last.pairs, "threat")[host].max())
    return Tripwire(ids[host], contributors, bool(attacks), threat, _given(known, contributors) if attacks else ())


def _given(known: Knowledge, nations: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """What each set under collective defence, the highest; of those who were asked."""
    levels: dict[str, int] = {}
    for heard in known.heard:
        match heard.event:
            case ev.Contributed() as event if event.member in nations:
                levels[event.member] = max(levels.get(event.member, 0), event.level)
            case _:
                pass
    return tuple((nation, LEVELS[levels[nation]]) for nation in nations if nation in levels)

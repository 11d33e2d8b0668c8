"""National objectives (rulebook 12): what a delegate is scored by, one of them a brief that only it knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from wargame.catalogue import _
from wargame.model.columns import column_of
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.delegates import brief_of
from wargame.rules.law import plain
from wargame.rules.membership import most_felt
from wargame.rules.objectives import score, threat_change


class Aim(Enum):
    """What a state may be after."""

    THREAT = "threat"
    ECONOMY = "economy"
    SUPPORT = "support"
    COHESION = "cohesion"
    HOME = "home"
    PRICES = "prices"
    SPENDING = "spending"
    CHANNELS = "channels"
    PEAK = "peak"
    RESILIENCE = "resilience"


@dataclass(frozen=True)
class Objective:
    """An aim with its weight in points; it scores nothing at `worst`, all at `best`, in the unit of what is read."""

    aim: Aim
    weight: int
    best: int
    worst: int


COMMON: Final = (
    Objective(Aim.THREAT, 35, 700, 1300),  # 1/1000 of the threat at the start
    Objective(Aim.ECONOMY, 20, 1005, 960),  # 1/1000 of the baseline
    Objective(Aim.SUPPORT, 20, 650, 350),  # 1/1000; nothing for a government that fell
    Objective(Aim.COHESION, 15, 750, 350),  # 1/1000
)
"""What every state is after (rulebook 12)."""

BRIEFS: Final = (
    Objective(Aim.HOME, 10, 0, 2),  # formations under another's command
    Objective(Aim.PRICES, 10, 1000, 1100),  # 1/1000 of the baseline
    Objective(Aim.SPENDING, 10, 200, 130),  # 1/100 % of GDP
    Objective(Aim.CHANNELS, 10, 500, 100),  # 1/1000
    Objective(Aim.PEAK, 10, 3000, 8000),  # 1/1000 rung
    Objective(Aim.RESILIENCE, 10, 750, 450),  # 1/1000
)
"""Of these one is a state's secret brief, drawn by lot."""

SAYS: Final[Mapping[Aim, str]] = {
    Aim.THREAT: _("Less threat felt than at the start"),
    Aim.ECONOMY: _("An economy at its baseline"),
    Aim.SUPPORT: _("A government that is supported, and does not fall"),
    Aim.COHESION: _("Cohesion of the body you belong to"),
    Aim.HOME: _("No formation of yours under another's command"),
    Aim.PRICES: _("Prices near those of the start"),
    Aim.SPENDING: _("Two per cent of GDP for defence"),
    Aim.CHANNELS: _("Open channels between the adversaries"),
    Aim.PEAK: _("No more than three rungs of escalation"),
    Aim.RESILIENCE: _("A country that can resist"),
}
"""An aim in words."""


@dataclass(frozen=True)
class Standing:
    """How an objective stands: the value read, and the score in 1/1000 point."""

    objective: Objective
    value: int
    score: int
    is_brief: bool


def standings(world: World, opening: State, state: State, country: int) -> tuple[Standing, ...]:
    """How a state's objectives stand; `opening` is the first assessment, with which threat is compared."""
    brief = BRIEFS[int(plain(brief_of)(state.clock[0].seed, country, len(BRIEFS)))]
    found = []
    for objective in (*COMMON, brief):
        value = READ[objective.aim](world, opening, state, country)
        told = int(plain(score)(value, objective.weight, objective.best, objective.worst))
        found.append(Standing(objective, value, told, objective is brief))
    return tuple(found)


def total_of(standing: tuple[Standing, ...]) -> int:
    """All of them together, 1/1000 point of 100."""
    return sum(item.score for item in standing)


def felt(state: State, country: int) -> int:
    """The most that a state fears (1/1000)."""
    return int(plain(most_felt)(state.countries, state.pairs, state.coalitions, country))


def _threat(world: World, opening: State, state: State, country: int) -> int:
    return int(plain(threat_change)(felt(state, country), felt(opening, country)))


def _cohesion(world: World, opening: State, state: State, country: int) -> int:
    """Of the body that the state is counted with."""
    home = int(world.countries[country].body)
    return int(state.bodies[home].cohesion) if home >= 0 else 0


def _support(world: World, opening: State, state: State, country: int) -> int:
    """Of the government in office since the start; another's is none of its merit."""
    own = state.countries[country]
    return 0 if own.caretaker > 0 else int(own.government)


def _lent(world: World, opening: State, state: State, country: int) -> int:
    """Formations of the state that are under a body's command."""
    units = state.formations
    own = (column_of(units, "owner") == country) & (column_of(units, "alive") == 1)
    return int((own & (column_of(units, "command") >= 0)).sum())


def _own(column: str) -> Callable[[World, State, State, int], int]:
    return lambda world, opening, state, country: int(column_of(state.countries, column)[country])


READ: Final[Mapping[Aim, Callable[[World, State, State, int], int]]] = {
    Aim.THREAT: _threat,
    Aim.ECONOMY: _own("economy"),
    Aim.SUPPORT: _support,
    Aim.COHESION: _cohesion,
    Aim.HOME: _lent,
    Aim.PRICES: _own("prices"),
    Aim.SPENDING: _own("defence_share"),
    Aim.CHANNELS: lambda world, opening, state, country: int(state.clock[0].channels),
    Aim.PEAK: lambda world, opening, state, country: int(state.clock[0].peak),
    Aim.RESILIENCE: _own("resilience"),
}
"""How each aim is read."""

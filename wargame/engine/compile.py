"""From a scenario to the tables: what the rules run on."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

import numpy as np

from wargame.engine.compile_facts import world_of
from wargame.engine.compile_history import put_on_their_way, remember_attacks
from wargame.engine.compile_start import state_of
from wargame.engine.deck import Deck, deck_of
from wargame.model.columns import column_of
from wargame.model.names import Names, Roll, Sources
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.economy import weigh_land
from wargame.rules.law import plain
from wargame.rules.numeric import FULL

__all__ = ["Compiled", "compile_scenario"]


@dataclass(frozen=True)
class Compiled:
    """A game before its first turn: what never changes, what does, and what the rows are called."""

    world: World
    state: State
    names: Names
    deck: Deck = field(default_factory=Deck)  # what no seat knows of before it is told


def compile_scenario(scenario: Scenario, seed: int) -> Compiled:
    """The tables of a scenario whose references are sound.

    `seed` (0 to 2^31 - 1) rules the dice and the leaders' profiles.

    Rows stand in the order of the file; sea zones follow the regions. Pairs, coalitions, motives and the ledger are
    empty but for the beliefs and for what was done before day 0: the first assessment fills them.
    """
    names = names_of(scenario)
    world = world_of(scenario, names)
    state = state_of(scenario, names, world, seed)
    remember_lost_land(world, state)
    remember_attacks(scenario, names, world, state)
    put_on_their_way(scenario, names, state)
    return Compiled(world, state, names, deck_of(scenario))


def remember_lost_land(world: World, state: State) -> None:
    """What others hold of a state's land on day 0 its economy's baseline knows: the share by value, rounded up (1/1000)."""
    whole, lost = (np.zeros(world.countries.size, np.int64) for _ in range(2))
    plain(weigh_land)(world.regions, state.regions, whole, lost)
    column_of(world.countries, "land_lost")[:] = -(-lost * FULL // np.maximum(whole, 1))


def names_of(scenario: Scenario) -> Names:
    """Ids and display names in the order of the rows."""
    regions = ((name, region.name) for name, region in scenario.regions.items())
    seas = ((name, sea.name) for name, sea in scenario.seas.items())
    return Names(
        scenario=scenario.title,
        bodies=Roll.of((name, body.name) for name, body in scenario.bodies.items()),
        countries=Roll.of((name, country.name) for name, country in scenario.countries.items()),
        places=Roll.of(chain(regions, seas)),
        formations=Roll.of((name, formation.name) for name, formation in scenario.formations.items()),
        measures=Roll.of((name, measure.title) for name, measure in scenario.measures.items()),
        outsiders=Roll.of((name, outsider.name) for name, outsider in scenario.outside.items()),
        objectives=Roll.of((name, objective.text) for name, objective in scenario.objectives.items()),
        texts=tuple(measure.text for measure in scenario.measures.values()),
        reasons=tuple(line.reason for line in scenario.red_lines),
        sources=sources_of(scenario),
    )


def sources_of(scenario: Scenario) -> Sources:
    """Where facts come from, in the order of the rows."""
    return Sources(
        countries=tuple(country.source or "" for country in scenario.countries.values()),
        formations=tuple(formation.source or "" for formation in scenario.formations.values()),
        measures=tuple(measure.source for measure in scenario.measures.values()),
        bodies=tuple(body.source for body in scenario.bodies.values()),
        outsiders=tuple(outsider.source for outsider in scenario.outside.values()),
        estimates=tuple(frozenset(country.estimates) for country in scenario.countries.values()),
    )

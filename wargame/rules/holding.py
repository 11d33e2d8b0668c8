"""What must be held (rulebook 2 and 5): capitals and conquered land look a march further, and keep a match for what they see."""

from __future__ import annotations

from wargame.model.numbers import WarNumbers
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.law import law, stage
from wargame.rules.numeric import quantise


@law("DEFENCE-4", "rulebook 5 and 11; Clausewitz, economy of force")
def stays_behind(kept: int, facing: int, is_held: int, n: WarNumbers) -> bool:
    """From a place that must be held nobody marches off to attack until those who stay are a match for what faces it.

    `kept` and `facing` in 1/1000 brigade-equivalent; in any other place one formation stays.
    """
    return kept == 0 or (is_held == 1 and kept < n.hold_back * facing)


@law("DEFENCE-5", "rulebook 5 and 2: capitals and conquered land are held")
def is_to_be_held(is_capital: int, occupied_day: int) -> bool:
    """A capital, and land taken from another, are places that must be held."""
    return is_capital == 1 or occupied_day >= 0


@law("DEFENCE-7", "rulebook 5 and 11; Clausewitz, economy of force")
def looks_further(facing: int, beside: int, n: WarNumbers) -> int:
    """A place that must be held reckons with a share of what faces the place beside it: it could come a march later.

    `facing` it and `beside`, the most that faces any place next to it, in 1/1000 brigade-equivalent.
    """
    return max(facing, quantise(n.next_march * beside))


@law("DEFENCE-8", "rulebook 11; Clausewitz, economy of force")
def is_covered_by_attack(is_held: int, crosses: int) -> bool:
    """Who attacks over the border where it stands busies those who face it: nobody need stay, but where a place must be held."""
    return is_held == 0 and crosses == 1


@stage
def place_to_hold(world: World, state: State, country: int, region: int) -> bool:
    """A region that a state holds and must hold."""
    if country < 0 or state.regions[region].controller != country:
        return False
    capital = 1 if world.countries[country].capital == region else 0
    return is_to_be_held(capital, state.regions[region].occupied_day)


@stage
def must_stay(world: World, state: State, country: int, region: int, kept: int, facing: Terms) -> bool:
    """A formation may not march off from a region where `kept` stays without it (DEFENCE-4), by what faces each region."""
    held = 1 if place_to_hold(world, state, country, region) else 0
    return stays_behind(kept, reckons_with(world, state, country, region, facing), held, world.war_numbers[0])


@stage
def reckons_with(world: World, state: State, country: int, region: int, facing: Terms) -> int:
    """What a state reckons with in a region: what faces it, and where it must hold it what faces the land beside it."""
    if not place_to_hold(world, state, country, region):
        return int(facing[region])
    beside = 0
    place = world.regions[region]
    for way in range(place.first_edge, place.first_edge + place.edges):
        if world.edges[way].by_sea == 0:
            beside = max(beside, facing[world.edges[way].end])
    return looks_further(facing[region], beside, world.war_numbers[0])

"""Checks of what was done before the first day: armed attacks that all remember, states on their way into an alliance."""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.findings import Finding, Location, unknown_at
from wargame.model.opening import Attack
from wargame.model.scenario import Scenario


def check_history(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with attacks and accessions."""
    yield from _check_attacks(scenario)
    yield from _check_accessions(scenario)


def _check_attacks(scenario: Scenario) -> Iterator[Finding]:
    """A war that goes on has them, or a ceasefire rests on it; and no treaty bound anybody to answer them."""
    wars = {frozenset(pair) for pair in scenario.wars}
    wars |= {frozenset(pair) for start in scenario.starts for pair in start.wars}
    for k, attack in enumerate(scenario.attacks):
        here = ("attacks", k)
        yield from unknown_at((*here, "author"), "country", attack.author, scenario.countries)
        yield from unknown_at((*here, "victim"), "country", attack.victim, scenario.countries)
        yield from unknown_at((*here, "on"), "region", attack.on, scenario.regions)
        region = scenario.regions.get(attack.on)
        if region is not None and region.home != attack.victim:
            says = _("{place} is not the land of {country}")
            yield (*here, "on"), says.format(place=attack.on, country=attack.victim)
        at_war = frozenset((attack.author, attack.victim)) in wars
        if at_war == (attack.ended is not None):
            says = _("goes with a war that has ended") if at_war else _("is required, as no such war goes on")
            yield (*here, "ended"), says
        yield from _check_days(scenario, here, attack)
        for name, body in scenario.bodies.items():
            if body.defends and attack.victim in body.members:
                says = _("{country} is a member of {body}, which would have had to answer")
                yield (*here, "victim"), says.format(country=attack.victim, body=name)


def _check_days(scenario: Scenario, here: Location, attack: Attack) -> Iterator[Finding]:
    """It was made, and ended, in this order and before the game."""
    if attack.day >= scenario.start:
        yield (*here, "day"), _("must be before the start ({start})").format(start=scenario.start)
    if attack.ended is not None and not attack.day < attack.ended <= scenario.start:
        yield (
            (*here, "ended"),
            _("must lie between {day} and the start ({start})").format(day=attack.day, start=scenario.start),
        )


def _check_accessions(scenario: Scenario) -> Iterator[Finding]:
    """Into the first body that takes in members and that a state is not in, as in the game (rules/accession)."""
    for name, way in scenario.accessions.items():
        here = ("accessions", name)
        yield from unknown_at(here, "country", name, scenario.countries)
        open_to = [body for body in scenario.bodies.values() if body.enlarges and name not in body.members]
        if not open_to:
            yield here, _("there is no body that it could join")
            continue
        for row, ally in enumerate(way.ratified):
            if ally not in open_to[0].members:
                says = _("{country} is no member of {body}").format(country=ally, body=open_to[0].name)
                yield (*here, "ratified", row), says
        if way.ratified and way.stage == "applied":
            yield (*here, "ratified"), _("goes with an invitation")

"""Texts in force on the first day that no body could have adopted as things stand: what the LEGAL laws forbid a draft."""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.codes import BodyKind, Effect, Kind
from wargame.model.findings import Finding, Location
from wargame.model.measures import Measure
from wargame.model.opening import InForce
from wargame.model.scenario import Scenario


def check_lawful_texts(complete: Scenario) -> Iterator[Finding]:
    """Texts that LEGAL-4, 8 or 25 would refuse as drafts; `complete` has all measures. Unknown ones are told elsewhere."""
    for k, text in enumerate(complete.texts):
        measure = complete.measures.get(text.measure)
        if measure is not None and measure.body in complete.bodies:
            yield from _check_text(complete, ("texts", k), text, measure)


def _check_text(scenario: Scenario, here: Location, text: InForce, measure: Measure) -> Iterator[Finding]:
    effects = {effect.effect for effect in measure.effects}
    side = scenario.bodies[measure.body]
    if text.helps is not None and text.helps == text.against:
        yield (*here, "against"), _("nobody is helped against itself")
    if Effect.PRESENCE in effects and text.on is not None:
        yield from _check_host(scenario, (*here, "on"), text.on, measure.body)
    leader = scenario.countries.get(side.leader or "")
    if Effect.DAUNT in effects and side.kind != BodyKind.COUNCIL and leader is not None and not leader.warheads:
        yield (*here, "measure"), _("{country} has no nuclear weapons to threaten with").format(country=side.leader)


def _check_host(scenario: Scenario, here: Location, on: str, body: str) -> Iterator[Finding]:
    """Presence stands on a member's soil, where the body has a standing land formation or has planned one."""
    region = scenario.regions.get(on)
    home = region.home if region is not None else None
    if home not in scenario.bodies[body].members:
        yield here, _("{place} is not the soil of a member of {body}").format(place=on, body=body)
    elif home not in _hosts(scenario, body):
        yield here, _("{body} has no standing land formation in {country}").format(body=body, country=home)


def _hosts(scenario: Scenario, body: str) -> set[str]:
    """In which states a body's standing land formations are, or are planned to be."""
    standing = (unit for unit in scenario.formations.values() if unit.body == body and unit.kind <= Kind.ARTILLERY)
    places = (scenario.regions.get(unit.at or unit.base) for unit in standing)
    return {place.home for place in places if place is not None}

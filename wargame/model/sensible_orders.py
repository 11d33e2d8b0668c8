"""Orders given before the first day that no seat could give: what LEGAL-12 and the ground forbid."""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.findings import Finding, Location
from wargame.model.lands import Formation
from wargame.model.references_forces import AFLOAT, AT_SEA
from wargame.model.scenario import Scenario

IN_PORT = _("fleets and submarines lie at sea, in a port, or beyond the map")


def check_orders(scenario: Scenario) -> Iterator[Finding]:
    """Paths that come to a place twice, lead soldiers out to sea, or ships ashore."""
    for name, order in scenario.orders.items():
        unit = scenario.formations.get(name)
        if unit is None:
            continue
        been = [unit.at or unit.base]
        for leg, place in enumerate(order.path):
            here = ("orders", name, "path", leg)
            if place in been:
                yield here, _("the path comes to {place} twice").format(place=place)
            been.append(place)
            yield from check_ground(scenario, here, unit, place)


def check_ground(scenario: Scenario, here: Location, unit: Formation, place: str) -> Iterator[Finding]:
    """A place where a formation of this kind cannot stand."""
    region = scenario.regions.get(place)
    if place in scenario.seas and unit.kind not in AFLOAT:
        yield here, AT_SEA
    if region is not None and unit.kind in AFLOAT and not region.port and not region.boxed:
        yield here, IN_PORT

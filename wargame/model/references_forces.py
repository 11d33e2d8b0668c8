"""Checks of the formations: whose they are, where they stand, who contributes."""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.codes import Kind
from wargame.model.findings import Finding, unknown_at
from wargame.model.lands import Formation
from wargame.model.scenario import Scenario

WHOLE = 100.0  # percent
SHARE_SLACK = 0.5  # percent
AT_SEA = _("only fleets and submarines stand at sea")
AFLOAT = frozenset({Kind.FLEET, Kind.SUBMARINE})
LAND_FORCES = frozenset({Kind.ARMOURED, Kind.MECHANISED, Kind.INFANTRY, Kind.AIRBORNE, Kind.ARTILLERY})
DUG_IN = _("only land forces of a state are dug in")


def check_forces(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with the formations."""
    for name, formation in scenario.formations.items():
        here = ("formations", name)
        yield from _check_places(scenario, here, formation)
        if (formation.owner is None) == (formation.body is None):
            yield here, _("a formation needs either an owner or a body")
        elif formation.body is None:
            yield from _check_national(scenario, here, formation)
        else:
            yield from _check_standing(scenario, here, formation, formation.body)


def _check_places(scenario: Scenario, here: tuple[str, str], formation: Formation) -> Iterator[Finding]:
    yield from unknown_at((*here, "base"), "region", formation.base, scenario.regions)
    yield from unknown_at((*here, "at"), "place", formation.at, (*scenario.regions, *scenario.seas))
    if formation.at in scenario.seas and formation.kind not in AFLOAT:
        yield (*here, "at"), AT_SEA


def _check_national(scenario: Scenario, here: tuple[str, str], formation: Formation) -> Iterator[Finding]:
    yield from unknown_at((*here, "owner"), "country", formation.owner, scenario.countries)
    if formation.contributors or formation.framework is not None:
        yield here, _("only a standing formation of a body has contributors and a framework nation")
    if formation.works is not None and formation.kind not in LAND_FORCES:
        yield (*here, "works"), DUG_IN
    if formation.planned:
        yield (*here, "planned"), _("only a standing formation of a body is raised by a decision")


def _check_standing(scenario: Scenario, here: tuple[str, str], formation: Formation, body: str) -> Iterator[Finding]:
    yield from unknown_at((*here, "body"), "body", body, scenario.bodies)
    if formation.works is not None:
        yield (*here, "works"), DUG_IN
    for state in formation.contributors:
        yield from unknown_at((*here, "contributors", state), "country", state, scenario.countries)
    total = sum(formation.contributors.values())
    if abs(total - WHOLE) > SHARE_SLACK:
        message = _("the shares sum to {sum} percent, not to 100").format(sum=f"{total:g}")
        yield (*here, "contributors"), message
    if formation.framework is None:
        yield here, _("a standing formation needs a framework nation")
    elif formation.framework not in formation.contributors:
        yield (*here, "framework"), _("{country} is no contributor").format(country=formation.framework)

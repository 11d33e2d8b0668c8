"""What refers and adds up and yet makes no sense: fleets on land, members at war, a scenario that says a thing twice.

Asked, as `legible`, `sensible_readings` and `sensible_texts` are, of scenarios that are opened, not of those in saves: a
game that could be played is not lost to a rule that came later.
"""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.model.findings import FARTHEST, NONE_GIVEN, TOO_LATE, Finding, Location
from wargame.model.lands import Formation
from wargame.model.references_forces import AFLOAT, AT_SEA
from wargame.model.scenario import Body, Scenario

TWICE = _("is given twice")


def check_sense(scenario: Scenario) -> Iterator[Finding]:
    """Everything that no author can have meant."""
    for name, body in scenario.bodies.items():
        yield from _check_members(scenario, name, body)
    yield from _check_red_lines(scenario)
    yield from _check_ports(scenario)
    for name, formation in scenario.formations.items():
        key = "at" if formation.at else "base"
        yield from _check_place(scenario, ("formations", name, key), formation, formation.at or formation.base)
        yield from _check_contributors(scenario, name, formation)
    yield from _check_wars(scenario, (), scenario.wars)
    for k, start in enumerate(scenario.starts):
        yield from _check_wars(scenario, ("starts", k), start.wars)
        for unit, place in start.placed.items():
            moved = scenario.formations.get(unit)
            if moved is not None:
                yield from _check_place(scenario, ("starts", k, "placed", unit), moved, place)
                if place in scenario.seas and moved.kind not in AFLOAT:
                    yield ("starts", k, "placed", unit), AT_SEA


def _check_members(scenario: Scenario, name: str, body: Body) -> Iterator[Finding]:
    here = ("bodies", name, "members")
    if not body.members:
        yield here, NONE_GIVEN
    for other, side in scenario.bodies.items():
        leads = side.kind == BodyKind.LEADERSHIP and side.leader in side.members
        if body.defends and leads and side.leader in body.members:
            message = _("{country} leads {body}, which may attack those whom the council defends")
            yield (*here, str(side.leader)), message.format(country=side.leader, body=other)


def _check_red_lines(scenario: Scenario) -> Iterator[Finding]:
    seen = set()
    for k, line in enumerate(scenario.red_lines):
        if line.lapses is not None and line.lapses - scenario.start > FARTHEST:
            yield ("red_lines", k, "lapses"), TOO_LATE
        same = (line.body, line.member, line.kind)
        if same in seen:
            yield ("red_lines", k), TWICE
        seen.add(same)


def _check_ports(scenario: Scenario) -> Iterator[Finding]:
    for k, edge in enumerate(scenario.edges):
        for one, other in (edge.between, edge.between[::-1]):
            land = scenario.regions.get(one)
            if land is not None and other in scenario.seas and not land.port and not land.boxed:
                yield (
                    ("edges", k, "between"),
                    _("{region} has no port: only ports join land and sea").format(region=one),
                )


def _check_place(scenario: Scenario, here: Location, formation: Formation, place: str) -> Iterator[Finding]:
    region = scenario.regions.get(place)
    if region is not None and formation.kind in AFLOAT and not region.port and not region.boxed:
        yield here, _("fleets and submarines lie at sea, in a port, or beyond the map")


def _check_contributors(scenario: Scenario, name: str, formation: Formation) -> Iterator[Finding]:
    for other, side in scenario.bodies.items():
        for state in formation.contributors:
            if other != formation.body and side.kind == BodyKind.LEADERSHIP and state in side.members:
                message = _("{country} belongs to {body}, which leads its own forces")
                yield ("formations", name, "contributors", state), message.format(country=state, body=other)


def _check_wars(scenario: Scenario, here: Location, wars: tuple[tuple[str, str], ...]) -> Iterator[Finding]:
    seen: set[frozenset[str]] = set()
    for k, pair in enumerate(wars):
        if frozenset(pair) in seen:
            yield (*here, "wars", k), TWICE
        seen.add(frozenset(pair))
        for body, side in scenario.bodies.items():
            if len(set(pair)) > 1 and set(pair) <= set(side.members):
                message = _("{one} and {other} are members of {body}, and not at war with each other")
                yield (*here, "wars", k), message.format(one=pair[0], other=pair[1], body=body)

"""What refers and adds up and yet makes no sense: fleets on land, members at war, a scenario that says a thing twice.

Asked, as `legible`, `sensible_readings` and `sensible_texts` are, of scenarios that are opened, not of those in saves: a
game that could be played is not lost to a rule that came later.
"""

from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.model.findings import FARTHEST, NONE_GIVEN, TOO_LATE, Finding, Location
from wargame.model.lands import Formation
from wargame.model.scenario import Body, Scenario
from wargame.model.sensible_orders import check_ground

TWICE = _("is given twice")


def check_sense(scenario: Scenario) -> Iterator[Finding]:
    """Everything that no author can have meant."""
    for name, body in scenario.bodies.items():
        yield from _check_members(scenario, name, body)
    yield from _check_red_lines(scenario)
    yield from _check_ports(scenario)
    for name, formation in scenario.formations.items():
        key, place = ("at", formation.at) if formation.at else ("base", formation.base)
        if place not in scenario.seas:  # of those at sea the references tell
            yield from check_ground(scenario, ("formations", name, key), formation, place)
        yield from _check_contributors(scenario, name, formation)
    yield from _check_repeats(scenario)
    yield from _check_wars(scenario, (), scenario.wars)
    for k, start in enumerate(scenario.starts):
        yield from _check_wars(scenario, ("starts", k), start.wars)
        for unit, place in start.placed.items():
            moved = scenario.formations.get(unit)
            if moved is not None:
                yield from check_ground(scenario, ("starts", k, "placed", unit), moved, place)


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


def _check_repeats(scenario: Scenario) -> Iterator[Finding]:
    """Lists of words in which one word stands twice."""
    lists: list[tuple[Location, tuple[object, ...]]] = [(("mobilised",), scenario.mobilised)]
    for name, state in scenario.countries.items():
        lists.append((("countries", name, "estimates"), state.estimates))
        if state.opt_out is not None:
            lists.append((("countries", name, "opt_out", "kinds"), state.opt_out.kinds))
    lists += [(("measures", name, "names"), measure.names) for name, measure in scenario.measures.items()]
    for here, words in lists:
        for k, word in enumerate(words):
            if word in words[:k]:
                yield (*here, k), TWICE


def _check_contributors(scenario: Scenario, name: str, formation: Formation) -> Iterator[Finding]:
    for state, share in formation.contributors.items():
        if share == 0:
            yield ("formations", name, "contributors", state), _("contributes nothing: leave it out")
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

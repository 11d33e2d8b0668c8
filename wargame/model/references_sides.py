"""Checks of the sides: bodies, countries, red lines, objectives, numbers."""

from collections import defaultdict
from collections.abc import Iterator

from wargame.catalogue import _
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import Row
from wargame.model.findings import NONE_GIVEN, Finding, before_start, unknown_at, unlisted
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers
from wargame.model.scenario import Body, Chapter, Scenario

CHAPTERS: dict[Chapter, type[Row]] = {
    "threat": ThreatNumbers,
    "council": CouncilNumbers,
    "state": StateNumbers,
    "war": WarNumbers,
    "motive": MotiveNumbers,
}
FULL_MARKS = 100  # points a side can reach
_NO_MEMBER = _("{country} is no member of {body}")


def check_sides(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with the sides."""
    for section in ("bodies", "countries", "regions"):
        if not getattr(scenario, section):
            yield (section,), NONE_GIVEN
    for name, body in scenario.bodies.items():
        yield from _check_body(scenario, name, body)
    for name in scenario.countries:
        yield from _check_country(scenario, name)
    yield from _check_outside(scenario)
    yield from _check_red_lines(scenario)
    yield from _check_objectives(scenario)
    yield from _check_numbers(scenario)


def check_complete_sides(scenario: Scenario) -> Iterator[Finding]:
    """What the bodies lack among all measures of the scenario."""
    kinds: defaultdict[str, set[MeasureKind]] = defaultdict(set)
    for measure in scenario.measures.values():
        kinds[measure.body].add(measure.kind)
    for name, body in scenario.bodies.items():
        if not kinds[name]:
            yield ("bodies", name), _("the body has no measure")
        elif body.defends and MeasureKind.COLLECTIVE_DEFENCE not in kinds[name]:
            yield ("bodies", name, "defends"), _("the body has no measure of the kind collective_defence")
    for k, line in enumerate(scenario.red_lines):
        for column, kind in (("kind", line.kind), ("demand", line.demand)):
            if kind is not None and kind not in kinds[line.body]:
                message = _("{body} has no measure of the kind {kind}").format(body=line.body, kind=kind.name.lower())
                yield ("red_lines", k, column), message


def _check_body(scenario: Scenario, name: str, body: Body) -> Iterator[Finding]:
    here = ("bodies", name)
    for member in body.members:
        yield from unknown_at((*here, "members", member), "country", member, scenario.countries)
    for column, state in (("leader", body.leader), ("patron", body.patron)):
        if state is not None and state not in body.members:
            yield (*here, column), _("{country} is no member of the body").format(country=state)
    if body.kind != BodyKind.COUNCIL and body.leader is None:
        yield here, _("a {kind} needs a leader").format(kind=body.kind.name.lower())
    if body.kind == BodyKind.NATION and len(body.members) > 1:
        yield (*here, "members"), _("a nation has no member but itself")
    if body.kind == BodyKind.COUNCIL and body.leader is not None:
        yield (*here, "leader"), _("a council has no leader")


def _check_country(scenario: Scenario, name: str) -> Iterator[Finding]:
    here, country = ("countries", name), scenario.countries[name]
    yield from unknown_at((*here, "body"), "body", country.body, scenario.bodies)
    if country.body in scenario.bodies and name not in scenario.bodies[country.body].members:
        yield (*here, "body"), _NO_MEMBER.format(country=name, body=country.body)
    if country.body is None:
        for body in (known for known, side in scenario.bodies.items() if name in side.members):
            message = _("{country} is a member of {body}: some body must speak for it")
            yield (*here, "body"), message.format(country=name, body=body)
    yield from unknown_at((*here, "capital"), "region", country.capital, scenario.regions)
    if country.capital in scenario.regions and scenario.regions[country.capital].home != name:
        message = _("{region} is not in {country}").format(region=country.capital, country=country.name)
        yield (*here, "capital"), message
    yield from unknown_at((*here, "patron"), "country", country.patron, scenario.countries)
    if country.patron == name:
        yield (*here, "patron"), _("a state cannot be its own patron")
    if country.dependence > 0 and country.patron is None:
        yield (*here, "dependence"), _("a state that depends on another needs a patron")
    if country.opt_out is not None:
        yield from unknown_at((*here, "opt_out", "body"), "body", country.opt_out.body, scenario.bodies)
        side = scenario.bodies.get(country.opt_out.body)
        if side is not None and name not in side.members:
            yield (*here, "opt_out", "body"), _NO_MEMBER.format(country=name, body=country.opt_out.body)
        if not country.opt_out.kinds:
            yield (*here, "opt_out", "kinds"), NONE_GIVEN
    if country.election is not None and country.election < scenario.start:
        yield (*here, "election"), before_start(scenario.start)


def _check_outside(scenario: Scenario) -> Iterator[Finding]:
    for name, outsider in scenario.outside.items():
        if name in scenario.countries:
            yield ("outside", name), _("{country} is a state of the game: it cannot be outside").format(country=name)
        for body in outsider.goodwill:
            yield from unknown_at(("outside", name, "goodwill", body), "body", body, scenario.bodies)


def _check_red_lines(scenario: Scenario) -> Iterator[Finding]:
    for k, line in enumerate(scenario.red_lines):
        here = ("red_lines", k)
        yield from unknown_at((*here, "body"), "body", line.body, scenario.bodies)
        body = scenario.bodies.get(line.body)
        if body is not None and body.kind != BodyKind.COUNCIL:
            yield (*here, "body"), _("{body} is no council: only its leader decides").format(body=line.body)
        if body is not None and line.member not in body.members:
            yield (*here, "member"), _NO_MEMBER.format(country=line.member, body=line.body)
        if line.demand == line.kind:
            yield (*here, "demand"), _("a red line cannot be met by what it rules out")
        if line.lapses is not None and line.lapses < scenario.start:
            yield (*here, "lapses"), before_start(scenario.start)


def _check_objectives(scenario: Scenario) -> Iterator[Finding]:
    weights: defaultdict[str, int] = defaultdict(int)
    last: dict[str, str] = {}
    for name, objective in scenario.objectives.items():
        here = ("objectives", name)
        yield from unknown_at((*here, "body"), "body", objective.body, scenario.bodies)
        yield from unknown_at((*here, "target"), "country", objective.target, scenario.countries)
        if objective.best == objective.worst:
            yield (*here, "worst"), _("best and worst must differ")
        weights[objective.body] += objective.weight
        last[objective.body] = name
    for body in scenario.bodies:
        if body not in last:
            yield ("bodies", body), _("the body has no objective")
        elif weights[body] != FULL_MARKS:
            message = _("the weights of {body} sum to {sum}, not to {full}")
            yield ("objectives", last[body], "weight"), message.format(body=body, sum=weights[body], full=FULL_MARKS)


def _check_numbers(scenario: Scenario) -> Iterator[Finding]:
    for chapter, values in scenario.numbers.items():
        known = CHAPTERS[chapter].numbers
        for name in values:
            if name not in known:
                sentence = _("no number of the chapter {chapter} called {word}")
                yield ("numbers", chapter, name), unlisted(sentence, name, known, chapter=chapter)

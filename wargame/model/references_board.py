"""Checks of the board: regions, seas, ways, and what states are to each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from wargame.catalogue import _
from wargame.model.codes import Terrain
from wargame.model.findings import Finding, unknown_at
from wargame.model.lands import Weight
from wargame.model.scenario import Scenario

WHOLE = 100.0  # percent
PEOPLE_SLACK = 1.0  # percent: shares are rounded


def check_board(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with the board."""
    yield from _check_regions(scenario)
    yield from _check_people(scenario)
    yield from _check_edges(scenario)
    yield from _check_connection(scenario)
    yield from _check_borders(scenario)
    links = scenario.links
    lists = {"history": links.history, "disputes": links.disputes, "ties": links.ties, "claims": links.claims}
    for name, entries in lists.items():
        yield from _check_weights(scenario, name, entries)


def _check_regions(scenario: Scenario) -> Iterator[Finding]:
    for name, region in scenario.regions.items():
        here = ("regions", name)
        yield from unknown_at((*here, "home"), "country", region.home, scenario.countries)
        yield from unknown_at((*here, "controller"), "country", region.controller, scenario.countries)
        if region.terrain == Terrain.SEA:
            yield (*here, "terrain"), _("a region is land: write sea zones under seas")
    for name in scenario.seas:
        if name in scenario.regions:
            yield ("seas", name), _("a region has this id already")


def _check_people(scenario: Scenario) -> Iterator[Finding]:
    shares: defaultdict[str, float] = defaultdict(float)
    last: dict[str, str] = {}
    for name, region in scenario.regions.items():
        shares[region.home] += region.people
        last[region.home] = name
    for country in scenario.countries:
        if country not in last:
            yield ("countries", country), _("the country has no region")
        elif abs(shares[country] - WHOLE) > PEOPLE_SLACK:
            message = _("the regions of {country} have {sum} percent of its people, not 100")
            yield ("regions", last[country], "people"), message.format(country=country, sum=f"{shares[country]:g}")


def _check_edges(scenario: Scenario) -> Iterator[Finding]:
    places = (*scenario.regions, *scenario.seas)
    seen: dict[frozenset[str], int] = {}
    for k, edge in enumerate(scenario.edges):
        here = ("edges", k, "between")
        for end, place in enumerate(edge.between):
            yield from unknown_at((*here, end), "place", place, places)
        ends = frozenset(edge.between)
        if len(ends) == 1:
            yield here, _("a way from {place} to itself").format(place=edge.between[0])
        elif ends in seen:
            message = _("the way between {one} and {other} is given twice, first as edges[{first}]")
            yield here, message.format(one=edge.between[0], other=edge.between[1], first=seen[ends])
        if edge.front is not None and any(end in scenario.seas for end in edge.between):
            yield ("edges", k, "front"), _("a way by sea has no front")
        seen.setdefault(ends, k)


def _check_connection(scenario: Scenario) -> Iterator[Finding]:
    places = (*scenario.regions, *scenario.seas)
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for edge in scenario.edges:
        one, other = edge.between
        ways[one].append(other)
        ways[other].append(one)
    reached = _reached(places[0], ways) if places else set()
    for place in places:
        if place not in reached:
            section = "regions" if place in scenario.regions else "seas"
            yield (section, place), _("no way leads here from {place}").format(place=places[0])


def _reached(first: str, ways: Mapping[str, list[str]]) -> set[str]:
    reached, waiting = {first}, [first]
    while waiting:
        fresh = [place for place in ways.get(waiting.pop(), ()) if place not in reached]
        reached.update(fresh)
        waiting += fresh
    return reached


def _check_borders(scenario: Scenario) -> Iterator[Finding]:
    seen: set[frozenset[str]] = set()
    for k, pair in enumerate(scenario.links.borders):
        here = ("links", "borders", k)
        for end, state in enumerate(pair):
            yield from unknown_at((*here, end), "country", state, scenario.countries)
        if pair[0] == pair[1]:
            yield here, _("a border of {country} with itself").format(country=pair[0])
        elif frozenset(pair) in seen:
            message = _("the border of {one} and {other} is given twice")
            yield here, message.format(one=pair[0], other=pair[1])
        seen.add(frozenset(pair))


def _check_weights(scenario: Scenario, name: str, entries: tuple[Weight, ...]) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    for k, entry in enumerate(entries):
        here = ("links", name, k)
        for column, states in (("observer", entry.observer), ("other", entry.other)):
            for i, state in enumerate(states):
                yield from unknown_at((*here, column, i), "country", state, scenario.countries)
        pairs = {(observer, other) for observer in entry.observer for other in entry.other if observer != other}
        if not pairs:
            yield here, _("the entry pairs no two states")
        for observer, other in sorted(pairs & seen):
            yield here, _("{one} and {other} are weighed twice").format(one=observer, other=other)
        seen |= pairs

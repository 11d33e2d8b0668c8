"""Checks of injects: whom they name, how much they move, and whether they ever make sense."""

from collections.abc import Collection, Iterator

from wargame.catalogue import _
from wargame.model.codes import BodyKind, IncidentKind
from wargame.model.findings import Finding, Location, before_start, unknown_at
from wargame.model.injects import (
    BEFALLING,
    LEAST_SIZE,
    MOST_SIZE,
    OF_A_COUNCIL,
    OF_A_SIDE,
    OF_A_STATE,
    TENTH,
    Inject,
    InjectEffect,
    When,
)
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift


def check_injects(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with the injects of a scenario."""
    for name, inject in scenario.injects.items():
        here = ("injects", name)
        yield from unknown_at((*here, "to"), "body", inject.to, scenario.bodies)
        if inject.when is not None:
            yield from _check_when(scenario, (*here, "when"), inject.when)
        for k, effect in enumerate(inject.effects):
            yield from check_effect(
                (*here, "effects", k), effect, scenario.bodies, councils_of(scenario), scenario.countries
            )
        yield from _check_source(here, inject)


def _check_source(here: Location, inject: Inject) -> Iterator[Finding]:
    if inject.source is None and not inject.invented:
        yield here, _("must name its source, or say that it is {word}").format(word=repr("invented"))
    if inject.source is not None and inject.invented:
        yield (*here, "invented"), _("what is invented has no source")


def _check_when(scenario: Scenario, here: Location, when: When) -> Iterator[Finding]:
    for word, pair in (("war", when.war), ("peace", when.peace)):
        for end, state in enumerate(pair or ()):
            yield from unknown_at((*here, word, end), "country", state, scenario.countries)
        if pair is not None and pair[0] == pair[1]:
            yield (*here, word), _("names {country} twice").format(country=pair[0])
    if when.weeks is not None and when.war is None:
        yield (*here, "weeks"), _("goes with {key}").format(key="`war`")
    if when.turn is not None and when.turn > scenario.turns:
        yield (*here, "turn"), _("is after the last turn ({turns})").format(turns=scenario.turns)
    if when.day is not None and when.day < scenario.start:
        yield (*here, "day"), before_start(scenario.start)
    earliest = max(scenario.start, when.day or scenario.start)
    if when.until is not None and when.until < earliest:
        yield (*here, "until"), _("is before {day}, from when on it could be told").format(day=earliest)


def councils_of(scenario: Scenario) -> frozenset[str]:
    """The bodies that are councils."""
    return frozenset(name for name, body in scenario.bodies.items() if body.kind is BodyKind.COUNCIL)


def check_effect(
    here: Location,
    effect: InjectEffect,
    bodies: Collection[str],
    councils: Collection[str],
    countries: Collection[str],
) -> Iterator[Finding]:
    """Everything wrong with one effect, of a scenario's inject or of a facilitator's own."""
    yield from _check_whose((*here, "of"), effect, bodies, countries)
    if effect.effect in OF_A_COUNCIL and effect.of in bodies and effect.of not in councils:
        yield (*here, "of"), _("{body} is no council: nothing hangs on that of another side").format(body=effect.of)
    most = MOST_SIZE[effect.effect]
    if effect.effect is Shift.INCIDENT:
        yield from _check_incident(here, effect, countries)
    elif not LEAST_SIZE.get(effect.effect, TENTH) <= abs(effect.size) <= most:
        yield (*here, "size"), _("must be between {low} and {most}, and not 0").format(low=-most, most=most)
    elif effect.kind is not None or effect.by is not None:
        yield here, _("only an incident has {word} or {other}").format(word=repr("kind"), other=repr("by"))


def _check_whose(
    here: Location, effect: InjectEffect, bodies: Collection[str], countries: Collection[str]
) -> Iterator[Finding]:
    """The state or the side that an effect names, as it asks."""
    if effect.effect in OF_A_STATE:
        if effect.of is None:
            yield here[:-1], _("must name the state that it works on ({word})").format(word=repr("of"))
        yield from unknown_at(here, "country", effect.of, countries)
    elif effect.effect in OF_A_SIDE:
        if effect.of is None:
            yield here[:-1], _("must name the side that it works on ({word})").format(word=repr("of"))
        yield from unknown_at(here, "body", effect.of, bodies)
    elif effect.of is not None:
        yield here, _("works on the whole world")


def _check_incident(here: Location, effect: InjectEffect, countries: Collection[str]) -> Iterator[Finding]:
    most = MOST_SIZE[Shift.INCIDENT]
    if effect.size not in range(1, most + 1):
        yield (*here, "size"), _("must be a severity from 1 to {most}").format(most=most)
    if effect.kind not in BEFALLING:
        yield (
            here,
            _("must say its {word}: {kinds}").format(
                word=repr("kind"), kinds=", ".join(kind.name.lower() for kind in BEFALLING)
            ),
        )
    yield from unknown_at((*here, "by"), "country", effect.by, countries)
    if effect.kind is IncidentKind.ACCIDENT and effect.by is None:
        yield here, _("an accident is somebody's: {word} says whose").format(word=repr("by"))
    if effect.by is not None and effect.by == effect.of:
        yield (*here, "by"), _("names {country} twice").format(country=effect.by)

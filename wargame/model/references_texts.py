"""Checks of texts in force as a game begins: their measures, whom they name, until when they stand."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, TypeAlias

from wargame.catalogue import _
from wargame.model.codes import Effect, MeasureKind
from wargame.model.findings import FARTHEST, TOO_LATE, Finding, Location, Thing, unknown, unknown_at
from wargame.model.opening import InForce
from wargame.model.scenario import Scenario

NamedBy: TypeAlias = Literal["against", "helps", "on"]


def check_texts(complete: Scenario) -> Iterator[Finding]:
    """Everything wrong with the texts in force on the first day and on the other first days; `complete` has all measures."""
    yield from _check_day(complete, complete.texts, ("texts",), complete.start)
    for k, start in enumerate(complete.starts):
        yield from _check_day(complete, start.texts or (), ("starts", k, "texts"), start.day)


def _check_day(scenario: Scenario, texts: tuple[InForce, ...], here: Location, day: date) -> Iterator[Finding]:
    seen = set()
    for k, text in enumerate(texts):
        measure = scenario.measures.get(text.measure)
        if measure is None:
            yield (*here, k, "measure"), unknown("measure", text.measure, scenario.measures)
            continue
        if measure.kind == MeasureKind.HYBRID:
            yield (*here, k, "measure"), _("a covert act is no text that all know of")
        if any(effect.effect == Effect.NUCLEAR_STRIKE for effect in measure.effects):
            yield (*here, k, "measure"), _("nuclear use is no text that stands")
        if measure.weeks == 0:
            yield (*here, k, "measure"), _("a measure of no weeks is never in force")
        if text.until is not None and text.until <= day:
            yield (*here, k, "until"), _("has run out by the start ({start})").format(start=day)
        if text.until is not None and text.until - day > FARTHEST:
            yield (*here, k, "until"), TOO_LATE
        if measure.available is not None and measure.available > day:
            yield (*here, k, "measure"), _("may not be tabled before {date}").format(date=measure.available)
        if text.against in scenario.bodies[measure.body].members:
            says = _("{country} is a member of {body}, which answers others")
            yield (*here, k, "against"), says.format(country=text.against, body=measure.body)
        yield from _check_named(scenario, text, (*here, k))
        same = (text.measure, text.against, text.helps, text.on)
        if same in seen:
            yield (*here, k), _("is given twice")
        seen.add(same)


def _check_named(scenario: Scenario, text: InForce, here: Location) -> Iterator[Finding]:
    """Whom and where a text names, as its measure asks."""
    asked = scenario.measures[text.measure].names
    states, places = tuple(scenario.countries), (*scenario.regions, *scenario.seas)
    columns: tuple[tuple[NamedBy, str | None, Thing, tuple[str, ...]], ...] = (
        ("against", text.against, "country", states),
        ("helps", text.helps, "country", states),
        ("on", text.on, "place", places),
    )
    for column, named, thing, known in columns:
        if named is None and column in asked:
            yield here, _("its measure must name {word}").format(word=repr(column))
        if named is not None and column not in asked:
            yield (*here, column), _("its measure names no {word}").format(word=repr(column))
        yield from unknown_at((*here, column), thing, named, known)

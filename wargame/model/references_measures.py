"""Checks of measures: who may table them, how they are decided, what they promise to move."""

import re
from collections.abc import Iterator
from functools import cache

from wargame.catalogue import _
from wargame.model import state as tables
from wargame.model.codes import BodyKind, DecisionRule, Effect, Grant, MeasureKind, Task
from wargame.model.columns import Row
from wargame.model.findings import NONE_GIVEN, Finding, Location, before_start, unknown, unknown_at, unlisted
from wargame.model.measures import AMBITIONS, OF_A_LEADER, TERMS_OF_PEACE, WHILE_IN_FORCE, EffectOf, Measure
from wargame.model.scenario import Scenario
from wargame.model.state import State

NEEDS: dict[Effect, str] = {
    Effect.PRESENCE: "on",
    Effect.PLANS: "on",
    Effect.EXERCISE: "on",
    Effect.PUBLISH: "against",
    Effect.SANCTION: "against",
    Effect.SUBVERT: "against",
    Effect.CUT_GAS: "against",
    Effect.WAR: "against",
    Effect.CEASE: "against",
    Effect.DEMAND: "against",
    Effect.CONCEDE: "against",
    Effect.CONDEMN: "against",
    Effect.EQUIP: "helps",
    Effect.DEFEND: "helps",
    Effect.FINANCE: "helps",
    Effect.ALERT: "against",
    Effect.NUCLEAR_STRIKE: "on",
    Effect.WORDS: "against",
    Effect.SHELTER: "helps",
    Effect.WITNESS: "helps",
    Effect.DRAIN: "against",
    Effect.HEARTEN: "helps",
}
"""What a draft must name for an effect to know whom or what it works on."""

_TABLE = re.compile(r"Table\[(\w+)\]")


def check_measures(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with a scenario's own measures."""
    for name, measure in scenario.measures.items():
        here = ("measures", name)
        yield from unknown_at((*here, "body"), "body", measure.body, scenario.bodies)
        body = scenario.bodies.get(measure.body)
        if body is not None:
            yield from _check_fit(here, measure, body.kind)
        yield from _check_other(here, measure, scenario)
        if measure.available is not None and measure.available < scenario.start:
            yield (*here, "available"), before_start(scenario.start)
        yield from check_promises(here, measure)


def _check_other(here: Location, measure: Measure, scenario: Scenario) -> Iterator[Finding]:
    """The other council that must agree is one, and another; a leadership asks nobody."""
    if measure.also is None:
        return
    yield from unknown_at((*here, "also"), "body", measure.also, scenario.bodies)
    both = [scenario.bodies[name] for name in (measure.body, measure.also) if name in scenario.bodies]
    if any(body.kind is not BodyKind.COUNCIL for body in both) or measure.also == measure.body:
        yield (*here, "also"), _("two councils must be named: that of body and another")


def check_shared_measures(scenario: Scenario, complete: Scenario) -> Iterator[Finding]:
    """Measures that a scenario has from its catalogue whose rule or effects do not fit the body that they meet here."""
    shared = {name: measure for name, measure in complete.measures.items() if name not in scenario.measures}
    for name, measure in shared.items():
        for _place, message in _check_fit(("measures", name), measure, scenario.bodies[measure.body].kind):
            yield ("catalogue",), _("the measure {measure}: {fault}").format(measure=name, fault=message)


def check_promises(here: tuple[str, str], measure: Measure) -> Iterator[Finding]:
    """Effects without what they work on or of no size, and promises about columns that are not there."""
    for section in ("effects", "moves"):
        if not getattr(measure, section):
            yield (*here, section), NONE_GIVEN
    for k, effect in enumerate(measure.effects):
        needed = NEEDS.get(effect.effect)
        if needed is not None and needed not in measure.names:
            message = _("the effect {effect} needs {word} among names")
            yield (*here, "effects", k), message.format(effect=effect.effect.name.lower(), word=repr(needed))
        if not any(effect.sizes):
            yield (*here, "effects", k, "sizes"), _("the effect has no size at any ambition")
        yield from _check_terms((*here, "effects", k), measure, effect)
        if effect.effect == Effect.CONDEMN and effect.sizes != tuple(range(1, AMBITIONS + 1)):
            yield (*here, "effects", k, "sizes"), _("must be 1, 2, 3: the words are as strong as the ambition")
        if effect.effect == Effect.TASK_WEIGHT and (measure.task == Task.NONE or measure.kind != MeasureKind.CONCEPT):
            yield (
                (*here, "effects", k),
                _("the effect task_weight is that of a measure of the kind concept, with a task"),
            )
        if effect.effect == Effect.FINDINGS and measure.also is None:
            yield (*here, "effects", k), _("the effect findings needs another council in also")
        if measure.weeks == 0 and (effect.weekly or effect.effect in WHILE_IN_FORCE):
            yield (*here, "effects", k), _("the effect works while in force: the measure needs weeks")
    for k, promise in enumerate(measure.moves):
        columns = columns_of(promise.table)
        if columns is None:
            yield (*here, "moves", k, "table"), unknown("table", promise.table, State._fields)
        elif promise.column not in columns:
            sentence = _("no column of the table {table} called {word}")
            yield (*here, "moves", k, "column"), unlisted(sentence, promise.column, columns, table=promise.table)


def _check_terms(here: Location, measure: Measure, effect: EffectOf) -> Iterator[Finding]:
    """Terms of peace that go with no offer, are no degree of terms, or do not come nearer to the other side with each ambition."""
    if effect.effect not in TERMS_OF_PEACE:
        return
    name = effect.effect.name.lower()
    if not any(other.effect == Effect.CEASE for other in measure.effects):
        yield here, _("the effect {effect} goes with the effect cease, which is not here").format(effect=name)
    if any(size not in set(map(int, Grant)) for size in effect.sizes):
        yield (*here, "sizes"), _("each must be 0, 1 or 2")
    falls = effect.effect == Effect.DEMAND
    if list(effect.sizes) != sorted(effect.sizes, reverse=falls):
        says = (
            _("must not grow with ambition: each asks for less")
            if falls
            else _("must not fall with ambition: each grants more")
        )
        yield (*here, "sizes"), says


@cache
def columns_of(table: str) -> tuple[str, ...] | None:
    """The columns of a table of the state, by its name; None where there is no such table."""
    hint = State.__annotations__.get(table)
    if hint is None:
        return None
    found = _TABLE.search(str(getattr(hint, "__forward_arg__", hint)))
    row = getattr(tables, found[1]) if found else None
    assert isinstance(row, type)
    assert issubclass(row, Row)
    return tuple(row.columns)


def _check_fit(here: tuple[str, str], measure: Measure, kind: BodyKind) -> Iterator[Finding]:
    """A rule or an effect that a body of this kind cannot have."""
    yield from _check_rule(here, measure, kind)
    for k, effect in enumerate(measure.effects):
        if kind == BodyKind.COUNCIL and effect.effect in OF_A_LEADER:
            message = _("the effect {effect} is that of a leader, and {body} is a council")
            yield (*here, "effects", k), message.format(effect=effect.effect.name.lower(), body=measure.body)


def _check_rule(here: tuple[str, str], measure: Measure, kind: BodyKind) -> Iterator[Finding]:
    led = kind != BodyKind.COUNCIL
    if led and measure.rule != DecisionRule.LEADER:
        message = _("{body} is a {kind}: its rule must be leader").format(body=measure.body, kind=kind.name.lower())
        yield (*here, "rule"), message
    if not led and measure.rule == DecisionRule.LEADER:
        yield (*here, "rule"), _("{body} is a council: its rule cannot be leader").format(body=measure.body)

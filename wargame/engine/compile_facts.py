"""The World of a scenario: facts and numbers as tables."""

from __future__ import annotations

from collections import Counter

import numpy as np

from wargame.engine.compile_board import edges_of, places_of, reach_of
from wargame.engine.compile_units import hundredths, permille, tenths, thousandths, whole
from wargame.engine.reading import reading
from wargame.model.codes import Kind
from wargame.model.columns import MOST_STOCKS, NOBODY, R, Table, Values, column_of, empty_table
from wargame.model.measures import Measure
from wargame.model.names import Names
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers
from wargame.model.numbers.kinds import KINDS
from wargame.model.scenario import Chapter, Scenario
from wargame.model.world import (
    BodyFacts,
    CountryFacts,
    Course,
    EffectFacts,
    Kinds,
    Leaning,
    Link,
    MeasureFacts,
    ObjectiveFacts,
    OpeningText,
    OrderOfBattle,
    Outsider,
    World,
)
from wargame.rules.intentions import prior_intentions
from wargame.rules.law import plain
from wargame.rules.numeric import FULL

READINESS_STEP = 200  # 1/1000 for each of the five steps in which files give readiness


def world_of(scenario: Scenario, names: Names) -> World:
    """All tables that never change."""
    regions = places_of(scenario, names)
    effects, measures = _measures(scenario, names)
    threat_numbers = _numbers(scenario, "threat", ThreatNumbers)
    return World(
        course=_course(scenario),
        bodies=_bodies(scenario, names),
        countries=_countries(scenario, names),
        links=_links(scenario, names, threat_numbers[0]),
        regions=regions,
        edges=edges_of(scenario, names, regions),
        reach=reach_of(scenario, threat_numbers[0]),
        kinds=_kinds(),
        order_of_battle=_order_of_battle(scenario, names),
        measures=measures,
        effects=effects,
        objectives=_objectives(scenario, names),
        opening=_opening(scenario, names),
        outsiders=_outsiders(scenario),
        leanings=_leanings(scenario, names),
        threat_numbers=threat_numbers,
        council_numbers=_numbers(scenario, "council", CouncilNumbers),
        state_numbers=_numbers(scenario, "state", StateNumbers),
        war_numbers=_numbers(scenario, "war", WarNumbers),
        motive_numbers=_numbers(scenario, "motive", MotiveNumbers),
    )


def _course(scenario: Scenario) -> Table[Course]:
    table = empty_table(Course, 1)
    row = table[0]
    row.turns = scenario.turns
    row.weeks_a_turn = scenario.weeks_a_turn
    row.step_days = scenario.step_days
    row.first_day = scenario.first_day()
    row.drafts_a_turn = scenario.drafts_a_turn
    row.nuclear_use = int(scenario.nuclear_use)
    return table


def _bodies(scenario: Scenario, names: Names) -> Table[BodyFacts]:
    table = empty_table(BodyFacts, len(scenario.bodies))
    for b, body in enumerate(scenario.bodies.values()):
        row = table[b]
        row.kind = body.kind
        row.leader = names.countries.row(body.leader)
        row.patron = names.countries.row(body.patron)
        row.defends = int(body.defends)
        row.enlarges = int(body.enlarges)
        row.consults = int(body.consults)
        row.states_needed = permille(body.thresholds.states)
        row.people_needed = permille(body.thresholds.people)
        row.blocking_states = body.thresholds.blocking_states
        row.abstain_limit = permille(body.thresholds.abstain)
        row.common_funding = hundredths(body.common_funding)
        row.funded_by_gdp = int(body.funded_by == "gdp")
    return table


def _countries(scenario: Scenario, names: Names) -> Table[CountryFacts]:
    table = empty_table(CountryFacts, len(scenario.countries))
    built = _built_for(scenario)
    for c, (name, country) in enumerate(scenario.countries.items()):
        row = table[c]
        row.population = thousandths(country.population)
        row.gdp = thousandths(country.gdp)
        row.personnel = tenths(country.personnel)
        row.regime = hundredths(country.democracy)
        row.warheads = int(country.warheads)
        row.capital = names.places.row(country.capital)
        row.gas = permille(country.gas)
        row.patron = names.countries.row(country.patron)
        row.dependence = permille(country.dependence)
        row.election_day = scenario.day_of(country.election, -1)
        row.tradition = permille(country.tradition)
        row.body = names.bodies.row(country.body)
        row.opt_out = NOBODY if country.opt_out is None else names.bodies.row(country.opt_out.body)
        row.depots = min(MOST_STOCKS, whole(built[name] * permille(country.depots) / FULL))
        row.opt_out_kinds = sum(1 << kind for kind in set(country.opt_out.kinds)) if country.opt_out else 0
    return table


def _built_for(scenario: Scenario) -> Counter[str]:
    """What each state's formations were built for (1/1000 brigade-equivalent); planned ones are not built yet."""
    built = Counter[str]()
    for formation in scenario.formations.values():
        if formation.owner is not None and not formation.planned:
            built[formation.owner] += thousandths(formation.strength)
    return built


def _links(scenario: Scenario, names: Names, numbers: ThreatNumbers) -> Table[Link]:
    count = len(scenario.countries)
    table = empty_table(Link, count, count)
    _set_weights(scenario, names, table)
    regimes = np.array([hundredths(country.democracy) for country in scenario.countries.values()], np.int64)
    column_of(table, "regime_gap")[:] = abs(regimes[:, None] - regimes)
    together = _together(scenario)
    law, n = plain(prior_intentions), reading(numbers)
    history, gap, dispute, tie = (
        column_of(table, name).tolist() for name in ("history", "regime_gap", "dispute", "tie")
    )
    for i, j in zip(*np.nonzero(~np.eye(count, dtype=np.bool_))):
        column_of(table, "prior")[i, j] = law(n, history[i][j], gap[i][j], dispute[i][j], together[i, j], tie[i][j])
    return table


def _together(scenario: Scenario) -> Values:
    """1 where two states are members of one body."""
    joined = np.array([[state in body.members for state in scenario.countries] for body in scenario.bodies.values()])
    together: Values = (joined[:, :, None] & joined[:, None, :]).any(axis=0).astype(np.int64)
    return together


def _set_weights(scenario: Scenario, names: Names, table: Table[Link]) -> None:
    links, row = scenario.links, names.countries.row
    border = column_of(table, "border")
    for one, other in links.borders:
        border[row(one), row(other)] = border[row(other), row(one)] = 1
    for name, entries in (
        ("history", links.history),
        ("dispute", links.disputes),
        ("tie", links.ties),
        ("claim", links.claims),
    ):
        column = column_of(table, name)
        for entry in entries:
            for observer in entry.observer:
                for other in entry.other:
                    if observer != other:
                        column[row(observer), row(other)] = permille(entry.weight)


def _kinds() -> Table[Kinds]:
    table = empty_table(Kinds, len(Kind))
    for kind, facts in KINDS.items():
        row = table[kind]
        for name in Kinds.numbers:
            setattr(row, name, float(getattr(facts, name)))
    return table


def _order_of_battle(scenario: Scenario, names: Names) -> Table[OrderOfBattle]:
    table = empty_table(OrderOfBattle, len(scenario.formations))
    for u, formation in enumerate(scenario.formations.values()):
        row = table[u]
        row.garrison = names.places.row(formation.base)
        row.strength = thousandths(formation.strength)
        row.readiness = formation.readiness * READINESS_STEP
    return table


def _measures(scenario: Scenario, names: Names) -> tuple[Table[EffectFacts], Table[MeasureFacts]]:
    effects = empty_table(EffectFacts, sum(len(measure.effects) for measure in scenario.measures.values()))
    table = empty_table(MeasureFacts, len(scenario.measures))
    first = 0
    for m, measure in enumerate(scenario.measures.values()):
        row = table[m]
        _set_measure(row, measure)
        row.body = names.bodies.row(measure.body)
        row.second = names.bodies.row(measure.also)
        row.first_day = scenario.day_of(measure.available, 0)
        row.first_effect = first
        first = _set_effects(effects, first, measure)
    return effects, table


def _set_measure(row: MeasureFacts, measure: Measure) -> None:
    row.kind = measure.kind
    row.task = measure.task
    row.rule = measure.rule
    row.cost = tenths(measure.cost)
    row.funds = measure.funds
    row.threshold = permille(measure.threshold)
    row.base_1, row.base_2, row.base_3 = (thousandths(points) for points in measure.base)
    row.firmness = permille(measure.firmness)
    row.exposure = permille(measure.exposure)
    row.escalation = thousandths(measure.escalation)
    row.weeks = measure.weeks
    row.needs_against = int("against" in measure.names)
    row.needs_helps = int("helps" in measure.names)
    row.needs_on = int("on" in measure.names)
    row.stability = permille(measure.stability)
    row.emergency = int(measure.emergency)
    row.effects = len(measure.effects)


def _set_effects(table: Table[EffectFacts], first: int, measure: Measure) -> int:
    """Write a measure's effects from row `first` on; the row after them."""
    for k, effect in enumerate(measure.effects, start=first):
        row = table[k]
        row.code = effect.effect
        row.weekly = int(effect.weekly)
        row.size_1, row.size_2, row.size_3 = effect.sizes
    return first + len(measure.effects)


def _objectives(scenario: Scenario, names: Names) -> Table[ObjectiveFacts]:
    table = empty_table(ObjectiveFacts, len(scenario.objectives))
    for o, objective in enumerate(scenario.objectives.values()):
        row = table[o]
        row.body = names.bodies.row(objective.body)
        row.weight = objective.weight
        row.reading = objective.reading
        row.target = names.countries.row(objective.target)
        row.best = objective.best
        row.worst = objective.worst
    return table


def _opening(scenario: Scenario, names: Names) -> Table[OpeningText]:
    """What was in force on day 0; compiled code meets no empty table."""
    table = empty_table(OpeningText, max(len(scenario.texts), 1))
    for k, text in enumerate(scenario.texts):
        row = table[k]
        row.measure, row.against = names.measures.row(text.measure), names.countries.row(text.against)
        row.ambition = text.ambition
    return table


def _outsiders(scenario: Scenario) -> Table[Outsider]:
    """The states outside; where there are none, a row without people."""
    table = empty_table(Outsider, max(len(scenario.outside), 1))
    for o, outsider in enumerate(scenario.outside.values()):
        row = table[o]
        row.people, row.gdp = thousandths(outsider.population), thousandths(outsider.gdp)
        row.arms, row.aside = thousandths(outsider.arms), permille(outsider.aside)
    return table


def _leanings(scenario: Scenario, names: Names) -> Table[Leaning]:
    table = empty_table(Leaning, max(len(scenario.outside), 1), len(names.bodies))
    for o, outsider in enumerate(scenario.outside.values()):
        for body, goodwill in outsider.goodwill.items():
            table[o, names.bodies.row(body)].goodwill = permille(goodwill)
    return table


def _numbers(scenario: Scenario, chapter: Chapter, row: type[R]) -> Table[R]:
    table = empty_table(row, 1)
    for name, value in scenario.numbers.get(chapter, {}).items():
        setattr(table[0], name, value)
    return table

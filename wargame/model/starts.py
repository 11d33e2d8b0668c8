"""A scenario begun on another of its days, with what was different then, or ended sooner than its author meant."""

from collections.abc import Iterator
from datetime import date

from wargame.catalogue import _
from wargame.model.codes import Effect
from wargame.model.findings import Finding, Location, unknown_at
from wargame.model.injects import Inject
from wargame.model.opening import Given, Start
from wargame.model.scenario import Scenario


def start_on(scenario: Scenario, day: date) -> Start | None:
    """The start of a day; None where the scenario has none."""
    return next((start for start in scenario.starts if start.day == day), None)


def begun(scenario: Scenario, start: Start) -> Scenario:
    """The scenario as of a later start. Elections, red lines and injects whose day has passed are left out."""
    formations = {
        name: unit.model_copy(update={"at": start.placed[name]}) if name in start.placed else unit
        for name, unit in scenario.formations.items()
    }
    regions = {
        name: region.model_copy(update={"controller": start.holders[name]}) if name in start.holders else region
        for name, region in scenario.regions.items()
    }
    countries = {
        name: state.model_copy(update={"election": None}) if is_passed(state.election, start.day) else state
        for name, state in scenario.countries.items()
    }
    measures = {
        name: measure.model_copy(update={"available": None}) if is_passed(measure.available, start.day) else measure
        for name, measure in scenario.measures.items()
    }
    return scenario.model_copy(
        update={
            "title": start.title,
            "summary": start.summary,
            "start": start.day,
            "turns": start.turns or scenario.turns,
            "tracks": start.tracks or scenario.tracks,
            "countries": countries,
            "regions": regions,
            "formations": formations,
            "measures": measures,
            "injects": {name: inject for name, inject in scenario.injects.items() if not _is_late(inject, start.day)},
            "red_lines": tuple(line for line in scenario.red_lines if not is_passed(line.lapses, start.day)),
            "wars": (*scenario.wars, *start.wars),
            "mobilised": (*scenario.mobilised, *start.mobilised),
            "orders": {**scenario.orders, **start.orders},
            "texts": tuple(text for text in scenario.texts if text.until is None or text.until > start.day)
            if start.texts is None
            else start.texts,
            "starts": (),
        }
    )


def shortened(scenario: Scenario, turns: int) -> Scenario:
    """The scenario with its last turn where the host wants it. Raises ValueError for less than one turn, or more than it has."""
    if not 1 <= turns <= scenario.turns:
        raise ValueError(turns)
    injects = {
        name: inject
        for name, inject in scenario.injects.items()
        if inject.when is None or inject.when.turn is None or inject.when.turn <= turns
    }
    return scenario.model_copy(update={"turns": turns, "injects": injects})


def signals_only(scenario: Scenario) -> Scenario:
    """The scenario without any use of nuclear weapons, as its host wants it: threats and postures stay."""
    return scenario.model_copy(update={"nuclear_use": False})


def has_nuclear_use(complete: Scenario) -> bool:
    """Nuclear weapons may be used in a scenario: some measure does so, and the scenario allows it. `complete` has all measures."""
    effects = (effect.effect for measure in complete.measures.values() for effect in measure.effects)
    return complete.nuclear_use and Effect.NUCLEAR_STRIKE in effects


def is_passed(when: date | None, day: date) -> bool:
    """A date is given and lies before a day."""
    return when is not None and when < day


def _is_late(inject: Inject, day: date) -> bool:
    """An inject tells of what was before a day."""
    when = inject.when
    return when is not None and (is_passed(when.day, day) or is_passed(when.until, day))


def check_openings(scenario: Scenario) -> Iterator[Finding]:
    """Everything wrong with wars, orders and later starts."""
    yield from _check_opening(scenario, (), scenario.wars, scenario.mobilised, scenario.orders)
    seen: set[date] = set()
    for k, start in enumerate(scenario.starts):
        here = ("starts", k)
        if start.day <= scenario.start:
            yield (*here, "day"), _("is not after the start ({start})").format(start=scenario.start)
        if start.day in seen:
            yield (*here, "day"), _("is given twice")
        seen.add(start.day)
        yield from _check_opening(scenario, here, start.wars, start.mobilised, start.orders, start.placed)
        for unit, place in start.placed.items():
            yield from unknown_at((*here, "placed", unit), "formation", unit, scenario.formations)
            places = (*scenario.regions, *scenario.seas)
            yield from unknown_at((*here, "placed", unit), "place", place, places)
        for region, holder in start.holders.items():
            yield from unknown_at((*here, "holders", region), "region", region, scenario.regions)
            yield from unknown_at((*here, "holders", region), "country", holder, scenario.countries)


def _check_opening(
    scenario: Scenario,
    here: Location,
    wars: tuple[tuple[str, str], ...],
    mobilised: tuple[str, ...],
    orders: dict[str, Given],
    placed: dict[str, str] | None = None,
) -> Iterator[Finding]:
    for k, pair in enumerate(wars):
        for end, state in enumerate(pair):
            yield from unknown_at((*here, "wars", k, end), "country", state, scenario.countries)
        if pair[0] == pair[1]:
            yield (*here, "wars", k), _("{country} cannot be at war with itself").format(country=pair[0])
    for k, state in enumerate(mobilised):
        yield from unknown_at((*here, "mobilised", k), "country", state, scenario.countries)
    ways = {frozenset(edge.between) for edge in scenario.edges}
    for unit, order in orders.items():
        yield from unknown_at((*here, "orders", unit), "formation", unit, scenario.formations)
        if unit in scenario.formations:
            formation = scenario.formations[unit]
            at = (placed or {}).get(unit) or formation.at or formation.base
            for leg, place in enumerate(order.path):
                if frozenset((at, place)) not in ways:
                    message = _("no way leads from {start} to {end}").format(start=at, end=place)
                    yield (*here, "orders", unit, "path", leg), message
                at = place

"""`wargame threat` and `wargame council`: question the model."""

from __future__ import annotations

import csv as csv_format
import sys
from collections.abc import Iterator
from typing import Final

from wargame.ai.options import appraise, strongest_threats
from wargame.ai.policy import Level
from wargame.catalogue import _, _n, translated
from wargame.commands.spoken import POSITIONS, TERMS
from wargame.commands.spoken import THREAT as HEADINGS
from wargame.commands.warm import make_warm
from wargame.commands.words import known
from wargame.engine.appraisal import appraise as foreseen
from wargame.engine.appraisal import line_crossed
from wargame.engine.judge import UNKNOWN, judge
from wargame.model.orders import TableDraft
from wargame.model.scenario import Scenario
from wargame.model.terms import Support
from wargame.model.view import View
from wargame.model.world import MeasureFacts
from wargame.rules.council import NO_PRICE
from wargame.rules.law import LAWS
from wargame.session import Session
from wargame.store.faults import InputError, one_line
from wargame.store.scenarios import scenario_from
from wargame.study.games import new_session

THREAT_COLUMNS = ("turn", "observer", "target", "aggregate", "proximity", "offensive", "intentions", "threat")
COLUMN = 12  # letters of a column on the screen
POINT = 1000.0  # kept values a point

# What is said of an option that a measure needs, and of one that it has no use for.
_LACKS: Final = {
    "--against": _("{measure} names whom it answers: give {option}"),
    "--for": _("{measure} names whom it helps: give {option}"),
    "--on": _("{measure} names where: give {option}"),
}
_NEEDS_NOT: Final = {
    "--against": _("{measure} does not name whom it answers: leave {option} out"),
    "--for": _("{measure} does not name whom it helps: leave {option} out"),
    "--on": _("{measure} does not name where: leave {option} out"),
}


def threat(name: str, since: str | None, turn: int, seed: int, *, csv: bool) -> None:
    """Every pair of observer and target, each part from 0 to 1."""
    session = _played(scenario_from(name, since), turn, seed)
    if csv:
        out = csv_format.writer(sys.stdout, lineterminator="\n")
        out.writerow(THREAT_COLUMNS)
        out.writerows(threat_rows(session))
        return
    headings = tuple(HEADINGS[column] for column in THREAT_COLUMNS)
    for row in (headings, *threat_rows(session)):
        print("".join(f"{cell:>{COLUMN}}" for cell in row))


def threat_rows(session: Session) -> Iterator[tuple[object, ...]]:
    """Rows of THREAT_COLUMNS for every pair of states, and for every state and body that it does not belong to."""
    names, state = session.names, session.state
    for i, observer in enumerate(names.countries.ids):
        for j, target in enumerate(names.countries.ids):
            if i != j:
                pair = state.pairs[i, j]
                parts = (pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.threat)
                yield (session.turn, observer, target, *(f"{part / POINT:.3f}" for part in parts))
        for b, body in enumerate(names.bodies.ids):
            if not state.members[b, i].joined:
                seen = state.coalitions[i, b]
                parts = (seen.aggregate, seen.proximity, seen.offensive, seen.intentions, seen.threat)
                yield (session.turn, observer, body, *(f"{part / POINT:.3f}" for part in parts))


def council(
    name: str,
    since: str | None,
    measure: str,
    on: str | None,
    helps: str | None,
    against: str | None,
    ambition: int,
    seed: int,
) -> None:
    """Each member's terms and position, and the price of consensus, as the body's own seat sees them."""
    scenario = scenario_from(name, since)
    measure = known(measure, tuple(scenario.measures), "measure")
    states, places = tuple(scenario.countries), (*scenario.regions, *scenario.seas)
    on = None if on is None else known(on, places, "region")
    helps = None if helps is None else known(helps, states, "state")
    against = None if against is None else known(against, states, "state")
    session = _played(scenario, 0, seed)
    names = session.names
    row = names.measures.row(measure)
    facts = session.world.measures[row]
    view = session.view(names.bodies.ids[facts.body])
    if facts.needs_against and against is None:
        against = next((names.countries.ids[state] for state in strongest_threats(view, 1)), None)
    _check_named(facts, measure, against, helps, on)
    order = TableDraft(measure=measure, ambition=ambition, lowest=ambition, on=on, helps=helps, against=against)
    print(_asked(names.measures.title(row), order, names.bodies.title(facts.body)))
    for line in member_lines(view, order):
        print(line)
    for line in _price_lines(view, order):
        print(line)


def _check_named(facts: MeasureFacts, measure: str, against: str | None, helps: str | None, on: str | None) -> None:
    """A measure is asked about with what it names and nothing else. Raises InputError with all that is amiss."""
    asked = (
        ("--against", facts.needs_against, against),
        ("--for", facts.needs_helps, helps),
        ("--on", facts.needs_on, on),
    )
    faults = [(_LACKS[option], option) for option, needs, word in asked if needs and word is None]
    faults += [(_NEEDS_NOT[option], option) for option, needs, word in asked if word and not needs]
    if faults:
        raise InputError(fault.format(measure=measure, option=option) for fault, option in faults)


def _asked(measure: str, order: TableDraft, body: str) -> str:
    """What is asked about: a measure, how far it goes, whom and what it names, and in which body."""
    named = _(", against {state}").format(state=order.against) if order.against else ""
    named += _(", for {state}").format(state=order.helps) if order.helps else ""
    named += _(", on {place}").format(place=order.on) if order.on else ""
    line = _("{measure}, ambition {ambition}{named}, in {body}")
    return line.format(measure=measure, ambition=order.ambition, named=named, body=body)


def member_lines(view: View, order: TableDraft) -> Iterator[str]:
    """A line a member: its position, its support and the terms of that; a leadership asks nobody."""
    for member in foreseen(view, order).members:
        said = ", ".join(f"{TERMS[Support[name.upper()]]} {size / POINT:+.2f}" for name, size in member.terms.items())
        line = _red_line(view, order, member.id)
        yield one_line(f"  {member.id:4} {POSITIONS[member.position]:9} {member.value / POINT:+.2f} = {said}{line}")


def _red_line(view: View, order: TableDraft, member: str) -> str:
    """The red line that makes a member object whatever its terms say, with its reason; empty where it has none."""
    row = line_crossed(view, order, member)
    return _("; red line: {reason}").format(reason=view.names.reasons[row]) if row >= 0 else ""


def _price_lines(view: View, order: TableDraft) -> Iterator[str]:
    option = appraise(view, order)
    price = _("{points} influence").format(points=f"{option.price / 10:.1f}")
    if option.price >= NO_PRICE:
        price = _("cannot be bought")
    yield _("price of consensus: {price}; tabling costs {cost}").format(price=price, cost=f"{option.cost / 10:.1f}")
    for broken in judge(view, order):
        words = _("it names what is not in this game") if broken == UNKNOWN else translated(LAWS[broken].sentence)
        yield one_line(_("not to be tabled as things stand: {why} ({law})").format(why=words, law=broken))


def _played(scenario: Scenario, turns: int, seed: int) -> Session:
    """A game of AIs after a number of turns. Raises InputError where it ends before."""
    make_warm()
    session = new_session(scenario, seed, dict.fromkeys(scenario.bodies, Level.STAFF))
    session.begin()
    while session.turn < turns and session.play_ai():
        pass
    if session.turn < turns:
        refusal = _n(
            "{option}: this game is over after {count} turn",
            "{option}: this game is over after {count} turns",
            session.turn,
        )
        raise InputError([refusal.format(option=f"--turn {turns}", count=session.turn)])
    return session

"""`wargame threat` and `wargame council`: question the model."""

from __future__ import annotations

import csv as csv_format
import sys

from wargame.ai.policy import Level

from wargame.model.columns import empty_table
from wargame.model.names import Roll
from wargame.model.orders import TableDraft
from wargame.session import Session
from wargame.store.faults import InputError, did_you_mean
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import new_session

THREAT_COLUMNS = ("turn", "observer", "target", "aggregate", "proximity", "offensive", "intentions", "threat")


def threat(name: str, turn: int, seed: int, *, csv: bool) -> None:
    """Every pair of observer and target, each part from 0 to 1."""
    session = _played(name, turn, seed)
    rows = list(threat_rows(session))
    if csv:
        out = csv_format.writer(sys.stdout, lineterminator="\n")
        out.writerow(THREAT_COLUMNS)
        out.writerows(rows)
        return
    print("".join(f"{column:>12}" for column in THREAT_COLUMNS))
    for row in rows:
        print("".join(f"{cell:>12}" for cell in row))


def threat_rows(session: Session) -> list[tuple[object, ...]]:
    """Rows of THREAT_COLUMNS for every pair, bodies as targets included."""
    names, state = session.names, session.state
    rows: list[tuple[object, ...]] = []
    for i, observer in enumerate(names.countries.ids):
        for j, target in enumerate(names.countries.ids):
            if i != j:
                pair = state.pairs[i, j]
                parts = (pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.threat)
                rows.append((session.turn, observer, target, *(f"{int(part) / 1000:.3f}" for part in parts)))
        for b, body in enumerate(names.bodies.ids):
            seen = state.coalitions[i, b]
            if not state.members[b, i].joined:
                parts = (seen.aggregate, seen.proximity, seen.offensive, seen.intentions, seen.threat)
                rows.append((session.turn, observer, body, *(f"{int(part) / 1000:.3f}" for part in parts)))
    return rows


def council(
    name: str, measure: str, on: str | None, helps: str | None, against: str | None, ambition: int, seed: int
) -> None:
    """Each member's terms and position, and the price of consensus, as the body's own seat sees them."""
    from wargame.ai.options import appraise, strongest_threats
    from wargame.engine.judge import judge
    from wargame.rules.council import NO_PRICE

    session = _played(name, 0, seed)
    names = session.names
    row = known(names.measures, measure, "measure")
    for place, roll, kind in ((on, names.places, "region"), (helps, names.countries, "state"), (against, names.countries, "state")):
        if place is not None:
            known(roll, place, kind)
    seat = names.bodies.ids[session.world.measures[row].body]
    view = session.view(seat)
    facts = session.world.measures[row]
    if against is None and facts.needs_against:
        against = names.countries.id(strongest_threats(view, 1)[0])
    order = TableDraft(measure=measure, ambition=ambition, lowest=ambition, on=on, helps=helps, against=against)
    print(f"{names.measures.title(row)}, ambition {ambition}, in {names.bodies.title(names.bodies.row(seat))}")
    _print_members(session, seat, order)
    option = appraise(view, order)
    asked = "cannot be bought" if option.price >= NO_PRICE else f"{option.price / 10:.1f} influence"
    print(f"price of consensus: {asked}; tabling costs {option.cost / 10:.1f}")
    broken = judge(view, order)
    if broken:
        print(f"as things stand it may not be tabled: {', '.join(broken)}")


def _print_members(session: Session, seat: str, order: TableDraft) -> None:
    import numpy as np

    from wargame.engine.judge import draft_row
    from wargame.model.codes import TERM_LIMIT, Position, Support
    from wargame.model.plan import Bid, Draft
    from wargame.rules import entries

    view = session.view(seat)
    draft = empty_table(Draft, 1)[0]
    draft_row(view, order, draft)
    count = view.state.countries.size
    supports, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
    entries.appraise(view.world, view.state, draft, empty_table(Bid, 1, count), supports, positions, lift)
    for c in range(count):
        if positions[c] < 0:
            continue
        terms = np.zeros(TERM_LIMIT, np.int64)
        value = entries.support(view.world, view.state, draft, c, terms)
        said = ", ".join(f"{term.name.lower()} {int(terms[term]) / 1000:+.2f}" for term in Support if terms[term])
        print(f"  {view.names.countries.ids[c]:4} {Position(int(positions[c])).name.lower():9} {value / 1000:+.2f} = {said}")


def known(roll: Roll, name: str, kind: str) -> int:
    """The row of an id. Raises InputError with what was perhaps meant."""
    if name not in roll.rows:
        raise InputError([f"no {kind} called {name!r}{did_you_mean(name, roll.ids)}"])
    return roll.rows[name]


def _played(name: str, turns: int, seed: int) -> Session:
    scenario = load_scenario(find_scenario(name))
    session = new_session(scenario, seed, {seat: Level.STAFF for seat in scenario.bodies})
    session.begin()
    while session.turn < turns and session.play_ai():
        pass
    return session



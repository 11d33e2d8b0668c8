"""What must be true of every State, whatever was decided: simulations and tests ask after each phase."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wargame.catalogue import _
from wargame.engine.observe import ROWS
from wargame.model.codes import Break, Ending, Phase, Terrain
from wargame.model.columns import NOBODY, Column, Row, column_of
from wargame.model.state import LEGS, State
from wargame.model.world import World
from wargame.rules.numeric import FULL

ROW_UNIT = "row of "  # how the unit of a column that names a row begins
SHOWN = 3  # rows that one line names
_OUT_OF_RANGE = _("{column} is {value}, not {low} to {high}")

Rows = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Values = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class BrokenInvariant(Exception):
    """Something that must be true of every game is not: it cannot go on as if it were."""


def broken_invariants(world: World, state: State) -> list[str]:
    """Every invariant that a state breaks, one line each that names table, rows and cause; empty where it is sound."""
    return [
        *_values_out_of_range(world, state),
        *_broken_clock(state),
        *_broken_paths(world, state),
        *_broken_commands(state),
        *_broken_shares(state),
        *_broken_memberships(world, state),
        *_broken_land(world, state),
        *_broken_wars(state),
        *_broken_texts(world, state),
        *_broken_counts(state),
    ]


def living(state: State, table: str, row: type[Row]) -> Rows:
    """The rows of a table that mean something: those alive; of tables that go with another, those alive there."""
    mask = np.ones(getattr(state, table).shape, np.bool_)
    if "alive" in row.columns:
        mask &= column_of(getattr(state, table), "alive") == 1
    if table == "legs":
        mask &= _flag(state, "formations", "alive")[:, None]
    if table == "sightings":
        mask &= _flag(state, "formations", "alive")[None, :]
    if table == "suspicions":
        mask &= _flag(state, "incidents", "alive")[None, :]
    return mask


def highest(world: World, state: State, item: Column) -> int:
    """The greatest value a column may hold: its declared one, or the last row of the table it names."""
    if not item.unit.startswith(ROW_UNIT):
        return item.high
    named = item.unit.removeprefix(ROW_UNIT)
    table = getattr(state, named, None)
    return int((getattr(world, named) if table is None else table).shape[0]) - 1


def _flag(state: State, table: str, name: str) -> Rows:
    return np.asarray(column_of(getattr(state, table), name) == 1, np.bool_)


def _line(table: str, rows: Rows, cause: str) -> Iterator[str]:
    """One line for the rows at fault, if there are any."""
    found = [tuple(int(part) for part in place) for place in np.argwhere(rows)]
    if found:
        places = ", ".join(str(place[0] if len(place) == 1 else place) for place in found[:SHOWN])
        yield f"{table}[{places}{', ...' if len(found) > SHOWN else ''}]: {cause}"


def _values_out_of_range(world: World, state: State) -> Iterator[str]:
    """Law of the house 2: every kept value lies within what its column declares."""
    for table, row in ROWS.items():
        alive = living(state, table, row)
        for name, item in row.columns.items():
            values = column_of(getattr(state, table), name)
            high = highest(world, state, item)
            wrong = alive & ((values < item.low) | (values > high))
            if wrong.any():
                worst = int(values[wrong].max()) if (values[wrong] > high).any() else int(values[wrong].min())
                yield from _line(table, wrong, _OUT_OF_RANGE.format(column=name, value=worst, low=item.low, high=high))


def _broken_clock(state: State) -> Iterator[str]:
    clock = state.clock[0]
    if (clock.ending != Ending.NOT_YET) != (clock.phase == Phase.OVER):
        yield _("clock: phase {phase} with ending {ending}").format(phase=clock.phase, ending=clock.ending)
    if clock.phase == Phase.EMERGENCY and clock.broken == Break.NONE:
        yield _("clock: an emergency that nothing caused")
    if clock.peak < clock.escalation:
        above = _("clock: escalation {escalation} above its peak {peak}")
        yield above.format(escalation=clock.escalation, peak=clock.peak)


def _broken_paths(world: World, state: State) -> Iterator[str]:
    """A path runs from where its formation stands, over ways that exist, and ends in -1."""
    legs = column_of(state.legs, "to")
    gaps = (legs[:, :-1] == NOBODY) & (legs[:, 1:] != NOBODY)
    yield from _line("legs", gaps.any(axis=1), _("the path goes on after its end"))
    dead = ~_flag(state, "formations", "alive")
    yield from _line("legs", dead & (legs[:, 0] != NOBODY), _("a formation that does not exist is on the way"))
    for u in np.flatnonzero(~dead & (legs[:, 0] != NOBODY)):
        here = int(state.formations[int(u)].at)
        for k in range(LEGS):
            there = int(legs[u, k])
            if there == NOBODY:
                break
            if not _is_way(world, here, there):
                yield _("legs[{row}]: no way leads from region {start} to {end}").format(row=u, start=here, end=there)
                break
            here = there


def _is_way(world: World, here: int, there: int) -> bool:
    place = world.regions[here]
    return any(world.edges[k].end == there for k in range(place.first_edge, place.first_edge + place.edges))


def _broken_commands(state: State) -> Iterator[str]:
    """Each formation has a state or a body of its own and one command: its own, or a body that counts its state in."""
    units = state.formations
    alive = _flag(state, "formations", "alive")
    owner, body, command = (column_of(units, name) for name in ("owner", "body", "command"))
    joined = _flag(state, "members", "joined")
    yield from _line("formations", alive & (owner == NOBODY) & (body == NOBODY), _("nobody's formation"))
    yield from _line("formations", alive & (owner != NOBODY) & (body != NOBODY), _("both national and standing"))
    foreign = alive & (owner != NOBODY) & (command != NOBODY) & ~joined[np.maximum(command, 0), np.maximum(owner, 0)]
    yield from _line("formations", foreign, _("commanded by a body that its state is not in"))
    yield from _line(
        "formations", alive & (owner == NOBODY) & (command != body), _("a standing formation under another")
    )
    endless = alive & (command == NOBODY) & (column_of(units, "release_day") != NOBODY)
    yield from _line("formations", endless, _("to be released, but under national command"))
    yield from _line("formations", alive & (column_of(units, "at") == NOBODY), _("stands nowhere"))
    yield from _line("formations", alive & (column_of(units, "strength") == 0), _("exists without strength"))
    yield from _line("formations", ~alive & (column_of(units, "strength") > 0), _("destroyed with strength left"))


def _broken_shares(state: State) -> Iterator[str]:
    """The shares of a multinational formation are whole, and one state leads it; a national one has no contributors."""
    parts = state.contributions
    alive = _flag(state, "contributions", "alive")
    place = np.where(alive, column_of(parts, "formation"), 0)
    count = state.formations.size
    shares = np.bincount(place, column_of(parts, "share") * alive, count)
    leaders = np.bincount(place, column_of(parts, "framework") * alive, count)
    standing = _flag(state, "formations", "alive") & (column_of(state.formations, "owner") == NOBODY)
    national = column_of(state.formations, "owner") != NOBODY
    yield from _line("formations", standing & (shares != FULL), _("shares of the contributors do not sum to 1000"))
    yield from _line("formations", standing & (leaders != 1), _("has not one framework nation"))
    yield from _line("formations", national & (shares > 0), _("a national formation with contributors"))


def _broken_memberships(world: World, state: State) -> Iterator[str]:
    """Each state is a member of the body that speaks for it, each leader of what it leads; strangers bear no duties."""
    joined = _flag(state, "members", "joined")
    for c in range(world.countries.size):
        body = world.countries[c].body
        if body != NOBODY and not joined[body, c]:
            yield _("countries[{row}]: spoken for by body {body}, which it is not in").format(row=c, body=body)
    for b in range(world.bodies.size):
        leader = world.bodies[b].leader
        if leader != NOBODY and not joined[b, leader]:
            yield _("bodies[{row}]: led by country {leader}, which is not in it").format(row=b, leader=leader)
    for name in ("commitment", "tripwire", "asked", "made"):
        stranger = ~joined & (column_of(state.members, name) != 0)
        yield from _line("members", stranger, _("{column} of a state that is no member").format(column=name))


def _broken_land(world: World, state: State) -> Iterator[str]:
    """Somebody holds all land and nobody a sea; occupied is what is held against its owner, and only that is restless."""
    sea = column_of(world.regions, "terrain") == Terrain.SEA
    holder = column_of(state.regions, "controller")
    occupied = column_of(state.regions, "occupied_day") != NOBODY
    foreign = holder != column_of(world.regions, "home")
    yield from _line("regions", sea & (holder != NOBODY), _("a sea that somebody holds"))
    yield from _line("regions", ~sea & (holder == NOBODY), _("land that nobody holds"))
    yield from _line("regions", ~sea & (occupied != foreign), _("the day of occupation does not fit the holder"))
    yield from _line("regions", ~foreign & (column_of(state.regions, "unrest") != 0), _("unrest in free land"))


def _broken_wars(state: State) -> Iterator[str]:
    """War is between two, on both sides of the table, and never inside a body."""
    war = _flag(state, "pairs", "war")
    joined = _flag(state, "members", "joined").astype(np.int64)
    fellows = (joined.T @ joined) > 0
    yield from _line("pairs", war & ~war.T, _("at war with a state that is at peace"))
    yield from _line("pairs", war & fellows, _("at war inside a body"))


def _broken_texts(world: World, state: State) -> Iterator[str]:
    """A text in force is one of its body's measures, at an ambition, and has time left or no end."""
    for t in np.flatnonzero(_flag(state, "texts", "alive")):
        text = state.texts[int(t)]
        if world.measures[text.measure].body != text.body:
            foreign = _("texts[{row}]: measure {measure} of another body than {body}")
            yield foreign.format(row=t, measure=text.measure, body=text.body)
        if text.ambition < 1:
            yield _("texts[{row}]: in force without ambition").format(row=t)
        if text.until != NOBODY and text.until < text.adopted:
            yield _("texts[{row}]: ends before it begins").format(row=t)


def _broken_counts(state: State) -> Iterator[str]:
    """What is counted twice agrees: drafts adopted are drafts tabled, contributions made were asked for."""
    bodies, members = state.bodies, state.members
    drafts, adopted, strong = (column_of(bodies, name) for name in ("drafts", "adopted", "strong"))
    yield from _line("bodies", (adopted > drafts) | (strong > adopted), _("more drafts adopted than tabled"))
    yield from _line(
        "members", column_of(members, "made") > column_of(members, "asked"), _("gave more often than asked")
    )
    grave = _flag(state, "incidents", "alive") & (column_of(state.incidents, "severity") == 0)
    yield from _line("incidents", grave, _("happened without severity"))
    nameless = _flag(state, "incidents", "alive") & (column_of(state.incidents, "victim") == NOBODY)
    yield from _line("incidents", nameless, _("happened to nobody"))

"""The only door between the truth and a seat (rulebook 12): what columns' tags let it know, the rest estimated."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never, cast

import numpy as np

from wargame.engine.resolve import copied
from wargame.model.columns import Bands, Column, Row, Values, Who, column_of, duplicate
from wargame.model.names import Names
from wargame.model.numbers import StateNumbers
from wargame.model.state import (
    Body,
    Clock,
    Coalition,
    Contribution,
    Country,
    Formation,
    Habit,
    Incident,
    Ledger,
    Leg,
    Member,
    Motive,
    Pair,
    RedLine,
    Regard,
    Region,
    Sighting,
    State,
    Suspicion,
    Text,
)
from wargame.model.view import Mask, View
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.hybrid import is_attributed
from wargame.rules.law import plain
from wargame.rules.ledger import is_belief
from wargame.rules.texts import is_covert

ROWS: dict[str, type[Row]] = {
    "clock": Clock,
    "bodies": Body,
    "countries": Country,
    "members": Member,
    "pairs": Pair,
    "coalitions": Coalition,
    "regions": Region,
    "formations": Formation,
    "legs": Leg,
    "contributions": Contribution,
    "texts": Text,
    "red_lines": RedLine,
    "incidents": Incident,
    "suspicions": Suspicion,
    "motives": Motive,
    "habits": Habit,
    "sightings": Sighting,
    "ledger": Ledger,
    "regards": Regard,
}
"""The row class of every table of the State; a test holds that it is complete."""

HIDDEN = {
    table: columns
    for table, row in ROWS.items()
    if (columns := {name: item for name, item in row.columns.items() if item.who is not Who.PUBLIC})
}
"""The columns that are not public, by table."""

BANDS = 5  # a band is a fifth of a column's range
LEAST_BAND = 256  # where the first of doubling bands ends


def observe(world: World, state: State, names: Names, body: int) -> View:
    """What the seat of a body knows of a state of the world.

    Every column that is not public and not the seat's own is replaced by its prior, a band's middle or the last
    sighting; what is derived from such columns is derived again from the estimates, by the laws that made the truth:
    what strangers feel, and what their leaderships hope for.
    """
    work = copied(state)
    exact = owned_rows(world, state, body)
    for table in HIDDEN:
        if table != "formations":
            _mask(work, state, table, ~exact[table])
    entries.estimate(world, work, body)
    _recall_authors(world, work, state, body)
    _recall_dispositions(work, state, body)
    _forget_covert_texts(world, work, body)
    _forget_payments(world, work, body)
    _feel_again(world, work, exact)
    entries.weigh_for_others(world, work, body)
    return View(names.bodies.ids[body], body, world, names, work, exact)


def owned(world: World, state: State, table: str, body: int) -> Mask:
    """The rows of a table that belong to the seat of a body (of the shape of the table)."""
    return owned_rows(world, state, body)[table]


def owned_rows(world: World, state: State, body: int) -> dict[str, Mask]:
    """For each table the rows that belong to the seat of a body."""
    joined = column_of(state.members, "joined")[body] == 1
    side = np.arange(state.bodies.size) == body
    units = _own_formations(state, joined, body)
    rules: dict[str, Mask] = {
        "bodies": side,
        "countries": joined,
        "members": side[:, None],
        "pairs": joined[:, None],
        "coalitions": joined[:, None],
        "formations": units,
        "legs": units[:, None],
        "suspicions": side[:, None],
        "sightings": side[:, None],
        "motives": side[:, None],
        "ledger": (column_of(world.objectives, "body") == body) & ~_beliefs(world, state),
    }
    exact = {table: np.zeros(getattr(state, table).shape, np.bool_) for table in ROWS}
    for table, own in rules.items():
        exact[table][...] = own
    return exact


def _beliefs(world: World, state: State) -> Mask:
    """The objectives that read what others hope for or how strong they are, which is not known for certain while the game goes on."""
    return np.asarray([plain(is_belief)(state, int(reading)) for reading in column_of(world.objectives, "reading")])


def _own_formations(state: State, joined: Mask, body: int) -> Mask:
    owner = column_of(state.formations, "owner")
    national = np.where(owner >= 0, joined[np.maximum(owner, 0)], False)
    own: Mask = national | ((owner < 0) & (column_of(state.formations, "body") == body))
    return own


def _mask(work: State, state: State, table: str, strange: Mask) -> None:
    target, truth = getattr(work, table), getattr(state, table)
    for name, item in HIDDEN[table].items():
        column = column_of(target, name)
        match item.who:
            case Who.PUBLIC:
                continue
            case Who.SECRET:
                column[...] = item.prior
            case Who.OWNER:
                np.copyto(column, item.prior, where=strange)
            case Who.INTEL:
                np.copyto(column, _band(item, column_of(truth, name)), where=strange)


def _band(item: Column, truth: Values) -> Values:
    """The middle of the band that holds each value."""
    low, width = band_of(item, truth)
    middle: Values = np.minimum(low + width // 2, item.high)
    return middle


def band_of(item: Column, truth: Values) -> tuple[Values, Values]:
    """Where the band begins that holds each value of a column, and how wide it is."""
    match item.bands:
        case Bands.FIFTHS:
            width = np.full_like(truth, max(1, (item.high - item.low + 1) // BANDS))
            return item.low + (truth - item.low) // width * width, width
        case Bands.DOUBLINGS:
            ends = LEAST_BAND << np.arange(int(item.high).bit_length())
            place = np.searchsorted(ends, truth, side="right")
            low = np.where(place > 0, ends[place - 1], 0)
            return low, ends[place] - low
        case other:
            assert_never(other)


def named_acts(world: World, state: State, body: int) -> Mask:
    """The acts whose author the seat of a body knows: those attributed to it (HYBRID-4), and those publicly named."""
    law = cast("Callable[[StateNumbers, Values], Mask]", plain(is_attributed))  # arithmetic: it holds for arrays too
    sure = law(world.state_numbers[0], column_of(state.suspicions, "confidence")[body])
    named: Mask = (column_of(state.incidents, "published") == 1) | sure
    return named


def _recall_authors(world: World, work: State, state: State, body: int) -> None:
    """The author of an act is known once it was attributed to the seat or publicly named."""
    named = named_acts(world, state, body)
    author, prior = column_of(state.incidents, "author"), Incident.columns["author"].prior
    column_of(work.incidents, "author")[:] = np.where(named, author, prior)


def _forget_covert_texts(world: World, work: State, body: int) -> None:
    """Neither the book of texts nor the register of habits tells strangers of a covert act."""
    kinds, sponsors = (column_of(world.measures, name).tolist() for name in ("kind", "body"))
    covert = [m for m, kind in enumerate(kinds) if plain(is_covert)(kind) and sponsors[m] != body]
    is_hidden = np.zeros(len(kinds) + 1, np.bool_)  # the last is that of no measure, -1
    is_hidden[covert] = True
    hidden = is_hidden[column_of(work.texts, "measure")]
    for name, item in Text.columns.items():
        np.copyto(column_of(work.texts, name), item.prior, where=hidden)
    for name, item in Habit.columns.items():
        column_of(work.habits, name)[covert] = item.prior


def _forget_payments(world: World, work: State, body: int) -> None:
    """How much of a member's demands was met is known to the body that paid: the one that the applicant is to join.

    Other bodies that the member belongs to, and would know its row, are as strangers here.
    """
    conceded = column_of(work.pairs, "conceded")
    for applicant in np.flatnonzero(conceded.any(axis=0)).tolist():
        if entries.open_body(world, work, applicant) != body:
            conceded[:, applicant] = Pair.columns["conceded"].prior


def _recall_dispositions(work: State, state: State, body: int) -> None:
    """A member's private disposition is what it said when sounded this turn, else unknown."""
    sounded = column_of(state.members, "sounded")[body] == state.clock[0].turn
    heard = column_of(state.members, "heard")[body]
    column_of(work.countries, "disposition")[:] = np.where(sounded, heard, 0)


def _feel_again(world: World, work: State, exact: dict[str, Mask]) -> None:
    """What strangers feel is derived from the estimates; what the seat's own members feel is known."""
    felt = {name: duplicate(getattr(work, name)) for name in ("pairs", "coalitions", "countries")}  # what it writes
    derived = work._replace(**felt)
    entries.feel(world, derived)
    for table in ("pairs", "coalitions"):
        strange = ~exact[table]
        for name, item in HIDDEN[table].items():
            if item.who is Who.OWNER:
                known, felt_anew = (column_of(getattr(tables, table), name) for tables in (work, derived))
                np.copyto(known, felt_anew, where=strange)

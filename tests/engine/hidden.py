"""Changes everything that a seat may not know, and nothing else: other worlds that look the same from its chair."""

from __future__ import annotations

import numpy as np

from wargame.engine.invariants import highest
from wargame.engine.observe import ROWS, band_of, named_acts, owned
from wargame.engine.resolve import copied
from wargame.model.columns import Column, Who, column_of
from wargame.model.state import State
from wargame.model.world import World

Values = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Chosen = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

SEEN_BAND = 200  # 1/1000: width in which supply and entrenchment of what was seen today are known
BY_SIGHT = ("at", "strength", "readiness")  # known of others by their sightings alone
SEEN_TODAY = ("supply", "dug_in")  # known within a band of what was seen today


def otherwise(world: World, state: State, body: int, seed: int) -> State:
    """A copy of a state with other values wherever the seat of a body may not know them."""
    rng = np.random.default_rng(seed)
    other = copied(state)
    for table, row in ROWS.items():
        strange = ~owned(world, state, table, body)
        for name, item in row.columns.items():
            values = column_of(getattr(other, table), name)
            match item.who:
                case Who.PUBLIC:
                    continue
                case Who.SECRET:
                    chosen = (
                        ~named_acts(world, state, body)
                        if (table, name) == ("incidents", "author")
                        else np.ones_like(strange)
                    )
                    _draw(rng, world, state, item, values, chosen)
                case Who.OWNER if (table, name) == ("pairs", "conceded"):
                    _draw(rng, world, state, item, values, strange | _paid_by_others(world, state, body))
                case Who.OWNER:
                    _draw(rng, world, state, item, values, strange)
                case Who.INTEL if table == "formations" and name in BY_SIGHT:
                    _draw(rng, world, state, item, values, strange)
                case Who.INTEL if table == "formations" and name in SEEN_TODAY:
                    today = column_of(state.sightings, "day")[body] == state.clock[0].day
                    _draw(rng, world, state, item, values, strange & ~today)
                    first = values // SEEN_BAND * SEEN_BAND
                    _stir(rng, item, values, strange & today, first, np.full_like(values, SEEN_BAND))
                case Who.INTEL:
                    _stir(rng, item, values, strange, *band_of(item, values))
    return other


def hidden_columns() -> list[tuple[str, str]]:
    """Table and name of every column that is not public."""
    return [
        (table, name) for table, row in ROWS.items() for name, item in row.columns.items() if item.who is not Who.PUBLIC
    ]


def _paid_by_others(world: World, state: State, body: int) -> Chosen:
    """Columns of applicants that are on their way into another body, or into none: what is paid for them is not ours."""
    joined = column_of(state.members, "joined") == 1
    enlarges = column_of(world.bodies, "enlarges") == 1
    first = np.argmax(enlarges[:, None] & ~joined, axis=0)  # 0 also where there is no such body
    return np.asarray((first != body) | ~enlarges[body] | joined[body])[None, :]


def _draw(rng: np.random.Generator, world: World, state: State, item: Column, values: Values, where: Chosen) -> None:
    """Any value that the column may hold."""
    drawn = rng.integers(item.low, highest(world, state, item) + 1, values.shape)
    values[where] = drawn[where]


def _stir(rng: np.random.Generator, item: Column, values: Values, where: Chosen, first: Values, width: Values) -> None:
    """Any value of the same band."""
    drawn = np.minimum(first + rng.integers(0, width, values.shape), item.high)
    values[where] = drawn[where]

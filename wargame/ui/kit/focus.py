"""Where the keyboard goes next: in the order of the tree, or to the nearest in a direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from pygame import Rect

SIDEWAYS = 2.5  # a step to the side counts as so many ahead


class Way(Enum):
    """A direction on the screen: steps right, steps down."""

    LEFT = (-1, 0)
    RIGHT = (1, 0)
    UP = (0, -1)
    DOWN = (0, 1)


def in_order(ids: Sequence[str], now: str, step: int) -> str:
    """The id a step on from one, round the ends; from none, the first or the last. Empty where there are none."""
    if not ids:
        return ""
    if now not in ids:
        return ids[0] if step > 0 else ids[-1]
    return ids[(ids.index(now) + step) % len(ids)]


def nearest(places: Mapping[str, Rect], now: str, way: Way) -> str:
    """The id whose rectangle lies nearest in a direction; the same one where nothing lies there."""
    here = places[now]
    ahead = {other: _distance(here, rect, way) for other, rect in places.items() if other != now}
    reachable = {other: distance for other, distance in ahead.items() if distance is not None}
    return min(reachable, key=lambda other: reachable[other]) if reachable else now


def _distance(here: Rect, there: Rect, way: Way) -> float | None:
    """How far off, None where it does not lie that way."""
    right, down = way.value
    if right:
        ahead = there.left - here.right if right > 0 else here.left - there.right
        aside = max(0, there.top - here.bottom, here.top - there.bottom)
        middle = abs(there.centery - here.centery)
    else:
        ahead = there.top - here.bottom if down > 0 else here.top - there.bottom
        aside = max(0, there.left - here.right, here.left - there.right)
        middle = abs(there.centerx - here.centerx)
    touching = -1  # rectangles that share an edge still lie beside each other
    return None if ahead < touching else ahead + SIDEWAYS * aside + middle / 10

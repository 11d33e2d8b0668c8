"""A cache that forgets what was used longest ago."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

import pygame

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

PIXEL_BYTES = 4


def one(_: object) -> int:
    """Weight for values of one size."""
    return 1


def surface_bytes(surface: pygame.Surface) -> int:
    """Weight of a picture: the memory of its pixels."""
    return surface.get_width() * surface.get_height() * PIXEL_BYTES + 1


class Lru(Generic[Key, Value]):
    """Values by key, up to a total weight; beyond it the least recently used go.

    A value heavier than the whole limit is kept alone, until the next one comes.
    """

    def __init__(self, limit: int, weigh: Callable[[Value], int]) -> None:
        self._limit = limit
        self._weigh = weigh
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self.weight = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """Value kept under a key, made now if there is none."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        value = make()
        self._kept[key] = value
        self.weight += self._weigh(value)
        self._forget()
        return value

    def _forget(self) -> None:
        while self.weight > self._limit and len(self._kept) > 1:
            _, value = self._kept.popitem(last=False)
            self.weight -= self._weigh(value)

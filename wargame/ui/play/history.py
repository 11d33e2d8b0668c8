"""Undo and redo of orders: the states that the list of orders has had in a phase, and the way from one to another."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.model.orders import Order


class History:
    """States of the list, one after the other; `at` is the present one."""

    def __init__(self, now: Iterable[Order]) -> None:
        self._states: list[tuple[Order, ...]] = [tuple(now)]
        self._at = 0

    def note(self, now: Iterable[Order]) -> None:
        """The list has become this; what was undone before is forgotten."""
        state = tuple(now)
        if _same(state, self._states[self._at]):
            return
        del self._states[self._at + 1 :]
        self._states.append(state)
        self._at += 1

    @property
    def can_undo(self) -> bool:
        """There is something to take back."""
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        """There is something to give again."""
        return self._at + 1 < len(self._states)

    def undo(self) -> tuple[Order, ...]:
        """Go back; the list as it shall be."""
        self._at -= 1
        return self._states[self._at]

    def redo(self) -> tuple[Order, ...]:
        """Go on again; the list as it shall be."""
        self._at += 1
        return self._states[self._at]


def _same(one: tuple[Order, ...], other: tuple[Order, ...]) -> bool:
    """The same orders, in whatever order they were given."""
    return len(one) == len(other) and all(order in other for order in one)

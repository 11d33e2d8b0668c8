"""Back and on again through the states that something has had: a list of orders, the sheet that is looked at."""

from __future__ import annotations

from typing import Generic, TypeVar

MOST = 50  # states kept

State = TypeVar("State")


class History(Generic[State]):
    """States, one after the other; one of them is the present one."""

    def __init__(self, *first: State) -> None:
        self._states: list[State] = list(first)
        self._at = len(first) - 1

    def note(self, state: State) -> None:
        """It has become this; what lay ahead is forgotten. The present state again is no new one."""
        if self._at >= 0 and state == self._states[self._at]:
            return
        del self._states[self._at + 1 :]
        self._states.append(state)
        del self._states[:-MOST]
        self._at = len(self._states) - 1

    @property
    def has_back(self) -> bool:
        """There was a state before."""
        return self._at > 0

    @property
    def has_on(self) -> bool:
        """One went back from a state."""
        return self._at + 1 < len(self._states)

    def back(self) -> State:
        """Go back one; what it shall be."""
        self._at -= 1
        return self._states[self._at]

    def on(self) -> State:
        """Go on one; what it shall be."""
        self._at += 1
        return self._states[self._at]

"""The trail of sheets that were looked at: back and on again, as in a book."""

from __future__ import annotations

MOST = 50  # steps kept


class Trail:
    """Sheets by what they are about and its id, in the order they were opened."""

    def __init__(self) -> None:
        self._steps: list[tuple[str, str]] = []
        self._at = -1

    def note(self, what: str, name: str) -> None:
        """A sheet was opened; what lay ahead is forgotten."""
        step = (what, name)
        if self._at >= 0 and self._steps[self._at] == step:
            return
        del self._steps[self._at + 1 :]
        self._steps.append(step)
        del self._steps[:-MOST]
        self._at = len(self._steps) - 1

    @property
    def has_back(self) -> bool:
        """A sheet was open before."""
        return self._at > 0

    @property
    def has_on(self) -> bool:
        """One went back from a sheet."""
        return self._at + 1 < len(self._steps)

    def step(self, by: int) -> tuple[str, str]:
        """Go back (-1) or on (1); what is to be shown."""
        self._at = min(max(self._at + by, 0), len(self._steps) - 1)
        return self._steps[self._at]

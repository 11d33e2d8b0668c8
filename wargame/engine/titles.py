"""What events name by ids, in the words that a reader knows."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.engine.articles import running
from wargame.model.names import Names


class Titles:
    """The titles of one game's sides, states, places, measures and formations."""

    def __init__(self, names: Names) -> None:
        self._names = names

    def body(self, name: str | None) -> str:
        """A side."""
        return self._names.bodies.title(self._names.bodies.row(name))

    def country(self, name: str | None) -> str:
        """A state in a running sentence; of nobody that one knows, an unknown hand."""
        return running(self.state(name)) or _("an unknown hand")

    def state(self, name: str | None) -> str:
        """A state as a list names it; empty for nobody."""
        return self._names.countries.title(self._names.countries.row(name))

    def place(self, name: str | None) -> str:
        """A region or a sea."""
        return self._names.places.title(self._names.places.row(name)) or _("an unnamed place")

    def measure(self, name: str) -> str:
        """A measure."""
        return self._names.measures.title(self._names.measures.row(name))

    def formation(self, name: str) -> str:
        """A formation."""
        return self._names.formations.title(self._names.formations.row(name))

    def listed(self, names: Sequence[str]) -> str:
        """One name, or how many, and which."""
        if len(names) == 1:
            return names[0]
        return _("{count} ({names})").format(count=len(names), names=", ".join(names))

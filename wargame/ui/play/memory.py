"""What a seat knew a turn ago, so that it can be told what has moved since."""

from __future__ import annotations

from wargame.model.view import View


class Memory:
    """The last views of each seat, one a turn: the present one and that of the turn before."""

    def __init__(self) -> None:
        self._kept: dict[str, list[View]] = {}

    def note(self, view: View) -> None:
        """The seat knows this now; a newer view of the same turn takes the place of the older."""
        kept = self._kept.setdefault(view.seat, [])
        if kept and _turn(kept[-1]) == _turn(view):
            kept[-1] = view
        else:
            kept.append(view)
        del kept[:-2]

    def before(self, view: View) -> View | None:
        """What the seat knew in the turn before; None where nobody looked."""
        kept = [old for old in self._kept.get(view.seat, []) if _turn(old) < _turn(view)]
        return kept[-1] if kept else None


def _turn(view: View) -> int:
    return int(view.state.clock[0].turn)

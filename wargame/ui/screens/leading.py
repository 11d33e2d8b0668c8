"""Orders by dragging: counters are held, the way and the days are drawn while they are led, and orders given when let go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wargame.catalogue import _, _n
from wargame.engine.judge import commands
from wargame.engine.odds import is_attack
from wargame.model.orders import March, PostureName
from wargame.ui.play.ways import days_of, shortest
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.marked import Arrow
from wargame.ui.theme.palette import Tone


class Leading:
    """Leads the formations of a counter or stack that the seat commands; `give` gives the orders, `changed` draws anew."""

    def __init__(self, hall: Hall, give: Callable[[Sequence[March]], None], changed: Callable[[], None]) -> None:
        self._hall, self._give, self._changed = hall, give, changed
        self._units: tuple[str, ...] = ()
        self._place = ""
        self._marches: tuple[March, ...] = ()

    def grab(self, units: Sequence[str]) -> bool:
        """Take those that may be ordered."""
        view = self._hall.view
        self._units = tuple(name for name in units if commands(view, view.names.formations.row(name)))
        self._place, self._marches = "", ()
        return bool(self._units)

    def lead(self, place: str) -> None:
        """The shortest way of each there, as the rules' own march finds it."""
        if place == self._place:
            return
        self._place = place
        ways = ((name, shortest(self._hall.view, name, place)) for name in self._units if place)
        self._marches = tuple(self._march(name, path) for name, path in ways if path)
        self._changed()

    def _march(self, formation: str, path: tuple[str, ...]) -> March:
        attack = any(is_attack(self._hall.view, formation, place) for place in path)
        posture: PostureName = "assault" if attack else "hold"
        return March(formation=formation, path=path, posture=posture)

    def let_go(self, place: str) -> None:
        """Give the orders; where nothing was led anywhere, none."""
        self.lead(place)
        marches, self._units, self._marches, self._place = self._marches, (), (), ""
        if marches:
            self._give(marches)
        self._changed()

    def arrows(self) -> list[Arrow]:
        """The ways, with the days of the slowest at the end."""
        if not self._marches:
            return []
        view = self._hall.view
        days = max(days_of(view, march) for march in self._marches)
        count = len(self._marches)
        says = _("{days} days").format(days=f"{days:.0f}")
        if count > 1:
            says = _n("{count} formation, {days}", "{count} formations, {days}", count).format(count=count, days=says)
        tone = Tone.BAD if self._marches[0].posture == "assault" else Tone.FOCUS
        units, at = view.names.formations, view.state.formations
        start = view.names.places.id(int(at[units.row(self._marches[0].formation)].at)) or ""
        return [Arrow((start, *self._marches[0].path), tone, says)]

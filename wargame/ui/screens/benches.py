"""The national benches, before a game and in it: for which states people speak in the councils."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wargame.catalogue import _
from wargame.model.scenario import Scenario
from wargame.ui.kit.button import icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Cross, Row
from wargame.ui.kit.widget import Widget
from wargame.ui.play.seats import may_have_delegates
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

NOBODY = ""  # chosen until a state is
SAYS = _("A delegate speaks for one state in the councils: any position, at a price at home")


class Benches:
    """The list with what stands under each, and a choice of one more."""

    def __init__(self, scenario: Scenario, change: Callable[[list[str]], None]) -> None:
        self._titles = {state: scenario.countries[state].name for state in may_have_delegates(scenario)}
        self._change = change

    def rows(self, chosen: Sequence[str], below: Callable[[str], Sequence[Widget]]) -> list[Widget]:
        """`below` makes what stands under a state; a change is told as the new list."""
        head = Column(heading(_("Delegations")), Label(SAYS, SMALL, Tone.DIM), gap=0)
        found: list[Widget] = [head, self._another(chosen)]
        for state in reversed(chosen):  # the last that was added stands where one looks
            found += [self._state(state, chosen), *below(state)]
        return found

    def title(self, state: str) -> str:
        """The name of a state."""
        return self._titles[state]

    def _state(self, state: str, chosen: Sequence[str]) -> Widget:
        rest = [other for other in chosen if other != state]
        away = icon_button(f"recall.{state}", "x", lambda: self._change(rest), _("Its own terms speak again"))
        return Row(Label(self._titles[state], STRONG).growing(), away, cross=Cross.MIDDLE)

    def _another(self, chosen: Sequence[str]) -> Widget:
        free = sorted(
            (Choice(state, name) for state, name in self._titles.items() if state not in chosen),
            key=lambda choice: choice.text,
        )
        choices = [Choice(NOBODY, _("Add a delegation")), *free]
        return DropDown("delegate", choices, NOBODY, lambda state: self._add(state, chosen), SAYS)

    def _add(self, state: str, chosen: Sequence[str]) -> None:
        if state != NOBODY:
            self._change([*chosen, state])

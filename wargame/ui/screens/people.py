"""The people at the table, before a game: a name and a PIN for each, both left open if one likes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wargame.catalogue import _
from wargame.study.company import PIN_LETTERS, sealed
from wargame.ui.kit.field import Echo, TextField
from wargame.ui.kit.layout import Row
from wargame.ui.kit.widget import Widget

NAME_LETTERS = 24
PIN_WIDE = 130  # logical units


class People:
    """What was typed of each player; `check` is called when a PIN changes. A player is a side, or a state with a delegate."""

    def __init__(self, check: Callable[[], None]) -> None:
        self._check = check
        self._names: dict[str, str] = {}
        self._pins: dict[str, str] = {}
        self._repeats: dict[str, str] = {}

    def fields(self, player: str) -> Widget:
        """The fields of one player on a line."""
        name = TextField(
            f"name.{player}",
            lambda text: self._names.update({player: text.strip()}),
            _("Who plays here; shown on the curtain"),
            _("Name"),
            "user",
            limit=NAME_LETTERS,
        )
        name.text = self._names.get(player, "")
        asked = _("Asked for before anything is shown; left empty, nobody asks")
        pin = self._pin_field(f"pin.{player}", asked, _("PIN"), self._pins, player)
        again = _("The same again: a PIN that was mistyped shuts its player out")
        repeat = self._pin_field(f"repeat.{player}", again, _("PIN again"), self._repeats, player)
        return Row(name.growing(), pin.sized(wide=PIN_WIDE), repeat.sized(wide=PIN_WIDE), gap=8)

    def agrees(self, player: str) -> bool:
        """Both PINs of a player are the same."""
        return self._pins.get(player, "") == self._repeats.get(player, "")

    def names(self, players: Iterable[str]) -> dict[str, str]:
        """The names that were given."""
        return {player: self._names[player] for player in players if self._names.get(player)}

    def seals(self, players: Iterable[str]) -> dict[str, str]:
        """The PINs that were given, sealed."""
        return {player: sealed(self._pins[player]) for player in players if self._pins.get(player)}

    def _pin_field(self, widget_id: str, tip: str, hint: str, kept: dict[str, str], player: str) -> TextField:
        def typed(text: str) -> None:
            kept[player] = text
            self._check()

        field = TextField(widget_id, typed, tip, hint, "lock", Echo.MASKED, PIN_LETTERS)
        field.text = kept.get(player, "")
        return field

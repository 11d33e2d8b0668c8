"""What a state has pledged and given, for its sheet: requests answered, forces under another command, shares of standing formations."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Cross, Row
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.levels import law_line
from wargame.ui.theme.type import STRONG

Lead = Callable[[str, str], None]
TENTHS = 10  # 1/1000 in a per cent


def pledged_rows(view: View, country: int, lead: Lead) -> list[Widget]:
    """Contributions of a state as the seat knows them; nothing where there are none."""
    rows = [*_asked(view, country), *_lent(view, country, lead), *_shares(view, country, lead)]
    return [heading(_("Contributions")), *rows] if rows else []


def _asked(view: View, country: int) -> list[Widget]:
    """Requests under collective defence and for forces: how many were made, how many answered."""
    rows: list[Widget] = []
    for body in range(view.state.bodies.size):
        seat = view.state.members[body, country]
        if seat.joined and seat.asked:
            said = _("{made} of {asked}").format(made=int(seat.made), asked=int(seat.asked))
            title = _("Requests of {body} answered").format(body=view.names.bodies.title(body))
            rows.append(law_line(f"answered.{view.names.bodies.ids[body]}", title, said, "ALLIANCE-3"))
    return rows


def _lent(view: View, country: int, lead: Lead) -> list[Widget]:
    """National formations under the command of a body."""
    units = view.state.formations
    alive, owner, command = (column_of(units, name) for name in ("alive", "owner", "command"))
    lent = [row for row in range(units.size) if alive[row] and owner[row] == country and command[row] >= 0]
    return [_leads(view, row, view.names.bodies.title(int(command[row])), lead) for row in lent]


def _shares(view: View, country: int, lead: Lead) -> list[Widget]:
    """Its part of formations that several states man."""
    table = view.state.contributions
    alive, owner = (column_of(table, name) for name in ("alive", "country"))
    parts = [table[k] for k in range(table.size) if alive[k] and owner[k] == country]
    return [_leads(view, int(part.formation), f"{part.share / TENTHS:.0f} %", lead) for part in parts]


def _leads(view: View, formation: int, said: str, lead: Lead) -> Widget:
    name = view.names.formations.ids[formation]
    tip = _("Look at this formation")
    button = Button(
        f"lent.{name}", view.names.formations.title(formation), lambda: lead("formation", name), tip, Kind.QUIET
    )
    return Row(button.growing(), Label(said, STRONG), cross=Cross.MIDDLE)

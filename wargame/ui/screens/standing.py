"""Standing orders on the screen: on the sheet of a formation where it goes and what holds it up, on the map its way."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Final

from wargame.catalogue import _
from wargame.engine.reading import reading
from wargame.engine.vocabulary import word
from wargame.engine.waiting import Contact, Halt, contact_of
from wargame.model.codes import Posture
from wargame.model.view import View
from wargame.rules.kinds import is_army
from wargame.rules.law import plain as uncompiled
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.play.standing import standing_order, way_left
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.marked import Arrow, Stroke
from wargame.ui.screens.pieces import Value
from wargame.ui.theme.palette import Tone

HALTS: Final = {
    Halt.ODDS: _(
        "It stands before {place} and waits: an assault goes in at odds of {needed} %, or beside one that goes in."
    ),
    Halt.POSTURE: _("It stands before {place} and does not attack: its posture attacks nobody."),
    Halt.SPENT: _("It stands before {place} and is too worn to attack."),
}


def order_rows(view: View, formation: str, lead: Callable[[str, str], None]) -> list[Widget]:
    """How a formation of one's own is used: its posture, who disposes of it, where it goes, what it waits for."""
    row = view.names.formations.row(formation)
    if not view.exact["formations"][row]:
        return []
    unit = reading(view.state.formations[row])
    rows: list[Widget] = [Value("", _("Posture"), word(Posture(int(unit.posture))))]
    way = way_left(view, formation)
    if unit.command < 0 and uncompiled(is_army)(unit.kind):
        name = _("Once it is there") if way and not unit.ordered else _("Disposed of by")
        rows.append(Value("", name, _("an order") if unit.ordered else _("the defence plan")))
    if not way:
        return rows
    rows.append(_goal(view, way[-1], lead))
    contact = contact_of(view, formation)
    return rows + (_contact_rows(view, contact) if contact is not None else [])


def _goal(view: View, place: str, lead: Callable[[str, str], None]) -> Widget:
    text = _("Under way to {place}").format(place=view.names.places.title(view.names.places.row(place)))
    return Button("lead.goal", text, lambda: lead("place", place), _("Look at this place"), Kind.QUIET, "map")


def _contact_rows(view: View, contact: Contact) -> list[Widget]:
    """The odds as far as the seat knows, and why it does not go in."""
    place = view.names.places.title(view.names.places.row(contact.place))
    rows: list[Widget] = []
    if contact.halt in (Halt.NONE, Halt.ODDS):
        name = _("Waits for better odds") if contact.halt is Halt.ODDS else _("Attacks {place}").format(place=place)
        tone = Tone.WARN if contact.halt is Halt.ODDS else Tone.TEXT
        rows.append(law_line("waits", name, f"{100 * contact.chance:.0f} %", "COMBAT-22", tone=tone))
    if contact.halt is not Halt.NONE:
        needed = f"{100 * float(view.world.war_numbers[0].launch_odds):.0f}"
        said = HALTS[contact.halt].format(place=place, needed=needed)
        rows.append(Prose("halt", "{warn:" + plain(said) + "}"))
    return rows


def standing_arrows(view: View, formations: Sequence[str], ordered: Collection[str]) -> list[Arrow]:
    """The ways of formations that go on under an order of an earlier turn, but for those that have a new one."""
    found = ((name, standing_order(view, name)) for name in formations if name not in ordered)
    ways = dict.fromkeys((*_place_of(view, name), *march.path) for name, march in found if march and march.path)
    return [Arrow(way, Tone.LINK, stroke=Stroke.DASHED) for way in ways]


def _place_of(view: View, formation: str) -> tuple[str, ...]:
    """The place where it is, if it is at one."""
    at = view.names.places.id(int(view.state.formations[view.names.formations.row(formation)].at))
    return (at,) if at else ()

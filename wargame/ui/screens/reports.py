"""What an event is made of: the whole sentence, the figures of a battle, and what each formation that is known brought to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from wargame.catalogue import _
from wargame.engine.narrate import for_seat
from wargame.engine.vocabulary import spoken
from wargame.model import events as ev
from wargame.model.names import Names
from wargame.model.view import View
from wargame.ui.kit.label import caption
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Value, opener, plain_points
from wargame.ui.theme.palette import Tone


def details(event: ev.Event, line: str, heard: Iterable[ev.Event], view: View) -> list[Widget]:
    """The rows of a sheet about an event, as a seat may read it; `heard` is all that the seat heard of the turn."""
    rows: list[Widget] = [Prose("event", plain(line))]
    names = view.names
    match for_seat(event, view.seat, view.within):
        case ev.BattleFought() as battle:
            rows += _battle(battle, {battle.attacker, battle.defender} & set(view.within))
            rows += _lines(battle, heard, names)
        case ev.StanceChanged() | ev.AccessionMoved() as moved:
            rows += [Value("", spoken(name), plain_points(size)) for name, size in moved.terms.items()]
        case _:
            pass
    return rows


def _battle(event: ev.BattleFought, fought: Collection[str | None]) -> list[Widget]:
    """What became of a battle; how great the powers were is known to the sides whose states fought."""
    powers: list[Widget] = [
        Value("", _("Power of the attack"), plain_points(event.attack)),
        Value("", _("Power of the defence"), plain_points(event.defence)),
    ]
    relation = _("{ratio} to 1").format(ratio=f"{event.attack / max(1, event.defence):.2f}")
    return [
        *(powers if fought else [Value("", _("Attack to defence"), relation)]),
        Value("", _("Attacker lost (brigades)"), plain_points(event.attacker_losses)),
        Value("", _("Defender lost (brigades)"), plain_points(event.defender_losses)),
    ]


def _lines(event: ev.BattleFought, heard: Iterable[ev.Event], names: Names) -> list[Widget]:
    """The formations of a battle that the seat has reports of, each with its power, which opens into its factors."""
    rows: list[Widget] = []
    reports = [told for told in heard if isinstance(told, ev.FormationLost) and told.day == event.day]
    for number, told in enumerate(told for told in reports if told.battle == event.place):
        title = names.formations.title(names.formations.row(told.formation))
        opens = opener(title, plain_points(told.power), _factors(told), _("Power is the product of its factors."))
        rows.append(Value(f"power.{number}", title, plain_points(told.power), opens, _("Show its factors")))
        rows.append(Value("", _("lost (brigades)"), plain_points(told.lost), tone=Tone.DIM))
    return [caption(_("Formations you have reports of")), *rows] if rows else rows


def _factors(told: ev.FormationLost) -> Callable[[], Mapping[str, str]]:
    return lambda: {spoken(name): f"× {size / 1000:.3f}" for name, size in told.factors.items()}

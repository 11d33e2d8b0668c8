"""What a way promises: the days it takes, and the odds of each place on it that is attacked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from wargame.catalogue import _
from wargame.engine.odds import Line, NoBattle, Odds, attack_odds, is_attack
from wargame.engine.vocabulary import spoken
from wargame.model.codes import Kind
from wargame.model.orders import March, Order
from wargame.model.view import View
from wargame.rules.combat import Role
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.layout import Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.play.ways import days_of
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.pieces import Value, box_of, opener, plain_points
from wargame.ui.theme.palette import Tone

FAIR, GOOD = 0.5, 0.8  # chances from which on odds are shown as fair and as good


def days_line(view: View, march: March) -> Value:
    """Days of the whole way, open to the day on which each place is reached."""
    name, said = _("Days on the way"), _days(view, march)
    places = view.names.places

    def reached() -> dict[str, str]:
        ways = (march.model_copy(update={"path": march.path[: n + 1]}) for n in range(len(march.path)))
        return {places.title(places.row(way.path[-1])): _days(view, way) for way in ways}

    note = _("The day on which each place is reached, at its pace over this ground, loading on ships included.")
    return Value("march.days", name, said, opener(name, said, reached, note) if march.path else None)


def odds_lines(view: View, march: March, given: Sequence[Order]) -> list[Widget]:
    """Odds of each place on the way that is attacked, with all others that attack it too."""
    others = [order for order in given if isinstance(order, March) and order.formation != march.formation]
    rows: list[Widget] = []
    for place in march.path:
        if not is_attack(view, march.formation, place):
            continue
        odds = attack_odds(view, [*others, march], place)
        name = view.names.places.title(view.names.places.row(place))
        if isinstance(odds, NoBattle):
            rows.append(_no_battle(name, odds))
            continue
        tone = Tone.GOOD if odds.chance >= GOOD else Tone.WARN if odds.chance >= FAIR else Tone.BAD
        title = _("Odds: {place}").format(place=name)
        rows.append(
            Value(f"odds.{place}", title, f"{100 * odds.chance:.0f} %", _odds_opener(view, odds, name), tone=tone)
        )
    return rows


def _no_battle(name: str, why: NoBattle) -> Value:
    """The line of a place where no battle is to be."""
    match why:
        case NoBattle.NOBODY_DEFENDS:
            return Value("", name, _("undefended, as far as we know"), tone=Tone.GOOD)
        case NoBattle.NOBODY_ATTACKS:
            return Value(
                "", name, _("no attack: not in this posture, across the sea, or while it is spent"), tone=Tone.WARN
            )
        case _:
            assert_never(why)


def _days(view: View, march: March) -> str:
    return f"{days_of(view, march):.1f}" if march.path else "0"


def _odds_opener(view: View, odds: Odds, name: str) -> Opens:
    """Opens the power of each side, kind by kind; a kind opens into its formations."""
    ratio = f"{odds.attack / max(1, odds.defence):.2f} : 1"
    says = _("Power of all that attack against all that defend; chance that the defence breaks: {chance}.")
    rows = [
        *_side_rows(view, odds, Role.ATTACK),
        *_room_rows(odds),
        Rule(),
        *_side_rows(view, odds, Role.DEFENCE),
        Rule(),
        Value("", _("Together"), ratio, tone=Tone.LINK),
        Prose("terms.note", plain(says.format(chance=f"{100 * odds.chance:.1f} %"))),
    ]
    return lambda host, rect: host.open_popup(box_of(name, *rows), rect)


def _room_rows(odds: Odds) -> list[Widget]:
    """How much of an attack finds room on a narrow way, where not all of it does."""
    if odds.engaged >= 1.0:
        return []
    return [law_line("odds.room", _("Room to attack"), f"{100 * odds.engaged:.0f} %", "COMBAT-27", tone=Tone.WARN)]


def _side_rows(view: View, odds: Odds, role: Role) -> list[Widget]:
    """The power of one side, and of each kind of formations in it."""
    attacks = role is Role.ATTACK
    title, power = (_("Attack"), odds.attack) if attacks else (_("Defence"), odds.defence)
    kinds: dict[str, list[Line]] = {}
    for line in odds.lines:
        if line.attacks == attacks:
            kinds.setdefault(_kind_of(view, line), []).append(line)
    return [
        Value("", title, plain_points(power), tone=Tone.LINK),
        *(_kind_row(view, role, k, lines) for k, lines in kinds.items()),
    ]


def _kind_row(view: View, role: Role, kind: str, lines: Sequence[Line]) -> Value:
    """The power of a side's formations of one kind together, open to each."""
    formations = view.names.formations
    total = plain_points(sum(line.power for line in lines))
    terms = {formations.title(formations.row(line.formation)): plain_points(line.power) for line in lines}
    title = _("{kind}: {count}").format(kind=spoken(kind), count=len(lines))
    return Value(f"odds.{role.name.lower()}.{kind}", title, total, opener(title, total, lambda: terms), tone=Tone.DIM)


def _kind_of(view: View, line: Line) -> str:
    row = view.names.formations.row(line.formation)
    return Kind(int(view.state.formations[row].kind)).name.lower()

"""What a way promises: the days it takes, and the odds of each place on it that is attacked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from wargame.catalogue import _
from wargame.engine.odds import NoBattle, Odds, attack_odds, is_attack
from wargame.model.orders import March, Order
from wargame.model.view import View
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.markup import plain
from wargame.ui.kit.widget import Widget
from wargame.ui.play.ways import days_of
from wargame.ui.screens.pieces import Value, opener, plain_points
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
    """Opens the power of each formation on either side."""
    formations = view.names.formations
    terms = {}
    for line in odds.lines:
        side = _("attacks") if line.attacks else _("defends")
        unit = formations.title(formations.row(line.formation))
        terms[f"{unit} ({side})"] = plain_points(line.power)
    ratio = f"{odds.attack / max(1, odds.defence):.2f} : 1"
    says = _("Power of all that attack against all that defend; chance that the defence breaks: {chance}.")
    note = plain(says.format(chance=f"{100 * odds.chance:.1f} %"))
    return opener(name, ratio, lambda: terms, note)

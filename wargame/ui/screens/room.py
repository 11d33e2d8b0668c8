"""A leadership's room: its motive against each state, term by term."""

from __future__ import annotations

from pygame import Rect

from wargame.engine.explain import explained, open_value
from wargame.model.columns import column_of
from wargame.ui.kit.label import heading
from wargame.ui.kit.layout import Rule
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Value, in_words, points, terms_box
from wargame.ui.words.catalogue import _

MOST_MOTIVES = 6
TENTHS = 10  # of stability in a hundred


def motives(hall: Hall) -> list[Widget]:
    """States by what war against them would be worth, open to the terms."""
    view = hall.view
    gain, cost = (column_of(view.state.motives, name)[view.body] for name in ("gain", "cost"))
    item = explained("motive")
    first = sorted((c for c in range(gain.size) if gain[c] or cost[c]), key=lambda c: int(cost[c] - gain[c]))
    weighed = [
        (target, *open_value(item, view.world, view.state, view.body, target)) for target in first[:MOST_MOTIVES]
    ]
    weighed.sort(key=lambda row: -row[1])
    own = view.state.bodies[view.body]
    rows: list[Widget] = [heading(_("What war would be worth"))]
    rows += [_motive(hall, *row) for row in weighed]
    rows.append(Rule())
    rows.append(Value("", _("Caution it must exceed"), points(int(own.caution))))
    rows.append(Value("", _("Stability"), f"{own.stability / TENTHS:.1f} / 100"))
    return rows


def _motive(hall: Hall, target: int, value: int, parts: dict[str, int]) -> Widget:
    view, name = hall.view, hall.view.names.countries.title(target)
    terms = {in_words(part): points(size) for part, size in parts.items() if size}

    def opens(host: Host, rect: Rect) -> None:
        host.open_popup(terms_box(name, points(value), terms), rect)

    mark = hall.sheets.mark_of(target)
    return Value(f"motive.{view.names.countries.ids[target]}", name, points(value), opens, mark=mark)

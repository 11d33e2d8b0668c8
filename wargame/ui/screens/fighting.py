"""Whom a state is at war with, for its sheet, and since when the line between them has stood."""

from __future__ import annotations

import numpy as np

from wargame.catalogue import _, _n
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.rules.ceasefire import weeks_still
from wargame.rules.law import plain
from wargame.ui.kit.label import heading
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.levels import law_line


def war_rows(view: View, country: int) -> list[Widget]:
    """A line for each state that it fights; nothing in peace."""
    names, pairs = view.names.countries, view.state.pairs
    foes = np.flatnonzero(column_of(pairs, "war")[country]).tolist()
    day = int(column_of(view.state.clock, "day")[0])
    rows: list[Widget] = []
    for foe in foes:
        weeks = plain(weeks_still)(day, int(pairs[country, foe].line_day))
        said = _n("{count} week", "{count} weeks", weeks).format(count=weeks)
        title = _("Line to {state} has stood for").format(state=names.title(foe))
        rows.append(law_line(f"war.{names.ids[foe]}", title, said, "CEASE-3", "CEASE-1", "CEASE-2"))
    return [heading(_("At war")), *rows] if rows else []

"""Whom a state is at war with, for its sheet, since when the line between them has stood, and on what terms wars may end or have ended."""

from __future__ import annotations

import numpy as np

from wargame.catalogue import _, _n
from wargame.engine.manner import terms_by_ambition
from wargame.engine.vocabulary import GRANTS
from wargame.model.codes import Effect, Grant
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


def granted_rows(view: View, country: int) -> list[Widget]:
    """A line for each state to which it granted terms, or that granted it some, to end a war; nothing where there is none."""
    names, granted = view.names.countries, column_of(view.state.pairs, "granted")
    rows: list[Widget] = []
    for title, found in (
        (_("To {state}"), granted[country]),
        (_("By {state}"), granted[:, country]),
    ):
        for other in np.flatnonzero(found).tolist():
            said = GRANTS[Grant(int(found[other]))]
            key = f"granted.{names.ids[country]}.{names.ids[other]}"
            rows.append(law_line(key, title.format(state=names.title(other)), said, "SETTLE-7", "SETTLE-1"))
    return [heading(_("Terms of peace granted")), *rows] if rows else []


def terms_rows(view: View, measure: int, ambition: int, key: str = "") -> list[Widget]:
    """What an offer of a ceasefire asks for and grants at an ambition; nothing for other measures. `key` tells lists apart."""
    rows: list[Widget] = []
    for code, title in ((Effect.DEMAND, _("It asks for")), (Effect.CONCEDE, _("It grants"))):
        sizes = terms_by_ambition(view.world, measure, code)
        if sizes:
            said = GRANTS[Grant(sizes[ambition - 1])]
            rows.append(law_line(f"terms.{key}{code}", title, said, "SETTLE-1", "SETTLE-7", "SETTLE-5"))
    return rows

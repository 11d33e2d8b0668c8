"""The way of a state into a body, on its sheet: how far it is, who has ratified, and what the others make of it."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.holders import waited_for
from wargame.model.calendar import date_in_words
from wargame.model.codes import Track
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.rules import entries
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import heading
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.terms import explained_line, told_of

Lead = Callable[[str, str], None]


def joining_rows(view: View, country: int, lead: Lead) -> list[Widget]:
    """Nothing for a state that has not applied, or is in."""
    own = view.state.countries[country]
    if own.track not in (Track.APPLIED, Track.INVITED):
        return []
    body = entries.open_body(view.world, view.state, country)
    if body < 0:
        return []
    since = date_in_words(int(view.world.course[0].first_day) + int(own.track_day))
    said, law = (_("Invited"), "ACCESSION-3") if own.track == Track.INVITED else (_("Has applied"), "ACCESSION-2")
    rows: list[Widget] = [
        heading(_("On its way into {body}").format(body=view.names.bodies.title(body))),
        law_line("joining.since", said, since, law),
    ]
    return [*rows, *_ratifying(view, body, country, lead)] if own.track == Track.INVITED else rows


def _ratifying(view: View, body: int, country: int, lead: Lead) -> list[Widget]:
    """How many have ratified; of the others, what a seat that knows them from within reckons they make of it."""
    members, missing = int(column_of(view.state.members, "joined")[body].sum()), waited_for(view, country)
    said = _("{done} of {all}").format(done=members - len(missing), all=members)
    rows: list[Widget] = [law_line("joining.ratified", _("Have ratified"), said, "ACCESSION-3")]
    names = view.names.countries
    for ally in missing:
        key = f"joining.{names.ids[ally]}"
        if view.body == body:
            told = told_of(view, "ratification", body, ally, country)
            rows.append(explained_line(told, names.title(ally), key, title=_("What it makes of the applicant")))
        else:
            rows.append(_leading(key, names.title(ally), names.ids[ally], lead))
    return rows


def _leading(key: str, title: str, name: str, lead: Lead) -> Widget:
    return Button(key, title, lambda: lead("state", name), _("Look at this state"), Kind.QUIET)

"""Until when texts are in force: under their names in a list, and one by one on the sheet of their measure."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.model.state import Text
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.texts import is_in_its_last_weeks
from wargame.ui.kit.label import Label
from wargame.ui.kit.widget import Widget
from wargame.ui.play.lapsing import date_of, lapses
from wargame.ui.screens.pieces import Value
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL


def until_line(view: View, texts: Sequence[Text]) -> Label:
    """The day on which the first of some texts runs out, and how many there are of them; a warning where it is near."""
    days = [int(text.until) for text in texts if text.until >= 0]
    if not days:
        return Label(_("Without end"), SMALL, Tone.DIM)
    says = _("Until {date}") if len(texts) == 1 else _("{count} texts, the first until {date}")
    said = says.format(date=date_of(view, min(days)), count=len(texts))
    return Label(said, SMALL, _tone(view, min(days)))


def ending_lines(view: View) -> list[str]:
    """What of the seat's own texts soon runs out, the weightiest first, a sentence each."""
    says, measures = (
        _("{measure}: in force until {date}, and longer only if decided again before."),
        view.names.measures,
    )
    return [
        says.format(measure=measures.title(measures.row(lapse.draft.measure)), date=date_of(view, lapse.until))
        for lapse in lapses(view)
    ]


def until_rows(view: View, texts: Sequence[Text]) -> list[Widget]:
    """Each text with whom it names, and the day until which it is in force."""
    return [_until_row(view, text) for text in sorted(texts, key=lambda text: int(text.until))]


def _until_row(view: View, text: Text) -> Value:
    said = date_of(view, int(text.until)) if text.until >= 0 else _("without end")
    named = _named(view, text)
    name = _("Until ({named})").format(named=named) if named else _("Until")
    return Value("", name, said, tone=_tone(view, int(text.until), Tone.TEXT))


def _named(view: View, text: Text) -> str:
    """Whom a text helps and answers, and where."""
    states, places = view.names.countries, view.names.places
    named = [places.title(int(text.on)) if text.on >= 0 else ""]
    named = [*(states.title(int(row)) if row >= 0 else "" for row in (text.helps, text.against)), *named]
    return ", ".join(title for title in named if title)


def _tone(view: View, until: int, else_in: Tone = Tone.DIM) -> Tone:
    """What soon runs out is a warning."""
    numbers, weeks = view.world.council_numbers[0], int(view.world.course[0].weeks_a_turn)
    near = plain(is_in_its_last_weeks)(numbers, weeks, int(view.state.clock[0].day), until)
    return Tone.WARN if near else else_in

"""The chance of a draft, reckoned in a thread as it is written: how often it passes and how low, on what that rests, who breaks it."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.chances import VOTES, Chances, chances_of, sounded_members
from wargame.model.orders import Order, TableDraft
from wargame.model.view import View
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.label import caption
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import has_degrees
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import Slot, Value, box_of
from wargame.ui.theme.palette import Tone

TENTHS = 10
FAIR, GOOD = 0.5, 0.8  # chances from which on one is shown as fair and as good
CLOSE = 6  # logical units between the lines, as in the form
BREAKERS = 5  # members named of those that break silence most often

Asked = tuple[View, TableDraft, tuple[Order, ...]]


class Chance:
    """Lines of the form of a draft; `of` reckons anew when the draft is another than the one shown or being reckoned."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._asked: Asked | None = None
        self._busy = False
        self._found: Chances | None = None
        self._slot = Slot()

    def of(self, draft: TableDraft, given: tuple[Order, ...]) -> Widget:
        """The line for a draft after the orders already given."""
        asked = (self._hall.view, draft, given)
        if self._asked is None or self._asked[0] is not asked[0] or self._asked[1:] != asked[1:]:
            self._asked, self._found = asked, None
            if not self._busy:
                self._reckon(asked)
        self._fill()
        return self._slot

    def _reckon(self, asked: Asked) -> None:
        view, draft, given = asked
        self._busy = True

        def arrived(found: Chances | None) -> None:
            self._busy = False
            now = self._asked
            if now is not None and now is not asked:
                self._reckon(now)
                return
            self._found = found
            self._fill()
            self._hall.window.touch()

        self._hall.reckon(lambda: chances_of(view, draft, given), arrived)

    def _fill(self) -> None:
        """Reckoned or not yet; where there is no chance to be told, why. Where it can end lower, how it is likely to end."""
        name, found = self._name(), self._found
        if self._busy:
            tip = _("Deciding it {count} times …").format(count=VOTES)
            line = Value("", name, "…", tip=tip)
        elif found is None:
            line = Value("", name, _("none: it cannot be put"), tone=Tone.BAD)
        else:
            tone = Tone.GOOD if found.share >= GOOD else Tone.WARN if found.share >= FAIR else Tone.BAD
            tip = _("Of {count} sessions on what you know").format(count=found.votes)
            line = Value("chance", name, in_words(found), self._opener(found), tip, tone)
        likely = "…" if self._busy or found is None else likely_words(found)
        below = [Value("", _("Most likely"), likely)] if self._lowest and (self._busy or found) else []
        self._slot.put(Column(line, *below, gap=CLOSE))

    @property
    def _lowest(self) -> int:
        """The ambition that the draft may come down to, by a redraft and by reservations; 0 where it stays as it is tabled."""
        if self._asked is None:
            return 0
        view, draft, _given = self._asked
        degrees = has_degrees(view, view.names.measures.row(draft.measure))
        return max(1, draft.lowest - 1) if degrees and draft.ambition > 1 else 0

    def _name(self) -> str:
        if not self._lowest:
            return _("Chance that it passes")
        return _("Chance that it passes, at any ambition down to {lowest}").format(lowest=self._lowest)

    def _opener(self, found: Chances) -> Opens:
        """Opens the chance: to what it came how often, and who broke it."""
        rows: list[Widget] = []
        for ambition, times in found.ambitions:
            rows.append(Value("", _("Adopted at ambition {ambition}").format(ambition=ambition), str(times)))
        if found.carried < found.votes:
            rows.append(Value("", _("Not adopted"), str(found.votes - found.carried)))
        if found.held_back:
            rows.append(Value("", _("of these for reservations alone"), str(found.held_back), tone=Tone.DIM))
        rows += [Rule(), Value("", _("Sessions played"), str(found.votes), tone=Tone.LINK)]
        if found.breakers:
            rows.append(caption(_("Stands against it, of so many")))
            roll = self._hall.view.names.countries
            rows += [Value("", roll.title(roll.row(who)), str(times)) for who, times in found.breakers[:BREAKERS]]
        rows.append(Prose("terms.note", self._note()))
        return lambda host, rect: host.open_popup(box_of(_("Chance that it passes"), *rows), rect)

    def _note(self) -> str:
        """What is known and what is drawn."""
        heard, members = sounded_members(self._hall.view)
        says = _(
            "By the council's own laws. Sounded this turn: {heard} of {members} members; what others keep to themselves is drawn anew."
        )
        return says.format(members=members, heard=heard)


def in_words(found: Chances) -> str:
    """A chance as it is read, in tenths; what is certain in every session is said so."""
    if found.carried == found.votes:
        return _("as good as certain")
    if found.carried == 0:
        return _("as good as none")
    tenths = min(max(round(found.share * TENTHS), 1), TENTHS - 1)
    return _("about {tenths} in 10").format(tenths=tenths)


def likely_words(found: Chances) -> str:
    """What it most often came to."""
    ambition, times = max(found.ambitions, key=lambda pair: pair[1], default=(0, 0))
    if times < found.votes - found.carried:
        return _("not adopted")
    return _("adopted at ambition {ambition}").format(ambition=ambition)

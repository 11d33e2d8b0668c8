"""The leadership's room: its motive against each state in bars, for and against, and what its decisions cost."""

from __future__ import annotations

from collections.abc import Sequence

from pygame import Rect

from wargame.catalogue import _
from wargame.engine.appraisal import appraise
from wargame.engine.explain import explained
from wargame.model.columns import column_of
from wargame.model.orders import TableDraft
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Label, heading, title
from wargame.ui.kit.layout import Column, Cross, Either, Row, Rule, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.play.drafting import Item
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.pieces import Told, Value, opener, percent, points
from wargame.ui.screens.terms import explained_line, term_line, told_of
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import SMALL

MOST_MOTIVES = 6
TENTHS = 10  # of stability in a hundred
FULL = 1000
TARGET_WIDE = 240  # logical units, as all below
BAR_HIGH = 7
DECISIONS_WIDE = 250
BOTH_WIDE = 560  # from here on motive and prices stand side by side


def weighed(hall: Hall) -> list[Told]:
    """The motive against the states most worth a war, reckoned anew on what the seat knows; the most wanted first."""
    view = hall.view
    gain, cost = (column_of(view.state.motives, name)[view.body] for name in ("gain", "cost"))
    first = sorted((c for c in range(gain.size) if gain[c] or cost[c]), key=lambda c: int(cost[c] - gain[c]))
    found = [told_of(view, "motive", view.body, target) for target in first[:MOST_MOTIVES]]
    return sorted(found, key=lambda told: -told.value)


def motives(hall: Hall, found: Sequence[Told]) -> list[Widget]:
    """States by what war against them would be worth, open to the terms."""
    own = hall.view.state.bodies[hall.view.body]
    rows: list[Widget] = [heading(_("What war would be worth"))]
    rows += [_motive(hall, told) for told in found]
    rows.append(Rule())
    rows.append(
        law_line("motive.caution", _("Caution it must exceed"), points(int(own.caution)), "MOTIVE-9", "MOTIVE-11")
    )
    return rows


def _above(worth: int, caution: int, tone: Tone) -> Value:
    """How far the worth of a war stands above caution, open to both."""
    name, said = _("Above the line"), points(worth - caution)
    terms = {_("Worth of the war"): points(worth), _("Caution it must exceed"): points(-caution)}
    return Value("room.above", name, said, opener(name, said, lambda: terms), tone=tone)


def _motive(hall: Hall, told: Told) -> Widget:
    names, target = hall.view.names.countries, told.rows[1]
    mark = hall.sheets.mark_of(target)
    return explained_line(told, names.title(target), f"motive.{names.ids[target]}", mark=mark)


class Scale(Widget):
    """A bar from the middle: to the right for, to the left against; a share of the largest term (1/1000)."""

    def __init__(self, share: int) -> None:
        super().__init__()
        self.share = share

    def content(self, theme: Theme, room: int) -> Size:
        """A bar of usual height."""
        return theme.px(BAR_HIGH * 6), theme.px(BAR_HIGH)

    def draw(self, canvas: Canvas) -> None:
        """The bar, and the middle it starts from."""
        middle, high = self.rect.centerx, canvas.theme.px(BAR_HIGH)
        wide = abs(self.share) * self.rect.w // (2 * FULL)
        top = self.rect.centery - high // 2
        left = middle if self.share > 0 else middle - wide
        if wide:
            canvas.box(Rect(left, top, wide, high), BoxStyle(Tone.ACCENT if self.share > 0 else Tone.WARN, None, 3))
        canvas.fill(Rect(middle, self.rect.top, canvas.theme.px(1), self.rect.h), Tone.FAINT)


def _scrolled(rows: Sequence[Widget], name: str) -> Widget:
    return Scroll(Column(*rows, gap=4), name, _("Scroll with the arrows")).growing()


class Room:
    """What stands in the middle while the leadership is in its room."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._target = -1

    def page(self, found: Sequence[Told], items: Sequence[Item]) -> Widget:
        """The motive against the chosen state, term by term, beside the decisions and their price."""
        says = _("War is worth it where what speaks for it outweighs what speaks against it by more than caution.")
        name, choice = title(_("The leadership's room")), self._choice(found)
        head = Either(BOTH_WIDE, Row(name, gap(), *choice, cross=Cross.MIDDLE), Column(name, *choice))
        told = next((each for each in found if each.rows[1] == self._target), found[0] if found else None)
        both = Either(BOTH_WIDE, self._side_by_side(told, items), self._one_below_the_other(told, items)).growing()
        return Column(head, Prose("room.says", plain(says)), both, gap=10, pad=12)

    def _side_by_side(self, told: Told | None, items: Sequence[Item]) -> Widget:
        left = panel(_scrolled(self._bars(told), "motive")).growing()
        prices = panel(heading(_("Decisions and their price")), _scrolled(self._prices(items), "prices"))
        return Row(left, prices.sized(wide=DECISIONS_WIDE), gap=12)

    def _one_below_the_other(self, told: Told | None, items: Sequence[Item]) -> Widget:
        prices = [Rule(), heading(_("Decisions and their price")), *self._prices(items)]
        return panel(_scrolled([*self._bars(told), *prices], "motive"))

    def _choice(self, found: Sequence[Told]) -> list[Widget]:
        if not found:
            return []
        names = self._hall.view.names.countries
        choices = [Choice(names.ids[told.rows[1]], names.title(told.rows[1])) for told in found]
        now = self._target if any(told.rows[1] == self._target for told in found) else found[0].rows[1]
        choose = DropDown("room.target", choices, names.ids[now], self._aim, _("Against whom"))
        return [choose.sized(wide=TARGET_WIDE)]

    def _aim(self, target: str) -> None:
        self._target = self._hall.view.names.countries.row(target)
        self._hall.refresh()

    def _bars(self, told: Told | None) -> list[Widget]:
        """A line a term: for to the right, against to the left, each open to its law; then what it comes to."""
        if told is None:
            return [Label(_("No war is weighed."), SMALL, Tone.DIM)]
        own = self._hall.view.state.bodies[self._hall.view.body]
        terms = {term.name.lower(): term for term in explained("motive").parts}
        largest = max((abs(size) for _name, size in told.parts), default=0) or 1
        rows: list[Widget] = []
        for name, size in told.parts:
            rows.append(Column(term_line(terms[name], points(size)), Scale(size * FULL // largest), gap=0))
        tone = Tone.WARN if told.value > int(own.caution) else Tone.GOOD
        rows += [
            Rule(),
            explained_line(told, _("Worth of the war"), "room.worth"),
            law_line("room.caution", _("Caution it must exceed"), points(int(own.caution)), "MOTIVE-9", "MOTIVE-11"),
            _above(told.value, int(own.caution), tone),
            law_line("room.turns", _("Turns above the line so far"), str(int(own.over_line)), "TURN-1"),
        ]
        return rows

    def _prices(self, items: Sequence[Item]) -> list[Widget]:
        """What each decision costs the leadership's stability, of a hundred."""
        names = self._hall.view.names
        line = self._hall.sheets.levels.line
        rows: list[Widget] = [line("bodies", "stability", (self._hall.view.body,), _("Stability now"), percent)]
        for item in items:
            title_ = names.measures.title(names.measures.row(item.measure))
            tone = Tone.FAINT if item.broken else Tone.TEXT
            said = price_words(self._price(item.draft))
            rows.append(law_line(f"price.{item.measure}", title_, said, "SESSION-2", tone=tone))
        return rows

    def _price(self, draft: TableDraft) -> int:
        """Stability, 1/1000, as the decision will be charged."""
        return appraise(self._hall.view, draft, self._hall.given).stability


def price_words(price: int) -> str:
    """What a price (1/1000) takes of stability in a hundred; what is nought on the screen has no sign."""
    size = f"{abs(price) / TENTHS:.1f}"
    sign = "" if float(size) == 0 else "−" if price > 0 else "+"
    return sign + size

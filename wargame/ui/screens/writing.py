"""An inject of the facilitator's own: its headline and text, to whom it is told, and what it moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wargame.catalogue import _
from wargame.engine.chair_words import act_words
from wargame.engine.deck import Deck
from wargame.model.codes import IncidentKind
from wargame.model.facilitation import MOST_TEXT, MOST_TITLE, Act, Strike, Write
from wargame.model.injects import BEFALLING, MOST_EFFECTS, OF_A_COUNCIL, OF_A_SIDE, OF_A_STATE, InjectEffect
from wargame.model.names import Names, Roll
from wargame.model.shifts import Shift
from wargame.ui.kit.button import Button, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.field import TextField
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Cross, Row, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.play.cell import Cell
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

ALL, NOTHING, NOBODY = "all", "nothing", "nobody"  # chosen where no side, no effect, no author is
WIDE = 300  # logical units, of what was written
NAMES = {
    Shift.OPINION: _("Public support for a firm policy, percent"),
    Shift.GOVERNMENT: _("Support of a government, percent"),
    Shift.PRICES: _("Prices, percent"),
    Shift.ESCALATION: _("Escalation, rungs"),
    Shift.CHANNELS: _("Open channels, percent"),
    Shift.COHESION: _("Cohesion of a side, percent"),
    Shift.INFLUENCE: _("Influence of a side, points"),
    Shift.FUNDS: _("Common money of a side, EUR m"),
    Shift.INCIDENT: _("An incident, by severity"),
}
SIZES: dict[Shift, tuple[float, ...]] = {
    Shift.ESCALATION: (-1, -0.5, 0.5, 1, 2),
    Shift.INFLUENCE: (-5, -2, -1, 1, 2, 5),
    Shift.FUNDS: (-1000, -200, 200, 1000, 5000),
    Shift.INCIDENT: (1, 2, 3, 4),
}
PERCENTS = (-20, -10, -5, -2, 2, 5, 10, 20)
KINDS = {
    IncidentKind.CYBER: _("Cyber attack"),
    IncidentKind.SABOTAGE: _("Sabotage"),
    IncidentKind.ACCIDENT: _("Accident"),
}


class Form:
    """The page; what is being written stays while others are looked at."""

    def __init__(self, names: Names, deck: Deck, do: Callable[[Act], bool], refresh: Callable[[], None]) -> None:
        self._names, self._deck, self._do, self._refresh = names, deck, do, refresh
        self._put = Button("own.put", _("Put it into this briefing"), self._write, _("Told when the turn opens"))
        self._clear()

    def _clear(self) -> None:
        self._title, self._text, self._to = "", "", ALL
        self._effects: list[InjectEffect] = []
        self._check()

    def page(self, cell: Cell) -> Widget:
        """The fields, and beside them what was written in this briefing."""
        rows = [*self._fields(), *(self._effect(k, effect) for k, effect in enumerate(self._effects))]
        form = Scroll(Column(*rows, gap=8), "form", _("Scroll with the arrows")).growing()
        left = panel(form, Row(gap(), self._put)).growing()
        return Row(left, panel(*self._written(cell)).sized(wide=WIDE), gap=12)

    def _fields(self) -> list[Widget]:
        headline = TextField("own.title", self._entitle, _("One line; players read it first"), limit=MOST_TITLE)
        body = TextField("own.text", self._tell, _("What is told, in a few sentences"), limit=MOST_TEXT)
        headline.text, body.text = self._title, self._text
        headline.on_submit = body.on_submit = lambda: None  # Return opens no turn while one writes
        sides = [Choice(name, title) for name, title in zip(*_both(self._names.bodies), strict=True)]
        to = DropDown("own.to", [Choice(ALL, _("All sides")), *sides], self._to, self._address, _("Who is told"))
        some = [Choice(what.name, words) for what, words in NAMES.items()]
        tip = _("What it moves when it is told; every effect is told, as yours")
        more = DropDown("own.effect", [Choice(NOTHING, _("Add an effect")), *some], NOTHING, self._add, tip)
        more.blocked = "" if len(self._effects) < MOST_EFFECTS else _("An inject moves no more things than these.")
        return [
            heading(_("An inject of your own")),
            Column(caption(_("Headline")), headline, gap=4),
            Column(caption(_("Text")), body, gap=4),
            Column(caption(_("Told to")), to, gap=4),
            Column(caption(_("What it moves")), more, gap=4),
        ]

    def _effect(self, k: int, effect: InjectEffect) -> Widget:
        """One effect with its choices."""
        away = icon_button(f"own.drop.{k}", "x", lambda: self._drop(k), _("Take this effect out"))
        head = Row(Label(NAMES[effect.effect], STRONG).growing(), away, cross=Cross.MIDDLE)
        choices: list[Widget] = []
        if effect.effect in (*OF_A_STATE, *OF_A_SIDE):
            choices.append(self._choice(k, "of", self._owners(effect.effect), effect.of or "", _("Whose")))
        sign = "" if effect.effect is Shift.INCIDENT else "+"
        sizes = [Choice(f"{size:g}", f"{size:{sign}g}".replace("-", "−")) for size in sizes_of(effect.effect)]
        choices.append(self._choice(k, "size", sizes, f"{effect.size:g}", _("By how much")))
        rows: list[Widget] = [head, Row(*(choice.growing() for choice in choices), gap=8)]
        if effect.effect is Shift.INCIDENT:
            rows.append(self._incident(k, effect))
        return panel(*rows)

    def _incident(self, k: int, effect: InjectEffect) -> Widget:
        kinds = [Choice(kind.name, KINDS[kind]) for kind in BEFALLING]
        kind = self._choice(k, "kind", kinds, (effect.kind or IncidentKind.CYBER).name, _("What happened"))
        authors = [Choice(NOBODY, _("By nobody who could be found")), *_choices_of(self._names.countries)]
        by = self._choice(k, "by", authors, effect.by or NOBODY, _("Who is behind it; the players may find out"))
        return Row(kind.growing(), by.growing(), gap=8)

    def _choice(self, k: int, what: str, choices: Sequence[Choice], now: str, tip: str) -> DropDown:
        return DropDown(f"own.{what}.{k}", choices, now, lambda key: self._change(k, what, key), tip)

    def _change(self, k: int, what: str, key: str) -> None:
        """Another choice of one effect."""
        value: object
        match what:
            case "size":
                value = float(key)
            case "kind":
                value = IncidentKind[key]
            case _:
                value = None if key == NOBODY else key
        self._effects[k] = self._effects[k].model_copy(update={what: value})
        self._check()
        self._refresh()

    def _add(self, key: str) -> None:
        if key == NOTHING:
            return
        what = Shift[key]
        of = self._owners(what)[0].key if what in (*OF_A_STATE, *OF_A_SIDE) else None
        size = next(size for size in sizes_of(what) if size > 0)
        kind = IncidentKind.CYBER if what is Shift.INCIDENT else None
        self._effects.append(InjectEffect(effect=what, of=of, size=size, kind=kind))
        self._check()
        self._refresh()

    def _owners(self, what: Shift) -> list[Choice]:
        """Whose a thing may be that an inject moves: states, sides, or councils alone."""
        found = _choices_of(self._names.bodies if what in OF_A_SIDE else self._names.countries)
        return [choice for choice in found if what not in OF_A_COUNCIL or choice.key in self._deck.councils]

    def _drop(self, k: int) -> None:
        del self._effects[k]
        self._check()
        self._refresh()

    def _written(self, cell: Cell) -> list[Widget]:
        """What was written in this briefing, to be taken back while it is not told."""
        rows: list[Widget] = [heading(_("Told when the turn opens"))]
        rows += [self._own(number, act) for number, act in cell.written]
        if not cell.written:
            rows.append(Label(_("Nothing of yours yet."), SMALL, Tone.DIM))
        return [Scroll(Column(*rows, gap=8), "written", _("Scroll with the arrows")).growing()]

    def _own(self, number: int, act: Write) -> Widget:
        away = icon_button(f"strike.{number}", "x", lambda: self._strike(number), _("Take it back"))
        words = Prose(f"own.{number}", plain(act_words(self._deck, self._names, act)))
        return Row(words.growing(), away, cross=Cross.MIDDLE, gap=8)

    def _strike(self, number: int) -> None:
        self._do(Strike(number=number))

    def _entitle(self, text: str) -> None:
        self._title = text
        self._check()

    def _tell(self, text: str) -> None:
        self._text = text
        self._check()

    def _address(self, key: str) -> None:
        self._to = key

    def _check(self) -> None:
        blocked = "" if self._title.strip() and self._text.strip() else _("It needs a headline and a text.")
        for effect in self._effects:
            if effect.kind is IncidentKind.ACCIDENT and effect.by is None:
                blocked = _("An accident is somebody's: say with whom.")
            if effect.by is not None and effect.by == effect.of:
                blocked = _("Nobody acts against itself.")
        self._put.blocked = blocked

    def _write(self) -> None:
        to = None if self._to == ALL else self._to
        act = Write(title=self._title.strip(), text=self._text.strip(), to=to, effects=tuple(self._effects))
        if self._do(act):
            self._clear()
            self._refresh()


def sizes_of(what: Shift) -> tuple[float, ...]:
    """The sizes that are offered."""
    return SIZES.get(what, PERCENTS)


def _both(roll: Roll) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return roll.ids, roll.titles


def _choices_of(roll: Roll) -> list[Choice]:
    """All of a roll by name."""
    return sorted(
        (Choice(name, title) for name, title in zip(*_both(roll), strict=True)), key=lambda choice: choice.text
    )

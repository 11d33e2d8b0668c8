"""The gallery: every widget of the kit on one screen, to be looked at and to be tested on."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from wargame.catalogue import _
from wargame.ui.kit.bar import Part, StackedBar
from wargame.ui.kit.button import Button, Kind, Switch, Toggle, icon_button
from wargame.ui.kit.chart import ChartView
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.field import Echo, TextField
from wargame.ui.kit.figure import Figure
from wargame.ui.kit.keys import Mod
from wargame.ui.kit.label import Icon, Label, caption, heading
from wargame.ui.kit.layers import modal
from wargame.ui.kit.layout import Column, Cross, Either, Row, Rule, gap, panel
from wargame.ui.kit.progress import Progress
from wargame.ui.kit.prose import Prose, article
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.table import Table
from wargame.ui.kit.tabs import Tab, Tabs
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.specimens import (
    declaration,
    force_entries,
    force_headings,
    ledger_chart,
    state_entries,
    state_headings,
    threat_chart,
)
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import PaletteName, Pattern, Tone, side_mark
from wargame.ui.theme.theme import LARGEST_PERCENT, SMALLEST_PERCENT
from wargame.ui.theme.type import HEADING, SMALL

SIDE_WIDE = 296  # logical units, as all below
CHARTS_WIDE = 330
TOP_HIGH = 58
WIDE = 1100  # narrower windows go without charts and figures
READING_HIGH = 240
DIALOG_WIDE = 560
PIN_DIGITS = 6
SIDES = (("nato", 9), ("eu", 4), ("ukraine", 5), ("russia", 7))  # and regions held


class Gallery:
    """Builds the screen and answers its widgets; scale and palette are asked for from outside."""

    def __init__(
        self, window: Window, on_percent: Callable[[int], None], on_palette: Callable[[PaletteName], None]
    ) -> None:
        self._window = window
        self._on_percent = on_percent
        self._on_palette = on_palette
        self._table = Table("states", state_headings(), _("Choose with the arrows, open with Enter"))
        self._page = "states"
        self._count = Label("", SMALL, Tone.DIM)
        self._progress = Progress("forecast", _("Russia weighs option 3 of 7"), self._stop, _("Stop the forecast"))
        self._waiting = Progress("thinking", _("Compiling the rules"), self._stop, _("Stop compiling"))
        self._tools = self._make_tools()
        self.root: Widget = Column(self._top(), Rule(), self._body(), gap=0)
        self._progress.show(_("Russia weighs option 3 of 7"), 430)
        self._waiting.show(_("Compiling the rules"), None)
        self._fill()

    def _top(self) -> Widget:
        wide = self._top_row(self._name(), gap().sized(wide=12), self._figures(), gap())
        return Either(WIDE, wide, self._top_row(self._name(), gap())).sized(high=TOP_HIGH)

    def _top_row(self, *first: Widget) -> Widget:
        return Row(
            Icon("shield", Tone.ACCENT_HOVER, 24),
            *first,
            *self._tools,
            gap=14,
            pad=10,
            box=BoxStyle(Tone.PANEL, None, 0),
            cross=Cross.MIDDLE,
        )

    def _name(self) -> Widget:
        return Column(Label(_("Tripwire"), HEADING), Label(_("Turn 6 of 24 · June 2016"), SMALL, Tone.DIM), gap=0)

    def _figures(self) -> Widget:
        return Row(
            Figure(_("Treasury"), "€ 41.2 bn", "+1.4", tip=_("What the side can still spend this year")),
            Figure(_("Readiness"), "73 %", "+2", Tone.GOOD, _("Forces that can move within a week")),
            Figure(_("Cohesion"), "61", "−4", Tone.WARN, _("How far members stand together")),
            Figure(_("Escalation"), "3 / 10", tip=_("Rung of the ladder that has been reached")),
            gap=28,
        )

    def _make_tools(self) -> list[Widget]:
        say = self._say
        end = Button("end_turn", _("End turn"), self._ask, _("Send the orders and let the month go by"), Kind.PRIMARY)
        return [
            icon_button("undo", "undo-2", say(_("Undone")), _("Undo the last order")).on_key(pygame.K_z, Mod.CTRL),
            icon_button("redo", "redo-2", say(_("Done again")), _("Do it again")).on_key(pygame.K_y, Mod.CTRL),
            icon_button("save", "save", say(_("Saved"), Tone.GOOD), _("Save the game")).on_key(pygame.K_s, Mod.CTRL),
            icon_button("help", "circle-help", self._ask, _("What can be done here")).on_key(pygame.K_F1),
            end.on_key(pygame.K_RETURN, Mod.CTRL),
        ]

    def _body(self) -> Widget:
        controls = self._controls().sized(wide=SIDE_WIDE)
        middle = Column(self._lists().growing(), self._reading().sized(high=READING_HIGH), gap=12).growing()
        wide = Row(controls, middle, self._charts().sized(wide=CHARTS_WIDE), gap=12, pad=12)
        return Either(WIDE, wide, Row(controls, middle, gap=12, pad=12)).growing()

    def _controls(self) -> Widget:
        return panel(
            heading(_("Orders and settings")),
            Scroll(Column(*self._choices(), *self._forms(), gap=9)).growing(),
            Rule(),
            self._progress,
            self._waiting,
        )

    def _choices(self) -> list[Widget]:
        blocked = Button("mobilise", _("Mobilise"), self._say(_("Mobilised")), _("Call up the reserves"))
        blocked.blocked = _("Needs the consent of parliament, which meets in July.")
        sound_out = Button(
            "sound_out", _("Sound out"), self._say(_("Poland would agree")), _("Ask one member in private")
        )
        withdraw = Button("withdraw", _("Withdraw"), self._ask, _("Take the draft back"), Kind.DANGER, "trash-2")
        table = Button(
            "table_draft",
            _("Table draft"),
            self._say(_("Tabled"), Tone.GOOD),
            _("Open the session"),
            Kind.PRIMARY,
            "gavel",
        )
        return [
            Row(table.growing(), sound_out.growing()),
            Row(withdraw.growing(), blocked.growing()),
            Toggle(
                "reasons", _("Show reasons of the AI"), Switch.ON, self._turned, _("Reasons are read after the turn")
            ),
            Toggle("counters", _("Counters as symbols"), Switch.OFF, self._turned, _("Off shows letters")),
        ]

    def _forms(self) -> list[Widget]:
        sides = [
            Choice("nato", _("NATO"), side_mark("nato")),
            Choice("eu", _("European Union"), side_mark("eu")),
            Choice("russia", _("Russia"), side_mark("russia")),
            Choice("ukraine", _("Ukraine"), side_mark("ukraine")),
        ]
        palettes = [
            Choice(PaletteName.DEFAULT.value, _("Standard")),
            Choice(PaletteName.COLOUR_BLIND.value, _("Colour-blind")),
        ]
        pin = TextField(
            "pin",
            self._typed,
            _("A PIN keeps others out of your seat"),
            _("PIN"),
            "lock",
            Echo.MASKED,
            PIN_DIGITS,
            str.isdecimal,
        )
        name = TextField("name", self._typed, _("Your name at the table"), _("Name"), "user")
        name.text = "Łucja Nowak"
        pin.text = "4711"
        percent, scale = self._window.theme.percent, Scale(SMALLEST_PERCENT, LARGEST_PERCENT, 5, "%")
        return [
            caption(_("Seat")),
            DropDown("side", sides, "nato", self._typed, _("Who you play for")),
            Row(name.growing(3), pin.growing(2)),
            caption(_("Colours")),
            DropDown(
                "palette", palettes, self._window.theme.palette.name.value, self._paint, _("Colours of all screens")
            ),
            caption(_("Size of the interface")),
            Slider("percent", scale, percent, self._on_percent, _("Size of letters and buttons"), Telling.LET_GO),
            caption(_("Ambition")),
            Slider("ambition", Scale(1, 3), 2, lambda _value: None, _("How much the draft asks for")),
        ]

    def _lists(self) -> Widget:
        pages = [
            Tab("states", _("States"), _("What each state sees and wants")),
            Tab("forces", _("Forces"), _("A thousand formations")),
            Tab("archive", _("Archive"), _("Nothing has been decided yet")),
        ]
        search = TextField("search", self._filter, _("Show only rows with these words"), _("Search"), "search")
        self._table.on_open = lambda key: self._window.notify(_("Opened {key}").format(key=key), Tone.ACCENT_HOVER)
        return panel(
            Row(
                Tabs("pages", pages, "states", self._turn_page),
                gap(),
                search.on_key(pygame.K_f, Mod.CTRL),
                cross=Cross.MIDDLE,
            ),
            self._table.growing(),
            self._count,
        )

    def _reading(self) -> Widget:
        return panel(article("declaration", declaration(), _("Scroll with the arrows"), self._follow).growing())

    def _charts(self) -> Widget:
        votes = [
            Part(14, Tone.GOOD, Pattern.PLAIN, "+"),
            Part(9, Tone.WARN, Pattern.RISING, "?"),
            Part(5, Tone.BAD, Pattern.CROSS, "–"),
        ]
        sides = [
            Part(weight, side_mark(side).tone, side_mark(side).pattern, side_mark(side).letter)
            for side, weight in SIDES
        ]
        return panel(
            heading(_("Threat as seen by")),
            ChartView(threat_chart(), _("Rest on a month to read its values")).growing(3),
            heading(_("Aid")),
            ChartView(ledger_chart(), _("Rest on a quarter to read its values")).growing(2),
            caption(_("Members for, unsure, against")),
            StackedBar(votes, _("14 for, 9 unsure, 5 against")),
            caption(_("Land held")),
            StackedBar(sides, _("NATO 9, EU 4, Ukraine 5, Russia 7")),
            space=10,
        )

    def _fill(self) -> None:
        entries = {"states": state_entries, "forces": force_entries}.get(self._page)
        headings = force_headings() if self._page == "forces" else state_headings()
        self._table.show(headings, entries() if entries is not None else [])
        self._tell_count()

    def _tell_count(self) -> None:
        self._count.text = _("{count} shown").format(count=len(self._table.shown))

    def _turn_page(self, page: str) -> None:
        self._page = page
        self._fill()

    def _filter(self, wanted: str) -> None:
        self._table.filter(wanted)
        self._tell_count()

    def _paint(self, palette: str) -> None:
        self._on_palette(PaletteName(palette))

    def _ask(self) -> None:
        text = _(
            "Two formations have **no orders**, and the draft *Enhanced Forward Presence* has not been tabled.\n"
            "The month passes; what you have not said stays unsaid."
        )
        back = Button("stay", _("Back"), self._window.close_top, _("Go on with this turn"))
        on = Button("commit", _("End the turn"), self._end, _("It cannot be taken back"), Kind.PRIMARY, "check")
        body = dialog(_("June 2016"), _("End the turn?"), Prose("ask", text), back, on)
        self._window.show(modal(body, DIALOG_WIDE, "commit"))

    def _end(self) -> None:
        self._window.close_top()
        self._window.notify(_("The turn has ended"), Tone.GOOD)

    def _stop(self) -> None:
        self._window.notify(_("Stopped"), Tone.WARN)

    def _turned(self, position: Switch) -> None:
        self._window.notify(_("Switched on") if position is Switch.ON else _("Switched off"), Tone.ACCENT_HOVER)

    def _typed(self, _text: str) -> None:
        return

    def _follow(self, target: str) -> None:
        self._window.notify(_("This leads to {target}").format(target=target), Tone.ACCENT_HOVER)

    def _say(self, text: str, tone: Tone = Tone.ACCENT_HOVER) -> Callable[[], None]:
        return lambda: self._window.notify(text, tone)

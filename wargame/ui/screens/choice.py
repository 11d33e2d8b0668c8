"""The choice of a scenario: the shipped ones and any file, broken ones with their first error."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pygame

from wargame.catalogue import _, _n
from wargame.model.calendar import date_in_words
from wargame.model.scenario import Scenario
from wargame.model.starts import begun, start_on
from wargame.store.faults import InputError
from wargame.store.scenarios import Listed, listed_file
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dropdown import Choice as Day
from wargame.ui.kit.dropdown import DropDown
from wargame.ui.kit.field import TextField
from wargame.ui.kit.label import caption, title
from wargame.ui.kit.layout import Column, Row, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.rows import Entry, Heading, words
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.table import Table
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Slot
from wargame.ui.screens.preview import Preview, sketch_of
from wargame.ui.theme.palette import Tone

FIRST = "first_steps"  # the scenario that one begins with
LIST_WIDE = 400  # logical units, as all below
PREVIEW_HIGH = 240


class Choice:
    """Builds the screen; tells which scenario was chosen."""

    def __init__(
        self,
        listed: Sequence[Listed],
        on_choose: Callable[[Listed], None],
        on_back: Callable[[], None],
        first: str = "",
    ) -> None:
        ordered = sorted(listed, key=lambda item: item.name != FIRST)  # for who begins; the others as they come
        self._listed = {item.name: item for item in ordered}
        self._starts: dict[str, date] = {}  # by scenario: another day to begin on
        self._on_choose, self._on_back = on_choose, on_back
        self._path, self._first = "", first
        self._table = Table(
            "scenarios", [Heading("name", "", "", 200, 1)], _("Choose with the arrows, play with Enter")
        )
        self._table.on_choose, self._table.on_open = self._show, self._play
        self._about = Slot()
        self._next = Button(
            "next", _("Choose sides"), self._next_step, _("Who plays what"), Kind.PRIMARY, "chevron-right"
        )
        self.root: Widget = self._page()
        self._fill()

    def _page(self) -> Widget:
        back = Button("back", _("Back"), self._on_back, _("To the menu"), icon="chevron-left")
        field = TextField(
            "path", self._typed, _("The file of a scenario of your own"), _("A file: my_scenario.yaml"), "folder-open"
        )
        field.on_submit = self._open
        opening = Button("open", _("Open"), self._open, _("Read this file"))
        left = panel(title(_("Scenarios")), self._table.growing(), Row(field.growing(), opening)).sized(wide=LIST_WIDE)
        right = panel(Scroll(self._about, "about", _("Scroll with the arrows")).growing()).growing()
        foot = Row(back.on_key(pygame.K_ESCAPE), gap(), self._next)
        return Column(Row(left, right, gap=12).growing(), foot, gap=12, pad=16)

    def _fill(self) -> None:
        self._table.fill([_entry(item) for item in self._listed.values()])
        if self._first in self._listed:
            self._table.choose(self._first)
            return
        first = next((item.name for item in self._listed.values() if item.scenario), "")
        if first:
            self._table.choose(first)

    def _show(self, name: str) -> None:
        item = self._listed[name]
        self._next.blocked = "" if item.scenario else _("This file is broken and cannot be played.")
        self._about.put(self._told(item) if item.scenario else _fault(item))

    def _told(self, item: Listed) -> Widget:
        """What it is about, as of the day it begins on, below the choice of that day where there are several."""
        assert item.scenario is not None
        scenario = item.scenario
        if not scenario.starts:
            return _about(scenario)
        days = [scenario.start, *(start.day for start in scenario.starts)]
        choices = [Day(day.isoformat(), date_in_words(day.toordinal())) for day in days]
        now = self._starts.get(item.name, scenario.start).isoformat()
        choose = DropDown(
            "begins", choices, now, lambda day: self._begin_on(item, day), _("The day the game begins on")
        )
        return Column(caption(_("Begins on")), choose, _about(self._as_begun(item)), gap=8)

    def _begin_on(self, item: Listed, day: str) -> None:
        self._starts[item.name] = date.fromisoformat(day)
        self._show(item.name)

    def _as_begun(self, item: Listed) -> Scenario:
        """The scenario as of the day that was chosen for it."""
        assert item.scenario is not None
        day = self._starts.get(item.name)
        start = None if day is None else start_on(item.scenario, day)
        return item.scenario if start is None else begun(item.scenario, start)

    def _play(self, name: str) -> None:
        item = self._listed[name]
        if item.scenario is not None:
            scenario = self._as_begun(item)
            self._on_choose(replace(item, scenario=scenario, title=scenario.title))

    def _next_step(self) -> None:
        self._play(self._table.chosen)

    def _typed(self, path: str) -> None:
        self._path = path.strip()

    def _open(self) -> None:
        if not self._path:
            return
        item = listed_file(Path(self._path).expanduser())
        self._listed[item.name] = item
        self._table.fill([_entry(each) for each in self._listed.values()])
        self._table.choose(item.name)
        self._show(item.name)


def _entry(item: Listed) -> Entry:
    if item.scenario is None:
        return Entry(
            item.name,
            (words(_("{name}: {problem}").format(name=item.name, problem=item.problem), Tone.FAINT, "triangle-alert"),),
        )
    return Entry(item.name, (words(item.title, Tone.TEXT, "map"),))


def _fault(item: Listed) -> Widget:
    return Prose("fault", "# " + plain(item.name) + "\n{bad:" + _unsigned(item.problem or "") + "}")


def _about(scenario: Scenario) -> Widget:
    return Column(_preview(scenario), Prose("summary", summary_of(scenario)), gap=12)


def _preview(scenario: Scenario) -> Widget:
    try:
        return Preview(sketch_of(scenario)).sized(high=PREVIEW_HIGH)
    except InputError as fault:  # it has no place on the map of Europe
        return Prose("preview.fault", plain(fault.problems[0]))


def summary_of(scenario: Scenario) -> str:
    """What a scenario is about, in markup."""
    weeks = _n("{count} week", "{count} weeks", scenario.weeks_a_turn).format(count=scenario.weeks_a_turn)
    length = _n("{count} turn of {weeks}", "{count} turns of {weeks}", scenario.turns)
    length = length.format(count=scenario.turns, weeks=weeks)
    begins = _("From {date}, {length}; {states} states, {regions} regions, {formations} formations.").format(
        date=date_in_words(scenario.first_day()),
        length=length,
        states=len(scenario.countries),
        regions=len(scenario.regions),
        formations=len(scenario.formations),
    )
    sides = "\n".join("- " + plain(body.name) for body in scenario.bodies.values())
    learning = "\n".join("- " + plain(line) for line in scenario.learning)
    parts = ["# " + plain(scenario.title), begins, plain(scenario.summary), "# " + _("Sides"), sides]
    return "\n".join([*parts, *(["# " + _("What can be learned"), learning] if learning else [])])


def _unsigned(words_: str) -> str:
    """Words that stand inside a coloured run, which knows no braces."""
    return " ".join(words_.translate({ord("{"): "(", ord("}"): ")"}).splitlines())

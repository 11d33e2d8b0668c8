"""The bar above a game: where the turn stands, what the side has, how far things have escalated, and the tools."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pygame
from pygame import Rect

from wargame.ai.options import most_threatened
from wargame.catalogue import _
from wargame.model.calendar import date_in_words
from wargame.model.codes import BodyKind, Phase
from wargame.model.view import View
from wargame.ui.kit.button import icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.keys import Mod
from wargame.ui.kit.label import Badge, Label
from wargame.ui.kit.layout import Column, Cross, Row
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.map.overlays import Overlay, OverlayKind
from wargame.ui.screens.levels import Levels
from wargame.ui.screens.pieces import percent
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import HEADING, SMALL

HIGH = 58  # logical units, as all below
OVERLAY_WIDE = 150
FIGURE_GAP = 24
OBSERVER_WIDE = 160
TENTHS = 10  # of influence, and in a per cent
FULL = 1000
WORLD = (0,)  # the one row of the clock
ALARMING, GRAVE = 4000, 7000  # 1/1000 rung of escalation
PHASES = {
    Phase.BRIEFING: _("Briefing"),
    Phase.CAUCUS: _("Caucus"),
    Phase.SESSION: _("Session"),
    Phase.ORDERS: _("Orders"),
    Phase.RESOLUTION: _("Resolution"),
    Phase.EMERGENCY: _("Emergency session"),
    Phase.ASSESSMENT: _("Assessment"),
    Phase.OVER: _("The end"),
}


TOLD = (Phase.SESSION, Phase.RESOLUTION, Phase.ASSESSMENT)
"""Pages that tell of the turn that was played, though the next has begun."""


@dataclass(frozen=True)
class Stands:
    """Where the game stands: what the seat knows, turn (from 1) and name of the page, and influence that is pledged (1/10)."""

    view: View
    turn: int
    page: str
    pledged: int = 0


class Figures(Row):
    """Figures side by side, in the order of what matters most; where there is no room for all, the last give way."""

    def __init__(self, *figures: Widget) -> None:
        super().__init__(*figures, gap=FIGURE_GAP)
        self._all = figures
        self.growing()

    def content(self, theme: Theme, room: int) -> Size:
        """Room for all."""
        self.kids = self._all
        return super().content(theme, room)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Show as many as fit."""
        fitting = [n for n in range(len(self._all)) if self._wide(theme, n + 1) <= rect.w]
        self.kids = self._all[: len(fitting)]
        super().place(theme, rect)

    def _wide(self, theme: Theme, count: int) -> int:
        wide = sum(figure.wish(theme, 0)[0] for figure in self._all[:count])
        return wide + (count - 1) * theme.px(self.gap)


def top_bar(stands: Stands, levels: Levels, mark: SideMark, overlay: DropDown, tools: list[Widget]) -> Widget:
    """Wide windows show all figures, narrow ones those that are decided by."""
    view = stands.view
    clock, course = view.state.clock[0], view.world.course[0]
    date = date_in_words(int(course.first_day + clock.day))
    turn = min(stands.turn, int(course.turns))
    where = _("Turn {turn} of {turns} · {page}").format(turn=turn, turns=int(course.turns), page=stands.page)
    name = Column(Label(date, HEADING), Label(where, SMALL, Tone.DIM), gap=0)
    badge = Badge(mark, view.names.bodies.title(view.body))
    shown, sized = Figures(*_figures(stands, levels)), overlay.sized(wide=OVERLAY_WIDE)
    room = Widget().sized(wide=8)
    return Row(badge, name, room, shown, sized, *tools, gap=12, pad=10, box=BAR, cross=Cross.MIDDLE).sized(high=HIGH)


BAR = BoxStyle(Tone.PANEL, None, 0)


def _figures(stands: Stands, levels: Levels) -> list[Widget]:
    """What decisions are paid with comes first, then how far the war is, then the rest."""
    view = stands.view
    own, figure = (view.body,), levels.figure
    escalation, channels = _common_figures(view, levels)
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
        tip = _("Of the leadership, of 100; decisions cost it")
        purse = _("Money at hand; some decisions cost it")
        return [
            figure("bodies", "stability", own, _("Stability"), percent, tip),
            escalation,
            figure("bodies", "funds", own, _("Funds"), _billions, purse),
            channels,
        ]
    paid = _("What drafts, soundings and bids are paid with")
    together = _("How far the members stand together")
    bank = figure("bodies", "influence", own, _("Influence"), _tenths, paid)
    if stands.pledged:
        bank.trend = _("−{amount} pledged").format(amount=_tenths(stands.pledged))
    return [
        bank,
        escalation,
        figure("bodies", "cohesion", own, _("Cohesion"), _share, together),
        figure("bodies", "funds", own, _("Funds"), _billions, _("Common money at hand")),
        channels,
    ]


def _common_figures(view: View, levels: Levels) -> tuple[Widget, Widget]:
    rung = int(view.state.clock[0].escalation)
    tone = Tone.BAD if rung >= GRAVE else Tone.WARN if rung >= ALARMING else Tone.TEXT
    reached, open_ones = _("The rung of the ladder that is reached"), _("Open channels make accidents rarer")
    return (
        levels.figure("clock", "escalation", WORLD, _("Escalation"), _rungs, reached, tone),
        levels.figure("clock", "channels", WORLD, _("Channels"), _share, open_ones),
    )


def _tenths(value: int) -> str:
    return f"{value / TENTHS:.1f}"


def _billions(value: int) -> str:
    return f"€ {value / FULL:.1f} bn"


def _rungs(value: int) -> str:
    return f"{value / FULL:.1f} / 10"


def _share(value: int) -> str:
    return f"{value / TENTHS:.0f} %"


def overlay_choice(view: View, now: Overlay, on_choose: Callable[[Overlay], None]) -> DropDown:
    """What the map shows."""
    names = {
        OverlayKind.POLITICAL: _("Sides"),
        OverlayKind.CONTROL: _("Control"),
        OverlayKind.THREAT: _("Threat"),
        OverlayKind.SUPPLY: _("Supply"),
        OverlayKind.STANCE: _("Stances"),
        OverlayKind.PRICES: _("Prices"),
    }
    choices = [Choice(kind.value, name) for kind, name in names.items()]
    observer = now.observer or _first_member(view)

    def choose(key: str) -> None:
        kind = OverlayKind(key)
        on_choose(Overlay(kind, observer if kind is OverlayKind.THREAT else ""))

    return DropDown("overlay", choices, now.kind.value, choose, _("What the map shows"))


def observer_choice(view: View, now: Overlay, on_choose: Callable[[Overlay], None]) -> list[Widget]:
    """In whose eyes threat is shown: of the side's own members, whose feelings the seat knows. Nothing for other overlays."""
    if now.kind is not OverlayKind.THREAT:
        return []
    names = view.names.countries
    own = [c for c in range(view.state.countries.size) if view.state.members[view.body, c].joined]
    choices = sorted((Choice(names.ids[c], names.title(c)) for c in own), key=lambda choice: choice.text)
    tip = _("In whose eyes")
    seen = DropDown("observer", choices, now.observer, lambda key: on_choose(Overlay(now.kind, key)), tip)
    return [seen.sized(wide=OBSERVER_WIDE)]


def _first_member(view: View) -> str:
    """The member that feels threatened most; in a body without members the first state."""
    return view.names.countries.ids[next(iter(most_threatened(view, 1)), 0)]


@dataclass(frozen=True)
class Tools:
    """What is at hand in every part of a turn."""

    find: Callable[[], None]
    keep: Callable[[], None]
    places: Callable[[], None]
    settings: Callable[[], None]
    to_menu: Callable[[], None]


def tool_buttons(tools: Tools) -> list[Widget]:
    """A button each."""
    return [
        icon_button("finder", "search", tools.find, _("Find a place, formation or state")).on_key(pygame.K_f, Mod.CTRL),
        icon_button("keep", "save", tools.keep, _("Save under another name")).on_key(pygame.K_s, Mod.CTRL),
        icon_button("places", "users", tools.places, _("Who plays")),
        icon_button("settings", "settings", tools.settings, _("Settings")).on_key(pygame.K_F10),
        icon_button("menu", "menu", tools.to_menu, _("Leave to the menu; the game is kept")),
    ]

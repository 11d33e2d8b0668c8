"""The screen of a game: bar above, what is to be done at the left, the map, the sheet at the right, messages below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import pygame

from wargame.catalogue import _, _n
from wargame.engine.spending import influence_spent
from wargame.model.codes import Phase
from wargame.model.orders import Order
from wargame.model.view import View
from wargame.session import Refused
from wargame.ui.kit.button import icon_button
from wargame.ui.kit.keys import Mod
from wargame.ui.kit.layout import PANEL, Column, Either, Row, Rule, gap, panel
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.board import board_of
from wargame.ui.map.marks import marks_of
from wargame.ui.map.overlays import Overlay, OverlayKind, Shown, picture_of
from wargame.ui.map.situation import Situation, situation_of
from wargame.ui.map.tokens import palette_of
from wargame.ui.play.drafting import all_words, refusal
from wargame.ui.play.game import Game
from wargame.ui.play.history import History
from wargame.ui.screens.archive import Archive
from wargame.ui.screens.assessment import Assessment
from wargame.ui.screens.briefing import Briefing
from wargame.ui.screens.bulletin import Bulletin
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.chamber import Chamber
from wargame.ui.screens.finder import Finder, finds_of
from wargame.ui.screens.hall import Panel, Reckoned
from wargame.ui.screens.mapbox import MapBox, Pick
from wargame.ui.screens.marching import Marching
from wargame.ui.screens.messages import Messages
from wargame.ui.screens.middle import Middle
from wargame.ui.screens.pieces import Slot
from wargame.ui.screens.resolution import Resolution
from wargame.ui.screens.sheets import Sheets, card_lines
from wargame.ui.screens.topbar import (
    PHASES,
    TOLD,
    Stands,
    Tools,
    observer_choice,
    overlay_choice,
    tool_buttons,
    top_bar,
)
from wargame.ui.screens.visit import Visit
from wargame.ui.screens.ways import Ways
from wargame.ui.settings import Reasons
from wargame.ui.theme.palette import Tone

RAIL_WIDE = 330  # logical units, as all below
SHEET_WIDE = 290
NARROW = 1000  # in a window less wide rail and sheet give room to the map
NARROW_RAIL, NARROW_SHEET = 280, 265


class GameScreen:
    """Builds the screen and answers its widgets. `decide` of its ways commits the seat; then `arrive` is called."""

    def __init__(self, window: Window, game: Game, ways: Ways) -> None:
        self.window, self.game, self._ways = window, game, ways
        self._overlay = Overlay(OverlayKind.CONTROL)
        self._chosen: tuple[str, str] | None = None
        self._trail: History[tuple[str, str]] = History()
        self._busy = False  # others decide, and the session is theirs
        self._pages: list[tuple[Phase, Panel]] = []
        self._log = Messages(game.telling)
        self._unheard: tuple[Chamber, View] | None = None  # a session that is being heard, and what was known before it
        self._told_of = game.turn  # the turn of which the pages tell
        self._take_view()
        self.map = MapBox(
            "map",
            _("Drag or arrows move, wheel or + and − zoom, a press looks at a place, L and M fold legend and overview"),
            board_of(the_atlas(), game.scenario),
            self._shown(),
            self._pick,
            lambda pick: card_lines(self.view, pick.place, pick.formation),
            ways.reckon,
        )
        self._top, self._left, self._middle = (Slot() for _place in range(3))
        self._sheet_rows = Slot()
        self._working = Slot()
        self._sheet = Scroll(self._sheet_rows, "sheet", _("Scroll with the arrows"))
        self.root: Widget = self._page()
        self.page, self.panel = game.phase, self._panel_of(game.phase)
        self._turn_to_news()

    @property
    def view(self) -> View:
        """What the seat knows; while a session is heard, what it knew before."""
        return self.game.view if self._unheard is None else self._unheard[1]

    @property
    def reasons(self) -> Reasons:
        """When the reasons of AIs can be read."""
        return self._ways.reasons()

    @property
    def given(self) -> tuple[Order, ...]:
        """The orders of this phase."""
        return tuple(self.game.orders().values())

    def orders(self) -> dict[int, Order]:
        """The same by number."""
        return self.game.orders()

    def _page(self) -> Widget:
        middle = Middle(self._middle, self._working, self._log.table).growing()

        def body(rail: int, sheet: int) -> Widget:
            left, right = panel(self._left.growing()), panel(self._sheet.growing())
            return Row(left.sized(wide=rail), middle, right.sized(wide=sheet), gap=8, pad=8)

        either = Either(NARROW, body(RAIL_WIDE, SHEET_WIDE), body(NARROW_RAIL, NARROW_SHEET))
        return Column(self._top, Rule(), either.growing(), gap=0)

    # what the panels ask for

    def submit(self, order: Order) -> bool:
        """Give an order; what is wrong with it is said."""
        if self._busy:
            return False
        try:
            self.game.session.submit(self.game.seat, order)
        except Refused as refused:
            self.window.notify(refusal(self.view, order, refused.laws), Tone.WARN)
            return False
        self._look_again()
        return True

    def withdraw(self, number: int) -> None:
        """Take an order back."""
        if self._busy:
            return
        try:
            self.game.session.withdraw(self.game.seat, number)
        except Refused as refused:
            self.window.notify(all_words(refused.laws), Tone.WARN)
        self.refresh()

    def exchange(self, back: Collection[int], orders: Sequence[Order]) -> bool:
        """Take orders back and give others as one gesture; what is wrong with them is said once."""
        if self._busy:
            return False
        session, seat = self.game.session, self.game.seat
        broken: list[str] = []
        try:
            for number in back:
                session.withdraw(seat, number)
            broken += [law for _order, laws in session.submit_all(seat, orders) for law in laws]
        except Refused as refused:
            broken += refused.laws
        if broken:
            self.window.notify(all_words(broken), Tone.WARN)
        self._look_again()
        self.refresh()
        return not broken

    @property
    def has_pages(self) -> bool:
        """Pages of the turn are still to be turned."""
        return bool(self._pages)

    def decide(self) -> None:
        """Commit the seat and let the others play."""
        self._ways.decide()

    def go_on(self) -> None:
        """Turn to the next page of the turn."""
        if self._pages:
            self.page, self.panel = self._pages.pop(0)
        elif self.game.over:
            self._ways.end()
            return
        else:
            self.page, self.panel = self.game.phase, self._panel_of(self.game.phase)
        self._chosen, self.map.chosen, self.map.arrows, self.map.leader = None, "", (), None
        self.refresh()

    def open_archive(self) -> None:
        """Open the archive of declarations over the screen."""
        self.window.show(Archive(self.game, self.window.close_top, self.window.touch).layer)

    def show_sheet(self, rows: Sequence[Widget]) -> None:
        """Put this into the sheet at the right."""
        self._sheet_rows.put(Column(*rows, gap=4))
        self.window.touch()

    def look_at(self, what: str, name: str) -> None:
        """Show a state, place or formation in the sheet, and where it is."""
        self._chosen = (what, name)
        self._trail.note((what, name))
        self.map.chosen = self._place_of(what, name)
        self.refresh()

    def _find(self) -> None:
        """Open the finder; what is found is looked at, and stands in the middle of the map."""
        finds = finds_of(self.view, self._situation())
        self.window.show(Finder(finds, self._go_to, self.window.close_top, self.window.touch).layer)

    def _go_to(self, what: str, name: str) -> None:
        self.look_at(what, name)
        self.map.go_to(self.map.chosen)

    def refresh(self) -> None:
        """Build the panels anew."""
        self._hear()
        overlay = overlay_choice(self.view, self._overlay, self._change_overlay)
        tools = observer_choice(self.view, self._overlay, self._change_overlay)
        ways = self._ways
        tools += tool_buttons(Tools(self._find, ways.keep, ways.places, ways.settings, ways.menu))
        turn = (self._told_of if self.page in TOLD else self.game.turn) + 1
        stands = Stands(self.view, turn, PHASES[self.page], influence_spent(self.view, self.given))
        self._top.put(top_bar(stands, self.sheets.levels, self.marks[self.game.seat], overlay, tools))
        self._left.put(self._waiting() if self._busy else self.panel.rail())
        middle = self.panel.middle()
        self._middle.put(self.map if middle is None else Column(middle.growing(), box=PANEL))
        self.show_sheet(self._rows())
        self.window.touch()

    # the turn

    def arrive(self) -> None:
        """See what has happened since the seat decided, page by page."""
        self.game.look()
        self._take_view()
        self.map.show(self._shown())
        self._turn_to_news()

    def see(self) -> None:
        """Show what the seat knows now, on the same page."""
        self._take_view()
        self.map.show(self._shown())
        self.refresh()

    def _turn_to_news(self) -> None:
        """The session after a caucus; resolution and assessment after orders; else the phase itself."""
        left, news = self.game.news()
        self._told_of = left.turn
        self._pages = [(Phase.BRIEFING, Briefing(self))] if self.game.is_first_look() else []
        if (left.phase, left.turn) != (self.game.phase, self.game.turn):
            if left.phase in (Phase.CAUCUS, Phase.EMERGENCY):
                self._begin_hearing(Chamber(self, news), left.view)
            if left.phase is Phase.ORDERS or self.game.one_visit:
                self._pages.append((Phase.RESOLUTION, Resolution(self, news)))
            if self.game.turn != left.turn or self.game.over:
                self._pages.append((Phase.ASSESSMENT, Assessment(self)))
        told = self.game.bulletin()
        self._pages += [(Phase.BRIEFING, Bulletin(self, told))] if told else []
        self._tell_unheeded()
        if self.game.has_failed:
            self.window.notify(_("This could not be carried out: change the orders, or end it again."), Tone.WARN)
        self.go_on()

    def _begin_hearing(self, chamber: Chamber, before: View) -> None:
        """A session is heard draft by draft: until it is over, nothing on the screen tells how it came out."""
        self._pages.append((Phase.SESSION, chamber))
        if not chamber.silent:
            self._unheard = (chamber, before)
            self._take_view()
            self.map.show(self._shown())

    def _hear(self) -> None:
        """The log goes as far as the session was heard; when all of it was, the screen shows what came of it."""
        if self._unheard is not None and (self._unheard[0].silent or self._is_past(self._unheard[0])):
            self._unheard = None
            self._take_view()
            self.map.show(self._shown())
        heard = self.game.heard
        self._log.fill(heard if self._unheard is None else heard[: len(heard) - self._unheard[0].still_to_hear])

    def _is_past(self, page: Panel) -> bool:
        """A page was turned: it is neither shown nor still to come."""
        return page is not self.panel and all(page is not other for _phase, other in self._pages)

    def _tell_unheeded(self) -> None:
        """Orders that were intended in a visit and could not be given any more."""
        unheeded = self.game.unheeded.pop(self.game.seat, ())
        if unheeded:
            words = _n(
                "{count} order could not be given any more", "{count} orders could not be given any more", len(unheeded)
            )
            self.window.notify(words.format(count=len(unheeded)), Tone.WARN)

    def _panel_of(self, phase: Phase) -> Panel:
        match phase:
            case Phase.ORDERS:
                return Marching(self)
            case Phase.OVER:
                return Assessment(self)
            case _:
                return Visit(self) if self.game.one_visit else Caucus(self)

    def show_working(self, widget: Widget | None) -> None:
        """Show that others decide, or that they have."""
        self._busy = widget is not None
        self._working.put(widget)
        self.refresh()

    def _waiting(self) -> Widget:
        return Prose("waiting", _("# The others decide\nThe map and the sheets can be read meanwhile."))

    def _look_again(self) -> None:
        """After an order: a sounding may have told something."""
        self.game.look()
        self.game.news()
        self._take_view()

    def _take_view(self) -> None:
        view = self.view
        self.marks = marks_of(view.world, view.state, view.names)
        self.sheets = Sheets(view, self.marks, self.look_at, self.game.memory.before(view))

    # map and sheet

    def _situation(self) -> Situation:
        view = self.view
        return situation_of(view.world, view.state, view.names)

    def reckon(self, job: Callable[[], Reckoned], done: Callable[[Reckoned], None]) -> None:
        """Do a job in a thread, where there is a loop of events to come back to."""
        self._ways.reckon(job, done)

    def show_situation(self, situation: Situation | None) -> None:
        """Put another moment on the map; None for what the seat knows now."""
        self.map.show(self._shown(situation))
        self.window.touch()

    def _shown(self, moment: Situation | None = None) -> Shown:
        view = self.view
        situation = moment or self._situation()
        colours = palette_of(self.window.theme.palette.name)
        picture = picture_of(self._overlay, situation, view.world, view.state, view.names, colours)
        return Shown(situation, picture, picture.legend.title)

    def _change_overlay(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self.map.show(self._shown())
        self.refresh()

    def _pick(self, pick: Pick) -> None:
        if not self._busy and self.panel.pick(pick.place, pick.formation):
            return
        if pick.formation:
            self.look_at("formation", pick.formation)
        elif pick.place:
            self.look_at("place", pick.place)
        else:
            self._look_away()

    def _place_of(self, what: str, name: str) -> str:
        names, view = self.view.names, self.view
        match what:
            case "place":
                return name
            case "body" | "measure" | "outside":
                return ""
            case "formation":
                return names.places.id(int(view.state.formations[names.formations.row(name)].at)) or ""
            case _:
                return names.places.id(int(view.world.countries[names.countries.row(name)].capital)) or ""

    def _rows(self) -> Sequence[Widget]:
        own = self.panel.sheet()
        if self._chosen is not None and not (self.panel.writing and own is not None):
            return self._chosen_rows()
        return self.sheets.side(self.game) if own is None else own

    def _chosen_rows(self) -> list[Widget]:
        assert self._chosen is not None
        return [self._ways_back(), *self.sheets.of(*self._chosen)]

    def _ways_back(self) -> Widget:
        """Back to the sheet before, on again, and away from all of them."""
        back = icon_button(
            "sheet.back", "chevron-left", lambda: self.look_at(*self._trail.back()), _("The sheet before")
        )
        on = icon_button("sheet.on", "chevron-right", lambda: self.look_at(*self._trail.on()), _("On again"))
        back.blocked = "" if self._trail.has_back else _("No sheet before this one")
        on.blocked = "" if self._trail.has_on else _("No sheet after this one")
        away = icon_button("sheet.close", "x", self._look_away, _("Close the sheet"))
        keys = back.on_key(pygame.K_LEFT, Mod.ALT), on.on_key(pygame.K_RIGHT, Mod.ALT)
        return Row(*keys, gap(), away, gap=2)

    def _look_away(self) -> None:
        self._chosen, self.map.chosen = None, ""
        self.refresh()

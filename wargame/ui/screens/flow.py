"""The way through the screens: menu, choice, setup, game, end. It alone changes screens and sets work going."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar

import wargame
from wargame.catalogue import _
from wargame.commands.warm import make_warm
from wargame.model.facilitation import OpenTurn
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.store.paths import saves_folder
from wargame.store.saves import SaveListing, list_saves
from wargame.store.scenarios import Listed, list_scenarios
from wargame.study.company import Company
from wargame.ui.app import App
from wargame.ui.kit.progress import Progress
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import Game, continued, new_game
from wargame.ui.screens.chair import Ways as ChairWays
from wargame.ui.screens.chair import in_the_chair
from wargame.ui.screens.choice import Choice
from wargame.ui.screens.curtain import Curtain
from wargame.ui.screens.ending import Ending
from wargame.ui.screens.floor import Ways as FloorWays
from wargame.ui.screens.floor import on_the_floor
from wargame.ui.screens.glimpse import glimpse_of, shown
from wargame.ui.screens.keeping import Keeping
from wargame.ui.screens.menu import Ways as MenuWays
from wargame.ui.screens.menu import menu
from wargame.ui.screens.options import credits_dialog, settings_dialog
from wargame.ui.screens.reasons import Minds
from wargame.ui.screens.reporting import write_beside
from wargame.ui.screens.saved import Saved, can_continue
from wargame.ui.screens.seating import Seating
from wargame.ui.screens.setup import Setup
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.waiting import card, waiting_page, watched
from wargame.ui.screens.ways import Ways
from wargame.ui.settings import Settings
from wargame.ui.theme.palette import Tone
from wargame.ui.work import Report

Result = TypeVar("Result")


class Flow:
    """One run of the window."""

    def __init__(self, app: App, saves: Path | None = None) -> None:
        self.app = app
        self._saves = saves or saves_folder()
        self.game: Game | None = None
        self.screen: GameScreen | None = None
        self._listings: list[SaveListing] = []
        self.busy = False
        self._at = ""  # for whom whoever is at the machine plays; empty before anybody has looked
        app.ask_before_quitting(self._may_quit)

    # menu

    def open_menu(self) -> None:
        """The first screen; what can be continued is read meanwhile."""
        self._listings = []
        self.app.go(self._menu)
        self.app.work(lambda _report: list_saves(self._saves), self._take_listings)

    def _take_listings(self, listings: list[SaveListing]) -> None:
        self._listings = listings
        if "new" in self.app.window.widgets() and len(self.app.window.layers) == 1:
            self.app.show_again()

    def _menu(self) -> Widget:
        ways = MenuWays(self.choose, self.resume_last, self.choose_save, self.settings, self.credits, self.app.quit)
        last = self._last()
        words = ""
        if last is not None:
            words = _("{scenario}, turn {turn}, {when}").format(
                scenario=last.scenario, turn=(last.turn or 0) + 1, when=last.saved_at
            )
        return menu(ways, words, _("Version {version}").format(version=wargame.__version__))

    def _last(self) -> SaveListing | None:
        return next((listing for listing in self._listings if can_continue(listing)), None)

    def settings(self) -> None:
        """Size and colours, over whatever is shown."""
        self.app.show(
            settings_dialog(self.app.settings, self._adopt, self.app.turn_full_screen, self.app.window.close_top)
        )

    def _adopt(self, update: dict[str, object]) -> None:
        self.app.adopt(Settings.model_validate({**self.app.settings.model_dump(), **update}))
        if self.screen is not None:
            self.screen.see()  # land and counters are coloured anew

    def credits(self) -> None:
        """What the game is made of."""
        self.app.show(credits_dialog(self.app.window.close_top))

    # towards a game

    def choose(self) -> None:
        """The choice of a scenario."""
        self._wait(_("Reading the scenarios"), list_scenarios, self._show_choice)

    def _show_choice(self, listed: list[Listed]) -> None:
        screen = Choice(listed, self.set_up, self.open_menu)
        self.app.go(lambda: screen.root)

    def set_up(self, listed: Listed) -> None:
        """Who plays what."""
        assert listed.scenario is not None
        screen = Setup(listed, self.begin, self.choose)
        self.app.go(lambda: screen.root)

    def begin(self, scenario: Scenario, company: Company, seed: int) -> None:
        """A new game."""

        def make() -> Game:
            make_warm()
            return new_game(scenario, seed, company, self._saves)

        self._wait(_("Setting up {scenario}").format(scenario=scenario.title), make, self.play)

    def choose_save(self) -> None:
        """The saved games."""
        self._wait(_("Reading the saved games"), lambda: list_saves(self._saves), self._show_saves)

    def _show_saves(self, listings: list[SaveListing]) -> None:
        screen = Saved(listings, lambda listing: self.resume(listing.path), self.open_menu, self._look_into)
        self.app.go(lambda: screen.root)

    def _look_into(self, listing: SaveListing, show: Callable[[Widget], None]) -> None:
        """Read one save for the list in a thread."""
        read = _or_fault(lambda: glimpse_of(listing.path))
        self.app.work(read, lambda glimpse: show(shown(listing, glimpse)))

    def resume_last(self) -> None:
        """The last game that can be gone on with."""
        last = self._last()
        if last is not None:
            self.resume(last.path)

    def resume(self, path: Path) -> None:
        """A saved game where it stopped."""

        def open_it() -> Game:
            make_warm()
            return continued(path)

        self._wait(_("Opening the game"), open_it, self.play)

    def _wait(self, words: str, job: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Do a job behind a page that says so; a fault of the input is said, and leads back to the menu."""

        def arrived(result: Result | InputError) -> None:
            if isinstance(result, InputError):
                self.open_menu()
                self.app.window.notify(result.problems[0], Tone.BAD)
            else:
                done(result)

        self.app.go(lambda: waiting_page(words))
        self.app.work(_or_fault(job), arrived)

    # a game

    def play(self, game: Game) -> None:
        """The screen of a game; a curtain first where several people share the machine."""
        self.game = game
        if game.over:
            self.end()
        elif game.people or game.delegate or game.leads:
            self._go_to_seat()
        else:
            self._play_out(game)

    def _go_to_seat(self) -> None:
        """To the seat or delegate that is awaited: behind a curtain where others may look on, or a PIN was set."""
        game = self.game
        assert game is not None
        game.look()
        player = game.awaited
        if len(game.players) > 1 or player in game.company.seals or self._at not in ("", player):
            self._draw_curtain(game)
        else:
            self._open_game()

    def _draw_curtain(self, game: Game) -> None:
        """Nothing of a seat is shown before its player says so, and no message outlasts the one before."""
        self.screen = None
        self.app.window.forget_messages()
        self.app.go(lambda: Curtain(game, self._open_game, self.app.window.touch).root)

    def _take_the_floor(self, game: Game) -> None:
        """The screen of the delegate that is awaited."""
        self.screen = None
        page = on_the_floor(game, self.app.window, FloorWays(self._rest, self.places, self.settings, self.leave_game))
        self.app.go(lambda: page)

    def _take_the_chair(self, game: Game) -> None:
        """The screen of the facilitator."""
        self.screen = None
        ways = ChairWays(self._open_turn, self.places, self.settings, self.leave_game, self.reasons, self._reckon)
        page = in_the_chair(game, self.app.window, ways)
        self.app.go(lambda: page)

    def _open_turn(self) -> None:
        """The facilitator opens the turn: to the first seat, or the computers play on."""
        game = self.game
        assert game is not None
        if game.people:
            self._think(game.open_turn)
        else:
            game.facilitate(OpenTurn())
            game.look()
            self.play(game)

    def _rest(self) -> None:
        """The delegate has said all: to the next, or the session decides and the others play."""
        game = self.game
        assert game is not None
        game.rest()
        if game.people and not game.session.floor.is_open:
            self._think(game.catch_up)
        else:
            game.look()
            self.play(game)

    def _open_game(self) -> None:
        assert self.game is not None
        self._at = self.game.awaited
        if self.game.leads:
            self._take_the_chair(self.game)
            return
        if self.game.delegate:
            self._take_the_floor(self.game)
            return
        ways = Ways(
            self.decide,
            self.end,
            self.leave_game,
            self.settings,
            self.save_as,
            self.places,
            lambda: self.app.settings.reasons,
            self._reckon,
        )
        screen = GameScreen(self.app.window, self.game, ways)
        self.screen = screen
        self.app.go(lambda: screen.root)

    def _reckon(self, job: Callable[[], Result], done: Callable[[Result], None]) -> None:
        self.app.work(lambda _report: job(), done)

    def decide(self) -> None:
        """Commit the seat; the others think in a thread."""
        if self.game is not None:
            self._think(self.game.play_on)

    def _think(self, play: Callable[[Callable[[str], None]], None]) -> None:
        """Let the others decide in a thread; where another person may be next, nothing of this one's stays on the screen."""
        game, screen = self.game, self.screen
        if game is None or self.busy:
            return
        self.busy = True
        progress = Progress("thinking", _("The others decide"), None, "")
        progress.show(_("The others decide"), None)
        if screen is None or game.has_others:
            self.app.window.forget_messages()
            self.app.go(lambda: card(progress))
        else:
            screen.show_working(progress)

        def job(report: Report) -> None:
            play(lambda who: report.say(_("{side} decides").format(side=who) if who else _("The others decide"), None))

        self.app.work(job, lambda _result: self._arrive(), progress.show)

    def _play_out(self, game: Game) -> None:
        """Nobody is at the table: the computers play on behind a card, until the seat is taken back or the game is over."""
        self.busy, self.screen = True, None
        taken = Event()
        progress = Progress("watching", _("The computers play on"), None, "")
        progress.show(_("The computers play on"), None)
        self.app.window.forget_messages()
        self.app.go(lambda: watched(progress, taken.set))

        def job(report: Report) -> None:
            game.play_out(lambda who, done: report.say(_("{side} decides").format(side=who), done), taken.is_set)

        def arrive(_result: None) -> None:
            self.busy = False
            game.look()
            self.play(game)

        self.app.work(job, arrive, progress.show)

    def _arrive(self) -> None:
        self.busy = False
        game, screen = self.game, self.screen
        assert game is not None
        others = game.has_others  # before the seat changes: one that was handed over leads to the last person
        game.look()
        if game.leads or game.delegate or screen is None:
            self.play(game)
        elif others:
            self._draw_curtain(game)
        else:
            screen.show_working(None)
            screen.arrive()

    def save_as(self) -> None:
        """Go on under a name of one's own."""
        if self.game is not None and self._may_change_table():
            Keeping(self.app, self._saves, self._wait, self._go_on_with).show(self.game)

    def _go_on_with(self, kept: Game) -> None:
        """The game goes on in another save: whoever saves has lifted the curtain already."""
        before, self.game = self.game, kept
        assert before is not None
        if kept.awaited == before.awaited:
            self._open_game()
        else:
            self._go_to_seat()

    def places(self) -> None:
        """Who plays what, to be changed while a game runs."""
        if self.game is not None and self._may_change_table():
            Seating(self.app, self.game, self._seat_changed).show()

    def _may_change_table(self) -> bool:
        if self.busy:
            self.app.window.notify(_("The others are deciding; wait a moment."), Tone.WARN)
        return not self.busy

    def _seat_changed(self, game: Game, own: str) -> None:
        """A seat has changed hands; `own` is that of who is at the machine, if it was."""
        if game.leads:
            self._open_game()
        elif not game.people:
            self._play_out(game)
        elif own:
            self._think(game.catch_up)
        elif self.screen is not None:
            self.screen.refresh()

    def end(self) -> None:
        """The end of a game."""
        game = self.game
        assert game is not None
        screen = Ending(game, self.leave_game, self.reasons, lambda: write_beside(self.app, screen, game.save.path))
        self.app.go(lambda: screen.root)

    def reasons(self) -> None:
        """What the AIs chose and why, over the end."""
        assert self.game is not None
        window = self.app.window
        self.app.show(Minds(self.game, window.close_top, window.touch).layer)

    def leave_game(self) -> None:
        """To the menu; every order is in the save already."""
        if self.busy:
            self.app.window.notify(_("The others are deciding; wait a moment."), Tone.WARN)
            return
        self.close()
        self.open_menu()

    def close(self) -> None:
        """Let the save go."""
        if self.game is not None:
            self.game.close()
        self.game, self.screen, self._at = None, None, ""

    def _may_quit(self) -> bool:
        """Nothing is lost by quitting: what was ordered is on the disk."""
        return True


def _or_fault(job: Callable[[], Result]) -> Callable[[Report], Result | InputError]:
    """The job, with a fault of the input as its result."""

    def done(_report: Report) -> Result | InputError:
        try:
            return job()
        except InputError as fault:
            return fault

    return done

"""`wargame shot SCREEN`: pictures of the screens of a game, played by computers up to the part that is shown."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported

import pygame

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN
from wargame.catalogue import _
from wargame.commands.screens import SCREENS
from wargame.commands.warm import make_warm
from wargame.commands.words import known
from wargame.model.codes import BodyKind, Phase
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.store.saves import list_saves
from wargame.store.scenarios import Listed, list_scenarios, scenario_from
from wargame.study.company import Company, Visits, sealed
from wargame.ui.app import App
from wargame.ui.dialogs import OVER, dialog_before_a_game, dialog_of_a_game
from wargame.ui.kit.progress import Progress
from wargame.ui.kit.widget import Widget
from wargame.ui.opening import Display
from wargame.ui.play.game import Game, new_game
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.choice import Choice
from wargame.ui.screens.curtain import Curtain
from wargame.ui.screens.ending import TURNING, Ending
from wargame.ui.screens.floor import Ways as FloorWays
from wargame.ui.screens.floor import on_the_floor
from wargame.ui.screens.glimpse import glimpse_of, shown
from wargame.ui.screens.menu import Ways as MenuWays
from wargame.ui.screens.menu import menu
from wargame.ui.screens.saved import Saved
from wargame.ui.screens.setup import Setup
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.waiting import waiting_page, watched
from wargame.ui.screens.ways import Ways
from wargame.ui.settings import Settings, SettingsFile
from wargame.ui.shot import ENDINGS, SEED, no_picture, out_of_bounds, save, size_of
from wargame.ui.theme.palette import PaletteName
from wargame.ui.theme.theme import LARGEST_PERCENT, SMALLEST_PERCENT

HALF = 500  # 1/1000
OFFER = 500  # 1/1000 point of support bought of a delegate
MOST_SEEDS = 40  # games tried for one whose peace breaks
Size = tuple[int, int]


def shot_screen(
    name: str, scenario: str, since: str | None, out: Path, size: str, scale: int, palette: str, seat: str
) -> None:
    """Draw a screen into a file. Raises InputError."""
    wanted = size_of(size)
    if out.suffix.lower() not in ENDINGS:
        raise InputError([no_picture(out)])
    if not SMALLEST_PERCENT <= scale <= LARGEST_PERCENT:
        raise InputError([out_of_bounds(f"--scale {scale}", SMALLEST_PERCENT, LARGEST_PERCENT)])
    colours = PaletteName(known(palette, [name.value for name in PaletteName], "palette"))
    chosen = scenario_from(scenario, since)
    with tempfile.TemporaryDirectory() as folder:
        app = still(known(name, tuple(SCREENS), "screen"), chosen, scenario, wanted, scale, colours, Path(folder), seat)
        picture = pygame.display.get_surface()
        app.window.draw(picture)
        save(picture, out)
    print(f"{out}: {wanted[0]}x{wanted[1]}")


def still(
    name: str,
    scenario: Scenario,
    title: str,
    size: Size,
    scale: int,
    palette: PaletteName,
    folder: Path,
    seat: str = "",
    level: Level = Level.CADET,
) -> App:
    """A window nobody sees that shows a screen."""
    file = SettingsFile(folder / "settings.json")
    file.write(Settings(percent=scale, palette=palette, width=size[0], height=size[1]))
    app = App(Display.HEADLESS, file)
    before = _before_a_game(scenario, title)
    under = OVER.get(name, name)
    if under in before:
        app.go(before[under])
        if name in OVER:
            app.show(dialog_before_a_game(name, app))
        return app
    make_warm()
    for seed in range(SEED, SEED + MOST_SEEDS):
        game = _game(scenario, under, seat, folder, level, seed)
        root = _played_to(app, game, under)
        game.close()
        if root is not None:
            app.go(_saves(folder) if name == "saves" else root)
            if name in OVER:
                app.show(dialog_of_a_game(name, app, game))
            return app
    refusal = _("{scenario}: none of {count} games came to an emergency session")
    raise InputError([refusal.format(scenario=title, count=MOST_SEEDS)])


def _played_to(app: App, game: Game, name: str) -> Callable[[], Widget] | None:
    """A game played on until a screen is there; None where it never is."""
    screen = GameScreen(app.window, game, Ways(_nowhere, _nowhere, _nowhere, _nowhere, _nowhere, _nowhere))
    if name != "briefing":
        screen.go_on()
    advance(game, screen, name)
    if name == "emergency" and screen.page is not Phase.EMERGENCY:
        return None
    if name in ("end", "debrief"):
        last = Ending(game, _nowhere, _nowhere, _nowhere)
        if name == "debrief":
            last.turn_to(TURNING)
        root = last.root
    elif name == "curtain":
        root = Curtain(game, _nowhere, _nowhere).root
    elif name == "floor":
        root = on_the_floor(game, app.window, FloorWays(_nowhere, _nowhere, _nowhere, _nowhere))
    else:
        root = screen.root
    return lambda: root


def _saves(folder: Path) -> Callable[[], Widget]:
    """The list of saves with the one game in it."""
    root = Saved(
        list_saves(folder),
        lambda _listing: None,
        _nowhere,
        lambda listing, show: show(shown(listing, glimpse_of(listing.path))),
    ).root
    return lambda: root


def _nowhere() -> None:
    """A way that leads nowhere."""


def _before_a_game(scenario: Scenario, title: str) -> dict[str, Callable[[], Widget]]:
    """The screens before a game, by name."""
    listed = Listed(title, Path(title), scenario.title, None, scenario)
    ways, version = MenuWays(*[lambda: None] * 6), _("Version {version}").format(version=1)
    return {
        "menu": lambda: menu(ways, _("First steps, turn 3"), version),
        "scenarios": lambda: _choice(title),
        "setup": lambda: Setup(listed, lambda _s, _c, _n: None, lambda: None, SEED).root,
        "waiting": lambda: waiting_page(_("Opening the game")),
        "watching": _watching,
    }


def _watching() -> Widget:
    progress = Progress("watching", "", None, "")
    progress.show(_("{side} decides").format(side="NATO"), HALF)
    return watched(progress, _nowhere)


def _choice(title: str) -> Widget:
    return Choice(list_scenarios(), lambda _listed: None, lambda: None, title).root


def _game(scenario: Scenario, name: str, seat: str, folder: Path, level: Level, seed: int) -> Game:
    if not seat and name == "room":
        kinds = ((body, facts.kind) for body, facts in scenario.bodies.items())
        seat = next((body for body, kind in kinds if kind is BodyKind.LEADERSHIP), "")
    people = known(seat, tuple(scenario.bodies), "seat") if seat else next(iter(scenario.bodies))
    seats = {body: HUMAN if body == people else f"{AI}:{level.value}" for body in scenario.bodies}
    visits = Visits.ONE if name == "visit" else Visits.SEVERAL
    delegates = tuple(scenario.bodies[people].members)[:1] if name == "floor" else ()
    company = Company(seats, {people: _("Anna")}, {people: sealed("1949")}, visits, delegates)
    return new_game(scenario, seed, company, folder)


def advance(game: Game, screen: GameScreen, name: str) -> None:
    """Play on, the seat itself tabling what is first on its agenda, until the screen is there."""
    if _is_there(game, screen, name):
        return
    table_first(game)
    if name == "floor":
        game.play_on(lambda _who: None)
        game.look()
        return
    decide(game, screen)
    if name == "session":
        screen.panel.begin_first()
        return
    screen.go_on()
    if name == "orders":
        screen.panel.begin_first()
        return
    decide(game, screen)
    if name == "resolution":
        screen.panel.begin_first()
    while screen.page is not Phase.ASSESSMENT and name in ("assessment", "end", "debrief"):
        screen.go_on()
        if screen.page in (Phase.EMERGENCY, Phase.ORDERS):
            decide(game, screen)
    while name in ("end", "debrief") and not game.over:
        decide(game, screen)


def _is_there(game: Game, screen: GameScreen, name: str) -> bool:
    """Whether a screen is one that comes before the first session, and is reached now, or follows a break."""
    panel = screen.panel
    match name:
        case "briefing" | "caucus" | "curtain" | "saves":
            pass
        case "draft":
            panel.begin_first()
        case "request":
            if isinstance(panel, Caucus):
                panel.begin_request()
        case "room":
            if isinstance(panel, Caucus) and game.view.world.bodies[game.view.body].kind != BodyKind.COUNCIL:
                panel.enter_room()
        case "visit":
            table_first(game)
            screen.refresh()
        case "emergency":
            _go_to_break(game, screen)
        case _:
            return False
    return True


def _go_to_break(game: Game, screen: GameScreen) -> None:
    """Decide and go on until an armed attack breaks a turn, or the game is over."""
    while not game.over:
        decide(game, screen)
        while screen.has_pages:
            screen.go_on()
        if game.phase is Phase.EMERGENCY:
            screen.go_on()
            screen.panel.begin_first()
            return


def table_first(game: Game) -> None:
    """Put the first draft that may be tabled, with an offer to each delegate."""
    from wargame.ui.play.drafting import agenda

    for item in agenda(game.view, ()):
        if not item.broken:
            game.session.submit(game.seat, item.draft.model_copy(update={"bids": dict.fromkeys(game.delegates, OFFER)}))
            return


def decide(game: Game, screen: GameScreen) -> None:
    """Commit the seat and let the others play, here and now."""
    game.play_on(lambda _who: None)
    screen.arrive()

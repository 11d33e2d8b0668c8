"""The number shown is the number used: every explained value on eight screens folds from its terms, and is what the rules say."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from wargame.commands.question import scenario_from
from wargame.engine.appraisal import appraise
from wargame.engine.explain import explained, open_value, refold
from wargame.model.view import View
from wargame.study.company import Company
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.play.game import Game, new_game
from wargame.ui.screens.caucus import Caucus
from wargame.ui.screens.pieces import Told, Value, percent, plain_points, points
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.ways import Ways
from wargame.ui.settings import Settings, SettingsFile
from wargame.ui.stills import advance

SCREENS = (
    ("caucus", "nato"),
    ("draft", "eu"),
    ("session", "nato"),
    ("orders", "russia"),
    ("resolution", "russia"),
    ("emergency", "nato"),
    ("assessment", "eu"),
    ("room", "russia"),
)
FIRST_SEED = {"emergency": 3}  # a game whose peace breaks
MOST_STATES = 9  # whose sheets are opened


def nothing() -> None:
    """A way that leads nowhere."""


def opened(folder: Path, name: str, seat: str, scenario: str = "first_steps") -> tuple[Driver, GameScreen, Game]:
    """A screen of a game of one person against cadets."""
    file = SettingsFile(folder / "settings.json")
    file.write(Settings(width=1280, height=720))
    app = App(Display.HEADLESS, file)
    chosen = scenario_from(scenario, None)
    company = Company({body: "human" if body == seat else "ai:cadet" for body in chosen.bodies})
    for seed in range(FIRST_SEED.get(name, 1), 40):
        game = new_game(chosen, seed, company, folder)
        screen = GameScreen(app.window, game, Ways(nothing, nothing, nothing, nothing, nothing, nothing))
        screen.go_on()
        advance(game, screen, name)
        if name != "emergency" or screen.page.name == "EMERGENCY":
            break
        game.close()
    app.go(lambda: screen.root)
    surface = pygame.display.get_surface()
    assert surface is not None
    return Driver(app.window, surface), screen, game


def told_on(driver: Driver, screen: GameScreen) -> Iterator[tuple[Value, Told]]:
    """Every explained value of the screen, with the sheets of some states opened one after the other."""
    yield from values(screen)
    if screen.panel.writing:
        driver.click("drop")  # what is written goes before what is chosen
    for name in screen.view.names.countries.ids[:MOST_STATES]:
        screen.look_at("state", name)
        driver.tick()
        yield from values(screen)


def values(screen: GameScreen) -> Iterator[tuple[Value, Told]]:
    for widget in screen.root.walk():
        if isinstance(widget, Value) and widget.told is not None:
            yield widget, widget.told


def asked_anew(view: View, screen: GameScreen, told: Told) -> int:
    """What the rules make of it now; a member's support is asked of the council's own appraisal of the draft."""
    if told.id != "support":
        return open_value(explained(told.id), view.world, view.state, *told.rows)[0]
    assert isinstance(screen.panel, Caucus)
    assert screen.panel._draft is not None
    members = appraise(view, screen.panel._draft, screen.given).members
    return next(each.value for each in members if view.names.countries.row(each.id) == told.rows[0])


def check(driver: Driver, screen: GameScreen, game: Game) -> set[str]:
    """Hold every value; which entries of the registry were met."""
    met = set()
    for widget, told in told_on(driver, screen):
        met.add(told.id)
        assert refold(explained(told.id), dict(told.parts)) == told.value, widget.id
        assert asked_anew(game.session.view(game.seat), screen, told) == told.value, widget.id
        if told.id != "stance":  # the line says which stance; its worth stands in the box
            shares = told.id == "credibility"
            forms = (percent(told.value),) if shares else (points(told.value), plain_points(told.value))
            assert widget.value.endswith(forms), widget.id
    return met


@pytest.mark.parametrize(("name", "seat"), SCREENS)
def test_what_is_shown_folds_and_is_what_is_used(tmp_path: Path, name: str, seat: str) -> None:
    """Threat, stance, credibility, motive and support, wherever they stand."""
    driver, screen, game = opened(tmp_path, name, seat)
    met = check(driver, screen, game)
    assert {"threat", "stance"} <= met
    assert {"draft": "support", "emergency": "support", "room": "motive", "caucus": "credibility"}.get(
        name, "threat"
    ) in met
    game.close()


def test_the_same_at_size(tmp_path: Path) -> None:
    """The real world: a draft of a council of thirty, and the sheets of its states."""
    driver, screen, game = opened(tmp_path, "draft", "nato", "invasion_2022")
    assert check(driver, screen, game) >= {"threat", "stance", "support"}
    game.close()


def test_a_term_opens_into_its_law(tmp_path: Path) -> None:
    """Why, and why again: the sheet, the terms, the law with its source."""
    driver, _screen, game = opened(tmp_path, "room", "russia")
    driver.click("room.worth")
    driver.click("term.alliance_war")
    texts = " ".join(driver.texts())
    assert "MOTIVE-7" in texts
    assert "An answered attack means war with the alliance" in texts
    assert driver.complaints() == []
    driver.key(pygame.K_ESCAPE)
    assert "term.alliance_war" in driver.window.widgets()
    game.close()

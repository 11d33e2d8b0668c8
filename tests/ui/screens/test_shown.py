"""What screens show: nothing that the seat may not know, numbers that are the numbers used, no text cut or on another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pygame
import pytest

from tests.engine.hidden import otherwise
from tests.ui.drive import Driver
from wargame.engine.appraisal import appraise
from wargame.engine.explain import explained, open_value, refold
from wargame.engine.judge import draft_row
from wargame.model.columns import empty_table
from wargame.model.plan import Bid, Draft
from wargame.model.scenario import Scenario
from wargame.rules import entries
from wargame.store.paths import assets_folder
from wargame.study.company import Company
from wargame.ui.play.drafting import agenda
from wargame.ui.play.game import Game, new_game
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.ways import Ways
from wargame.ui.stills import SCREENS, advance, still
from wargame.ui.theme.palette import PALETTES, PaletteName
from wargame.ui.theme.theme import Theme

SIZES = [((1280, 720), 100), ((1280, 720), 125), ((1920, 1080), 125), ((3840, 2160), 200)]
IN_GAME = ("draft", "orders", "resolution", "assessment")
OTHER_WORLDS = range(1)
LOOKS = (("state", "EST"), ("state", "RUS"), ("place", "RU-KALI"), ("formation", "RUS-12"), ("formation", "RUS-77"))


def nothing() -> None:
    """A way that leads nowhere."""


def seated(scenario: Scenario, folder: Path, seat: str) -> Game:
    """A game with one person in it."""
    seats = {body: "human" if body == seat else "ai:cadet" for body in scenario.bodies}
    return new_game(scenario, 1, Company(seats), folder)


def shown(driver: Driver, screen: GameScreen) -> list[str]:
    """All texts of a screen, and of its sheets of several things."""
    texts = []
    for what, name in LOOKS:
        screen.look_at(what, name)
        driver.window.touch()
        driver.tick()
        texts += driver.texts()
    return texts


@pytest.mark.parametrize("name", SCREENS)
def test_no_text_is_cut_and_nothing_lies_on_another(first_steps: Scenario, tmp_path: Path, name: str) -> None:
    """Every screen at the three sizes."""
    size, percent = SIZES[0]
    app = still(name, first_steps, "first_steps", size, percent, PaletteName.DEFAULT, tmp_path)
    for size, percent in SIZES:
        surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        app.window.retheme(Theme(PALETTES[PaletteName.DEFAULT], percent, assets_folder()))
        app.window.resize(size)
        assert Driver(app.window, surface).complaints() == []


@pytest.mark.parametrize("name", SCREENS)
def test_what_acts_says_what_it_does_and_is_reached_by_the_keyboard(
    first_steps: Scenario, tmp_path: Path, name: str
) -> None:
    """Issue 4, line 1: what has an id has it alone, a tip, and a place in the focus order; the map tells of what lies under the pointer."""
    app = still(name, first_steps, "first_steps", (1280, 720), 100, PaletteName.DEFAULT, tmp_path)
    surface = pygame.display.get_surface()
    assert surface is not None
    driver, reached = Driver(app.window, surface), set()
    ids = [widget.id for widget in app.window.layers[-1].root.walk() if widget.id]
    assert sorted(ids) == sorted(set(ids))
    widgets = app.window.widgets()
    for _press in range(len(widgets) + 1):
        driver.key(pygame.K_TAB)
        reached.add(app.window.focused)
    assert [key for key, widget in widgets.items() if not (widget.tip or getattr(widget, "says", ""))] == []
    assert set(widgets) - reached == set()


@pytest.mark.parametrize("seat", ["nato", "russia"])
@pytest.mark.parametrize("name", IN_GAME)
def test_a_screen_shows_the_view_and_nothing_else(first_steps: Scenario, tmp_path: Path, name: str, seat: str) -> None:
    """Whatever is changed in what a seat may not know, its screens read the same, letter for letter."""
    app = still("menu", first_steps, "first_steps", (1280, 720), 100, PaletteName.DEFAULT, tmp_path)
    surface = pygame.display.get_surface()
    assert surface is not None
    game = seated(first_steps, tmp_path, seat)
    ways = Ways(nothing, nothing, nothing, nothing, nothing, nothing)
    screen = GameScreen(app.window, game, ways)
    advance(game, screen, name)
    app.go(lambda: screen.root)
    driver = Driver(app.window, surface)
    before, session = shown(driver, screen), game.session
    for seed in OTHER_WORLDS:
        truth = session.state
        session.state = otherwise(session.world, truth, session.seats[seat].body, seed)
        game.look()
        screen.see()
        assert shown(driver, screen) == before
        session.state = truth
    game.close()


def test_the_forecast_shown_is_the_one_the_council_would_use(first_steps: Scenario, tmp_path: Path) -> None:
    """Terms add up to the support shown, and that is what the council's own appraisal of the same draft gives."""
    game = seated(first_steps, tmp_path, "nato")
    view = game.view
    draft = next(item.draft for item in agenda(view, ()) if not item.broken)
    draft = draft.model_copy(update={"bids": {"DEU": 500}, "ambition": 2})
    said = appraise(view, draft)
    row = empty_table(Draft, 1)[0]
    draft_row(view, draft, row)
    felt, positions, lift = (np.zeros(view.state.countries.size, np.int64) for _ in range(3))
    bids = empty_table(Bid, 1, view.state.countries.size)
    bids[0, view.names.countries.row("DEU")].points = 500
    assert said.price == entries.appraise(view.world, view.state, row, bids, felt, positions, lift)
    for member in said.members:
        assert sum(member.terms.values()) == member.value == felt[view.names.countries.row(member.id)]
        assert member.position == positions[view.names.countries.row(member.id)]
    game.close()


def test_every_threat_on_a_sheet_folds_to_the_value_shown(first_steps: Scenario, tmp_path: Path) -> None:
    """And the value shown is the one in the seat's View."""
    game = seated(first_steps, tmp_path, "nato")
    view, item = game.view, explained("threat")
    for observer in range(view.state.countries.size):
        for target in range(view.state.countries.size):
            if observer != target:
                value, parts = open_value(item, view.world, view.state, observer, target)
                assert value == refold(item, parts) == view.state.pairs[observer, target].threat
    game.close()

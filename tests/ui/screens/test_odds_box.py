"""The odds of a great battle fit into the window, and every formation's power can still be opened."""

from pathlib import Path

import pygame

from tests.played import Played
from tests.ui.drive import Driver
from wargame.engine.observe import observe
from wargame.engine.odds import Line, Odds
from wargame.ui.app import App
from wargame.ui.kit.layout import Column
from wargame.ui.opening import Display
from wargame.ui.screens.odds import _odds_opener
from wargame.ui.settings import Settings, SettingsFile

POWER = 1500  # 1/1000 point a formation


def test_a_battle_of_all_formations_is_folded_by_side_and_kind(war: Played, tmp_path: Path) -> None:
    """Nothing is cut or lies on anything at the lowest window; a kind opens into its formations, whose powers add up to what it shows."""
    view = observe(war.world, war.session.state, war.names, war.names.bodies.row("russia"))
    units = war.names.formations.ids
    lines = tuple(Line(unit, number % 2 == 0, POWER, {}) for number, unit in enumerate(units))
    sides = [sum(line.power for line in lines if line.attacks is attacks) for attacks in (True, False)]
    file = SettingsFile(tmp_path / "settings.json")
    file.write(Settings(width=1280, height=720))
    app = App(Display.HEADLESS, file)
    app.go(lambda: Column())
    surface = pygame.display.get_surface()
    assert surface is not None
    driver = Driver(app.window, surface, app.handle)
    _odds_opener(view, Odds("LV-RIGA", sides[0], sides[1], 0.5, lines, 0.24), "Latvia")(
        app.window, pygame.Rect(20, 400, 200, 26)
    )
    driver.tick()
    assert driver.complaints() == []
    assert all(f"{side / 1000:.3f}" in driver.texts() for side in sides)
    assert "24 %" in driver.texts()
    kinds = [key for key in app.window.widgets() if key.startswith("odds.") and key != "odds.room"]
    assert len(kinds) < len(units)
    driver.click(kinds[0])
    driver.tick()
    shown = driver.texts()
    assert any(title in shown for title in war.names.formations.titles)
    assert driver.complaints() == []

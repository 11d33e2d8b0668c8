"""The replay of a resolution, through the queue of events: transport, keys, battles that open, reasons of AIs."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.screens.test_shown import nothing
from wargame.commands.question import scenario_from
from wargame.model import events as ev
from wargame.rules.combat import folded_product
from wargame.rules.law import plain
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.play.game import new_game
from wargame.ui.screens.resolution import Resolution
from wargame.ui.screens.shell import GameScreen, Ways
from wargame.ui.screens.transport import PERIODS
from wargame.ui.settings import Reasons, Settings, SettingsFile
from wargame.ui.stills import decide

LONG = PERIODS[0] + 100  # milliseconds: longer than a frame at the slowest speed


class Replayed:
    """The first resolution of the invasion as Russia's seat sees it: a war with battles of its own."""

    def __init__(self, folder: Path) -> None:
        scenario = scenario_from("invasion_2022", "2022-02-24")
        seats = {body: "human" if body == "russia" else "ai:cadet" for body in scenario.bodies}
        file = SettingsFile(folder / "settings.json")
        file.write(Settings())
        self.app = App(Display.HEADLESS, file)
        self.game = new_game(scenario, 1, seats, folder)
        self.setting = Reasons.AFTER_TURN
        ways = Ways(nothing, nothing, nothing, nothing, lambda: self.setting)
        self.screen = GameScreen(self.app.window, self.game, ways)
        while not isinstance(self.screen.panel, Resolution):
            decide(self.game, self.screen)
            while not isinstance(self.screen.panel, Resolution) and self.screen.has_pages:
                self.screen.go_on()
        root = self.screen.root
        self.app.go(lambda: root)
        surface = pygame.display.get_surface()
        assert surface is not None
        self.driver = Driver(self.app.window, surface, self.app.handle)

    @property
    def panel(self) -> Resolution:
        """The page."""
        assert isinstance(self.screen.panel, Resolution)
        return self.screen.panel

    @property
    def frame(self) -> int:
        """Number of the frame that is shown."""
        return self.panel._transport.at


@pytest.fixture
def replayed(tmp_path: Path) -> Iterator[Replayed]:
    """A resolution that is looked at."""
    shown = Replayed(tmp_path)
    yield shown
    shown.game.close()


def test_keys_lead_through_the_reel(replayed: Replayed) -> None:
    """Home, right, left, end; space plays to the end by itself and stands still there."""
    driver, last = replayed.driver, replayed.panel._transport.last
    assert last > 0
    driver.key(pygame.K_HOME)
    assert replayed.frame == 0
    driver.key(pygame.K_RIGHT)
    assert replayed.frame == 1
    driver.key(pygame.K_LEFT)
    assert replayed.frame == 0
    driver.key(pygame.K_END)
    assert replayed.frame == last
    driver.key(pygame.K_SPACE)
    assert replayed.panel._transport.playing
    for _beat in range(last + 2):
        driver.tick(LONG)
        driver.tick()
    assert replayed.frame == last
    assert not replayed.panel._transport.playing
    assert driver.complaints() == []


def test_the_map_shows_the_day(replayed: Replayed) -> None:
    """Arrows and marks of fights are those of the frame; leaving the page puts the present back."""
    replayed.panel.show_busiest()
    replayed.driver.tick()
    assert replayed.screen.map.sparks
    shown = replayed.screen.map._shown.situation
    replayed.driver.click("next")
    replayed.driver.tick()
    assert not replayed.screen.map.sparks
    assert replayed.screen.map._shown.situation == replayed.screen._situation()
    assert shown is not replayed.screen.map._shown.situation


def test_a_battle_opens_term_by_term(replayed: Replayed) -> None:
    """The power shown is the product of the factors shown, as it was used; only of formations that the seat has reports of."""
    replayed.panel.show_busiest()
    replayed.driver.tick()
    heard = replayed.game.heard
    reports = [event for event in heard if isinstance(event, ev.FormationLost)]
    assert reports
    names = replayed.game.view.names
    for told in reports:
        factors = list(told.factors.values())
        assert plain(folded_product)(factors) == told.power
        assert names.formations.ids.index(told.formation) >= 0
    battles = [event for event in heard if isinstance(event, ev.BattleFought)]
    for battle in battles:
        attack = sum(told.power for told in reports if told.battle == battle.place and told.side == "attack")
        assert attack == battle.attack
    replayed.driver.click("power.0")
    texts = replayed.driver.texts()
    assert "Readiness" in texts
    assert any(text.startswith("× ") for text in texts)


def test_reasons_are_read_alone_after_the_turn_or_at_the_end(replayed: Replayed) -> None:
    """Line 9: what the AIs chose, with terms and the best alternative; hidden by the setting, and where several people play."""
    assert replayed.screen.choices
    replayed.driver.click("reasons")
    assert "Why the others did it" in replayed.driver.texts()
    replayed.setting = Reasons.AT_END
    replayed.screen.refresh()
    replayed.driver.tick()
    assert "reasons" not in replayed.app.window.widgets()
    replayed.setting = Reasons.AFTER_TURN
    replayed.game.people.append("nato")
    replayed.screen.refresh()
    replayed.driver.tick()
    assert "reasons" not in replayed.app.window.widgets()


def test_nothing_is_read_of_a_part_that_is_not_over(replayed: Replayed) -> None:
    """AIs may decide before the person does: what they chose in the part that is running is kept until it is over."""
    game, screen = replayed.game, replayed.screen
    today, phase = int(game.view.state.clock[0].day), game.phase.name.lower()
    early = ev.Chosen(
        day=today,
        known_to=("nato",),
        seat="nato",
        phase=phase,
        choice="a",
        terms={},
        alternative="b",
        alternative_terms={},
    )
    before = len(screen.choices)
    screen._chosen_so_far += (early, early.model_copy(update={"day": today - 7}))
    assert len(screen.choices) == before + 1
    assert early not in screen.choices
    assert all((c.day, c.phase) != (today, phase) for c in screen.choices)
    screen.go_on()
    while screen.has_pages:
        screen.go_on()
    assert early in screen._chosen_so_far

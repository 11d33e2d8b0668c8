"""The replay of a resolution, through the queue of events: transport, keys, battles that open, reasons of AIs."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.screens.test_shown import nothing
from wargame.commands.question import scenario_from
from wargame.engine.headlines import MOST
from wargame.model import events as ev
from wargame.rules.combat import folded_product
from wargame.rules.law import plain
from wargame.study.company import Company
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.play.game import new_game
from wargame.ui.screens.reasons import choices_of
from wargame.ui.screens.resolution import FOLD, HEAD, Resolution
from wargame.ui.screens.shell import GameScreen
from wargame.ui.screens.transport import PERIODS
from wargame.ui.screens.ways import Ways
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
        self.game = new_game(scenario, 1, Company(seats), folder)
        self.setting = Reasons.AT_END
        ways = Ways(nothing, nothing, nothing, nothing, nothing, nothing, lambda: self.setting)
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
    replayed.panel.begin_first()
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
    replayed.panel.begin_first()
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


def test_reasons_are_read_when_asked_for_alone_or_at_the_end(replayed: Replayed) -> None:
    """Line 9: hidden until the end unless one person alone asked for them; never where several people play."""
    driver, screen = replayed.driver, replayed.screen

    def offered() -> bool:
        screen.refresh()
        driver.tick()
        return "reasons" in replayed.app.window.widgets()

    assert not offered()
    replayed.setting = Reasons.AFTER_TURN
    assert offered()
    driver.click("reasons")
    assert "Why the others did it" in driver.texts()
    replayed.game.people.append("nato")
    assert not offered()


def test_reasons_tell_of_a_demand_that_was_met(replayed: Replayed) -> None:
    """By the titles of member and applicant."""
    label, terms = "nothing and the demand of TUR for SWE", {"objectives": 1}
    chosen = ev.Chosen(
        day=0,
        known_to=("nato",),
        seat="nato",
        phase="caucus",
        choice=label,
        terms=terms,
        alternative="nothing",
        alternative_terms=terms,
    )
    while replayed.game.turn == 0:
        decide(replayed.game, replayed.screen)
    replayed.game.session.events.append(chosen)
    replayed.setting = Reasons.AFTER_TURN
    replayed.screen.refresh()
    replayed.driver.tick()
    replayed.driver.click("reasons")
    last = next(number for number, event in enumerate(choices_of(replayed.game)) if event is chosen)
    replayed.driver.click(f"choices.{last}")
    names = replayed.game.view.names.countries
    member, applicant = (names.title(names.row(name)) for name in ("TUR", "SWE"))
    assert f"nothing and the demand of {member} for {applicant} Objectives" in " ".join(replayed.driver.texts())


def test_nothing_of_a_turn_that_runs_is_told(replayed: Replayed) -> None:
    """Not at a break, not of a caucus that an AI decided first: only of turns that are over; when the game is, of all."""
    game, screen = replayed.game, replayed.screen
    for _part in range(6):
        length = int(game.view.world.course[0].weeks_a_turn) * 7
        told = choices_of(game)
        assert all(length * (game.turn - 1) <= choice.day < length * game.turn for choice in told)
        if game.turn == 0:
            assert told == ()
        decide(game, screen)
    assert game.turn > 0
    assert choices_of(game)
    assert all(choice.seat not in game.people for choice in choices_of(game))


def rows_of(replayed: Replayed) -> list[str]:
    """Keys of the rows of the table."""
    return [entry.key for entry in replayed.panel._table.shown]


def test_the_page_opens_with_headlines_and_everything_folded(replayed: Replayed) -> None:
    """A few sentences, then groups with their counts, which add up to the events known of."""
    keys = rows_of(replayed)
    heads = [key for key in keys if key.startswith(HEAD)]
    folds = [key for key in keys if key.startswith(FOLD)]
    assert 0 < len(heads) <= MOST
    assert keys == heads + folds
    counts = [int(entry.cells[0].text) for entry in replayed.panel._table.shown if entry.key in folds]
    assert sum(counts) == len(replayed.panel._events)


def test_a_group_unfolds_and_another_folds_it(replayed: Replayed) -> None:
    """One at a time; its lines stand in the sheet; Return folds it."""
    panel, driver = replayed.panel, replayed.driver
    first, second = [key for key in rows_of(replayed) if key.startswith(FOLD)][:2]
    driver.click(f"events.{first}")
    open_rows = [key for key in rows_of(replayed) if not key.startswith((HEAD, FOLD))]
    assert {int(key) for key in open_rows} == set(panel._month.groups[0].numbers)
    assert driver.complaints() == []
    panel._table.choose(second)
    open_rows = [key for key in rows_of(replayed) if not key.startswith((HEAD, FOLD))]
    assert {int(key) for key in open_rows} == set(panel._month.groups[1].numbers)
    driver.tick()
    panel._table.activate(replayed.app.window)
    assert all(key.startswith((HEAD, FOLD)) for key in rows_of(replayed))


def test_a_headline_leads_to_its_event(replayed: Replayed) -> None:
    """With the map as it was; or to its sentence, where its event is no event of the weeks."""
    panel, driver = replayed.panel, replayed.driver
    for number, headline in enumerate(panel._month.headlines):
        driver.click(f"events.{HEAD}{number}")
        assert panel._opened
        at = [k for k, (event, _line) in enumerate(panel._events) if event is headline.event]
        if at:
            assert replayed.frame == panel._frame_of[at[0]]

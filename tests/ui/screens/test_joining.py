"""The way into a body: who has ratified, what the others make of it, and a demand that is met, through the window."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.invitation import HOLDOUTS, invite
from tests.ui.screens.test_explained import nothing
from tests.ui.screens.test_shown import SIZES, Driver, GameScreen, Theme, Ways
from wargame.commands.question import scenario_from
from wargame.engine.explain import explained, open_value
from wargame.engine.holders import holders
from wargame.engine.resolve import copied
from wargame.engine.spending import due_for_demand
from wargame.model import events as ev
from wargame.model.columns import column_of
from wargame.model.orders import MeetDemand
from wargame.model.state import MOST_POINTS
from wargame.store.paths import assets_folder
from wargame.study.company import Company
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.play.game import Game, new_game
from wargame.ui.screens.chamber import Chamber
from wargame.ui.screens.pieces import Value, points
from wargame.ui.settings import Settings, SettingsFile
from wargame.ui.stills import advance
from wargame.ui.theme.palette import PALETTES, PaletteName

FAR = 40  # steps of the wheel, further than any list is long


class Seat:
    """A seat's caucus in a game in which Sweden is invited and two members have not ratified."""

    def __init__(self, folder: Path, seat: str) -> None:
        file = SettingsFile(folder / "settings.json")
        file.write(Settings(width=1280, height=720))
        self.app = App(Display.HEADLESS, file)
        chosen = scenario_from("invasion_2022", None)
        seats = {body: "human" if body == seat else "ai:cadet" for body in chosen.bodies}
        self.game: Game = new_game(chosen, 1, Company(seats), folder)
        self.screen = GameScreen(self.app.window, self.game, Ways(nothing, nothing, nothing, nothing, nothing, nothing))
        self.screen.go_on()
        advance(self.game, self.screen, "caucus")
        self._invite()
        self.app.go(lambda: self.screen.root)
        surface = pygame.display.get_surface()
        assert surface is not None
        self.driver = Driver(self.app.window, surface)

    def _invite(self) -> None:
        session = self.game.session
        session.state = copied(session.state)
        invite(session.state, session.names)
        self.game.look()
        self.screen.see()

    def complaints(self) -> list[str]:
        """At the three sizes."""
        found = []
        for size, percent in SIZES:
            self.driver.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
            self.app.window.retheme(Theme(PALETTES[PaletteName.DEFAULT], percent, assets_folder()))
            self.app.window.resize(size)
            found += Driver(self.app.window, self.driver.surface).complaints()
        return found


@pytest.fixture
def nato(tmp_path: Path) -> Iterator[Seat]:
    """NATO's seat."""
    seat = Seat(tmp_path, "nato")
    yield seat
    seat.game.close()


def test_a_demand_is_met_for_the_price_that_is_shown(nato: Seat) -> None:
    """The offer is an order of the caucus: its price is paid in the session, and it can be taken back until then."""
    first = next(name for name in nato.app.window.places() if name.startswith("measure."))
    nato.driver.wheel(first, -FAR)
    nato.driver.click("meet")
    assert nato.complaints() == []
    nato.driver.click("meet.holder")
    nato.driver.click("meet.holder.TUR:SWE")
    view = nato.screen.view
    row = view.names.countries.row
    value, _ = open_value(explained("ratification"), view.world, view.state, view.body, row("TUR"), row("SWE"))
    assert value < 0
    shown = nato.app.window.widgets()["meet.value"]
    assert isinstance(shown, Value)
    assert shown.value == points(value)
    due = nato.app.window.widgets()["meet.due"]
    assert isinstance(due, Value)
    nato.driver.click("meet.send")
    (order,) = (given for given in nato.screen.given if isinstance(given, MeetDemand))
    assert (order.member, order.applicant) == ("TUR", "SWE")
    assert -value < order.points <= MOST_POINTS or order.points == MOST_POINTS
    assert due.value == f"{due_for_demand(view, order.points) / 10:.1f}"
    assert any(text.startswith("A demand met: T") for text in nato.driver.texts())
    assert nato.complaints() == []
    before = int(nato.game.session.state.bodies[view.body].influence)
    nato.game.session.commit("nato")
    nato.game.session.play_out()
    after = nato.game.session.state
    assert before - after.bodies[view.body].influence == due_for_demand(view, order.points)
    assert after.pairs[row("TUR"), row("SWE")].conceded == order.points


def test_the_session_tells_of_a_demand_in_the_words_of_the_chronicle(nato: Seat) -> None:
    """Whose and for whom; not how much."""
    nato.screen.submit(MeetDemand(member="TUR", applicant="SWE", points=777))
    nato.game.session.commit("nato")
    nato.game.session.play_out()
    nato.screen.arrive()
    page = nato.screen.panel
    assert isinstance(page, Chamber)
    page.hear_all()
    nato.driver.tick()
    (met,) = (event for event in nato.game.session.events if isinstance(event, ev.DemandMet))
    texts = " ".join(nato.driver.texts())
    assert nato.game.telling.line(met) in texts
    assert "777" not in texts
    assert nato.complaints() == []


def sheet_of(seat: Seat) -> set[str]:
    """The members that the applicant's sheet says it waits for."""
    keys = (key.removeprefix("joining.") for key in seat.app.window.widgets() if key.startswith("joining."))
    return set(keys) - {"since", "ratified"}


def test_the_sheet_of_an_applicant_tells_who_has_ratified(nato: Seat) -> None:
    """Of the others each opens into what it makes of the applicant: the value by which the engine says what it lacks."""
    nato.screen.look_at("state", "SWE")
    nato.driver.tick()
    members = int(column_of(nato.screen.view.state.members, "joined")[nato.screen.view.body].sum())
    assert f"{members - len(HOLDOUTS)} of {members}" in nato.driver.texts()
    assert sheet_of(nato) == set(HOLDOUTS)
    held = holders(nato.screen.view)
    assert sheet_of(nato) == {holder.member for holder in held}
    for holder in (holder for holder in held if holder.lacks):
        shown = nato.app.window.widgets()[f"joining.{holder.member}"]
        assert isinstance(shown, Value)
        assert shown.value == points(-holder.lacks)
    nato.driver.click("joining.TUR")
    assert "Disputes" in nato.driver.texts()
    assert nato.complaints() == []


def test_another_side_knows_that_they_wait_and_not_why(tmp_path: Path) -> None:
    """Who has ratified is public; what a member makes of it is known to its own side."""
    russia = Seat(tmp_path, "russia")
    russia.screen.look_at("state", "SWE")
    russia.driver.tick()
    assert sheet_of(russia) == set(HOLDOUTS)
    assert holders(russia.screen.view) == []
    assert not isinstance(russia.app.window.widgets()["joining.TUR"], Value)
    assert "meet" not in russia.app.window.widgets()
    assert russia.complaints() == []
    russia.game.close()

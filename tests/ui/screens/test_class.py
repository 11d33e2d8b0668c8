"""A class at one machine: names and PINs, one visit a turn, seats handed over, a game kept under a name."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play
from wargame.model.codes import Phase
from wargame.model.world import Course
from wargame.store.saves import read_save
from wargame.study.keeping import seated_game
from wargame.ui.screens.visit import Visit

MOST_DECISIONS = 12  # presses of a competent player in a turn (issue, bars)
TURNS = 3


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


def set_up(play: Play, *people: str) -> None:
    """The setup of a game of these people against cadets."""
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.first_steps")
    play.click("next")
    for seat in ("nato", "eu", "russia"):
        play.choose(f"seat.{seat}", "human" if seat in people else "ai:cadet")


def type_into(play: Play, field: str, text: str) -> None:
    """Enter a text into a field."""
    play.click(field)
    play.driver.type(text)


def visit(play: Play) -> int:
    """One visit of a competent player: read the news, table a draft, order an offensive if there is one; the presses it took."""
    presses = 0

    def press(widget_id: str) -> None:
        nonlocal presses
        play.click(widget_id)
        presses += 1

    play.wait(lambda: play.has("lift"))
    press("lift")
    while play.has("next"):
        press("next")
    screen = play.flow.screen
    assert screen is not None
    assert isinstance(screen.panel, Visit)
    measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    if measures and not screen.given:
        press(measures[0])
        press("table")
    press("done")
    offensives = [key for key in play.app.window.widgets() if key.startswith("offensive.")]
    for key in offensives[:1]:
        press(key)
    press("done")
    play.wait(lambda: not play.flow.busy)
    return presses


def test_a_turn_takes_few_decisions(play: Play) -> None:
    """Issue, bars: at most twelve presses a turn, news included, for each of three people; nobody is asked twice in a turn."""
    set_up(play, "nato", "eu", "russia")
    play.choose("visits", "one")
    play.click("start")
    play.wait(lambda: play.has("lift"))
    game = play.flow.game
    assert game is not None
    spent: dict[tuple[str, int], int] = {}
    while not game.session.over and game.session.turn < TURNS:
        assert game.session.phase in (Phase.CAUCUS, Phase.EMERGENCY)
        key = game.seat, game.session.turn
        spent[key] = spent.get(key, 0) + visit(play)
        assert play.driver.complaints() == []
    assert len(spent) == 3 * TURNS
    assert max(spent.values()) <= MOST_DECISIONS


def test_what_is_intended_is_carried_out(play: Play) -> None:
    """An order given with the decisions is in the game's log when the forces march, and its weeks are told next time."""
    set_up(play, "russia")
    play.choose("visits", "one")
    play.click("start")
    play.click("next")
    play.click("visit.forces")
    screen, game = play.flow.screen, play.flow.game
    assert screen is not None
    assert game is not None
    screen.panel.begin_first()
    screen.refresh()
    play.driver.tick()
    play.click("give")
    assert len(game.intended()) == 1
    order = game.intended()[0]
    play.click("done")
    play.wait(lambda: not play.flow.busy)
    assert game.session.turn == 1
    kinds = [(entry.kind, order.model_dump_json() in entry.body.replace(" ", "")) for entry in game.save.entries()]
    assert ("order", True) in kinds
    assert "Session" in " ".join(play.driver.texts())


def test_a_pin_keeps_the_curtain_down(play: Play) -> None:
    """The name stands on it; a wrong PIN shows nothing; it is asked for again when the game is continued."""
    set_up(play, "nato")
    type_into(play, "name.nato", "Anna")
    type_into(play, "pin.nato", "1949")
    type_into(play, "repeat.nato", "1994")
    assert not play.has("start")  # a PIN nobody knows would shut its player out
    play.driver.key(pygame.K_a, pygame.KMOD_CTRL)
    play.driver.type("1949")
    play.click("start")
    for _again in range(2):
        play.wait(lambda: play.has("lift"))
        assert "Anna, for NATO" in play.driver.texts()
        type_into(play, "pin", "0000")
        play.click("lift")
        play.driver.tick()
        assert play.flow.screen is None
        assert "That is not the PIN." in play.driver.texts()
        assert "What could be tabled" not in play.driver.texts()
        play.click("pin")
        play.driver.key(pygame.K_a, pygame.KMOD_CTRL)
        play.driver.type("1949")
        play.click("lift")
        play.wait(lambda: play.flow.screen is not None)
        play.click("menu")
        play.click("resume")


def test_a_seat_goes_to_the_computer_and_back(play: Play) -> None:
    """Its player's turn is played by the computer, behind a curtain for the next; taken back, it is asked."""
    set_up(play, "nato", "russia")
    play.click("start")
    play.click("lift")
    play.click("places")
    play.choose("place.nato", "ai:cadet")
    game = play.flow.game
    assert game is not None
    play.wait(lambda: play.has("lift"))
    assert play.flow.screen is None
    assert game.people == [game.seat] == ["russia"]
    play.click("lift")
    while play.has("next"):
        play.click("next")
    play.click("places")
    play.choose("place.nato", "human")
    assert game.people == ["nato", "russia"]


def test_a_game_goes_on_under_a_name(play: Play, tmp_path: Path) -> None:
    """Save as: the new save holds all that was ordered, the old one stays; a name that is taken is refused."""
    play.begin("nato")
    game = play.flow.game
    assert game is not None
    old = game.save.path
    measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    play.click(measures[0])
    play.click("table")
    play.click("keep")
    type_into(play, "save.name", old.stem)
    assert not play.has("save.keep")
    play.driver.key(pygame.K_a, pygame.KMOD_CTRL)
    play.driver.type("My game")
    play.click("save.keep")
    play.wait(lambda: play.flow.game is not None and play.flow.game is not game and play.flow.screen is not None)
    kept = play.flow.game
    assert kept is not None
    assert kept.save.path.stem == "My game"
    assert read_save(old).entries == kept.save.entries()
    assert len(kept.orders()) == 1


def courses_begun(play: Play) -> tuple[Course, Course]:
    """Begin the game that is set up: its frame as it is played, and as its save begins it again."""
    play.click("start")
    play.wait(lambda: play.flow.game is not None)
    game = play.flow.game
    assert game is not None
    _scenario, start, _players = seated_game(game.save.path, read_save(game.save.path).header)
    return game.session.world.course[0], start.world.course[0]


def test_the_host_may_rule_out_nuclear_use(play: Play) -> None:
    """Rulebook 9: beyond signalling; the save keeps it, and no seat may order it. It is no question of a scenario that has none."""
    set_up(play, "nato")
    assert not play.has("nuclear")
    play.click("back")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.invasion_2022")
    play.click("next")
    play.choose("nuclear", "ruled_out")
    assert [int(course.nuclear_use) for course in courses_begun(play)] == [0, 0]


def test_the_host_chooses_where_the_game_ends(play: Play) -> None:
    """Rulebook 2: offered are lengths within the scenario's own, each with its last day; the save keeps what was chosen."""
    set_up(play, "nato")
    play.choose("length", "3")
    assert "3 turns, to 26 March 2022" in play.driver.texts()
    assert [int(course.turns) for course in courses_begun(play)] == [3, 3]

"""The facilitator in the window: set up, behind a curtain of its own, and what players are told, and are not."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from tests.injected import LATER, PRIVATE, PUBLIC, injected
from tests.ui.screens.table import Play
from tests.ui.screens.test_keyboard import choose, enter
from wargame.engine.chair import FACILITATOR, Chairs
from wargame.model.scenario import Scenario
from wargame.model.starts import shortened
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.company import Company, Visits, sealed

OWN = "A rumour of my own"


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at the menu."""
    table = Play(tmp_path)
    yield table
    table.close()


def begin(play: Play, scenario: Scenario, *people: str, seals: dict[str, str] | None = None) -> None:
    """A facilitated game of one visit a turn, in which these sides are people's."""
    seats = {body: "human" if body in people else "ai:cadet" for body in scenario.bodies}
    company = Company(seats, {FACILITATOR: "Ms Reed"}, seals or {}, Visits.ONE, (), Chairs.TAKEN)
    play.flow.begin(injected(scenario), company, 7)
    play.wait(lambda: play.has("lift"))


def texts(play: Play) -> str:
    """All that the last frame shows."""
    return " ".join(play.driver.texts())


def all_pages(play: Play) -> str:
    """All that the pages of a seat's visit show, up to where it decides."""
    seen = [texts(play)]
    while play.has("next"):
        play.click("next")
        seen.append(texts(play))
    return " ".join(seen)


def test_a_facilitator_is_chosen_at_setup(play: Play) -> None:
    """Beside who plays: a switch, and under it a name and a PIN."""
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.first_steps")
    play.click("next")
    play.wait(lambda: play.has("start"))
    assert "facilitator" in play.app.window.widgets()
    play.driver.widget("facilitator").activate(play.app.window)
    play.app.window.touch()
    play.driver.tick()
    assert f"name.{FACILITATOR}" in play.app.window.widgets()
    play.click("start")
    play.wait(lambda: play.has("lift"))
    assert "I am the facilitator" in texts(play)
    assert play.flow.game is not None
    assert play.flow.game.company.chairs is Chairs.TAKEN


def test_the_facilitator_opens_every_turn_behind_a_curtain(play: Play, first_steps: Scenario) -> None:
    """It sees the deck; then the first seat is called, which reads what it was told and nothing else."""
    begin(play, first_steps, "nato", "eu")
    assert "I am Ms Reed" in texts(play)
    assert PUBLIC not in texts(play)
    play.click("lift")
    assert PUBLIC in texts(play)
    assert play.driver.complaints() == []
    play.choose("rule.papers", "withhold")
    play.click("done")
    play.wait(lambda: play.has("lift"))
    assert "I am NATO" in texts(play)
    play.click("lift")
    play.wait(lambda: play.flow.screen is not None)
    seen = all_pages(play)
    assert PUBLIC in seen
    assert "What came from outside" in seen
    for hidden in (PRIVATE, LATER, "Held for", "papers"):
        assert hidden not in seen
    assert play.driver.complaints() == []


def test_a_private_inject_is_told_behind_its_own_curtain_alone(play: Play, first_steps: Scenario) -> None:
    """NATO reads it, the Union does not, neither on a page nor in the log."""
    begin(play, first_steps, "nato", "eu")
    play.click("lift")
    play.click("done")
    for seat, hears in (("I am NATO", True), ("I am European Union", False)):
        play.wait(lambda: play.has("lift"))
        assert seat in texts(play)
        play.click("lift")
        play.wait(lambda: play.flow.screen is not None)
        seen = all_pages(play)
        assert (PRIVATE in seen) is hears
        assert ("Told to your side alone." in seen) is hears
        assert LATER not in seen
        play.click("done")
        play.click("done")


def test_an_own_inject_is_written_taken_back_and_told(play: Play, first_steps: Scenario) -> None:
    """By the keyboard and the pointer; players read that it is the facilitator's."""
    begin(play, first_steps, "nato")
    play.click("lift")
    play.click("chair.write")
    assert play.driver.widget("own.put").blocked
    play.click("own.title")
    play.driver.type(OWN)
    play.click("own.text")
    play.driver.type("It is said that nothing is certain.")
    play.driver.key(pygame.K_RETURN)  # opens no turn while one writes
    play.choose("own.effect", "OPINION")
    play.choose("own.of.0", "LVA")
    play.choose("own.effect", "INCIDENT")
    assert play.driver.complaints() == []
    play.click("own.drop.1")
    play.click("own.put")
    game = play.flow.game
    assert game is not None
    (number,) = game.session.chair.acts
    play.click(f"strike.{number}")
    assert not game.session.chair.acts
    play.click("own.title")
    play.driver.type(OWN)
    play.click("own.text")
    play.driver.type("It is said that nothing is certain.")
    play.click("own.put")
    assert play.driver.complaints() == []
    play.click("done")
    play.wait(lambda: play.has("lift"))
    play.click("lift")
    play.wait(lambda: play.flow.screen is not None)
    seen = all_pages(play)
    assert OWN in seen
    assert "From the facilitator." in seen


def test_notes_stand_in_the_save_and_come_back(play: Play, first_steps: Scenario) -> None:
    """A game left in the middle of the visit is resumed where it stood, behind the curtain; what was done is shown."""
    begin(play, first_steps, "nato")
    play.click("lift")
    play.choose("rule.ferry", "withhold")
    play.click("chair.notes")
    play.click("note")
    play.driver.type("Nobody spoke for Latvia.")
    play.driver.key(pygame.K_RETURN)
    assert "Nobody spoke for Latvia." in texts(play)
    assert play.driver.complaints() == []
    play.click("menu")
    play.click("resume")
    play.wait(lambda: play.has("lift"))
    assert "I am Ms Reed" in texts(play)
    assert "Latvia" not in texts(play)
    play.click("lift")
    assert "Withhold it" in texts(play)
    play.click("chair.notes")
    assert "Nobody spoke for Latvia." in texts(play)


def test_the_pin_of_the_facilitator_is_asked_for(play: Play, first_steps: Scenario) -> None:
    """As every player's."""
    begin(play, first_steps, "nato", seals={FACILITATOR: sealed("77")})
    play.click("lift")
    assert "That is not the PIN." in texts(play)
    play.click("pin")
    play.driver.type("77")
    play.click("lift")
    assert PUBLIC in texts(play)


@pytest.mark.parametrize("page", ["deck", "write", "situation", "map", "notes"])
@pytest.mark.parametrize(
    ("size", "percent"), [((800, 600), 100), ((1280, 720), 100), ((1920, 1080), 125), ((3840, 2160), 200)]
)
def test_every_page_of_the_chair_is_whole(
    tmp_path: Path, first_steps: Scenario, page: str, size: tuple[int, int], percent: int
) -> None:
    """Nothing is cut or lies on anything, at the sizes that screens are looked at."""
    play = Play(tmp_path, size, percent)
    begin(play, first_steps, "nato")
    play.click("lift")
    play.click(f"chair.{page}")
    if page == "write":
        for what in ("OPINION", "INCIDENT"):
            play.choose("own.effect", what)
    assert play.driver.complaints() == []
    play.close()


def test_computers_play_on_for_a_facilitator_alone(play: Play, first_steps: Scenario) -> None:
    """With no person at any side the game stops at each briefing for who leads it."""
    seats = dict.fromkeys(first_steps.bodies, "ai:cadet")
    play.flow.begin(injected(first_steps), Company(seats, chairs=Chairs.TAKEN), 7)
    for turn in range(2):
        play.wait(lambda: play.has("chair.deck"))
        game = play.flow.game
        assert game is not None
        assert game.turn == turn
        play.click("done")
    play.wait(lambda: play.has("chair.deck"))
    play.click("chair.situation")
    assert "What happened, hidden acts too" in texts(play)
    assert play.driver.complaints() == []
    play.click("reasons")
    assert play.driver.complaints() == []


def test_the_chair_is_led_by_the_keyboard_alone(play: Play, first_steps: Scenario) -> None:
    """Tab comes to the tabs, the rulings, the fields and the way on; a list is gone down by arrows."""
    begin(play, first_steps, "nato")
    enter(play, "lift")
    choose(play, "rule.ferry", "withhold")
    enter(play, "chair.write")
    enter(play, "own.title")
    play.driver.type(OWN)
    enter(play, "own.text")
    play.driver.type("So it is.")
    choose(play, "own.effect", "CHANNELS")
    enter(play, "own.put")
    enter(play, "chair.notes")
    enter(play, "note")
    play.driver.type("By hand.")
    enter(play, "note.put")
    game = play.flow.game
    assert game is not None
    assert [act.type for act in game.session.chair.acts.values()] == ["withhold", "write", "annotate"]
    enter(play, "done")
    play.wait(lambda: play.has("lift"))
    assert "I am NATO" in texts(play)


def test_who_plays_is_changed_from_the_chair(play: Play, first_steps: Scenario) -> None:
    """A seat is handed to a person while the facilitator is at the machine, who goes on where it was."""
    begin(play, first_steps, "nato")
    play.click("lift")
    play.choose("rule.ferry", "withhold")
    play.click("places")
    play.choose("place.eu", "human")
    play.wait(lambda: play.has("chair.deck"))
    assert "Withhold it" in texts(play)
    play.click("done")
    play.wait(lambda: play.has("lift"))
    game = play.flow.game
    assert game is not None
    assert game.people == ["nato", "eu"]


def test_the_end_tells_what_was_invented(play: Play, first_steps: Scenario) -> None:
    """To all who look: to whom each was told, and whether it is true."""
    seats = dict.fromkeys(first_steps.bodies, "ai:cadet")
    play.flow.begin(shortened(injected(first_steps), 1), Company(seats, chairs=Chairs.TAKEN), 7)
    play.wait(lambda: play.has("chair.deck"))
    play.click("done")
    play.click("debrief.outside")
    told = texts(play)
    assert PRIVATE in told
    assert "Told to NATO alone · Invented." in told
    assert "Source: An agency" in told
    assert "Held for" not in told
    assert play.driver.complaints() == []


def test_nothing_of_a_deck_is_seen_before_the_game(play: Play) -> None:
    """Neither the list of scenarios, nor setup, nor the list of saved games tells of an inject, or how many there are."""
    deck = load_scenario(find_scenario("lesson_2022")).injects
    assert len(deck) == 5
    seen = []
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.lesson_2022")
    play.driver.tick()
    seen.append(texts(play))
    play.click("next")
    play.wait(lambda: play.has("start"))
    seen.append(texts(play))
    play.click("start")
    play.wait(lambda: play.flow.screen is not None)
    play.flow.leave_game()
    play.wait(lambda: play.has("load"))
    play.click("load")
    play.wait(lambda: play.has("saves"))
    play.driver.tick()
    seen.append(texts(play))
    for inject in deck.values():
        assert inject.title not in " ".join(seen)
    assert "inject" not in " ".join(seen).lower()

"""Delegates in the window: set up, called to the floor behind a curtain, heard, and thanked by the public at home."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.model import events as ev
from wargame.model.codes import Phase
from wargame.model.orders import TableDraft
from wargame.ui.kit.dropdown import DropDown

CHANNELS = TableDraft(measure="open_channels", ambition=2, against="RUS", bids={"EST": 500})
MOST_FLOORS = 80  # of a game of six turns
NATO_ONLY = ("What could be tabled", "Influence", "Without new orders")


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at the setup of first_steps."""
    table = Play(tmp_path)
    table.click("new")
    table.wait(lambda: table.has("next"))
    table.driver.click("scenarios.first_steps")
    table.click("next")
    yield table
    table.close()


def begin(play: Play, *delegates: str, nato: str = "human") -> None:
    """A game of delegates, with a person or a computer for NATO."""
    for seat in ("eu", "russia"):
        play.choose(f"seat.{seat}", "ai:cadet")
    play.choose("seat.nato", nato)
    for state in delegates:
        play.choose("delegate", state)
    play.click("start")


def call_to_the_floor(play: Play) -> None:
    """NATO tables a draft with an offer to Estonia, and decides."""
    play.wait(lambda: play.has("lift"))
    play.click("lift")
    play.wait(lambda: play.flow.screen is not None)
    screen = play.flow.screen
    assert screen is not None
    while play.has("next"):
        play.click("next")
    assert screen.submit(CHANNELS)
    play.click("done")
    play.wait(lambda: play.has("lift"))


def test_a_delegate_is_called_behind_a_curtain_and_heard(play: Play) -> None:
    """Rulebook 12: its exact terms, any position at its price, an offer to answer; then the curtain for the next."""
    begin(play, "EST")
    call_to_the_floor(play)
    assert "I am Estonia" in play.driver.texts()
    play.click("lift")
    game = play.flow.game
    assert game is not None
    assert game.phase is Phase.SESSION
    texts = play.driver.texts()
    assert "Estonia takes the floor" in texts
    assert not [text for text in texts if text.startswith(NATO_ONLY)]
    assert play.driver.complaints() == []
    play.choose("offer.0", "1000")
    play.choose("say.0.2", "OBJECTS")
    play.choose("say.0.1", "OBJECTS")
    assert any(text.startswith("All this costs your government") for text in play.driver.texts())
    assert play.driver.complaints() == []
    asked = game.embassy().agenda.drafts[0]
    price = max(reading.prices[0] for reading in asked.readings)
    play.click("done")
    play.wait(lambda: play.has("lift"))
    assert "I am NATO" in play.driver.texts()
    heard = game.session.events
    taken = [e.position for e in heard if isinstance(e, ev.PositionTaken) and (e.member, e.body) == ("EST", "nato")]
    assert set(taken) == {"objects"}
    assert sum(e.cost for e in heard if isinstance(e, ev.DelegateDeparted) and e.body == "nato") == price
    assert [e.asked for e in heard if isinstance(e, ev.OfferAnswered)] == [1000]


def test_who_takes_an_offer_has_fewer_positions(play: Play) -> None:
    """DELEGATE-4: what is not open is not shown; turned down, all positions are."""
    begin(play, "EST")
    call_to_the_floor(play)
    play.click("lift")
    drop = play.driver.widget("say.0.2")
    assert isinstance(drop, DropDown)
    game = play.flow.game
    assert game is not None
    bound = game.embassy().agenda.drafts[0].readings[0].prices_taken
    assert [choice.key for choice in drop.choices] == [position.name for position in reversed(bound)]
    play.choose("offer.0", "refuse")
    drop = play.driver.widget("say.0.2")
    assert isinstance(drop, DropDown)
    assert len(drop.choices) == 4


def test_delegates_alone_play_a_game_to_its_end(play: Play) -> None:
    """With computers at all seats the game stops for delegates only, and goes on when they are heard."""
    begin(play, "EST", "DEU", nato="ai:cadet")
    floors = 0
    while floors < MOST_FLOORS:
        play.wait(lambda: play.has("lift") or play.has("menu"))
        if play.has("menu"):
            break
        play.click("lift")
        assert play.driver.complaints() == []
        play.click("done")
        floors += 1
    assert floors >= 2
    play.click("debrief.benches")
    told = " ".join(play.driver.texts())
    assert "Estonia: " in told
    assert "Germany: " in told
    assert told.count("(secret brief)") == 2
    assert "Your objectives" not in told
    assert play.driver.complaints() == []


def test_a_delegate_can_be_taken_off_the_list(play: Play) -> None:
    """Before the game: the list grows and shrinks; somebody must play."""
    play.choose("delegate", "EST")
    play.choose("seat.nato", "ai:cadet")
    assert not play.driver.widget("start").blocked
    play.click("recall.EST")
    assert play.driver.widget("start").blocked


def test_what_was_said_before_a_cut_is_shown_and_holds(play: Play) -> None:
    """Law 13: reopened on the floor, the screen shows the words that are in the save, and what they cost."""
    begin(play, "EST")
    call_to_the_floor(play)
    play.click("lift")
    play.choose("offer.0", "refuse")
    play.choose("say.0.2", "OBJECTS")
    play.click("menu")
    play.click("resume")
    play.wait(lambda: play.has("lift"))
    play.click("lift")
    drop, offer = play.driver.widget("say.0.2"), play.driver.widget("offer.0")
    assert isinstance(drop, DropDown)
    assert isinstance(offer, DropDown)
    assert (drop.chosen, offer.chosen) == ("OBJECTS", "refuse")
    play.wait(lambda: any(text.startswith("All this costs your government") for text in play.driver.texts()))


def test_a_brief_is_not_shown_to_whoever_hands_over(play: Play) -> None:
    """Where the last person at a seat leaves, a curtain stands before the delegate who is left."""
    begin(play, "EST")
    play.wait(lambda: play.has("lift"))
    play.click("lift")
    while play.has("next"):
        play.click("next")
    flow = play.flow
    assert flow.game is not None
    flow.places()
    play.driver.tick()
    play.choose("place.nato", "ai:cadet")
    play.wait(lambda: play.has("lift") or play.has("menu"))
    if play.has("lift"):
        assert "I am Estonia" in play.driver.texts()
        assert not [text for text in play.driver.texts() if "ecret brief" in text]


def test_the_last_seat_is_given_back_after_the_floor(play: Play) -> None:
    """Who takes the seat back while a delegate is awaited has it in the next part of the turn."""
    begin(play, "EST", nato="ai:cadet")
    play.wait(lambda: play.has("lift") or play.has("done"))
    if play.has("lift"):
        play.click("lift")
    flow = play.flow
    assert flow.game is not None
    play.click("places")
    play.choose("place.nato", "human")
    play.click("done")
    play.wait(lambda: play.has("lift"))
    assert "I am NATO" in play.driver.texts()

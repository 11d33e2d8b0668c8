"""Random events on a game in play: nothing brings it down, and what was ordered stays legal."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pygame
import pytest

from tests.ui.screens.table import Play
from wargame.engine.invariants import broken_invariants

EVENTS = 900
MOST = 5000  # events until every part of a turn has been reached
SEED = 11
PARTS = {"CAUCUS", "SESSION", "ORDERS", "RESOLUTION"}
AIMED = 0.75  # share of presses on something that acts
LEAVING = ("menu", "settings", "quit", "place.nato")  # ways out of the game, which the monkey does not take
KEYS = (
    pygame.K_TAB,
    pygame.K_RETURN,
    pygame.K_ESCAPE,
    pygame.K_UP,
    pygame.K_DOWN,
    pygame.K_LEFT,
    pygame.K_RIGHT,
    pygame.K_n,
)


def poke(play: Play, dice: random.Random) -> str:
    """One thing that an impatient player may do; what it was done to."""
    d = play.driver
    places = {key: rect for key, rect in d.window.places().items() if key not in LEAVING}
    width, height = d.window.size
    key = dice.choice(list(places)) if places and dice.random() < AIMED else ""
    at = places[key].center if key else (dice.randrange(width), dice.randrange(height))
    if any(d.window.places()[name].collidepoint(at) for name in LEAVING if name in d.window.places()):
        return ""
    match dice.randrange(8):
        case 0:
            d.post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
            d.post(pygame.MOUSEWHEEL, x=0, y=dice.choice((-1, 1)), flipped=False, which=0)
            d.tick()
        case 1:
            d.drag(at, (dice.randrange(width), dice.randrange(height)))
        case 2 if d.window.focused not in LEAVING:
            d.key(dice.choice(KEYS))
        case _:
            d.press_at(at)
    return key


def test_a_monkey_does_not_bring_a_game_down(tmp_path: Path) -> None:
    """It plays turns, too: it comes past the first one, and reaches every part of a turn."""
    dice, play = random.Random(SEED), Play(tmp_path)
    play.begin("nato")
    pages: set[str] = set()
    for event in range(MOST):
        if event >= EVENTS and pages >= PARTS:
            break
        poke(play, dice)
        play.wait(lambda: not play.flow.busy)
        if play.flow.game is None:
            break
        screen = play.flow.screen
        if screen is None:  # given to a person: the curtain, or a delegate's screen, be it with a list open
            places = set(play.app.window.places())
            assert {"lift", "done"} & places or any(place.startswith("say.") for place in places)
            continue
        pages.add(screen.page.name)
    assert pages >= PARTS
    play.close()


MANY = 20_000  # events (issue 4, bars)
CHECK = 1000  # events after which the game's invariants are asked
NEVER = ("quit", "full")  # what would end the window, or take the screen
LEAST_AIMED = 0.6
NEW = 0.5  # share of presses on what has been pressed least
SEATS = ("nato", "eu", "russia")


def family(widget_id: str) -> str:
    """What kind of widget it is: ids of rows begin alike."""
    return widget_id.split(".")[0]


def poke_anything(play: Play, dice: random.Random, hits: Counter[str]) -> None:
    """One thing anywhere, menus and dialogs included; what was pressed least is pressed most."""
    d = play.driver
    able = {key: rect for key, rect in d.window.places().items() if key not in NEVER and play.has(key)}
    aimed = bool(able) and dice.random() < AIMED
    if aimed and dice.random() < NEW:
        least = min(hits[family(key)] for key in able)
        key = dice.choice([key for key in able if hits[family(key)] == least])
    else:
        key = dice.choice(list(able)) if aimed else ""
    width, height = d.window.size
    at = able[key].center if key else (dice.randrange(width), dice.randrange(height))
    if not key and any(rect.collidepoint(at) for name, rect in d.window.places().items() if name in NEVER):
        return
    hits[family(key)] += 1
    match dice.randrange(6):
        case 0 if not key:
            d.drag(at, (dice.randrange(width), dice.randrange(height)))
        case 1 if d.window.focused not in NEVER:
            d.key(dice.choice(KEYS))
        case 2:
            d.type(dice.choice(("7", "Anna", "-", "ä")))
        case _:
            d.press_at(at)


def seen_families(play: Play) -> set[str]:
    """What could be pressed now."""
    return {family(key) for key in play.app.window.places() if key not in NEVER and play.has(key)}


@pytest.mark.long
def test_many_events_everywhere(tmp_path: Path) -> None:
    """Issue 4, bars: 20,000 events, most of them on what acts, every kind of widget pressed; no crash, no broken invariant."""
    dice, play, hits, seen = random.Random(SEED), Play(tmp_path), Counter[str](), set[str]()
    for event in range(2 * MANY):
        missed = {name for name in seen if not hits[name]}
        if event >= MANY and not missed:  # what was seen at the last moment is pressed, too
            break
        if event % (MANY // len(SEATS)) == 0 and play.flow.game is not None:
            play.flow.leave_game()  # a new game now and then, of each side
            play.driver.tick()
        poke_anything(play, dice, hits)
        play.wait(
            lambda: (
                play.has("take_back")
                or (not play.flow.busy and (len(play.app.window.layers) > 1 or bool(seen_families(play))))
            )
        )
        seen |= seen_families(play)
        game = play.flow.game
        if event % CHECK == 0 and game is not None:
            assert broken_invariants(game.session.world, game.session.state) == []
    aimed = sum(count for name, count in hits.items() if name)
    assert aimed >= LEAST_AIMED * hits.total()
    assert missed == set()
    play.close()

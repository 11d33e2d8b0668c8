"""Random events on a game in play: nothing brings it down, and what was ordered stays legal."""

from __future__ import annotations

import random
from pathlib import Path

import pygame

from tests.ui.screens.table import Play

EVENTS = 900
MOST = 5000  # events until every part of a turn has been reached
SEED = 11
PARTS = {"CAUCUS", "SESSION", "ORDERS", "RESOLUTION"}
AIMED = 0.75  # share of presses on something that acts
LEAVING = ("menu", "settings", "quit")  # ways out of the game, which the monkey does not take
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
        assert screen is not None
        pages.add(screen.page.name)
    assert pages >= PARTS
    play.close()

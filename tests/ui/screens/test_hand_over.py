"""From one person to the next: not a pixel or a word of the first between the curtain and what the second sees."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame

from tests.ui.screens.table import NAP, Play
from wargame.model.orders import SoundOut
from wargame.ui.theme.palette import Tone

Frame = tuple[tuple[str, ...], bytes]
AFTER = 5  # frames looked at behind the curtain, toasts and all


def frame(play: Play) -> Frame:
    """What is on the screen: all texts, all pixels."""
    picture = np.ascontiguousarray(pygame.surfarray.array3d(play.driver.surface))
    return tuple(play.driver.texts()), picture.tobytes()


def handed_over(folder: Path, secretly: Callable[[Play], None]) -> list[Frame]:
    """A game of two; the first does something in private and is done; every frame from the curtain to the second's screen."""
    folder.mkdir()
    play = Play(folder)
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("scenarios.first_steps")
    play.click("next")
    play.click("seed")
    play.driver.key(pygame.K_a, pygame.KMOD_CTRL)
    play.driver.type("5")
    for seat, who in (("nato", "human"), ("eu", "ai:cadet"), ("russia", "human")):
        play.choose(f"seat.{seat}", who)
    play.click("start")
    play.click("lift")
    play.click("next")
    play.wait(lambda: play.has("done"))
    secretly(play)
    play.click("done")
    frames = []
    while not play.has("lift"):
        play.driver.tick()
        pygame.time.wait(int(1000 * NAP))
    for _frame in range(AFTER):
        frames.append(frame(play))
        play.driver.tick()
    play.click("lift")
    for _frame in range(AFTER):
        play.driver.tick()
        frames.append(frame(play))
    play.close()
    return frames


def nothing(_play: Play) -> None:
    """The first is done at once."""


def much(play: Play) -> None:
    """The first sounds a member out, drafts, looks at a state, opens an overlay, and is told something by a message."""
    screen, game = play.flow.screen, play.flow.game
    assert screen is not None
    assert game is not None
    screen.submit(SoundOut(member="DEU"))
    measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    play.click(measures[0])
    play.click("table")
    screen.look_at("state", "DEU")
    play.choose("overlay", "threat")
    play.driver.wheel("map", 3)
    play.app.window.notify("A secret of the first", Tone.WARN)


def test_nothing_of_the_first_is_on_any_frame(tmp_path: Path) -> None:
    """Issue 4, bars: two games that differ in the first person's private doings alone are handed over in equal frames."""
    quiet = handed_over(tmp_path / "quiet", nothing)
    busy = handed_over(tmp_path / "busy", much)
    for number, (one, other) in enumerate(zip(quiet, busy, strict=True)):
        assert one[0] == other[0], number
        assert one[1] == other[1], number

"""From one person to the next: not a pixel or a word of the first from the moment they are done to what the second sees."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pygame

from tests.ui.drive import FRAME
from tests.ui.screens.table import NAP, Play
from wargame.model.orders import SoundOut
from wargame.ui.theme.palette import Tone

Frame = tuple[tuple[str, ...], bytes]
AFTER = 5  # frames looked at behind the curtain, toasts and all


def frame(play: Play) -> Frame:
    """What is on the screen: all texts, all pixels, but for the bar that moves with the clock while computers decide."""
    picture = np.ascontiguousarray(pygame.surfarray.array3d(play.driver.surface))
    for widget in play.app.window.layers[-1].root.walk():
        if widget.moves_at(0) is not None:
            picture[widget.rect.left : widget.rect.right, widget.rect.top : widget.rect.bottom] = 0
    return tuple(play.driver.texts()), picture.tobytes()


def waited(play: Play) -> dict[tuple[str, ...], bytes]:
    """The first is done: the frames while the computers decide, by their words. Which words are caught is a matter of time."""
    found: dict[tuple[str, ...], bytes] = {}
    tick = play.driver.tick

    def watched(milliseconds: int = FRAME) -> None:
        tick(milliseconds)
        if play.flow.busy:
            words, picture = frame(play)
            assert found.setdefault(words, picture) == picture

    play.driver.tick = watched  # type: ignore[method-assign]
    play.click("done")
    while not play.has("lift"):
        play.driver.tick()
        pygame.time.wait(int(1000 * NAP))
    play.driver.tick = tick  # type: ignore[method-assign]
    assert found
    return found


def handed_over(folder: Path, secretly: Callable[[Play], None]) -> tuple[dict[tuple[str, ...], bytes], list[Frame]]:
    """A game of two; the first does something in private and is done; every frame until the second's screen."""
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
    waiting = waited(play)
    frames: list[Frame] = []
    for _frame in range(AFTER):
        frames.append(frame(play))
        play.driver.tick()
    play.click("lift")
    for _frame in range(AFTER):
        play.driver.tick()
        frames.append(frame(play))
    play.close()
    return waiting, frames


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
    quiet_wait, quiet = handed_over(tmp_path / "quiet", nothing)
    busy_wait, busy = handed_over(tmp_path / "busy", much)
    for words in quiet_wait | busy_wait:
        assert set(words) <= {"Tripwire", "The others decide", "European Union decides"}
    assert all(quiet_wait[words] == busy_wait[words] for words in quiet_wait.keys() & busy_wait.keys())
    for number, (one, other) in enumerate(zip(quiet, busy, strict=True)):
        assert one[0] == other[0], number
        assert one[1] == other[1], number

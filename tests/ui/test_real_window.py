"""One game in a real window, under Xvfb and driven by xdotool: what a person's hands do, from a scenario file to a game continued.

A twin without a screen is driven alike in this process. It says where on the screen things are, and what the real game's
save must hold in the end: the same orders.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.commands.warm import make_warm
from wargame.model.folders import Purpose, user_folder
from wargame.store.paths import PACKAGE, scenarios_folder
from wargame.store.saves import read_save
from wargame.ui.settings import FILE, Settings, SettingsFile

pytestmark = pytest.mark.window

SIZE = (1280, 720)
SECONDS = 90.0  # a cold start under load
BEAT = 0.5  # seconds a screen may take to follow a press
LONG_BEAT = 3.0  # the same, where files are read
SEED = "7"


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait for something outside this process."""
    end = time.monotonic() + SECONDS
    while not happened():
        assert time.monotonic() < end, f"{what}: it did not happen in time"
        time.sleep(0.1)


class Window:
    """A window of the game on a screen of its own, and hands for it."""

    def __init__(self, folder: Path) -> None:
        self.saves = folder / "real-saves"
        home = folder / "home"
        home.mkdir()
        self.display = self._screen()
        xdg = {name: str(home / name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")}
        inherited = {k: v for k, v in os.environ.items() if k not in ("SDL_VIDEODRIVER", "WAYLAND_DISPLAY")}
        self.environ = {
            **inherited,
            **xdg,
            "HOME": str(home),
            "DISPLAY": self.display,
            "WARGAME_SAVES": str(self.saves),
        }
        file = SettingsFile(user_folder(Purpose.DATA, self.environ, sys.platform, home) / FILE)
        file.write(Settings(width=SIZE[0], height=SIZE[1], percent=100))
        self.game: subprocess.Popen[bytes] | None = None

    def _screen(self) -> str:
        """A screen with a number that is free, as Xvfb itself tells."""
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-nolisten", "tcp", "-noreset"]
        self.server = subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def start(self) -> None:
        """Open the game at its menu."""
        command = [sys.executable, "-m", "wargame", "play"]
        self.game = subprocess.Popen(command, cwd=PACKAGE.parent, env=self.environ)
        until(lambda: self._window() != "", "the window opens")
        window = self._window()
        self._hands("windowmove", window, "0", "0")
        self._hands("windowfocus", window)
        time.sleep(LONG_BEAT)

    def _window(self) -> str:
        """Number of the game's window, told by its title; searching by name finds none where no window manager runs."""
        found = self._hands("search", "--class", "").split()
        return next((window for window in found if self._hands("getwindowname", window) == "Tripwire"), "")

    def _hands(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], env=self.environ, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def press(self, at: tuple[int, int], beat: float = BEAT) -> None:
        """Press a point of the window."""
        self._hands("mousemove", str(at[0]), str(at[1]), "click", "1")
        time.sleep(beat)

    def type(self, text: str) -> None:
        """Enter a text."""
        self._hands("type", "--delay", "12", text)
        time.sleep(BEAT)

    def key(self, name: str) -> None:
        """Press a key."""
        self._hands("key", name)
        time.sleep(BEAT)

    def save(self) -> Path | None:
        """The save that the game has written."""
        return next(iter(sorted(self.saves.glob("*.tripwire"))), None)

    def entries(self) -> list[tuple[str, str]]:
        """What the save holds by now."""
        path = self.save()
        return [] if path is None else [(entry.kind, entry.body) for entry in read_save(path).entries]

    def close(self) -> None:
        """End the game, then its screen."""
        if self.game is not None and self.game.poll() is None:
            self.game.terminate()
            self.game.wait(10)
        self.server.terminate()
        self.server.wait(10)


class Both:
    """The real window and its twin, driven alike."""

    def __init__(self, real: Window, twin: Play) -> None:
        self.real, self.twin = real, twin

    def click(self, widget_id: str, beat: float = BEAT) -> None:
        """Press the same thing in both."""
        self.twin.wait(lambda: self.twin.has(widget_id))
        at = self.twin.driver.find(widget_id).center
        self.twin.driver.click(widget_id)
        self.real.press(at, beat)

    def type(self, field: str, text: str) -> None:
        """Enter a text in both, in the place of what stands there."""
        self.click(field)
        self.real.key("ctrl+a")
        self.real.type(text)
        widget = self.twin.app.window.widgets()[field]
        widget.text = text  # type: ignore[attr-defined]
        widget.on_change(text)  # type: ignore[attr-defined]

    def turn_pages(self) -> None:
        """Read what there is to be read, until something is to be decided."""
        self.twin.wait(lambda: self.twin.has("next") or self.twin.has("done"))
        while self.twin.has("next"):
            self.click("next")

    def settle(self) -> None:
        """Wait until the twin's computers have decided, and the real save holds as much as the twin's."""
        self.twin.wait(lambda: not self.twin.flow.busy)
        until(lambda: self.real.entries() == self.entries(), "both games stand alike")
        time.sleep(BEAT)

    def entries(self) -> list[tuple[str, str]]:
        """What the twin's save holds."""
        game = self.twin.flow.game
        assert game is not None
        return [(entry.kind, entry.body) for entry in game.save.entries()]


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Both]:
    """A real window at its menu, and its twin."""
    make_warm()  # and tells its folder to the real game, which has a home of its own
    real = Window(tmp_path)
    twin = Play(tmp_path, SIZE)
    try:
        yield Both(real, twin)
    finally:
        real.close()
        twin.close()


def test_a_game_in_a_real_window(both: Both, tmp_path: Path) -> None:
    """Open a scenario file, give an order, end the turn, quit, continue: the game is the twin's, entry by entry."""
    file = tmp_path / "mine.yaml"
    shutil.copyfile(scenarios_folder() / "first_steps.yaml", file)
    shutil.copytree(scenarios_folder() / "catalogue", tmp_path / "catalogue")
    both.real.start()
    both.click("new", LONG_BEAT)
    both.type("path", str(file))
    both.click("open", LONG_BEAT)
    both.click("next", LONG_BEAT)
    both.type("seed", SEED)
    for rival in ("eu", "russia"):
        both.click(f"seat.{rival}")
        both.click(f"seat.{rival}.ai:cadet")
    both.click("start", LONG_BEAT)
    until(lambda: both.real.save() is not None, "the game begins")
    both.click("next")  # the briefing
    both.click("measure.forward_presence")
    both.click("table")
    both.settle()
    both.click("done")
    both.settle()
    both.turn_pages()
    both.click("done")  # no orders
    both.settle()
    assert any(kind == "order" for kind, _body in both.entries())
    before = both.entries()
    both.click("menu", LONG_BEAT)
    both.click("quit")
    assert both.real.game is not None
    assert both.real.game.wait(SECONDS) == 0
    assert both.real.entries() == before
    both.real.start()
    both.twin.flow.open_menu()
    both.click("resume", LONG_BEAT)
    both.turn_pages()
    both.click("done")
    both.settle()
    assert len(both.entries()) > len(before)

"""The application: its loop, screens, work in threads, the probe, and no display."""

import json
import os
import subprocess
import sys
import threading
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pygame
import pytest

from wargame.ui.app import App
from wargame.ui.kit.button import Button
from wargame.ui.kit.layout import Column
from wargame.ui.kit.widget import Widget
from wargame.ui.opening import MAKES, Display, doubled_makes
from wargame.ui.probe import PROBE_VARIABLE
from wargame.ui.settings import USUAL, Extent, Settings, SettingsFile
from wargame.ui.theme.palette import PaletteName
from wargame.ui.work import Report

SECONDS = 20.0
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def app(tmp_path: Path) -> App:
    """An application that nobody sees. It is left open: other tests in this process draw too."""
    return App(Display.HEADLESS, SettingsFile(tmp_path / "settings.json"))


def page(app: App, name: str) -> Widget:
    return Column(Button(name, name, app.quit, "Quits"))


def pump(app: App, until: threading.Event) -> None:
    """Answer events until something has happened."""
    for _ in range(int(SECONDS * 100)):
        for event in (pygame.event.wait(10), *pygame.event.get()):
            app.handle(event)
        app.draw_if_dirty()
        if until.is_set():
            return
    raise AssertionError("it did not happen in time")


def test_screens_lie_on_each_other_and_come_back(app: App) -> None:
    """Leaving the first one quits."""
    app.enter(lambda: page(app, "menu"))
    app.enter(lambda: page(app, "game"))
    assert list(app.window.places()) == ["game"]
    app.leave()
    assert list(app.window.places()) == ["menu"]
    app.leave()
    app.run()


def test_the_loop_ends_when_the_window_is_closed_unless_a_screen_objects(app: App) -> None:
    """First it is asked, then it may go."""
    asked: list[str] = []
    app.enter(lambda: page(app, "menu"))
    app.ask_before_quitting(lambda: bool(asked.append("?")) or len(asked) > 1)
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    pygame.event.post(pygame.event.Event(pygame.QUIT))
    app.run()
    assert asked == ["?", "?"]


def test_work_is_done_elsewhere_and_its_result_comes_back_through_the_loop(app: App) -> None:
    """Progress in order, the result last, both told by the thread of the loop."""
    app.enter(lambda: page(app, "menu"))
    told: list[object] = []
    ended = threading.Event()

    def job(report: Report) -> int:
        told.append(threading.current_thread() is threading.main_thread())
        for part in (250, 500):
            report.say("counting", part)
        return 42

    def done(result: int) -> None:
        told.append((result, threading.current_thread() is threading.main_thread()))
        ended.set()

    app.work(job, done, lambda text, share: told.append((text, share)))
    pump(app, ended)
    assert told == [False, ("counting", 250), ("counting", 500), (42, True)]


def test_work_that_is_stopped_gives_no_result(app: App) -> None:
    """It ends at its next word."""
    app.enter(lambda: page(app, "menu"))
    ended, results = threading.Event(), list[int]()

    def job(report: Report) -> int:
        while True:
            report.say("for ever", None)

    work = app.work(job, results.append, stopped=ended.set)
    work.cancel()
    pump(app, ended)
    assert results == []
    assert work.join(SECONDS)


def test_what_goes_wrong_in_work_comes_up_in_the_loop(app: App) -> None:
    """So that one place tells of every crash."""
    app.enter(lambda: page(app, "menu"))

    def job(report: Report) -> int:
        raise ZeroDivisionError("in a thread")

    app.work(job, lambda _: None)
    with pytest.raises(ZeroDivisionError, match="in a thread"):
        pump(app, threading.Event())


def test_settings_change_the_window_and_are_kept(app: App, tmp_path: Path) -> None:
    """At once, for the next start too."""
    app.enter(lambda: page(app, "menu"))
    app.adopt(Settings(percent=150, palette=PaletteName.COLOUR_BLIND))
    assert app.window.theme.percent == 150
    assert app.window.theme.palette.name is PaletteName.COLOUR_BLIND
    assert SettingsFile(tmp_path / "settings.json").read(USUAL).percent == 150


def test_damaged_settings_are_told_on_the_screen(tmp_path: Path) -> None:
    """In one message."""
    (tmp_path / "settings.json").write_text("nonsense", "utf-8")
    app = App(Display.HEADLESS, SettingsFile(tmp_path / "settings.json"))
    app.enter(lambda: page(app, "menu"))
    app.quit()
    app.run()
    assert "toast.1" in app.window.places()


def test_the_probe_tells_what_is_on_the_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids and places, for a test in a real window."""
    monkeypatch.setenv(PROBE_VARIABLE, str(tmp_path / "probe.json"))
    app = App(Display.HEADLESS, SettingsFile(tmp_path / "settings.json"))
    app.enter(lambda: page(app, "menu"))
    app.draw_if_dirty()
    seen = json.loads((tmp_path / "probe.json").read_text("utf-8"))
    assert seen["rects"]["menu"] == list(app.window.places()["menu"])
    assert "menu" in seen["texts"]


def test_a_resized_window_is_laid_out_anew(app: App) -> None:
    """At the size that the system says."""
    app.enter(lambda: page(app, "menu"))
    pygame.display.set_mode((1000, 600), pygame.RESIZABLE)
    app.handle(pygame.event.Event(pygame.VIDEORESIZE, size=(1000, 600), w=1000, h=600))
    assert app.window.size == (1000, 600)
    assert app.window.dirty


def test_the_whole_screen_is_taken_and_given_back(app: App, tmp_path: Path) -> None:
    """By F11, remembered for the next start, and the size of the window is kept meanwhile."""
    app.enter(lambda: page(app, "menu"))
    before = (1100, 650)
    pygame.display.set_mode(before, pygame.RESIZABLE)
    app.window.resize(before)
    for extent, size in ((Extent.FULL, pygame.display.get_desktop_sizes()[0]), (Extent.WINDOW, before)):
        app.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0, unicode=""))
        assert app.window.size == tuple(size)
        app.keep_size()
        assert SettingsFile(tmp_path / "settings.json").read(USUAL) == Settings(width=1100, height=650, extent=extent)


def test_the_size_of_the_window_is_kept(app: App, tmp_path: Path) -> None:
    """For the next start."""
    app.window.resize((1111, 666))
    app.keep_size()
    kept = SettingsFile(tmp_path / "settings.json").read(USUAL)
    assert (kept.width, kept.height) == (1111, 666)


def test_without_a_display_it_is_said_in_one_line() -> None:
    """In a process of its own, with a video driver that there is not."""
    code = "from wargame.ui.opening import *; open_surface(Display.WINDOW, (640, 480))"
    environ = os.environ | {"SDL_VIDEODRIVER": "nonsense", "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", code], env=environ, cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].startswith("wargame.ui.opening.NoDisplay: no window can be opened here")


@pytest.mark.parametrize("installed", [(), ("pygame",), ("pygame-ce",), MAKES])
def test_two_makes_of_pygame_are_warned_of(monkeypatch: pytest.MonkeyPatch, installed: tuple[str, ...]) -> None:
    """They share one import name, and whichever came last has overwritten the other."""

    def version(name: str) -> str:
        if name in installed:
            return "1"
        raise PackageNotFoundError(name)

    monkeypatch.setattr("wargame.ui.opening.version", version)
    assert bool(doubled_makes()) == (installed == MAKES)

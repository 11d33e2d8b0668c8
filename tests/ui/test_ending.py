"""What goes wrong behind the window ends with a page, a line and a report, never with a traceback (law 14)."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pygame
import pytest

from wargame.commands.faults import Told
from wargame.store.faults import InputError
from wargame.ui.app import App
from wargame.ui.ending import run_to_the_end
from wargame.ui.kit.button import Button
from wargame.ui.kit.layout import Column
from wargame.ui.opening import Display
from wargame.ui.settings import SettingsFile
from wargame.ui.work import Report

SECONDS = 20.0
NAP = 0.02  # s


def broken_work(report: Report) -> int:
    raise ZeroDivisionError("in a thread")


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> App:
    """An application that nobody sees, with a page on it; reports go to the folder of the test."""
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    app = App(Display.HEADLESS, SettingsFile(tmp_path / "settings.json"))
    app.enter(lambda: Column(Button("menu", "Menu", app.quit, "Quits")))
    return app


def quit_the_page(app: App, seen: list[list[str]]) -> None:
    """As a player would: close the window once the page stands there."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if "quit" in app.window.places():
            seen.append(sorted(app.window.places()))
            break
        time.sleep(NAP)
    pygame.event.post(pygame.event.Event(pygame.QUIT))


def test_a_crash_of_work_is_told_in_the_window_and_kept_in_a_file(app: App, tmp_path: Path) -> None:
    """The page is closed like any other, though a game objects to being left; the details are in the report."""
    app.ask_before_quitting(lambda: False)
    app.work(broken_work, lambda _: None)
    seen: list[list[str]] = []
    closer = threading.Thread(target=quit_the_page, args=(app, seen), daemon=True)
    closer.start()
    with pytest.raises(Told) as told:
        run_to_the_end(app)
    closer.join(SECONDS)
    assert seen
    (report,) = (tmp_path / "crashes").iterdir()
    assert str(report) in str(told.value)
    assert "\n" not in str(told.value)
    said = report.read_text("utf-8")
    assert said.startswith("tripwire ")
    assert "ZeroDivisionError: in a thread" in said
    assert "broken_work" in said


def test_a_window_that_cannot_even_tell_leaves_the_line(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is broken may be the drawing itself."""

    def refuse() -> None:
        raise pygame.error("no surface")

    monkeypatch.setattr(app, "draw_if_dirty", refuse)
    with pytest.raises(Told, match="the report is in"):
        run_to_the_end(app)


def test_what_is_foreseen_is_no_crash(app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An input at fault is told as it is, and no report is written."""

    def refuse() -> None:
        raise InputError(["a line"])

    monkeypatch.setattr(app, "draw_if_dirty", refuse)
    with pytest.raises(InputError, match="a line"):
        run_to_the_end(app)
    assert not (tmp_path / "crashes").exists()

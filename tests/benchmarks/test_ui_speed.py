"""What the window costs, in CPU time; run by `python -m tests.benchmarks.report`, never by the suite."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

os.environ["SDL_VIDEODRIVER"] = "dummy"

import pygame

from tests.ui.drive import Driver
from tests.ui.stage import gallery
from wargame.ui.app import App
from wargame.ui.kit.button import Button
from wargame.ui.kit.layout import Column
from wargame.ui.kit.table import Table
from wargame.ui.opening import Display
from wargame.ui.settings import SettingsFile

SIZE, PERCENT = (1920, 1080), 125
IDLE = 1000  # milliseconds
ROUNDS = 60

pytestmark = pytest.mark.benchmark(timer=time.process_time)


@pytest.fixture
def driver() -> Driver:
    """The gallery in full HD, with a thousand formations."""
    shown = gallery(SIZE, PERCENT)
    shown.click("pages.forces")
    return shown


def test_frame(benchmark: BenchmarkFixture, driver: Driver) -> None:
    """Drawn without a change."""
    benchmark.extra_info |= {"says": "a frame of the gallery, 1920x1080", "bar": 12e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(driver.window.draw, (driver.surface,), rounds=ROUNDS, warmup_rounds=5)
    assert len(driver.texts()) > 60


def test_frame_after_an_event(benchmark: BenchmarkFixture, driver: Driver) -> None:
    """Laid out anew and drawn."""

    def frame() -> None:
        driver.window.touch()
        driver.window.draw(driver.surface)

    benchmark.extra_info |= {"says": "the same after an event, laid out anew", "bar": 16e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(frame, rounds=ROUNDS, warmup_rounds=5)
    assert not driver.window.dirty


def test_scrolling_a_thousand_rows(benchmark: BenchmarkFixture, driver: Driver) -> None:
    """A turn of the wheel over the table, down to its frame."""
    driver.hover("states", 0)
    turn = pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1, flipped=False, which=0)

    def scroll() -> None:
        driver.window.handle(turn)
        driver.window.draw(driver.surface)

    benchmark.extra_info |= {"says": "a turn of the wheel over 1,000 rows", "bar": 16e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(scroll, rounds=ROUNDS, warmup_rounds=5)
    assert not any(text.startswith("1 Mech") for text in driver.texts())


def test_sorting_and_filtering_a_thousand_rows(benchmark: BenchmarkFixture, driver: Driver) -> None:
    """A letter in the search field, without its frame."""
    table = driver.widget("states")
    assert isinstance(table, Table)
    table.sort_by(2)
    benchmark.extra_info |= {"says": "1,000 rows filtered and sorted", "bar": 16e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(table.filter, ("brigade",), rounds=ROUNDS, warmup_rounds=2)
    assert len(table.shown) == 500


def test_opening_a_dialog(benchmark: BenchmarkFixture, driver: Driver) -> None:
    """With all below it dimmed and blurred."""

    def open_and_close() -> None:
        driver.key(pygame.K_F1)
        driver.key(pygame.K_ESCAPE)

    says = "a dialog over it opened and closed"
    benchmark.extra_info |= {"says": says, "bar": 80e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(open_and_close, rounds=10, warmup_rounds=1)
    assert len(driver.window.layers) == 1


def test_doing_nothing(benchmark: BenchmarkFixture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second of the loop in which nothing happens, and nothing is drawn; bar: three in a hundred."""
    drawn: list[pygame.Surface] = []

    def open_app() -> tuple[tuple[App], dict[str, object]]:
        app = App(Display.HEADLESS, SettingsFile(tmp_path / "settings.json"))
        app.enter(lambda: Column(Button("b", "B", app.quit, "B")))
        app.draw_if_dirty()
        drawn.clear()
        monkeypatch.setattr(app.window, "draw", drawn.append)
        return (app,), {}

    def idle(app: App) -> None:
        pygame.time.set_timer(pygame.QUIT, IDLE, 1)
        app.run()

    benchmark.extra_info |= {"says": "CPU of an idle second", "bar": 30e-3, "each": 1, "unit": "ms"}
    benchmark.pedantic(idle, setup=open_app, rounds=3)
    assert drawn == []

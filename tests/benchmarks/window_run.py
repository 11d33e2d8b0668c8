"""A window nobody sees, in a process of its own: times a first screen, frames while the map is zoomed and
while AIs think; prints JSON."""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import pygame

from tests.ui.screens.table import Play
from wargame.ui.opening import keep_what_is_loaded

SCENARIO = "invasion_2022"
SIZE, PERCENT = (1920, 1080), 125
TURNS = 3
NAP = 0.004  # s between frames
WHEEL = (1, 1, 1, -1, -1, -1, -1, 1, 2, 1)  # notches
FRAMES = 80  # after each
KIBI = 1024.0
SETTLED, IDLE = 3.0, 4.0  # s


def main() -> None:
    """Open the menu, begin a game, decide some turns; every frame redrawn with the pointer moving."""
    found: dict[str, float] = {}
    keep_what_is_loaded()  # as the entrance does
    play = Play(Path(tempfile.mkdtemp()), SIZE, PERCENT)
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click(f"scenarios.{SCENARIO}")
    play.click("next")
    play.wait(lambda: play.has("start"))
    began = time.perf_counter()
    play.click("start")
    play.wait(lambda: play.flow.screen is not None)
    found["first"] = time.perf_counter() - began
    play.click("next")
    found["idle"] = idle(play)
    steps, after = zooming(play)
    found |= {"zoom": median(steps), "longest": max(*steps, *after)}
    frames: list[float] = []
    for _turn in range(2 * TURNS):
        play.wait(lambda: play.has("done"))
        play.driver.click("done")
        frames += thinking(play)
        play.wait(lambda: not play.flow.busy)
        while play.has("next"):
            play.driver.click("next")
    found["thinking"] = max(frames)
    found["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBI
    play.close()
    json.dump(found, sys.stdout)


def idle(play: Play) -> float:
    """Share of a core that the window takes while nobody does anything, in its own loop."""
    until = time.monotonic() + SETTLED
    while time.monotonic() < until:  # whatever is still built in a thread
        play.driver.tick()
        time.sleep(NAP)
    pygame.time.set_timer(pygame.QUIT, round(IDLE * 1000), 1)
    began, before = time.monotonic(), time.process_time()
    play.app.run()
    return (time.process_time() - before) / (time.monotonic() - began)


def zooming(play: Play) -> tuple[list[float], list[float]]:
    """Seconds of the frame on each notch of the wheel, and of those after it, the map being built in a thread meanwhile."""
    steps, after = [], []
    for notches in WHEEL:
        play.driver.hover("map", 0)
        for frame in range(FRAMES):
            began = time.perf_counter()
            if frame == 0:
                play.driver.post(pygame.MOUSEWHEEL, x=0, y=notches, flipped=False, which=0)
            play.app.window.touch()
            play.driver.tick()
            (after if frame else steps).append(time.perf_counter() - began)
            time.sleep(NAP)
    return steps, after


def thinking(play: Play) -> list[float]:
    """Seconds of each frame as long as the others decide; the last, on which they arrive, is the next page's."""
    frames = []
    while play.flow.busy:
        began = time.perf_counter()
        at = 900 + len(frames) % 50, 500
        play.driver.post(pygame.MOUSEMOTION, pos=at, rel=(1, 0), buttons=(0, 0, 0))
        play.app.window.touch()
        play.driver.tick()
        frames.append(time.perf_counter() - began)
        time.sleep(NAP)
    return frames[:-1]


if __name__ == "__main__":
    main()

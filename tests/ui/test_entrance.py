"""The menu stands before the game behind it is loaded, and what is pressed meanwhile is not lost."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys, tempfile, time
from pathlib import Path
import pygame
from wargame.ui.app import App
from wargame.ui.entrance import Entrance
from wargame.ui.opening import Display
from wargame.ui.settings import SettingsFile

folder = Path(tempfile.mkdtemp())
app = App(Display.HEADLESS, SettingsFile(folder / "settings.json"))
entrance = Entrance(app, folder / "saves")
loaded = "numba" in sys.modules or "wargame.session" in sys.modules
entrance.open()
app.draw_if_dirty()
assert not loaded, "the game is loaded before its menu"
assert "new" in app.window.widgets()
app.window.widgets()["new"].activate(app.window)
end = time.monotonic() + 60
while not any(key == "scenarios" for key in app.window.widgets()):
    assert time.monotonic() < end, "the choice of scenarios did not come"
    time.sleep(0.01)
    for event in pygame.event.get():
        app.handle(event)
entrance.close()
app.close()
"""


def test_the_menu_comes_first_and_a_press_is_kept() -> None:
    """In a process of its own: `New game` pressed at once leads to the scenarios when the game is loaded."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

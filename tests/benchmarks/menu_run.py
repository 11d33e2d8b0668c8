"""The menu of a window nobody sees, in a process of its own: seconds from the start of Python to its frame; prints JSON."""

from __future__ import annotations

import json
import sys
import tempfile
import time
from pathlib import Path

from wargame.ui.app import App
from wargame.ui.entrance import Entrance
from wargame.ui.opening import Display
from wargame.ui.settings import Settings, SettingsFile


def main() -> None:
    """Open the menu and draw it."""
    folder = Path(tempfile.mkdtemp())
    file = SettingsFile(folder / "settings.json")
    file.write(Settings(width=1920, height=1080, percent=125))
    app = App(Display.HEADLESS, file)
    Entrance(app, folder / "saves").open()
    app.draw_if_dirty()
    assert "new" in app.window.widgets()
    json.dump({"menu": time.monotonic() - float(sys.argv[1])}, sys.stdout)


if __name__ == "__main__":
    main()

"""Draws the pictures of README.md and the player's guide anew: `python -m tools.build_pictures`."""

from __future__ import annotations

import sys
from pathlib import Path

from wargame.ui.stills import shot_screen

DOCS = Path(__file__).resolve().parent.parent / "docs"
SIZE = "1280x720"
PERCENT = 100
PICTURES = {
    "window.jpg": ("draft", "first_steps", ""),
    "session.jpg": ("session", "invasion_2022", "nato"),
    "resolution.jpg": ("resolution", "first_steps", "russia"),
    "emergency.jpg": ("emergency", "first_steps", "nato"),
}
"""By file: the screen, the scenario, and whose seat."""


def main() -> None:
    """All of them, or those that are named."""
    wanted = sys.argv[1:] or list(PICTURES)
    for name in wanted:
        screen, scenario, seat = PICTURES[name]
        shot_screen(screen, scenario, None, DOCS / name, SIZE, PERCENT, "default", seat)


if __name__ == "__main__":
    main()

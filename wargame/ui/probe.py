"""What a test in a real window can see: ids and places of widgets, written to a file after each frame.

Only when the variable WARGAME_UI_PROBE names a file.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from wargame.ui.kit.window import Window

PROBE_VARIABLE = "WARGAME_UI_PROBE"


def probe_file() -> Path | None:
    """The file to be written, if any."""
    named = os.environ.get(PROBE_VARIABLE, "")
    return Path(named) if named else None


def write_probe(file: Path, window: Window, system_id: int) -> None:
    """Write what is on the screen, whole or not at all; `system_id` is the number of the window in its system."""
    seen = {
        "window": system_id,
        "size": list(window.size),
        "layers": len(window.layers),
        "focus": window.focused,
        "rects": {key: list(rect) for key, rect in window.places().items()},
        "texts": [text.text for texts in window.written for text in texts],
    }
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(seen), encoding="utf-8")
    fresh.replace(file)

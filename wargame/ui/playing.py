"""`wargame play`: the window."""

from __future__ import annotations

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported

from wargame.store.scenarios import scenario_from
from wargame.study.company import Company
from wargame.ui.app import App
from wargame.ui.opening import Display
from wargame.ui.play.seats import seats_of
from wargame.ui.screens.flow import Flow
from wargame.ui.screens.setup import fresh_seed
from wargame.ui.settings import settings_file


def play(name: str | None, since: str | None, seats: str, seed: int | None) -> None:
    """Open the window: at the menu, or in a game that is named. Raises NoDisplay and InputError."""
    scenario = None if name is None else scenario_from(name, since)
    sitting = {} if scenario is None else seats_of(seats, tuple(scenario.bodies))
    app = App(Display.WINDOW, settings_file())
    flow = Flow(app)
    try:
        if scenario is None:
            flow.open_menu()
        else:
            flow.begin(scenario, Company(sitting), fresh_seed() if seed is None else seed)
        app.run()
    finally:
        flow.close()
        app.close()

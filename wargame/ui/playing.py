"""`wargame play`: the window."""

from __future__ import annotations

import os

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported

from wargame.ui.app import App
from wargame.ui.ending import run_to_the_end
from wargame.ui.entrance import Entrance
from wargame.ui.opening import Display, keep_what_is_loaded
from wargame.ui.settings import settings_file


def play(
    name: str | None,
    since: str | None,
    turns: int | None,
    seats: str,
    delegates: str,
    seed: int | None,
    leads: str = "",
) -> None:
    """Open the window: at the menu, or in a game that is named; `leads` says whether somebody facilitates it, as a save does.

    Raises NoDisplay and InputError.
    """
    if name is not None:
        _play_game(name, since, turns, seats, delegates, seed, leads)
        return
    app = App(Display.WINDOW, settings_file())
    entrance = Entrance(app)
    try:
        entrance.open()
        run_to_the_end(app)
    finally:
        entrance.close()
        app.close()


def _play_game(
    name: str, since: str | None, turns: int | None, seats: str, delegates: str, seed: int | None, leads: str
) -> None:
    from wargame.engine.chair import Chairs
    from wargame.store.scenarios import scenario_from
    from wargame.study.company import Company, usual_visits
    from wargame.ui.play.seats import delegates_of, seats_of, seats_without_people
    from wargame.ui.screens.flow import Flow
    from wargame.ui.screens.setup import fresh_seed

    scenario = scenario_from(name, since, turns)
    speaking = delegates_of(delegates, scenario)
    sitting = seats_of(seats, scenario) if seats or not speaking else seats_without_people(scenario)
    company = Company(sitting, visits=usual_visits(scenario), delegates=speaking, chairs=Chairs(leads))
    keep_what_is_loaded()
    app = App(Display.WINDOW, settings_file())
    flow = Flow(app)
    try:
        flow.begin(scenario, company, fresh_seed() if seed is None else seed)
        run_to_the_end(app)
    finally:
        flow.close()
        app.close()

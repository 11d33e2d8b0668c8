"""Record the golden logs again: `python -m tests.golden.record` from the top folder, with the game's environment."""

from __future__ import annotations

from pathlib import Path

from wargame.ai.policy import Level
from wargame.engine.account import account
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import new_session

HERE = Path(__file__).parent
GAMES = {"first_steps_seed_1.txt": 1}


def chronicle(seed: int) -> str:
    """A game of `first_steps` with staff on every seat, told to its end."""
    scenario = load_scenario(find_scenario("first_steps"))
    session = new_session(scenario, seed, dict.fromkeys(scenario.bodies, Level.STAFF))
    session.begin()
    session.play_out()
    return "\n".join(account(session.world, session.names, session.events)) + "\n"


def record() -> None:
    """Write every golden log."""
    for name, seed in GAMES.items():
        (HERE / name).write_text(chronicle(seed), encoding="utf-8")


if __name__ == "__main__":
    record()

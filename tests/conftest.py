"""What tests of all rooms share: the scenario and games of it, loaded and played once a run."""

import pytest

from tests.played import Played, play_peace, play_requested, play_war
from wargame.commands.warm import make_warm
from wargame.engine.compile import Compiled, compile_scenario
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario


@pytest.fixture(scope="session")
def first_steps() -> Scenario:
    """The scenario `first_steps`."""
    return load_scenario(find_scenario("first_steps"))


@pytest.fixture(scope="session")
def start(first_steps: Scenario) -> Compiled:
    """Its tables before the first turn, seed 1, with the rules compiled. Sessions copy them, so they may be shared."""
    make_warm()
    return compile_scenario(first_steps, 1)


@pytest.fixture(scope="session")
def peace(start: Compiled) -> Played:
    """A whole game in which nobody goes to war."""
    return play_peace(start)


@pytest.fixture(scope="session")
def war(start: Compiled) -> Played:
    """A whole game with a war from its first turn, with an emergency session and a hybrid campaign."""
    return play_war(start)


@pytest.fixture(scope="session")
def requested(start: Compiled) -> Played:
    """A turn with soundings and a request for forces."""
    return play_requested(start)

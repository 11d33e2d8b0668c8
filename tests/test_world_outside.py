"""The states outside of the real world, held against the votes that they cast."""

from __future__ import annotations

from collections import Counter

import pytest

from tools.scenario.tables import by
from wargame.engine.compile import Compiled, compile_scenario
from wargame.model.codes import Act, Stand
from wargame.rules.intentions import perceive
from wargame.rules.law import plain
from wargame.rules.outside import take_stands
from wargame.store.paths import scenarios_folder
from wargame.store.scenarios import load_scenario

REGIONS_TAKEN = 8  # in the first week, about those of the map of 2 March 2022
STOOD = {"for": Stand.CONDEMNS, "against": Stand.SUPPORTS, "abstain": Stand.ASIDE, "absent": Stand.ASIDE}
"""Where a state stood on the conduct of Russia by its vote."""


@pytest.fixture(scope="module")
def invaded() -> Compiled:
    """January 2022, and then an invasion of Ukraine that the world has seen."""
    game = compile_scenario(load_scenario(scenarios_folder() / "invasion_2022.yaml"), 1)
    russia, ukraine = (game.names.countries.row(state) for state in ("RUS", "UKR"))
    place = int(game.world.countries[ukraine].capital)
    for act in (Act.INVASION, *[Act.OCCUPATION] * REGIONS_TAKEN):
        plain(perceive)(game.world, game.state, russia, act, place)
    plain(take_stands)(game.world, game.state)
    return game


def stands(game: Compiled) -> dict[str, Stand]:
    """Where each state outside stands on Russia."""
    russia = game.names.bodies.row("russia")
    return {name: Stand(int(game.state.regards[o, russia].stand)) for o, name in enumerate(game.names.outsiders.ids)}


def test_after_an_invasion_most_stand_as_they_voted(invaded: Compiled) -> None:
    """A/RES/ES-11/1, 2 March 2022, which nothing was made from: three in four; nobody stands at the other end."""
    votes = {name: STOOD[row["vote_2022_03_02"]] for name, row in by("iso3", "outside").items()}
    found = stands(invaded)
    assert sum(found[name] == vote for name, vote in votes.items()) >= 0.75 * len(votes)
    assert all(abs(found[name] - vote) < Stand.CONDEMNS for name, vote in votes.items())


def test_few_support_and_most_condemn_but_not_by_weight(invaded: Compiled) -> None:
    """As in 2022: a majority of states condemns, a handful supports, and the largest peoples stand aside."""
    found = stands(invaded)
    count = Counter(found.values())
    assert count[Stand.CONDEMNS] > len(found) / 2
    assert count[Stand.SUPPORTS] <= 3
    assert found["CHN"] == found["IND"] == Stand.ASIDE

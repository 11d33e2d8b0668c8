"""Scenarios that are sound and yet like no other: each is opened and played to its end (law 14, conformance)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.commands.calling import SMALL
from wargame.ai.policy import Level
from wargame.store.scenarios import load_scenario
from wargame.study.games import play

Data = dict[str, Any]
Change = Callable[[Data], None]


def one_state(data: Data) -> None:
    """A leadership alone in the world."""
    alone_in_the_east(data)
    data["regions"] = {"RU-STPE": data["regions"]["RU-STPE"] | {"people": 100}}
    data["edges"], data["seas"], data["links"] = [], {}, {}
    data["formations"]["RUS-01"].pop("at")


def alone_in_the_east(data: Data) -> None:
    """Only what is of the leadership, on the whole board."""
    keep(data, "bodies", {"east"})
    keep(data, "countries", {"RUS"})
    keep(data, "measures", {"exercise"})
    keep(data, "objectives", {"east_land"})
    keep(data, "formations", {"RUS-01"})
    data["red_lines"], data["links"], data["outside"] = [], {}, {}
    for region in data["regions"].values():
        region["home"] = "RUS"
        region["people"] = 25


def no_leadership(data: Data) -> None:
    """A council, and a state in no body."""
    keep(data, "bodies", {"north"})
    keep(data, "measures", {"aid", "promise"})
    keep(data, "objectives", {"north_soil", "north_calm"})
    del data["countries"]["RUS"]["body"]
    data["outside"]["JPN"]["goodwill"] = {"north": 60}


def a_nation(data: Data) -> None:
    """A nation in place of a leadership."""
    data["bodies"]["east"]["kind"] = "nation"


def one_turn(data: Data) -> None:
    """The shortest game."""
    data.update(turns=1, weeks_a_turn=1, step_days=1)


def no_formations(data: Data) -> None:
    """Nobody has soldiers."""
    data["formations"] = {}


def only_ships(data: Data) -> None:
    """All forces are afloat."""
    keep(data, "formations", {"RUS-01"})


def at_war(data: Data) -> None:
    """War from the first day, with orders given, all mobilised and the highest escalation."""
    data.update(
        wars=[["RUS", "EST"], ["FIN", "RUS"]], mobilised=["EST", "FIN", "RUS"], tracks={"escalation": 10, "channels": 0}
    )
    data["orders"] = {"EST-01": {"path": ["RU-STPE"], "loss_limit": 0}}


def land_of_no_value(data: Data) -> None:
    """Nothing is worth holding."""
    for region in data["regions"].values():
        region["value"] = 0


def occupied(data: Data) -> None:
    """A state whose whole land another holds."""
    for region in ("EE-TALL", "EE-TART"):
        data["regions"][region]["controller"] = "RUS"


def beyond_the_map(data: Data) -> None:
    """All land is off the map."""
    for region in data["regions"].values():
        region["boxed"] = True


def at_the_poles(data: Data) -> None:
    """Places at the ends of the coordinates."""
    data["regions"]["EE-TALL"].update(lat=90, lon=180)
    data["regions"]["FI-HELS"].update(lat=-90, lon=-180)
    data["seas"]["SZ-GULF"].update(lat=0, lon=0)


def in_one_place(data: Data) -> None:
    """All places lie upon each other, a kilometre of way apart."""
    for place in (*data["regions"].values(), *data["seas"].values()):
        place.update(lat=0, lon=0)
    for edge in data["edges"]:
        edge["km"] = 1


def long_ways(data: Data) -> None:
    """No march ends within the game."""
    for edge in data["edges"]:
        edge["km"] = 20_000


def dwarfs(data: Data) -> None:
    """The smallest states there can be."""
    for state in data["countries"].values():
        state.update(population=0.001, gdp=0.001, personnel=0, democracy=0, defence_share=0, opinion=0, government=0)
        state.update(outlook=-100, caution=0, resilience=0)


def giants(data: Data) -> None:
    """The largest states there can be, and the strongest formations."""
    for state in data["countries"].values():
        state.update(population=2000, gdp=100_000, personnel=10_000, democracy=10, defence_share=30, opinion=100)
        state.update(government=100, outlook=100, caution=100, resilience=100, gas=100, warheads=True, tradition=100)
    for unit in data["formations"].values():
        unit.update(strength=20, readiness=5)


def no_commitment(data: Data) -> None:
    """Members that care for nothing, and a body without influence or cohesion."""
    data["bodies"]["north"].update(members={"EST": 0, "FIN": 0}, influence=0, cohesion=0, funds=0)
    data["bodies"]["east"].update(members={"RUS": 0}, influence=0, stability=0)


def everyone_in_one_council(data: Data) -> None:
    """One council of all states, with no other side to answer."""
    no_leadership(data)
    data["bodies"]["north"]["members"]["RUS"] = 50
    data["countries"]["RUS"]["body"] = "north"
    data["measures"]["aid"]["names"], data["measures"]["promise"]["names"] = ["helps"], ["helps"]


def long_ago(data: Data) -> None:
    """A game of another age."""
    data["start"], data["red_lines"][0]["lapses"] = "1815-06-09", "1815-07-09"


def late(data: Data) -> None:
    """A game that ends as the calendar does."""
    data["start"], data["red_lines"][0]["lapses"] = "9899-01-01", "9899-03-01"


def empty_lists(data: Data) -> None:
    """Every list that may be empty, written out and empty."""
    data.update(starts=[], texts=[], wars=[], mobilised=[], orders={}, learning=[], sources=[], numbers={})


def other_scripts(data: Data) -> None:
    """Names in letters of other scripts, each in one."""
    data["countries"]["EST"]["name"] = "Эстония"
    data["countries"]["FIN"]["name"] = "フィンランド"
    data["regions"]["EE-TALL"]["name"] = "Ελλάς"


ODD: tuple[Change, ...] = (
    one_state,
    alone_in_the_east,
    no_leadership,
    a_nation,
    one_turn,
    no_formations,
    only_ships,
    at_war,
    land_of_no_value,
    occupied,
    beyond_the_map,
    at_the_poles,
    in_one_place,
    long_ways,
    dwarfs,
    giants,
    no_commitment,
    everyone_in_one_council,
    long_ago,
    late,
    empty_lists,
    other_scripts,
)


def keep(data: Data, section: str, names: set[str]) -> None:
    """Leave only these entries of a section."""
    data[section] = {name: entry for name, entry in data[section].items() if name in names}


def changed(change: Change, folder: Path) -> Path:
    """The small scenario after a change, as a file; JSON is YAML too."""
    data = yaml.load(SMALL.read_text("utf-8"), yaml.BaseLoader)
    data = json.loads(json.dumps(plain(data)))
    change(data)
    file = folder / f"{change.__name__}.yaml"
    file.write_text(json.dumps(data), "utf-8")
    return file


def plain(value: Any) -> Any:
    """Texts that are numbers or truths as those: the base loader reads all as text."""
    match value:
        case dict():
            return {key: plain(below) for key, below in value.items()}
        case list():
            return [plain(below) for below in value]
        case "true" | "false":
            return value == "true"
        case _:
            try:
                return int(value)
            except ValueError:
                return number_or_text(value)


def number_or_text(value: str) -> float | str:
    try:
        return float(value)
    except ValueError:
        return value


@pytest.mark.parametrize("change", ODD, ids=lambda change: change.__name__)
def test_an_odd_scenario_is_played_to_its_end(change: Change, tmp_path: Path) -> None:
    """It ends by the rules, at the latest with its last turn, and the scores are points of 100."""
    scenario = load_scenario(changed(change, tmp_path))
    result = play(scenario, 1, dict.fromkeys(scenario.bodies, Level.CADET))
    assert 0 < result.turns <= scenario.turns
    assert result.ending in ("last_turn", "regime_falls")
    assert set(result.scores) == set(scenario.bodies)
    assert all(0.0 <= score <= 100.0 for score in result.scores.values())


def test_two_hundred_turns_are_played(tmp_path: Path) -> None:
    """The longest game, by those who do nothing."""
    scenario = load_scenario(SMALL).model_copy(update={"turns": 200, "weeks_a_turn": 1, "step_days": 7})
    assert play(scenario, 1, dict.fromkeys(scenario.bodies, Level.IDLE)).turns == scenario.turns

"""The three scenarios that stand on the game of 2022 and tell of other days: 2019, May 2022, and 2027, which is assumed.

They are sound, true to the tables where those reach, and something is decided in them.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

from tools.scenario.edition import Edition
from wargame.ai.policy import Level
from wargame.engine.compile import compile_scenario
from wargame.engine.invariants import broken_invariants
from wargame.model.names import Names
from wargame.model.scenario import Scenario
from wargame.model.starts import shortened
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import play

NAMES = ("brain_death_2019", "northern_enlargement", "after_the_war")
EACH = pytest.mark.parametrize("name", NAMES)
LATER = re.compile(
    r"\b20(?:2\d|19-12)\b|\b(?:[89]|[12]\d|30) November 2019|December 2019"
)  # after the first day of 2019
OCCUPIED = {
    "brain_death_2019": {"UA-CRIM", "UA-LUHA", "UA-DONE"},
    "northern_enlargement": {"UA-CRIM", "UA-LUHA", "UA-DONE", "UA-KHER", "UA-MARI", "UA-ZAPO"},
    "after_the_war": {"UA-CRIM", "UA-LUHA", "UA-DONE", "UA-KHER", "UA-MARI", "UA-ZAPO", "UA-SIEV"},
}


@cache
def loaded(name: str) -> Scenario:
    return load_scenario(find_scenario(name))


def edition(name: str) -> Edition:
    """The tables as of the scenario's first day."""
    return Edition(name, loaded(name).start.isoformat(), "2022", "2021", 1.0)


@EACH
def test_it_begins_without_a_broken_invariant(name: str) -> None:
    game = compile_scenario(loaded(name), 1)
    assert not broken_invariants(game.world, game.state)
    assert isinstance(game.names, Names)


@EACH
def test_it_tells_a_class_and_every_seat_what_it_is_about(name: str) -> None:
    """Points of learning, a briefing for each seat, and where every red line, attack and accession is documented."""
    scenario = loaded(name)
    assert len(scenario.learning) >= 3
    assert all(len(body.briefing) == 3 for body in scenario.bodies.values())
    assert all(line.source and line.reason for line in scenario.red_lines)
    assert all(attack.source for attack in scenario.attacks)
    assert all(way.source for way in scenario.accessions.values())


@EACH
def test_members_are_those_of_the_day(name: str) -> None:
    """By the table of countries; the United Kingdom, which was leaving in 2019, sits in no council of the Union."""
    bodies = loaded(name).bodies
    assert set(bodies["nato"].members) == set(edition(name).nato)
    assert set(bodies["eu"].members) == set(edition(name).eu) - {"GBR"}


@EACH
def test_russia_holds_of_ukraine_what_the_file_says(name: str) -> None:
    scenario = loaded(name)
    held = {place for place, region in scenario.regions.items() if region.home == "UKR" and region.controller == "RUS"}
    assert held == OCCUPIED[name]


@EACH
def test_nobody_stands_on_land_of_an_enemy(name: str) -> None:
    """Ukraine's formations are on land that Ukraine holds, and no other army is."""
    scenario = loaded(name)
    for unit, formation in scenario.formations.items():
        region = scenario.regions.get(formation.at or formation.base)
        if region is not None and formation.owner is not None:
            assert (formation.owner == "UKR") == ((region.controller or region.home) == "UKR"), unit


def test_in_2019_no_link_knows_what_came_later() -> None:
    """Disputes, histories, ties and claims cite what had happened by then."""
    links = loaded("brain_death_2019").links
    entries = (*links.history, *links.disputes, *links.ties, *links.claims)
    assert entries
    assert [entry.source for entry in entries if LATER.search(entry.source)] == []


def test_in_2019_nine_allies_spend_what_was_pledged_and_one_holds_back_the_plan() -> None:
    """NATO, 29 November 2019; Reuters, 26 November 2019."""
    scenario = loaded("brain_death_2019")
    enough = {state for state in scenario.bodies["nato"].members if scenario.countries[state].defence_share >= 2}
    assert enough == {"USA", "BGR", "GRC", "GBR", "EST", "ROU", "LTU", "LVA", "POL"}
    held = [line.member for line in scenario.red_lines if (line.body, line.kind.name) == ("nato", "READINESS")]
    assert held == ["TUR"]


def test_in_may_2022_two_have_applied_and_no_clause_protects_them() -> None:
    scenario = loaded("northern_enlargement")
    assert {state: way.stage for state, way in scenario.accessions.items()} == {"FIN": "applied", "SWE": "applied"}
    assert not {"FIN", "SWE"} & set(scenario.bodies["nato"].members)
    weights = {
        (one, other): entry.weight
        for entry in scenario.links.disputes
        for one in entry.observer
        for other in entry.other
    }
    assert weights["TUR", "SWE"] > weights["TUR", "FIN"] > weights["HUN", "FIN"] > 0


def test_2027_is_called_an_assumption_and_no_war_goes_on() -> None:
    """Nobody leads a state by name, and every figure of a state is called an estimate."""
    scenario = loaded("after_the_war")
    assert "assumed and not foretold" in scenario.summary
    assert scenario.wars == ()
    assert [attack.ended is not None for attack in scenario.attacks] == [True]
    assert not [state for state, country in scenario.countries.items() if "Led by" in (country.source or "")]
    assert all("gdp" in country.estimates for country in scenario.countries.values())


@EACH
def test_something_is_decided_in_it(name: str) -> None:
    """Three turns of staffs: both councils adopt something."""
    scenario = shortened(loaded(name), 3)
    result = play(scenario, 1, dict.fromkeys(scenario.bodies, Level.STAFF))
    assert result.turns == 3
    assert result.counts["adopted_nato"] > 0
    assert result.counts["adopted_eu"] > 0

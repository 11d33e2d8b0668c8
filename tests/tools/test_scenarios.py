"""The large scenarios are what the tool makes of the tables, and leave out nothing that the tables have."""

from __future__ import annotations

import csv
import re
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from tests.tools.chart import table
from tools.build_scenario import SCENARIOS
from tools.scenario.edition import EDITIONS, Edition
from tools.scenario.forces import COUNTED_AS_WARHEADS, shares
from tools.scenario.making import scenario_text
from tools.scenario.tables import DATA, of_year, rows
from wargame.engine.compile import compile_scenario
from wargame.model.lands import Formation
from wargame.model.scenario import Scenario
from wargame.store.scenarios import load_scenario, scenario_from

BOTH = pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)


@cache
def made(edition: Edition) -> str:
    return scenario_text(edition)


@cache
def loaded(edition: Edition) -> Scenario:
    return load_scenario(committed(edition))


def committed(edition: Edition) -> Path:
    return SCENARIOS / f"{edition.name}.yaml"


def formation(edition: Edition, name: str) -> Formation:
    return loaded(edition).formations[name]


@BOTH
def test_the_file_is_what_the_tool_makes(edition: Edition) -> None:
    assert committed(edition).read_text(encoding="utf-8") == made(edition)


@BOTH
def test_it_is_made_alike_twice(edition: Edition) -> None:
    assert scenario_text(edition) == made(edition)


@BOTH
def test_no_placeholder_is_left(edition: Edition) -> None:
    assert "{{" not in made(edition)


@BOTH
def test_all_states_are_there(edition: Edition) -> None:
    states = [row["iso3"] for row in rows("countries")]
    assert len(states) == 47
    assert list(loaded(edition).countries) == states


@BOTH
def test_all_core_regions_are_there(edition: Edition) -> None:
    core = {row["id"] for row in rows("regions") if row["tier"] == "core"}
    assert len(core) == 148
    assert core <= set(loaded(edition).regions)


@BOTH
def test_every_sea_zone_touches_a_port(edition: Edition) -> None:
    scenario = loaded(edition)
    ends = [set(edge.between) for edge in scenario.edges]
    ports = {name for name, region in scenario.regions.items() if region.port}
    assert len(scenario.seas) == 23
    assert all(any(sea in pair and pair & ports for pair in ends) for sea in scenario.seas)


@BOTH
def test_a_way_between_land_and_sea_ends_in_a_port(edition: Edition) -> None:
    scenario = loaded(edition)
    inland = {name for name, region in scenario.regions.items() if not region.port}
    wrong = [e.between for e in scenario.edges if set(e.between) & set(scenario.seas) and set(e.between) & inland]
    assert not wrong


@BOTH
def test_all_formations_are_there(edition: Edition) -> None:
    strength = f"strength_{edition.forces_year}"
    fielded = {row["id"] for row in rows("forces") if float(row[strength]) > 0} - set(COUNTED_AS_WARHEADS)
    seeds = {row["id"] for row in rows("standing") if row["year"] == edition.forces_year}
    planned = {name for name, unit in loaded(edition).formations.items() if unit.planned}
    assert set(loaded(edition).formations) == fielded | seeds | planned
    assert len(planned) == (4 if edition.forces_year == "2022" else 0)


def test_what_is_left_out_in_2022_is_nuclear_or_was_not_on_call() -> None:
    everything = {row["id"] for row in rows("forces")}
    on_call_in_2016_only = {"EU-02"}
    assert everything - set(loaded(EDITIONS[0]).formations) == {*COUNTED_AS_WARHEADS, *on_call_in_2016_only}


@BOTH
def test_standing_formations_have_contributors(edition: Edition) -> None:
    standing = {name: unit for name, unit in loaded(edition).formations.items() if unit.body}
    assert len([unit for unit in standing.values() if not unit.planned]) == {"2022": 9, "2016": 10}[edition.forces_year]
    for unit in standing.values():
        assert unit.framework in unit.contributors
        assert unit.source


@BOTH
def test_no_formation_starts_among_enemies(edition: Edition) -> None:
    scenario = loaded(edition)
    for name, unit in scenario.formations.items():
        region = scenario.regions.get(unit.at or unit.base)
        holder = None if region is None else region.controller or region.home
        assert (unit.owner == "UKR") == (holder == "UKR") or unit.owner is None or holder is None, name


@BOTH
def test_every_dispute_has_a_source_and_runs_both_ways(edition: Edition) -> None:
    weighed = {
        (one, other): entry.source
        for entry in loaded(edition).links.disputes
        for one in entry.observer
        for other in entry.other
        if one != other
    }
    assert weighed
    assert all(source.strip() for source in weighed.values())
    assert all((other, one) in weighed for one, other in weighed)


@BOTH
def test_every_ally_has_a_dispute_or_is_said_to_have_none(edition: Edition) -> None:
    disputing = {state for entry in loaded(edition).links.disputes for state in (*entry.observer, *entry.other)}
    said = next(line for line in made(edition).splitlines() if "no dispute with a state on this board" in line)
    for ally in edition.nato:
        assert (ally in disputing) != (ally in said), ally


@BOTH
def test_every_state_has_a_leader_in_office_on_the_day(edition: Edition) -> None:
    leaders = of_year("leaders", edition.forces_year)
    assert list(leaders) == list(edition.countries)
    assert all(row["since"] <= edition.start for row in leaders.values())
    assert all(row["name"] in (loaded(edition).countries[state].source or "") for state, row in leaders.items())


@BOTH
def test_every_election_falls_into_the_game(edition: Edition) -> None:
    scenario = loaded(edition)
    dates = [country.election for country in scenario.countries.values() if country.election]
    last = scenario.start + timedelta(weeks=scenario.turns * scenario.weeks_a_turn)
    assert len(dates) == len(of_year("elections", edition.forces_year))
    assert all(scenario.start < date <= last for date in dates)


@BOTH
def test_no_dispute_and_no_tie_cites_what_happened_after_the_day(edition: Edition) -> None:
    """A row holds from the act that it cites; what came later stands in a row of its own."""
    links = loaded(edition).links
    for entry in (*links.history, *links.disputes, *links.ties, *links.claims):
        years = [f"{year}-01-01" for year in re.findall(r"\b(?:19|20)\d\d\b", entry.source)]
        days = [
            datetime.strptime(day, "%d %B %Y").date().isoformat()
            for day in re.findall(r"\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\b", entry.source)
        ]
        assert all(date <= edition.start for date in years + days), entry.source


@pytest.mark.parametrize(
    "name", ["disputes", "history", "ties", "claims", "standing", "placements", "leaders", "outlooks", "elections"]
)
def test_every_row_says_how_sure_it_is(name: str) -> None:
    assert {row["conf"] for row in rows(name)} <= {"high", "medium", "low"}


@pytest.mark.parametrize(("cell", "whole"), [("A 1;B 1;C 1", {"A": 34, "B": 33, "C": 33}), ("A 999;B 1", {"A": 100})])
def test_shares_of_soldiers_are_whole_percents_that_fill_the_whole(cell: str, whole: dict[str, int]) -> None:
    assert shares(cell) == whole


def test_american_brigades_stand_with_their_hosts_in_proportion_to_their_soldiers() -> None:
    homes = {row["id"]: row["country"] for row in rows("regions")}
    for row in rows("us_formations"):
        unit = formation(EDITIONS[0], row["id"])
        assert homes[unit.base] == row["host"]
        assert unit.strength == pytest.approx(int(row["soldiers_2022"]) / 4000, abs=0.006)


def test_membership_follows_the_day() -> None:
    invasion, baltic = (loaded(edition) for edition in EDITIONS)
    assert len(invasion.bodies["nato"].members) == 30
    assert len(invasion.bodies["eu"].members) == 27
    assert len(baltic.bodies["nato"].members) == 28
    assert "GBR" in baltic.bodies["eu"].members


def test_armies_of_the_east_are_at_their_bases_on_new_year() -> None:
    later = [row["id"] for row in rows("forces") if row["deployed_region"].startswith("BY-")]
    assert later
    assert all(formation(EDITIONS[0], name).at is None for name in later)


def test_the_day_of_the_invasion_is_a_start_of_its_own() -> None:
    """The same game from 24 February: at war, where the armies then stood, with the orders that they had."""
    scenario = scenario_from(EDITIONS[0].name, "2022-02-24")
    assert scenario.start.isoformat() == "2022-02-24"
    assert scenario.wars == (("RUS", "UKR"),)
    assert len(scenario.orders) > 25
    assert scenario.formations["RUS-30"].at == "BY-HOME"
    assert scenario.formations["RUS-30"].base == "RU-PSKO"
    assert scenario.orders["RUS-30"].path[-1] == "UA-KYIV"


def test_what_ukraine_holds_at_the_start_is_full_marks() -> None:
    scenario = loaded(EDITIONS[0])
    soil = [region for region in scenario.regions.values() if region.home == "UKR"]
    held = sum(region.value for region in soil if region.controller is None) * 1000 // sum(r.value for r in soil)
    assert scenario.objectives["ukraine_land"].best == held
    assert scenario.objectives["nato_ukraine"].best == held


def test_the_map_and_the_scenarios_speak_of_the_same_ground() -> None:
    """Ids, names, states and places of regions and seas stand in the tables of both; they may not drift apart."""
    places = [(row["id"], row["name"], row["country"], row["lat"], row["lon"]) for row in rows("regions")]
    assert places == [(row["id"], row["name"], row["country"], row["lat"], row["lon"]) for row in table("regions")]
    waters = [(row["id"], row["name"], row["seed_lat"], row["seed_lon"]) for row in rows("sea_zones")]
    assert waters == [(row["id"], row["name"], row["lat"], row["lon"]) for row in table("seas")]


@pytest.mark.parametrize("file", sorted(DATA.glob("*.csv")), ids=lambda file: file.stem)
def test_every_row_of_a_table_has_a_cell_for_each_column(file: Path) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        widths = {len(cells) for cells in csv.reader(lines)}
    assert len(widths) == 1


def test_the_lines_of_the_donbas_are_dug_and_columns_on_the_march_are_not() -> None:
    """Entrenchment on day 0: full on a line of contact, what peace allows elsewhere, none with marching orders."""
    scenario = scenario_from(EDITIONS[0].name, "2022-02-24")
    start = compile_scenario(scenario, 1)
    units, names = start.state.formations, start.names.formations
    assert units[names.row("UKR-07")].dug_in == 1000
    assert units[names.row("UKR-08")].dug_in == 300
    assert units[names.row("RUS-30")].dug_in == 0
    assert units[names.row("UKR-14")].dug_in == 300  # before Perekop, next to Crimea: the scenario says how well


def test_formations_moved_by_a_scenario_of_another_year_are_dug_in_by_rule() -> None:
    """What is said of the isthmus on 24 February is not carried along to where the brigade stands in May."""
    start = compile_scenario(scenario_from("northern_enlargement", None), 1)
    unit = start.state.formations[start.names.formations.row("UKR-14")]
    assert (start.names.places.ids[unit.at], unit.dug_in) == ("UA-MYKO", 1000)

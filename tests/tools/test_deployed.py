"""Where the armies stood on the eve of 24 February 2022, and where they were to go: the table fits the board."""

from __future__ import annotations

from tools.scenario.board import NOT_A_WAY
from tools.scenario.tables import Row, by, rows

ARMIES = ("RUS", "BLR", "UKR")
AXES = {"kyiv", "chernihiv_sumy", "kharkiv", "donbas", "south"}
AFLOAT = ("fleet", "submarine")
NO_FORMATION = ("RUS-82",)  # strategic nuclear forces


def deployed() -> list[Row]:
    return rows("deployed_2022_02_24")


def attackers() -> list[Row]:
    return [row for row in deployed() if row["goal"]]


def holder(region: str) -> str:
    return by("id", "regions")[region]["controller_2022"]


def walked(start: str) -> set[str]:
    """The regions that can be reached on land through the three states at war."""
    homes = {row["id"]: row["country"] for row in rows("regions")}
    ways = [(row["a"], row["b"]) for row in rows("region_edges") if row["kind"] != NOT_A_WAY]
    reached, edge = {start}, {start}
    while edge:
        next_to = {b if a in edge else a for a, b in ways if (a in edge) != (b in edge)}
        edge = {place for place in next_to - reached if homes[place] in ARMIES}
        reached |= edge
    return reached


def test_every_formation_of_the_three_armies_is_there_once() -> None:
    armies = [r["id"] for r in rows("forces") if r["owner"] in ARMIES and float(r["strength_2022"]) > 0]
    placed = [row["id"] for row in deployed() if by("id", "forces")[row["id"]]["owner"] in ARMIES]
    assert placed == [name for name in armies if name not in NO_FORMATION]


def test_allies_that_had_moved_stand_on_allied_soil() -> None:
    """Whoever is of none of the three armies stands where a member of the Alliance holds the land, and has no goal."""
    moved = [row for row in deployed() if by("id", "forces")[row["id"]]["owner"] not in ARMIES]
    assert moved
    for row in moved:
        assert by("iso3", "countries")[holder(row["region"])]["nato_accession"] <= "2022", row["id"]
        assert not row["goal"]


def test_every_place_is_on_the_board_and_only_ships_stand_at_sea() -> None:
    forces, land, seas = by("id", "forces"), by("id", "regions"), by("id", "sea_zones")
    for row in deployed():
        assert row["region"] in land or (row["region"] in seas and forces[row["id"]]["type"] in AFLOAT), row["id"]


def test_nobody_stands_among_enemies() -> None:
    forces = by("id", "forces")
    for row in deployed():
        if row["region"] in by("id", "regions"):
            assert (forces[row["id"]]["owner"] == "UKR") == (holder(row["region"]) == "UKR"), row["id"]


def test_attackers_are_russian_and_go_for_land_that_ukraine_holds() -> None:
    assert attackers()
    for row in attackers():
        assert by("id", "forces")[row["id"]]["owner"] == "RUS"
        assert holder(row["goal"]) == "UKR"


def test_an_axis_and_a_goal_come_together_and_all_five_axes_are_used() -> None:
    assert {row["axis"] for row in attackers()} == AXES
    assert not [row["id"] for row in deployed() if row["axis"] and not row["goal"]]


def test_every_attacker_can_walk_to_its_goal() -> None:
    for row in attackers():
        assert row["goal"] in walked(row["region"]), row["id"]


def test_kyiv_is_attacked_from_belarus_and_the_south_from_crimea() -> None:
    starts = {axis: {row["region"][:2] for row in attackers() if row["axis"] == axis} for axis in AXES}
    assert starts["kyiv"] == {"BY"}
    assert {row["region"] for row in attackers() if row["axis"] == "south"} == {"UA-CRIM"}


def test_every_row_has_a_source_and_says_how_sure_it_is() -> None:
    assert all(row["source"].strip() and row["conf"] in ("high", "medium", "low") for row in deployed())

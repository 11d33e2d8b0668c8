"""Camps are read from memberships and from nothing else."""

import dataclasses

import pytest

from tests.ui.map.maps import compiled
from wargame.engine.resolve import copied
from wargame.model.names import Names, Roll
from wargame.ui.map.camps import Hue, camps_of

START = compiled("first_steps")
EXPECTED = {
    "EST": Hue.COUNCILS,
    "DEU": Hue.COUNCILS,
    "USA": Hue.COUNCIL,
    "FIN": Hue.SECOND_COUNCIL,
    "RUS": Hue.LEADERSHIP,
    "BLR": Hue.LEADERSHIP,
}


def hues(names: Names) -> list[Hue]:
    """The hue of every state."""
    return [camp.hue for camp in camps_of(START.world, START.state, names).by_country]


@pytest.mark.parametrize(("state", "hue"), EXPECTED.items())
def test_the_camp_of_a_state(state: str, hue: Hue) -> None:
    """In one council, in the other, in both, with the leadership."""
    assert hues(START.names)[START.names.countries.row(state)] is hue


def test_no_name_matters() -> None:
    """With all states and bodies called otherwise the camps are the same."""
    named = Roll.of((f"S{row:02}", f"State {row}") for row in range(len(START.names.countries)))
    bodies = Roll.of((f"b{row}", f"Body {row}") for row in range(len(START.names.bodies)))
    assert hues(dataclasses.replace(START.names, countries=named, bodies=bodies)) == hues(START.names)


def test_who_joins_changes_camp() -> None:
    """Finland in NATO is in both councils."""
    state, names = copied(START.state), START.names
    fin, nato = names.countries.row("FIN"), names.bodies.row("nato")
    state.members[nato, fin].joined = 1
    assert camps_of(START.world, state, names).by_country[fin].hue is Hue.COUNCILS


def test_a_leadership_a_nation_and_states_in_no_body() -> None:
    """In `invasion_2022` all are there, each with a colour of its own."""
    start = compiled("invasion_2022")
    camps = camps_of(start.world, start.state, start.names)
    by_state = dict(zip(start.names.countries.ids, camps.by_country, strict=True))
    assert by_state["RUS"].hue is Hue.LEADERSHIP
    assert by_state["UKR"].hue is Hue.SECOND_LEADERSHIP
    assert by_state["CHE"].hue is Hue.NEUTRAL
    assert len(camps.all) == len({camp.hue for camp in camps.all}) == 6

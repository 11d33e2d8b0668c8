"""Who sits where, as it is written on the command line."""

import pytest

from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.ui.play.seats import delegates_of, seats_of


@pytest.fixture(scope="module")
def small() -> Scenario:
    """Three sides, played by staffs where nobody says otherwise."""
    return load_scenario(find_scenario("first_steps"))


def test_seats_that_are_not_named_go_to_the_computer(small: Scenario) -> None:
    """And where none is named the first one is a person's."""
    assert seats_of("", small) == {"nato": "human", "eu": "ai:staff", "russia": "ai:staff"}
    assert seats_of("russia=human, eu=ai:cadet", small) == {"nato": "ai:staff", "eu": "ai:cadet", "russia": "human"}


def test_a_scenario_says_how_well_its_sides_are_played(small: Scenario) -> None:
    """Where nobody says otherwise."""
    weak = small.bodies["eu"].model_copy(update={"ai": "cadet"})
    changed = small.model_copy(update={"bodies": {**small.bodies, "eu": weak}})
    assert seats_of("", changed) == {"nato": "human", "eu": "ai:cadet", "russia": "ai:staff"}
    assert seats_of("eu=ai:staff", changed)["eu"] == "ai:staff"


@pytest.mark.parametrize("words", ["natoo=human", "nato=robot", "nato", "nato=human,nato=ai:staff"])
def test_what_is_not_understood_is_one_clear_line(words: str, small: Scenario) -> None:
    """It names what was meant."""
    with pytest.raises(InputError) as fault:
        seats_of(words, small)
    assert len(fault.value.problems) == 1
    assert "nato" in fault.value.problems[0] or "human" in fault.value.problems[0]


def test_states_with_delegates_are_named_once(small: Scenario) -> None:
    """In the order given, in whatever case; who sits in no council has no delegate."""
    assert delegates_of("", small) == ()
    assert delegates_of("est, DEU,EST", small) == ("EST", "DEU")
    with pytest.raises(InputError, match="RUS"):
        delegates_of("RUS", small)

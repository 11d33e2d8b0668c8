"""The choice of a scenario: it begins with the first, and offers every day on which one can begin."""

from datetime import date

import pytest

from tests.ui.stage import driven
from wargame.store.scenarios import Listed, list_scenarios, scenario_from
from wargame.ui.screens.choice import Choice, summary_of


@pytest.fixture(scope="module")
def listed() -> list[Listed]:
    """The shipped scenarios."""
    return list_scenarios()


def test_the_list_begins_with_first_steps(listed: list[Listed]) -> None:
    """It stands on top and is chosen, whatever the names of the others."""
    chosen: list[Listed] = []
    driver = driven(Choice(listed, chosen.append, lambda: None).root)
    driver.click("next")
    assert [item.name for item in chosen] == ["first_steps"]
    assert driver.find("scenarios").top < driver.find("next").top
    assert driver.complaints() == []


def test_another_start_is_chosen_where_the_scenario_is(listed: list[Listed]) -> None:
    """24 February of the invasion, as `--from` begins it; each scenario keeps its own day."""
    chosen: list[Listed] = []
    choice = Choice(listed, chosen.append, lambda: None, "invasion_2022")
    driver = driven(choice.root)
    driver.tick()
    driver.click("begins")
    driver.click("begins.2022-02-24")
    driver.tick()
    assert any("24 February" in text for text in driver.texts())
    assert driver.complaints() == []
    driver.click("next")
    assert chosen[0].scenario == scenario_from("invasion_2022", "2022-02-24")
    assert chosen[0].title == "The invasion of 2022, from 24 February"
    driver.click("scenarios.first_steps")
    driver.tick()
    assert "begins" not in driver.window.widgets()


def test_one_week_is_one_week(listed: list[Listed]) -> None:
    """A turn of one week has no plural."""
    scenario = next(item.scenario for item in listed if item.name == "invasion_2022")
    assert scenario is not None
    assert scenario.start == date(2022, 1, 1) or scenario.starts
    weekly = scenario.model_copy(update={"weeks_a_turn": 1, "turns": 12})
    assert "12 turns of 1 week;" in summary_of(weekly)
    assert "12 turns of 2 weeks;" in summary_of(weekly.model_copy(update={"weeks_a_turn": 2}))

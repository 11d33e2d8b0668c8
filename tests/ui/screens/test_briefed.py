"""What a scenario says of its table (decision 0066): how often people are asked, and what each side alone is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from tests.ui.stage import driven
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, listed_file
from wargame.study.company import Company, Visits
from wargame.ui.screens.setup import Setup


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


@pytest.mark.parametrize(("name", "visits"), [("lesson_2022", Visits.ONE), ("first_steps", Visits.SEVERAL)])
def test_setup_begins_with_the_visits_of_the_scenario(name: str, visits: Visits) -> None:
    """The class preset is chosen where the scenario is meant for a class, and can be changed."""
    begun: list[Company] = []

    def begin(scenario: Scenario, company: Company, seed: int) -> None:
        begun.append(company)

    driver = driven(Setup(listed_file(find_scenario(name)), begin, lambda: None, seed=1).root)
    driver.click("start")
    driver.click("visits")
    driver.click(f"visits.{Visits.SEVERAL.value}")
    driver.click("start")
    assert [company.visits for company in begun] == [visits, Visits.SEVERAL]
    assert driver.complaints() == []


def test_a_side_reads_its_own_briefing_and_no_other(play: Play, tmp_path: Path) -> None:
    """Below the situation; what the others are told is theirs."""
    file = tmp_path / "mine.yaml"
    told = "bodies: {nato: {briefing: [Talk first., Then count.]}, russia: {briefing: [Wait for them.]}}\n"
    file.write_text("format: 1\nextends: first_steps\n" + told, "utf-8")
    play.click("new")
    play.wait(lambda: play.has("next"))
    play.driver.click("path")
    play.driver.type(str(file))
    play.click("open")
    play.click("next")
    play.choose("seat.nato", "human")
    play.click("start")
    play.wait(lambda: play.flow.screen is not None)
    texts = " ".join(play.driver.texts())
    assert "Talk first." in texts
    assert "Then count." in texts
    assert "Wait for them." not in texts

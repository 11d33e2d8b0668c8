"""Scenario files (law 14: file, place and cause, all at once; a broken file never keeps the others from being seen)."""

import shutil
from pathlib import Path

import pytest
import yaml

from wargame.model.codes import DecisionRule, MeasureKind
from wargame.model.scenario import Scenario
from wargame.store import scenarios
from wargame.store.faults import InputError
from wargame.store.opener import open_yaml_text
from wargame.store.scenarios import find_scenario, list_scenarios, load_scenario

BROKEN = Path(__file__).resolve().parent.parent / "fixtures" / "broken"
BASE = BROKEN / "base.yaml"
EDITS: dict[str, dict[str, str | list[str]]] = yaml.safe_load((BROKEN / "edits.yaml").read_text("utf-8"))

CATALOGUE = """\
format: 1
title: Extra
measures:
  talks:
    body: north
    title: Talks
    text: The council talks.
    source: Made up.
    kind: transparency
    rule: unanimity
    cost: 1
    base: [1, 1, 1]
    weeks: 4
    effects: [{effect: channels, sizes: [10, 20, 30]}]
    moves: [{table: clock, column: channels, of: clock, direction: up}]
  aid:
    body: north
    title: Aid as the catalogue has it
    text: The council pays.
    source: Made up.
    kind: aid
    rule: unanimity
    cost: 9
    base: [1, 1, 1]
    weeks: 0
    names: [helps]
    effects: [{effect: equip, sizes: [10, 20, 30]}]
    moves: [{table: formations, column: readiness, of: helps, direction: up}]
  parade:
    body: south
    title: Parade
    text: Of a body that is not here.
    source: Made up.
    kind: exercise
    rule: leader
    cost: 0
    base: [0, 0, 0]
    weeks: 0
    names: ["on"]
    effects: [{effect: exercise, sizes: [10, 20, 30]}]
    moves: [{table: formations, column: readiness, of: on, direction: up}]
"""


@pytest.fixture
def with_catalogue(tmp_path: Path) -> Path:
    """The base scenario in a folder of its own, with a catalogue beside it."""
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "extra.yaml").write_text(CATALOGUE, "utf-8")
    path = tmp_path / "base.yaml"
    path.write_text(BASE.read_text("utf-8") + "catalogue: extra\n", "utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped scenarios with one good file in it."""
    monkeypatch.setattr(scenarios, "scenarios_folder", lambda: tmp_path)
    shutil.copy(BASE, tmp_path / "gulf.yaml")
    return tmp_path


def test_the_base_of_the_broken_files_is_sound() -> None:
    """What the edits break is not broken before."""
    assert load_scenario(BASE).title == "Two sides of a gulf"


@pytest.mark.parametrize("name", EDITS)
def test_a_broken_scenario_is_answered_with_place_and_cause(name: str, tmp_path: Path) -> None:
    """Each fault is told in exactly the lines that its entry foresees, and nothing else is."""
    edit, text = EDITS[name], BASE.read_text("utf-8")
    find, put = edit["find"], edit["put"]
    assert isinstance(find, str)
    assert isinstance(put, str)
    assert find in text
    file = tmp_path / "broken.yaml"
    file.write_text(text.replace(find, put, 1), "utf-8")
    with pytest.raises(InputError) as refusal:
        load_scenario(file)
    assert [problem.removeprefix(f"{file}:") for problem in refusal.value.problems] == edit["says"]


def test_there_are_forty_broken_scenarios_at_least() -> None:
    """The table of edits is not emptied by accident."""
    assert len(EDITS) >= 40


def test_a_catalogue_adds_what_its_bodies_may_table(with_catalogue: Path) -> None:
    """Measures of bodies that the scenario does not have are left out, and the result needs no catalogue."""
    scenario = load_scenario(with_catalogue)
    assert set(scenario.measures) == {"talks", "aid", "promise", "exercise"}
    assert scenario.catalogue is None


def test_own_measures_stand_in_place_of_the_catalogues(with_catalogue: Path) -> None:
    """A like-named measure of the scenario wins."""
    assert load_scenario(with_catalogue).measures["aid"].cost == 2


def test_a_fault_in_a_catalogue_names_the_catalogue(with_catalogue: Path) -> None:
    """The file to be mended is the one that is named."""
    file = with_catalogue.parent / "catalogue" / "extra.yaml"
    file.write_text(CATALOGUE.replace("column: channels", "column: chanels"), "utf-8")
    with pytest.raises(InputError) as refusal:
        load_scenario(with_catalogue)
    assert refusal.value.problems == (
        f"{file}:15:36: measures.talks.moves[0].column: "
        "no column of the table clock called 'chanels' (did you mean 'channels'?)",
    )


def test_a_decision_rule_of_the_catalogue_must_fit_the_body(with_catalogue: Path) -> None:
    """A shared measure is held against the kind of the body that it meets in this scenario."""
    file = with_catalogue.parent / "catalogue" / "extra.yaml"
    file.write_text(CATALOGUE.replace("rule: unanimity", "rule: leader", 1), "utf-8")
    with pytest.raises(InputError) as refusal:
        load_scenario(with_catalogue)
    (problem,) = refusal.value.problems
    assert problem.startswith(f"{with_catalogue}:")
    assert "catalogue: the measure talks: north is a council: its rule cannot be leader" in problem


def test_an_effect_of_the_catalogue_must_fit_the_body(with_catalogue: Path) -> None:
    """A council cannot hold its troops back: it has none, and no state would be seen to do it."""
    file = with_catalogue.parent / "catalogue" / "extra.yaml"
    file.write_text(CATALOGUE.replace("effect: channels", "effect: restrain"), "utf-8")
    with pytest.raises(InputError) as refusal:
        load_scenario(with_catalogue)
    (problem,) = refusal.value.problems
    assert "the measure talks: the effect restrain is that of a leader, and north is a council" in problem


def test_a_complete_scenario_reads_back_from_its_own_json(with_catalogue: Path) -> None:
    """A save holds the whole scenario: written and read again it is the same."""
    scenario = load_scenario(with_catalogue)
    again = open_yaml_text(scenario.model_dump_json(), "save", Scenario, lambda _: ())
    assert again == scenario


def test_shipped_scenarios_are_found_by_name(shipped: Path) -> None:
    """A name without a folder or an ending is a shipped scenario."""
    assert find_scenario("gulf") == shipped / "gulf.yaml"


def test_a_misspelt_name_is_answered_with_the_nearest(shipped: Path) -> None:
    """One line, with what was probably meant."""
    with pytest.raises(InputError) as refusal:
        find_scenario("gulff")
    assert refusal.value.problems == ("no scenario called 'gulff' (did you mean 'gulf'?)",)


@pytest.mark.parametrize("name", ["mine.yaml", "folder/mine", "./gulf"])
def test_a_file_is_taken_at_its_word(name: str, shipped: Path) -> None:
    """What looks like a file is opened as one; the opener says so where there is none."""
    assert find_scenario(name) == Path(name)


def test_a_broken_scenario_is_listed_with_its_first_problem(shipped: Path) -> None:
    """The list never fails."""
    (shipped / "bad.yaml").write_text("format: [", "utf-8")
    bad, good = list_scenarios()
    assert bad.name == bad.title == "bad"
    assert bad.problem is not None
    assert bad.problem.startswith(f"{shipped / 'bad.yaml'}:2:1: ")
    assert (good.name, good.title, good.problem) == ("gulf", "Two sides of a gulf", None)


def test_no_folder_of_scenarios_is_an_empty_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A game without its data still lists."""
    monkeypatch.setattr(scenarios, "scenarios_folder", lambda: tmp_path / "gone")
    assert list_scenarios() == []


def test_every_shipped_scenario_is_sound() -> None:
    """What we ship loads."""
    listed = list_scenarios()
    assert listed
    assert [entry.problem for entry in listed if entry.problem] == []


def test_first_steps_has_ordinary_measures_on_each_side() -> None:
    """Fourteen measures beside those of war and peace, each under a rule of its body."""
    measures = load_scenario(find_scenario("first_steps")).measures.values()
    acts = (MeasureKind.COLLECTIVE_DEFENCE, MeasureKind.WAR, MeasureKind.CEASEFIRE)
    ordinary = [measure.body for measure in measures if measure.kind not in acts]
    assert {body: ordinary.count(body) for body in ordinary} == {"nato": 6, "eu": 4, "russia": 4}
    assert {measure.rule for measure in measures if measure.body == "nato"} == {DecisionRule.SILENCE}


def test_higher_ambition_never_has_more_support() -> None:
    """In a council the first step is the easiest."""
    for measure in load_scenario(find_scenario("first_steps")).measures.values():
        assert sorted(measure.base, reverse=True) == list(measure.base)

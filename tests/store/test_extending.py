"""Scenarios that stand on others (decision 0066): what merges, what is refused, and that each fault names its own file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from wargame.model.scenario import Scenario
from wargame.store import extending
from wargame.store.extending import MOST_BASES
from wargame.store.faults import InputError
from wargame.store.opener import MOST_BYTES, open_yaml_text
from wargame.store.scenarios import load_scenario
from wargame.store.yaml_syntax import MOST_DEPTH

BROKEN = Path(__file__).resolve().parent.parent / "fixtures" / "broken"
SMALL = (BROKEN / "base.yaml").read_text("utf-8")
EDITS: dict[str, dict[str, str | list[str]]] = yaml.safe_load((BROKEN / "edits.yaml").read_text("utf-8"))
OPENER = sorted((BROKEN.parent / "opener").glob("*.yaml"))
HEAD = "format: 1\nextends: gulf\n"
LATER = """\
starts:
  - day: 2022-03-01
    title: Two sides, in March
    summary: The fleet has left.
    placed: {EST-01: EE-TART}
    holders: {EE-TART: RUS}
    mobilised: [RUS]
    orders: {EST-01: {path: [EE-TALL]}}
    source: Made up.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the small scenario as `gulf`."""
    (tmp_path / "gulf.yaml").write_text(SMALL + LATER, "utf-8")
    return tmp_path


def written(folder: Path, text: str, name: str = "mine") -> Path:
    file = folder / f"{name}.yaml"
    file.write_text(text, "utf-8")
    return file


def loaded(folder: Path, changes: str) -> Scenario:
    """The scenario that an extending file makes of the small one."""
    return load_scenario(written(folder, HEAD + changes))


def refused(file: Path) -> tuple[str, ...]:
    with pytest.raises(InputError) as refusal:
        load_scenario(file)
    return refusal.value.problems


def line_of(text: str, words: str) -> int:
    """The line in which words stand first."""
    return text[: text.index(words)].count("\n") + 1


def test_a_file_that_says_nothing_is_its_base(folder: Path) -> None:
    """Only what differs must be said."""
    assert loaded(folder, "") == load_scenario(folder / "gulf.yaml")


def test_mappings_merge_key_by_key(folder: Path) -> None:
    """A value deep inside is changed and all beside it stays."""
    base = load_scenario(folder / "gulf.yaml")
    changed = loaded(folder, "title: Mine\ncountries: {EST: {opinion: 80}}\nnumbers: {council: {commitment: 2}}\n")
    assert (changed.title, changed.turns) == ("Mine", base.turns)
    assert changed.countries["EST"] == base.countries["EST"].model_copy(update={"opinion": 80})
    assert changed.countries["FIN"] == base.countries["FIN"]
    assert changed.numbers == {"council": {"tie": 0.9, "commitment": 2}}


def test_lists_replace(folder: Path) -> None:
    """The entries of a list have no names by which one could be meant."""
    changed = loaded(folder, "links: {borders: [[EST, RUS]]}\nred_lines: []\n")
    assert changed.links.borders == (("EST", "RUS"),)
    assert len(changed.links.history) == 1
    assert changed.red_lines == ()


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_an_empty_value_takes_a_key_away(folder: Path, nothing: str) -> None:
    """Of an id, the entry; of a section, all of it."""
    changed = loaded(folder, f"formations:\n  RUS-01: {nothing}\nstarts: {nothing}\nred_lines: {nothing}\n")
    assert set(changed.formations) == {"EST-01", "NRTH-01"}
    assert (changed.starts, changed.red_lines) == ((), ())


def test_what_is_not_there_cannot_be_taken_away(folder: Path) -> None:
    """A misspelt key would else change nothing."""
    file = written(folder, HEAD + "formations: {RUS-1: null}\ntitel: null\n")
    assert refused(file) == (
        f"{file}:3:14: formations.RUS-1: there is nothing of this name to take away (did you mean 'RUS-01'?)",
        f"{file}:4:1: titel: there is nothing of this name to take away (did you mean 'title'?)",
    )


def test_an_entry_of_its_own_may_be_added(folder: Path) -> None:
    """A new id is a new entry, whole."""
    text = (
        "formations:\n  FIN-01: {name: Brigade, owner: FIN, kind: infantry, base: FI-HELS, strength: 1, readiness: 3}\n"
    )
    assert loaded(folder, text).formations["FIN-01"].name == "Brigade"


def test_a_base_may_stand_on_a_base(folder: Path) -> None:
    """The nearest file has the last word."""
    written(folder, HEAD + "title: Between\nturns: 5\n", "between")
    top = load_scenario(written(folder, "format: 1\nextends: between\nturns: 3\n"))
    assert (top.title, top.turns, top.summary) == ("Between", 3, load_scenario(folder / "gulf.yaml").summary)


def test_a_fault_of_the_extending_file_names_it(folder: Path) -> None:
    """With its own line and column, whether schema or references find it."""
    file = written(folder, HEAD + "turns: 0\ncountries: {EST: {opinoin: 5}}\n")
    assert refused(file) == (
        f"{file}:3:8: turns: must be at least 1 (got 0)",
        f"{file}:4:19: countries.EST.opinoin: unknown key (did you mean 'opinion'?)",
    )
    file = written(folder, HEAD + "formations: {EST-01: {base: EE-TRAT}}\n")
    (problem,) = refused(file)
    assert problem == f"{file}:3:29: formations.EST-01.base: no region called 'EE-TRAT' (did you mean 'EE-TART'?)"


def test_a_fault_of_the_base_names_the_base(folder: Path) -> None:
    """The file to be mended is the one that is named."""
    base = written(folder, SMALL.replace("turns: 2", "turns: 0").replace("gdp: 31", "gdp: much"), "gulf")
    assert refused(written(folder, HEAD + "title: Mine\n")) == (
        f"{base}:6:8: turns: must be at least 1 (got 0)",
        f"{base}:{line_of(SMALL, 'gdp: 31')}:10: countries.EST.gdp: must be a number (got 'much')",
    )


def test_faults_of_both_are_told_together(folder: Path) -> None:
    """The asked-for file first."""
    base = written(folder, SMALL.replace("turns: 2", "turns: 0"), "gulf")
    file = written(folder, HEAD + "title: 5\n")
    assert refused(file) == (
        f"{file}:3:8: title: must be text (got 5): put it in quotes",
        f"{base}:6:8: turns: must be at least 1 (got 0)",
    )


def test_a_fault_of_the_base_that_is_overridden_is_none(folder: Path) -> None:
    """What counts is what the two make together."""
    written(folder, SMALL.replace("turns: 2", "turns: 0"), "gulf")
    assert loaded(folder, "turns: 4\n").turns == 4


def test_a_key_that_is_needed_is_missed_where_it_was_taken_away(folder: Path) -> None:
    """Not at the mapping of the base that had it."""
    file = written(folder, HEAD + "bodies:\n  north:\n    kind: null\n")
    assert refused(file) == (f"{file}:5:11: bodies.north.kind: is required",)


def test_a_reference_into_what_was_taken_away_names_both_places(folder: Path) -> None:
    """Where it is used in the base, and where the extending file took it."""
    file = written(folder, HEAD + "countries:\n  EST: {capital: EE-TART}\nregions:\n  EE-TALL: null\n")
    base = folder / "gulf.yaml"
    problems = refused(file)
    begins = f"{base}:{line_of(SMALL, 'EST-01: {name')}:69: formations.EST-01.base: no region called 'EE-TALL' (did you mean 'EE-TART'?)"
    assert f"{begins} (taken away in {file}:6)" in problems
    assert all(problem.startswith((f"{base}:", f"{file}:")) for problem in problems)


def test_what_no_longer_adds_up_in_the_base_says_who_stands_on_it(folder: Path) -> None:
    """The sum is told where its last entry stands."""
    file = written(folder, HEAD + "objectives: {north_soil: {weight: 70}}\n")
    (problem,) = refused(file)
    assert problem.startswith(f"{folder / 'gulf.yaml'}:{line_of(SMALL, 'north_calm')}:")
    assert problem.endswith(f"the weights of north sum to 110, not to 100 ({file} stands on it)")


def test_faults_in_a_base_of_a_base_name_it(folder: Path) -> None:
    """However deep it lies."""
    base = written(folder, SMALL.replace("turns: 2", "turns: 0"), "gulf")
    written(folder, HEAD, "between")
    assert refused(written(folder, "format: 1\nextends: between\n")) == (
        f"{base}:6:8: turns: must be at least 1 (got 0)",
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("gluf", "no scenario called 'gluf' (did you mean 'gulf'?)"),
        ("../gulf", "must be the name of a scenario, in small letters, without folder and ending (got '../gulf')"),
        (
            "/etc/passwd",
            "must be the name of a scenario, in small letters, without folder and ending (got '/etc/passwd')",
        ),
        ("gulf.yaml", "must be the name of a scenario, in small letters, without folder and ending (got 'gulf.yaml')"),
        ("[gulf]", "must be the name of a scenario, in small letters, without folder and ending (got a list)"),
        ("", "must be the name of a scenario, in small letters, without folder and ending (got nothing)"),
        ("mine", "stands on itself: mine, mine"),
    ],
)
def test_only_a_scenario_of_the_folder_can_be_named(folder: Path, name: str, says: str) -> None:
    """A name, never a path."""
    file = written(folder, f"format: 1\nextends: {name}\n")
    (problem,) = refused(file)
    assert problem == f"{file}:2:{1 if name in ('', '[gulf]') else 10}: extends: {says}"


def test_what_is_no_file_is_not_proposed(folder: Path) -> None:
    """A folder that is called like a scenario is none."""
    (folder / "gulfs.yaml").mkdir()
    file = written(folder, "format: 1\nextends: gulfs\n")
    assert refused(file) == (f"{file}:2:10: extends: no scenario called 'gulfs' (did you mean 'gulf'?)",)


def test_a_circle_is_refused(folder: Path) -> None:
    """By the file that closes it, with the way round."""
    file = written(folder, "format: 1\nextends: two\n", "one")
    second = written(folder, "format: 1\nextends: one\n", "two")
    assert refused(file) == (f"{second}:2:10: extends: stands on itself: one, two, one",)


def test_a_chain_has_an_end(folder: Path) -> None:
    """As many as one can keep in mind, and no more."""
    for k in range(MOST_BASES + 1):
        below = f"step{k - 1}" if k else "gulf"
        written(folder, f"format: 1\nextends: {below}\n", f"step{k}")
    assert load_scenario(folder / f"step{MOST_BASES - 1}.yaml").turns == 2
    (problem,) = refused(folder / f"step{MOST_BASES}.yaml")
    assert problem == f"{folder / 'step0.yaml'}:2:10: extends: stands on more than 3 scenarios"


def test_a_shipped_scenario_is_reached_by_its_name_from_anywhere(tmp_path: Path) -> None:
    """Also by a file of the same name, which does not stand on itself."""
    text = "format: 1\nextends: first_steps\nturns: 3\n"
    assert load_scenario(written(tmp_path, text)).turns == 3
    assert load_scenario(written(tmp_path, text, "first_steps")).title == "First steps"


def test_what_lies_beside_the_file_comes_before_what_is_shipped(folder: Path) -> None:
    """As it does with catalogues."""
    written(folder, SMALL, "first_steps")
    assert load_scenario(written(folder, "format: 1\nextends: first_steps\n")).title == "Two sides of a gulf"


def test_a_link_leads_to_no_other_folder(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A name could else reach whatever a link beside it names."""
    elsewhere = written(tmp_path_factory.mktemp("elsewhere"), SMALL, "secret")
    os.symlink(elsewhere, folder / "linked.yaml")
    os.symlink(folder / "gulf.yaml", folder / "near.yaml")
    file = written(folder, "format: 1\nextends: linked\n")
    assert refused(file) == (f"{file}:2:10: extends: linked.yaml leads out of its folder",)
    assert load_scenario(written(folder, "format: 1\nextends: near\n")).turns == 2


def test_the_format_is_that_of_the_file_itself(folder: Path) -> None:
    """A base does not say how another file is to be read."""
    file = written(folder, "extends: gulf\n")
    assert refused(file) == (f"{file}:1:1: format: is required",)
    file = written(folder, "format: true\nextends: gulf\n")
    assert refused(file) == (f"{file}:1:9: format: must be 1 (got true)",)
    base = written(folder, SMALL.replace("format: 1", "format: 2"), "gulf")
    assert refused(written(folder, HEAD)) == (f"{base}:2:9: format: must be 1 (got 2)",)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"format: 1\ncountries:\n\tEST: {}\n", "3:1: a tab in the indentation: use spaces"),
        (SMALL.encode("utf-16"), "1:1: the file is UTF-16: save it as UTF-8"),
        (b"format: 1\ntitle: \xe9\n", "2:8: not UTF-8 (byte 0xe9): save the file as UTF-8"),
        (b"title: &a [x]\n", "1:8: title: anchors are not allowed (got '&a')"),
        (b"title: " + b"[" * (MOST_DEPTH + 1), "nested deeper than"),
        (b"#" * (MOST_BYTES + 1), "1:1: the file is larger than 2,000,000 bytes"),
        (b"", "1:1: the file is empty"),
    ],
)
def test_a_base_is_read_as_warily_as_any_file(folder: Path, content: bytes, says: str) -> None:
    """The limits on input from outside hold for each file of a chain, and the base is named."""
    (folder / "gulf.yaml").write_bytes(content)
    (problem,) = refused(written(folder, HEAD))
    assert problem.startswith(f"{folder / 'gulf.yaml'}:")
    assert says in problem


@pytest.mark.parametrize("file", OPENER, ids=lambda file: file.stem)
def test_what_is_no_scenario_is_no_base(folder: Path, file: Path) -> None:
    """The corpus of the opener, one file stood on after the other."""
    base, top = folder / "gulf.yaml", written(folder, HEAD)
    base.write_bytes(file.read_bytes())
    lacking = [problem for problem in refused(top) if problem.startswith(f"{top}:")]
    assert all(problem.endswith(": is required") for problem in lacking)
    assert lacking or all(problem.startswith(f"{base}:") for problem in refused(top))


@pytest.mark.parametrize("name", EDITS)
def test_each_fault_of_a_base_is_told_as_if_it_were_opened_itself(folder: Path, name: str) -> None:
    """Same place, same words; where references find it, with who stands on it."""
    edit = EDITS[name]
    find, put = edit["find"], edit["put"]
    assert isinstance(find, str)
    assert isinstance(put, str)
    base, file = written(folder, SMALL.replace(find, put, 1), "gulf"), written(folder, HEAD)
    told = [problem.replace(f" ({file} stands on it)", "").removeprefix(f"{base}:") for problem in refused(file)]
    assert told == ([f"{file}:1:1: title: is required"] if name == "title_missing" else edit["says"])


def test_a_chain_holds_no_more_than_one_file_may(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files within the limit do not add up to one beyond it."""
    monkeypatch.setattr(extending, "MOST_NODES", 100)
    file = written(folder, HEAD)
    (problem,) = refused(file)
    assert problem == f"{file}:2:10: extends: more than 100 keys and values together with what it stands on"


def test_a_save_cannot_stand_on_a_file(folder: Path) -> None:
    """The text inside a save holds everything, and opens no other."""
    with pytest.raises(InputError) as refusal:
        open_yaml_text(SMALL + "extends: gulf\n", "save", Scenario, lambda _: ())
    assert "extends: unknown key" in refusal.value.problems[0]


def test_a_file_may_stand_on_another_day_of_its_base(folder: Path) -> None:
    """As `--from` would begin it, and then changed."""
    changed = loaded(folder, "from: 2022-03-01\nturns: 5\nmobilised: []\n")
    assert (changed.title, changed.start.isoformat(), changed.turns) == ("Two sides, in March", "2022-03-01", 5)
    assert changed.formations["EST-01"].at == "EE-TART"
    assert changed.regions["EE-TART"].controller == "RUS"
    assert (changed.mobilised, changed.starts, changed.red_lines) == ((), (), ())
    assert changed.orders["EST-01"].path == ("EE-TALL",)


@pytest.mark.parametrize("day", ["2022-03-02", "March", "[2022-03-01]"])
def test_a_day_that_the_base_does_not_offer_is_refused(folder: Path, day: str) -> None:
    """With those that it does."""
    file = written(folder, HEAD + f"from: {day}\n")
    (problem,) = refused(file)
    says = "from: no start of gulf has this date; it can be begun from 2022-03-01 (got "
    assert problem.startswith(f"{file}:3:7: {says}") or problem.startswith(f"{file}:3:1: {says}")


def test_a_day_needs_a_base(folder: Path) -> None:
    """Alone it means nothing."""
    file = written(folder, SMALL + "from: 2022-03-01\n")
    assert refused(file)[0].endswith("from: goes with `extends`")


def test_a_fault_in_what_a_day_brings_in_stands_at_its_entry(folder: Path) -> None:
    """Where an author would mend it: in the start, not in the formation."""
    text = SMALL + LATER
    base = written(folder, text.replace("placed: {EST-01: EE-TART}", "placed: {EST-01: EE-TRAT}"), "gulf")
    problems = refused(written(folder, HEAD + "from: 2022-03-01\norders: null\n"))
    assert any(p.startswith(f"{base}:{line_of(text, 'placed')}:22: ") and "'EE-TRAT'" in p for p in problems)


def test_rows_that_have_passed_do_not_shift_the_places_of_others(folder: Path) -> None:
    """The second red line of the base is the first that is left on the later day."""
    second = "  - {body: north, member: RUS, kind: aid, reason: None, source: Made up.}\n\nmeasures:\n"
    text = SMALL.replace("\nmeasures:\n", second, 1) + LATER
    base = written(folder, text, "gulf")
    (problem,) = refused(written(folder, HEAD + "from: 2022-03-01\n"))
    assert problem.startswith(f"{base}:{line_of(text, 'member: RUS')}:27: red_lines[0].member: ")

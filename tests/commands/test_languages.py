"""In another language nothing that a command says stays English but keys, ids, names and quoted words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.commands.calling import SMALL
from tests.commands.test_scenario import broken_scenarios
from tests.other_language import LETTER, spoken, write_language
from wargame.engine.observe import ROWS
from wargame.model.scenario import Scenario
from wargame.store.scenarios import load_scenario

WORD = re.compile(r"[A-Za-z]{2,}")
QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'")
PATH = re.compile(r":(?:\d+:\d+:)? (?:[^\s:]+: )?")  # line and column, and the way to the key
NO_WORDS = r"--?[a-z-]+|^  [a-z-]+  |default: \S+|wargame.*"  # options, commands, defaults
# What the library of options and commands says of itself, in English.
USAGE = (
    "usage options commands arguments command args show this message and exit default required "
    "text str integer int range float path name measure"
)


@pytest.fixture(scope="module")
def language(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the language of one letter."""
    folder = tmp_path_factory.mktemp("languages")
    write_language(folder)
    return folder


def names_in(value: object) -> Iterator[str]:
    """Every key and text of a file or schema."""
    match value:
        case dict():
            for key, item in value.items():
                yield str(key)
                yield from names_in(item)
        case list():
            for item in value:
                yield from names_in(item)
        case str() if len(value.split()) <= 3:  # an id or a name; prose is none
            yield value


def known_words() -> frozenset[str]:
    """Keys of scenario files, names of tables and columns, ids and names of the small scenario."""
    columns = [name for row in ROWS.values() for name in row.columns]
    schema = [name for name in names_in(Scenario.model_json_schema()) if "_" in name or " " not in name]
    small = names_in(yaml.safe_load(SMALL.read_text("utf-8")))
    return frozenset(word for name in (*columns, *ROWS, *schema, *small) for word in WORD.findall(name))


def test_what_is_wrong_with_a_scenario_is_told_in_the_language_of_the_user(language: Path, tmp_path: Path) -> None:
    """Every line about the corpus of broken files, and about files that are none."""
    known = known_words()
    odd = {"folder": tmp_path, "absent": tmp_path / "absent.yaml", "empty": tmp_path / "empty.yaml"}
    odd["empty"].write_text("", "utf-8")
    files = [*broken_scenarios(tmp_path), *odd.values()]
    lines = spoken(language, "scenario", "check", *files).splitlines()
    assert len(lines) > len(files)
    for line in lines:
        file = next(str(file) for file in sorted(files, key=lambda file: -len(str(file))) if line.startswith(str(file)))
        said = QUOTED.sub("", PATH.sub("", line.removeprefix(file), count=1))
        english = [word for word in WORD.findall(re.sub(r"\^\[.*\$|\.\.\.", "", said)) if word not in known]
        assert (LETTER in said, english) == (True, []), line


@pytest.mark.parametrize("command", ["", "simulate", "council", "shot", "shot map"])
def test_help_is_told_in_the_language_of_the_user(language: Path, command: str) -> None:
    """Every command and option; what the library of options says of itself stays English."""
    said = spoken(language, *command.split(), "--help")
    helps = re.sub(NO_WORDS, "", said, flags=re.MULTILINE)
    assert {word.casefold() for word in WORD.findall(helps)} <= set(USAGE.split())
    assert LETTER in said


def test_games_and_questions_are_told_in_the_language_of_the_user(language: Path) -> None:
    """Figures under translated headings; names are the scenario's."""
    scenario = load_scenario(SMALL)
    names = {word for body in scenario.bodies for word in WORD.findall(body)} | set(scenario.countries)
    said = spoken(language, "simulate", SMALL, "--games", 2, "--workers", 1)
    measures = {word for measure in scenario.measures for word in WORD.findall(measure)}
    assert set(WORD.findall(said)) <= names | measures
    assert set(WORD.findall(spoken(language, "threat", SMALL))) <= names
    fault = spoken(language, "council", SMALL, "aid", "--against", "RUS")
    assert set(WORD.findall(fault)) <= {"aid", "for", "against"}
    assert LETTER in fault

"""`wargame scenario`: broken files are answered with a line a fault, and never with a traceback (law 14)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from tests.commands.calling import SMALL, call
from wargame.store.editor_schema import schema_json

EDITS: dict[str, dict[str, str | list[str]]] = yaml.safe_load((SMALL.parent / "edits.yaml").read_text("utf-8"))
OPENER = sorted((SMALL.parents[1] / "opener").glob("*.yaml"))
MOST_LETTERS = 1000  # of a line that can be read


def broken_scenarios(folder: Path) -> list[Path]:
    """The corpus: the small scenario, broken in one place a file, and files that are no scenario at all."""
    whole = SMALL.read_text("utf-8")
    files = []
    for name, edit in EDITS.items():
        find, put = edit["find"], edit["put"]
        assert isinstance(find, str)
        assert isinstance(put, str)
        file = folder / f"{name}.yaml"
        file.write_text(whole.replace(find, put, 1), encoding="utf-8")
        files.append(file)
    return [*files, *OPENER]


def test_every_broken_scenario_is_told_line_by_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Bar of the issue: 40 broken scenarios and more, one line a fault, exit code 1."""
    files = broken_scenarios(tmp_path)
    assert len(files) > 40
    for file in files:
        answer = call(capsys, "scenario", "check", file)
        assert (answer.code, answer.err) == (1, ""), file
        assert answer.lines, file
        assert all(line.startswith(f"{file}:") and len(line) < MOST_LETTERS for line in answer.lines), answer.lines


@pytest.mark.parametrize("command", ["simulate", "threat"])
def test_a_broken_scenario_is_not_played(capsys: pytest.CaptureFixture[str], tmp_path: Path, command: str) -> None:
    """The other commands find the same faults."""
    file = tmp_path / "broken.yaml"
    file.write_text(SMALL.read_text("utf-8").replace("turns: 2", "turns: 0"), encoding="utf-8")
    assert call(capsys, command, file).complaint == f"{file}:6:8: turns: must be at least 1 (got 0)"


def test_all_files_are_checked_and_the_sound_ones_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """One broken file does not keep the others from being checked."""
    absent = tmp_path / "absent.yaml"
    answer = call(capsys, "scenario", "check", absent, SMALL)
    assert answer.code == 1
    assert answer.lines == [f"{absent}: there is no such file", f"{SMALL}: ok"]
    assert call(capsys, "scenario", "check", SMALL).code == 0


def test_the_shipped_scenarios_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """By the name that the other commands take."""
    answer = call(capsys, "scenario", "list")
    assert answer.code == 0
    assert any(line.split()[0] == "first_steps" for line in answer.lines)
    assert "BROKEN" not in answer.out


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """An editor reads it."""
    printed = call(capsys, "scenario", "schema").out
    assert printed == schema_json()  # as the file in scenarios/ holds it
    schema = json.loads(printed)
    assert {"title", "turns", "countries"} <= set(schema["$defs"]["Scenario"]["properties"])


def test_a_misspelt_scenario_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """With what was perhaps meant."""
    complaint = call(capsys, "simulate", "frist_steps").complaint
    assert complaint == "no scenario called 'frist_steps' (did you mean 'first_steps'?)"

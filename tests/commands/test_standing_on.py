"""Scenarios that stand on others, as the commands use them (decision 0066); a save needs none of their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import SMALL, call
from wargame.store.saves import read_save
from wargame.study.keeping import last_position, save_of

CHANGES = "format: 1\nextends: gulf\ntitle: A longer talk\nturns: 3\nformations: {NRTH-01: {strength: 0.5}}\n"


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A file that stands on the small scenario beside it."""
    (tmp_path / "gulf.yaml").write_text(SMALL.read_text("utf-8"), "utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(CHANGES, "utf-8")
    return file


def test_it_is_checked(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    """Sound, it is ok; a fault of the base is told by the base's name."""
    assert call(capsys, "scenario", "check", mine).lines == [f"{mine}: ok"]
    base = mine.parent / "gulf.yaml"
    base.write_text(SMALL.read_text("utf-8").replace("gdp: 31", "gdp: -1"), "utf-8")
    answer = call(capsys, "scenario", "check", mine)
    assert (answer.code, answer.lines) == (1, [f"{base}:31:10: countries.EST.gdp: must be more than 0 (got -1)"])


def test_a_save_is_whole_and_proves_itself_whatever_becomes_of_the_base(
    capsys: pytest.CaptureFixture[str], mine: Path, tmp_path: Path
) -> None:
    """It holds the scenario as it was played: base and extending file may change, or go."""
    assert call(capsys, "simulate", mine, "--save", tmp_path / "saves", "--seed", 5, "--workers", 1).code == 0
    save = save_of(tmp_path / "saves", 5)
    text = read_save(save).header.scenario_text
    assert '"extends"' not in text
    (mine.parent / "gulf.yaml").write_text(SMALL.read_text("utf-8").replace("turns: 2", "turns: 9"), "utf-8")
    mine.unlink()
    kept = last_position(save).scenario
    assert (kept.title, kept.turns, kept.formations["NRTH-01"].strength) == ("A longer talk", 3, 0.5)
    answer = call(capsys, "replay", save, "--verify")
    assert answer.code == 0
    assert answer.out.startswith(f"{save}: proved: ")
    assert read_save(save).header.scenario_text == text


def test_it_is_played_for_fewer_turns_and_asked_about(capsys: pytest.CaptureFixture[str], mine: Path) -> None:
    """Like any other scenario."""
    assert call(capsys, "simulate", mine, "--turns", 1, "--workers", 1).code == 0
    assert call(capsys, "threat", mine).code == 0


def test_the_lesson_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    """By its own title."""
    listed = dict(line.split(maxsplit=1) for line in call(capsys, "scenario", "list").lines)
    assert listed["lesson_2022"] == "A lesson, February 2022"

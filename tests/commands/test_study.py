"""`wargame study-*`: what can be wrong with the input is found before the first game."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import SMALL, call
from wargame.commands import study, study_seats, study_threat, study_wars

STUDIES = {
    "study": study,
    "study-wars": study_wars,
    "study-seats": study_seats,
    "study-threat": study_threat,
}


def no_rules(*_: object) -> object:
    """Stands for readying the rules where no game may be played."""
    raise AssertionError("a game was begun")


@pytest.mark.parametrize("name", STUDIES)
def test_the_page_is_tried_before_the_first_game(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str
) -> None:
    """An hour of games is not lost to a folder in the place of the page."""
    monkeypatch.setattr(STUDIES[name], "make_warm", no_rules)
    words = () if name == "study-threat" else (SMALL,)
    complaint = call(capsys, name, *words, "--out", tmp_path).complaint
    assert complaint.startswith(f"{tmp_path}: cannot be written: ")

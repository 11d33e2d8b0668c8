"""`wargame rulebook`: written where its user asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.calling import call


def test_a_rulebook_that_cannot_be_written_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder in its place, or a file where its folder should be, is a fault of the input and not of the game."""
    (tmp_path / "file").touch()
    for out in (tmp_path, tmp_path / "file" / "rulebook.md"):
        assert call(capsys, "rulebook", "--out", out).complaint.startswith(f"{out}: cannot be written: ")

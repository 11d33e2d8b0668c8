"""The program as a user calls it, within this process."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

import pytest

from wargame.cli import main

SMALL = Path(__file__).resolve().parents[1] / "fixtures" / "broken" / "base.yaml"
"""A scenario of two turns whose games take a moment."""


@dataclass(frozen=True)
class Answer:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said in answer to the question."""
        return self.out.splitlines()

    @property
    def complaint(self) -> str:
        """The one line of an input at fault."""
        assert (self.code, self.out, self.err.count("\n")) == (1, "", 1), self
        return self.err.removesuffix("\n")


def call(capsys: pytest.CaptureFixture[str], *words: object) -> Answer:
    """`wargame WORDS`; nothing but an exit may come out of it."""
    capsys.readouterr()
    with patch.object(sys, "argv", ["wargame", *map(str, words)]):
        try:
            main()
            code: object = 0
        except SystemExit as end:
            code = end.code
    said = capsys.readouterr()
    assert isinstance(code, int | None), code
    assert "Traceback" not in said.out + said.err
    return Answer(code or 0, said.out, said.err)

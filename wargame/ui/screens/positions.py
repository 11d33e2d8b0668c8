"""How members' positions and a council's verdicts are told: in words, tone, pattern and sign."""

from __future__ import annotations

from collections.abc import Mapping

from wargame.catalogue import _
from wargame.model.codes import Position, Verdict
from wargame.ui.theme.palette import Pattern, Tone

TENTHS = 10  # kept influence a point
TONES = {
    Position.SUPPORTS: Tone.GOOD,
    Position.SILENT: Tone.TEXT,
    Position.RESERVED: Tone.WARN,
    Position.OBJECTS: Tone.BAD,
}
PATTERNS = {
    Position.SUPPORTS: Pattern.PLAIN,
    Position.SILENT: Pattern.DOTS,
    Position.RESERVED: Pattern.RISING,
    Position.OBJECTS: Pattern.CROSS,
}
EXPECTED = {
    Verdict.ADOPTED: _("adopted"),
    Verdict.HOLLOW: _("adopted at ambition {ambition}"),
    Verdict.BLOCKED: _("blocked"),
    Verdict.OUTVOTED: _("outvoted"),
}
VERDICT_TONES = {
    Verdict.ADOPTED: Tone.GOOD,
    Verdict.HOLLOW: Tone.WARN,
    Verdict.BLOCKED: Tone.BAD,
    Verdict.OUTVOTED: Tone.BAD,
}
SHORT = {
    Position.SUPPORTS: _("in favour"),
    Position.SILENT: _("silent"),
    Position.RESERVED: _("reserved"),
    Position.OBJECTS: _("against"),
}
"""A position beside its figure, where there is little room."""
CARRIED = (Verdict.ADOPTED, Verdict.HOLLOW)
SIGNS = {Position.SUPPORTS: "+", Position.SILENT: "·", Position.RESERVED: "?", Position.OBJECTS: "–"}


def expected_words(verdict: Verdict, ambition: int) -> str:
    """What becomes of a draft that is read at an ambition: one that is hollow runs one ambition lower."""
    return EXPECTED[verdict].format(ambition=ambition - 1)


def counted(counts: Mapping[Position, int]) -> str:
    """How many take which position, in words."""
    words = {
        Position.SUPPORTS: _("{count} in favour"),
        Position.SILENT: _("{count} silent"),
        Position.RESERVED: _("{count} reserved"),
        Position.OBJECTS: _("{count} against"),
    }
    return ", ".join(words[position].format(count=count) for position, count in counts.items() if count)


def influence(tenths: int) -> str:
    """An amount of influence kept in tenths."""
    return f"{tenths / TENTHS:.1f}"

"""What formations of a kind are (rulebook 11), as several chapters ask it."""

from __future__ import annotations

from wargame.model.codes import Kind
from wargame.rules.law import scalar


@scalar
def is_army(kind: int) -> bool:
    """Armoured, mechanised, infantry, airborne and artillery formations are a state's land forces."""
    return kind <= Kind.ARTILLERY


@scalar
def stays_national(kind: int) -> bool:
    """Special and cyber formations pass under no body's command."""
    return kind >= Kind.SPECIAL

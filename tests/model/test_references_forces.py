"""What a scenario calls land forces is what the rules call so."""

from wargame.model.codes import Kind
from wargame.model.references_forces import LAND_FORCES
from wargame.rules.kinds import is_army
from wargame.rules.law import plain


def test_land_forces_are_those_of_the_rules() -> None:
    """One set of kinds may be dug in at the start, in the check of a file and in the state that is made of it."""
    assert {kind for kind in Kind if plain(is_army)(kind)} == LAND_FORCES

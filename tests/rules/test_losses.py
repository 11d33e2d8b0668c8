"""What losses do: who bears them, and where the beaten may go; battles that show it stand in test_combat."""

from tests.worlds import bare
from wargame.model.codes import Kind, Terrain
from wargame.rules import losses
from wargame.rules.notes import EVERYONE


def test_contributors_bear_losses_by_share() -> None:
    """COMBAT-17: shares of 700, 200 and 100 bear 101 lost without a remainder."""
    part = bare(losses.part_of_losses)
    first, second = part(101, 700, 0, 0), part(101, 200, 70, 0)
    assert (first, second, part(101, 100, first + second, 1)) == (70, 20, 11)


def test_that_a_formation_is_no_more_is_known() -> None:
    """SIGHT-3: to all; of a covert one to its own side."""
    told = bare(losses.told_of_the_end)
    assert told(0b100, 0.0) == EVERYONE
    assert told(0b100, 1.0) == 0b100


def test_where_the_beaten_may_go() -> None:
    """COMBAT-18: by land and where welcome; ships to sea."""
    refuge = bare(losses.is_refuge)
    assert refuge(Kind.INFANTRY, 0, Terrain.PLAIN, 1)
    assert not refuge(Kind.INFANTRY, 0, Terrain.PLAIN, 0)
    assert not refuge(Kind.INFANTRY, 1, Terrain.SEA, 1)
    assert refuge(Kind.FLEET, 1, Terrain.SEA, 1)

"""Presence: what a state knows of forces near it (rulebook 6 and 12)."""

import numpy as np
import pytest

from tests.worlds import Side, Site, Unit, bare, small_world
from wargame.model.codes import Kind, Terrain
from wargame.model.columns import NOBODY
from wargame.rules.estimates import as_known
from wargame.rules.law import plain
from wargame.rules.presence import look_at_forces, look_at_land


@pytest.mark.parametrize(("own", "day", "known"), [(1, NOBODY, 7), (1, 3, 7), (0, 3, 5), (0, 0, 5), (0, NOBODY, 2)])
def test_a_state_fears_what_it_knows_of(own: int, day: int, known: int) -> None:
    """THREAT-15: its own as it is, others as last seen, the never seen by the published order of battle."""
    assert plain(as_known)(own, day, 7, 5, 2) == known


def test_a_ship_at_sea_strikes_and_stands_on_no_land() -> None:
    """THREAT-3: proximity is that of land held or stood on; the guns of a fleet count for offensive power alone."""
    home, other, shore, sea = range(4)
    sites = [Site(home), Site(other), Site(home), Site(terrain=Terrain.SEA)]
    for at, reached in ((shore, 0.8), (sea, 0.3)):
        units = [Unit(other, at, Kind.FLEET)]
        small = small_world(sites, units=units, sides=[Side((home,)), Side((other,), leader=other)])
        for place, near in ((home, 0.9), (other, 0.3), (shore, 0.8), (sea, 0.7)):
            small.world.reach[place, home].near = near
        nearest, offence = np.zeros((2, 2)), np.zeros((2, 2))
        look_at_land(small.state.regions, small.world.reach, nearest)
        bare(look_at_forces)(small.world, small.state, nearest, offence)
        assert nearest[other, home] == pytest.approx(reached)
        assert offence[other, home] > 0

"""Sea control, and what it does to fleets and convoys."""

import pytest

from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world, surveyed, war_numbers
from wargame.model.codes import Kind, Note, Terrain
from wargame.rules import sea
from wargame.rules.field import Field, is_shut

RUS, EST, GBR = range(3)


def baltic(*units: Unit) -> Small:
    """A Russian port, a sea zone, an Estonian port; Russia and Estonia are at war, Britain is Estonia's ally."""
    sites = [Site(RUS, port=True), Site(terrain=Terrain.SEA), Site(EST, port=True)]
    sides = [Side((EST, GBR)), Side((RUS,), leader=RUS)]
    return small_world(sites, [Road(0, 1), Road(1, 2)], units, sides, wars=[(RUS, EST)], countries=3)


def control(small: Small) -> Field:
    """Sea control for one step."""
    field = surveyed(small)
    bare(sea.control_seas)(*small.tuple(), field, 2)
    return field


def shut(field: Field, country: int) -> int:
    """Whether the sea zone is shut to a state."""
    return bare(is_shut)(field, 1, country)


@pytest.mark.parametrize(("enemy", "own", "held"), [(0, 0, False), (1, 0, True), (149, 100, False), (150, 100, True)])
def test_who_controls_a_sea(enemy: int, own: int, held: bool) -> None:
    """SEA-1: one and a half times one's own power, and some power at all."""
    assert bare(sea.is_enemy_sea)(enemy, own, war_numbers()) == held


def test_a_fleet_in_port_covers_by_half() -> None:
    """SEA-2."""
    assert bare(sea.cover_from_port)(4000, war_numbers()) == 2000


def test_fleets_wear_each_other_down_slowly() -> None:
    """SEA-3: at four tenths of the pace of land battle."""
    assert bare(sea.fleet_losses)(1000, 1000, 2.0, war_numbers()) == pytest.approx(0.04)
    assert bare(sea.fleet_losses)(1000, 0, 2.0, war_numbers()) == 0.0


def test_convoys_lose_by_the_day() -> None:
    """SEA-4."""
    assert bare(sea.convoy_losses)(2.0, war_numbers()) == pytest.approx(0.1)


def test_control_is_by_enemies_and_allies() -> None:
    """SEA-1 and 2 together: a Russian fleet holds the sea against Estonia, not against Britain, which is not at war."""
    field = control(baltic(Unit(RUS, 1, Kind.FLEET)))
    assert shut(field, EST) == 1
    assert shut(field, GBR) == shut(field, RUS) == 0
    assert shut(control(baltic(Unit(RUS, 0, Kind.FLEET))), EST) == 1
    contested = control(baltic(Unit(RUS, 0, Kind.FLEET), Unit(GBR, 1, Kind.FLEET)))
    assert shut(contested, EST) == 0


def test_hostile_fleets_fight_and_ports_are_safe() -> None:
    """SEA-3 in a zone: both lose; a fleet in port does not."""
    small = baltic(Unit(RUS, 1, Kind.FLEET), Unit(EST, 1, Kind.FLEET), Unit(RUS, 0, Kind.FLEET))
    control(small)
    assert [small.state.formations[u].lost > 0 for u in range(3)] == [True, True, False]


def test_soldiers_on_ships_drown_where_the_enemy_rules() -> None:
    """SEA-4 in a zone, to the last man: the formation is destroyed, its losses are counted."""
    small = baltic(Unit(RUS, 1, Kind.FLEET), Unit(EST, 1))
    for _ in range(40):
        control(small)
    assert not small.state.formations[1].alive
    assert small.state.countries[EST].losses == 1000
    assert notes_of(small.record, Note.DESTROYED)[0][:3] == (1, EST, 1)

"""Who sees what, and within what band."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Kind, MeasureKind, Note
from wargame.rules import command, losses, sight
from wargame.rules.notes import EVERYONE

RUS, EST, GBR = range(3)
NATO, RUSSIA = range(2)


@given(st.integers(0, 20_000), st.integers(1, 1000))
def test_the_middle_of_a_band(value: int, width: int) -> None:
    """SIGHT-1: within half a band of the truth, and of itself itself."""
    middle = bare(sight.band_middle)(value, width)
    assert abs(middle - value) <= width // 2 + 1
    assert bare(sight.band_middle)(middle, width) == middle


@pytest.mark.parametrize(
    ("watchers", "body", "own", "covert", "seen"),
    [(0b10, 1, 0, 0.0, True), (0b10, 0, 0, 0.0, False), (0b10, 1, 1, 0.0, False), (0b10, 1, 0, 1.0, False)],
)
def test_who_sees(watchers: int, body: int, own: int, covert: float, seen: bool) -> None:
    """SIGHT-2: bodies that watch the place, others' formations, never covert ones."""
    assert bare(sight.is_seen)(watchers, body, own, covert) == seen


def test_a_body_sees_next_door() -> None:
    """SIGHT-1 and 2 on the map: neighbours of members' land, not what lies beyond; bands, not the truth."""
    units = (
        Unit(RUS, 1, strength=1130, readiness=777),
        Unit(RUS, 2),
        Unit(RUS, 1, Kind.SPECIAL),
        Unit(EST, 0),
    )
    sites, roads = [Site(EST), Site(RUS), Site(RUS)], [Road(0, 1), Road(1, 2)]
    small = small_world(sites, roads, units, [Side((EST, GBR)), Side((RUS,))], countries=3)
    small.state.clock[0].day = 9
    bare(sight.look)(small.world, small.state)
    seen = small.state.sightings[NATO, 0]
    assert (seen.day, seen.at, seen.strength, seen.readiness) == (9, 1, 1000, 700)
    assert [small.state.sightings[NATO, u].day for u in (1, 2, 3)] == [-1, -1, -1]
    assert small.state.sightings[RUSSIA, 3].day == 9
    assert small.state.sightings[RUSSIA, 0].day == -1


def test_forces_abroad_are_eyes() -> None:
    """SIGHT-2: a standing formation of the body on foreign soil watches for it."""
    sites, roads = [Site(EST), Site(RUS), Site(GBR)], [Road(0, 1)]
    scout = Unit(at=0, body=0, shares=((GBR, 1000),))
    for units, day in (((Unit(RUS, 1),), -1), ((Unit(RUS, 1), scout), 0)):
        small = small_world(sites, roads, units, [Side((GBR,)), Side((RUS,))], countries=3)
        bare(sight.look)(small.world, small.state)
        assert small.state.sightings[0, 0].day == day


def test_the_last_sighting_stays() -> None:
    """Rulebook 12: what has gone out of sight is remembered where it was."""
    sites, roads = [Site(EST), Site(RUS), Site(RUS)], [Road(0, 1), Road(1, 2)]
    small = small_world(sites, roads, [Unit(RUS, 1)], [Side((EST,)), Side((RUS,))])
    bare(sight.look)(small.world, small.state)
    small.state.clock[0].day = 30
    small.state.formations[0].at = 2
    bare(sight.look)(small.world, small.state)
    assert (small.state.sightings[0, 0].day, small.state.sightings[0, 0].at) == (0, 1)


def told(small: Small, what: Note) -> set[int]:
    """The bodies to which the notes of a kind are known, as bits."""
    entries = (small.record.entries[k] for k in range(small.record.head[0].count))
    return {int(entry.known_to) for entry in entries if entry.note == what}


@pytest.mark.parametrize(
    ("kind", "at", "seen"), [(Kind.MECHANISED, 1, 1), (Kind.MECHANISED, 2, 0), (Kind.SPECIAL, 1, 0)]
)
def test_what_becomes_of_a_formation_is_told_to_who_sees_it(kind: Kind, at: int, seen: int) -> None:
    """SIGHT-2 and 3: retreat and transfer are known to its own side, and to others only if they see it there; its end is known to all."""
    sites, roads = [Site(EST), Site(RUS), Site(RUS)], [Road(0, 1), Road(1, 2)]
    units = (Unit(RUS, at, kind), Unit(EST, 0))
    known = {1 << RUSSIA | seen << NATO}
    at_the_end = {1 << RUSSIA} if kind == Kind.SPECIAL else {EVERYONE}
    for fate, what, hear in ((losses.fall_back, Note.RETREAT, known), (losses.destroy, Note.DESTROYED, at_the_end)):
        small = small_world(sites, roads, units, [Side((EST, GBR)), Side((RUS,))], countries=3)
        bare(fate)(*small.tuple(), RUS, 0)
        assert told(small, what) == hear
    small = small_world(sites, roads, units, [Side((EST, GBR)), Side((RUS,))], countries=3)
    small.state.formations[0].command = RUSSIA
    bare(command.give_back)(*small.tuple(), 0)
    assert told(small, Note.TRANSFER) == known


@pytest.mark.parametrize(
    ("own", "leans", "helps", "is_helped", "told"),
    [(0, 0, 0, 0, False), (1, 0, 0, 0, True), (0, 1, 0, 0, True), (0, 0, 1, 0, True), (0, 0, 0, 1, True)],
)
def test_who_is_told(own: int, leans: int, helps: int, is_helped: int, told: bool) -> None:
    """SIGHT-4: members, who leans on them, whom a body helps, and who helps its nation."""
    assert bare(sight.is_told)(own, leans, helps, is_helped) == told


@pytest.mark.parametrize(("kind", "seen"), [(MeasureKind.AID, 0), (MeasureKind.HYBRID, -1)])
def test_who_is_helped_tells_what_it_sees(kind: MeasureKind, seen: int) -> None:
    """SIGHT-4: far from its own land a council sees what a nation sees that it helps openly, and the nation what the council sees."""
    nation, council = 0, 1
    sites = [Site(EST), Site(RUS), Site(GBR), Site(RUS)]
    units = (Unit(RUS, 1), Unit(RUS, 3), Unit(EST, 0))
    small = small_world(sites, [Road(0, 1), Road(2, 3)], units, [Side((EST,)), Side((GBR,))], countries=3)
    small.world.countries[EST].body = nation
    text = small.state.texts[0]
    text.body, text.measure, text.helps = council, 0, EST
    small.world.measures[0].kind, small.world.measures[0].second = kind, -1
    for alive, day in ((0, -1), (1, seen)):
        text.alive = alive
        bare(sight.look)(small.world, small.state)
        assert small.state.sightings[council, 0].day == day
        assert small.state.sightings[council, 2].day == day
        assert small.state.sightings[nation, 1].day == day
        assert bare(sight.seers)(small.world, small.state, 0) >> council & 1 == (1 if day >= 0 else 0)
    assert small.state.sightings[council, 1].day == small.state.sightings[nation, 0].day == 0

"""Frontage: how much of an attack finds room on an isthmus, a pass or a bridge."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.test_combat import EST, RUS, attacker, fight
from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world
from wargame.model.codes import Note
from wargame.model.numbers import WarNumbers
from wargame.rules import counter_attack, frontage, pressing
from wargame.rules import roster as rosters

NARROW = 4  # km: room for one brigade-equivalent
STRENGTH = st.integers(1, 60_000)


@pytest.mark.parametrize(
    ("front", "strength", "room"), [(0, 90_000, 1000), (5, 1000, 1000), (5, 2000, 500), (10, 2000, 1000), (5, 0, 1000)]
)
def test_who_finds_room(front: int, strength: int, room: int) -> None:
    """COMBAT-27: a brigade-equivalent needs so many km; where the ground sets no bound all are engaged."""
    assert bare(frontage.room_to_attack)(front, strength, fixed(WarNumbers, attack_front=5.0)) == room


@given(front=st.integers(1, 300), strength=STRENGTH, more=STRENGTH)
def test_more_behind_a_narrow_front_bring_no_more_to_bear(front: int, strength: int, more: int) -> None:
    """COMBAT-27: what is engaged never passes what there is room for, nor falls as more come up, but for rounding."""
    room, n = bare(frontage.room_to_attack), fixed(WarNumbers, attack_front=5.0)
    few, many = (room(front, force, n) * force / 1000 for force in (strength, strength + more))
    slack = (strength + more) / 1000
    assert few <= 200 * front + slack
    assert many >= few - slack


def isthmus(count: int, front: int, elsewhere: int = 0) -> Small:
    """So many Russian brigades before region 1 on a way of some width, others on an open way from region 2."""
    sites = [Site(RUS), Site(EST), Site(RUS), Site(EST)]
    roads = [Road(0, 1, front=front), Road(2, 1), Road(1, 3)]
    units = [*(attacker() for _ in range(count)), *(attacker(at=2) for _ in range(elsewhere)), Unit(EST, 1, dug_in=600)]
    return small_world(sites, roads, units, [Side((EST,)), Side((RUS,), leader=RUS)], wars=[(RUS, EST)])


def attack_of(small: Small) -> int:
    """The power of the attack in the first battle told."""
    return notes_of(small.record, Note.BATTLE)[0][3]


def test_a_narrow_front_is_held_by_few() -> None:
    """COMBAT-27 in battle: four brigades break through in the open, and not over an isthmus for one."""
    here, there = isthmus(4, 0), isthmus(4, NARROW)
    fight(here, 4)
    fight(there, 4)
    assert here.state.formations[4].at == 3
    assert there.state.formations[4].at == 1


def test_those_who_wait_behind_lose_nothing() -> None:
    """COMBAT-27: of the attackers that part is lost which was engaged; who comes by an open way is engaged wholly."""
    small = isthmus(2, NARROW, elsewhere=2)
    fight(small)
    lost = [int(small.state.formations[u].lost) for u in range(4)]
    assert lost[0] == lost[1] > 0
    assert lost[2] == lost[3]
    assert lost[2] == pytest.approx(2 * lost[0], abs=1)


def test_an_open_way_is_as_before() -> None:
    """Where no front is given nothing is bounded: the power of the attack is that of all who attack."""
    wide, open_way = isthmus(3, 15), isthmus(3, 0)
    fight(wide)
    fight(open_way)
    assert attack_of(wide) == attack_of(open_way)


@pytest.mark.parametrize(("front", "given"), [(0, True), (NARROW, False)])
def test_planners_reckon_with_the_room(front: int, given: bool) -> None:
    """CAMPAIGN-8 and DEFENCE-3: what outweighs a garrison in the open does not go for it over an isthmus."""
    brigades = [Unit(RUS, 0) for _ in range(5)]
    sites = [Site(RUS), Site(RUS, holder=EST), Site(EST)]
    roads = [Road(0, 1, front=front), Road(1, 2)]
    sides = [Side((EST,)), Side((RUS,), leader=RUS)]
    small = small_world(sites, roads, [*brigades, Unit(EST, 1)], sides, wars=[(RUS, EST)], capitals=(0, 2))
    plan = small.plan()
    bare(pressing.press_plan)(small.world, small.state, plan, 1, EST)
    assert any(plan.moves[u].given for u in range(5)) == given
    bare(counter_attack.counter_attack)(small.world, small.state, RUS, bare(rosters.muster)(small.state))
    assert any(small.state.legs[u, 0].to == 1 for u in range(5)) == given

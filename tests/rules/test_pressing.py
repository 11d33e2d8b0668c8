"""Local attacks: what is weakly held next to a side's forces."""

from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world, war_numbers
from wargame.model.codes import BodyKind, Posture, Terrain
from wargame.rules import pressing

RUS, UKR = range(2)
UKRAINE, RUSSIA = range(2)


def theatre(*units: Unit, claim: int = 600) -> Small:
    """Russia 0; Ukraine's poor land 1 and rich land 2 next to it, its capital 3 behind, an island 5 over the sea 4."""
    sites = [
        Site(RUS, port=True),
        Site(UKR, value=1),
        Site(UKR, value=4),
        Site(UKR, value=5),
        Site(terrain=Terrain.SEA),
        Site(UKR, value=9, port=True),
    ]
    roads = [Road(0, 1), Road(0, 2), Road(1, 3), Road(2, 3), Road(0, 4), Road(4, 5)]
    sides = [Side((UKR,), leader=UKR), Side((RUS,), leader=RUS)]
    small = small_world(sites, roads, units, sides, [(RUS, UKR)], capitals=(0, 3))
    small.world.links[RUS, UKR].claim = claim
    return small


def pressed(small: Small, body: int = RUSSIA, target: int = UKR) -> dict[int, int]:
    """Where each formation with an order is to attack."""
    plan = small.plan()
    bare(pressing.press_plan)(small.world, small.state, plan, body, target)
    given = [u for u in range(small.state.formations.size) if plan.moves[u].given]
    assert all(plan.moves[u].posture == Posture.ASSAULT and plan.legs[u, 1].to < 0 for u in given)
    return {u: int(plan.legs[u, 0].to) for u in given}


def brigades(count: int, owner: int = RUS, at: int = 0) -> tuple[Unit, ...]:
    """So many brigades."""
    return tuple(Unit(owner, at) for _ in range(count))


def test_what_counts_as_weakly_held() -> None:
    """CAMPAIGN-8: outweighed as far as a counter-attack asks for; an empty place is."""
    weak, n = bare(pressing.is_weakly_held), war_numbers()
    assert weak(2.1, 1.0, n)
    assert not weak(2.0, 1.0, n)
    assert weak(0.1, 0.0, n)


def test_what_is_wanted() -> None:
    """CAMPAIGN-9: one's members' land always, other land by a leadership with a claim to it."""
    wanted = bare(pressing.is_wanted)
    assert wanted(BodyKind.COUNCIL, 1, 0)
    assert not wanted(BodyKind.COUNCIL, 0, 500)
    assert wanted(BodyKind.LEADERSHIP, 0, 1)
    assert not wanted(BodyKind.LEADERSHIP, 0, 0)


def test_the_more_valuable_goes_first_and_one_stays() -> None:
    """Three of four attack the richer region as it is held by one; the fourth stays where they stand."""
    assert pressed(theatre(*brigades(4), Unit(UKR, 2))) == {1: 2, 2: 2, 3: 2}


def test_no_more_go_than_it_takes() -> None:
    """An empty region takes one; the next goes to the other."""
    assert pressed(theatre(*brigades(4))) == {1: 2, 2: 1}


def test_who_is_too_weak_holds() -> None:
    """Against an equal nobody goes."""
    assert pressed(theatre(*brigades(2), *brigades(2, UKR, 1), *brigades(2, UKR, 2))) == {}


def test_land_without_a_claim_is_left() -> None:
    """A leadership that claims nothing attacks nobody's land but its own."""
    assert pressed(theatre(*brigades(4), claim=0)) == {}
    small = theatre(*brigades(4, UKR, 3), claim=0)
    small.state.regions[1].controller, small.state.regions[1].occupied_day = RUS, 0
    assert pressed(small, UKRAINE, RUS) == {1: 1}


def test_orders_already_given_stand() -> None:
    """Whom the plan sends elsewhere is not sent again."""
    small = theatre(*brigades(3))
    plan = small.plan()
    plan.moves[1].given = 1
    bare(pressing.press_plan)(small.world, small.state, plan, RUSSIA, UKR)
    assert plan.legs[1, 0].to < 0
    assert plan.legs[2, 0].to == 2


def test_conquered_land_keeps_its_garrison() -> None:
    """DEFENCE-4: from land taken from another only those go on whom what faces it does not need."""
    small = theatre(*brigades(5, at=1), Unit(UKR, 3, strength=3000))
    small.state.regions[1].controller, small.state.regions[1].occupied_day = RUS, 0
    assert len(pressed(small)) < 4

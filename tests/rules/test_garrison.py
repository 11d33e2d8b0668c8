"""Garrisons: who of a side goes out to attack, and who stays."""

import pytest

from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Posture
from wargame.rules import campaign, garrison

LTU, USA, RUS = range(3)
NATO, RUSSIA = range(2)
VILNIUS, RIGA = range(2)


def theatre(*units: Unit, under: int = NATO, facing: int = 2000) -> Small:
    """Vilnius, Lithuania's capital, beside land of Lithuania's that Russia holds with so much; national formations are `under` NATO."""
    sites = [Site(LTU), Site(LTU, holder=RUS), Site(USA), Site(RUS)]
    roads = [Road(VILNIUS, RIGA), Road(RIGA, 3)]
    sides = [Side((LTU, USA)), Side((RUS,), leader=RUS)]
    russians = Unit(RUS, RIGA, strength=facing)
    wars = [(LTU, RUS), (USA, RUS)]
    small = small_world(sites, roads, [*units, russians], sides, wars, capitals=(VILNIUS, 2, 3), countries=3)
    for u in range(len(units)):
        if small.state.formations[u].owner >= 0:
            small.state.formations[u].command = under
    return small


def sent(small: Small) -> list[int]:
    """The rows of those whom NATO's plan sends against Russia."""
    plan = small.plan()
    bare(campaign.assault_plan)(small.world, small.state, plan, NATO, RUS)
    given = [u for u in range(small.state.formations.size) if plan.moves[u].given]
    assert all(plan.moves[u].posture == Posture.ASSAULT for u in given)
    return given


@pytest.mark.parametrize(
    ("strength", "other", "is_before", "first"), [(1000, 1300, 0, True), (1000, 1000, 1, True), (1000, 1000, 0, False)]
)
def test_the_strongest_is_the_garrison_first(strength: int, other: int, is_before: int, first: bool) -> None:
    """CAMPAIGN-6."""
    assert bare(garrison.goes_first)(strength, other, is_before) == first


def battlegroup(strength: int) -> Unit:
    """A standing formation of NATO's in Vilnius."""
    return Unit(at=VILNIUS, strength=strength, body=NATO, shares=((USA, 1000),))


@pytest.mark.parametrize(("standing", "gone"), [((), [1]), ((battlegroup(1000),), [0, 1])])
def test_who_cannot_be_sent_is_the_garrison_first(standing: tuple[Unit, ...], gone: list[int]) -> None:
    """CAMPAIGN-6: half of what faces the capital must stay; a battlegroup that stays anyway frees the rest."""
    small = theatre(Unit(LTU, VILNIUS), Unit(USA, VILNIUS), *standing)
    assert sent(small) == gone


def test_an_ally_in_a_capital_holds_it_too() -> None:
    """DEFENCE-4: the stronger American stays, and the Lithuanian goes."""
    assert sent(theatre(Unit(LTU, VILNIUS), Unit(USA, VILNIUS, strength=1500))) == [0]


def test_whom_the_seat_does_not_command_is_not_in_its_plan() -> None:
    """Rulebook 5: one command; who is under another stays, and holds the place for those who go."""
    small = theatre(Unit(LTU, VILNIUS), Unit(USA, VILNIUS))
    small.state.formations[0].command = -1
    assert sent(small) == [1]
    assert sent(theatre(Unit(LTU, VILNIUS), Unit(USA, VILNIUS), under=-1)) == []

"""Relief: who is pledged to defend a state in a common war comes, with whom it can spare."""

import pytest

from tests.worlds import Road, Side, Site, Small, Unit, bare, small_world
from wargame.model.codes import Kind, Terrain
from wargame.model.columns import NOBODY
from wargame.rules import defence, manning, marches, relief, roster
from wargame.rules.membership import fighting

LVA, DEU, RUS = range(3)
RIGA, BERLIN, PSKOV, SEA, PORT = range(5)


def theatre(*units: Unit, pledged: bool = True, commitment: int = 900) -> Small:
    """Riga beside Pskov, Berlin behind it by road; a port of Germany's and the sea between it and Riga. All are at war with Russia."""
    sites = [Site(LVA, port=True), Site(DEU), Site(RUS), Site(terrain=Terrain.SEA), Site(DEU, port=True)]
    roads = [Road(RIGA, BERLIN, 300), Road(RIGA, PSKOV), Road(PORT, SEA), Road(SEA, RIGA)]
    sides = [Side((LVA, DEU), defends=pledged), Side((RUS,), leader=RUS)]
    wars = [(LVA, RUS), (DEU, RUS)]
    small = small_world(sites, roads, units, sides, wars, capitals=(RIGA, BERLIN, PSKOV), countries=3)
    for c in (LVA, DEU):
        small.state.countries[c].top_threat = RUS
        small.state.members[0, c].commitment = commitment
    small.state.countries[RUS].top_threat = NOBODY
    return small


def a_week_later(small: Small) -> list[int]:
    """Where each formation marches first after a week of all defence plans, -1 for nowhere."""
    bare(defence.defence_plans)(small.world, small.state, bare(fighting)(small.state.pairs))
    return [int(small.state.legs[u, 0].to) for u in range(small.state.formations.size)]


def attackers(strength: int = 4000) -> Unit:
    """Russia's army in Pskov."""
    return Unit(RUS, PSKOV, strength=strength)


@pytest.mark.parametrize(("value", "sent"), [(1, True), (0, False), (-5, False)])
def test_relief_goes_where_a_state_would_give(value: int, sent: bool) -> None:
    """DEFENCE-9: its own answer to a request for the place decides."""
    assert bare(relief.sends_relief)(value) == sent


def test_where_nothing_is_to_be_feared_nobody_comes() -> None:
    """DEFENCE-9 and 1: without an army next to Riga there is no need of cover."""
    assert a_week_later(theatre(attackers(0), Unit(DEU, BERLIN)))[1] == NOBODY


def test_who_is_pledged_comes_one_a_week() -> None:
    """DEFENCE-9: of two German formations one marches to Riga this week, and the other the next."""
    small = theatre(attackers(), *(Unit(DEU, BERLIN, strength=2000) for _ in range(4)))
    assert a_week_later(small)[1:] == [RIGA, NOBODY, NOBODY, NOBODY]
    assert a_week_later(small)[1:] == [RIGA, RIGA, NOBODY, NOBODY]


def test_a_capital_that_is_next_keeps_its_own() -> None:
    """DEFENCE-9, 7 and 1: Berlin looks a march further, and its last formation stays."""
    small = theatre(attackers(9000), Unit(DEU, BERLIN), Unit(DEU, BERLIN))
    assert a_week_later(small)[1:] == [RIGA, NOBODY]
    assert a_week_later(small)[1:] == [RIGA, NOBODY]


def test_without_a_pledge_nobody_comes() -> None:
    """DEFENCE-9: a body that pledges no defence sends nobody to Riga."""
    assert a_week_later(theatre(attackers(), Unit(DEU, BERLIN), pledged=False))[1] == NOBODY


def test_who_would_refuse_a_request_sends_nobody() -> None:
    """DEFENCE-9: a member without a stake in the body answers no, and stays at home."""
    small = theatre(attackers(), Unit(DEU, BERLIN), commitment=0)
    small.state.countries[DEU].opinion = small.state.countries[DEU].outlook = 0
    assert a_week_later(small)[1] == NOBODY


def test_who_has_another_war_is_not_helped_in_it() -> None:
    """DEFENCE-9: only those come who fight the same enemy."""
    small = theatre(attackers(), Unit(DEU, BERLIN))
    small.state.pairs[DEU, RUS].war = small.state.pairs[RUS, DEU].war = 0
    assert a_week_later(small)[1] == NOBODY


def test_what_allies_have_on_the_spot_covers_it() -> None:
    """DEFENCE-9 and 1: Riga that its own army covers well needs less than Berlin's march is worth."""
    small = theatre(attackers(1000), Unit(LVA, RIGA, strength=9000), Unit(DEU, BERLIN))
    bare_riga = theatre(attackers(1000), Unit(DEU, BERLIN))
    covered = relief_need(small)
    assert 0 < covered < relief_need(bare_riga)


def relief_need(small: Small) -> int:
    """The need of cover that Germany sees in Riga."""
    world, state = small.world, small.state
    seen = bare(roster.muster)(state)
    bare(roster.look_across)(world, state, seen)
    bare(roster.take_for_foes)(world, state, seen, RUS, 1)
    bare(roster.reckon)(world, state, DEU, seen)
    bare(roster.count_cover)(state, DEU, seen)
    bare(relief.count_allied_cover)(
        state, bare(relief.to_be_helped)(world, state, DEU, bare(fighting)(state.pairs)), seen
    )
    return int(bare(manning.need_at)(world, seen, RIGA))


@pytest.mark.parametrize(("ships", "unsafe"), [(0, False), (1, True)])
def test_a_sea_with_enemy_ships_is_unsafe(ships: int, unsafe: bool) -> None:
    """DEFENCE-10."""
    assert bare(marches.is_unsafe_sea)(ships) == unsafe


@pytest.mark.parametrize(
    ("fleet", "goes"),
    [((), SEA), ((Unit(RUS, SEA, Kind.FLEET),), NOBODY), ((Unit(DEU, SEA, Kind.FLEET),), SEA)],
)
def test_a_plan_ships_nobody_where_an_enemy_lies(fleet: tuple[Unit, ...], goes: int) -> None:
    """DEFENCE-10: from the port over the sea to Riga, but not past a Russian fleet."""
    small = theatre(attackers(), Unit(DEU, PORT), *fleet)
    assert a_week_later(small)[1] == goes


def test_a_fleet_in_port_closes_the_sea_outside() -> None:
    """DEFENCE-10: ships put out from the port next to the sea."""
    small = theatre(attackers(), Unit(DEU, PORT), Unit(RUS, RIGA, Kind.FLEET))
    assert a_week_later(small)[1] == NOBODY

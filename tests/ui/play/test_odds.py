"""Odds before an order: the battle's own laws on the seat's View."""

from __future__ import annotations

import pytest

from tests.played import Played
from wargame.engine.observe import observe
from wargame.engine.odds import attack_odds, is_attack
from wargame.engine.packing import pack
from wargame.model.codes import Phase
from wargame.model.orders import March
from wargame.model.view import View
from wargame.rules.combat import folded_product, odds
from wargame.rules.law import plain
from wargame.ui.play.ways import days_of, extended, offensives, shortest

RUSSIA = 2
FACTORS = ("strength", "type", "readiness", "supply", "ground", "air")


@pytest.fixture(scope="module")
def at_war(war: Played) -> tuple[View, list[March]]:
    """What the attacker's seat knows in an orders phase of the war, and the planner's marches."""
    for state in war.after(Phase.ORDERS):
        view = observe(war.world, state, war.names, RUSSIA)
        for orders in offensives(view).values():
            marches = [order for order in orders if isinstance(order, March) and order.posture == "assault"]
            if marches:
                return view, marches
    raise AssertionError("the war has no offensive")


def attacked(view: View, marches: list[March]) -> list[str]:
    """Places on the ways that are attacked."""
    places = dict.fromkeys(place for march in marches for place in march.path)
    return [p for p in places if any(p in m.path and is_attack(view, m.formation, p) for m in marches)]


def test_the_chance_is_the_law_on_the_powers_shown(at_war: tuple[View, list[March]]) -> None:
    """COMBAT-14 on the sums of the lines, each the product of its factors (COMBAT-6); the View stays as it was."""
    view, marches = at_war
    before = pack(view.state)
    found = [said for place in attacked(view, marches) if (said := attack_odds(view, marches, place)) is not None]
    assert found
    for said in found:
        assert said.attack == sum(line.power for line in said.lines if line.attacks)
        assert said.defence == sum(line.power for line in said.lines if not line.attacks)
        assert said.chance == plain(odds)(float(said.attack), float(said.defence), view.world.war_numbers[0])
        for line in said.lines:
            assert line.power == plain(folded_product)([line.factors[name] for name in FACTORS])
    assert pack(view.state) == before


def test_more_formations_are_better_odds(at_war: tuple[View, list[March]]) -> None:
    """All marches on a place attack it together."""
    view, marches = at_war
    for place in attacked(view, marches):
        alone = attack_odds(view, [m for m in marches if place in m.path][:1], place)
        together = attack_odds(view, marches, place)
        if alone is not None and together is not None:
            assert together.attack >= alone.attack


def test_nobody_attacks_a_place_that_is_on_no_way(at_war: tuple[View, list[March]]) -> None:
    """Then there are no odds."""
    view, marches = at_war
    assert attack_odds(view, [], attacked(view, marches)[0]) is None


def test_a_way_is_led_on_cut_and_found(at_war: tuple[View, list[March]]) -> None:
    """A place beside the end is added, one on the way cuts it off, any other is reached the shortest way."""
    view, marches = at_war
    march = max(marches, key=lambda m: len(m.path))
    unit = march.formation
    goal = march.path[-1]
    way = shortest(view, unit, goal)
    assert way[-1] == goal
    assert extended(view, unit, (), goal) == way
    assert extended(view, unit, way, way[0]) == way[:1]
    start = view.names.places.ids[view.state.formations[view.names.formations.row(unit)].at]
    assert extended(view, unit, way, start) == ()
    assert days_of(view, march.model_copy(update={"path": way})) > 0

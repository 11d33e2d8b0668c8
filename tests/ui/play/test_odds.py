"""Odds before an order: the battle's own laws on the seat's View."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.played import Played
from tests.worlds import bare, notes_of
from wargame.engine.judge import POSTURES
from wargame.engine.observe import observe
from wargame.engine.odds import NoBattle, Odds, attack_odds, is_attack
from wargame.engine.packing import pack
from wargame.engine.resolve import copied
from wargame.model.codes import Note, Phase
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March, PostureName
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.view import View
from wargame.rules.battle import fight_battles
from wargame.rules.combat import folded_product, odds
from wargame.rules.field import draw_fronts, survey
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
    found = [said for place in attacked(view, marches) if isinstance(said := attack_odds(view, marches, place), Odds)]
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
        if isinstance(alone, Odds) and isinstance(together, Odds):
            assert together.attack >= alone.attack


def test_on_a_narrow_way_few_of_many_are_engaged(at_war: tuple[View, list[March]]) -> None:
    """COMBAT-27: the odds say how much of the attack finds room, and their powers are of that part alone."""
    view, marches = at_war
    place = next(p for p in attacked(view, marches) if isinstance(attack_odds(view, marches, p), Odds))
    edges = view.world.edges.copy()
    column_of(edges, "front")[:] = np.where(column_of(edges, "by_sea") == 0, 1, 0)
    wide = attack_odds(view, marches, place)
    narrow = attack_odds(replace(view, world=view.world._replace(edges=edges)), marches, place)
    assert isinstance(wide, Odds)
    assert isinstance(narrow, Odds)
    assert wide.engaged == 1.0
    assert 0.0 < narrow.engaged < 1.0
    assert narrow.attack < wide.attack
    assert narrow.defence == wide.defence
    assert narrow.chance < wide.chance


def test_nobody_attacks_a_place_that_is_on_no_way(at_war: tuple[View, list[March]]) -> None:
    """Then there are no odds."""
    view, marches = at_war
    assert attack_odds(view, [], attacked(view, marches)[0]) is NoBattle.NOBODY_ATTACKS


@pytest.mark.parametrize("posture", ["hold", "delay", "reserve"])
def test_who_holds_back_attacks_nobody(at_war: tuple[View, list[March]], posture: PostureName) -> None:
    """COMBAT-9: the war step lets nobody attack in such a posture, so no odds are shown of it."""
    view, marches = at_war
    held = [march.model_copy(update={"posture": posture}) for march in marches]
    assert {attack_odds(view, held, place) for place in attacked(view, marches)} == {NoBattle.NOBODY_ATTACKS}


def test_the_powers_shown_are_those_that_fight(war: Played) -> None:
    """Law of the house 12: who knows all and stands before the defence is shown what the step then writes down."""
    compared = 0
    for state in war.after(Phase.ORDERS):
        view = replace(observe(war.world, state, war.names, RUSSIA), state=state)
        marches = [march for orders in offensives(view).values() for march in orders if isinstance(march, March)]
        marches = [march.model_copy(update={"path": march.path[:1]}) for march in marches]
        work, record = before_the_defence(view, marches), empty_record(400)
        field = bare(survey)(view.world, work, bare(draw_fronts)(view.world, work))
        bare(fight_battles)(view.world, work, record, field, 1)
        for _who, _whom, where, attack, defence, *_losses in notes_of(record, Note.BATTLE)[
            :1
        ]:  # the next begins after its losses
            shown = attack_odds(view, marches, view.names.places.ids[where])
            assert isinstance(shown, Odds)
            assert (shown.attack, shown.defence) == (attack, defence)
            compared += 1
    assert compared


def before_the_defence(view: View, marches: list[March]) -> State:
    """A copy of the state in which each formation has come to where it meets what defends the first place of its way."""
    work = copied(view.state)
    for march in marches:
        row = view.names.formations.row(march.formation)
        work.legs[row]["to"] = NOBODY
        work.legs[row, 0].to = view.names.places.row(march.path[0])
        work.formations[row].progress = 20_000
        work.formations[row].posture = POSTURES[march.posture]
    return work


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

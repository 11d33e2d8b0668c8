"""Covering land (rulebook 5): a nation at war gathers its army where its land most needs it."""

from __future__ import annotations

import numpy as np
import pytest

from wargame.ai.covering import concentrate, exposed_regions, places_to_gather
from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.engine.reading import readings
from wargame.engine.resolve import begin, open_turn
from wargame.model.calendar import WEEK
from wargame.model.codes import Phase
from wargame.model.columns import column_of
from wargame.model.orders import March
from wargame.model.view import View
from wargame.rules.kinds import is_army
from wargame.rules.law import plain
from wargame.store.scenarios import scenario_from

CAPITAL = "UA-KYIV"


@pytest.fixture(scope="module")
def view() -> View:
    """What the state attacked knows on the first day of its war, when orders are given."""
    start = compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)
    state = open_turn(start.world, begin(start.world, start.state).state).state
    state.clock[0].phase = Phase.ORDERS
    return observe(start.world, state, start.names, start.names.bodies.row("ukraine"))


def sent(view: View, share: int) -> list[March]:
    """The marches that gather a share of the army at the capital."""
    orders = concentrate(view, view.names.places.row(CAPITAL), share)
    assert all(isinstance(order, March) for order in orders)
    return [order for order in orders if isinstance(order, March)]


def strength(view: View, orders: list[March]) -> int:
    """The strength of those who are sent or stay, 1/1000 brigade-equivalent."""
    units = readings(view.state.formations)
    return sum(int(units[view.names.formations.row(order.formation)].strength) for order in orders)


def army(view: View) -> list[int]:
    """The strengths of the land formations of the state, 1/1000 brigade-equivalent."""
    own = view.names.countries.row("UKR")
    units = readings(view.state.formations)
    return [int(u.strength) for u in units if u.alive and u.owner == own and plain(is_army)(u.kind)]


@pytest.mark.parametrize("share", [150, 300, 500])
def test_no_more_gather_than_the_share_asks_for(view: View, share: int) -> None:
    """The last to come is the one that fills the share: without him it is not full."""
    orders = sent(view, share)
    gathered, wanted = strength(view, orders), share * sum(army(view)) // 1000
    assert wanted <= gathered < wanted + max(army(view))


def test_the_nearest_come_first(view: View) -> None:
    """A larger share sends all that a smaller one does; who is at the goal is told to stay."""
    few, many = ({order.formation for order in sent(view, share)} for share in (200, 500))
    assert few < many
    goal = view.names.places.row(CAPITAL)
    there = [u for u in np.flatnonzero(column_of(view.state.formations, "at") == goal).tolist()]
    own = view.names.countries.row("UKR")
    garrison = {
        view.names.formations.ids[u]
        for u in there
        if view.state.formations[u].owner == own
        and view.state.formations[u].alive
        and plain(is_army)(view.state.formations[u].kind)
    }
    assert garrison
    assert {order.formation for order in sent(view, 200) if order.path == ()} == garrison


def test_who_cannot_be_there_in_time_stays_where_he_is(view: View) -> None:
    """A march that takes longer than the turn is not begun: with less time fewer come."""
    month = sent(view, 1000)
    weeks = int(view.world.course[0].weeks_a_turn)
    view.world.course[0].weeks_a_turn = 1
    try:
        week = sent(view, 1000)
    finally:
        view.world.course[0].weeks_a_turn = weeks
    assert weeks * WEEK > WEEK
    assert {order.formation for order in week} < {order.formation for order in month}


def test_nobody_goes_through_land_that_an_enemy_holds(view: View) -> None:
    """A march to cover land is no attack: who is cut off by the enemy stays, and comes again once the way is free."""
    goal, between = (view.names.places.row(place) for place in ("UA-ODES", "UA-MYKO"))
    enemy, holder = view.names.countries.row("RUS"), column_of(view.state.regions, "controller")
    before = int(holder[between])
    free = concentrate(view, goal, 1000)
    holder[between] = enemy
    try:
        cut = concentrate(view, goal, 1000)
    finally:
        holder[between] = before
    for orders, passes in ((free, True), (cut, False)):
        paths = [order.path for order in orders if isinstance(order, March)]
        assert any("UA-MYKO" in path for path in paths) == passes
        assert paths


def test_the_capital_keeps_its_garrison(view: View) -> None:
    """DEFENCE-5: whoever stands there is not sent off to cover other land."""
    capital = view.names.places.row(CAPITAL)
    units = readings(view.state.formations)
    there = {view.names.formations.ids[u] for u, unit in enumerate(units) if unit.alive and unit.at == capital}
    orders = concentrate(view, view.names.places.row("UA-CHER"), 1000)
    sent_off = {order.formation for order in orders if isinstance(order, March)}
    assert sent_off
    assert there
    assert not sent_off & there


def test_the_capital_is_a_place_to_gather_while_it_is_held(view: View) -> None:
    """A nation at war always considers it, whatever the land in most need; lost, it is one of many places to free."""
    capital = view.names.places.row(CAPITAL)
    holder = column_of(view.state.regions, "controller")
    before = int(holder[capital])
    needy = exposed_regions(view, 2)
    assert capital not in needy
    assert places_to_gather(view, 2) == [capital, needy[0]]
    assert len(set(places_to_gather(view, 20))) == len(places_to_gather(view, 20))
    holder[capital] = view.names.countries.row("RUS")
    try:
        assert places_to_gather(view, 2) == exposed_regions(view, 2)
    finally:
        holder[capital] = before


def test_a_council_has_no_capital() -> None:
    """It gathers where its members' land is most exposed."""
    start = compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)
    council = start.names.bodies.row("nato")
    seen = observe(start.world, begin(start.world, start.state).state, start.names, council)
    assert places_to_gather(seen, 3) == exposed_regions(seen, 3)


def test_the_neediest_land_is_what_is_faced_most_for_its_worth(view: View) -> None:
    """On the first day of the war all that is in need lies next to the enemy; the first of the list is the most exposed."""
    found = exposed_regions(view, 4)
    assert len(found) == 4
    assert exposed_regions(view, 2) == found[:2]
    enemy = view.names.countries.row("RUS")
    held = set(np.flatnonzero(column_of(view.state.regions, "controller") == enemy).tolist())
    units = readings(view.state.formations)
    stands = {int(u.at) for u in units if u.alive and u.owner == enemy}
    for r in found:
        place = view.world.regions[r]
        beside = {int(view.world.edges[e].end) for e in range(place.first_edge, place.first_edge + place.edges)}
        assert beside & (held | stands)


def test_a_state_without_enemies_needs_nothing(view: View) -> None:
    """Land that nobody faces needs no forces."""
    calm = view.state.formations.copy()
    column_of(view.state.formations, "alive")[:] = 0
    try:
        assert exposed_regions(view, 1) == []
    finally:
        view.state.formations[:] = calm

"""Orders for forces in war: local attacks, and assaults that are called off."""

import numpy as np

from tests.played import AGGRESSOR, VICTIM, Played
from wargame.ai.campaigning import beside, done, press, stand
from wargame.ai.options import in_need
from wargame.ai.worth import worth_of
from wargame.engine.futures import Futures
from wargame.engine.observe import observe
from wargame.engine.planning import plan_of
from wargame.engine.resolve import copied
from wargame.model.codes import Phase, Posture
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import March, Release
from wargame.model.state import State
from wargame.model.view import View


def at_war(war: Played) -> State:
    """The first state in which orders are given and the leadership fights its victim."""
    names = war.names
    one, other = names.countries.row("RUS"), names.countries.row(VICTIM)
    return next(state for state in war.after(Phase.ORDERS) if state.pairs[one, other].war)


def seen(war: Played, state: State) -> View:
    """What the leadership knows."""
    return observe(war.world, state, war.names, war.names.bodies.row(AGGRESSOR))


def assaulting(view: View, state: State) -> set[str]:
    """The leadership's formations that are on their way to an assault."""
    rus = view.names.countries.row("RUS")
    return {
        view.names.formations.ids[u]
        for u in range(state.formations.size)
        if state.formations[u].alive
        and state.formations[u].owner == rus
        and state.formations[u].posture == Posture.ASSAULT
        and state.legs[u, 0].to >= 0
    }


def test_standing_calls_all_assaults_off(war: Played) -> None:
    """DEFENCE-6: who is on his way to an assault is left to the defence plan, not told to stand; nobody else is told anything."""
    state = copied(at_war(war))
    rus = war.names.countries.row("RUS")
    own = np.flatnonzero(column_of(state.formations, "owner") == rus).tolist()
    free = [u for u in own if state.formations[u].alive and state.formations[u].command < 0][:3]
    for u in free:
        state.formations[u].posture, state.legs[u, 0].to = Posture.ASSAULT, war.names.places.row("EE-TALL")
    view = seen(war, state)
    orders = stand(view)
    assert {order.formation for order in orders if isinstance(order, Release)} == assaulting(view, state) != set()
    assert len(orders) == len(assaulting(view, state))


def test_who_has_done_what_he_was_sent_for_is_left_to_the_plan(war: Played) -> None:
    """DEFENCE-6: an AI freezes nobody where an order ended; whom it sends anew it does not release."""
    state = copied(at_war(war))
    rus = war.names.countries.row("RUS")
    own = np.flatnonzero(column_of(state.formations, "owner") == rus).tolist()
    put = [u for u in own if state.formations[u].alive and state.formations[u].command < 0][:3]
    for u in own:
        state.formations[u].ordered = 0
    for u in put:
        state.formations[u].ordered, state.legs[u, 0].to = 1, NOBODY
    released = done(seen(war, state))
    names = [war.names.formations.ids[u] for u in put]
    assert [order.formation for order in released] == names
    sent = March(formation=names[0], path=(), posture="hold")
    assert [order.type for order in beside([sent], released)] == ["march", "release", "release"]


def test_local_attacks_go_next_door(war: Played) -> None:
    """Each is one leg long, to land that the enemy holds; without a weak place there are none, not even halts."""
    for state in war.after(Phase.ORDERS):
        view = seen(war, state)
        victim = war.names.countries.row(VICTIM)
        orders = [order for order in press(view, victim) if isinstance(order, March)]
        attacks = [order for order in orders if order.posture == "assault"]
        assert bool(attacks) == bool(orders)
        for order in attacks:
            (goal,) = order.path
            assert state.regions[war.names.places.row(goal)].controller == victim


def test_help_goes_to_those_who_fight(peace: Played, war: Played) -> None:
    """While somebody fights the state that is answered, nobody at peace is thought of; before, the most threatened are."""
    rus, victim = war.names.countries.row("RUS"), war.names.countries.row(VICTIM)
    view = observe(war.world, at_war(war), war.names, 0)
    fighting = set(np.flatnonzero(column_of(view.state.pairs, "war")[:, rus]).tolist())
    assert victim in fighting
    assert set(in_need(view, rus, 9)) <= fighting
    calm = observe(peace.world, peace.after(Phase.CAUCUS)[0], peace.names, 0)
    assert len(in_need(calm, rus, 3)) == 3


def army(view: View) -> int:
    """What the army in being is worth to a seat that orders nothing, 1/1000 point."""
    return worth_of(view, Futures(view.world, view.state).play(plan_of(view, []), 2, 1, 1), 0, 0).terms["army"]


def test_forces_in_being_are_worth_something_in_war(peace: Played, war: Played) -> None:
    """What enemies are stronger by is lost: more with half the own army; nothing in peace, and nothing once they are gone."""
    state = at_war(war)
    rus = war.names.countries.row("RUS")
    bled, won = copied(state), copied(state)
    for unit in bled.formations:
        unit.strength = unit.strength // 2 if unit.owner == rus else unit.strength
    for unit in won.formations:
        unit.alive = int(unit.alive and unit.owner == rus)
    assert army(seen(war, bled)) < army(seen(war, state)) < 0
    assert army(seen(war, won)) == 0
    assert army(observe(peace.world, peace.after(Phase.CAUCUS)[0], peace.names, 0)) == 0

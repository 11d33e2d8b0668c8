"""What may come of a plan is what may come of the turn, not of the game so far."""

from tests.played import Played
from wargame.engine.futures import Futures
from wargame.engine.observe import observe
from wargame.engine.planning import plan_of
from wargame.model.codes import Phase
from wargame.ui.play.outlook import FIRST_SEED, TURNS, outlook_of

FEW = 4


def test_battles_of_before_are_not_counted_again(war: Played) -> None:
    """At war, with battles behind: those of the coming turn alone."""
    states = (state for state in war.states if state.clock[0].phase == Phase.ORDERS and state.clock[0].fighting > 0)
    view = observe(war.session.world, next(states), war.names, war.names.bodies.row("russia"))
    before = int(view.state.clock[0].fighting)
    fought = Futures(view.world, view.state).play(plan_of(view, ()), FEW, TURNS, FIRST_SEED).battles()
    battles = outlook_of(view, (), FEW).battles
    assert battles.low <= fought - before <= battles.high
    assert battles.low >= 0

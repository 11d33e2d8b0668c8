"""The weekly tracks in their order (rulebook 2): beliefs and threat first, then what follows from them."""

from __future__ import annotations

from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.alliance import commit
from wargame.rules.economy import run_economies, steady
from wargame.rules.escalation import escalate
from wargame.rules.hybrid import investigate
from wargame.rules.intentions import fade
from wargame.rules.involvement import involve
from wargame.rules.law import stage
from wargame.rules.ledger import forget_battles
from wargame.rules.membership import Rows
from wargame.rules.opinion import form_opinion
from wargame.rules.outside_week import outside_week
from wargame.rules.prices import ease_prices
from wargame.rules.tasks import keep_tasks
from wargame.rules.threat import feel


@stage
def week(world: World, state: State, record: Record, fights: Rows) -> None:
    """One week of all tracks that do not depend on battles; `fights` has 1 for the states at war."""
    fade(world, state)
    feel(world, state)
    outside_week(world, state, record)
    form_opinion(world, state, record)
    run_economies(world, state, fights)
    ease_prices(world, state)
    steady(world, state)
    keep_tasks(world, state)
    commit(world, state)
    investigate(world, state, record)
    escalate(world, state, record, fights)
    involve(world, state, record, fights)
    forget_battles(world, state)

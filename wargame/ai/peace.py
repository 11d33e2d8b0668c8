"""When a seat offers a ceasefire, and on what terms: by what it knows of the war (CEASE-2, SETTLE-2, 3 and 8)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wargame.ai.campaigning import enemies, press
from wargame.ai.policy import Decision
from wargame.engine.judge import judge
from wargame.engine.manner import AMBITIONS, terms_by_ambition
from wargame.engine.reading import readings
from wargame.model.codes import Effect, Grant, MeasureKind
from wargame.model.columns import column_of
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.rules.ceasefire import (
    can_grant,
    is_fought,
    is_ripe,
    last_moved,
    mildest_demand,
    stands_offered,
    weeks_still,
)
from wargame.rules.economy import gained_share, land_lost
from wargame.rules.law import plain
from wargame.rules.numeric import FULL
from wargame.rules.outside import isolation, urged
from wargame.rules.settlement import degree, insistence, is_offered_now, readiness_to_yield

NOTHING = "nothing"
HALF_A_YEAR = 26.0  # weeks
NO_OFFER = 0  # in place of an ambition


def offer_of_ceasefire(view: View) -> TableDraft | None:
    """The draft of a ceasefire with the first side to whom one is offered now; None where it is to nobody (SETTLE-8).

    All of the war that would end is looked at: every line between the two sides, and every state that could be attacked.
    """
    for side, draft in offers(view):
        moved = plain(last_moved)(view.world, view.state, view.body, side)
        weeks, wanted = plain(weeks_still)(_today(view), moved), _ripe_after(view, side)
        ambition = _ambition(view, draft, side, (weeks - wanted) / HALF_A_YEAR)
        offer = draft.model_copy(update={"ambition": ambition})
        if ambition == NO_OFFER or judge(view, offer) or _stands(view, side, offer):
            continue
        asked, granted = (_terms(view, offer, code)[ambition - 1] for code in (Effect.DEMAND, Effect.CONCEDE))
        ripe = int(plain(is_ripe)(weeks, wanted, _hopes(view, side)))
        if plain(is_offered_now)(asked, granted, ripe):
            return offer
    return None


def offers(view: View) -> Iterator[tuple[int, TableDraft]]:
    """A draft of a ceasefire for each side that one of the seat's states fights, with the row of that side's body."""
    sides: dict[int, int] = {}
    for foe in enemies(view):
        side = int(view.world.countries[foe].body)
        if plain(is_fought)(view.world, view.state, view.body, foe) and side >= 0:
            leads = view.world.bodies[side].leader == foe
            sides[side] = foe if leads else sides.get(side, foe)
    for measure in _measures(view):
        for side, foe in sides.items():
            yield side, _plain_offer(view, measure, view.names.countries.ids[foe])


def _plain_offer(view: View, measure: str, foe: str) -> TableDraft:
    """An offer at the least ambition that the law allows; at the first where it allows none."""
    drafts = [TableDraft(measure=measure, ambition=level, lowest=level, against=foe) for level in AMBITIONS]
    return next((draft for draft in drafts if not judge(view, draft)), drafts[0])


def _stands(view: View, side: int, offer: TableDraft) -> bool:
    """The seat's offer to a side is in force and goes as far already."""
    measure = view.names.measures.row(offer.measure)
    for text in readings(view.state.texts):
        if plain(stands_offered)(view.world, view.state, text, view.body, side) and text.measure == measure:
            return bool(text.ambition >= offer.ambition)
    return False


def _ripe_after(view: View, side: int) -> float:
    """Weeks after which a war with a side is ripe: fewer, the more of the world outside condemns either (OUTSIDE-8)."""
    world, state = view.world, view.state
    isolated = max(plain(isolation)(world, state, body) for body in (view.body, side))
    return float(plain(urged)(world.state_numbers[0], world.war_numbers[0].ripe_weeks, isolated))


def _terms(view: View, offer: TableDraft, code: Effect) -> tuple[int, ...]:
    """What an offer asks for or grants at ambition 1, 2, 3 (codes.Grant)."""
    none = (int(Grant.NOTHING),) * len(AMBITIONS)
    return terms_by_ambition(view.world, view.names.measures.row(offer.measure), code) or none


def _ambition(view: View, draft: TableDraft, side: int, late: float) -> int:
    """How far an offer goes to meet a side: the least at which it asks for no more than the seat insists on, and grants what it must.

    `late` is how many half-years the war is past ripeness. NO_OFFER where the catalogue has no such offer.
    """
    asks, grants = _terms(view, draft, Effect.DEMAND), _terms(view, draft, Effect.CONCEDE)
    insists = _insists(view, draft, late) if any(asks) else int(Grant.NOTHING)
    yields = _yields(view, side, late) if any(grants) else int(Grant.NOTHING)
    fitting = (level for level in AMBITIONS if asks[level - 1] <= insists and grants[level - 1] >= yields)
    return next(fitting, NO_OFFER)


def _insists(view: View, draft: TableDraft, late: float) -> int:
    """The terms that a side asks of the state that an offer names (SETTLE-2)."""
    foe, state = view.names.countries.row(draft.against or ""), view.state
    if not plain(can_grant)(view.world, int(view.world.countries[foe].body)):
        return int(Grant.NOTHING)
    leader = int(view.world.bodies[view.body].leader)
    gained = plain(gained_share)(view.world.regions, state.regions, state.members, view.body, foe)
    taken = gained - view.world.countries[foe].land_lost / FULL
    claim, stability = view.world.links[leader, foe].claim, state.bodies[view.body].stability
    losses = state.countries[leader].losses
    return plain(degree)(plain(insistence)(view.world.war_numbers[0], claim, taken, losses, max(late, 0.0), stability))


def _yields(view: View, side: int, late: float) -> int:
    """The terms that a side grants: what the other's offer asks for if it is ready for as much, else none (SETTLE-3)."""
    world, state = view.world, view.state
    asked = plain(mildest_demand)(world, state, side, view.body)
    leader = int(world.bodies[view.body].leader)
    lost = float(plain(land_lost)(world.countries, world.regions, state.regions)[leader])
    aided = int(any(t.alive and t.helps == leader and t.body != view.body for t in readings(state.texts)))
    losses, stability = state.countries[leader].losses, state.bodies[view.body].stability
    points = plain(readiness_to_yield)(world.war_numbers[0], lost, losses, max(late, 0.0), stability, aided)
    ready = plain(degree)(points)
    return asked if ready >= asked else int(Grant.NOTHING)


def with_offer(decision: Decision, offer: TableDraft | None) -> Decision:
    """The decision with an offer beside it: its label tells of it, its terms are as they were."""
    if offer is None:
        return decision
    offered = f"a ceasefire offered to {offer.against}, ambition {offer.ambition}"
    label = offered if decision.choice.label == NOTHING else f"{decision.choice.label} and {offered}"
    return replace(decision, choice=replace(decision.choice, label=label))


def _measures(view: View) -> Iterator[str]:
    for m in range(view.world.measures.size):
        facts = view.world.measures[m]
        if facts.kind == MeasureKind.CEASEFIRE and facts.body == view.body:
            yield view.names.measures.ids[m]


def _today(view: View) -> int:
    return int(column_of(view.state.clock, "day")[0])


def _hopes(view: View, side: int) -> int:
    """1 where it hopes for something from going on: an attack that pays, by its motive, or an enemy that is weak somewhere."""
    foes = [foe for foe in enemies(view) if view.world.countries[foe].body == side]
    motives = view.state.motives
    pays = any(motives[view.body, foe].gain > motives[view.body, foe].cost for foe in foes)
    return int(pays or any(press(view, foe) for foe in foes))

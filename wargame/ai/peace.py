"""When a seat offers a ceasefire: when the war is ripe for its end by what the seat knows (CEASE-2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wargame.ai.campaigning import enemies, press
from wargame.ai.policy import Decision
from wargame.engine.judge import judge
from wargame.model.codes import MeasureKind
from wargame.model.columns import column_of
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.rules.ceasefire import is_fought, is_offered, is_ripe, last_moved, weeks_still
from wargame.rules.law import plain

NOTHING = "nothing"


def offer_of_ceasefire(view: View) -> TableDraft | None:
    """The draft of a ceasefire with the first side with whom the war is ripe; None where it is with nobody.

    All of the war that would end is looked at: every line between the two sides, and every state that could be attacked.
    """
    for side, draft in offers(view):
        if judge(view, draft) or plain(is_offered)(view.world, view.state, view.body, side):
            continue
        moved = plain(last_moved)(view.world, view.state, view.body, side)
        weeks, wanted = plain(weeks_still)(_today(view), moved), view.world.war_numbers[0].ripe_weeks
        if plain(is_ripe)(weeks, wanted, _hopes(view, side)):
            return draft
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
            yield side, TableDraft(measure=measure, ambition=1, against=view.names.countries.ids[foe])


def with_offer(decision: Decision, offer: TableDraft | None) -> Decision:
    """The decision with an offer beside it: its label tells of it, its terms are as they were."""
    if offer is None:
        return decision
    offered = f"a ceasefire offered to {offer.against}"
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

"""When a seat offers a ceasefire: when the war is ripe for its end by what the seat knows (CEASE-2)."""

from __future__ import annotations

from dataclasses import replace

from wargame.ai.campaigning import enemies, press
from wargame.ai.policy import Decision
from wargame.engine.judge import judge
from wargame.model.codes import MeasureKind
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.rules.ceasefire import is_ripe, stalemate
from wargame.rules.law import plain

NOTHING = "nothing"


def offer_of_ceasefire(view: View) -> TableDraft | None:
    """The draft of a ceasefire with the first enemy with whom the war is ripe; None where it is with nobody."""
    for foe in enemies(view):
        draft = _draft(view, foe)
        if draft is None or judge(view, draft):
            continue
        weeks, wanted = plain(stalemate)(view.state, view.body, foe), view.world.war_numbers[0].ripe_weeks
        if plain(is_ripe)(weeks, wanted, _hopes(view, foe)):
            return draft
    return None


def with_offer(decision: Decision, offer: TableDraft | None) -> Decision:
    """The decision with an offer beside it: its label tells of it, its terms are as they were."""
    if offer is None:
        return decision
    offered = f"a ceasefire offered to {offer.against}"
    label = offered if decision.choice.label == NOTHING else f"{decision.choice.label} and {offered}"
    return replace(decision, choice=replace(decision.choice, label=label))


def _draft(view: View, foe: int) -> TableDraft | None:
    for m in range(view.world.measures.size):
        facts = view.world.measures[m]
        if facts.kind == MeasureKind.CEASEFIRE and facts.body == view.body:
            return TableDraft(measure=view.names.measures.ids[m], ambition=1, against=view.names.countries.ids[foe])
    return None


def _hopes(view: View, foe: int) -> int:
    """1 where it hopes for something from going on: an attack that pays, by its motive, or an enemy that is weak somewhere."""
    row = view.state.motives[view.body, foe]
    return int(row.gain > row.cost or bool(press(view, foe)))

"""What a seat does about war and peace: collective defence for an attacked member, and the leadership's decision for war."""

from __future__ import annotations

from wargame.ai.policy import Choice
from wargame.engine.judge import judge
from wargame.engine.reading import readings
from wargame.model.codes import MeasureKind
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.motive import war_is_near


def collective_defence(view: View) -> list[TableDraft]:
    """Drafts of the body's collective defence clause for every incident that allows one and whose author is known, gravest first."""
    state, names = view.state, view.names
    drafts = []
    acts = readings(state.incidents)
    known = [k for k, act in enumerate(acts) if act.alive and act.author >= 0]
    measures = readings(view.world.measures) if known else []
    for k in sorted(known, key=lambda k: (-acts[k].severity, k)):
        for m, facts in enumerate(measures):
            if facts.kind != MeasureKind.COLLECTIVE_DEFENCE or facts.body != view.body:
                continue
            act = acts[k]
            draft = TableDraft(
                measure=names.measures.ids[m],
                ambition=1,
                lowest=1,
                against=names.countries.id(act.author),
                helps=names.countries.id(act.victim),
                incident=k,
            )
            if not judge(view, draft):
                drafts.append(draft)
    return drafts


def decision_for_war(view: View) -> TableDraft | None:
    """The leadership's draft for war, when gain less cost has exceeded caution two turns running."""
    body = view.state.bodies[view.body]
    if body.target < 0 or not plain(war_is_near)(body.over_line, view.world.motive_numbers[0].turns_over):
        return None
    for m in range(view.world.measures.size):
        facts = view.world.measures[m]
        if facts.kind == MeasureKind.WAR and facts.body == view.body:
            draft = TableDraft(
                measure=view.names.measures.ids[m], ambition=1, lowest=1, against=view.names.countries.ids[body.target]
            )
            return None if judge(view, draft) else draft
    return None


def motive_choice(view: View, target: int) -> Choice:
    """The motive against a state as a choice: gain, cost and the caution it must exceed."""
    row = view.state.motives[view.body, target]
    caution = view.state.bodies[view.body].caution
    return Choice(
        f"war on {view.names.countries.ids[target]}", {"gain": row.gain, "cost": -row.cost, "caution": -caution}
    )

"""The sheets of a body and of a measure: who is in it, what is in force, what it would do."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.reading import readings
from wargame.engine.vocabulary import EFFECTS, KINDS, MEASURES, RULES, TASKS
from wargame.model.codes import BodyKind, DecisionRule, Effect, MeasureKind, Task
from wargame.model.columns import NOBODY
from wargame.model.state import Text
from wargame.model.view import View
from wargame.rules.law import plain as written
from wargame.rules.texts import concept_in_force
from wargame.ui.kit.button import Button
from wargame.ui.kit.button import Kind as ButtonKind
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.fighting import terms_rows
from wargame.ui.screens.lasting import until_line, until_rows
from wargame.ui.screens.levels import Levels
from wargame.ui.screens.origins import origin_rows
from wargame.ui.screens.outside import outside_rows
from wargame.ui.screens.pieces import Value, percent
from wargame.ui.screens.terms import credibility_line
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

Lead = Callable[[str, str], None]
TENTHS = 10


def body_rows(view: View, body: int, lead: Lead, levels: Levels) -> list[Widget]:
    """What is known of a side, below its name."""
    facts = view.world.bodies[body]
    sure = "" if view.exact["bodies"][body] else _(" (estimated)")
    kind = BodyKind(int(facts.kind))
    rows: list[Widget] = [Label(KINDS[kind], SMALL, Tone.DIM)]
    if kind is BodyKind.COUNCIL:
        rows += [credibility_line(view, body)]
        rows += [levels.line("bodies", "cohesion", (body,), _("Cohesion"), percent)]
        rows += [levels.line("bodies", "integration", (body,), _("Integration"), percent)]
        rows += core_tasks(view, body, levels)
    else:
        rows.append(levels.line("bodies", "stability", (body,), _("Stability") + sure, percent))
    rows.append(levels.line("bodies", "influence", (body,), _("Influence") + sure, _tenths))
    rows.append(levels.line("bodies", "funds", (body,), _("Funds (million euros)") + sure, _thousands))
    rows += outside_rows(view, body, lead)
    rows += [heading(_("In force")), *_in_force(view, body, lead)]
    rows.append(heading(_("Members")))
    joined = [c for c in range(view.state.countries.size) if view.state.members[body, c].joined]
    return rows + [_leads(view, "state", c, lead) for c in joined]


def core_tasks(view: View, body: int, levels: Levels) -> list[Widget]:
    """How far a body keeps up the core tasks that its measures serve, and which its concept puts first; none for a body that has none."""
    alone = (facts for facts in readings(view.world.measures) if facts.body == body and facts.second == NOBODY)
    served = {int(facts.task) for facts in alone}  # what it does with another council serves that one's (TASK-1)
    kept = {Task.DEFENCE: "defence_task", Task.CRISIS: "crisis_task", Task.COOPERATION: "partner_task"}
    rows: list[Widget] = [
        levels.line("bodies", kept[task], (body,), TASKS[task], percent) for task in kept if task in served
    ]
    concept = written(concept_in_force)(view.world, view.state, body)
    if concept != NOBODY:
        first = Task(int(view.world.measures[view.state.texts[concept].measure].task))
        rows.append(Value("task.first", _("Put first by its concept"), TASKS[first]))
    return rows


def measure_rows(view: View, measure: int, lead: Lead) -> list[Widget]:
    """A measure in words, and the texts in force that carry it as far as the seat knows."""
    facts, names = view.world.measures[measure], view.names
    first = int(facts.first_effect)
    effects = dict.fromkeys(int(view.world.effects[e].code) for e in range(first, first + int(facts.effects)))
    rows: list[Widget] = [heading(names.measures.title(measure)), Prose("measure.text", plain(names.texts[measure]))]
    rows += [
        _leads(view, "body", int(facts.body), lead),
        Value("", _("Kind"), MEASURES[MeasureKind(int(facts.kind))]),
        Value("", _("Decided by"), RULES[DecisionRule(int(facts.rule))]),
        *([Value("", _("Core task"), TASKS[Task(int(facts.task))])] if facts.task else []),
        heading(_("What it does")),
        *(Prose(f"effect.{code}", "- " + plain(EFFECTS[Effect(code)])) for code in effects),
    ]
    texts = [text for text in readings(view.state.texts) if text.alive and text.measure == measure]
    said = _("In force at ambition {ambition}") if texts else _("Not in force")
    best = max((int(text.ambition) for text in texts), default=0)
    rows += [Label(said.format(ambition=best), SMALL, Tone.DIM), *until_rows(view, texts)]
    for text in texts:
        if terms := terms_rows(view, measure, int(text.ambition), f"{int(text.against)}."):
            rows += [
                Label(_("Offered to {state}").format(state=names.countries.title(int(text.against))), SMALL),
                *terms,
            ]
    return rows + origin_rows(names.sources.measures[measure])


def _in_force(view: View, body: int, lead: Lead) -> list[Widget]:
    """The measures in force, each with the day until which it is."""
    texts = [text for text in readings(view.state.texts) if text.alive and text.body == body and text.measure >= 0]
    found: dict[int, list[Text]] = {}
    for text in texts:
        found.setdefault(int(text.measure), []).append(text)
    none: list[Widget] = [Label(_("No text is in force."), SMALL, Tone.DIM)]
    rows = [
        Column(_leads(view, "measure", measure, lead), until_line(view, told), gap=0) for measure, told in found.items()
    ]
    return [*rows] or none


def _leads(view: View, what: str, row: int, lead: Lead) -> Widget:
    rolls = {"state": view.names.countries, "body": view.names.bodies, "measure": view.names.measures}
    icons = {"state": "flag", "body": "users", "measure": "scroll-text"}
    name = rolls[what].ids[row]
    tip = _("Look at {name}").format(name=rolls[what].title(row))
    key = f"lead.{what}.{name}"
    return Button(key, rolls[what].title(row), lambda: lead(what, name), tip, ButtonKind.QUIET, icons[what])


def _tenths(value: int) -> str:
    return f"{value / TENTHS:.1f}"


def _thousands(value: int) -> str:
    return f"{value:,}".replace(",", " ")

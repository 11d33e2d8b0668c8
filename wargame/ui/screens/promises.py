"""What a measure would do at an ambition: each effect with its size, how long it is in force, and the common money it takes."""

from __future__ import annotations

from typing import Final

from wargame.catalogue import _, _n
from wargame.engine.spending import built_already, money_due
from wargame.engine.vocabulary import EFFECTS
from wargame.model.codes import Effect
from wargame.model.measures import TERMS_OF_PEACE
from wargame.model.view import View
from wargame.ui.kit.label import caption
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Value

BRIGADES = frozenset({Effect.PRESENCE})
SHARES: Final = frozenset(
    {
        Effect.READINESS,
        Effect.CHANNELS,
        Effect.REASSURE,
        Effect.SANCTION,
        Effect.DIVERSIFY,
        Effect.EQUIP,
        Effect.MOBILITY,
        Effect.EXERCISE,
        Effect.CUT_GAS,
        Effect.RESTRAIN,
        Effect.COHESION,
        Effect.STABILITY,
        Effect.OPINION,
        Effect.INTEGRATION,
        Effect.LEVY,
        Effect.RELIEVE,
        Effect.DAUNT,
        Effect.HARDEN,
        Effect.PLEDGE,
        Effect.TASK_WEIGHT,
        Effect.WORDS,
        Effect.FINDINGS,
        Effect.SHELTER,
        Effect.WITNESS,
        Effect.DRAIN,
        Effect.HEARTEN,
        Effect.ALERT,
        Effect.COURT,
        Effect.NUCLEAR_STRIKE,
    }
)
"""Effects whose size is a share, in thousandths."""
SMALL_SHARES = frozenset({Effect.FINANCE, Effect.PROCURE})
"""Effects whose size is a share, in ten-thousandths. The sizes of all others say no more than that they happen."""


def promise_rows(view: View, measure: int, ambition: int) -> list[Widget]:
    """What the measure does at an ambition; terms of peace are told elsewhere."""
    facts = view.world.measures[measure]
    first = int(facts.first_effect)
    rows: list[Widget] = [caption(_("What it does"))]
    for row in range(first, first + int(facts.effects)):
        effect = view.world.effects[row]
        code = Effect(int(effect.code))
        if code not in TERMS_OF_PEACE:
            size = (int(effect.size_1), int(effect.size_2), int(effect.size_3))[ambition - 1]
            said = f"{EFFECTS[code]}{_amount(code, size, int(effect.weekly))}"
            rows.append(Prose(f"promise.{code.name.lower()}", "- " + plain(said)))
    if facts.weeks:
        weeks = int(facts.weeks)
        rows.append(Value("", _("In force"), _n("{count} week", "{count} weeks", weeks).format(count=weeks)))
    if facts.funds:
        rows += _money_rows(view, measure, ambition)
    return rows


def _money_rows(view: View, measure: int, ambition: int) -> list[Widget]:
    """What the measure costs in common money, as its adoption will take it, and why that is more than it would be alone."""
    due = money_due(view, measure, ambition)
    rows: list[Widget] = [Value("", _("Common money"), _("€ {sum} m").format(sum=due))]
    more = due - int(view.world.measures[measure].funds) * ambition
    if more > 0:
        text, names = view.state.texts[built_already(view, measure)], view.names
        reason = _("Of it € {sum} m since {body} has built the like: {measure}. That falls away as forces merge.")
        said = reason.format(sum=more, body=names.bodies.title(text.body), measure=names.measures.title(text.measure))
        rows.append(Prose("promise.duplication", plain(said)))
    return rows


def _amount(code: Effect, size: int, weekly: int) -> str:
    """The size of an effect behind its words; nothing where it has none that anybody would count."""
    if code in BRIGADES:
        return _(": to {brigades} brigades").format(brigades=f"{size / 1000:.2f}")
    if code not in SHARES and code not in SMALL_SHARES:
        return ""
    share = f"{size / 10:.1f}" if code in SHARES else f"{size / 100:.2f}"
    return _(": {share} % a week").format(share=share) if weekly else _(": {share} %").format(share=share)

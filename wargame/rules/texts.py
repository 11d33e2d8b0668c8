"""The book of texts: which text is in force, how long it works, and what is left of it for being a repetition (rulebook 2, 10)."""

from __future__ import annotations

from wargame.model.codes import MeasureKind
from wargame.model.columns import Table
from wargame.model.state import Text
from wargame.model.world import EffectFacts
from wargame.rules.law import law, scalar, stage
from wargame.rules.numeric import WEEK, quantise


@law("MEASURE-1", "rulebook 2: a measure repeated within six turns does half")
def habit_share(half: float, turns_remembered: float, turns_since: int) -> float:
    """A measure repeated within six turns does half, at once and in every week that the new text is in force."""
    return half if turns_since < turns_remembered else 1.0


@law("MEASURE-5", "rulebook 10: each measure has its duration")
def last_day(day: int, weeks: int) -> int:
    """A text works for so many whole weeks, the first of them the week in which it is adopted; its last day ends the last."""
    return day - day % WEEK + WEEK * weeks


@scalar
def is_covert(kind: int) -> bool:
    """A measure that is neither told, nor counted in the open, nor kept in the archive."""
    return kind == MeasureKind.HYBRID


@stage
def effect_size(effect: EffectFacts, ambition: int) -> int:
    """The declared size of an effect at an ambition."""
    if ambition <= 1:
        return effect.size_1
    return effect.size_2 if ambition == 2 else effect.size_3


@stage
def worth(effect: EffectFacts, text: Text, share: int) -> int:
    """Size of an effect of a text as far as its members carry it, and as far as it is no repetition (`share`, 1/1000)."""
    return quantise(effect_size(effect, text.ambition) * (text.backing / 1000.0) * (share / 1000.0))


@stage
def new_text(texts: Table[Text], kind: int) -> int:
    """A free row of the book, or the oldest text's where it is full.

    Covert acts fill it from the end, so that no gap among the open texts tells of them.
    """
    oldest = 0
    for k in range(texts.size):
        t = texts.size - 1 - k if is_covert(kind) else k
        text = texts[t]
        if text.alive == 0:
            return t
        if text.adopted < texts[oldest].adopted:
            oldest = t
    return oldest

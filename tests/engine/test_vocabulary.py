"""Whatever code a screen shows has words in the catalogue."""

from enum import IntEnum

import pytest

from tests.played import Played
from wargame.engine.explain import EXPLAINED
from wargame.engine.vocabulary import EFFECTS, KINDS, MEASURES, READINGS, RULES, WORDS, spoken, word
from wargame.model import events as ev
from wargame.model.codes import (
    Act,
    BodyKind,
    Capability,
    DecisionRule,
    Effect,
    Ending,
    Kind,
    MeasureKind,
    Position,
    Posture,
    Reading,
    Stance,
    Terrain,
)
from wargame.model.terms import PowerFactor, Ratify, Wish
from wargame.rules.law import plain
from wargame.rules.objectives import UNSHOWN, adoption

SHOWN: list[type[IntEnum]] = [
    Act,
    Capability,
    Ending,
    Kind,
    Position,
    Posture,
    Stance,
    Terrain,
    PowerFactor,
    Ratify,
    Wish,
]


@pytest.mark.parametrize(
    "codes", [*SHOWN, *dict.fromkeys(item.parts for item in EXPLAINED)], ids=lambda codes: codes.__name__
)
def test_every_code_has_words(codes: type[IntEnum]) -> None:
    """None reaches a player as the name of a row of a table."""
    for code in codes:
        assert word(code)
        assert "_" not in word(code)


@pytest.mark.parametrize(
    ("codes", "words"),
    [(BodyKind, KINDS), (DecisionRule, RULES), (MeasureKind, MEASURES), (Effect, EFFECTS), (Reading, READINGS)],
    ids=("body", "rule", "measure", "effect", "reading"),
)
def test_sheets_of_bodies_and_measures_have_words(codes: type[IntEnum], words: dict[IntEnum, str]) -> None:
    """For each kind of body, rule, measure and effect."""
    assert set(words) == set(codes)


def test_terms_of_ai_choices_have_words(war: Played, peace: Played) -> None:
    """What an AI weighed is shown at the end."""
    told = [event for game in (war, peace) for event in game.session.events if isinstance(event, ev.Chosen)]
    assert told
    for event in told:
        for name in (*event.terms, *event.alternative_terms):
            assert spoken(name)


def test_words_differ_where_codes_do() -> None:
    """Two terms of one vocabulary are never called alike."""
    for item in EXPLAINED:
        words = [WORDS[part.name.lower()] for part in item.parts]
        assert len(set(words)) == len(words), item.id


def test_unity_is_told_as_it_is_reckoned() -> None:
    """Two drafts that nobody tabled count too: the example is what the law makes of it."""
    assert UNSHOWN == 2
    assert plain(adoption)(3, 3) == 600
    assert "two that nobody has tabled: three of three make 60 %" in READINGS[Reading.ADOPTION]

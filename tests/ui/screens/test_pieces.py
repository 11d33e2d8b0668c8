"""A name and its value: neither is cut, however long a language makes them."""

from __future__ import annotations

import pytest

from tests.other_language import translated
from tests.ui.stage import driven
from wargame.ui.kit.layout import Column
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.positions import EXPECTED

WIDE = 300  # logical units: a rail in the smallest window
LONG = "Chance that it passes, at any ambition down to 1"
SHORT = "As tabled, at ambition 3"
WORDS = [*(verdict.format(ambition=1) for verdict in EXPECTED.values()), "none: it cannot be put", "as good as certain"]


@pytest.mark.parametrize("percent", [100, 125, 200])
@pytest.mark.parametrize("name", [SHORT, LONG])
@pytest.mark.parametrize("value", WORDS)
def test_no_verdict_is_cut(percent: int, name: str, value: str) -> None:
    """In English and in a language of one wide letter, with what it opens and without."""
    rows = []
    for say in (str, translated):
        rows.append(Value("", say(name), say(value)))
        rows.append(Value(f"opens.{len(rows)}", say(name), say(value), lambda _host, _rect: None))
    high = 400
    d = driven(Column(*rows, gap=6), (WIDE * percent // 100, high * percent // 100), percent)
    assert d.complaints() == []


def test_a_value_stands_beside_its_name_where_there_is_room() -> None:
    """And below it where there is none."""
    d = driven(Column(Value("", "Short", "words that are long but have room")), (WIDE, 60))
    texts = d.window.written[0]
    assert len({text.rect.centery for text in texts}) == 1
    d = driven(Column(Value("", "Rather a long name", "words that are long and have no room")), (WIDE, 80))
    texts = d.window.written[0]
    assert texts[0].rect.bottom <= texts[-1].rect.top

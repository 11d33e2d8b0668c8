"""Bars: as long as their share, and parts that fill the whole."""

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stage import driven, theme
from wargame.ui.kit.bar import FULL, Bar, Part, StackedBar
from wargame.ui.kit.layout import Column
from wargame.ui.theme.palette import Tone

THEME = theme()
WIDE = 400
GAP = 2  # pixels between parts


def width_of(surface: pygame.Surface, tone: Tone, row: int) -> int:
    """Pixels of a tone in a row."""
    colour = THEME.colour(tone)
    return sum(surface.get_at((x, row))[:3] == colour for x in range(surface.get_width()))


@pytest.mark.parametrize("share", [-50, 0, 250, 500, 1000, 4000])
def test_a_bar_is_as_long_as_its_share(share: int) -> None:
    """And never longer than the whole or shorter than nothing."""
    d = driven(Column(Bar(share, Tone.GOOD).sized(high=8)), (WIDE, 8))
    wanted = WIDE * min(max(share, 0), FULL) // FULL
    assert abs(width_of(d.surface, Tone.GOOD, 4) - wanted) <= 6  # its ends are round


@given(st.lists(st.integers(0, 40), min_size=1, max_size=5))
def test_parts_stand_in_proportion(weights: list[int]) -> None:
    """The longest part belongs to the greatest weight; parts of nothing are not seen."""
    tones = (Tone.GOOD, Tone.WARN, Tone.BAD, Tone.LINK, Tone.FOCUS)
    parts = [Part(weight, tone) for weight, tone in zip(weights, tones, strict=False)]
    d = driven(Column(StackedBar(parts)), (WIDE, 20))
    seen = [width_of(d.surface, part.tone, 10) for part in parts]
    room = WIDE - 2 * (len(parts) - 1)
    for pixels, weight in zip(seen, weights, strict=True):
        assert abs(pixels - (room * weight / sum(weights) if any(weights) else 0)) <= 3


def test_letters_are_left_out_where_there_is_no_room() -> None:
    """A narrow part is told by colour and pattern: of two letters one plate is seen."""
    parts = [Part(1000, Tone.GOOD, letter="+"), Part(1, Tone.BAD, letter="–")]
    d = driven(Column(StackedBar(parts)), (WIDE, 20))
    plates = width_of(d.surface, Tone.GROUND, 5)
    assert plates > 0
    alone = driven(Column(StackedBar([parts[0]])), (WIDE, 20))
    assert width_of(alone.surface, Tone.GROUND, 5) == plates - GAP

"""Letters: what has no room on one line is broken between words."""

from __future__ import annotations

import pygame
import pytest

from wargame.store.paths import assets_folder
from wargame.ui.theme.palette import PALETTES, PaletteName
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import SMALL, Typesetter


@pytest.fixture
def setter() -> Typesetter:
    """At 100 per cent."""
    pygame.font.init()
    return Theme(PALETTES[PaletteName.DEFAULT], 100, assets_folder()).type


def test_a_long_text_is_broken_between_words_or_not_at_all(setter: Typesetter) -> None:
    """No line is wider than its room, no word is lost, and where so many lines are not enough nothing is given."""
    text = "Deterrence: an attack on the exposed allies does not pay"
    room = setter.width(text, SMALL) * 2 // 3
    lines = setter.lines(text, SMALL, room, 2)
    assert lines is not None
    assert len(lines) == 2
    assert " ".join(lines) == text
    assert all(setter.width(line, SMALL) <= room for line in lines)
    assert setter.lines(text, SMALL, room, 1) is None
    assert setter.lines("Unbreakable", SMALL, 5, 9) is None


def test_a_figure_keeps_its_sign(setter: Typesetter) -> None:
    """A line breaks before "49.7 %", not within it."""
    text = "It reads 49.7 % now"
    room = setter.width("It reads 49.7", SMALL)
    assert setter.lines(text, SMALL, room, 3) == ["It reads", "49.7 % now"]

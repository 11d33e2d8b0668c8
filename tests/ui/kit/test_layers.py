"""Layers: wherever they are asked to stand, they stand in the window."""

import pygame
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from tests.ui.stage import theme
from wargame.ui.kit.layers import blurred, modal, popup, screen
from wargame.ui.kit.widget import Widget

THEMES = {percent: theme(percent) for percent in (80, 200)}
sides = st.integers(40, 2000)
percents = st.sampled_from(sorted(THEMES))


@given(sides, sides, st.integers(1, 2500), st.integers(1, 2500), percents)
def test_a_dialog_stands_in_the_middle_of_any_window(w: int, h: int, wide: int, high: int, percent: int) -> None:
    """Smaller than it wishes if need be."""
    window = Rect(0, 0, w, h)
    place = modal(Widget().sized(high=high), wide).place(THEMES[percent], window)
    assert window.contains(place)
    assert abs(place.centerx - window.centerx) <= 1
    assert abs(place.centery - window.centery) <= 1


@given(sides, sides, st.integers(0, 2000), st.integers(0, 2000), st.integers(1, 600), st.integers(1, 900), percents)
def test_a_list_stands_beside_what_opened_it(
    w: int, h: int, x: int, y: int, wide: int, high: int, percent: int
) -> None:
    """Inside the window, and clear of its opener where there is room above or below."""
    window, opener = Rect(0, 0, w, h), Rect(x % w, y % h, 30, 20).clip(Rect(0, 0, w, h))
    layer = popup(Widget().sized(wide, high), opener)
    place = layer.place(THEMES[percent], window)
    assert window.contains(place)
    gap = THEMES[percent].px(4)
    needed = THEMES[percent].px(high) + gap
    if needed <= max(h - opener.bottom, opener.y):
        assert not place.colliderect(opener)


def test_a_screen_fills_the_window() -> None:
    """All of it."""
    window = Rect(0, 0, 640, 360)
    assert screen(Widget()).place(THEMES[80], window) == window


def test_a_blurred_picture_is_darker_and_keeps_its_size() -> None:
    """At any size, down to a pixel."""
    for size in ((640, 360), (7, 3), (1, 1)):
        white = pygame.Surface(size)
        white.fill((255, 255, 255))
        behind = blurred(white)
        assert behind.get_size() == size
        assert max(behind.get_at((0, 0))[:3]) < 130

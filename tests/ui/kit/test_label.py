"""What only shows: labels, figures, badges, icons, pictures."""

import pygame
import pytest

from tests.ui.stage import driven, theme
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.figure import Figure
from wargame.ui.kit.label import Badge, Icon, Label, Picture, caption, heading, title
from wargame.ui.kit.layout import Column, Row
from wargame.ui.theme.palette import SIDE_MARKS, Tone
from wargame.ui.theme.type import BODY

RED = (200, 30, 30)


@pytest.mark.parametrize("align", Align)
def test_a_label_stands_where_it_should(align: Align) -> None:
    """Left, middle or right of its room, all of it inside."""
    d = driven(Column(Label("Word", align=align)), (300, 60))
    (text,) = (text for layer in d.window.written for text in layer)
    edges = {Align.LEFT: text.rect.left, Align.CENTRE: abs(text.rect.centerx - 150), Align.RIGHT: 300 - text.rect.right}
    assert edges[align] <= 1


def test_what_shows_is_as_large_as_it_wishes() -> None:
    """Side by side, nothing is cut and nothing lies on another."""
    marks = [Badge(mark, name) for name, mark in SIDE_MARKS.items()]
    figure = Figure("Treasury", "41", "+1", Tone.GOOD)
    d = driven(Column(title("Title"), heading("Heading"), caption("Caption"), Row(figure, Icon("flag"), *marks)))
    assert d.complaints() == []
    assert {"Title", "Heading", "CAPTION", "TREASURY", "41", "+1"} <= set(d.texts())
    assert all(text.shown == text.text for layer in d.window.written for text in layer)


def test_badges_of_two_sides_look_different() -> None:
    """Even where both had one colour, the letters tell."""
    d = driven(Row(*(Badge(mark) for mark in SIDE_MARKS.values())))
    badges = d.window.layers[0].root.kids
    seen = {
        pygame.image.tobytes(d.surface.subsurface(badge.rect.clip(d.surface.get_rect())), "RGB") for badge in badges
    }
    assert len(seen) == len(SIDE_MARKS)


@pytest.mark.parametrize("size", [(200, 400), (400, 100), (50, 50)])
def test_a_picture_keeps_its_form(size: tuple[int, int]) -> None:
    """Twice as wide as high at any size, in the middle."""
    theme()
    picture = pygame.Surface((80, 40))
    picture.fill(RED)
    d = driven(Column(Picture(picture).growing()), size)
    shown = pygame.mask.from_threshold(d.surface, RED, (9, 9, 9)).get_bounding_rects()[0]
    assert abs(shown.w - 2 * shown.h) <= 2
    assert shown.w == size[0] or shown.h == size[1]
    assert abs(shown.centerx - size[0] // 2) <= 1


def test_a_picture_wishes_no_more_width_than_there_is() -> None:
    """And its height follows."""
    assert Picture(pygame.Surface((80, 40))).wish(theme(), 20) == (20, 10)
    assert Label("", BODY).wish(theme(), 20)[0] == 0

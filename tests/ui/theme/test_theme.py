"""The theme: sizes follow the scale, caches are bounded, boxes and text look as they should."""

from functools import partial

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from tests.ui.stage import theme
from wargame.store.paths import assets_folder
from wargame.ui.theme.boxes import WHOLE_PIXELS, BoxStyle
from wargame.ui.theme.lru import Lru, one
from wargame.ui.theme.palette import Pattern, Tone
from wargame.ui.theme.type import BODY, ELLIPSIS, TITLE, Face, printable

THEME = theme()


@given(st.lists(st.integers(0, 30), max_size=60), st.integers(1, 8))
def test_a_cache_keeps_what_was_used_last(keys: list[int], limit: int) -> None:
    """Never more than its limit, always the newest, and what it hands out is what was made."""
    cache: Lru[int, int] = Lru(limit, one)
    made: list[int] = []

    def make(key: int) -> int:
        made.append(key)
        return key * 2

    for key in keys:
        assert cache.get(key, partial(make, key)) == key * 2
        assert len(cache) == cache.weight <= limit
    made.clear()
    for key in list(dict.fromkeys(reversed(keys)))[:limit]:
        cache.get(key, partial(make, key))
    assert made == []


def test_a_value_heavier_than_the_cache_is_kept_alone() -> None:
    """It is handed out all the same."""
    cache: Lru[str, bytes] = Lru(10, len)
    cache.get("small", lambda: b"1234")
    assert cache.get("huge", lambda: bytes(99)) == bytes(99)
    assert len(cache) == 1


@pytest.mark.parametrize(("percent", "used"), [(10, 80), (80, 80), (125, 125), (200, 200), (900, 200)])
def test_the_scale_is_kept_between_80_and_200(percent: int, used: int) -> None:
    """And a length that is not nothing never vanishes."""
    scaled = theme(percent)
    assert scaled.percent == used
    assert scaled.px(100) == used
    assert scaled.px(0.1) == 1
    assert scaled.px(0) == 0


def test_letters_grow_with_the_scale() -> None:
    """Twice the scale, twice the height, within rounding."""
    assert abs(theme(200).type.height(BODY) - 2 * THEME.type.height(BODY)) <= 2


def test_figures_have_one_width() -> None:
    """Columns of numbers stand under each other."""
    assert len({THEME.type.width(figure * 8, BODY) for figure in "0123456789"}) == 1


@given(st.text(max_size=40), st.integers(0, 300))
def test_a_cut_text_fits_and_says_that_it_is_cut(text: str, room: int) -> None:
    """Whole where it fits; else with an ellipsis; nothing where not even that fits."""
    cut = THEME.type.cut(text, BODY, room)
    assert cut == text or THEME.type.width(cut, BODY) <= room
    assert cut == text or cut == "" or cut.endswith(ELLIPSIS)


@given(st.text(max_size=20))
def test_any_text_can_be_drawn(text: str) -> None:
    """Also NUL, direction marks alone, halves of pairs, line ends; on one line."""
    picture = THEME.text(text, BODY, Tone.TEXT)
    assert picture.get_height() <= 3 * THEME.type.height(BODY)
    assert "\n" not in printable(text)
    assert "\0" not in printable(text)


@pytest.mark.parametrize("text", ["\u202e", "\0", "\ud800x", "a\nb", ""])
def test_texts_that_trouble_fonts(text: str) -> None:
    """Those that were met."""
    assert THEME.text(text, TITLE, Tone.TEXT).get_width() >= 0


def test_every_face_has_the_letters_of_europe() -> None:
    """No name of the map is drawn as boxes."""
    for face in Face:
        font = pygame.font.Font(str(assets_folder() / "fonts" / f"Inter-{face.value}.otf"), 20)
        wanted = "ŁódźŠiauliaiĢirtsÅlesundTürkiyeЗапоріжжяїєґΑθήνα€–−…“”→±"
        assert None not in font.metrics(wanted), face


@pytest.mark.parametrize("size", [(40, 30), (900, 400)])
def test_a_box_has_round_corners_a_border_and_a_fill(size: tuple[int, int]) -> None:
    """Small ones, kept whole, and large ones, laid from parts, look alike at corner, edge and middle."""
    assert (size[0] * size[1] > WHOLE_PIXELS) == (size == (900, 400))
    surface = pygame.Surface(size)
    surface.fill((255, 0, 255))
    THEME.box(surface, Rect((0, 0), size), BoxStyle(Tone.PANEL, Tone.LINE, 10))
    assert surface.get_at((0, 0))[:3] == (255, 0, 255)
    assert surface.get_at((size[0] // 2, 0))[:3] == THEME.colour(Tone.LINE)
    assert surface.get_at((0, size[1] // 2))[:3] == THEME.colour(Tone.LINE)
    assert surface.get_at((size[0] - 1, size[1] // 2))[:3] == THEME.colour(Tone.LINE)
    assert surface.get_at((size[0] // 2, size[1] // 2))[:3] == THEME.colour(Tone.PANEL)
    assert surface.get_at((3, size[1] // 2))[:3] == THEME.colour(Tone.PANEL)


def test_a_box_without_room_is_drawn_as_nothing() -> None:
    """At any size, down to nothing, it keeps to its rectangle."""
    for size in ((0, 5), (5, 0), (-3, 4), (1, 1), (2, 2), (3, 1)):
        surface = pygame.Surface((50, 50))
        THEME.box(surface, Rect(1, 1, *size), BoxStyle(Tone.PANEL, Tone.LINE, 10, 20))
        surface.fill((0, 0, 0), Rect(1, 1, max(size[0], 0), max(size[1], 0)))
        assert not pygame.surfarray.array3d(surface).any()


def test_each_pattern_looks_different_and_keeps_to_its_rectangle() -> None:
    """The plain one is nothing."""
    seen = set()
    for pattern in Pattern:
        surface = pygame.Surface((60, 60))
        surface.fill((200, 200, 200))
        THEME.hatch(surface, Rect(10, 10, 40, 40), pattern, Tone.SHADOW)
        seen.add(surface.get_buffer().raw)
        assert surface.get_at((5, 30))[:3] == (200, 200, 200)
    assert len(seen) == len(Pattern)


def test_every_icon_can_be_drawn_at_any_size_and_colour() -> None:
    """All files of the folder, with something on them."""
    for file in sorted((assets_folder() / "icons").glob("*.svg")):
        for pixels in (12, 48):
            icon = THEME.icon(file.stem, pixels, Tone.WARN)
            assert icon.get_size() == (pixels, pixels)
            assert pygame.mask.from_surface(icon, 60).count() > pixels // 2, file.stem

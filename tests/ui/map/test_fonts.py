"""The letters that are shipped can write every name of the game."""

import pygame
import pytest

from tests.ui.map.maps import SCENARIOS, compiled
from wargame.ui.map.fonts import Style, Weight, font, lettered, printable, rim_of, width, written

STYLE = Style(16, (0, 0, 0))
WHITE = (255, 255, 255)
NOBODYS_LETTER = "\ue123"  # of the area for private use


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("weight", Weight)
def test_every_letter_of_every_name_is_there(weight: Weight) -> None:
    """Names of states, places, formations, and the languages of Europe written in Latin letters."""
    names = compiled("invasion_2022").names
    rolls = (names.countries, names.places, names.formations, names.bodies)
    letters = set("ŁłüïİıŞşĞğÓóŻżČčĚěŘřŐőŰűȚțȘșØøÅåÆæÞþÐðÀàÊêÑñÇçÕõĀāĢģĶķ–·…%.,()/'")
    letters |= {letter for name in SCENARIOS for letter in "".join(compiled(name).names.places.titles)}
    letters |= {letter for roll in rolls for title in roll.titles for letter in title}
    assert {letter for letter in letters if is_missing(letter, weight)} == set()


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("name", ["Київ і Чернігів", "Санкт-Петербург", "Беларусь", "Ελλάδα", "Северна Македонија"])
def test_names_in_greek_and_cyrillic_are_written(name: str, weight: Weight) -> None:
    """An author may write the names of a state as it writes them itself; letters that nobody shipped are found out."""
    assert {letter for letter in name if is_missing(letter, weight)} == set()
    assert is_missing("中", weight)


def is_missing(letter: str, weight: Weight) -> bool:
    """A letter is drawn as the sign for one that a font does not have."""
    face = font(letter, 16, weight)
    drawn, nothing = (face.render(text, True, (0, 0, 0)) for text in (letter, NOBODYS_LETTER))
    return pygame.image.tobytes(drawn, "RGBA") == pygame.image.tobytes(nothing, "RGBA")


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("text", ["", " ", "\u202e", "\x00", "a\x00b", "\u200b", "😀"])
def test_no_text_stops_the_map(text: str) -> None:
    """pygame refuses letters without width and NUL; a scenario may hold what it likes."""
    assert written(text, STYLE).get_height() > 0
    assert written(text, STYLE._replace(spacing=3)).get_height() > 0
    assert lettered(text, STYLE._replace(rim=WHITE, spacing=3)).picture.get_height() > 0
    assert width(text, STYLE) >= 0
    assert printable(text)


@pytest.mark.usefixtures("screen")
def test_a_word_is_as_wide_as_it_is_said_to_be() -> None:
    """Placing reckons with the width before anything is drawn."""
    for spacing in (0, 4):
        style = STYLE._replace(spacing=spacing)
        assert written("Łódź", style).get_width() == pytest.approx(width("Łódź", style), abs=3)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize(("size", "wide"), [(12, 1), (18, 1), (26, 1), (42, 2), (60, 3)])
def test_the_rim_of_a_name_grows_with_its_letters(size: int, wide: int) -> None:
    """On a large screen a rim of one px would be too thin to part letters from land as dark as they are."""
    bare = STYLE._replace(size=size)
    rimmed = bare._replace(rim=WHITE)
    assert (rim_of(bare), rim_of(rimmed)) == (0, wide)
    letters, seen = (lettered("Kyiv", style).picture for style in (bare, rimmed))
    assert seen.get_bounding_rect() == seen.get_rect()
    assert (seen.get_width() - letters.get_width(), seen.get_height() - letters.get_height()) == (2 * wide, 2 * wide)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("text", ["Łódź", "Ærø", "...", "Qatar"])
@pytest.mark.parametrize("spacing", [0, 4])
def test_a_name_is_cut_to_what_is_seen_of_it(text: str, spacing: int) -> None:
    """Nothing of its letters is missing, and laid at its inset they stand where they stood in their room."""
    style = STYLE._replace(spacing=spacing)
    whole, name = written(text, style), lettered(text, style)
    assert name.inset == whole.get_bounding_rect().topleft
    pasted = pygame.Surface(whole.get_size(), pygame.SRCALPHA)
    pasted.blit(name.picture, name.inset)
    assert (pygame.surfarray.array_alpha(pasted) == pygame.surfarray.array_alpha(whole)).all()


@pytest.mark.usefixtures("screen")
def test_a_pale_name_lets_the_ground_through() -> None:
    """Rim and letters alike."""
    clear, pale = (lettered("Kyiv", STYLE._replace(rim=WHITE, opacity=opacity)).picture for opacity in (255, 100))
    assert pygame.surfarray.array_alpha(clear).max() == 255
    assert pygame.surfarray.array_alpha(pale).max() == 100

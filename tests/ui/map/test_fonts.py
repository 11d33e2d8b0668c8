"""The letters that are shipped can write every name of the game."""

import pytest

from tests.ui.map.maps import SCENARIOS, compiled
from wargame.ui.map.fonts import Style, Weight, font, printable, width, written

STYLE = Style(16, (0, 0, 0))


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("weight", Weight)
def test_every_letter_of_every_name_is_there(weight: Weight) -> None:
    """Names of states, places, formations, and the languages of Europe written in Latin letters."""
    names = compiled("invasion_2022").names
    rolls = (names.countries, names.places, names.formations, names.bodies)
    letters = set("ŁłüïİıŞşĞğÓóŻżČčĚěŘřŐőŰűȚțȘșØøÅåÆæÞþÐðÀàÊêÑñÇçÕõĀāĢģĶķ–·…%.,()/'")
    letters |= {letter for name in SCENARIOS for letter in "".join(compiled(name).names.places.titles)}
    letters |= {letter for roll in rolls for title in roll.titles for letter in title}
    face = font(16, weight)
    missing = {letter for letter in letters if face.metrics(letter)[0] is None}
    assert missing == set()


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("text", ["", " ", "\u202e", "\x00", "a\x00b", "\u200b", "😀"])
def test_no_text_stops_the_map(text: str) -> None:
    """pygame refuses letters without width and NUL; a scenario may hold what it likes."""
    assert written(text, STYLE).get_height() > 0
    assert written(text, STYLE._replace(rim=(255, 255, 255), spacing=3)).get_height() > 0
    assert width(text, STYLE) >= 0
    assert printable(text)


@pytest.mark.usefixtures("screen")
def test_a_word_is_as_wide_as_it_is_said_to_be() -> None:
    """Placing reckons with the width before anything is drawn."""
    for spacing in (0, 4):
        style = STYLE._replace(spacing=spacing)
        assert written("Łódź", style).get_width() == pytest.approx(width("Łódź", style), abs=3)

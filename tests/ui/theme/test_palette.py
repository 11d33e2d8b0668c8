"""Colours: sides stay apart for every eye, and texts can be read."""

from itertools import combinations

import pytest

from tests.ui.vision import SIGHTS, contrast, distance
from wargame.ui.theme.palette import NO_SIDE, PALETTES, SIDE_MARKS, PaletteName, Tone, colour_of, mixed, side_mark

APART = 20.0  # in Lab; 2 can just be told apart side by side
APART_IN_GREY = 12.0  # steps of lightness alone
READABLE = 4.5  # WCAG 2, text of usual size
GROUNDS = (Tone.PANEL, Tone.GROUND, Tone.SUNKEN)
MARKS = (*SIDE_MARKS.values(), NO_SIDE)


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("name", PaletteName)
def test_sides_stay_apart_for_every_eye(name: PaletteName, sight: str) -> None:
    """For the usual eye, without red, green or blue receptors, and in grey."""
    colours = PALETTES[name].colours
    least = APART_IN_GREY if sight == "grey" else APART
    for one, other in combinations(MARKS, 2):
        assert distance(sight, colours[one.tone], colours[other.tone]) >= least, (one, other)


@pytest.mark.parametrize("name", PaletteName)
def test_lines_of_a_chart_stay_apart_for_the_eye_a_palette_is_for(name: PaletteName) -> None:
    """The first three series, in all sights but grey, where marks and dashes tell."""
    colours = PALETTES[name].colours
    for sight in set(SIGHTS) - {"grey"}:
        for one, other in combinations((Tone.SERIES_1, Tone.SERIES_2, Tone.SERIES_3), 2):
            assert distance(sight, colours[one], colours[other]) >= APART / 2, (sight, one, other)


def test_each_side_has_its_own_pattern_and_letter() -> None:
    """Colour is never the only difference."""
    assert len({mark.pattern for mark in MARKS}) == len(MARKS)
    assert len({mark.letter for mark in MARKS}) == len(MARKS)
    assert side_mark("nobody known") == NO_SIDE


@pytest.mark.parametrize("name", PaletteName)
def test_texts_can_be_read_on_what_they_stand(name: PaletteName) -> None:
    """Also the faintest, and white on the main button."""
    colours = PALETTES[name].colours
    for ground in GROUNDS:
        for ink in (Tone.TEXT, Tone.DIM, Tone.FAINT, Tone.LINK, Tone.GOOD, Tone.WARN, Tone.BAD):
            assert contrast(colours[ink], colours[ground]) >= READABLE, (ink, ground)
    assert contrast(colours[Tone.ON_ACCENT], colours[Tone.ACCENT]) >= READABLE


@pytest.mark.parametrize("name", PaletteName)
def test_every_tone_has_a_colour(name: PaletteName) -> None:
    """A palette is whole."""
    assert set(PALETTES[name].colours) == set(Tone)


def test_colours_are_read_and_mixed() -> None:
    """By example."""
    assert colour_of("#0a1017") == (10, 16, 23)
    assert mixed((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)

"""Cards and symbols: every kind has one, and no two kinds or camps look alike, not even without colour."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import board
from wargame.model.codes import Kind
from wargame.ui.map.board import Shape
from wargame.ui.map.camps import Hue
from wargame.ui.map.chips import LETTERS
from wargame.ui.map.counters import CODE, card
from wargame.ui.map.key import key_panel
from wargame.ui.map.looks import LEAST_CARD, Form, Look, extent, figure_of
from wargame.ui.map.panels import Kit
from wargame.ui.map.patterns import FINER, PATTERNS
from wargame.ui.map.spreading import TINY_SCALE, card_size
from wargame.ui.map.symbols import SYMBOLS
from wargame.ui.map.tokens import DEFAULT

GREY = np.array([0.299, 0.587, 0.114])
LEAST_LETTERS = 9  # px
PLAIN = Look(Kind.INFANTRY, Hue.COUNCIL, "EST", "1.0", 1, 44)


def pixels(look: Look) -> np.ndarray:
    """A card on the table."""
    sheet = pygame.Surface((80, 80))
    sheet.fill((120, 120, 120))
    sheet.blit(card(look, DEFAULT), (0, 0))
    return pygame.surfarray.array3d(sheet).astype(float)


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", [28, 44])
def test_no_two_kinds_look_alike(size: int) -> None:
    """All eleven, at the smallest and the usual size."""
    assert set(SYMBOLS) == set(Kind)
    pictures = {kind: pixels(PLAIN._replace(kind=kind, size=size)) for kind in Kind}
    for one, other in combinations(Kind, 2):
        differ = np.abs(pictures[one] - pictures[other]).max(axis=2) > 60
        assert differ.sum() >= 8, (one.name, other.name)


@pytest.mark.usefixtures("screen")
def test_camps_stay_apart_without_colour() -> None:
    """By their pattern or by how light they are: in grey, any two bands differ."""
    bands = {}
    for hue in PATTERNS:
        picture = pixels(PLAIN._replace(hue=hue, code="")) @ GREY
        bands[hue] = picture[4:40, 3:10]
    assert set(PATTERNS) == set(Hue)
    for one, other in combinations(Hue, 2):
        assert np.abs(bands[one] - bands[other]).mean() > 4, (one, other)


@pytest.mark.usefixtures("screen")
def test_a_card_stays_within_its_extent() -> None:
    """What placing reckons with is what is drawn, but for the shadow."""
    for number in (1, 2, 9, 33):
        look = PLAIN._replace(number=number)
        width, height = extent(look)
        picture = pygame.surfarray.array_alpha(card(look, DEFAULT))
        assert picture.shape[0] - width == picture.shape[1] - height <= 3
        assert (picture[width - 1] > 0).any() or number == 1


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("form", [Form.CHIP, Form.PIP])
def test_small_counters_stay_within_their_extent_and_tell_camps_apart(form: Form) -> None:
    """Each takes less room than a card; in grey any two camps differ."""
    looks = {hue: PLAIN._replace(hue=hue, form=form, number=9) for hue in Hue}
    width, height = extent(looks[Hue.COUNCIL])
    assert width * height <= 0.7 * 44 * 44
    for look in looks.values():
        picture = pygame.surfarray.array_alpha(card(look, DEFAULT))
        assert picture.shape[0] - width == picture.shape[1] - height <= 3
    bands = {hue: (pixels(look) @ GREY)[2:9, 2:12] for hue, look in looks.items()}
    for one, other in combinations(Hue, 2):
        assert np.abs(bands[one] - bands[other]).mean() > 3, (one, other)


@pytest.mark.usefixtures("screen")
def test_a_chip_says_whose_it_is_and_how_strong() -> None:
    """A pip does not."""
    chip, pip = (PLAIN._replace(form=form) for form in (Form.CHIP, Form.PIP))
    for other in ({"figure": "33"}, {"code": "NATO"}):
        assert (pixels(chip) != pixels(chip._replace(**other))).any()
        assert (pixels(pip) == pixels(pip._replace(**other))).all()


@pytest.mark.parametrize("scale", [0.05, 0.15, 0.3, 0.6, 2.0])
@pytest.mark.parametrize("ui", [1.0, 1.25, 2.5])
def test_letters_on_counters_can_be_read(scale: float, ui: float) -> None:
    """Wherever a card is drawn its letters are 9 px or more; what is smaller is a chip, and those have larger ones."""
    size = card_size(scale * ui, ui)
    if size >= LEAST_CARD:
        assert round(size * CODE) >= LEAST_LETTERS
    assert round(size * LETTERS) >= LEAST_LETTERS or scale < TINY_SCALE


@pytest.mark.usefixtures("screen")
def test_a_stack_says_how_many_it_holds() -> None:
    """Its badge differs from number to number."""
    assert (pixels(PLAIN._replace(number=2)) != pixels(PLAIN._replace(number=3))).any()
    assert extent(PLAIN) == (44, 44)


@pytest.mark.parametrize(
    ("strength", "said"),
    [(40, "<0.1"), (50, "0.1"), (250, "0.2"), (1500, "1.5"), (9949, "9.9"), (12_400, "12")],
)
def test_a_figure_is_short(strength: int, said: str) -> None:
    """Brigades, with a decimal where they are few."""
    assert figure_of(strength) == said


@pytest.mark.usefixtures("screen")
def test_the_key_names_every_kind() -> None:
    """It grows with the interface."""
    small, large = (key_panel(Kit(ui, DEFAULT), board("first_steps"), "EST") for ui in (1.0, 2.0))
    assert large.get_width() == pytest.approx(2 * small.get_width(), rel=0.05)
    assert FINER > 1


@pytest.mark.usefixtures("screen")
def test_the_key_shows_a_counter_of_the_game() -> None:
    """The sample carries the code that it is given, and is not cut off below."""
    kit = Kit(1.0, DEFAULT)
    one, other = (key_panel(kit, board("first_steps"), code) for code in ("EST", "XYZ"))
    assert one.get_size() == other.get_size()
    assert pygame.image.tobytes(one, "RGBA") != pygame.image.tobytes(other, "RGBA")
    rim = [one.get_at((x, one.get_height() - 5))[:3] for x in range(12, one.get_width() - 12)]
    assert len(set(rim)) == 1


@pytest.mark.usefixtures("screen")
def test_the_key_explains_a_disc_where_one_is_drawn() -> None:
    """A board with a place that the map has no land for has one more row."""
    laid = board("first_steps")
    site = replace(laid.sites["LV-RIGA"], shape=Shape.TOKEN)
    other = replace(laid, sites={**laid.sites, "LV-RIGA": site})
    kit = Kit(1.0, DEFAULT)
    assert key_panel(kit, other, "EST").get_height() > key_panel(kit, laid, "EST").get_height()

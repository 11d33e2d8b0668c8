"""The gallery, in which every widget of the kit stands: nothing cut, all by keyboard, and nothing brings it down."""

import random
from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.stage import gallery
from wargame.ui.kit.dropdown import DropDown
from wargame.ui.kit.field import Echo, TextField
from wargame.ui.shots import fill_with_gallery, shoot, shoot_gallery
from wargame.ui.theme.palette import PaletteName

SHOTS = [((1280, 720), 100), ((1280, 720), 80), ((1920, 1080), 125), ((3840, 2160), 200)]
PAGES = ("states", "forces", "archive")
EVENTS = 3000
SEED = 7
AIMED = 0.7  # share of events on something that acts
TOUCHED = 0.9  # share of widgets that have to have had the focus
KEYS = (
    pygame.K_TAB, pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_SPACE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT,
    pygame.K_PAGEUP, pygame.K_PAGEDOWN, pygame.K_HOME, pygame.K_END, pygame.K_BACKSPACE, pygame.K_DELETE,
    pygame.K_a, pygame.K_c, pygame.K_v, pygame.K_x, pygame.K_z, pygame.K_f, pygame.K_F1,
)  # fmt: skip
LETTERS = "aŁ漢 4\u202e\0🙂\ud800"


@pytest.mark.parametrize(("size", "percent"), SHOTS)
@pytest.mark.parametrize("palette", PaletteName)
def test_no_text_is_cut_and_nothing_lies_on_another(size: tuple[int, int], percent: int, palette: PaletteName) -> None:
    """On each page of the lists, with a dialog, and with a list open."""
    d = gallery(size, percent, palette)
    for page in PAGES:
        d.click(f"pages.{page}")
        assert d.complaints() == [], d.tree()
    d.click("side")
    assert d.complaints() == []
    d.key(pygame.K_ESCAPE)
    d.click("end_turn")
    assert d.complaints() == []


def test_every_id_is_there_once_and_has_a_tip() -> None:
    """What can be acted on explains itself and can be reached; no two share an id."""
    d = gallery()
    widgets = [widget for widget in d.window.layers[-1].root.walk() if widget.id]
    assert len({widget.id for widget in widgets}) == len(widgets) >= 30
    assert [widget.id for widget in widgets if not widget.tip] == []


def walk_by_keyboard(d: Driver) -> set[str]:
    """Ids that have the focus in turn, from one Tab until the first comes again."""
    reached: list[str] = []
    while True:
        d.key(pygame.K_TAB)
        if d.window.focused in reached:
            return set(reached)
        reached.append(d.window.focused)
        place = d.find(d.window.focused)
        assert d.surface.get_rect().contains(place) or place.h > 300, d.window.focused


@pytest.mark.parametrize(("size", "percent"), [((1280, 720), 100), ((1280, 720), 150)])
def test_every_widget_is_reached_by_tab_alone(size: tuple[int, int], percent: int) -> None:
    """And can be seen when it has the focus, also where its column must scroll."""
    d = gallery(size, percent)
    assert walk_by_keyboard(d) == set(d.window.widgets())


def test_a_turn_is_ended_by_keyboard_alone() -> None:
    """Ctrl+Enter asks, Enter agrees."""
    d = gallery()
    d.key(pygame.K_RETURN, pygame.KMOD_LCTRL)
    assert len(d.window.layers) == 2
    d.key(pygame.K_RETURN)
    assert len(d.window.layers) == 1
    assert {"turn", "ended"} <= set(d.texts())


def test_scale_and_palette_change_live() -> None:
    """The slider and the list do what they say, and the layout stays sound."""
    d = gallery((1920, 1080))
    before = d.find("end_turn").size
    d.window.focus("percent")
    d.key(pygame.K_PAGEUP)
    assert d.window.theme.percent == 110
    assert d.find("end_turn").size > before
    d.click("palette")
    d.click("palette.colour-blind")
    assert d.window.theme.palette.name is PaletteName.COLOUR_BLIND
    assert d.complaints() == []


def random_event(d: Driver, dice: random.Random) -> None:
    """One thing that an impatient player, or a cat, may do; most on something that acts."""
    width, height = d.window.size
    places = [widget.rect for widget in d.window.widgets().values()] + list(d.window.places().values())
    aimed = dice.random() < AIMED and places
    at = dice.choice(places).center if aimed else (dice.randrange(width), dice.randrange(height))
    match dice.randrange(10):
        case 0 | 1 | 2:
            d.press_at(at, dice.choice((1, 1, 1, 2, 3)))
        case 3:
            d.drag(at, (dice.randrange(width), dice.randrange(height)))
        case 4:
            d.post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
            d.tick(dice.choice((16, 700)))
        case 5:
            d.post(pygame.MOUSEWHEEL, x=0, y=dice.choice((-3, -1, 1, 3)), flipped=False, which=0)
            d.tick()
        case 6 | 7:
            d.key(dice.choice(KEYS), dice.choice((0, 0, pygame.KMOD_LSHIFT, pygame.KMOD_LCTRL)))
        case 8:
            d.type(dice.choice(LETTERS))
        case _:
            _odd_event(d, dice)


def _odd_event(d: Driver, dice: random.Random) -> None:
    if dice.random() < 0.2:
        size = (dice.randint(200, 1600), dice.randint(120, 1000))
        d.surface = pygame.display.set_mode(size, pygame.RESIZABLE)
        d.window.resize(size)
    d.post(dice.choice((pygame.WINDOWLEAVE, pygame.WINDOWEXPOSED, pygame.MOUSEBUTTONUP)), pos=(5, 5), button=1)
    d.tick()


def test_a_monkey_does_not_bring_it_down() -> None:
    """Thousands of random events: the screen stays the lowest layer, the PIN stays masked, whoever has the focus exists."""
    print(f"seed {SEED}")
    dice = random.Random(SEED)
    d = gallery()
    base = d.window.layers[0]
    hit: set[str] = set()
    for _ in range(EVENTS):
        random_event(d, dice)
        hit.add(d.window.focused)
        assert d.window.layers[0] is base
        assert d.window.focused == "" or d.window.focused in d.window.widgets()
    widgets = {widget.id: widget for widget in base.root.walk() if widget.id}
    pin = widgets["pin"]
    assert isinstance(pin, TextField)
    assert pin.echo is Echo.MASKED
    assert isinstance(widgets["side"], DropDown)
    assert len(set(widgets) & hit) >= TOUCHED * len(widgets), "the monkey has to touch nearly every widget"


def test_a_shot_is_a_picture_of_its_size_and_the_same_each_time(tmp_path: Path) -> None:
    """Two shots are one picture; another palette is another one."""
    for name, palette in (("a", "default"), ("b", "default"), ("c", "colour-blind")):
        shoot_gallery(tmp_path / f"{name}.png", (1280, 720), 100, PaletteName(palette))
    first, again, other = (pygame.image.load(tmp_path / f"{name}.png") for name in "abc")
    assert first.get_size() == (1280, 720)
    assert first.get_buffer().raw == again.get_buffer().raw
    assert first.get_buffer().raw != other.get_buffer().raw


def test_a_shot_hands_back_its_window(tmp_path: Path) -> None:
    """So that a test of a shot can look for what is wrong with it."""
    window = shoot(tmp_path / "g.png", (1920, 1080), 125, PaletteName.DEFAULT, fill_with_gallery)
    assert "end_turn" in window.places()

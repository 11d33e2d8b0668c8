"""Buttons, switches, tabs, sliders and drop-downs: pointer and keyboard do the same."""

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.stage import driven
from wargame.ui.kit.button import Button, Kind, Switch, Toggle
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.keys import Mod, Shortcut
from wargame.ui.kit.layout import Column
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.tabs import Tab, Tabs
from wargame.ui.kit.widget import Cursor


@pytest.fixture
def told() -> list[object]:
    """What the widget told."""
    return []


def a_button(told: list[object]) -> Driver:
    button = Button("go", "Go", lambda: told.append("go"), "Starts", Kind.PRIMARY).on_key(pygame.K_g, Mod.CTRL)
    return driven(Column(button.sized(120, 32)))


def test_a_button_acts_on_press_return_space_and_its_shortcut(told: list[object]) -> None:
    """Four ways, each once."""
    d = a_button(told)
    d.click("go")
    d.key(pygame.K_RETURN)
    d.key(pygame.K_SPACE)
    d.key(pygame.K_g, pygame.KMOD_LCTRL)
    assert told == ["go"] * 4


def test_a_press_that_ends_elsewhere_or_by_another_button_does_nothing(told: list[object]) -> None:
    """A player who changed their mind draws the pointer away."""
    d = a_button(told)
    d.drag(d.find("go").center, (600, 600))
    d.press_at(d.find("go").center, button=3)
    assert told == []


def test_a_blocked_button_does_nothing_and_says_why(told: list[object]) -> None:
    """By pointer, key and shortcut alike."""
    d = a_button(told)
    d.widget("go").blocked = "No orders yet"
    d.click("go")
    d.key(pygame.K_RETURN)
    d.key(pygame.K_g, pygame.KMOD_LCTRL)
    assert told == []
    assert " ".join(d.texts()).count("No orders yet") == 3


def test_a_shortcut_is_named_as_on_the_keyboard() -> None:
    """Held keys first."""
    assert Shortcut(pygame.K_RETURN, Mod.CTRL | Mod.SHIFT).words() == "Ctrl+Shift+Enter"
    assert Shortcut(pygame.K_F1).words() == "F1"


def test_a_toggle_turns_and_tells(told: list[object]) -> None:
    """Each turn is told once, with the new position."""
    d = driven(Column(Toggle("lamp", "Lamp", Switch.OFF, told.append, "Light")))
    d.click("lamp")
    d.key(pygame.K_SPACE)
    assert told == [Switch.ON, Switch.OFF]


def tabs(told: list[object]) -> Driver:
    return driven(Column(Tabs("t", [Tab(key, key * 3, "Page") for key in "abc"], "a", told.append)))


def test_tabs_are_chosen_by_pointer_and_arrows(told: list[object]) -> None:
    """Arrows go round the ends and take the focus along."""
    d = tabs(told)
    d.click("t.b")
    d.key(pygame.K_RIGHT)
    d.key(pygame.K_RIGHT)
    d.key(pygame.K_LEFT)
    assert told == ["b", "c", "a", "c"]
    assert d.window.focused == "t.c"


def test_choosing_the_chosen_tab_tells_nothing(told: list[object]) -> None:
    """A page is built anew only when it changes."""
    tabs(told).click("t.a")
    assert told == []


def test_a_slider_steps_pages_and_goes_to_its_ends(told: list[object]) -> None:
    """By keys, always on its steps and inside its scale."""
    d = driven(Column(Slider("s", Scale(80, 200, 5, "%"), 101, told.append, "Size")))
    d.window.focus("s")
    for key in (pygame.K_RIGHT, pygame.K_LEFT, pygame.K_PAGEUP, pygame.K_END, pygame.K_RIGHT, pygame.K_HOME):
        d.key(key)
    assert told == [105, 100, 110, 200, 80]
    assert "80 %" in d.texts()


def test_a_slider_follows_the_pointer_beyond_its_ends(told: list[object]) -> None:
    """Held, it stays at the end that the pointer has passed."""
    d = driven(Column(Slider("s", Scale(0, 10), 5, told.append, "Size")))
    middle = d.find("s").center
    d.drag(middle, (5000, middle[1]))
    assert told[-1] == 10


def test_a_slider_may_tell_only_when_let_go(told: list[object]) -> None:
    """One telling for a whole drag."""
    d = driven(Column(Slider("s", Scale(0, 10), 5, told.append, "Size", Telling.LET_GO)))
    middle = d.find("s").center
    d.drag(middle, (0, middle[1]))
    assert told == [0]


def dropdown(told: list[object]) -> Driver:
    choices = [Choice(name, name.title()) for name in ("estonia", "latvia", "lithuania", "poland")]
    return driven(Column(DropDown("who", choices, "latvia", told.append, "State")))


def test_a_choice_is_made_by_pointer(told: list[object]) -> None:
    """The list opens, a press chooses and closes it, and the focus comes back."""
    d = dropdown(told)
    d.click("who")
    assert len(d.window.layers) == 2
    d.click("who.poland")
    assert told == ["poland"]
    assert len(d.window.layers) == 1
    assert d.window.focused == "who"


def test_a_choice_is_made_by_keys(told: list[object]) -> None:
    """Down opens at the choice made; arrows go round; letters jump to the next that starts so."""
    d = dropdown(told)
    d.window.focus("who")
    d.key(pygame.K_DOWN)
    assert d.window.focused == "who.latvia"
    d.key(pygame.K_l)
    assert d.window.focused == "who.lithuania"
    d.key(pygame.K_DOWN)
    d.key(pygame.K_DOWN)
    d.key(pygame.K_RETURN)
    assert told == ["estonia"]


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, None])
def test_the_list_closes_by_escape_or_a_press_outside(told: list[object], key: int | None) -> None:
    """Nothing is chosen, and a press outside reaches nothing below."""
    d = dropdown(told)
    d.click("who")
    if key is None:
        d.press_at((1200, 700))
    else:
        d.key(key)
    assert len(d.window.layers) == 1
    assert told == []


def test_a_long_list_scrolls_in_a_small_window(told: list[object]) -> None:
    """No choice is squeezed; the one with the focus can be seen."""
    choices = [Choice(f"c{i}", f"Choice {i}") for i in range(40)]
    d = driven(Column(DropDown("who", choices, "c0", told.append, "State")), (500, 300))
    d.click("who")
    d.key(pygame.K_END)
    assert d.surface.get_rect().contains(d.find("who.c39"))
    assert d.complaints() == []


def test_a_held_key_presses_once(told: list[object]) -> None:
    """Or it would press the button of the dialog that it has just opened."""
    d = a_button(told)
    d.window.focus("go")
    for _ in range(5):
        d.post(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
        d.post(pygame.KEYDOWN, key=pygame.K_g, mod=pygame.KMOD_LCTRL, unicode="", scancode=0)
    d.tick()
    assert told == ["go", "go"]
    d.post(pygame.KEYUP, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    d.key(pygame.K_RETURN)
    assert told == ["go"] * 3


def test_the_pointer_shows_what_can_be_done(told: list[object]) -> None:
    """A hand over a button, an arrow beside it and over one that is blocked."""
    d = a_button(told)
    d.hover("go")
    assert d.window.cursor is Cursor.HAND
    d.widget("go").blocked = "Not now"
    assert d.window.cursor is Cursor.ARROW
    d.post(pygame.MOUSEMOTION, pos=(900, 600), rel=(0, 0), buttons=(0, 0, 0))
    d.tick()
    assert d.window.cursor is Cursor.ARROW

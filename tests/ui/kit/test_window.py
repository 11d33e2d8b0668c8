"""The window: focus, layers, bubbles, messages, and that it sleeps when nothing happens."""

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.stage import driven
from wargame.ui.kit.button import Button
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.focus import Way, in_order, nearest
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.label import Label
from wargame.ui.kit.layers import modal
from wargame.ui.kit.layout import Column, Row
from wargame.ui.kit.progress import Progress
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.toasts import MOST, SECONDS
from wargame.ui.theme.palette import Tone

LONG = 10_000


def nothing() -> None:
    """For buttons of which only the place matters."""


def button(name: str) -> Button:
    return Button(name, name, nothing, f"Tip of {name}")


def grid() -> Driver:
    """Four buttons: a b above c d."""
    rows = (
        Row(button("a").sized(90, 30), button("b").sized(90, 30)),
        Row(button("c").sized(90, 30), button("d").sized(90, 30)),
    )
    return driven(Column(*rows))


def ask(d: Driver) -> None:
    """Lay a dialog over all."""
    body = dialog("", "Sure?", Prose("p", "Text"), button("no"), button("yes"))
    d.window.show(modal(body, 400, "yes"))
    d.tick()


def test_tab_goes_through_all_in_the_order_of_the_tree() -> None:
    """Forwards, round the end, and back."""
    d = grid()
    seen = []
    for _ in range(5):
        d.key(pygame.K_TAB)
        seen.append(d.window.focused)
    assert seen == ["a", "b", "c", "d", "a"]
    d.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert d.window.focused == "d"


def test_arrows_go_to_the_nearest_in_their_direction() -> None:
    """And stay where nothing lies that way."""
    d = grid()
    d.window.focus("a")
    seen = []
    for key in (pygame.K_RIGHT, pygame.K_DOWN, pygame.K_LEFT, pygame.K_DOWN, pygame.K_UP):
        d.key(key)
        seen.append(d.window.focused)
    assert seen == ["b", "d", "c", "c", "a"]


def test_the_order_is_sound_when_nothing_has_the_focus() -> None:
    """First or last; nothing where there is nothing."""
    assert in_order(["a", "b"], "gone", 1) == "a"
    assert in_order(["a", "b"], "", -1) == "b"
    assert in_order([], "a", 1) == ""
    assert nearest({"a": pygame.Rect(0, 0, 5, 5)}, "a", Way.LEFT) == "a"


def test_a_dialog_holds_the_keyboard_and_gives_it_back() -> None:
    """Nothing below can be reached while it is open; Escape closes it; the focus is where it was."""
    d = grid()
    d.click("c")
    ask(d)
    assert d.window.focused == "yes"
    for _ in range(4):
        d.key(pygame.K_TAB)
        assert d.window.focused in {"no", "yes"}
    d.press_at((20, 20))
    assert len(d.window.layers) == 2
    d.key(pygame.K_ESCAPE)
    assert len(d.window.layers) == 1
    assert d.window.focused == "c"


def test_escape_never_closes_the_screen_itself() -> None:
    """It goes to whoever asked for keys that nobody took."""
    d = grid()
    strokes: list[Stroke] = []
    d.window.on_stroke = lambda stroke: bool(strokes.append(stroke)) or True
    d.key(pygame.K_ESCAPE)
    assert len(d.window.layers) == 1
    assert strokes == [Stroke(pygame.K_ESCAPE, Mod.NONE)]


def test_what_lies_below_a_dialog_is_dim_and_blurred() -> None:
    """Darker, and without sharp edges."""
    d = grid()
    before = pygame.transform.average_color(d.surface)
    ask(d)
    corner = d.surface.subsurface((0, 0, 200, 80))
    assert sum(pygame.transform.average_color(corner)[:3]) < sum(before[:3])
    assert not any(text in d.texts() for text in "abcd")


def test_a_bubble_comes_after_a_rest_and_names_the_keys() -> None:
    """Not while the pointer moves; with tip and shortcut."""
    d = grid()
    d.widget("a").on_key(pygame.K_F5)
    d.hover("a", 0)
    assert "Tip" not in d.texts()
    d.tick(LONG)
    assert [text for text in d.texts() if text in {"Tip", "of", "a", "F5"}][-4:] == ["Tip", "of", "a", "F5"]
    d.hover("b", 0)
    assert "Tip" not in d.texts()


def test_a_press_sends_the_bubble_away() -> None:
    """Until the pointer has been elsewhere."""
    d = grid()
    d.hover("a")
    assert "Tip" in d.texts()
    d.click("a")
    d.tick(LONG)
    assert "Tip" not in d.texts()
    d.hover("b")
    d.hover("a")
    assert "Tip" in d.texts()


def test_the_focus_has_a_bubble_too() -> None:
    """Who plays by keyboard reads the same."""
    d = grid()
    d.key(pygame.K_TAB)
    d.tick(LONG)
    assert "Tip" in d.texts()


def test_the_whole_of_a_cut_text_can_be_read() -> None:
    """Resting on a text with an ellipsis shows it all."""
    d = driven(Column(Label("Panzergrenadierbrigadenstab").sized(wide=100)))
    assert any(text.shown.endswith("…") for layer in d.window.written for text in layer)
    d.post(pygame.MOUSEMOTION, pos=(30, 8), rel=(0, 0), buttons=(0, 0, 0))
    d.tick()
    d.tick(LONG)
    assert len([text for text in d.texts() if text == "Panzergrenadierbrigadenstab"]) == 2  # its own, and the bubble's


def test_a_label_without_room_takes_more_lines() -> None:
    """Between words, in its own size; what stands below makes room."""
    d = driven(Column(Label("A very long name of a small brigade").sized(wide=100), Label("below")))
    lines = [text.shown for layer in d.window.written for text in layer]
    assert len(lines) > 2
    assert " ".join(lines) == "A very long name of a small brigade below"
    assert d.complaints() == []


def test_messages_go_by_themselves_or_when_pressed() -> None:
    """The oldest make room; each can be reached by keyboard."""
    d = grid()
    for number in range(MOST + 2):
        d.window.notify(f"Message{number}", Tone.GOOD)
    d.tick()
    assert [text for text in d.texts() if text.startswith("Message")] == [f"Message{i}" for i in range(2, MOST + 2)]
    d.click(f"toast.{MOST + 2}")
    assert f"Message{MOST + 1}" not in d.texts()
    d.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert d.window.focused == f"toast.{MOST + 1}"
    d.tick(SECONDS * 1000)
    assert not any(text.startswith("Message") for text in d.texts())


def test_nothing_is_drawn_while_nothing_happens() -> None:
    """After a frame the window sleeps as long as it may; a pointer that moves over nothing new wakes it to no frame."""
    d = grid()
    d.window.tick(d.window.now + LONG)
    assert not d.window.dirty
    assert d.window.wait(500) == 500
    d.window.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(900, 600), rel=(0, 0), buttons=(0, 0, 0)))
    d.tick()
    d.window.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(901, 600), rel=(0, 0), buttons=(0, 0, 0)))
    assert not d.window.dirty


def test_a_later_event_does_not_take_the_need_to_draw_away() -> None:
    """A resize, then a move of the pointer: the frame is still due."""
    d = grid()
    d.window.resize((800, 600))
    d.window.handle(pygame.event.Event(pygame.MOUSEMOTION, pos=(5, 500), rel=(0, 0), buttons=(0, 0, 0)))
    assert d.window.dirty


def test_what_moves_by_itself_wakes_the_window() -> None:
    """Progress of unknown length is drawn again and again; known progress is not."""
    progress = Progress("p", "Working", nothing, "Stop")
    progress.show("Working", None)
    d = driven(Column(progress))
    assert d.window.wait(500) < 100
    progress.show("Working", 300)
    d.window.touch()
    d.tick()
    assert d.window.wait(500) == 500


@pytest.mark.parametrize("event", [pygame.WINDOWEXPOSED, pygame.WINDOWSIZECHANGED])
def test_an_uncovered_window_is_drawn_again(event: int) -> None:
    """Some systems forget what was on it."""
    d = grid()
    d.window.handle(pygame.event.Event(event))
    assert d.window.dirty

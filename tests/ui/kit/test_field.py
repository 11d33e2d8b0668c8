"""The text field, through the window: typing, moving, selecting, copying, the mask."""

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.stage import driven
from wargame.ui.kit.button import Button
from wargame.ui.kit.field import BLINK, BLINKING, Echo, TextField
from wargame.ui.kit.layout import Column

CTRL, SHIFT = pygame.KMOD_LCTRL, pygame.KMOD_LSHIFT


@pytest.fixture
def told() -> list[str]:
    """Texts that the field told."""
    return []


def with_field(told: list[str], **kind: object) -> tuple[Driver, TextField]:
    field = TextField("f", told.append, "Name", **kind)  # type: ignore[arg-type]
    jump = Button("j", "Jump", lambda: told.append("JUMPED"), "Jumps").on_key(pygame.K_j)
    d = driven(Column(field.sized(200, 32), jump))
    d.click("f")
    return d, field


def test_typing_tells_each_new_text(told: list[str]) -> None:
    """Letters of any script, each told."""
    d, field = with_field(told)
    d.type("Łó漢")
    assert told == ["Ł", "Łó", "Łó漢"]
    d.key(pygame.K_BACKSPACE)
    assert field.text == "Łó"


def test_letters_are_no_shortcuts_while_typing_but_are_elsewhere(told: list[str]) -> None:
    """And the letter that was a shortcut into a field is not typed into it."""
    d, field = with_field(told)
    d.key(pygame.K_j)
    d.type("j")
    assert told == ["j"]
    d.window.focus("")
    d.key(pygame.K_j)
    assert told[-1] == "JUMPED"
    field.on_key(pygame.K_n)
    d.post(pygame.KEYDOWN, key=pygame.K_n, mod=0, unicode="n", scancode=0)
    d.post(pygame.TEXTINPUT, text="n")
    d.tick()
    assert d.window.focused == "f"
    assert field.text == "j"


def test_selecting_copying_cutting_and_pasting(told: list[str]) -> None:
    """By keys, over the clipboard of the window."""
    d, field = with_field(told)
    d.type("one two")
    d.key(pygame.K_LEFT, CTRL | SHIFT)
    d.key(pygame.K_x, CTRL)
    assert field.text == "one "
    d.key(pygame.K_a, CTRL)
    d.key(pygame.K_v, CTRL)
    assert field.text == "two"
    d.key(pygame.K_v, CTRL)
    assert field.text == "twotwo"


def test_the_pointer_sets_the_caret_and_selects(told: list[str]) -> None:
    """A press near the left edge goes to the start; dragging to the right takes all; two presses take a word."""
    d, field = with_field(told)
    d.type("one two")
    rect = d.find("f")
    d.drag((rect.x + 8, rect.centery), (rect.right - 8, rect.centery))
    assert field.line.selected == "one two"
    d.press_at((rect.x + 12, rect.centery))
    d.press_at((rect.x + 12, rect.centery))
    assert field.line.selected == "one"


def test_a_pin_shows_dots_and_cannot_be_copied(told: list[str]) -> None:
    """Neither the screen nor the clipboard ever holds it; only figures are taken, and no more than the limit."""
    d, field = with_field(told, echo=Echo.MASKED, limit=4, accepts=str.isdecimal)
    d.type("4a7119")
    assert field.text == "4711"
    d.key(pygame.K_a, CTRL)
    d.key(pygame.K_c, CTRL)
    assert d.window.pasted() == ""
    assert not any("4" in text or "7" in text for text in d.texts())
    assert "••••" in d.texts()


def test_the_caret_is_always_in_sight(told: list[str]) -> None:
    """A text longer than the field moves under its window."""
    d, field = with_field(told)
    d.type("long " * 30)
    shown = next(text for layer in d.window.written for text in layer if text.text == field.text)
    assert abs(shown.rect.right - shown.clip.right) <= 3
    d.key(pygame.K_HOME)
    shown = next(text for layer in d.window.written for text in layer if text.text == field.text)
    assert shown.rect.left == shown.clip.left
    assert d.complaints() == []


def test_the_caret_blinks_a_while_and_then_stands(told: list[str]) -> None:
    """It moves by itself only while it blinks, so that a forgotten field costs nothing."""
    _, field = with_field(told)
    begun = field.moves_at(0)
    assert begun is not None
    assert begun <= BLINK
    assert field.moves_at(BLINKING * 2) is None


def test_return_submits(told: list[str]) -> None:
    """Where something is to be done with what was entered."""
    d, field = with_field(told)
    field.on_submit = lambda: told.append("SENT")
    d.key(pygame.K_RETURN)
    assert told == ["SENT"]


@pytest.mark.parametrize("text", ["\u202e", "\0", "a\0b", "\ud800", "🙂" * 300, "\n\t"])
def test_text_that_a_font_cannot_draw_stops_nothing(told: list[str], text: str) -> None:
    """Direction marks alone, NUL, halves of pairs, more than the limit: from the keyboard and set from outside."""
    d, field = with_field(told)
    d.type(text)
    field.text = text
    d.window.touch()
    d.tick()
    assert len(field.text) <= field.limit

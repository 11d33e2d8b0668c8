"""A drop-down: one of a list of choices, shown beside it while it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame
from pygame import Rect

from wargame.ui.kit.button import HEIGHT, RADIUS, SHEEN, Pressable
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.keys import Mod, Stroke
from wargame.ui.kit.layout import Column
from wargame.ui.kit.rows import plain
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Host, Size
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import BODY

SIDE = 12  # logical units, as all below
CHEVRON = 16
MARK = 18
ITEM = 32
MENU_PAD = 5


@dataclass(frozen=True)
class Choice:
    """What can be chosen."""

    key: str
    text: str
    mark: SideMark | None = None


class DropDown(Pressable):
    """Shows the choice made; opens the list by press, Return, Space or Down. Choices have the ids `id.key`."""

    def __init__(
        self, widget_id: str, choices: Sequence[Choice], chosen: str, on_choose: Callable[[str], None], tip: str
    ) -> None:
        super().__init__(widget_id, tip, lambda: None)
        self.choices = choices
        self.chosen = chosen
        self.on_choose = on_choose

    def content(self, theme: Theme, room: int) -> Size:
        """The longest choice and the arrow."""
        texts = max((theme.type.width(choice.text, BODY) for choice in self.choices), default=0)
        mark = theme.px(MARK + 8) if any(choice.mark for choice in self.choices) else 0
        return texts + mark + theme.px(2 * SIDE + CHEVRON + 8), theme.px(HEIGHT)

    def draw(self, canvas: Canvas) -> None:
        """Draw the choice made and an arrow."""
        theme = canvas.theme
        fill = Tone.HOVER if canvas.hover == self.id and not self.blocked else Tone.RAISED
        canvas.box(self.rect, BoxStyle(fill, Tone.LINE, RADIUS, SHEEN))
        chevron = Rect(self.rect.right - theme.px(SIDE + CHEVRON), self.rect.y, theme.px(CHEVRON), self.rect.h)
        canvas.icon("chevron-down", chevron, CHEVRON, Tone.DIM)
        start = self.rect.x + theme.px(SIDE)
        room = Rect(start, self.rect.y, chevron.x - theme.px(4) - start, self.rect.h)
        found = next((choice for choice in self.choices if choice.key == self.chosen), None)
        if found is not None:
            draw_choice(canvas, found, room, Tone.FAINT if self.blocked else Tone.TEXT)

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Open by Down too."""
        if stroke == Stroke(pygame.K_DOWN):
            self.activate(host)
            return True
        return super().key(stroke, host)

    def activate(self, host: Host) -> None:
        """Open the list, with the choice made first in the focus."""
        if self.blocked:
            host.notify(self.blocked, Tone.WARN)
            return
        items = [_Item(self, choice, place) for place, choice in enumerate(self.choices)]
        menu = Column(Scroll(Column(*items, gap=0)), pad=MENU_PAD, box=BoxStyle(Tone.RAISED, Tone.LINE, 8))
        host.open_popup(menu, self.rect)
        if any(choice.key == self.chosen for choice in self.choices):
            host.focus(f"{self.id}.{self.chosen}")

    def take(self, key: str, host: Host) -> None:
        """Make a choice and close the list."""
        host.close_top()
        host.focus(self.id)
        if key != self.chosen:
            self.chosen = key
            self.on_choose(key)


class _Item(Pressable):
    """A choice in the open list."""

    def __init__(self, owner: DropDown, choice: Choice, place: int) -> None:
        super().__init__(f"{owner.id}.{choice.key}", choice.text, lambda: None)
        self._owner = owner
        self._choice = choice
        self._place = place

    def content(self, theme: Theme, room: int) -> Size:
        """Mark, text and tick."""
        mark = theme.px(MARK + 8) if self._choice.mark else 0
        return theme.type.width(self._choice.text, BODY) + mark + theme.px(2 * SIDE + CHEVRON), theme.px(ITEM)

    def draw(self, canvas: Canvas) -> None:
        """Draw it, lit under pointer and focus."""
        theme = canvas.theme
        if self.id in (canvas.hover, canvas.focus):
            canvas.box(self.rect, BoxStyle(Tone.ACCENT_SOFT, None, 5))
        start = self.rect.x + theme.px(SIDE - MENU_PAD)
        room = Rect(start, self.rect.y, self.rect.right - theme.px(CHEVRON + 8) - start, self.rect.h)
        draw_choice(canvas, self._choice, room, Tone.TEXT)
        if self._choice.key == self._owner.chosen:
            tick = Rect(self.rect.right - theme.px(CHEVRON + 6), self.rect.y, theme.px(CHEVRON), self.rect.h)
            canvas.icon("check", tick, CHEVRON, Tone.LINK)

    def activate(self, host: Host) -> None:
        """Be chosen."""
        self._owner.take(self._choice.key, host)

    def key(self, stroke: Stroke, host: Host) -> bool:
        """Up and Down go round; Home and End to the ends; a letter to the next choice that starts with it."""
        choices = self._owner.choices
        targets = {
            pygame.K_UP: self._place - 1,
            pygame.K_DOWN: self._place + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(choices) - 1,
        }
        place = targets.get(stroke.key) if stroke.mods is Mod.NONE else None
        if place is None:
            place = self._lettered(stroke)
        if place is None:
            return super().key(stroke, host)
        host.focus(f"{self._owner.id}.{choices[place % len(choices)].key}")
        return True

    def _lettered(self, stroke: Stroke) -> int | None:
        if not pygame.K_a <= stroke.key <= pygame.K_z:
            return None
        choices, letter = self._owner.choices, chr(stroke.key)
        places = (place % len(choices) for place in range(self._place + 1, self._place + 1 + len(choices)))
        return next((place for place in places if plain(choices[place].text).startswith(letter)), None)


def draw_choice(canvas: Canvas, choice: Choice, room: Rect, ink: Tone) -> None:
    """Draw a choice: its mark, if it has one, and its text."""
    if choice.mark is not None:
        side = canvas.theme.px(MARK)
        canvas.badge(choice.mark, Rect(room.x, room.y + (room.h - side) // 2, side, side))
        room = Rect(room.x + side + canvas.theme.px(8), room.y, room.w - side - canvas.theme.px(8), room.h)
    canvas.write(choice.text, room, BODY, ink)

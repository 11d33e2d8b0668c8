"""Drives a window without a screen: finds widgets by id, presses, types, and tells what is wrong with the layout.

Events pass through pygame's own queue. Time is the driver's own, so that every run is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

import pygame
from pygame import Rect
from pygame.event import Event

from wargame.ui.kit.canvas import Written
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window

FRAME = 16  # milliseconds
LONG_REST = 2000
TOLERANCE = 1  # pixels lost to rounding


class Driver:
    """One window and its surface."""

    def __init__(self, window: Window, surface: pygame.Surface, handle: Callable[[Event], None] | None = None) -> None:
        self.window = window
        self.surface = surface
        self._handle = handle or window.handle
        self.tick()

    def tick(self, milliseconds: int = FRAME) -> bool:
        """Let time go on, answer what is in the queue, draw if something changed; whether anything was in the queue."""
        events = pygame.event.get()
        for event in events:
            self._handle(event)
        self.window.tick(self.window.now + milliseconds)
        if self.window.dirty:
            self.window.draw(self.surface)
        return bool(events)

    def post(self, kind: int, **values: object) -> None:
        """Put an event into the queue."""
        pygame.event.post(Event(kind, values))

    def find(self, widget_id: str) -> Rect:
        """Where something with an id is."""
        return self.window.places()[widget_id]

    def widget(self, widget_id: str) -> Widget:
        """The widget with an id, of the top layer."""
        return self.window.widgets()[widget_id]

    def hover(self, widget_id: str, rest: int = LONG_REST) -> None:
        """Rest the pointer on it."""
        self.post(pygame.MOUSEMOTION, pos=self.find(widget_id).center, rel=(0, 0), buttons=(0, 0, 0))
        self.tick()
        self.tick(rest)

    def press_at(self, at: tuple[int, int], button: int = 1) -> None:
        """Move there, press and let go."""
        self.post(pygame.MOUSEMOTION, pos=at, rel=(0, 0), buttons=(0, 0, 0))
        self.post(pygame.MOUSEBUTTONDOWN, pos=at, button=button)
        self.post(pygame.MOUSEBUTTONUP, pos=at, button=button)
        self.tick()

    def click(self, widget_id: str) -> None:
        """Press something with an id in its middle, after all that has happened so far is on the screen."""
        while self.tick():
            pass
        self.press_at(self.find(widget_id).center)

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press at one place and let go at another."""
        self.post(pygame.MOUSEBUTTONDOWN, pos=start, button=1)
        self.post(pygame.MOUSEMOTION, pos=end, rel=(0, 0), buttons=(1, 0, 0))
        self.post(pygame.MOUSEBUTTONUP, pos=end, button=1)
        self.tick()

    def wheel(self, widget_id: str, steps: int) -> None:
        """Turn the wheel over it, positive upwards."""
        self.hover(widget_id, 0)
        self.post(pygame.MOUSEWHEEL, x=0, y=steps, flipped=False, which=0)
        self.tick()

    def key(self, key: int, mods: int = 0) -> None:
        """Press a key and let it go."""
        self.post(pygame.KEYDOWN, key=key, mod=mods, unicode="", scancode=0)
        self.post(pygame.KEYUP, key=key, mod=mods, unicode="", scancode=0)
        self.tick()

    def type(self, text: str) -> None:
        """Enter a text, letter by letter."""
        for letter in text:
            self.post(pygame.TEXTINPUT, text=letter)
        self.tick()

    def texts(self) -> list[str]:
        """Every text of the last frame, as it should read."""
        return [text.text for layer in self.window.written for text in layer]

    def tree(self) -> str:
        """Widgets of the top layer, a line each: what it is, id, rectangle."""
        return "\n".join(_lines(self.window.layers[-1].root, 0))

    def complaints(self) -> list[str]:
        """What is wrong with the last frame: texts cut or on each other, widgets on each other or out of their parent."""
        field = self.window.places().get(self.window.focused, Rect(0, 0, 0, 0))
        found = [line for layer in self.window.written for line in text_complaints(layer, field)]
        for layer in self.window.layers:
            found += widget_complaints(layer.root)
        return found


def text_complaints(texts: list[Written], field: Rect) -> Iterator[str]:
    """Texts that cannot be read. In the field that is being edited a text may run out at the sides."""
    for text in texts:
        if not text.box.colliderect(text.clip):
            continue
        if not text.shown.strip() and text.text.strip():
            yield f"no room for {text.text!r} in {text.box}"
        elif text.shown.strip() != text.text.strip() and not text.box.colliderect(field):
            yield f"{text.text!r} is cut to {text.shown!r}"
        if text.rect.w > text.box.w + TOLERANCE or text.rect.h > text.box.h + TOLERANCE:
            yield f"{text.text!r} is larger ({text.rect.size}) than its box {text.box}"
        sideways = text.rect.left < text.clip.left - TOLERANCE or text.rect.right > text.clip.right + TOLERANCE
        if sideways and not text.box.colliderect(field):
            yield f"{text.text!r} is cut at the side: {text.rect} in {text.clip}"
    for one, other in combinations(texts, 2):
        both = one.rect.clip(one.clip).clip(other.rect.clip(other.clip))
        if both.w > TOLERANCE and both.h > one.rect.h // 3:  # boxes of lines may touch, letters may not
            yield f"{one.text!r} lies on {other.text!r} at {both}"


def widget_complaints(root: Widget) -> Iterator[str]:
    """Widgets that lie on a sibling or reach out of their parent."""
    for widget in root.walk():
        for kid in widget.kids:
            if not widget.clips and kid.rect.size != (0, 0) and not widget.rect.contains(kid.rect):
                yield f"{_name(kid)} reaches out of {_name(widget)}"
        if widget.overlaps:
            continue
        for one, other in combinations(widget.kids, 2):
            both = one.rect.clip(other.rect)
            if both.w and both.h:
                yield f"{_name(one)} lies on {_name(other)}"


def _lines(widget: Widget, depth: int) -> Iterator[str]:
    yield "  " * depth + _name(widget)
    for kid in widget.kids:
        yield from _lines(kid, depth + 1)


def _name(widget: Widget) -> str:
    return f"{type(widget).__name__} {widget.id} {tuple(widget.rect)}"

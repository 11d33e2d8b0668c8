"""Layers: a screen, and dialogs and lists that lie over it until they are closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import pygame
from pygame import Rect

from wargame.ui.kit.widget import Widget
from wargame.ui.theme.theme import Theme

BLUR_STEPS = (2, 6, 3)  # the picture behind a dialog is made so many times smaller in turn, then large again
DIM = (92, 94, 102)  # share of each colour that is left, of 255
MARGIN = 16  # logical units between a dialog and the edge of the window
POPUP_GAP = 4

Placement = Callable[[Theme, Rect], Rect]


class Backdrop(Enum):
    """What is done to the layers below."""

    CLEAR = "they stay as they are"
    DIM = "they are dimmed and blurred"


class Closing(Enum):
    """What closes a layer, beside the program."""

    NEVER = "nothing"
    ESCAPE = "Escape"
    ANYWHERE = "Escape, or a press outside"


@dataclass
class Layer:
    """A tree of widgets, where it stands, and what has the keyboard in it."""

    root: Widget
    place: Placement
    backdrop: Backdrop = Backdrop.CLEAR
    closing: Closing = Closing.NEVER
    focus: str = ""
    on_close: Callable[[], None] | None = None


def screen(root: Widget) -> Layer:
    """A layer that fills the window."""
    return Layer(root, lambda _, window: window)


def modal(root: Widget, wide: int, focus: str = "") -> Layer:
    """A layer in the middle, so many logical units wide and as high as it wishes."""
    return Layer(root, _centred(root, wide), Backdrop.DIM, Closing.ESCAPE, focus)


def popup(root: Widget, beside: Rect) -> Layer:
    """A layer below a rectangle, or above it where there is more room."""
    return Layer(root, _beside(root, beside.copy()), Backdrop.CLEAR, Closing.ANYWHERE)


def blurred(surface: pygame.Surface) -> pygame.Surface:
    """The picture, dim and out of focus."""
    width, height = surface.get_size()
    picture = surface
    for step in BLUR_STEPS:
        picture = pygame.transform.smoothscale(picture, (max(1, width // step), max(1, height // step)))
    picture.fill(DIM, special_flags=pygame.BLEND_RGB_MULT)
    return pygame.transform.smoothscale(picture, (width, height))


def _centred(root: Widget, wide: int) -> Placement:
    def place(theme: Theme, window: Rect) -> Rect:
        margin = 2 * theme.px(MARGIN)
        width = min(theme.px(wide), max(1, window.w - margin))
        rect = Rect(0, 0, width, min(root.wish(theme, width)[1], max(1, window.h - margin)))
        rect.center = window.center
        return rect

    return place


def _beside(root: Widget, beside: Rect) -> Placement:
    def place(theme: Theme, window: Rect) -> Rect:
        gap = theme.px(POPUP_GAP)
        width, height = root.wish(theme, window.w)
        rect = Rect(beside.x, beside.bottom + gap, min(max(width, beside.w), window.w), height)
        if rect.bottom > window.bottom and beside.y - window.y > window.bottom - beside.bottom:
            rect.bottom = beside.y - gap
        rect.clamp_ip(window)
        return rect.clip(window)

    return place

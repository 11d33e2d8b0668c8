"""What is drawn over the map for a panel: ways with their heads and notes, marks of fights, the card under the pointer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

import pygame
from pygame import Rect

from wargame.ui.kit.canvas import Canvas, Point
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

CARD_PAD = 9  # logical units, as all below
CARD_OFF = 16
WAY = 3
THIN = 2  # of a dashed one
DASH = 8  # and of a gap
HEAD = 11  # of an arrow
SMALL_HEAD = 6  # of a dashed one
SPARK = 28  # across


class Stroke(Enum):
    """How a way is drawn."""

    WHOLE = "whole"
    DASHED = "dashed"  # thin and broken: an order of an earlier turn


@dataclass(frozen=True)
class Arrow:
    """A way over the map, from place to place."""

    places: tuple[str, ...]
    tone: Tone
    note: str = ""  # written at its end
    stroke: Stroke = Stroke.WHOLE


@dataclass(frozen=True)
class Spark:
    """A mark of a fight on a place."""

    place: str
    tone: Tone


def draw_arrow(canvas: Canvas, room: Rect, arrow: Arrow, spots: Sequence[Point]) -> None:
    """A way through points of the window, with a head at its end."""
    if len(spots) < 2:
        return
    theme = canvas.theme
    for way in _strokes(spots, theme.px(DASH)) if arrow.stroke is Stroke.DASHED else [spots]:
        for tone, width in ((Tone.GROUND, WAY + 2), (arrow.tone, WAY if arrow.stroke is Stroke.WHOLE else THIN)):
            pygame.draw.lines(canvas.surface, theme.colour(tone), False, way, theme.px(width))
    start, end = pygame.Vector2(spots[-2]), pygame.Vector2(spots[-1])
    if start == end:
        return
    along = (end - start).normalize() * theme.px(HEAD if arrow.stroke is Stroke.WHOLE else SMALL_HEAD)
    across = along.rotate(90) * 0.6
    tip = [end + along * 0.3, end - along + across, end - along - across]
    pygame.draw.polygon(canvas.surface, theme.colour(arrow.tone), tip)
    pygame.draw.polygon(canvas.surface, theme.colour(Tone.GROUND), tip, theme.px(1))
    if arrow.note:
        _write_note(canvas, room, arrow, spots[-1])


def _strokes(spots: Sequence[Point], dash: int) -> list[Sequence[Point]]:
    """A way in dashes, with gaps as long as they are."""
    found: list[Sequence[Point]] = []
    for start, end in pairwise(map(pygame.Vector2, spots)):
        long = start.distance_to(end)
        for began in range(0, int(long), 2 * dash):
            ends = (start.lerp(end, min(at, long) / long) for at in (began, began + dash))
            found.append([(round(spot.x), round(spot.y)) for spot in ends])
    return found


def _write_note(canvas: Canvas, room: Rect, arrow: Arrow, end: Point) -> None:
    """A few words on a chip below the end of a way."""
    theme = canvas.theme
    pad = theme.px(CARD_PAD)
    chip = Rect(0, 0, theme.type.width(arrow.note, STRONG) + 2 * pad, theme.type.height(STRONG) + pad)
    chip.midtop = end[0], end[1] + theme.px(HEAD)
    chip.clamp_ip(room)
    canvas.box(chip, BoxStyle(Tone.GROUND, arrow.tone, 6))
    canvas.write(arrow.note, chip.inflate(-2 * pad, 0), STRONG, Tone.TEXT)


def draw_spark(canvas: Canvas, spark: Spark, at: Point) -> None:
    """Crossed swords on a disc, above the anchor of the place."""
    theme = canvas.theme
    x, y = at
    middle = (x, y - theme.px(SPARK))
    pygame.draw.circle(canvas.surface, theme.colour(Tone.GROUND), middle, theme.px(SPARK) // 2 + theme.px(2))
    pygame.draw.circle(canvas.surface, theme.colour(spark.tone), middle, theme.px(SPARK) // 2)
    disc = Rect(0, 0, theme.px(SPARK), theme.px(SPARK))
    disc.center = middle
    canvas.icon("swords", disc, SPARK - 11, Tone.GROUND)


def draw_card(canvas: Canvas, room: Rect, lines: Sequence[str]) -> None:
    """The card beside the pointer, its first line a name."""
    theme, type_ = canvas.theme, canvas.theme.type
    styles = [STRONG, *(SMALL for _ in lines[1:])]
    pad = theme.px(CARD_PAD)
    wide = max(type_.width(line, style) for line, style in zip(lines, styles, strict=True)) + 2 * pad
    high = sum(type_.height(style) for style in styles) + 2 * pad
    off = theme.px(CARD_OFF)
    card = Rect(canvas.pointer[0] + off, canvas.pointer[1] + off, wide, high)
    if card.right > room.right:
        card.right = canvas.pointer[0] - off
    if card.bottom > room.bottom:
        card.bottom = canvas.pointer[1] - off
    card.clamp_ip(room)
    theme.shadow(canvas.surface, card, 7, 5)
    canvas.box(card, BoxStyle(Tone.HOVER, Tone.FAINT, 7))
    y = card.y + pad
    for line, style in zip(lines, styles, strict=True):
        line_room = Rect(card.x + pad, y, wide - 2 * pad, type_.height(style))
        canvas.write(line, line_room, style, Tone.TEXT if style is STRONG else Tone.DIM)
        y = line_room.bottom

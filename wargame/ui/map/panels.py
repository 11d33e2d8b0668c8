"""What stands round a map: the strip with title and date, the legend, the key of symbols. Each a picture, drawn once."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

import pygame

from wargame.catalogue import _
from wargame.ui.map.camps import Hue
from wargame.ui.map.fonts import Style, Weight, width, written
from wargame.ui.map.overlays import Legend, Ramp, Swatch
from wargame.ui.map.patterns import PATTERNS
from wargame.ui.map.situation import Situation
from wargame.ui.map.tokens import Colour, Palette, mixed

STRIP = 40  # px at interface scale 1, height of the strip
ROW, PAD = 22, 12  # px at interface scale 1
TITLE_SIZE, TEXT_SIZE, SMALL_SIZE = 17, 15, 13
SWATCH = (26, 14)
FRONT, FRONT_RIM = 4, 1  # px at interface scale 1, of the line at the left of held land
LEAST_WIDTH = 170
MARK, MARK_ROOM = 10, 17  # px at interface scale 1, of the sign that a legend can be folded
PANEL_OPACITY = 246  # 0..255
FINER = 4  # times too large, then averaged
BAR_STEPS_KM = (50, 100, 200, 250, 500, 1000)
BAR_PX = 110  # at interface scale 1: the bar of lengths is at most so long


class Fold(Enum):
    """Whether a legend is read whole; the sign before its heading tells, where a press changes it."""

    FIXED = "whole, and cannot be folded"
    OPEN = "whole"
    SHUT = "its heading alone"

    @property
    def turned(self) -> Fold:
        """What a press makes of it."""
        return {Fold.OPEN: Fold.SHUT, Fold.SHUT: Fold.OPEN, Fold.FIXED: Fold.FIXED}[self]


class Kit(NamedTuple):
    """What every panel is drawn with."""

    ui: float
    palette: Palette

    def px(self, length: float) -> int:
        """A length of interface scale 1."""
        return round(length * self.ui)

    def word(self, text: str, size: float, colour: Colour, weight: Weight = Weight.MEDIUM) -> pygame.Surface:
        """A picture of words."""
        return written(text, Style(self.px(size), colour, weight))

    def wide(self, text: str, size: float, weight: Weight = Weight.MEDIUM) -> int:
        """How wide words come out, px."""
        return width(text, Style(self.px(size), self.palette.text, weight))


def strip(kit: Kit, size: int, situation: Situation, heading: str) -> pygame.Surface:
    """The strip above the map: scenario, date and turn, what is shown."""
    palette, height = kit.palette, kit.px(STRIP)
    picture = pygame.Surface((size, height))
    for y in range(height):
        pygame.draw.line(picture, mixed((34, 44, 57), palette.panel, y / height), (0, y), (size, y))
    pygame.draw.line(picture, palette.panel_edge, (0, height - 1), (size, height - 1), max(1, kit.px(1)))
    left = kit.word(situation.title, 20, palette.title, Weight.STRONG)
    middle = kit.word(f"{situation.date}  ·  {situation.turn}", 17, palette.text)
    right = kit.word(heading, 17, palette.quiet)
    at = kit.px(16)
    for word, x in ((left, at), (middle, (size - middle.get_width()) // 2), (right, size - at - right.get_width())):
        if x == at or x > at + left.get_width() + at:  # in a narrow window the title comes first
            picture.blit(word, (x, (height - word.get_height()) // 2))
    return picture.convert()


def legend_panel(kit: Kit, legend: Legend, scale: float, fold: Fold = Fold.FIXED) -> pygame.Surface:
    """Colours, scale and notes of an overlay, and a bar of lengths for the scale of the map (px a km); folded, its heading."""
    if fold is Fold.SHUT:
        return tab_panel(kit, legend.title, fold)
    mark = 0 if fold is Fold.FIXED else kit.px(MARK_ROOM)
    texts = [*(swatch.text for swatch in legend.swatches), *legend.notes]
    inner = max(
        kit.px(LEAST_WIDTH),
        mark + kit.wide(legend.title, TITLE_SIZE, Weight.STRONG),
        *(kit.px(SWATCH[0] + 10) + kit.wide(text, TEXT_SIZE) for text in texts),
    )
    rows = len(legend.swatches) + len(legend.notes) + (2 if legend.ramp else 0)
    picture = panel(kit, inner + kit.px(2 * PAD), kit.px(2 * PAD + 26 + 18) + rows * kit.px(ROW))
    y = headed(kit, picture, legend.title, mark)
    if mark:
        _draw_mark(kit, picture, fold)
    for swatch in legend.swatches:
        picture.blit(_swatch(kit, swatch), (kit.px(PAD), y + kit.px((ROW - SWATCH[1]) / 2)))
        _row_text(kit, picture, swatch.text, kit.px(PAD + SWATCH[0] + 10), y)
        y += kit.px(ROW)
    if legend.ramp:
        _draw_ramp(kit, picture, legend.ramp, pygame.Rect(kit.px(PAD), y + kit.px(4), inner, kit.px(12)))
        y += 2 * kit.px(ROW)
    for note in legend.notes:
        _row_text(kit, picture, note, kit.px(PAD), y)
        y += kit.px(ROW)
    _draw_bar(kit, picture, scale, y + kit.px(4))
    return picture.convert_alpha()


def tab_panel(kit: Kit, title: str, fold: Fold) -> pygame.Surface:
    """A heading alone, with the sign that something can be folded."""
    wide = kit.px(MARK_ROOM) + kit.wide(title, TITLE_SIZE, Weight.STRONG)
    picture = panel(kit, wide + kit.px(2 * PAD), kit.px(PAD + 26))
    headed(kit, picture, title, kit.px(MARK_ROOM))
    _draw_mark(kit, picture, fold)
    return picture.convert_alpha()


def _draw_mark(kit: Kit, picture: pygame.Surface, fold: Fold) -> None:
    """The sign before a heading: it points down where what follows is shown, to the heading where it is not."""
    middle, half = pygame.Vector2(kit.px(PAD) + kit.px(MARK) / 2, kit.px(PAD + 8)), kit.px(MARK) / 2
    towards = pygame.Vector2(0, half) if fold is Fold.OPEN else pygame.Vector2(half, 0)
    across = towards.rotate(90)
    corners = [middle + towards, middle - towards * 0.5 + across, middle - towards * 0.5 - across]
    pygame.draw.polygon(picture, kit.palette.title, corners)


def box_panel(kit: Kit, title: str, short: str, size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """A place beyond the sheet: its name, shortened where it would not fit, over room for counters."""
    picture = pygame.Surface(size, pygame.SRCALPHA)
    radius = kit.px(5)
    pygame.draw.rect(
        picture, (*mixed(kit.palette.sea_rim, kit.palette.panel, 0.5), 225), (0, 0, *size), border_radius=radius
    )
    pygame.draw.rect(picture, colour, (0, 0, *size), max(1, kit.px(1.5)), border_radius=radius)
    room = size[0] - kit.px(12)
    for text in (title, short):
        for points in (SMALL_SIZE, SMALL_SIZE - 2):
            if kit.wide(text, points, Weight.STRONG) <= room:
                picture.blit(kit.word(text, points, kit.palette.title, Weight.STRONG), (kit.px(6), kit.px(3)))
                return picture.convert_alpha()
    return picture.convert_alpha()


def panel(kit: Kit, wide: int, high: int) -> pygame.Surface:
    """An empty panel."""
    picture = pygame.Surface((wide, high), pygame.SRCALPHA)
    radius = kit.px(7)
    pygame.draw.rect(picture, (*kit.palette.panel, PANEL_OPACITY), (0, 0, wide, high), border_radius=radius)
    pygame.draw.rect(
        picture, (*kit.palette.panel_edge, 255), (0, 0, wide, high), max(1, kit.px(1)), border_radius=radius
    )
    return picture


def headed(kit: Kit, picture: pygame.Surface, title: str, mark: int = 0) -> int:
    """Write the heading of a panel, behind room for a mark (px); where its rows begin, px."""
    picture.blit(kit.word(title, TITLE_SIZE, kit.palette.title, Weight.STRONG), (kit.px(PAD) + mark, kit.px(PAD - 3)))
    return kit.px(PAD + 26)


def _row_text(kit: Kit, picture: pygame.Surface, text: str, x: int, y: int) -> None:
    word = kit.word(text, TEXT_SIZE, kit.palette.text)
    picture.blit(word, (x, y + (kit.px(ROW) - word.get_height()) // 2))


def _swatch(kit: Kit, swatch: Swatch) -> pygame.Surface:
    """The colour on the map, striped if it is; at its left the band that counters of a camp carry, or the front."""
    wide, high = kit.px(SWATCH[0]) * FINER, kit.px(SWATCH[1]) * FINER
    picture = pygame.Surface((wide, high), pygame.SRCALPHA)
    picture.fill(swatch.wash.fill)
    if swatch.wash.stripes is not None:
        for x in range(-high, wide, high // 2):
            pygame.draw.line(picture, swatch.wash.stripes, (x, high), (x + high, 0), high // 5)
    if swatch.camp is not None:
        _draw_band(kit, picture, swatch.camp.hue)
    if swatch.fronted:
        picture.fill(kit.palette.name_rim, (0, 0, kit.px(FRONT + FRONT_RIM) * FINER, high))
        picture.fill(kit.palette.front, (0, 0, kit.px(FRONT) * FINER, high))
    pygame.draw.rect(picture, kit.palette.ink, picture.get_rect(), FINER)
    return pygame.transform.smoothscale(picture, (kit.px(SWATCH[0]), kit.px(SWATCH[1])))


def _draw_band(kit: Kit, picture: pygame.Surface, hue: Hue) -> None:
    band = pygame.Surface((picture.get_width() * 2 // 5, picture.get_height()))
    band.fill(kit.palette.band[hue])
    PATTERNS[hue](band, mixed(kit.palette.band[hue], (255, 255, 255), 0.34))
    picture.blit(band, (0, 0))


def _draw_ramp(kit: Kit, picture: pygame.Surface, ramp: Ramp, rect: pygame.Rect) -> None:
    steps = len(ramp.colours) - 1
    for x in range(rect.width):
        along = x / max(1, rect.width - 1) * steps
        left = min(int(along), steps - 1)
        colour = mixed(ramp.colours[left], ramp.colours[left + 1], along - left)
        pygame.draw.line(picture, colour, (rect.left + x, rect.top), (rect.left + x, rect.bottom - 1))
    pygame.draw.rect(picture, kit.palette.ink, rect, 1)
    low, high = (kit.word(text, SMALL_SIZE, kit.palette.quiet) for text in (ramp.low, ramp.high))
    picture.blit(low, (rect.left, rect.bottom + kit.px(2)))
    picture.blit(high, (rect.right - high.get_width(), rect.bottom + kit.px(2)))


def _draw_bar(kit: Kit, picture: pygame.Surface, scale: float, y: int) -> None:
    """A bar of a round length."""
    km = max((step for step in BAR_STEPS_KM if step * scale <= kit.px(BAR_PX)), default=BAR_STEPS_KM[0])
    left, long, thick = kit.px(PAD), round(km * scale), max(2, kit.px(3))
    for quarter in range(4):
        colour = kit.palette.text if quarter % 2 == 0 else kit.palette.quiet
        start, end = long * quarter // 4, long * (quarter + 1) // 4
        picture.fill(colour, pygame.Rect(left + start, y + kit.px(8), end - start, thick))
    word = kit.word(_("{km} km").format(km=km), SMALL_SIZE, kit.palette.quiet)
    picture.blit(word, (left + long + kit.px(6), y + kit.px(9) - word.get_height() // 2))

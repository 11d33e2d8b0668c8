"""The key of the map: the symbols of the kinds of formation, and what is said by each sign that stands on the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pygame

from wargame.catalogue import _
from wargame.engine.vocabulary import word as spoken_word
from wargame.model.codes import Kind
from wargame.ui.map.board import Board, Shape
from wargame.ui.map.camps import Hue
from wargame.ui.map.counters import card, disc, dot
from wargame.ui.map.looks import MOST_CARDS, Form, Look, extent, figure_of
from wargame.ui.map.panels import PAD, ROW, SMALL_SIZE, Kit, headed, panel
from wargame.ui.map.patterns import averaged
from wargame.ui.map.symbols import SYMBOLS, Frame

STRENGTH = 4200  # 1/1000 brigade, on the counters of the key
CARD, SMALL_CARD = 40, 32  # px at interface scale 1, of the card, and of those whose shares chip and pip are
SYMBOL, SYMBOL_ROOM = (26, 16), 34  # px at interface scale 1
SYMBOL_PAPER = (226, 224, 212)
STROKE, LEAST_STROKE = 1.3, 4  # px at interface scale 1, and fine px
COLUMN_GAP, SIGN_GAP, LINE = 12, 10, 17  # px at interface scale 1
DISC = 12  # px at interface scale 1, of a place without ground


class Sign(NamedTuple):
    """A sign of the map and the lines that tell what it says."""

    picture: pygame.Surface
    width: int  # px, without the shadow
    lines: tuple[str, ...]

    def high(self, kit: Kit) -> int:
        """What it takes of the key, px."""
        return max(len(self.lines) * kit.px(LINE), self.picture.get_height() + kit.px(1))


def key_panel(kit: Kit, board: Board, code: str) -> pygame.Surface:
    """The symbols with their names, and the signs of a board; on its counters a state of this `code`."""
    names, signs = {kind: spoken_word(kind) for kind in Kind}, list(_signs(kit, board, code))
    column = kit.px(SYMBOL_ROOM) + max(kit.wide(name, SMALL_SIZE) for name in names.values()) + kit.px(COLUMN_GAP)
    beside = kit.px(PAD + SIGN_GAP) + max(sign.width for sign in signs)
    told = beside + max(kit.wide(line, SMALL_SIZE) for sign in signs for line in sign.lines) + kit.px(PAD)
    half = -(-len(Kind) // 2)
    across = max(2 * column + kit.px(2 * PAD - COLUMN_GAP), told)
    picture = panel(kit, across, kit.px(2 * PAD + 28) + half * kit.px(ROW) + sum(sign.high(kit) for sign in signs))
    top = headed(kit, picture, _("Formations"))
    for number, kind in enumerate(Kind):
        x, y = kit.px(PAD) + number // half * column, top + number % half * kit.px(ROW)
        picture.blit(_symbol(kit, kind), (x, y + kit.px((ROW - SYMBOL[1]) / 2)))
        _write(kit, picture, names[kind], (x + kit.px(SYMBOL_ROOM), y + kit.px(ROW) // 2))
    _draw_signs(kit, picture, signs, beside, top + half * kit.px(ROW) + kit.px(6))
    return picture.convert_alpha()


def _signs(kit: Kit, board: Board, code: str) -> Iterator[Sign]:
    look = Look(Kind.MECHANISED, Hue.COUNCIL, code, figure_of(STRENGTH), MOST_CARDS, kit.px(CARD))
    parts = (_("band: whose they are"), _("figure: strength, brigades"), _("disc: how many formations"))
    yield Sign(card(look, kit.palette), extent(look)[0], parts)
    for form, told in (
        (Form.CHIP, _("where room is short: whose, strength")),
        (Form.PIP, _("and shorter still: the side")),
    ):
        small = look._replace(form=form, size=kit.px(SMALL_CARD))
        yield Sign(card(small, kit.palette), extent(small)[0], (told,))
    town = dot(kit.ui, kit.palette)
    yield Sign(town, town.get_width(), (_("the town a region is named by"),))
    if any(site.shape is Shape.TOKEN for site in board.sites.values()):
        place = disc(kit.px(DISC), kit.palette.land[Hue.COUNCIL], kit.ui, kit.palette)
        yield Sign(place, kit.px(DISC), (_("a place whose land the map does not show"),))


def _draw_signs(kit: Kit, picture: pygame.Surface, signs: list[Sign], beside: int, top: int) -> None:
    """Each sign in the middle of its column, its lines to the right of it."""
    for sign in signs:
        high, middle = sign.high(kit), (kit.px(PAD) + beside - kit.px(SIGN_GAP)) // 2
        picture.blit(sign.picture, (middle - sign.width // 2, top + (high - sign.picture.get_height()) // 2))
        first = top + (high - (len(sign.lines) - 1) * kit.px(LINE)) // 2
        for number, line in enumerate(sign.lines):
            _write(kit, picture, line, (beside, first + number * kit.px(LINE)))
        top += high


def _write(kit: Kit, picture: pygame.Surface, text: str, at: tuple[int, int]) -> None:
    """A word, from the middle of its left side."""
    word = kit.word(text, SMALL_SIZE, kit.palette.text)
    picture.blit(word, (at[0], at[1] - word.get_height() // 2))


def _symbol(kit: Kit, kind: Kind) -> pygame.Surface:
    def paint(picture: pygame.Surface) -> None:
        rect = picture.get_rect().inflate(-2, -2)
        pygame.draw.rect(picture, SYMBOL_PAPER, rect)
        frame = Frame(picture, rect, kit.palette.ink, max(LEAST_STROKE, kit.px(STROKE * LEAST_STROKE)))
        SYMBOLS[kind](frame)
        frame.border()

    return averaged((kit.px(SYMBOL[0]), kit.px(SYMBOL[1])), paint)

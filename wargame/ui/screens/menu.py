"""The first screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from wargame.catalogue import _
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Badge, Icon, Label
from wargame.ui.kit.layout import GAP, Column, Cross, Highest, Pile, Row, gap
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.pieces import Ground
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import SIDE_MARKS, Tone
from wargame.ui.theme.type import BODY, DISPLAY, SMALL

WIDE = 380  # logical units, as all below
PAD = 28
EDGE = 64
HALF = (WIDE - 2 * PAD - GAP) // 2  # of two ways side by side


@dataclass(frozen=True)
class Ways:
    """Where the menu leads."""

    new: Callable[[], None]
    resume: Callable[[], None]
    load: Callable[[], None]
    settings: Callable[[], None]
    credits: Callable[[], None]
    quit: Callable[[], None]


def menu(ways: Ways, last: str, version: str) -> Widget:
    """Title and ways; `last` tells of the game that can be continued, empty for none."""
    resume = Button("resume", _("Continue"), ways.resume, _("Go on with the last game"), icon="play")
    resume.on_key(pygame.K_c)
    if not last:
        resume.blocked = _("No game has been begun yet.")
    first, second = (Kind.NORMAL, Kind.PRIMARY) if last else (Kind.PRIMARY, Kind.NORMAL)
    resume.kind = second
    head = [
        Row(Icon("shield", Tone.ACCENT_HOVER, 40), Label(_("Tripwire"), DISPLAY), cross=Cross.MIDDLE, gap=14),
        Label(_("A wargame of collective defence"), BODY, Tone.DIM),
        Row(*(Badge(mark) for mark in SIDE_MARKS.values()), gap=6),
    ]
    new = Button("new", _("New game"), ways.new, _("Choose a scenario and a side"), first, "flag").on_key(pygame.K_n)
    play = [new, resume, *([Label(last, SMALL, Tone.DIM)] if last else [])]
    load, *others = _others(ways)
    high = [*head, Widget().sized(high=12), *play, load, *others]
    low = [*head, *play, _two(load, others[0]), _two(*others[1:])]
    return Pile(Ground(), Highest(_page(high, version), _page(low, version)))


def _others(ways: Ways) -> list[Widget]:
    """The ways beside those into a new game and the last one."""
    return [
        Button("load", _("Load"), ways.load, _("Choose one of the saved games"), icon="folder-open").on_key(pygame.K_l),
        Button("settings", _("Settings"), ways.settings, _("Size, colours, screen"), icon="settings"),
        Button("credits", _("Credits"), ways.credits, _("What the game is made of"), icon="info"),
        Button("quit", _("Quit"), ways.quit, _("Leave the game"), icon="log-out").on_key(pygame.K_q),
    ]


def _two(left: Widget, right: Widget) -> Widget:
    """Two ways side by side, of one width."""
    return Row(*(Column(way).sized(wide=HALF) for way in (left, right)))


def _page(rows: Sequence[Widget], version: str) -> Widget:
    """A card of rows at the left, and the version at the foot."""
    card = Column(*rows, gap=10, pad=PAD, box=BoxStyle(Tone.PANEL, Tone.LINE, 12)).sized(wide=WIDE)
    foot = Row(gap(), Label(version, SMALL, Tone.FAINT))
    return Column(gap(), Row(card, gap(), cross=Cross.MIDDLE), gap(), foot, pad=EDGE // 2)

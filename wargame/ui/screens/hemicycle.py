"""The hemicycle: members of a council in rows of a half circle, each with its flag, and its position by colour and sign."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from pygame import Rect

from wargame.model.codes import Position
from wargame.ui.kit.button import Pressable
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.figure import Opens
from wargame.ui.kit.widget import Host, Size, Widget
from wargame.ui.screens.positions import PATTERNS, SIGNS, TONES
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.flags import draw_flag
from wargame.ui.theme.palette import Pattern, Tone
from wargame.ui.theme.theme import Theme
from wargame.ui.theme.type import CAPTION

ROWS = ((8, 1), (19, 2), (34, 3), (64, 4))  # so many members, so many rows
WIDEST = 52  # logical units, as all below: the room of a seat
CHAIR = 0.85  # of that room: a seat; less than the nearest two middles are apart
FLAG = (0.78, 0.5)  # of a seat: width and height of the flag
SIGN = 0.36  # of a seat: height of the band with the sign
SPREAD = 1.2  # from seat to seat, of that room
LOW = math.radians(4)  # the ends of the half circle stand a little above its foot


QUIET = {Position.SILENT: Tone.DIM}  # the many who say nothing shall not outshine those who speak


@dataclass(frozen=True)
class Seat:
    """A member in its seat; no position where it has not spoken yet."""

    state: str
    says: str  # what the tooltip tells
    position: Position | None
    opens: Opens | None = None


@dataclass(frozen=True)
class Plan:
    """Where the seats stand: middles from the left, relative to the middle of the foot, in units of a seat's side."""

    spots: tuple[tuple[float, float], ...]
    wide: float
    high: float


def plan_of(count: int) -> Plan:
    """The half circle for so many members, from left to right."""
    rows = next((rows for most, rows in ROWS if count <= most), ROWS[-1][1])
    inner = max(1.1, SPREAD * count / (math.pi * rows) - (rows - 1) / 2)
    radii = [inner + SPREAD * row for row in range(rows)]
    shares = [radius / sum(radii) for radius in radii]
    counts = [round(count * share) for share in shares]
    counts[-1] += count - sum(counts)
    spots = [spot for radius, some in zip(radii, counts, strict=True) for spot in _arc(radius, some)]
    spots.sort(key=lambda spot: math.atan2(spot[1], -spot[0]))
    return Plan(tuple(spots), 2 * radii[-1] + 1.1, radii[-1] + 1.1)


def _arc(radius: float, count: int) -> list[tuple[float, float]]:
    if count == 1:
        return [(0.0, radius)]
    span = math.pi - 2 * LOW
    angles = [math.pi - LOW - span * k / (count - 1) for k in range(count)]
    return [(radius * math.cos(angle), radius * math.sin(angle)) for angle in angles]


class Hemicycle(Widget):
    """Seats in the order given, from the left; as wide as there is room."""

    def __init__(self, widget_id: str, seats: Sequence[Seat]) -> None:
        super().__init__([Chair(f"{widget_id}.{seat.state}", seat) for seat in seats])
        self._plan = plan_of(len(seats))

    def content(self, theme: Theme, room: int) -> Size:
        """High enough for the half circle in the room that there is."""
        side = self._side(theme, room)
        return round(self._plan.wide * side), round(self._plan.high * side)

    def place(self, theme: Theme, rect: Rect) -> None:
        """Put every seat where it stands."""
        self.rect = rect
        side = self._side(theme, rect.w)
        foot = rect.y + round(self._plan.high * side) - side // 2
        for chair, (x, y) in zip(self.kids, self._plan.spots, strict=True):
            box = Rect(0, 0, int(side * CHAIR), int(side * CHAIR))
            box.center = (rect.centerx + round(x * side), foot - round(y * side))
            chair.place(theme, box)

    def _side(self, theme: Theme, room: int) -> int:
        return max(1, min(int(room / self._plan.wide), theme.px(WIDEST)))


class Chair(Pressable):
    """One member: its flag, and below it the sign of its position on the position's colour."""

    def __init__(self, widget_id: str, seat: Seat) -> None:
        super().__init__(widget_id if seat.opens else "", seat.says, lambda: None)
        self.seat = seat

    def draw(self, canvas: Canvas) -> None:
        """Draw it."""
        rect, position = self.rect, self.seat.position
        tone = Tone.SUNKEN if position is None else QUIET.get(position, TONES[position])
        lit = bool(self.id) and canvas.hover == self.id
        canvas.box(rect, BoxStyle(tone, Tone.FOCUS if lit else Tone.LINE, 5))
        canvas.hatch(rect, Pattern.PLAIN if position is None else PATTERNS[position])
        flag = Rect(0, 0, round(rect.w * FLAG[0]), round(rect.h * FLAG[1]))
        flag.midtop = (rect.centerx, rect.y + max(2, round(rect.h * 0.09)))
        canvas.fill(flag.inflate(2, 2), Tone.GROUND)
        draw_flag(canvas.surface, flag, self.seat.state, canvas.theme.colour(Tone.FAINT))
        if position is not None:
            band = Rect(0, 0, round(rect.w * 0.5), round(rect.h * SIGN))
            band.midbottom = (rect.centerx, rect.bottom - 1)
            canvas.box(band, BoxStyle(Tone.GROUND, None, 3))
            sign = canvas.theme.text(SIGNS[position], CAPTION, Tone.TEXT)
            canvas.surface.blit(sign, sign.get_rect(center=band.center))

    def activate(self, host: Host) -> None:
        """Open what the member says."""
        if self.seat.opens is not None:
            self.seat.opens(host, self.rect)

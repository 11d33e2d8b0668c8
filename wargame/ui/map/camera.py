"""What part of the sheet is looked at, and how large."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

CLOSEST = 12.0  # times the whole sheet: beyond it lines are only thicker
STEP = 1.25  # of a notch of the wheel
ZOOM_DIGITS = 6  # so that a step nearer and one farther lead back to the same scale, whose tiles are kept


@dataclass(frozen=True)
class Area:
    """A rectangle of the window, px."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: float, y: float) -> bool:
        """A point lies inside."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@dataclass(frozen=True)
class Camera:
    """A look at a sheet of `sheet_km` through an area of the window; `zoom` 1 shows the whole sheet.

    A sheet smaller than the area stands in its middle; a larger one is never left. What follows from a look is worked out
    once: a frame asks for it hundreds of times.
    """

    area: Area
    sheet_km: tuple[float, float]
    zoom: float = 1.0
    centre_km: tuple[float, float] = (0.0, 0.0)

    @cached_property
    def scale(self) -> float:
        """px a km."""
        width, height = self.sheet_km
        return self.zoom * min(self.area.width / width, self.area.height / height)

    @cached_property
    def sheet_px(self) -> tuple[int, int]:
        """The size of the whole sheet, px."""
        return round(self.sheet_km[0] * self.scale), round(self.sheet_km[1] * self.scale)

    @cached_property
    def corner_px(self) -> tuple[int, int]:
        """Where the top left corner of the area lies on the sheet, px of the sheet."""
        across = _held(self.centre_km[0] * self.scale, self.area.width, self.sheet_px[0])
        down = _held(self.centre_km[1] * self.scale, self.area.height, self.sheet_px[1])
        return across, down

    def to_window(self, x_km: float, y_km: float) -> tuple[float, float]:
        """A place of the sheet in the window, px."""
        left, top = self.corner_px
        return x_km * self.scale - left + self.area.x, y_km * self.scale - top + self.area.y

    def to_sheet(self, x: float, y: float) -> tuple[float, float]:
        """A point of the window on the sheet, km."""
        left, top = self.corner_px
        return (x - self.area.x + left) / self.scale, (y - self.area.y + top) / self.scale

    def at(self, x_km: float, y_km: float) -> Camera:
        """The same look with another middle."""
        return replace(self, centre_km=(x_km, y_km))._settled()

    def panned(self, across: float, down: float) -> Camera:
        """The look after the sheet was dragged by so many px."""
        left, top = self.corner_px
        middle = (left - across + self.area.width / 2, top - down + self.area.height / 2)
        return self.at(middle[0] / self.scale, middle[1] / self.scale)

    def zoomed(self, factor: float, x: float, y: float) -> Camera:
        """Nearer or farther, with what lies under the cursor staying there as far as the edge of the sheet lets it."""
        held = self.to_sheet(x, y)
        zoom = round(min(max(self.zoom * factor, 1.0), CLOSEST), ZOOM_DIGITS)
        nearer = replace(self, zoom=zoom)
        dx, dy = x - self.area.x - self.area.width / 2, y - self.area.y - self.area.height / 2
        return nearer.at(held[0] - dx / nearer.scale, held[1] - dy / nearer.scale)

    def _settled(self) -> Camera:
        """The middle moved to where the look really is, so that panning back from an edge starts at once."""
        left, top = self.corner_px
        middle = (left + self.area.width / 2) / self.scale, (top + self.area.height / 2) / self.scale
        return replace(self, centre_km=middle)


def _held(centre: float, view: int, sheet: int) -> int:
    if sheet <= view:
        return -((view - sheet) // 2)
    return round(min(max(centre - view / 2, 0), sheet - view))

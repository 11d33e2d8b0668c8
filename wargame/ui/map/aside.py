"""Cards that a panel, or the edge of the window, would cover in part: they stand aside, so that nothing is missing from the map."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.ui.map.placing import Rect

FARTHEST = 1.0  # of its own width or height that a card may be moved


def aside(rect: Rect, area: Rect, covered: Sequence[Rect]) -> Rect | None:
    """Where a card would stand that is covered in part; None where panels leave no room close by."""
    moved = _inside(rect, area)
    for panel in covered:
        if panel.meets(moved):
            moved = _off(moved, panel)
    far = abs(moved.left - rect.left) > FARTHEST * rect.width or abs(moved.top - rect.top) > FARTHEST * rect.height
    if far or not area.holds(moved) or any(panel.meets(moved) for panel in covered):
        return None
    return moved


def _inside(rect: Rect, area: Rect) -> Rect:
    """The same within the edges of the window."""
    left = min(max(rect.left, area.left), area.right - rect.width)
    top = min(max(rect.top, area.top), area.bottom - rect.height)
    return Rect(left, top, rect.width, rect.height)


def _off(rect: Rect, panel: Rect) -> Rect:
    """The same moved off a panel, the shortest way."""
    ways = (
        (panel.left - rect.right, 0.0),
        (panel.right - rect.left, 0.0),
        (0.0, panel.top - rect.bottom),
        (0.0, panel.bottom - rect.top),
    )
    across, down = min(ways, key=lambda way: abs(way[0]) + abs(way[1]))
    return rect.moved(across, down)

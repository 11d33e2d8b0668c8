"""What a total of points is called (rulebook 13)."""

from __future__ import annotations

from wargame.catalogue import _

FULL = 1000  # kept values in a point
DECISIVE, CLEAR, MARGINAL = 75, 60, 45  # points (rulebook 13)


def in_points(score: int) -> float:
    """A score (1/1000 point) as it is shown, to a tenth: what is said of it is said of the figure that is read."""
    return round(score / FULL, 1)


def grade(points: float) -> str:
    """What a total, as it is shown, is called."""
    for least, word in ((DECISIVE, _("decisive")), (CLEAR, _("clear")), (MARGINAL, _("marginal"))):
        if points >= least:
            return word
    return _("failed")

"""What an objective reads, in the unit in which it is shown elsewhere: per cent, rungs, points, influence."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.model.codes import Reading

TENTHS = 10  # kept values in a per cent, or in a point of influence
HUNDREDTHS = 100  # in a point of motive
FULL = 1000  # in a rung
RUNGS = (Reading.ESCALATION_PEAK,)
MOTIVES = (Reading.ATTACK_GAIN, Reading.EXPOSED_GAIN)
INFLUENCE = (Reading.DISCORD,)


def in_unit(reading: int, value: int) -> str:
    """A value as an objective reads it, with its unit and a true minus."""
    kind = Reading(reading)
    if kind in RUNGS:
        said = _("rung {value}").format(value=f"{value / FULL:.1f}")
    elif kind in MOTIVES:
        said = f"{value / HUNDREDTHS:+.2f}"
    elif kind in INFLUENCE:
        said = f"{value / TENTHS:.1f}"
    else:
        said = f"{value / TENTHS:.1f} %"
    return said.replace("-", "−")

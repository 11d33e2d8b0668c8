"""Presence: the land that states hold, and where their forces stand, as near as it is to every other state's people.

Fills two tables (observer, other): `nearest`, the best reach 0 to 1, and `offence`, attack value in reach in points.
"""

from __future__ import annotations

from wargame.model.columns import Table
from wargame.model.state import Contribution, Formation, Region
from wargame.model.world import Kinds, Reach
from wargame.rules.law import stage
from wargame.rules.membership import Floats


@stage
def look_at_land(regions: Table[Region], reach: Table[Reach], nearest: Floats) -> None:
    """The land that states hold."""
    for r in range(regions.size):
        holder = regions[r].controller
        if holder >= 0:
            for i in range(nearest.shape[0]):
                nearest[i, holder] = max(nearest[i, holder], reach[r, i].near)


@stage
def look_at_forces(
    formations: Table[Formation], kinds: Table[Kinds], reach: Table[Reach], nearest: Floats, offence: Floats
) -> None:
    """Where national forces stand and what they could attack with; covert ones are not seen."""
    for u in range(formations.size):
        unit = formations[u]
        if unit.alive and unit.owner >= 0 and unit.at >= 0 and kinds[unit.kind].covert <= 0.0:
            _stand(
                kinds[unit.kind].attack * (unit.strength * unit.readiness) * 1e-6,
                unit,
                unit.owner,
                reach,
                nearest,
                offence,
            )


@stage
def look_at_standing_forces(
    contributions: Table[Contribution],
    formations: Table[Formation],
    kinds: Table[Kinds],
    reach: Table[Reach],
    nearest: Floats,
    offence: Floats,
) -> None:
    """Multinational forces count for their contributors by share."""
    for k in range(contributions.size):
        part = contributions[k]
        if part.alive and formations[part.formation].alive and formations[part.formation].at >= 0:
            unit = formations[part.formation]
            strength = kinds[unit.kind].attack * (unit.strength * unit.readiness) * 1e-9 * part.share
            _stand(strength, unit, part.country, reach, nearest, offence)


@stage
def _stand(strength: float, unit: Formation, owner: int, reach: Table[Reach], nearest: Floats, offence: Floats) -> None:
    for i in range(nearest.shape[0]):
        near = reach[unit.at, i].near
        nearest[i, owner] = max(nearest[i, owner], near)
        offence[i, owner] += strength * near

"""What a plan is worth to a seat: the terms by which an AI compares, read from the futures of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.futures import Forecast
from wargame.model.codes import BodyKind
from wargame.model.events import TermMap
from wargame.model.view import View
from wargame.rules.economy import banked, influence_earned
from wargame.rules.law import plain

RELIEF = 40.0  # points for members who cease to feel any threat
ARMY = 40.0  # points lost to enemies in war who have all the land forces: they decide what comes after the futures seen
ESCALATION = {BodyKind.COUNCIL: 0.6, BodyKind.LEADERSHIP: 0.3, BodyKind.NATION: 0.3}  # points a rung
DISCORD = {
    BodyKind.COUNCIL: -0.2,
    BodyKind.LEADERSHIP: 0.6,
    BodyKind.NATION: -0.2,
}  # points for each influence that consensus would cost the councils
DOWNFALL = 100.0  # points for a leadership that loses its hold: the game is over, whatever else stands well
PLEDGE = 40.0  # points for an attack on a member that stands unanswered: what an alliance is for
STRAIN = 1.5  # points for each request for forces, which wears off the members' will to give in later turns
INFLUENCE = 0.006  # points for each 1/10 of influence kept that the bank has room for


@dataclass(frozen=True)
class Worth:
    """A value and its terms, 1/1000 point; the value is the sum of the terms."""

    terms: TermMap

    @property
    def value(self) -> int:
        """The sum of the terms."""
        return sum(self.terms.values())


def worth_of(view: View, forecast: Forecast, spent: int, requests: int) -> Worth:
    """What the futures of a plan are worth, by terms: the seat's own objectives first, then what it wants beside them.

    `spent` is the influence that the plan costs (1/10), `requests` how often it asks the members for forces.
    """
    kind = BodyKind(view.world.bodies[view.body].kind)
    return Worth(
        {
            "objectives": round(1000 * forecast.score(view.world, view.body)),
            "relief": -round(RELIEF * forecast.felt(view.body)),
            "pledge": -round(1000 * PLEDGE * forecast.unanswered(view.body)),
            "downfall": -round(1000 * DOWNFALL * forecast.fallen(view.body)),
            "army": -round(1000 * ARMY * (1.0 - forecast.army(view.body))),
            "escalation": -round(1000 * ESCALATION[kind] * forecast.escalation()),
            "strain": -round(1000 * STRAIN * requests),
            "influence": -round(1000 * INFLUENCE * missed(view, spent)),
            "discord": round(1000 * DISCORD[kind] * forecast.discord()),
        }
    )


def missed(view: View, spent: int) -> int:
    """How much less the bank holds after the next briefing for influence spent now (1/10): what it has no room for is lost."""
    numbers, side = view.world.state_numbers[0], view.state.bodies[view.body]
    earned = plain(influence_earned)(numbers, side.cohesion, side.unkept)
    left = [plain(banked)(numbers, int(side.influence) - cost, earned) for cost in (0, spent)]
    return left[0] - left[1]

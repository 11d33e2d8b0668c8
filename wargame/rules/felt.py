"""Threat felt, from its parts (rulebook 6): the one fold that every reading of threat goes through."""

from __future__ import annotations

from wargame.model.numbers import ThreatNumbers
from wargame.model.state import Pair
from wargame.rules.law import law, stage
from wargame.rules.numeric import clamp, quantise

Parts = tuple[int, int, int, int]  # by terms.ThreatTerm, 1/1000


@law("THREAT-5", "rulebook 6; Walt 1985, balance of threat")
def threat_parts(
    n: ThreatNumbers, aggregate: int, proximity: int, offensive: int, intentions: int, pledged: int
) -> Parts:
    """Threat is power, nearness and offensive strength, as far as harm is believed to be meant, and what allies fear.

    All values are 1/1000. The sum of the parts is at most 1000: where they would pass it, the later part is cut.
    """
    believed = n.in_force * intentions / 1000.0
    power = clamp(quantise(n.aggregate * aggregate * believed), 0, 1000)
    near = clamp(quantise(n.proximity * proximity * believed), 0, 1000 - power)
    strong = clamp(quantise(n.offensive * offensive * believed), 0, 1000 - power - near)
    return power, near, strong, added_for_allies(power + near + strong, pledged)


@stage
def added_for_allies(own: int, pledged: int) -> int:
    """The last part of threat (THREAT-5): what is felt for allies, as far as what is felt for oneself leaves room for it."""
    return clamp(int(pledged), 0, 1000 - own)


@stage
def threat_felt(n: ThreatNumbers, aggregate: int, proximity: int, offensive: int, intentions: int, pledged: int) -> int:
    """Threat is the sum of its parts, 1/1000."""
    power, near, strong, for_allies = threat_parts(n, aggregate, proximity, offensive, intentions, pledged)
    return power + near + strong + for_allies


@stage
def felt_of(n: ThreatNumbers, pair: Pair) -> int:
    """What one state feels of another, by the parts that its pair keeps."""
    return threat_felt(n, pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.pledged)


@stage
def believe(n: ThreatNumbers, pair: Pair, belief: int) -> None:
    """What one state believes of another's intentions from now on (1/1000): the threat follows the belief at once.

    Whoever changes a belief does it here. The other parts, and whom each fears most, change at the weekly reckoning.
    """
    pair.intentions = belief
    pair.threat = felt_of(n, pair)

"""What each formation type can do, for one brigade-equivalent (1000 of strength) at full readiness."""

from dataclasses import dataclass

from wargame.model.codes import Capability, Kind


@dataclass(frozen=True)
class KindFacts:
    """Values of a formation type; a scenario's strengths multiply attack and defence."""

    attack: float  # points
    defence: float  # points
    pace: float  # km a day on good roads
    capability: Capability  # what kind of request it answers
    reach: float = 0.0  # km beyond its region
    covert: int = 0  # 1 where others know of it only when attributed


KINDS: dict[Kind, KindFacts] = {
    Kind.ARMOURED: KindFacts(10.0, 9.0, 60.0, Capability.LAND),
    Kind.MECHANISED: KindFacts(8.0, 9.0, 70.0, Capability.LAND),
    Kind.INFANTRY: KindFacts(4.0, 7.0, 40.0, Capability.LAND),
    Kind.AIRBORNE: KindFacts(7.0, 7.0, 120.0, Capability.LAND),
    Kind.ARTILLERY: KindFacts(6.0, 3.0, 60.0, Capability.LAND, reach=300.0),
    Kind.AIR_DEFENCE: KindFacts(1.0, 8.0, 60.0, Capability.AIR, reach=250.0),
    Kind.AIR: KindFacts(9.0, 7.0, 1500.0, Capability.AIR, reach=700.0),
    Kind.FLEET: KindFacts(5.0, 6.0, 600.0, Capability.SEA, reach=300.0),
    Kind.SUBMARINE: KindFacts(6.0, 5.0, 500.0, Capability.SEA, reach=300.0, covert=1),
    Kind.SPECIAL: KindFacts(3.0, 3.0, 150.0, Capability.LAND, covert=1),
    Kind.CYBER: KindFacts(0.0, 0.0, 0.0, Capability.LAND, covert=1),
}

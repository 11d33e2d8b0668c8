"""What explained values are made of: a vocabulary of terms for each kind of value, in the order in which they are kept."""

from enum import IntEnum

TERM_LIMIT = 18  # length of every terms row


class Support(IntEnum):
    """Terms of a member's support for a draft (rulebook 3), each in 1/1000 point."""

    BASE = 0
    THREAT = 1
    SOLIDARITY = 2
    DOMESTIC = 3
    AFFINITY = 4
    EXPOSURE = 5
    RISK = 6
    TRIPWIRE = 7
    SEVERITY = 8
    DISPOSITION = 9
    LOBBYING = 10
    COMPANY = 11
    AGGRESSION = 12
    CONSULTED = 13
    STANCE = 14
    DAUNTED = 15
    DELEGATE = 16
    SOVEREIGNTY = 17


class ThreatTerm(IntEnum):
    """Terms of the threat one state feels from another, 1/1000."""

    AGGREGATE = 0
    PROXIMITY = 1
    OFFENSIVE = 2
    PLEDGES = 3


class PowerFactor(IntEnum):
    """Factors of a formation's combat power; the value is their product."""

    STRENGTH = 0
    TYPE = 1
    READINESS = 2
    SUPPLY = 3
    GROUND = 4
    AIR = 5


class MotiveTerm(IntEnum):
    """Terms of the leadership's motive to attack a target (rulebook 8), 1/1000 point."""

    REVISION = 0
    PREVENTION = 1
    DOMESTIC = 2
    LOSSES = 3
    SANCTIONS = 4
    ALLIANCE_WAR = 5
    STABILITY = 6
    COMMITTED = 7


class Answer(IntEnum):
    """Terms of a state's answer to a force request or of its contribution under collective defence, 1/1000 point."""

    SOLIDARITY = 0
    THREAT = 1
    TRIPWIRE = 2
    OPINION = 3
    BURDEN = 4
    HOME_DEFENCE = 5
    ENTRAPMENT = 6
    SEVERITY = 7
    DELEGATE = 8


class StanceTerm(IntEnum):
    """Terms of the worth of a stance to a state, 1/1000 point."""

    THREAT = 0
    PROTECTION = 1
    CREDIBILITY = 2
    COMPANY = 3
    WEAKNESS = 4
    REGIME = 5


class Wish(IntEnum):
    """Terms of a state's wish to join a body, 1/1000 point."""

    THREAT = 0
    TRUST = 1
    PUBLIC = 2
    COMPANY = 3
    TRADITION = 4
    LESSON = 5


class Ratify(IntEnum):
    """Terms of what an ally makes of an applicant, 1/1000 point."""

    BONDS = 0
    THREAT = 1
    DISPUTE = 2
    COMPANY = 3
    PATIENCE = 4
    DISPOSITION = 5
    CONCESSION = 6


class Credibility(IntEnum):
    """The four parts of an alliance (Chun), each 1/1000; credibility is their mean."""

    CONCEPT = 0
    STRATEGY = 1
    FORCES = 2
    BASING = 3

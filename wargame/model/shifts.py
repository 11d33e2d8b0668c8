"""The closed vocabularies of injects: what one may move, and by whom it comes."""

from enum import IntEnum


class Shift(IntEnum):
    """The closed vocabulary of what an inject may move, from outside the game."""

    OPINION = 0  # public support of a state for a firm defence policy
    GOVERNMENT = 1  # support of the government of a state
    PRICES = 2  # prices of a state
    ESCALATION = 3  # of the world
    CHANNELS = 4  # between the adversaries
    COHESION = 5  # of a side
    INFLUENCE = 6  # of a side
    FUNDS = 7  # of a side
    INCIDENT = 8  # an act against a state


class Source(IntEnum):
    """By whom an inject comes."""

    SCENARIO = 0  # as it is written there
    FACILITATOR = 1

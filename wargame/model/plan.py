"""A Plan: what the seats decided, as tables the rules can read. Made from orders by engine/planning."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from wargame.model.codes import MOST_DRAFTS
from wargame.model.columns import NOBODY, Row, Table, Who, column, empty_table, flag, permille, row_of
from wargame.model.state import LEGS, MOST_POINTS, State

ASKS = 8  # most force requests in one turn
CONCESSIONS = 8  # most demands met in one turn
MOST_BROKEN = 3  # laws that one march can break

Numbers = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


class Given(Row):
    """Whether a body's seat decided (table body); a leadership that did not is assumed in futures."""

    decided = flag("the seat gave its orders")


class Draft(Row):
    """A draft on the agenda."""

    alive = flag("is on the agenda")
    body = row_of("bodies", "of which council or leadership")
    measure = row_of("measures", "what")
    ambition = column("1 to 3", 0, 3, "how far")
    lowest = column("1 to 3", 0, 3, "how far down the sponsor will redraft")
    against = row_of("countries", "whom it answers")
    helps = row_of("countries", "whom it helps")
    on = row_of("regions", "where")
    incident = row_of("incidents", "the incident it answers, for collective defence")
    automatic = flag("lobbying is spent by value, not by bids")
    company = column("members", -64, 64, "members in favour less those against, as last heard")
    kept = flag("prolongs what is in force, as last read")


class Bid(Row):
    """Lobbying of one member for one draft, and what that member's delegate says to both (table draft x country)."""

    points = column("1/1000 point", 0, MOST_POINTS, "support bought", Who.OWNER)
    spoken = flag("its delegate has spoken", Who.OWNER)
    first = column("Position", 0, 3, "that it takes on the draft as tabled", Who.OWNER)
    first_price = permille("what that costs its government in support", Who.OWNER)
    lower = column("Position", 0, 3, "that it takes on the draft read lower", Who.OWNER)
    lower_price = permille("what that costs its government in support", Who.OWNER)
    refused = flag("it does not take what is bid", Who.OWNER)
    asked = column("1/1000 point", 0, MOST_POINTS, "for how much it would have; 0 for none", Who.OWNER)


class Move(Row):
    """A formation's order (table formation)."""

    given = flag("has a new order", Who.OWNER)
    posture = column("Posture", 0, 4, "how", Who.OWNER)
    loss_limit = column("1/1000", 0, 1000, "break off after these losses", Who.OWNER)
    released = flag("is given back to national command, or left to the defence plan", Who.OWNER)


class PlanLeg(Row):
    """One region of an ordered path (table formation x LEGS)."""

    to = row_of("regions", "next region; -1 after the end", Who.OWNER)


class Ask(Row):
    """A request for forces to be put to the states."""

    alive = flag("is asked")
    body = row_of("bodies", "by whom")
    capability = column("Capability", 0, 2, "what")
    place = row_of("regions", "where")
    weeks = column("weeks", 1, 104, "how long")


class Reply(Row):
    """What a member's delegate says to a request for forces (table ask x country)."""

    spoken = flag("its delegate has spoken", Who.OWNER)
    gives = flag("it is willing to give", Who.OWNER)
    price = permille("what that costs its government in support", Who.OWNER)


class Concession(Row):
    """A demand of a member that is to be met, so that it ratifies."""

    alive = flag("is offered")
    body = row_of("bodies", "by whom")
    member = row_of("countries", "whose demand")
    applicant = row_of("countries", "for whose accession")
    points = column("1/1000 point", 0, MOST_POINTS, "how much of it")


class Sound(Row):
    """A sounding (table body x country)."""

    asked = flag("is sounded out", Who.OWNER)


class Plan(NamedTuple):
    """All decisions of a turn."""

    given: Table[Given]
    drafts: Table[Draft]
    bids: Table[Bid]
    moves: Table[Move]
    legs: Table[PlanLeg]
    asks: Table[Ask]
    concessions: Table[Concession]
    soundings: Table[Sound]
    replies: Table[Reply]


class UnitOrders(NamedTuple):
    """Marches and releases that are judged together; a place of each array is an order."""

    formation: Numbers  # rows of formations
    release: Numbers  # 1 for a release, 0 for a march
    length: Numbers  # legs of its path
    legs: Numbers  # order, leg: rows of places
    found: Numbers  # how many laws it breaks
    broken: Numbers  # order, number: the numbers of these laws


def blank_unit_orders(size: int) -> UnitOrders:
    """Room for so many orders."""
    formation, release, length, found = np.zeros((4, size), np.int64)
    legs = np.full((size, LEGS), NOBODY, np.int64)
    return UnitOrders(formation, release, length, legs, found, np.zeros((size, MOST_BROKEN), np.int64))


def empty_plan(state: State) -> Plan:
    """A plan in which no seat decided anything, sized for `state`."""
    bodies, countries = state.members.shape
    drafts = bodies * MOST_DRAFTS
    formations = state.formations.size
    return Plan(
        empty_table(Given, bodies),
        empty_table(Draft, drafts),
        empty_table(Bid, drafts, countries),
        empty_table(Move, formations),
        empty_table(PlanLeg, formations, LEGS),
        empty_table(Ask, ASKS),
        empty_table(Concession, CONCESSIONS),
        empty_table(Sound, bodies, countries),
        empty_table(Reply, ASKS, countries),
    )

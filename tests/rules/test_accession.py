"""Accession: application, invitation, ratification ally by ally (rulebook 1; North Atlantic Treaty Art. 10)."""

from __future__ import annotations

import pytest

from tests.rules.fixed import fixed
from tests.worlds import Side, Site, Small, bare, notes_of, small_world, terms_row
from wargame.model.codes import Grant, Note, Track
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.plan import Plan
from wargame.model.state import Pair
from wargame.model.terms import Ratify, Wish
from wargame.rules import accession as laws
from wargame.rules.law import plain

FIN, NOR, TUR, RUS = range(4)
NATO = 0


def outside() -> Small:
    """Finland outside an alliance of Norway and Turkey, and Russia, which it fears."""
    small = small_world([Site(c) for c in range(4)], sides=[Side((NOR, TUR)), Side((RUS,), leader=RUS)], countries=4)
    small.world.bodies[NATO].enlarges = 1
    for c in range(4):
        small.world.countries[c].regime = 900
    small.state.countries[FIN].top_threat = RUS
    small.state.countries[FIN].opinion = 600
    small.world.countries[FIN].tradition = 500
    for ally in (NOR, TUR):
        small.state.members[NATO, ally].commitment = 700
    return small


def pass_turn(small: Small, days: int = 28) -> None:
    """A briefing, then the weeks of the turn."""
    bare(laws.enlarge)(*small.tuple())
    small.state.clock[0].day += days


def test_threat_speaks_for_joining_and_tradition_against() -> None:
    """ACCESSION-1: the parts fold to the value."""
    n = fixed(
        StateNumbers,
        accede_threat=6.0,
        accede_trust=1.0,
        accede_public=0.8,
        accede_company=0.8,
        accede_tradition=4.5,
        accede_lesson=1.6,
    )
    terms = terms_row()
    value = plain(laws.wish)(n, 500, 600, 600, 0, 0.5, 500, 0, terms)
    assert value == sum(terms)
    assert terms[Wish.THREAT] == 3000
    assert terms[Wish.TRADITION] == -2250
    assert plain(laws.wish)(n, 200, 600, 600, 0, 0.5, 500, 0, terms) < value
    assert plain(laws.wish)(n, 500, 600, 600, 0, 0.5, 500, 1, terms) == value + 1600


@pytest.mark.parametrize(
    ("regime", "occupied", "war", "bound", "may"),
    [(600, 0, 0, 0, True), (590, 0, 0, 0, False), (900, 1, 0, 0, False), (900, 0, 1, 0, False), (900, 0, 0, 1, False)],
)
def test_who_may_apply(regime: int, occupied: int, war: int, bound: int, may: bool) -> None:
    """ACCESSION-2: a democracy that brings neither war nor disputed land, and has not granted its neutrality."""
    assert plain(laws.may_apply)(fixed(StateNumbers, accede_regime=600.0), regime, occupied, war, bound) == may


@pytest.mark.parametrize("track", [Track.APPLIED, Track.INVITED])
def test_who_grants_its_neutrality_turns_back(track: Track) -> None:
    """SETTLE-7: whatever was ratified and conceded is void; with the next war it is free again."""
    small = outside()
    small.state.pairs[FIN, RUS].threat = 700
    own = small.state.countries[FIN]
    own.track, own.track_day = track, 5
    small.state.pairs[NOR, FIN].ratified, small.state.pairs[NOR, FIN].conceded = 1, 300
    small.state.pairs[FIN, RUS].granted = Grant.NEUTRALITY
    pass_turn(small)
    assert (own.track, own.track_day) == (Track.NONE, NOBODY)
    assert (small.state.pairs[NOR, FIN].ratified, small.state.pairs[NOR, FIN].conceded) == (0, 0)
    assert [entry[3] for entry in notes_of(small.record, Note.ACCESSION)] == [Track.NONE]
    pass_turn(small)
    assert own.track == Track.NONE
    small.state.pairs[FIN, RUS].granted = Grant.NOTHING
    pass_turn(small)
    assert own.track == Track.APPLIED


def test_a_dispute_holds_an_ally_up_and_company_and_time_wear_it_down() -> None:
    """ACCESSION-3."""
    n = fixed(
        StateNumbers,
        ratify_base=-0.2,
        ratify_threat=1.5,
        ratify_dispute=7.0,
        ratify_company=1.0,
        ratify_half=15.0,
        ratify_patience=0.1,
    )
    terms = terms_row()
    free = plain(laws.ratification)(n, 0.5, 200, 0, 0, 0.0, 0, 0, terms)
    held = plain(laws.ratification)(n, 0.5, 200, 300, 0, 0.0, 0, 0, terms)
    bought = plain(laws.ratification)(n, 0.5, 200, 300, 0, 0.0, 0, 1500, terms)
    assert (bought, terms[Ratify.CONCESSION]) == (held + 1500, 1500)
    later = plain(laws.ratification)(n, 0.5, 200, 300, 15, 12.0, 0, 0, terms)
    assert later == sum(terms)
    assert free == 600
    assert held == free - 2100
    assert later == held + 500 + 1200
    assert terms[Ratify.DISPUTE] == -2100


def test_a_frightened_state_joins_and_a_calm_one_does_not() -> None:
    """Art. 10: it applies, is invited after talks, and is a member when the last ally has ratified."""
    calm, afraid = outside(), outside()
    for small, felt in ((calm, 100), (afraid, 700)):
        small.state.pairs[FIN, RUS].threat = felt
        for _ in range(20):
            pass_turn(small)
    assert calm.state.countries[FIN].track == Track.NONE
    assert afraid.state.countries[FIN].track == Track.JOINED
    assert afraid.state.members[NATO, FIN].joined == 1
    steps = [entry[3] for entry in notes_of(afraid.record, Note.ACCESSION) if entry[4] < 0]
    assert steps == [Track.APPLIED, Track.INVITED, Track.JOINED]


def test_one_ally_holds_up_what_all_must_ratify() -> None:
    """Arts 10 and 11: with a dispute the last ratification is missing long, and the window of danger stays open."""
    small = outside()
    small.state.pairs[FIN, RUS].threat = 700
    small.world.links[TUR, FIN].dispute = 400
    for _ in range(8):
        pass_turn(small)
    assert small.state.pairs[NOR, FIN].ratified == 1
    assert small.state.pairs[TUR, FIN].ratified == 0
    assert small.state.members[NATO, FIN].joined == 0


@pytest.mark.parametrize(
    ("track", "joined", "ratified", "has"),
    [
        (Track.INVITED, 1, 0, True),
        (Track.APPLIED, 1, 0, False),
        (Track.INVITED, 0, 0, False),
        (Track.INVITED, 1, 1, False),
    ],
)
def test_who_has_a_demand(track: Track, joined: int, ratified: int, has: bool) -> None:
    """ACCESSION-4: a member that has not ratified, of an applicant that is invited."""
    assert plain(laws.has_a_demand)(track, joined, ratified) == has


def held_up() -> Small:
    """Finland is invited, and Turkey will not ratify."""
    small = outside()
    small.state.pairs[FIN, RUS].threat = 700
    small.world.links[TUR, FIN].dispute = 400
    small.state.bodies[NATO].influence = 100
    while small.state.countries[FIN].track != Track.INVITED:
        pass_turn(small)
    return small


def offered(small: Small, member: int, points: int) -> Plan:
    """A plan in which a demand is met."""
    plan = small.plan()
    offer = plan.concessions[0]
    offer.alive, offer.body, offer.member, offer.applicant, offer.points = 1, NATO, member, FIN, points
    return plan


def test_a_demand_that_is_met_lets_the_holder_ratify() -> None:
    """Trilateral Memorandum of Madrid, 28 June 2022: paid for once, told without its amount, and then ratified."""
    small = held_up()
    plan = offered(small, TUR, 1500)
    for _ in range(2):
        bare(laws.meet_demands)(small.world, small.state, plan, small.record)
    assert small.state.pairs[TUR, FIN].conceded == 3000
    assert small.state.bodies[NATO].influence == 100 - 2 * 30
    small.state.bodies[NATO].influence = 1000
    for _ in range(8):
        bare(laws.meet_demands)(small.world, small.state, plan, small.record)
    assert small.state.pairs[TUR, FIN].conceded == Pair.columns["conceded"].high
    assert notes_of(small.record, Note.CONCESSION) == [(TUR, NATO, NOBODY, FIN, 1, 0, 0)] * 10
    while small.state.countries[FIN].track != Track.JOINED:
        pass_turn(small)
    assert small.state.pairs[TUR, FIN].conceded == 0


def test_a_demand_is_not_met_without_a_hold_or_without_the_means() -> None:
    """ACCESSION-4: nothing is paid to who ratified, to who applied only, or with what is not there."""
    small = held_up()
    small.state.pairs[NOR, FIN].ratified = 1
    poor = held_up()
    poor.state.bodies[NATO].influence = 29
    early = held_up()
    early.state.countries[FIN].track = Track.APPLIED
    for case, member in ((small, NOR), (poor, TUR), (early, TUR)):
        before = int(case.state.bodies[NATO].influence)
        bare(laws.meet_demands)(case.world, case.state, offered(case, member, 1500), case.record)
        assert case.state.bodies[NATO].influence == before
        assert case.state.pairs[member, FIN].conceded == 0
    for silent in (small, early):
        assert not notes_of(silent.record, Note.CONCESSION)
    assert notes_of(poor.record, Note.CONCESSION) == [(TUR, NATO, NOBODY, FIN, 0, 0, 0)]
    assert poor.record.entries[poor.record.head[0].count - 1].known_to == 1 << NATO

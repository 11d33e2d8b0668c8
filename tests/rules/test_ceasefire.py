"""Ceasefires: offers that meet end a war where the forces stand."""

from __future__ import annotations

import pytest

from tests.worlds import Road, Side, Site, Small, Unit, bare, give_order, notes_of, small_world, surveyed
from wargame.model.codes import Effect, IncidentKind, MeasureKind, Note, Posture
from wargame.model.columns import NOBODY, empty_table
from wargame.model.state import Text
from wargame.model.world import EffectFacts, MeasureFacts
from wargame.rules import ceasefire as laws
from wargame.rules.bodies import at_war, mark_line, set_war
from wargame.rules.hearing import days_since_attack
from wargame.rules.occupation import first_blow, hand_over
from wargame.rules.texts import answers_alike

RUS, UKR, BLR, POL = range(4)
RUSSIA, UKRAINE, NATO, UNION = range(4)


def at_the_line(*units: Unit) -> Small:
    """Russia holds its region 0 and Ukraine's region 1, Ukraine holds 2 and 3, Poland 4; Belarus stands with Russia.

    Ukraine sits in NATO, too, and Poland in a second council; what speaks for a state is the first of its bodies.
    """
    sites = [Site(RUS), Site(UKR, holder=RUS), Site(UKR), Site(UKR), Site(POL)]
    roads = [Road(0, 1), Road(1, 2), Road(2, 3), Road(3, 4)]
    sides = [Side((RUS, BLR), leader=RUS), Side((UKR,), leader=UKR), Side((POL, UKR)), Side((POL,))]
    small = small_world(
        sites, roads, units, sides, wars=[(RUS, UKR), (BLR, UKR), (RUS, POL)], capitals=(0, 3, 0, 4), countries=4
    )
    world = small.world._replace(measures=empty_table(MeasureFacts, 5), effects=empty_table(EffectFacts, 2))
    world.effects[0].code, world.effects[1].code = Effect.CEASE, Effect.CHANNELS
    for m, body in enumerate((RUSSIA, UKRAINE, UKRAINE, NATO, UNION)):
        world.measures[m].body, world.measures[m].first_effect, world.measures[m].effects = body, int(m == 2), 1
    return Small(world, small.state, small.record)


def put(small: Small, row: int, body: int, against: int, measure: int) -> Text:
    """A text enters the book."""
    text = small.state.texts[row]
    text.alive, text.body, text.against, text.measure = 1, body, against, measure
    bare(laws.meet_offers)(*small.tuple(), text)
    return text


def meet(small: Small, row: int) -> None:
    """An offer that was put on the book is looked at, as when it is adopted."""
    bare(laws.meet_offers)(*small.tuple(), small.state.texts[row])


def fights(small: Small, one: int, other: int) -> bool:
    """Two states are at war with each other, as both see it."""
    there, back = bare(at_war)(small.state, one, other), bare(at_war)(small.state, other, one)
    assert there == back
    return there


@pytest.mark.parametrize(("offered", "answered", "met"), [(1, 1, True), (1, 0, False), (0, 1, False), (0, 0, False)])
def test_nobody_is_made_to_stop(offered: int, answered: int, met: bool) -> None:
    """CEASE-1."""
    assert bare(laws.have_met)(offered, answered) == met


@pytest.mark.parametrize(("weeks", "hopes", "ripe"), [(11, 0, False), (12, 0, True), (12, 1, False), (99, 1, False)])
def test_a_stalemate_that_a_side_feels_is_ripe(weeks: int, hopes: int, ripe: bool) -> None:
    """CEASE-2."""
    assert bare(laws.is_ripe)(weeks, 12.0, hopes) == ripe


@pytest.mark.parametrize(("day", "line", "weeks"), [(70, 0, 10), (76, 0, 10), (77, 0, 11), (20, 20, 0)])
def test_weeks_of_a_stalemate(day: int, line: int, weeks: int) -> None:
    """CEASE-3: whole weeks."""
    assert bare(laws.weeks_still)(day, line) == weeks


def test_an_offer_alone_ends_nothing() -> None:
    """CEASE-1: neither one side's offer, nor another text of the other, nor an offer to somebody else."""
    small = at_the_line()
    put(small, 0, RUSSIA, UKR, 0)
    put(small, 1, UKRAINE, RUS, 2)
    put(small, 2, UKRAINE, POL, 1)
    assert fights(small, RUS, UKR)
    assert notes_of(small.record, Note.CEASEFIRE) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_offers_that_meet_end_the_war_of_all_members(order: tuple[int, int]) -> None:
    """CEASE-1: whoever is first; Belarus with Russia; what a third state fights out goes on; the offers are kept and gone."""
    small = at_the_line()
    offers = [(RUSSIA, UKR, 0), (UKRAINE, RUS, 1)]
    small.state.bodies[RUSSIA].over_line = 2
    for row, k in enumerate(order):
        put(small, row, *offers[k])
    assert not fights(small, RUS, UKR)
    assert not fights(small, BLR, UKR)
    assert fights(small, RUS, POL)
    assert not any(text.alive for text in small.state.texts)
    assert small.state.bodies[RUSSIA].over_line == 0
    assert [entry[:2] for entry in notes_of(small.record, Note.CEASEFIRE)] == [
        (offers[order[0]][0], offers[order[1]][0])
    ]


def test_reservists_go_home_with_the_last_war() -> None:
    """CEASE-1: Ukraine has nobody left to fight, Russia has."""
    small = at_the_line()
    small.state.countries[RUS].mobilised = small.state.countries[UKR].mobilised = 1
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert (small.state.countries[RUS].mobilised, small.state.countries[UKR].mobilised) == (1, 0)


def test_the_next_attack_is_a_new_one() -> None:
    """OCCUPY-2: attacks of the two on each other are settled, those of others are not."""
    small = at_the_line()
    for row, (author, victim) in enumerate([(RUS, UKR), (UKR, RUS), (RUS, POL)]):
        act = small.state.incidents[row]
        act.alive, act.kind, act.author, act.victim = 1, IncidentKind.ARMED_ATTACK, author, victim
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert [(act.alive, act.settled) for act in small.state.incidents[:3]] == [(1, 1), (1, 1), (1, 0)]


def test_what_was_done_is_remembered_though_the_war_rests() -> None:
    """COUNCIL-18 and OCCUPY-2: the attack still counts with the others; fighting after it is an attack of its own."""
    small = at_the_line(Unit(RUS, 1))
    act = small.state.incidents[0]
    act.alive, act.kind, act.author, act.victim = 1, IncidentKind.ARMED_ATTACK, RUS, UKR
    small.state.clock[0].day = 30
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert bare(days_since_attack)(small.state, RUS) == 30
    bare(set_war)(small.state, RUS, UKR)
    field = surveyed(small)
    bare(first_blow)(*small.tuple(), field, RUS, UKR, 2)
    assert [entry[0] for entry in notes_of(small.record, Note.INCIDENT)] == [UKR]
    assert bare(days_since_attack)(small.state, RUS) == 0


@pytest.mark.parametrize(
    ("measure", "one", "other", "alike"),
    [(1, RUS, BLR, True), (1, RUS, POL, False), (2, RUS, BLR, False), (2, RUS, RUS, True), (1, RUS, NOBODY, False)],
)
def test_an_offer_stands_for_all_of_a_side(measure: int, one: int, other: int, alike: bool) -> None:
    """LEGAL-7: made to one of its states it is made to all; any other measure answers the state it names."""
    small = at_the_line()
    small.world.measures[1].kind = MeasureKind.CEASEFIRE
    assert bare(answers_alike)(small.world, measure, one, other) == alike


@pytest.mark.parametrize(("author", "victim", "left"), [(RUS, POL, 0), (BLR, POL, 1), (RUS, BLR, 1)])
def test_what_is_settled_stands_unanswered_no_longer(author: int, victim: int, left: int) -> None:
    """ALLIANCE-9: an attack on Poland is settled with Russia's war on it; one by somebody else, or one that is not on record, is not."""
    small = at_the_line()
    act = small.state.incidents[0]
    act.alive, act.kind, act.author, act.victim, act.place = 1, IncidentKind.ARMED_ATTACK, author, victim, 4
    small.state.bodies[NATO].unanswered = 1
    bare(laws.end_war)(*small.tuple(), RUSSIA, NATO, 0, 0)
    assert small.state.bodies[NATO].unanswered == left


def test_the_forces_stay_behind_the_line_they_hold() -> None:
    """Rulebook 5: who stands on own or taken land stays; who stands on the other's goes back; marches over the line are given up."""
    small = at_the_line(
        Unit(RUS, 1, path=(2,), posture=Posture.ASSAULT),
        Unit(RUS, 2, path=(3,), posture=Posture.ASSAULT),
        Unit(UKR, 2),
        Unit(UKR, 1),
        Unit(UKR, 3, path=(2,)),
        Unit(RUS, 0, path=(1, 2), posture=Posture.ASSAULT),
    )
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert [unit.at for unit in small.state.formations] == [1, 1, 2, 2, 3, 0]
    assert [small.state.legs[u, 0].to for u in range(6)] == [NOBODY, NOBODY, NOBODY, NOBODY, 2, NOBODY]
    assert all(unit.alive for unit in small.state.formations)


def test_forces_elsewhere_stay_where_they_are() -> None:
    """What stands on land of a third state, welcome or not, is no matter of this ceasefire."""
    small = at_the_line(Unit(RUS, 4), Unit(BLR, 4), Unit(POL, 2))
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert [unit.at for unit in small.state.formations] == [4, 4, 2]


@pytest.mark.parametrize(("garrison", "capital", "home"), [(1, 0, 1), (3, 0, 0), (3, 3, 0), (1, 3, 1)])
def test_who_is_cut_off_is_let_go_home(garrison: int, capital: int, home: int) -> None:
    """To its garrison, else its capital, else what its state still holds; nobody dies of a ceasefire, and nobody sees where it goes."""
    small = at_the_line(Unit(RUS, 3))
    small.world.order_of_battle[0].garrison = garrison
    small.world.countries[RUS].capital = capital
    small.state.sightings[UKRAINE, 0].day = 5
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert (small.state.formations[0].alive, small.state.formations[0].at) == (1, home)
    assert notes_of(small.record, Note.RETREAT)[0][:4] == (0, RUS, 3, home)
    assert small.state.sightings[UKRAINE, 0].day == NOBODY


def test_who_has_no_home_left_stays() -> None:
    """Nobody is put into land that others hold."""
    small = at_the_line(Unit(UKR, 1))
    for region in (2, 3):
        small.state.regions[region].controller = RUS
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert (small.state.formations[0].alive, small.state.formations[0].at) == (1, 1)


def test_a_march_against_a_third_state_goes_on() -> None:
    """Only the war that ended stands in the way of a march."""
    small = at_the_line(Unit(RUS, 2))
    give_order(small.state, 0, (4,), Posture.ASSAULT)
    small.state.regions[2].controller = RUS
    bare(laws.end_war)(*small.tuple(), RUSSIA, UKRAINE, 0, 0)
    assert small.state.legs[0, 0].to == 4


def test_the_line_of_two_sides_is_the_youngest_of_their_states() -> None:
    """CEASE-3: land that changed hands, on whichever line between them."""
    small = at_the_line()
    small.state.clock[0].day = 70
    assert bare(laws.last_moved)(small.world, small.state, UKRAINE, RUSSIA) == 0
    bare(hand_over)(small.state, small.record, 2, RUS, UKR, NOBODY, 0)
    small.state.clock[0].day = 90
    assert bare(laws.last_moved)(small.world, small.state, UKRAINE, RUSSIA) == 70
    bare(mark_line)(small.state, BLR, UKR)
    assert bare(laws.last_moved)(small.world, small.state, RUSSIA, UKRAINE) == 90
    assert bare(laws.last_moved)(small.world, small.state, RUSSIA, NATO) == 0
    assert bare(laws.last_moved)(small.world, small.state, NATO, UKRAINE) == NOBODY


@pytest.mark.parametrize(
    ("fought", "adopted", "moved", "void"),
    [(1, 70, 70, False), (1, 70, 69, False), (1, 70, 71, True), (0, 70, 0, True)],
)
def test_what_was_offered_upon_has_changed(fought: int, adopted: int, moved: int, void: bool) -> None:
    """CEASE-4."""
    assert bare(laws.is_void)(fought, adopted, moved) == void


def test_who_takes_land_cannot_take_the_offer_made_before() -> None:
    """CEASE-4: an offer that stood while land changed hands ends nothing, and leaves the book."""
    small = at_the_line()
    put(small, 0, UKRAINE, RUS, 1)
    small.state.clock[0].day = 10
    bare(hand_over)(small.state, small.record, 2, RUS, UKR, NOBODY, 0)
    text = put(small, 1, RUSSIA, UKR, 0)
    text.adopted = 10
    meet(small, 1)
    assert fights(small, RUS, UKR)
    bare(laws.void_offers)(*small.tuple())
    assert [text.alive for text in small.state.texts[:2]] == [0, 1]
    assert len(notes_of(small.record, Note.TEXT_ENDS)) == 1


@pytest.mark.parametrize("rows", [(0, 1, 2), (2, 1, 0), (1, 0, 2)])
def test_a_state_leaves_a_war_by_the_body_that_speaks_for_it(rows: tuple[int, int, int]) -> None:
    """CEASE-1: no council ends the war of a state that has a seat of its own, or that speaks by another; in any order of the book."""
    small = at_the_line()
    put(small, rows[0], RUSSIA, UKR, 0)
    put(small, rows[1], UNION, RUS, 4)
    put(small, rows[2], NATO, RUS, 3)
    for row in rows:
        meet(small, row)
    assert fights(small, RUS, UKR)
    assert fights(small, RUS, POL)
    assert notes_of(small.record, Note.CEASEFIRE) == []


def test_only_who_fights_can_make_peace() -> None:
    """LEGAL-23: some state that the body speaks for is at war with the state addressed."""
    small = at_the_line()
    asked = [(RUSSIA, UKR), (UKRAINE, BLR), (NATO, RUS), (NATO, BLR), (NATO, UKR), (UNION, RUS), (UKRAINE, NOBODY)]
    found = [bool(bare(laws.is_fought)(small.world, small.state, *pair)) for pair in asked]
    assert found == [True, True, True, False, False, False, False]

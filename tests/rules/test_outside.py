"""States outside: what concerns them, where they stand, what they trade, send and say."""

from __future__ import annotations

import pytest

from tests.rules.threat_world import tables
from wargame.model.codes import Act, BodyKind, IncidentKind, Kind, Note, Stand
from wargame.model.columns import empty_table
from wargame.model.numbers import StateNumbers
from wargame.model.record import empty_record
from wargame.model.state import State, Text
from wargame.model.world import World
from wargame.rules import assembly, outside, outside_week
from wargame.rules.economy import sanction, steady
from wargame.rules.intentions import perceive
from wargame.rules.law import plain

N = empty_table(StateNumbers, 1)[0]
ATTACKER, VICTIM, WEST = 0, 1, 2  # states, and the bodies that speak for them
FRIEND, STRANGER = 0, 1  # states outside: one of full goodwill towards the attacker, one that knows nobody


def small() -> tuple[World, State]:
    """A leadership that fears a council, a nation between them, and two states outside."""
    world, state = tables(countries=3, bodies=3)
    for b, kind in enumerate((BodyKind.LEADERSHIP, BodyKind.NATION, BodyKind.COUNCIL)):
        world.bodies[b].kind, world.bodies[b].leader = kind, b if kind != BodyKind.COUNCIL else -1
        world.countries[b].body, state.members[b, b].joined = b, 1
        world.countries[b].gdp = 1_000_000
        state.countries[b].top_threat = -1
    state.countries[ATTACKER].top_threat = WEST
    state.countries[VICTIM].top_threat = ATTACKER
    for o in (FRIEND, STRANGER):
        world.outsiders[o].people, world.outsiders[o].gdp = 1000, 1_000_000
    world.leanings[FRIEND, ATTACKER].goodwill = state.regards[FRIEND, ATTACKER].goodwill = 1000
    return world, state


def text(state: State, ambition: int) -> Text:
    """A resolution of the council on the attacker."""
    row = state.texts[0]
    row.alive, row.body, row.against, row.ambition, row.share = 1, WEST, ATTACKER, ambition, 1000
    return row


def begin_war(state: State) -> None:
    """The attacker attacks, and everybody knows of it."""
    state.pairs[ATTACKER, VICTIM].war = state.pairs[VICTIM, ATTACKER].war = 1
    act = state.incidents[0]
    act.alive, act.kind, act.severity, act.author, act.victim = 1, IncidentKind.ARMED_ATTACK, 5, ATTACKER, VICTIM


def test_only_what_breaks_the_law_of_nations_concerns_all() -> None:
    """OUTSIDE-1: an exercise does not, an invasion and a withdrawal do."""
    assert plain(outside.concerns_all)(Act.INVASION)
    assert plain(outside.concerns_all)(Act.WITHDRAWAL)
    assert not plain(outside.concerns_all)(Act.EXERCISE)
    assert not plain(outside.concerns_all)(Act.DEPLOYMENT)


def test_a_friend_thinks_less_ill_of_the_same_act() -> None:
    """OUTSIDE-2: full goodwill hears nothing; a step back takes a share of what was thought."""
    assert plain(outside.thinks_after)(N, 0, 1.0, 0) == 600
    assert plain(outside.thinks_after)(N, 0, 1.0, 500) == 300
    assert plain(outside.thinks_after)(N, 0, 1.0, 1000) == 0
    assert plain(outside.thinks_after)(N, 600, -0.5, 0) == 420


def test_conduct_goodwill_and_the_rival_speak_as_they_are_weighed() -> None:
    """OUTSIDE-3: four points for the worst conduct, three against it for goodwill, two for the rival's."""
    assert plain(outside.leaning)(N, 1000, 0, 0) == 4000
    assert plain(outside.leaning)(N, 0, 1000, 0) == -3000
    assert plain(outside.leaning)(N, 500, 500, 500) == 1500


@pytest.mark.parametrize(
    ("leans", "aside", "now", "stand"),
    [
        (1001, 0, Stand.ASIDE, Stand.CONDEMNS),
        (1000, 0, Stand.ASIDE, Stand.ASIDE),
        (1500, 1000, Stand.ASIDE, Stand.ASIDE),
        (1601, 1000, Stand.ASIDE, Stand.CONDEMNS),
        (-1001, 0, Stand.ASIDE, Stand.SUPPORTS),
        (-1600, 1000, Stand.ASIDE, Stand.ASIDE),
        (601, 0, Stand.CONDEMNS, Stand.CONDEMNS),
        (600, 0, Stand.CONDEMNS, Stand.ASIDE),
        (-601, 0, Stand.SUPPORTS, Stand.SUPPORTS),
        (601, 0, Stand.SUPPORTS, Stand.ASIDE),
    ],
)
def test_who_stands_aside_by_tradition_must_lean_farther(leans: int, aside: int, now: Stand, stand: Stand) -> None:
    """OUTSIDE-4: the line lies at one point, at 1.6 with a full tradition, both ways; a stand is kept 0.4 points short of it."""
    assert plain(outside.stand_of)(N, leans, aside, now) == stand


def test_states_weigh_by_people_and_product() -> None:
    """OUTSIDE-5: all of them weigh everything; half of the people with none of the product a quarter."""
    assert plain(outside.weight)(10, 20, 10, 20) == 1000
    assert plain(outside.weight)(5, 0, 10, 20) == 250
    assert plain(outside.weight)(0, 0, 0, 0) == 0


def test_trade_goes_on_as_states_stand() -> None:
    """OUTSIDE-6: all of it with supporters, some with those aside, least with those who condemn."""
    assert plain(outside.trades_on)(N, Stand.SUPPORTS) == 1.0
    assert plain(outside.trades_on)(N, Stand.ASIDE) == pytest.approx(0.6)
    assert plain(outside.trades_on)(N, Stand.CONDEMNS) == pytest.approx(0.2)


def test_isolation_costs_stability_and_hastens_peace() -> None:
    """OUTSIDE-7 and OUTSIDE-8: in proportion, up to all of the world outside."""
    assert plain(outside.lost_to_isolation)(N, 0) == 0
    assert plain(outside.lost_to_isolation)(N, 1000) == 60
    assert plain(outside.urged)(N, 26.0, 0) == pytest.approx(26.0)
    assert plain(outside.urged)(N, 26.0, 1000) == pytest.approx(18.2)


def test_munitions_come_from_those_who_do_not_condemn() -> None:
    """OUTSIDE-9: all that a supporter can spare; from who stands aside a share by goodwill; from who condemns none."""
    assert plain(outside_week.arms_sent)(N, Stand.SUPPORTS, 0, 100) == 100.0
    assert plain(outside_week.arms_sent)(N, Stand.ASIDE, 500, 100) == pytest.approx(15.0)
    assert plain(outside_week.arms_sent)(N, Stand.CONDEMNS, 1000, 100) == 0.0


def test_aid_is_by_the_product_of_those_who_condemn() -> None:
    """OUTSIDE-10: half of a ten-thousandth of its economy a week for each trillion."""
    assert plain(outside_week.aid_sent)(N, 0.0) == 0
    assert plain(outside_week.aid_sent)(N, 16_000_000.0) == 8


def test_nothing_is_forgotten_while_the_war_goes_on() -> None:
    """OUTSIDE-11 and OUTSIDE-12: memory and goodwill go a share a week, at least a thousandth, and rest where they came from."""
    assert plain(outside_week.thinks_later)(N, 500, 1) == 500
    assert plain(outside_week.thinks_later)(N, 500, 0) == 495
    assert plain(outside_week.thinks_later)(N, 1, 0) == 0
    assert plain(outside_week.goodwill_later)(N, 300, 200) == 298
    assert plain(outside_week.goodwill_later)(N, 201, 200) == 200
    assert plain(outside_week.goodwill_later)(N, 100, 200) == 102


def test_an_invasion_is_seen_outside_but_not_by_its_friend() -> None:
    """The same act that moves beliefs on the map moves what is thought outside; an exercise moves nothing there."""
    world, state = small()
    plain(perceive)(world, state, ATTACKER, Act.EXERCISE, -1)
    assert state.regards[STRANGER, ATTACKER].ill == 0
    plain(perceive)(world, state, ATTACKER, Act.INVASION, -1)
    plain(outside.take_stands)(world, state)
    assert state.regards[STRANGER, ATTACKER].stand == Stand.CONDEMNS
    assert state.regards[FRIEND, ATTACKER].stand == Stand.SUPPORTS
    assert state.regards[STRANGER, VICTIM].stand == Stand.ASIDE


def test_sides_are_rivals_by_fear_and_not_where_they_share_a_state() -> None:
    """The leadership fears the council, the nation the leadership; the nation and the council have no quarrel."""
    world, state = small()
    rival = plain(outside.rivals)(world, state)
    assert rival.tolist() == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    state.members[ATTACKER, WEST].joined = 1
    assert plain(outside.rivals)(world, state)[ATTACKER, WEST] == 0


def test_goodwill_towards_a_rival_turns_against_a_side() -> None:
    """Who thinks well of the council leans against the leadership, and not against the nation."""
    world, state = small()
    state.regards[STRANGER, WEST].goodwill = 800
    rival = plain(outside.rivals)(world, state)
    assert plain(outside.leans)(world, state, rival, STRANGER, ATTACKER) == 1600
    assert plain(outside.leans)(world, state, rival, STRANGER, VICTIM) == 0


def test_sanctions_bite_less_where_the_world_trades_on() -> None:
    """ECONOMY-3 counts states outside as far as they trade on: condemned by all, a state loses more than supported by all."""
    left = {}
    for stand in (Stand.SUPPORTS, Stand.CONDEMNS):
        world, state = small()
        for o in (FRIEND, STRANGER):
            state.regards[o, ATTACKER].stand = stand
        plain(sanction)(world, state, ATTACKER, WEST, 100)
        left[stand] = int(state.countries[ATTACKER].economy)
    assert left[Stand.CONDEMNS] < left[Stand.SUPPORTS] < 1000


def test_a_leadership_at_war_is_shaken_by_isolation() -> None:
    """Isolation takes from what stability tends to, and only in war."""
    after = {}
    for fights in (0, 1):
        for stand in (Stand.ASIDE, Stand.CONDEMNS):
            world, state = small()
            state.bodies[ATTACKER].stability = 500
            if fights:
                begin_war(state)
            for o in (FRIEND, STRANGER):
                state.regards[o, ATTACKER].stand = stand
            plain(steady)(world, state)
            after[fights, stand] = int(state.bodies[ATTACKER].stability)
    assert after[1, Stand.CONDEMNS] < after[1, Stand.ASIDE]
    assert after[0, Stand.CONDEMNS] == after[0, Stand.ASIDE]


def test_a_week_tells_where_states_stand_once_they_move() -> None:
    """Note.OUTSIDE: counts of supporters, of those aside and of those who condemn; silent where nothing changed."""
    world, state = small()
    plain(outside.take_stands)(world, state)
    record = empty_record(20)
    plain(outside_week.outside_week)(world, state, record)
    assert record.head[0].count == 0
    begin_war(state)
    state.regards[STRANGER, ATTACKER].ill = 800
    plain(outside_week.outside_week)(world, state, record)
    told = [record.entries[k] for k in range(record.head[0].count)]
    assert [(t.note, t.who, t.first, t.second, t.third) for t in told] == [(Note.OUTSIDE, ATTACKER, 1, 0, 1)]


def test_who_is_invaded_is_helped_and_who_is_supported_armed() -> None:
    """Money reaches the economy of the victim, munitions the depots of the attacker, as far as its formations lack them."""
    world, state = _with_formation()
    begin_war(state)
    state.regards[STRANGER, ATTACKER].ill = 1000
    world.outsiders[FRIEND].arms, world.outsiders[STRANGER].gdp = 500, 40_000_000
    state.countries[VICTIM].economy = 900
    plain(outside_week.outside_week)(world, state, empty_record(20))
    assert state.countries[ATTACKER].stocks == 500
    assert state.formations[0].strength == 1000
    assert state.countries[VICTIM].economy == 902


def _with_formation() -> tuple[World, State]:
    """The same small world with a thin formation of the attacker."""
    world, state = small()
    _, wide = tables(countries=3, bodies=3, formations=1)
    state = state._replace(formations=wide.formations, legs=wide.legs, sightings=wide.sightings)
    unit = state.formations[0]
    unit.alive, unit.owner, unit.body, unit.kind = 1, ATTACKER, -1, Kind.MECHANISED
    unit.strength, unit.target = 1000, 2000
    return world, state


def test_stronger_words_find_fewer_votes_and_bind_more() -> None:
    """ASSEMBLY-1 and 3: each step of ambition is half a point; who voted yes thinks the worse for it."""
    assert plain(assembly.vote_of)(N, 1400, 0, 1) == Stand.CONDEMNS
    assert plain(assembly.vote_of)(N, 1400, 0, 2) == Stand.ASIDE
    assert plain(assembly.vote_of)(N, -600, 0, 2) == Stand.SUPPORTS
    assert plain(assembly.thinks_once_declared)(N, 0, 1, 1000) == 100
    assert plain(assembly.thinks_once_declared)(N, 500, 3, 1000) == 650
    assert plain(assembly.thinks_once_declared)(N, 500, 3, 500) == 575


def test_two_thirds_of_those_who_vote_carry_it() -> None:
    """ASSEMBLY-2: 141 to 5 does, ten to six does not, and nobody's yes does not."""
    assert plain(assembly.is_carried)(141, 5)
    assert plain(assembly.is_carried)(10, 5)
    assert not plain(assembly.is_carried)(10, 6)
    assert not plain(assembly.is_carried)(0, 0)


def test_a_vote_that_is_lost_divides_those_who_put_it() -> None:
    """ASSEMBLY-4: more than one that is won unites them, by its words; a victory repeated is worth half, a defeat is not."""
    assert plain(assembly.cohesion_after)(N, 500, 2, 1, 1000) == 506
    assert plain(assembly.cohesion_after)(N, 500, 2, 1, 500) == 503
    assert plain(assembly.cohesion_after)(N, 500, 2, 0, 500) == 480


def test_courting_wins_a_share_of_what_is_lacking() -> None:
    """ASSEMBLY-5: the more there is already, the less is won; so far beyond where it rests and no farther; none of who condemns."""
    assert plain(assembly.won)(N, 0, 10, 0, Stand.ASIDE) == 10
    assert plain(assembly.won)(N, 500, 10, 500, Stand.ASIDE) == 505
    assert plain(assembly.won)(N, 145, 10, 0, Stand.SUPPORTS) == 150
    assert plain(assembly.won)(N, 300, 10, 0, Stand.ASIDE) == 300
    assert plain(assembly.won)(N, 145, 10, 0, Stand.CONDEMNS) == 145


def test_a_resolution_is_voted_on_and_stands() -> None:
    """Note.ASSEMBLY tells yes, no and abstentions; carried, it is the day and the weight that later drafts hear of."""
    world, state = small()
    state.clock[0].day = 70
    state.regards[STRANGER, ATTACKER].ill = 800
    state.regards[FRIEND, ATTACKER].goodwill = 200
    record = empty_record(20)
    plain(assembly.resolve_in_assembly)(world, state, record, text(state, 1))
    told = record.entries[0]
    assert (told.note, told.who, told.whom) == (Note.ASSEMBLY, WEST, ATTACKER)
    assert (told.first, told.second, told.third, told.fourth) == (1, 0, 1, 1)
    assert (state.bodies[ATTACKER].condemned, state.bodies[ATTACKER].voices) == (70, 500)
    assert state.regards[STRANGER, ATTACKER].vote == Stand.CONDEMNS
    assert state.regards[STRANGER, ATTACKER].ill == 820
    assert state.regards[FRIEND, ATTACKER].ill == 0


def test_a_resolution_that_fails_condemns_nobody() -> None:
    """Where supporters outvote, nothing stands; how each voted is on record all the same."""
    world, state = small()
    state.regards[STRANGER, ATTACKER].goodwill = 500
    plain(assembly.resolve_in_assembly)(world, state, empty_record(20), text(state, 3))
    assert state.bodies[ATTACKER].condemned == -1
    assert state.regards[STRANGER, ATTACKER].vote == Stand.SUPPORTS

"""Nuclear weapons: what use does, what it costs its side, and when a limit breaks (rulebook 2 and 9)."""

from __future__ import annotations

import pytest

from tests.rules.fixed import fixed
from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world
from wargame.model.codes import Act, Break, Effect, Ending, MeasureKind, Note, Phase
from wargame.model.columns import NOBODY, empty_table
from wargame.model.numbers import CouncilNumbers, StateNumbers
from wargame.model.plan import Draft
from wargame.model.state import Ledger
from wargame.model.world import ObjectiveFacts
from wargame.rules import ledger, objectives, turn
from wargame.rules import motive as motives
from wargame.rules import nuclear as laws
from wargame.rules.law import plain
from wargame.rules.session import decide_alone
from wargame.rules.texts import told_to

ALLY, POWER, VICTIM, FOE = 0, 1, 2, 3
ALLIANCE, LEADERSHIP = 0, 1
FRONT, ALLIED, SOIL_OF_POWER, OWN = 0, 1, 2, 3  # regions


@pytest.mark.parametrize(("strength", "size", "lost"), [(2000, 300, 600), (2000, 0, 0), (1, 400, 0), (500, 1000, 500)])
def test_a_formation_loses_a_share(strength: int, size: int, lost: int) -> None:
    """NUCLEAR-1."""
    assert plain(laws.lost_to_use)(strength, size) == lost


@pytest.mark.parametrize(
    ("economy", "land", "size", "left"), [(1000, 50, 500, 950), (1000, 0, 500, 1000), (20, 900, 900, 0)]
)
def test_land_that_is_struck_costs_its_state(economy: int, land: int, size: int, left: int) -> None:
    """NUCLEAR-2: by the share of the land and the size of the blow."""
    assert plain(laws.laid_waste)(fixed(StateNumbers, laid_waste=2.0), economy, land, size) == left


def test_others_turn_away_and_a_council_divides() -> None:
    """NUCLEAR-3, NUCLEAR-4: by each step of ambition, and never below nothing."""
    n = fixed(StateNumbers, shunned=80.0, taboo=150.0)
    assert [plain(laws.shunned)(n, 900, ambition) for ambition in (1, 3)] == [820, 660]
    assert [plain(laws.divided)(n, 400, ambition) for ambition in (1, 2, 3)] == [250, 100, 0]


@pytest.mark.parametrize(("soil", "answers", "limited"), [(0, 0, True), (1, 0, False), (0, 1, False)])
def test_when_use_is_limited(soil: int, answers: int, limited: bool) -> None:
    """NUCLEAR-5."""
    assert plain(laws.is_limited)(soil, answers) == limited


@pytest.mark.parametrize(
    ("fights", "soil_lost", "stability", "struck", "thinks"),
    [
        (0, 500, 0, 0, False),
        (1, 99, 151, 0, False),
        (1, 100, 900, 0, True),
        (1, 0, 150, 0, True),
        (0, 0, 900, 1, True),
    ],
)
def test_the_hour_of_last_resort(fights: int, soil_lost: int, stability: int, struck: int, thinks: bool) -> None:
    """NUCLEAR-6: never out of peace, but where its side was struck."""
    n = fixed(StateNumbers, stake_soil=100.0, stake_stability=150.0)
    assert plain(laws.is_at_stake)(n, fights, soil_lost, stability, struck) == thinks


@pytest.mark.parametrize(
    ("own", "total", "began", "left"), [(6000, 8000, 0, 6000), (30_000, 60_000, 0, 5000), (30_000, 60_000, 1, 0)]
)
def test_what_an_exchange_leaves(own: int, total: int, began: int, left: int) -> None:
    """OBJECTIVE-18: at most ten points of a side in all; who began has none."""
    assert plain(objectives.after_exchange)(fixed(StateNumbers, exchange_most=10.0), own, total, began) == left


def test_a_posture_makes_war_with_the_alliance_dearer() -> None:
    """MOTIVE-7."""
    n = fixed(motives.MotiveNumbers, alliance_war=4.0)
    calm, alert = (plain(motives.alliance_war)(n, 0.5, 300, 100, share) for share in (0, 200))
    assert (calm, alert) == pytest.approx((1.5, 1.8))


def at_war(on: int = FRONT, body: int = LEADERSHIP, against: int = VICTIM, ambition: int = 2) -> Small:
    """A leadership with weapons fights a state in no body; an alliance of two, one of them with weapons, looks on. One text of use."""
    small = small_world(
        [Site(VICTIM, value=4), Site(ALLY), Site(POWER), Site(FOE), Site(VICTIM, value=4)],
        [Road(0, 3), Road(0, 1), Road(1, 2)],
        [Unit(VICTIM, FRONT, strength=2000), Unit(VICTIM, 4), Unit(ALLY, ALLIED)],
        [Side((ALLY, POWER)), Side((FOE,), leader=FOE)],
        wars=[(VICTIM, FOE)],
        capitals=(ALLIED, SOIL_OF_POWER, 4, OWN),
        countries=4,
    )
    world, state = small.world, small.state
    world.bodies[ALLIANCE].patron = POWER
    world.countries[POWER].warheads = world.countries[FOE].warheads = 1
    for c in range(4):
        state.countries[c].economy = 1000
    for b in range(2):
        state.bodies[b].cohesion = state.bodies[b].stability = 600
    measure, effect, text = world.measures[0], world.effects[0], state.texts[0]
    measure.kind, measure.body, measure.escalation = MeasureKind.NUCLEAR_USE, body, 8500
    measure.first_effect, measure.effects, measure.weeks, measure.second = 0, 1, 4, NOBODY
    effect.code, effect.size_1, effect.size_2, effect.size_3 = Effect.NUCLEAR_STRIKE, 50, 300, 500
    text.alive, text.measure, text.body, text.ambition, text.backing, text.share = 1, 0, body, ambition, 1000, 1000
    text.against, text.on, text.until = against, on, 28
    state.clock[0].phase = Phase.RESOLUTION
    if against != VICTIM:
        for c in (ALLY, POWER):
            state.pairs[c, FOE].war = state.pairs[FOE, c].war = 1
    return small


def test_use_strikes_whatever_is_there_and_is_seen_by_all() -> None:
    """NUCLEAR-1 to NUCLEAR-3: forces, land, trade and belief; the text is done with, the rung is reached when it comes."""
    small = at_war()
    assert small.state.clock[0].escalation == 0
    assert bare(laws.release_weapons)(*small.tuple()) == 0
    state = small.state
    assert [state.formations[u].strength for u in range(3)] == [1400, 1000, 1000]
    assert (state.countries[VICTIM].losses, state.countries[VICTIM].economy) == (600, 700)
    assert (state.countries[FOE].economy, state.countries[POWER].economy) == (840, 1000)
    assert (state.bodies[LEADERSHIP].used, state.texts[0].alive, state.clock[0].escalation) == (1, 0, 8600)
    assert all(state.pairs[c, FOE].last_act == Act.NUCLEAR_USE for c in (ALLY, POWER, VICTIM))
    assert notes_of(small.record, Note.NUCLEAR_USE) == [(LEADERSHIP, VICTIM, FRONT, 600, 2, FOE, 0)]
    assert state.clock[0].exchange == NOBODY


def test_use_stops_the_turn_after_its_first_step() -> None:
    """Rulebook 2: nuclear use is a break, with who did it, to whom and where; the emergency session meets, and the turn goes on."""
    small = at_war()
    assert bare(turn.run)(*small.tuple()) == Break.NUCLEAR_USE
    clock = small.state.clock[0]
    assert (clock.phase, clock.step) == (Phase.EMERGENCY, 1)
    assert (clock.break_author, clock.break_victim, clock.break_place) == (FOE, VICTIM, FRONT)
    assert bare(turn.ending_of)(small.world, small.state) == Ending.NOT_YET


def test_use_on_an_ally_is_an_armed_attack() -> None:
    """Rulebook 4: it can be answered by collective defence; on another it is no incident of the alliance."""
    struck, other = at_war(ALLIED, against=ALLY), at_war()
    for small in (struck, other):
        bare(laws.release_weapons)(*small.tuple())
    assert [act.victim for act in struck.state.incidents if act.alive] == [ALLY]
    assert not any(act.alive for act in other.state.incidents)


def test_the_soil_of_a_power_is_beyond_the_limit() -> None:
    """NUCLEAR-5: nothing moves any more, and the game is over."""
    small = at_war(SOIL_OF_POWER, against=POWER)
    assert bare(turn.run)(*small.tuple()) == Break.NONE
    clock = small.state.clock[0]
    assert (clock.exchange, clock.phase, clock.step) == (LEADERSHIP, Phase.ASSESSMENT, 0)
    assert bare(turn.ending_of)(small.world, small.state) == Ending.STRATEGIC_EXCHANGE


def test_an_answer_in_kind_is_beyond_it_and_falls_on_who_began() -> None:
    """NUCLEAR-4, NUCLEAR-5: the council divides; whoever used weapons first began the exchange."""
    small = at_war(body=ALLIANCE, against=FOE)
    small.state.bodies[LEADERSHIP].used = 1
    small.state.regions[FRONT].controller = FOE
    bare(laws.release_weapons)(*small.tuple())
    assert small.state.clock[0].exchange == LEADERSHIP
    assert small.state.bodies[ALLIANCE].cohesion == 300


@pytest.mark.parametrize(
    ("answered", "held", "own", "attack"), [(1, 0, 0, True), (0, 0, 0, True), (0, 1, 0, False), (1, 1, 1, False)]
)
def test_whose_soil_is_attacked(answered: int, held: int, own: int, attack: bool) -> None:
    """NUCLEAR-8: not that of the user's side, nor land that is struck for the enemy who holds it."""
    assert plain(laws.is_attack_on)(answered, held, own) == attack


@pytest.mark.parametrize(("ambition", "cost"), [(1, 120), (3, 240)])
def test_use_shakes_its_leadership_when_it_comes(ambition: int, cost: int) -> None:
    """NUCLEAR-7: and not before, as others see stability in bands."""
    assert plain(laws.cost_of_use)(fixed(CouncilNumbers, ambition_cost=0.5), 120, ambition) == cost
    small = at_war()
    small.world.measures[0].stability = 120
    bare(laws.release_weapons)(*small.tuple())
    assert small.state.bodies[LEADERSHIP].stability == 600 - plain(laws.cost_of_use)(
        small.world.council_numbers[0], 120, 2
    )


def test_a_decision_for_use_leaves_stability_as_it_was() -> None:
    """NUCLEAR-7: what others see of a leadership in bands tells them nothing before it comes."""
    small = at_war()
    small.world.measures[0].stability = 120
    small.state.texts[0].alive = 0
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.ambition, draft.against, draft.on, draft.helps = (
        LEADERSHIP,
        0,
        2,
        VICTIM,
        FRONT,
        NOBODY,
    )
    bare(decide_alone)(small.world, small.state, draft, small.record)
    assert any(text.alive and text.on == FRONT for text in small.state.texts)
    assert (small.state.bodies[LEADERSHIP].stability, small.state.clock[0].escalation) == (600, 0)


def test_soil_of_the_alliance_that_the_enemy_holds_is_not_attacked_by_it() -> None:
    """NUCLEAR-8: nobody calls collective defence against an ally that struck the enemy there."""
    small = at_war(ALLIED, body=ALLIANCE, against=FOE)
    small.state.regions[ALLIED].controller = FOE
    bare(laws.release_weapons)(*small.tuple())
    assert small.state.bodies[ALLIANCE].used == 1
    assert not any(act.alive for act in small.state.incidents)


def both_use(first: int, used: int) -> Small:
    """Both sides have decided to use weapons on one day, the text of `first` in the first row; the leadership did so before, or not."""
    small = at_war(against=ALLY)
    small.state.bodies[LEADERSHIP].used = used
    for row, body in enumerate((first, 1 - first)):
        text = small.state.texts[row]
        text.alive, text.measure, text.body, text.ambition, text.backing, text.share = 1, 0, body, 1, 1000, 1000
        text.against, text.on = (FOE, OWN) if body == ALLIANCE else (ALLY, ALLIED)
        text.until = 28
    small.world.countries[FOE].warheads = 1
    return small


@pytest.mark.parametrize("first", [ALLIANCE, LEADERSHIP])
def test_who_began_does_not_depend_on_the_order_of_texts(first: int) -> None:
    """NUCLEAR-5: an exchange is laid to whoever had used weapons before; what comes on one day is no answer to each other."""
    small = both_use(first, used=1)
    bare(laws.release_weapons)(*small.tuple())
    assert small.state.clock[0].exchange == LEADERSHIP
    blind = both_use(first, used=0)
    blind.world.regions[OWN].home = VICTIM
    blind.state.regions[OWN].controller = FOE
    bare(laws.release_weapons)(*blind.tuple())
    assert blind.state.clock[0].exchange == NOBODY
    assert [blind.state.bodies[b].used for b in (ALLIANCE, LEADERSHIP)] == [1, 1]


def test_what_has_no_enemy_any_more_lapses() -> None:
    """LEGAL-29 is asked again as it comes: the war has ended, and only the side that decided hears of it."""
    small = at_war()
    small.state.pairs[VICTIM, FOE].war = small.state.pairs[FOE, VICTIM].war = 0
    assert bare(laws.release_weapons)(*small.tuple()) == NOBODY
    assert (small.state.bodies[LEADERSHIP].used, small.state.texts[0].alive) == (0, 0)
    assert [small.record.entries[k].known_to for k in range(small.record.head[0].count)] == [1 << LEADERSHIP]


def test_scores_after_an_exchange() -> None:
    """OBJECTIVE-18: in the ledger, so that every screen and study reads the same."""
    small = at_war()
    world = small.world._replace(objectives=empty_table(ObjectiveFacts, 2))
    state = small.state._replace(ledger=empty_table(Ledger, 2))
    for b in (ALLIANCE, LEADERSHIP):
        aim = world.objectives[b]
        aim.body, aim.weight, aim.best, aim.worst = b, 40, 0, 10_000
    state.clock[0].exchange = LEADERSHIP
    bare(ledger.keep_ledger)(world, state)
    assert [bare(ledger.totals)(world, state, b) for b in (ALLIANCE, LEADERSHIP)] == [10_000, 0]


def test_a_seat_thinks_of_use_in_the_last_hour_only() -> None:
    """NUCLEAR-6: a leadership at war whose land is held, or that fails; an alliance whose foe has used weapons; never one without."""
    small = at_war()
    thinks = bare(laws.thinks_of_use)
    assert not thinks(small.world, small.state, LEADERSHIP)
    small.state.regions[OWN].controller = VICTIM
    assert thinks(small.world, small.state, LEADERSHIP)
    small.state.regions[OWN].controller = FOE
    small.state.bodies[LEADERSHIP].stability = 100
    assert thinks(small.world, small.state, LEADERSHIP)
    assert not thinks(small.world, small.state, ALLIANCE)
    small.state.bodies[LEADERSHIP].used = 1
    assert thinks(small.world, small.state, ALLIANCE)
    small.world.countries[POWER].warheads = 0
    assert not thinks(small.world, small.state, ALLIANCE)


def test_nobody_hears_of_a_leaderships_use_before_it_comes() -> None:
    """SESSION-3; an alliance's is decided in open session."""
    assert told_to(MeasureKind.NUCLEAR_USE, LEADERSHIP) == 1 << LEADERSHIP
    assert told_to(MeasureKind.NUCLEAR_ANSWER, ALLIANCE) == told_to(MeasureKind.POSTURE, ALLIANCE)

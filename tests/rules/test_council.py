"""Councils: positions, red lines, the price of consensus, decision rules (rulebook 3)."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.rules.threat_world import DEU, EST, EU, FIN, LTU, LVA, NATO, POL, RUS, RUSSIA, USA, board
from tests.worlds import bare
from wargame.model.codes import DecisionRule, MeasureKind, Position, Verdict
from wargame.model.columns import NOBODY, empty_table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.world import World
from wargame.rules import bodies
from wargame.rules import council as laws
from wargame.rules import support as supports
from wargame.rules.law import plain
from wargame.rules.price import lifts


@pytest.mark.parametrize(
    ("value", "taken"),
    [
        (1000, Position.SUPPORTS),
        (999, Position.SILENT),
        (0, Position.SILENT),
        (-1, Position.RESERVED),
        (-1000, Position.RESERVED),
        (-1001, Position.OBJECTS),
    ],
)
def test_positions_follow_support(value: int, taken: Position) -> None:
    """COUNCIL-11: the thresholds belong to the milder position."""
    assert plain(laws.position)(fixed(CouncilNumbers, supports=1.0, objects=-1.0), value) == taken


@pytest.mark.parametrize(
    ("met", "lapses", "day", "in_peace", "attacked", "kept", "stands"),
    [
        (0, -1, 9999, 0, 1, 0, True),
        (1, -1, 0, 0, 0, 0, False),
        (0, 28, 27, 1, 0, 0, True),
        (0, 28, 28, 0, 0, 0, False),
        (1, 28, 0, 0, 0, 0, False),
        (0, -1, 0, 1, 1, 0, False),
        (0, -1, 9999, 0, 1, 1, False),
    ],
)
def test_a_red_line_holds_until_met_or_lapsed(
    met: int, lapses: int, day: int, in_peace: int, attacked: int, kept: int, stands: bool
) -> None:
    """COUNCIL-12: one that holds in peace only does not hold against an aggressor; none holds against keeping what is in force."""
    assert plain(laws.red_line_stands)(met, lapses, day, in_peace, attacked, kept) == stands


def test_aggression_is_answered_beyond_interest_and_the_shock_wears_off() -> None:
    """COUNCIL-18."""
    n = fixed(CouncilNumbers, outrage=2.0, outrage_half=500.0)
    assert plain(supports.aggression_term)(n, -1, 700) == 0.0
    assert plain(supports.aggression_term)(n, 0, 500) == pytest.approx(1.0)
    assert plain(supports.aggression_term)(n, 500, 500) == pytest.approx(0.5)
    assert plain(supports.aggression_term)(n, 0, -500) == pytest.approx(-1.0)


def test_a_fresh_condemnation_by_the_assembly_is_heard_in_councils() -> None:
    """COUNCIL-27: by a quarter more if all states outside carried it; half a year later no more."""
    n = empty_table(CouncilNumbers, 1)[0]
    assert plain(supports.echo)(n, 0, 1000) == pytest.approx(1.25)
    assert plain(supports.echo)(n, 26, 400) == pytest.approx(1.1)
    assert plain(supports.echo)(n, 27, 1000) == 1.0
    assert plain(supports.echo)(n, -1, 1000) == 1.0


@pytest.mark.parametrize(
    ("missing", "recent", "price"),
    [
        (0, 0, 0),
        (-500, 1, 0),
        (1000, 0, 20),
        (1000, 1, 40),
        (1, 0, 1),
        (1500, 0, 30),
        (1501, 0, laws.NO_PRICE),
        (1501, 1, laws.NO_PRICE),
    ],
)
def test_lobbying_has_a_rate_and_an_end(missing: int, recent: int, price: int) -> None:
    """COUNCIL-13: at least a tenth of influence; twice the rate for a member courted lately; beyond the most no price."""
    n = fixed(CouncilNumbers, lobbying_rate=20.0, lobbying_most=1.5, habit=0.5)
    assert plain(laws.price_of_lift)(n, missing, recent) == price


@pytest.mark.parametrize(
    ("reservations", "members", "framework", "hollow"),
    [(2, 6, 0, False), (3, 6, 0, True), (1, 6, 1, True), (0, 6, 0, False), (4, 30, 0, False), (5, 30, 0, True)],
)
def test_too_many_reservations_make_a_text_hollow(
    reservations: int, members: int, framework: int, hollow: bool
) -> None:
    """COUNCIL-14: three that are no small part of the members, or the framework nation's."""
    n = fixed(CouncilNumbers, hollow_reservations=3.0, hollow_share=0.15)
    assert plain(laws.is_hollow)(n, reservations, members, framework) == hollow


@pytest.mark.parametrize(
    ("verdict", "ambition", "comes_to"),
    [
        (Verdict.HOLLOW, 1, Verdict.BLOCKED),
        (Verdict.HOLLOW, 2, Verdict.HOLLOW),
        (Verdict.ADOPTED, 1, Verdict.ADOPTED),
        (Verdict.OUTVOTED, 1, Verdict.OUTVOTED),
    ],
)
def test_nothing_is_left_of_what_is_hollow_at_the_lowest(verdict: Verdict, ambition: int, comes_to: Verdict) -> None:
    """COUNCIL-21."""
    assert plain(laws.comes_to)(verdict, ambition) == comes_to


def test_the_many_move_the_few() -> None:
    """COUNCIL-17: by the surplus of those in favour; to silence and no further; nobody is moved by a minority."""
    n = fixed(CouncilNumbers, isolation=4.0, company_half=20.0, term_limit=3.0)
    assert plain(supports.company_term)(n, 20) == pytest.approx(2.0)
    assert plain(supports.company_term)(n, 60) == pytest.approx(3.0)
    assert plain(supports.moved_by_company)(n, -2500, 20) == 2000
    assert plain(supports.moved_by_company)(n, -500, 20) == 500
    assert plain(supports.moved_by_company)(n, 300, 20) == 0
    assert plain(supports.moved_by_company)(n, -500, -4) == 0


@pytest.mark.parametrize(
    ("states", "people", "carried"),
    [
        (15, 650, True),  # 15 of 27 states with 65 % of people
        (14, 900, False),  # too few states
        (15, 649, False),  # too few people
        (24, 600, True),  # too few people, but three states cannot block
        (23, 600, False),  # four can
        (27, 1000, True),
    ],
)
def test_a_qualified_majority_as_the_treaty_has_it(states: int, people: int, carried: bool) -> None:
    """COUNCIL-15: Art. 16(4) TEU, with the blocking minority of four."""
    assert plain(laws.qualified_majority)(states, people, 27, 1000, 550, 650, 4) == carried


@given(st.integers(0, 27), st.integers(0, 1000))
def test_more_never_carries_less(states: int, people: int) -> None:
    """COUNCIL-15: a majority stays one when a state joins it."""
    carried = plain(laws.qualified_majority)
    assert carried(states, people, 27, 1000, 550, 650, 4) <= carried(
        min(states + 1, 27), min(people + 5, 1000), 27, 1000, 550, 650, 4
    )


@pytest.mark.parametrize(
    ("vetoes", "abstaining", "people", "carried"),
    [(0, 0, 0, True), (1, 0, 0, False), (0, 9, 333, False), (0, 9, 332, True), (0, 8, 900, True)],
)
def test_unanimity_bears_constructive_abstention(vetoes: int, abstaining: int, people: int, carried: bool) -> None:
    """COUNCIL-16: Art. 31(1) TEU: a third of the states with a third of the people sink a text, either alone does not."""
    assert plain(laws.unanimity)(vetoes, abstaining, people, 27, 1000, 333) == carried


# The procedure on nine states


def put(world: World, rule: DecisionRule, kind: MeasureKind = MeasureKind.READINESS) -> Draft:
    """A draft of a measure under a rule."""
    world.measures[0].rule, world.measures[0].kind = rule, kind
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.on = (
        1,
        EU if rule != DecisionRule.SILENCE else NATO,
        0,
        1,
        NOBODY,
    )
    world.measures[0].body = draft.body
    return draft


def positions(taken: dict[int, Position]) -> Terms:
    """Positions by country; the others are no members."""
    row = np.full(9, -1, np.int64)
    for country, position in taken.items():
        row[country] = position
    return row


ALL_NATO = (EST, LVA, LTU, POL, DEU, USA)


@pytest.mark.parametrize(
    ("taken", "verdict"),
    [
        (dict.fromkeys(ALL_NATO, Position.SILENT), Verdict.ADOPTED),
        (dict.fromkeys(ALL_NATO, Position.SUPPORTS) | {DEU: Position.OBJECTS}, Verdict.BLOCKED),
        (dict.fromkeys(ALL_NATO, Position.SUPPORTS) | {DEU: Position.RESERVED}, Verdict.ADOPTED),
        (dict.fromkeys(ALL_NATO, Position.RESERVED) | {EST: Position.SUPPORTS}, Verdict.HOLLOW),
    ],
)
def test_one_ally_breaks_silence(taken: dict[int, Position], verdict: Verdict) -> None:
    """COUNCIL-14 and the silence procedure: one objection blocks, reservations do not until they are three."""
    world, state = board()
    draft = put(world, DecisionRule.SILENCE)
    assert bare(laws.outcome)(world, state, draft, positions(taken)) == verdict


def test_a_red_line_objects_whatever_the_support() -> None:
    """COUNCIL-12: it rules out a kind of measure in one council, until a text of that council, of the kind demanded, is in force."""
    world, state = board()
    line = state.red_lines[0]
    line.alive, line.body, line.member, line.kind, line.demand, line.lapses = (
        1,
        EU,
        DEU,
        MeasureKind.SANCTIONS,
        MeasureKind.ENERGY,
        -1,
    )

    def crosses(draft: Draft, member: int) -> bool:
        crossed = bool(bare(laws.ruled_out)(world, state, draft)[member])
        assert crossed == (bare(laws.red_line_crossed)(world, state, draft, member) == 0)
        return crossed

    sanctions, aid = empty_table(Draft, 2)
    world.measures[0].kind, world.measures[1].kind = MeasureKind.SANCTIONS, MeasureKind.AID
    sanctions.body = aid.body = EU
    sanctions.measure, aid.measure = 0, 1
    assert crosses(sanctions, DEU)
    assert not crosses(sanctions, POL)
    assert not crosses(aid, DEU)
    sanctions.body = NATO
    assert not crosses(sanctions, DEU)
    sanctions.body = EU
    world.measures[1].kind = MeasureKind.ENERGY
    state.texts[0].alive, state.texts[0].measure, state.texts[0].body = 1, 1, RUSSIA
    assert crosses(sanctions, DEU)  # another body's text of the kind meets no demand on this council
    state.texts[0].body = EU
    assert not crosses(sanctions, DEU)


@pytest.mark.parametrize(("days_left", "kept"), [(100, 0), (7, 1)])
def test_no_red_line_stands_against_what_is_kept(days_left: int, kept: int) -> None:
    """COUNCIL-12 and MEASURE-6: what prolongs a text in its last weeks is objected to by nobody for its kind."""
    world, state = board()
    draft = put(world, DecisionRule.UNANIMITY, MeasureKind.SANCTIONS)
    line, text = state.red_lines[0], state.texts[0]
    line.alive, line.body, line.member, line.kind, line.demand, line.lapses = 1, EU, FIN, MeasureKind.SANCTIONS, -1, -1
    world.measures[draft.measure].effects = world.effects[0].weekly = 1
    text.alive, text.body, text.measure, text.ambition, text.until = 1, EU, draft.measure, 1, days_left
    text.against, text.helps, text.on = draft.against, draft.helps, draft.on
    supports, taken = np.zeros(9, np.int64), np.zeros(9, np.int64)
    bare(laws.sound_out)(world, state, draft, 1, empty_table(Bid, 1, 9), 0, supports, taken)
    assert draft.kept == kept
    assert bare(laws.ruled_out)(world, state, draft)[FIN] != kept
    if not kept:
        assert taken[FIN] == Position.OBJECTS


def test_positions_are_those_of_support_and_red_lines() -> None:
    """COUNCIL-11 and COUNCIL-12: every member has a position, bids count, strangers have none."""
    world, state = board()
    draft = put(world, DecisionRule.UNANIMITY, MeasureKind.SANCTIONS)
    line = state.red_lines[0]
    line.alive, line.body, line.member, line.kind, line.demand, line.lapses = 1, EU, FIN, MeasureKind.SANCTIONS, -1, -1
    bids = empty_table(Bid, 1, 9)
    supports, taken = np.zeros(9, np.int64), np.zeros(9, np.int64)
    bare(laws.sound_out)(world, state, draft, 1, bids, 0, supports, taken)
    assert taken[USA] == -1
    assert taken[FIN] == Position.OBJECTS
    without = int(supports[DEU])
    bids[0, DEU].points = 800
    bare(laws.sound_out)(world, state, draft, 1, bids, 0, supports, taken)
    assert supports[DEU] == without + 800
    assert taken[DEU] == plain(laws.position)(world.council_numbers[0], without + 800)


@pytest.mark.parametrize(("joined", "stays_out", "part"), [(1, 0, True), (1, 1, False), (0, 0, False)])
def test_who_stays_out_by_treaty_takes_no_part(joined: int, stays_out: int, part: bool) -> None:
    """COUNCIL-22."""
    assert plain(bodies.takes_part)(joined, stays_out) == part


def test_an_opt_out_is_of_a_kind_and_of_a_body() -> None:
    """COUNCIL-22: outside its kinds, and in another body, the member speaks as all do; within them nobody hears it."""
    world, state = board()
    draft = put(world, DecisionRule.UNANIMITY, MeasureKind.AID)
    draft.body, draft.against = EU, RUS
    world.countries[FIN].opt_out, world.countries[FIN].opt_out_kinds = EU, 1 << MeasureKind.AID
    taken, felt = np.zeros(state.countries.size, np.int64), np.zeros(state.countries.size, np.int64)
    bids = empty_table(Bid, 1, state.countries.size)
    for body, kind, heard in (
        (EU, MeasureKind.AID, False),
        (EU, MeasureKind.SANCTIONS, True),
        (NATO, MeasureKind.AID, True),
    ):
        state.members[NATO, FIN].joined, draft.body, world.measures[0].kind = 1, body, kind
        bare(laws.sound_out)(world, state, draft, 1, bids, 0, felt, taken)
        assert bool(taken[FIN] >= 0) is heard
        assert bare(bodies.has_a_voice)(world, state, draft, FIN) is heard
    draft.body, world.measures[0].kind = EU, MeasureKind.AID
    lift = np.zeros(state.countries.size, np.int64)
    felt[:] = -5000
    bare(lifts)(world, state, draft, felt, lift)
    assert lift[FIN] == 0
    assert lift[DEU] > 0

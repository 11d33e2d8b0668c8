"""Two-council items: merged where both agree, dearer the further, read as decoupling where the backbone was not asked."""

from __future__ import annotations

import numpy as np
import pytest

from tests.rules.fixed import fixed
from tests.rules.test_session import council
from tests.rules.threat_world import DEU, EST, EU, FIN, NATO, RUSSIA, USA
from tests.worlds import bare, notes_of
from wargame.model.codes import BodyKind, DecisionRule, Effect, MeasureKind, Note, Position, Verdict
from wargame.model.columns import NOBODY, Table, empty_table
from wargame.model.numbers import CouncilNumbers, WarNumbers
from wargame.model.plan import Bid, Draft, empty_plan
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import council as council_laws
from wargame.rules import session
from wargame.rules import support as supports
from wargame.rules import two_councils as laws
from wargame.rules.hearing import open_hearing
from wargame.rules.law import plain
from wargame.rules.legality import is_not_whole
from wargame.rules.texts import reckon_levels

TAKEN = {"given_up_1": 0.2, "given_up_2": 0.4, "given_up_3": 0.9, "given_up_4": 1.3, "given_up_5": 1.8}


@pytest.mark.parametrize(
    ("merged", "commitment", "dispute", "tradition", "points"),
    [
        (0, 500, 0, 0, -0.2),
        (250, 500, 0, 0, -0.4),
        (450, 500, 0, 0, -0.9),
        (650, 500, 0, 0, -1.3),
        (900, 500, 0, 0, -1.8),
        (900, 1000, 0, 0, -0.9),
        (0, 500, 500, 0, -1.2),
        (0, 500, 0, 500, -0.8),
    ],
)
def test_what_merging_takes(merged: int, commitment: int, dispute: int, tradition: int, points: float) -> None:
    """COUNCIL-23: missions, headquarters, procurement; disputes and the habit of standing apart speak against it."""
    n = fixed(CouncilNumbers, door=2.0, stand_apart=1.2, **TAKEN)
    assert plain(supports.sovereignty_term)(n, merged, commitment, dispute, tradition) == pytest.approx(points)


@pytest.mark.parametrize(("dispute", "tradition", "points"), [(0, 0, 0.0), (500, 0, -0.4), (0, 500, -0.24)])
def test_less_than_merging_meets_a_part_of_that(dispute: int, tradition: int, points: float) -> None:
    """COUNCIL-25: the door is ajar; nothing named is given up."""
    n = fixed(CouncilNumbers, door=2.0, stand_apart=1.2, ajar=0.4)
    assert plain(supports.ajar_term)(n, dispute, tradition) == pytest.approx(points)


@pytest.mark.parametrize(
    ("own", "limit", "rule"),
    [(1, 0, DecisionRule.QUALIFIED), (0, 0, DecisionRule.SILENCE), (0, 333, DecisionRule.UNANIMITY)],
)
def test_each_council_decides_by_its_own_rule(own: int, limit: int, rule: DecisionRule) -> None:
    """COUNCIL-24."""
    assert plain(council_laws.rule_at)(DecisionRule.QUALIFIED, own, limit) == rule


@pytest.mark.parametrize(("commitment", "step", "left"), [(700, 100, 670), (20, 100, 0)])
def test_a_step_taken_without_the_backbone_is_read_as_decoupling(commitment: int, step: int, left: int) -> None:
    """INTEGRATION-1."""
    assert plain(laws.decoupled)(fixed(CouncilNumbers, decoupling=0.3), commitment, step) == left


def test_merged_forces_recover_faster() -> None:
    """INTEGRATION-2."""
    n = fixed(WarNumbers, rest_merged=0.5)
    assert [plain(laws.rest_when_merged)(n, merged) for merged in (0, 500, 1000)] == [1.0, 1.25, 1.5]


@pytest.mark.parametrize(("merges", "integration", "legal"), [(1, 999, 1), (1, 1000, 0), (0, 1000, 1)])
def test_what_is_whole_is_merged_no_further(merges: int, integration: int, legal: int) -> None:
    """LEGAL-27."""
    assert plain(is_not_whole)(merges, integration) == legal


def two(sponsor: int = NATO, support: int = 400) -> tuple[World, State, Draft]:
    """A step put by one council that the other must agree to; Finland sits in the second alone."""
    world, state, draft = council(support, ambition=1)
    other = EU if sponsor == NATO else NATO
    measure = world.measures[0]
    measure.body, measure.second, measure.kind = sponsor, other, MeasureKind.INTEGRATION
    measure.base_1 = support
    measure.effects, world.effects[measure.first_effect].code = 1, Effect.INTEGRATION
    world.effects[measure.first_effect].size_1 = 100
    world.bodies[NATO].patron = USA
    for name in ("given_up_1", "given_up_2", "door", "stand_apart"):
        setattr(world.council_numbers[0], name, 0.0)
    for body in (NATO, EU):
        world.bodies[body].kind = BodyKind.COUNCIL
        state.bodies[body].integration = 100
        state.bodies[body].influence, state.bodies[body].funds = 100, 1000
    for c in range(9):
        state.members[EU, c].joined = int(c in (DEU, EST, FIN))
    draft.body = sponsor
    return world, state, draft


def put(world: World, state: State, draft: Draft, bids: Table[Bid]) -> tuple[int, list[tuple[int, int]]]:
    """The verdict, and who took a position in which council."""
    record = empty_record(60)
    verdict = bare(session.consider)(world, state, draft, bids, 0, record)
    return int(verdict), [(note[0], note[2]) for note in notes_of(record, Note.POSITION)]


def taken_of(world: World, state: State, draft: Draft, member: int) -> int:
    """What merging takes of a member, in the council that a draft lies before."""
    return int(bare(supports.what_merging_takes)(world, state, draft, member, bare(open_hearing)(world, state, draft)))


def test_both_councils_are_heard_and_both_merge() -> None:
    """Rulebook 2: the one after the other; what the first agreed is told, the text is the sponsor's."""
    world, state, draft = two()
    verdict, taken = put(world, state, draft, empty_table(Bid, 1, 9))
    assert verdict == Verdict.ADOPTED
    assert {body for _who, body in taken} == {NATO, EU}
    assert (FIN, EU) in taken
    assert (FIN, NATO) not in taken
    assert (state.bodies[NATO].integration, state.bodies[EU].integration) == (200, 200)
    assert (state.bodies[NATO].adopted, state.bodies[EU].adopted) == (1, 0)
    assert draft.body == NATO


def test_one_council_cannot_merge_alone() -> None:
    """Where a member of the second alone stands against it, nothing is merged; the first agreed in vain."""
    world, state, draft = two()
    bids = empty_table(Bid, 1, 9)
    word = bids[0, FIN]
    word.spoken, word.first, word.lower = 1, Position.OBJECTS, Position.OBJECTS
    record = empty_record(60)
    assert bare(session.consider)(world, state, draft, bids, 0, record) == Verdict.BLOCKED
    assert [note[3] for note in notes_of(record, Note.VERDICT)] == [Verdict.AGREED, Verdict.BLOCKED]
    assert (state.bodies[NATO].integration, state.bodies[EU].integration) == (100, 100)
    assert state.bodies[NATO].adopted == 0


@pytest.mark.parametrize(("country", "paid"), [(FIN, 30), (DEU, 30)])
def test_a_delegate_pays_once_where_it_is_heard_first(country: int, paid: int) -> None:
    """DELEGATE-7: who sits in the second council alone pays there, who sits in both in the first."""
    world, state, draft = two()
    state.countries[country].government = 600
    bids = empty_table(Bid, 1, 9)
    word = bids[0, country]
    word.spoken, word.first, word.lower = 1, Position.RESERVED, Position.RESERVED
    word.first_price = word.lower_price = paid
    put(world, state, draft, bids)
    assert state.countries[country].government == 600 - paid


@pytest.mark.parametrize(("sponsor", "lost"), [(NATO, 0), (EU, 30)])
def test_washington_reads_who_put_it(sponsor: int, lost: int) -> None:
    """INTEGRATION-1: put by the Alliance it is burden sharing, put by the Union decoupling."""
    world, state, draft = two(sponsor)
    before = int(state.members[NATO, USA].commitment)
    assert put(world, state, draft, empty_table(Bid, 1, 9))[0] == Verdict.ADOPTED
    assert before - int(state.members[NATO, USA].commitment) == lost


def test_what_is_foreseen_is_the_worse_of_both() -> None:
    """The forecast hears both councils too, and leaves the draft as it was."""
    world, state, draft = two()
    world.links[FIN, USA].dispute = 900
    world.council_numbers[0].isolation = 0.0
    world.council_numbers[0].door = 2.0
    felt, positions, lift = (np.zeros(9, np.int64) for _ in range(3))
    asked = bare(laws.foresee)(world, state, draft, empty_table(Bid, 1, 9), 0, felt, positions, lift)
    assert positions[FIN] == Position.OBJECTS
    assert felt[FIN] == 400 - 1800
    assert positions[USA] == Position.SILENT
    assert asked == lift.sum() == lift[FIN] > 0
    assert draft.body == NATO


def test_a_price_in_the_second_council_is_what_the_sponsor_would_pay() -> None:
    """COUNCIL-13: whom it has courted of late costs it twice as much there too; by whom the second council courted it is nothing to it."""
    world, state, draft = two()
    world.links[FIN, USA].dispute = 900
    world.council_numbers[0].isolation = 0.0
    world.council_numbers[0].door = 1.8
    state.clock[0].turn = 5

    def asked(courted_by: int) -> int:
        for body in (NATO, EU):
            state.members[body, FIN].courted = 4 if body == courted_by else -100
        felt, positions, lift = (np.zeros(9, np.int64) for _ in range(3))
        return int(bare(laws.foresee)(world, state, draft, empty_table(Bid, 1, 9), 0, felt, positions, lift))

    fresh = asked(NOBODY)
    assert fresh > 0
    assert asked(NATO) == pytest.approx(2 * fresh, abs=1)
    assert asked(EU) == fresh


def test_working_together_takes_less_than_merging() -> None:
    """COUNCIL-25: of who has a dispute at the door a part of what a step in merging takes; of others, and of one council alone, nothing."""
    world, state, draft = two()
    world.links[FIN, USA].dispute = 900
    n = world.council_numbers[0]
    n.door, n.ajar, n.given_up_1 = 2.0, 0.4, 0.2
    draft.body = EU
    assert taken_of(world, state, draft, FIN) < -1800
    world.measures[0].kind = MeasureKind.PARTNERSHIP
    assert taken_of(world, state, draft, FIN) == -720
    assert taken_of(world, state, draft, DEU) == 0
    world.measures[0].second = NOBODY
    assert taken_of(world, state, draft, FIN) == 0


def test_who_is_close_to_a_member_that_is_kept_out_holds_it_against_the_draft() -> None:
    """COUNCIL-26: whose treaty keeps it out has no say itself; where all take part there is nothing to hold."""
    n = fixed(CouncilNumbers, left_out=0.8)
    assert plain(supports.left_out_term)(n, 500) == pytest.approx(-0.4)
    world, state, draft = two(EU)
    world.council_numbers[0].left_out = 0.8
    world.measures[0].kind, draft.body = MeasureKind.BERLIN_PLUS, EU
    world.links[DEU, FIN].tie = 500
    taken = []
    for kinds in (0, 1 << MeasureKind.BERLIN_PLUS):
        world.countries[FIN].opt_out, world.countries[FIN].opt_out_kinds = EU, kinds
        taken.append([taken_of(world, state, draft, c) for c in (DEU, EST)])
    assert taken == [[0, 0], [-400, 0]]
    felt, positions = np.zeros(9, np.int64), np.zeros(9, np.int64)
    bare(council_laws.sound_out)(world, state, draft, 1, empty_table(Bid, 1, 9), 0, felt, positions)
    assert positions[FIN] == -1
    assert positions[DEU] >= 0


@pytest.mark.parametrize("sponsor", [NATO, EU])
def test_both_councils_hold_together_the_better(sponsor: int) -> None:
    """MEASURE-12: whichever of them tabled it."""
    world, state, draft = two(sponsor)
    world.measures[0].kind = MeasureKind.PARTNERSHIP
    world.effects[world.measures[0].first_effect].code = Effect.COHESION
    state.bodies[NATO].cohesion = state.bodies[EU].cohesion = 500
    assert put(world, state, draft, empty_table(Bid, 1, 9))[0] == Verdict.ADOPTED
    assert (state.bodies[NATO].cohesion, state.bodies[EU].cohesion) == (600, 600)


def test_forces_of_both_councils_move_faster() -> None:
    """MEASURE-12: while what they agreed is in force, and by nothing that the one does alone."""
    world, state, _draft = two(EU)
    world.effects[world.measures[0].first_effect].code = Effect.MOBILITY
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition, text.backing = 1, EU, 0, 1, 1000
    sped_up = []
    for second in (NATO, NOBODY):
        world.measures[0].second = second
        bare(reckon_levels)(world, state)
        sped_up.append((int(state.bodies[NATO].mobility), int(state.bodies[EU].mobility)))
    assert sped_up == [(100, 100), (0, 100)]


def test_disputes_count_at_the_door_only() -> None:
    """COUNCIL-23: with whom one sits already, one has settled; a state at neither table counts for nothing."""
    world, state, draft = two()
    world.links[DEU, USA].dispute = 900
    world.council_numbers[0].door = 2.0
    assert taken_of(world, state, draft, DEU) == 0
    assert draft.against == NOBODY


@pytest.mark.parametrize(
    ("kind", "second", "part"),
    [(BodyKind.COUNCIL, NOBODY, 0), (BodyKind.COUNCIL, EU, 1), (BodyKind.LEADERSHIP, NOBODY, 2)],
)
def test_what_one_council_decides_comes_before_what_two_do(kind: BodyKind, second: int, part: int) -> None:
    """SESSION-4: and leaderships decide after both."""
    assert plain(session.part_of_session)(kind, second) == part


def test_two_council_items_come_last_in_a_session() -> None:
    """SESSION-4, rulebook 2: the Union's own item is decided before what the Alliance put to both; a leadership's comes after."""
    world, state, _draft = two()
    measures = world.measures
    for row, body in ((1, NATO), (2, EU), (3, RUSSIA)):
        measures[row].body, measures[row].rule, measures[row].base_1, measures[row].second = body, 1, 1000, NOBODY
        measures[row].first_effect, measures[row].effects = 0, 0
    plan = empty_plan(state)
    for d, row in enumerate((3, 0, 2, 1)):
        draft = plan.drafts[d]
        draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, measures[row].body, row, 1, 1
        draft.incident = draft.against = draft.helps = draft.on = NOBODY
    assert bare(session.agenda_of)(world, plan.drafts).tolist() == [3, 2, 1, 0]
    record = empty_record(200)
    bare(session.hold_session)(world, state, plan, record)
    assert [note[1] for note in notes_of(record, Note.TABLED)] == [1, 2, 0, 3]

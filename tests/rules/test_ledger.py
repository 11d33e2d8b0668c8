"""The ledger: what is read and scored, and what a reading must remember."""

from tests.rules.threat_world import DEU, EST, EU, NATO, RUS, board, tables
from wargame.model.codes import IncidentKind, MeasureKind, Reading
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.state import Ledger
from wargame.model.world import ObjectiveFacts
from wargame.rules import ledger as laws
from wargame.rules.law import plain


def test_the_ledger_keeps_values_and_scores() -> None:
    """Rulebook 13: each objective is read and scored, and a side's total is the sum of its own."""
    world, state = tables(2, 2, 1, objectives=3)
    for o, (body, weight) in enumerate(((0, 60), (0, 40), (1, 100))):
        objective = world.objectives[o]
        objective.body, objective.weight, objective.reading, objective.target = body, weight, Reading.COHESION, NOBODY
        objective.best = 1000
    state.bodies[0].cohesion = 500
    plain(laws.keep_ledger)(world, state)
    assert column_of(state.ledger, "value").tolist() == [500, 500, 0]
    assert plain(laws.totals)(world, state, 0) == 50_000
    assert plain(laws.totals)(world, state, 1) == 0


def weeks_of_sanctions(weeks: str, attacked_from: int = 99, peace_from: int = 99) -> list[int]:
    """The reading of KEPT week by week: `weeks` has the ambition of those that stand, 0 for none."""
    world, state = board()
    world, state = (
        world._replace(objectives=empty_table(ObjectiveFacts, 1)),
        state._replace(ledger=empty_table(Ledger, 1)),
    )
    objective = world.objectives[0]
    objective.body, objective.reading, objective.target = EU, Reading.KEPT, RUS
    text = state.texts[0]
    text.body, text.measure, text.against = EU, 0, RUS
    world.measures[0].kind = MeasureKind.SANCTIONS
    act = state.incidents[0]
    act.kind, act.author, act.victim = IncidentKind.ARMED_ATTACK, RUS, EST
    state.pairs[RUS, EST].war = 1
    found = []
    for week, depth in enumerate(weeks):
        text.alive, text.ambition, act.alive = int(depth != "0"), int(depth), int(week >= attacked_from)
        if week >= peace_from:
            act.settled, state.pairs[RUS, EST].war = 1, 0
        plain(laws.count_weeks_kept)(world, state)
        plain(laws.keep_ledger)(world, state)
        found.append(int(state.ledger[0].value))
    return found


def test_sanctions_are_kept_or_lapse() -> None:
    """OBJECTIVE-12, KEPT: what nobody called for is kept; once they stood, each week without them counts; so does one after an attack."""
    assert weeks_of_sanctions("000") == [1000, 1000, 1000]
    assert weeks_of_sanctions("0110") == [1000, 1000, 1000, 666]
    assert weeks_of_sanctions("0003", attacked_from=1) == [1000, 0, 0, 333]
    assert weeks_of_sanctions("1123", attacked_from=2) == [1000, 1000, 888, 916]
    assert weeks_of_sanctions("1111") == [1000] * 4


def test_sanctions_of_others_or_against_others_do_not_count() -> None:
    """KEPT: the body's own, against the target."""
    world, state = board()
    text = state.texts[0]
    text.alive, text.ambition, text.body, text.measure, text.against = 1, 2, EU, 0, RUS
    world.measures[0].kind = MeasureKind.SANCTIONS
    asked = [(EU, RUS), (EU, NOBODY), (NATO, RUS), (EU, DEU)]
    assert [plain(laws.depth_of_sanctions)(world, state, *pair) for pair in asked] == [2, 2, 0, 0]
    world.measures[0].kind = MeasureKind.AID
    assert plain(laws.depth_of_sanctions)(world, state, EU, RUS) == 0


def test_after_a_ceasefire_whatever_stands_will_do() -> None:
    """OBJECTIVE-16: while the war is on one step of three answers by a third; once the guns are silent it is kept in full."""
    assert weeks_of_sanctions("1111", attacked_from=1) == [1000, 666, 555, 500]
    assert weeks_of_sanctions("1111", attacked_from=1, peace_from=2) == [1000, 666, 777, 833]

"""Words count when a matching act follows (rulebook 1): who began is believed in full once it is answered, like who answered."""

from __future__ import annotations

import pytest

from tests.worlds import Side, Site, Small, bare, small_world
from wargame.engine.compile import compile_scenario
from wargame.engine.resolve import copied
from wargame.model.codes import Act, Effect
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.plan import Draft
from wargame.model.record import empty_record
from wargame.model.state import Habit, State
from wargame.model.world import EffectFacts, MeasureFacts, World
from wargame.rules import reassurance as laws
from wargame.rules.adoption import adopt
from wargame.rules.felt import felt_of
from wargame.rules.law import plain
from wargame.rules.turn import begin
from wargame.store.scenarios import find_scenario, load_scenario

SIZE = 100  # 1/1000 of belief, answered
ALONE = 30  # unanswered
BELIEF = 500


@pytest.mark.parametrize(("belief", "size", "matched", "after"), [(500, 40, 1, 460), (500, 40, 0, 488), (20, 40, 1, 0)])
def test_words_count_when_a_matching_act_follows(belief: int, size: int, matched: int, after: int) -> None:
    """MEASURE-3."""
    assert plain(laws.reassurance)(belief, size, matched, 0.3) == after


@pytest.mark.parametrize(("size", "missing"), [(40, 28), (25, 17), (0, 0)])
def test_an_answer_makes_good_what_was_missing(size: int, missing: int) -> None:
    """MEASURE-9: both together are what an answered reassurance does at once."""
    assert plain(laws.outstanding)(size, 0.3) == missing
    assert plain(laws.reassurance)(BELIEF, size, 0, 0.3) - missing == plain(laws.reassurance)(BELIEF, size, 1, 0.3)


@pytest.mark.parametrize(
    ("belief", "size", "after"), [(600, 50, 620), (600, -50, 570), (600, 0, 600), (0, -50, 0), (1000, 50, 1000)]
)
def test_words_are_taken_for_what_they_say(belief: int, size: int, after: int) -> None:
    """MEASURE-13: firm ones take doubt away, kind ones belief; nobody doubts less than not at all."""
    assert plain(laws.worded)(belief, size) == after


@pytest.mark.parametrize(("size", "act"), [(100, Act.WORDS), (-100, Act.TRANSPARENCY)])
def test_words_are_heard_by_whom_they_name(size: int, act: Act) -> None:
    """MEASURE-13: the state named and those that share a body with it; a third side hears nothing, nor do those who speak."""
    sides = [Side((0, 1)), Side((2, 3)), Side((4,))]
    small = small_world([Site(c) for c in range(5)], sides=sides, countries=5)
    for one in range(5):
        for other in range(5):
            small.state.pairs[one, other].intentions = BELIEF
    text = small.state.texts[0]
    text.body, text.against = 0, 2
    bare(laws.speak_of)(small.world, small.state, text, size)
    moved = BELIEF + size // 2
    believed = [[int(small.state.pairs[i, j].intentions) for j in (0, 1)] for i in range(5)]
    assert believed == [[BELIEF] * 2, [BELIEF] * 2, [moved] * 2, [moved] * 2, [BELIEF] * 2]
    assert small.state.pairs[2, 0].last_act == act
    assert small.state.pairs[0, 2].intentions == BELIEF


def two_sides() -> Small:
    """Two councils of one state each and a third that stands by; each of the two may reassure the other."""
    sides = [Side((0,)), Side((1,)), Side((2,))]
    small = small_world([Site(0), Site(1), Site(2)], sides=sides, countries=3, capitals=(0, 1, 2))
    measures, effects = empty_table(MeasureFacts, 2), empty_table(EffectFacts, 1)
    for body in (0, 1):
        measures[body].body, measures[body].weeks, measures[body].effects = body, 13, 1
    effects[0].code, effects[0].size_1 = Effect.REASSURE, SIZE
    small.world = small.world._replace(measures=measures, effects=effects)
    small.state = small.state._replace(habits=empty_table(Habit, 2))
    for one in range(3):
        for other in range(3):
            small.state.pairs[one, other].intentions = BELIEF
            small.state.pairs[one, other].reassured = -1000
    return small


def reassures(small: Small, body: int, against: int, day: int) -> None:
    """A council decides to reassure a state."""
    small.state.clock[0].day = day
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, body, body, 1, 1
    draft.against, draft.helps, draft.on = against, NOBODY, NOBODY
    bare(adopt)(small.world, small.state, draft, 1, 1000, small.record)


def believed(small: Small) -> tuple[int, int]:
    """How far the belief of the second in the first, and that of the first in the second, has fallen."""
    pairs = small.state.pairs
    return BELIEF - int(pairs[1, 0].intentions), BELIEF - int(pairs[0, 1].intentions)


@pytest.mark.parametrize(("day", "fallen", "matched"), [(28, (SIZE, SIZE), 1), (29, (ALONE, ALONE), 0)])
def test_who_began_is_believed_in_full_once_it_is_answered(day: int, fallen: tuple[int, int], matched: int) -> None:
    """MEASURE-3 and MEASURE-9: within four weeks both sides' acts count in full; later neither does."""
    small = two_sides()
    reassures(small, 0, 1, day=0)
    assert believed(small) == (ALONE, 0)
    reassures(small, 1, 0, day=day)
    assert believed(small) == fallen
    assert [small.state.texts[t].matched for t in (0, 1)] == [matched, matched]


def test_an_answer_makes_good_once() -> None:
    """MEASURE-9: a first text that has been answered is not topped up again."""
    small = two_sides()
    reassures(small, 0, 1, day=0)
    reassures(small, 1, 0, day=7)
    small.state.texts[1].against = 2  # so that the next is another text
    before = believed(small)[0]
    reassures(small, 1, 0, day=14)
    assert believed(small)[0] == before


def test_a_bystander_answers_nothing() -> None:
    """MEASURE-9: the act of a side that was not addressed, and does not answer who began, makes nothing good."""
    small = two_sides()
    reassures(small, 0, 2, day=0)
    reassures(small, 1, 2, day=7)
    assert small.state.texts[0].matched == 0


def unfolded(world: World, state: State) -> list[tuple[int, int]]:
    """The pairs whose threat is not the sum of its parts."""
    found = []
    for one in range(state.countries.size):
        for other in range(state.countries.size):
            pair = state.pairs[one, other]
            if one != other and pair.threat != plain(felt_of)(world.threat_numbers[0], pair):
                found.append((one, other))
    return found


def test_threat_follows_a_reassurance_and_its_answer_at_once() -> None:
    """MEASURE-3, MEASURE-9 and THREAT-5: what is felt is the sum of its parts after each of the two acts."""
    small = two_sides()
    for one in range(3):
        for other in range(3):
            pair = small.state.pairs[one, other]
            pair.aggregate, pair.proximity, pair.offensive, pair.pledged = 300, 800, 500, 40
            pair.threat = plain(felt_of)(small.world.threat_numbers[0], pair)
    felt = [int(small.state.pairs[1, 0].threat)]
    for body, against, day in ((0, 1, 0), (1, 0, 7)):
        reassures(small, body, against, day)
        assert unfolded(small.world, small.state) == []
        felt.append(int(small.state.pairs[1, 0].threat))
    assert felt[0] > felt[1] > felt[2]


@pytest.mark.parametrize(("scenario", "measure"), [("first_steps", "restraint"), ("invasion_2022", "concept_defence")])
def test_threat_follows_words_and_gestures_in_a_scenario(scenario: str, measure: str) -> None:
    """THREAT-5: once Russia holds back, or a council words its concept, every pair's threat is the sum of its parts."""
    start = compile_scenario(load_scenario(find_scenario(scenario)), 1)
    world, state, row = start.world, copied(start.state), start.names.measures.row(measure)
    bare(begin)(world, state)
    assert unfolded(world, state) == []
    before = column_of(state.pairs, "intentions").copy()
    draft = empty_table(Draft, 1)[0]
    draft.alive, draft.body, draft.measure, draft.ambition, draft.lowest = 1, world.measures[row].body, row, 3, 3
    draft.against = start.names.countries.row("RUS") if world.measures[row].needs_against else NOBODY
    draft.helps = draft.on = NOBODY
    bare(adopt)(world, state, draft, 3, 1000, empty_record(100))
    assert (column_of(state.pairs, "intentions") != before).any()
    assert unfolded(world, state) == []

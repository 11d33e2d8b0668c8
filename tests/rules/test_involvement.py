"""Involvement: how far a body is drawn into a war of others, and how that is contested."""

import pytest

from tests.rules.threat_world import EST, NATO, RUS, USA, board, notes_of, state_numbers
from wargame.model.codes import IncidentKind, MeasureKind, Note
from wargame.model.record import Record, empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import involvement as laws
from wargame.rules.article5 import lies_in_area
from wargame.rules.law import plain
from wargame.rules.membership import fighting
from wargame.store.scenarios import find_scenario, load_scenario

SEEDS = range(1, 21)


def involve(world: World, state: State) -> Record:
    """One week of involvement."""
    record = empty_record()
    plain(laws.involve)(world, state, record, plain(fighting)(state.pairs))
    return record


def test_involvement_on_a_golden_grid() -> None:
    """ESCALATION-4: aid, standing forces near the war, own soldiers under fire; all of it at war."""
    n = state_numbers()
    involved = plain(laws.involvement_of)
    assert involved(n, 0, 0, 0, 0) == 0
    assert involved(n, 3, 2, 500, 0) == 1800 + 1000 + 2000
    assert involved(n, 0, 0, 0, 1) == 10_000


def test_involvement_is_left_slowly() -> None:
    """ESCALATION-5: up at once, down a twentieth a week."""
    n = state_numbers()
    assert plain(laws.involvement_moves)(n, 1000, 4000) == 4000
    assert plain(laws.involvement_moves)(n, 4000, 1000) == 3850


def test_aid_to_a_state_at_war_involves() -> None:
    """ESCALATION-4: a text of aid counts while it helps a state that fights; a member at war involves wholly."""
    world, state = board()
    world.measures[1].kind = MeasureKind.AID
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition, text.helps = 1, NATO, 1, 2, EST
    involve(world, state)
    assert state.bodies[NATO].involvement == 0
    state.members[NATO, EST].joined = 0
    state.pairs[EST, RUS].war = state.pairs[RUS, EST].war = 1
    involve(world, state)
    near = 3  # battlegroups next to Estonia or Russia: in Estonia, Latvia and beside Kaliningrad
    assert state.bodies[NATO].involvement >= 1200 + 500 * near
    state.pairs[USA, RUS].war = state.pairs[RUS, USA].war = 1
    involve(world, state)
    assert state.bodies[NATO].involvement == 10_000


def test_standing_forces_near_a_war_involve() -> None:
    """ESCALATION-4: all four battlegroups stand next to Russia; Russia's war with a stranger concerns them."""
    world, state = board()
    state.members[NATO, EST].joined = 0
    state.pairs[RUS, EST].war = state.pairs[EST, RUS].war = 1
    involve(world, state)
    assert state.bodies[NATO].involvement == 4 * 500


@pytest.mark.parametrize(
    ("before", "now", "crossed"),
    [(3999, 4000, True), (4000, 4500, False), (5000, 7000, True), (0, 9000, True), (8000, 6000, False)],
)
def test_involvement_is_contested_at_two_lines(before: int, now: int, crossed: bool) -> None:
    """ESCALATION-6: at 4 and at 7, on the way up."""
    assert plain(laws.crosses_a_line)(state_numbers(), before, now) == crossed


def test_open_channels_keep_convoys_safe() -> None:
    """ESCALATION-7: a stated chance, lower with channels, never more than without any."""
    n = state_numbers()
    assert plain(laws.contest_chance)(n, 0) == pytest.approx(n.contest_chance)
    assert plain(laws.contest_chance)(n, 1000) < plain(laws.contest_chance)(n, 300) < n.contest_chance


def aided(seed: int) -> tuple[World, State]:
    """Estonia, in no alliance and at war with Russia; the alliance is about to help it wholly."""
    world, state = board()
    world.measures[1].kind = MeasureKind.AID
    state.clock[0].seed = seed
    state.members[NATO, EST].joined = 0
    state.pairs[EST, RUS].war = state.pairs[RUS, EST].war = 1
    text = state.texts[0]
    text.alive, text.body, text.measure, text.ambition, text.helps = 1, NATO, 1, 3, EST
    state.bodies[NATO].involvement = 3500
    return world, state


def test_a_convoy_is_struck_on_its_way() -> None:
    """ESCALATION-6 and 7 applied: an act of severity 3 against the ally whose roads the aid takes, by whom it is fought with."""
    struck = 0
    for seed in SEEDS:
        world, state = aided(seed)
        world.state_numbers[0].involved_aid = 2000.0
        record = involve(world, state)
        for row in notes_of(record, Note.INCIDENT):
            told = record.entries[row]
            assert (told.whom, told.first, told.second) == (RUS, IncidentKind.CONVOY, 3)
            assert state.members[NATO, told.who].joined == 1
            assert state.regions[told.where].controller in (EST, told.who)
            assert state.clock[0].escalation >= 3000
            struck += 1
    assert 0 < struck < len(SEEDS)


def test_some_strikes_fall_astray() -> None:
    """ESCALATION-9: a stated chance; on the ally's own land the act is inside the area of its pledge, beyond the border not."""
    n = state_numbers()
    assert plain(laws.falls_astray)(n, n.astray - 0.01)
    assert not plain(laws.falls_astray)(n, n.astray)
    for astray, inside in ((0.0, False), (1.0, True)):
        seen = []
        for seed in SEEDS:
            world, state = aided(seed)
            world.state_numbers[0].involved_aid, world.state_numbers[0].astray = 2000.0, astray
            record = involve(world, state)
            seen += [record.entries[row].where for row in notes_of(record, Note.INCIDENT)]
        assert seen
        assert all(plain(lies_in_area)(world, state, NATO, place) == inside for place in seen)


def test_no_convoy_is_struck_twice_for_one_line() -> None:
    """ESCALATION-6: who stays involved is not contested anew."""
    for seed in SEEDS:
        world, state = aided(seed)
        world.state_numbers[0].involved_aid = 2000.0
        state.bodies[NATO].involvement = 9000
        assert notes_of(involve(world, state), Note.INCIDENT) == []


@pytest.mark.parametrize("name", ["first_steps", "baltic_2016", "invasion_2022"])
def test_aid_that_a_scenario_offers_is_in_force_for_a_while(name: str) -> None:
    """ESCALATION-4 and 7 count texts of aid in force: a measure of aid that were over at once could never involve anybody."""
    measures = load_scenario(find_scenario(name)).measures.values()
    aid = [measure for measure in measures if measure.kind == MeasureKind.AID]
    assert aid
    assert all(measure.weeks > 0 and all(effect.weekly for effect in measure.effects) for measure in aid)

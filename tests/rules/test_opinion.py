"""Opinion, governments and elections."""

import pytest

from tests.rules.threat_world import DEU, EST, FIN, RUS, RUSSIA, board, no_room, notes_of, state_numbers, tables
from wargame.model.codes import Note
from wargame.model.record import empty_record
from wargame.rules import opinion as laws
from wargame.rules.law import plain


def test_opinion_follows_threat_losses_and_prices() -> None:
    """OPINION-1: threat firms opinion, losses and hardship tire it."""
    n = state_numbers()
    goal = plain(laws.opinion_goal)
    assert goal(n, 0, 0, 0.0) == n.opinion_base
    assert goal(n, 400, 0, 0.0) == n.opinion_base + 0.7 * 400
    assert goal(n, 400, int(n.losses_half), 0.0) == goal(n, 400, 0, 0.0) - n.opinion_losses / 2
    assert goal(n, 400, 0, 100.0) == goal(n, 400, 0, 0.0) - 50


def test_governments_live_by_bread_and_the_public() -> None:
    """OPINION-2: hardship and an outlook unlike the public's cost support."""
    n = state_numbers()
    goal = plain(laws.government_goal)
    assert goal(n, 0.0, 500, 0) == n.government_base
    assert goal(n, 100.0, 500, 0) == n.government_base - 80
    assert goal(n, 0.0, 700, 400) == n.government_base
    assert goal(n, 0.0, 700, -100) < n.government_base


@pytest.mark.parametrize(
    ("opinion", "luck", "outlook"), [(500, 0.5, 0), (700, 0.5, 300), (700, 1.0, 550), (300, 0.0, -550)]
)
def test_a_new_government_is_like_its_public(opinion: int, luck: float, outlook: int) -> None:
    """OPINION-3: one and a half times opinion's lean, give or take the luck of the vote."""
    assert plain(laws.new_outlook)(state_numbers(), opinion, luck) == outlook


def test_below_thirty_a_government_falls() -> None:
    """OPINION-4: the line itself is survived."""
    assert not plain(laws.falls)(state_numbers(), 300)
    assert plain(laws.falls)(state_numbers(), 299)


def test_elections_are_won_by_support() -> None:
    """OPINION-5: even support wins half the time, none never."""
    assert plain(laws.reelected)(500, 0.49)
    assert not plain(laws.reelected)(500, 0.51)
    assert not plain(laws.reelected)(0, 0.0)
    assert plain(laws.reelected)(1000, 0.99)


def test_dear_winters_are_felt_at_home() -> None:
    """OPINION-1 and 2, PRICES-9: where prices stand high for long, the public tires and the government loses support."""
    world, state = board()
    state.countries[DEU].prices = 3000
    other = board()[1]
    for one in (state, other):
        for week in range(10):
            one.clock[0].day = 7 * week
            plain(laws.form_opinion)(world, one, empty_record(20))
    assert state.countries[DEU].opinion < other.countries[DEU].opinion
    assert state.countries[DEU].government < other.countries[DEU].government
    assert state.countries[EST].opinion == other.countries[EST].opinion


def test_a_government_falls_and_is_followed() -> None:
    """Rulebook 12: support below 30 brings a new government, the fall is noted and flagged."""
    world, state = board()
    state.countries[EST].government = 250
    record = empty_record(20)
    plain(laws.form_opinion)(world, state, record)
    (row,) = notes_of(record, Note.GOVERNMENT_FALLS)
    assert record.entries[row].who == EST
    assert record.entries[row].third == laws.FELL
    assert record.entries[row].first == state.countries[EST].outlook
    assert state.countries[EST].government == state_numbers().fresh_government


def test_no_voters_no_fall() -> None:
    """OPINION-4: a state where governments do not answer to voters keeps its own."""
    world, state = board()
    state.countries[RUS].government = 200
    record = empty_record(20)
    plain(laws.form_opinion)(world, state, record)
    assert notes_of(record, Note.GOVERNMENT_FALLS) == []


def test_an_election_is_held_once() -> None:
    """OPINION-5: in the week of its day, and in no other."""
    world, state = board()
    world.countries[DEU].election_day = 10
    held = []
    for day in (7, 14, 21):
        state.clock[0].day = day
        state.countries[DEU].government = 400
        record = empty_record(20)
        plain(laws.form_opinion)(world, state, record)
        held += [day] * len(notes_of(record, Note.GOVERNMENT_FALLS))
        held += [day] * int(state.countries[DEU].government >= state_numbers().fresh_government)
    assert set(held) == {14}


@pytest.mark.parametrize("invaded", [False, True])
def test_a_war_on_the_soil_puts_an_election_off(invaded: bool) -> None:
    """OPINION-6: at war with who holds land of its own a state does not vote; at war abroad it does."""
    world, state = board()
    world.countries[DEU].election_day = 10
    state.pairs[DEU, RUS].war = state.pairs[RUS, DEU].war = 1
    own = next(r for r in range(world.regions.size) if world.regions[r].home == DEU)
    state.regions[own].controller = RUS if invaded else DEU
    state.clock[0].day = 14
    state.countries[DEU].government = 400
    plain(laws.form_opinion)(world, state, no_room())
    voted = state.countries[DEU].government >= state_numbers().fresh_government
    assert voted is not invaded


@pytest.mark.parametrize("step", range(1, 8))
def test_no_election_is_missed_or_held_twice(step: int) -> None:
    """OPINION-6: weeks end on the first day of a war step after them, so six to eight days apart; each day counts once."""
    ends = [day for day in range(step, 200, step) if day // 7 > (day - step) // 7]
    for election in range(180):
        assert sum(plain(laws.is_held)(election, day, 0) for day in ends) == 1
        assert not any(plain(laws.is_held)(election, day, 1) for day in ends)
    assert not any(plain(laws.is_held)(-1, day, 0) for day in ends)


def test_games_differ_by_their_seed() -> None:
    """Small shocks of chance move opinion: equal for equal seeds, unlike for others."""
    seen = []
    for seed in (1, 1, 2):
        world, state = tables(3, 1)
        state.clock[0].seed = seed
        for week in range(6):
            state.clock[0].day = 7 * week
            plain(laws.form_opinion)(world, state, no_room())
        seen.append([int(country.opinion) for country in state.countries])  # type: ignore[attr-defined]
    assert seen[0] == seen[1] != seen[2]


def test_threatened_publics_grow_firm() -> None:
    """OPINION-1: over a year Estonia's public is firmer than Finland's would be without any threat."""
    world, state = board()
    state.pairs[FIN, RUS].threat = 0
    state.countries[EST].opinion = state.countries[FIN].opinion = 550
    for week in range(52):
        state.clock[0].day = 7 * week
        plain(laws.form_opinion)(world, state, no_room())
    assert state.countries[EST].opinion > state.countries[FIN].opinion + 100


@pytest.mark.parametrize(("support", "size", "gained"), [(400, 100, 60.0), (1000, 100, 0.0), (400, 0, 0.0)])
def test_a_perspective_heartens(support: int, size: int, gained: float) -> None:
    """OPINION-7: a share of what support lacks."""
    assert plain(laws.heartened)(support, size) == pytest.approx(gained)


def test_a_government_and_the_nation_it_leads_are_held_to_the_more() -> None:
    """Effect hearten: of the state helped alone; a state that leads no side has its government only."""
    world, state = board()
    world.bodies[RUSSIA].leader = RUS
    for helped, steadied in ((RUS, True), (EST, False)):
        before = [int(c.government) for c in state.countries], int(state.bodies[RUSSIA].stability)
        plain(laws.hearten)(world, state, helped, 100)
        moved = [int(c.government) - old for c, old in zip(state.countries, before[0], strict=True)]
        assert [k for k, gained in enumerate(moved) if gained > 0] == [helped]
        assert bool(state.bodies[RUSSIA].stability > before[1]) is steadied

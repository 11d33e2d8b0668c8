"""Stances: how states answer threat, and what they spend for it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.threat_world import (
    BLR,
    DEU,
    EST,
    LTU,
    LVA,
    MINS,
    POL,
    RUS,
    USA,
    board,
    no_room,
    notes_of,
    state_numbers,
    terms_row,
)
from wargame.model.codes import Act, Note, Stance
from wargame.model.record import empty_record
from wargame.rules import stance as laws
from wargame.rules.intentions import perceive
from wargame.rules.law import plain
from wargame.rules.membership import Floats
from wargame.rules.threat import feel

SHARE = st.floats(0.0, 1.0)


def best(s: Floats) -> Stance:
    """The stance worth most in a situation."""
    return max(Stance, key=lambda k: plain(laws.worth)(state_numbers(), k, s, terms_row()))


def situation(**values: float) -> Floats:
    """A situation, 0 where nothing is said."""
    s = np.zeros(laws.FACTORS)
    for name, value in values.items():
        s[getattr(laws, name.upper())] = value
    return s


@settings(deadline=None)  # the first call may compile
@given(st.lists(SHARE, min_size=7, max_size=7), st.sampled_from(Stance))
def test_the_worth_is_its_terms(values: list[float], stance: Stance) -> None:
    """STANCE-1: terms fold to the worth, whatever the situation."""
    terms = terms_row()
    assert plain(laws.worth)(state_numbers(), stance, np.array(values), terms) == terms.sum()


@pytest.mark.parametrize(
    ("s", "stance"),
    [
        (situation(), Stance.ALOOF),
        (situation(danger=0.7, unlike=0.5), Stance.BALANCE_INTERNALLY),
        (situation(danger=0.7, protected=0.4, believed=0.7, company=0.5, weak=0.9), Stance.BALANCE_EXTERNALLY),
        (situation(danger=0.4, protected=0.4, believed=0.6, company=0.9, weak=0.5), Stance.BUCK_PASS),
        (situation(danger=0.7, weak=1.0, dependent=0.9), Stance.BANDWAGON),
    ],
)
def test_each_stance_has_its_situation(s: Floats, stance: Stance) -> None:
    """STANCE-1, a golden grid: calm keeps aloof, allies draw, company tempts, weakness without help yields."""
    assert best(s) == stance


def test_spending_follows_threat_opinion_and_stance() -> None:
    """STANCE-2: none costs the base; threat and a firm public raise it; shirkers spend less."""
    n = state_numbers()
    goal = plain(laws.spending_goal)
    assert goal(n, Stance.BALANCE_INTERNALLY, 0, 500) == n.spend_base
    assert goal(n, Stance.BALANCE_INTERNALLY, 400, 500) > goal(n, Stance.BALANCE_EXTERNALLY, 400, 500)
    assert goal(n, Stance.BALANCE_EXTERNALLY, 400, 700) > goal(n, Stance.BALANCE_EXTERNALLY, 400, 300)
    assert goal(n, Stance.BUCK_PASS, 400, 500) == goal(n, Stance.ALOOF, 400, 500)


@pytest.mark.parametrize(
    ("share", "goal", "weeks", "then"), [(150, 300, 4, 155), (150, 152, 4, 152), (300, 150, 4, 299), (150, 300, 1, 151)]
)
def test_budgets_move_slowly(share: int, goal: int, weeks: int, then: int) -> None:
    """STANCE-3: at most 0.05 % of GDP up and 0.01 % down a month."""
    assert plain(laws.spending_moves)(state_numbers(), share, goal, weeks) == then


def test_a_trifle_does_not_change_a_stance() -> None:
    """STANCE-4: the margin must be exceeded."""
    n = state_numbers()
    assert not plain(laws.is_better)(n, 1100, 1000)
    assert plain(laws.is_better)(n, 1101, 1000)


def test_the_board_of_2022_takes_its_stances() -> None:
    """Rulebook 7: the flank seeks allies, Germany passes the buck, Belarus leans, the great arm themselves."""
    world, state = board()
    record = empty_record(50)
    plain(laws.take_stance)(world, state, record)
    assert all(state.countries[c].stance == Stance.BALANCE_EXTERNALLY for c in (EST, LVA, LTU, POL))
    assert state.countries[DEU].stance == Stance.BUCK_PASS
    assert state.countries[BLR].stance == Stance.BANDWAGON
    assert state.countries[RUS].stance == state.countries[USA].stance == Stance.BALANCE_INTERNALLY
    rows = notes_of(record, Note.STANCE)
    assert {int(record.entries[k].who) for k in rows} == {EST, LVA, LTU, POL, DEU, BLR, 5}
    for k in rows:
        assert record.terms[k].sum() == record.entries[k].third
        assert record.entries[k].third > record.entries[k].fourth


def test_an_invasion_ends_buck_passing() -> None:
    """Rulebook 7: after a war next door Germany balances with its allies, and spends more."""
    world, state = board()
    plain(laws.take_stance)(world, state, no_room())
    share = state.countries[DEU].defence_share
    plain(perceive)(world, state, RUS, Act.INVASION, MINS)
    plain(feel)(world, state)
    plain(laws.take_stance)(world, state, no_room())
    assert state.countries[DEU].stance == Stance.BALANCE_EXTERNALLY
    assert state.countries[DEU].defence_share > share


def test_stances_hold_when_nothing_changes() -> None:
    """STANCE-4: a second turn of the same world moves no one."""
    world, state = board()
    plain(laws.take_stance)(world, state, no_room())
    record = empty_record(50)
    plain(laws.take_stance)(world, state, record)
    assert notes_of(record, Note.STANCE) == []


def test_a_game_begins_with_stances_that_fit() -> None:
    """STANCE-4: before the first turn whoever would leave its stance has left it: the first briefing tells of none."""
    world, state = board()
    plain(feel)(world, state)
    for country in state.countries:
        country.stance = Stance.ALOOF
    plain(laws.settle)(world, state)
    assert state.countries[EST].stance != Stance.ALOOF
    record = empty_record(50)
    plain(laws.take_stance)(world, state, record)
    assert notes_of(record, Note.STANCE) == []

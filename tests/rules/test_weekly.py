"""The weekly tracks together."""

import os
import subprocess
import sys
from pathlib import Path

from tests.rules.threat_world import EST, FIN, NATO, RUS, RUSSIA, board, no_room
from wargame.model.columns import Row, column_of
from wargame.model.record import empty_record
from wargame.model.state import Body, Clock, Coalition, Country, Member, Pair, State
from wargame.model.world import World
from wargame.rules.law import plain
from wargame.rules.membership import fighting
from wargame.rules.weekly import week

ROOT = Path(__file__).resolve().parents[2]
TRACKS: tuple[tuple[str, type[Row]], ...] = (
    ("clock", Clock),
    ("bodies", Body),
    ("countries", Country),
    ("members", Member),
    ("pairs", Pair),
    ("coalitions", Coalition),
)


def pass_weeks(world: World, state: State, weeks: int) -> None:
    """So many weeks go by."""
    for _ in range(weeks):
        state.clock[0].day += 7
        plain(week)(world, state, no_room(), plain(fighting)(state.pairs))


def weeks_digest(without_compiler: str) -> str:
    """What `tests.rules.weeks` prints in a process of its own."""
    environ = {**os.environ, "NUMBA_DISABLE_JIT": without_compiler}
    command = [sys.executable, "-m", "tests.rules.weeks"]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout


def test_compiled_and_uncompiled_are_equal() -> None:
    """Law of the house 4: half a year of these chapters ends in the same bits with the compiler and without."""
    uncompiled = weeks_digest("1")
    assert len(uncompiled.strip()) == 64
    assert weeks_digest("0") == uncompiled


def test_every_column_stays_in_its_range() -> None:
    """Law of the house 2: two years of peace leave every kept column of the tracks inside its declared range."""
    world, state = board()
    pass_weeks(world, state, 104)
    for name, row in TRACKS:
        for column, facts in row.columns.items():
            kept = column_of(getattr(state, name), column)
            assert facts.low <= kept.min(), (name, column)
            assert kept.max() <= facts.high, (name, column)


def test_a_year_of_peace_is_quiet() -> None:
    """Rulebook 6 and 7: with no act, threats stay where they are, give or take what budgets and chance do."""
    world, state = board()
    before = state.pairs[EST, RUS].threat
    pass_weeks(world, state, 52)
    assert abs(state.pairs[EST, RUS].threat - before) <= 15
    assert state.countries[FIN].top_threat == RUS
    assert 500 <= state.bodies[NATO].cohesion <= 900
    assert 500 <= state.bodies[RUSSIA].stability <= 800


def test_the_world_is_not_written() -> None:
    """Law of the house 3: a week writes the state and nothing else."""
    world, state = board()
    before = [table.tobytes() for table in world]
    pass_weeks(world, state, 4)
    assert [table.tobytes() for table in world] == before


def test_a_record_without_room_changes_nothing() -> None:
    """Futures keep no record: what happens does not depend on whether it is told."""
    ends = []
    for record in (empty_record(0), empty_record(500)):
        world, state = board()
        state.countries[EST].government = 200
        for _ in range(10):
            state.clock[0].day += 7
            plain(week)(world, state, record, plain(fighting)(state.pairs))
        ends.append(b"".join(table.tobytes() for table in state))
    assert ends[0] == ends[1]

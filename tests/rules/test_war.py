"""The war step as a whole."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.rules.wars import UNITS, campaigns, war_of
from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world, war_step
from wargame.model.codes import Break, Note, Posture
from wargame.model.columns import NOBODY, Row, column_of
from wargame.model.state import Body, Clock, Country, Formation, Member, Region, Sighting
from wargame.rules.defence import defence_plans
from wargame.rules.field import draw_fronts
from wargame.rules.membership import fighting
from wargame.rules.upkeep import upkeep

ROOT = Path(__file__).resolve().parents[2]
RUS, EST = range(2)
TABLES: tuple[tuple[str, type[Row]], ...] = (
    ("clock", Clock),
    ("bodies", Body),
    ("countries", Country),
    ("members", Member),
    ("regions", Region),
    ("formations", Formation),
    ("sightings", Sighting),
)


def digest_of_wars(without_compiler: str) -> str:
    """What `tests.rules.wars` prints in a process of its own."""
    environ = {**os.environ, "NUMBA_DISABLE_JIT": without_compiler}
    command = [sys.executable, "-m", "tests.rules.wars"]
    return subprocess.run(command, cwd=ROOT, env=environ, capture_output=True, text=True, check=True).stdout


def fought(seed: int) -> Small:
    """A war of tests.rules.wars, uncompiled."""
    small = war_of(seed)
    legs = np.full(8, NOBODY, np.int64)
    bare(campaigns)(small.world, small.state, small.plan(), small.record, legs, np.zeros(4))
    return small


def border(*units: Unit, war_on: bool = True) -> Small:
    """Russia and Estonia, side by side."""
    wars = [(RUS, EST)] if war_on else []
    sides = [Side((EST,)), Side((RUS,), leader=RUS)]
    return small_world([Site(RUS), Site(EST), Site(EST)], [Road(0, 1), Road(1, 2)], units, sides, wars)


def test_compiled_and_uncompiled_are_equal() -> None:
    """Law of the house 4: a dozen wars end in the same bits with the compiler and without."""
    uncompiled = digest_of_wars("1")
    assert len(uncompiled.strip()) == 64
    assert digest_of_wars("0") == uncompiled


def fronts_of(small: Small) -> tuple[bytes, ...]:
    """The fronts as they are now: foes, states at war, pledges, sea zones."""
    fronts = bare(draw_fronts)(small.world, small.state)
    return tuple(table.tobytes() for table in (fronts.foe, fronts.warring, fronts.pledge, fronts.zone))


@pytest.mark.parametrize("seed", range(4))
def test_neither_step_nor_upkeep_moves_the_fronts(seed: int) -> None:
    """Decision 0068: what a resolution works out between steps stays true through them, whatever comes to pass."""
    small = war_of(seed)
    before = fronts_of(small)
    for _ in range(12):
        war_step(small)
        small.state.clock[0].day += 2
    fights = bare(fighting)(small.state.pairs)
    bare(upkeep)(*small.tuple(), fights)
    bare(defence_plans)(small.world, small.state, fights)
    assert small.record.head[0].count > 0
    assert fronts_of(small) == before


@pytest.mark.parametrize("seed", range(6))
def test_every_column_stays_in_its_range(seed: int) -> None:
    """Law of the house 2, in two months of war drawn at random."""
    state = fought(seed).state
    for name, row in TABLES:
        for column, facts in row.columns.items():
            kept = column_of(getattr(state, name), column)
            assert facts.low <= kept.min(), (name, column)
            assert kept.max() <= facts.high, (name, column)


@pytest.mark.parametrize("seed", range(6))
def test_nobody_stands_where_he_may_not(seed: int) -> None:
    """After a step no formation of the line stands alone on its enemy's land: it holds it or fights for it."""
    small = fought(seed)
    war_step(small)
    state = small.state
    for u in range(UNITS):
        unit = state.formations[u]
        holder = state.regions[unit.at].controller
        if unit.alive and unit.kind <= 4 and holder >= 0 and state.pairs[unit.owner, holder].war:
            others = [state.formations[v] for v in range(UNITS + 1) if v != u]
            assert any(other.alive and other.at == unit.at and other.owner != unit.owner for other in others)


def test_wars_are_alive() -> None:
    """Battles, retreats, destruction, land taken and orders frustrated all happen among a dozen random wars."""
    told = {note: 0 for note in (Note.BATTLE, Note.RETREAT, Note.DESTROYED, Note.CONTROL, Note.FRUSTRATED, Note.MOVED)}
    for seed in range(12):
        record = fought(seed).record
        for note in told:
            told[note] += len(notes_of(record, note))
    assert min(told.values()) > 0, told


def test_peace_changes_nothing() -> None:
    """With nobody at war or on the move a step does nothing; seats look round when the day has moved on (rules/turn)."""
    small = border(Unit(RUS, 0), Unit(EST, 1), war_on=False)
    before = {name: table.tobytes() for name, table in small.state._asdict().items()}
    assert war_step(small) == Break.NONE
    after = {name: table.tobytes() for name, table in small.state._asdict().items()}
    assert before == after


def test_a_war_from_march_to_occupation() -> None:
    """A whole war in steps: contact, battle, break, advance, occupation; the first blow stops the turn once."""
    units = (*(Unit(RUS, 0, path=(1, 2), posture=Posture.ASSAULT) for _ in range(4)), Unit(EST, 1))
    small = border(*units)
    breaks = []
    for _ in range(8):
        breaks.append(war_step(small))
        if breaks[-1] == Break.ATTACK_ON_MEMBER:
            attack = small.state.incidents[0]
            attack.alive, attack.kind, attack.victim, attack.author = 1, 3, EST, RUS
        small.state.clock[0].day += 2
    assert breaks.count(Break.ATTACK_ON_MEMBER) == 1
    assert [small.state.regions[r].controller for r in range(3)] == [RUS, RUS, RUS]
    assert small.state.clock[0].fighting == len(notes_of(small.record, Note.BATTLE))


def test_allies_on_attacked_soil_fight() -> None:
    """COMBAT-19: a standing formation whose states are not at war defends its host, and bleeds."""
    guest = Unit(at=1, strength=1000, body=0, shares=((2, 1000),))
    sides = [Side((EST, 2)), Side((RUS,), leader=RUS)]
    units = (Unit(RUS, 0, path=(1,), posture=Posture.ASSAULT), guest)
    small = small_world([Site(RUS), Site(EST)], [Road(0, 1)], units, sides, [(RUS, EST)], countries=3)
    war_step(small)
    assert small.state.countries[2].losses > 0
    assert small.state.members[0, 2].tripwire > 0

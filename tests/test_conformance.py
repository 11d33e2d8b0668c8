"""Conformance: whole games of AIs keep every promise, come out the same twice, and compiled as uncompiled."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.digests import digests
from tests.played import Watched, seated
from wargame.ai.policy import Level
from wargame.engine.compile import compile_scenario
from wargame.engine.invariants import broken_invariants
from wargame.engine.packing import digest
from wargame.model import events as ev
from wargame.model.codes import MeasureKind
from wargame.model.scenario import Scenario
from wargame.rules.law import compiled
from wargame.study.games import play
from wargame.study.series import Job, play_many

ROOT = Path(__file__).resolve().parents[1]
GAMES = [(Level.CADET, seed) for seed in range(1, 7)] + [(Level.STAFF, seed) for seed in (1, 2)]
MANY = 500


@pytest.mark.parametrize(("level", "seed"), GAMES, ids=[f"{level.value}-{seed}" for level, seed in GAMES])
def test_a_game_keeps_its_promises_and_comes_out_the_same_twice(first_steps: Scenario, level: Level, seed: int) -> None:
    """Laws 2, 6 and 12: no broken invariant after any phase, orders given, every entry told; the same seed, the same digest."""
    start = compile_scenario(first_steps, seed)
    session = Watched(start, seated(start, level))
    session.begin()
    session.play_out()
    assert session.over
    assert session.accepted > 0
    assert 0 < session.turn <= first_steps.turns
    for _, outcome in session.steps:
        assert broken_invariants(session.world, outcome.state) == []
        assert outcome.record.head[0].lost == 0
    again = play(first_steps, seed, dict.fromkeys(first_steps.bodies, level))
    assert again.digest == digest(session.state)
    assert again.orders == session.accepted
    assert_defence_answers_an_incident(session)


def assert_defence_answers_an_incident(session: Watched) -> None:
    """Rulebook 4: collective defence is never tabled without an incident of severity 3 or more against the ally helped."""
    grave: set[str] = set()
    for event in session.events:
        match event:
            case ev.IncidentHappened() if event.severity >= 3:
                grave.add(event.victim)
            case ev.Tabled():
                kind = session.world.measures[session.names.measures.row(event.measure)].kind
                assert kind != MeasureKind.COLLECTIVE_DEFENCE or event.helps in grave


def test_seeds_make_different_games(first_steps: Scenario) -> None:
    """The check for equal digests can fail."""
    levels = dict.fromkeys(first_steps.bodies, Level.CADET)
    assert play(first_steps, 1, levels).digest != play(first_steps, 2, levels).digest


def uncompiled(kind: str, seed: int, turns: int) -> list[str]:
    """The digests of a game whose rules run as they are written, in a process of its own."""
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1"}
    command = [sys.executable, "-m", "tests.digests", kind, str(seed), str(turns)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize(("kind", "turns"), [("cadet", 6), ("war", 2)])
def test_compiled_and_uncompiled_games_are_the_same(first_steps: Scenario, kind: str, turns: int) -> None:
    """Law 4: state by state, in peace and through a war with its emergency session."""
    assert compiled() == "python" or uncompiled(kind, 1, turns) == digests(first_steps, kind, 1, turns)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(1, 21))
def test_twenty_games_of_cadets_compiled_and_uncompiled(first_steps: Scenario, seed: int) -> None:
    """Law 4: over many seeds."""
    assert uncompiled("cadet", seed, 6) == digests(first_steps, "cadet", seed, 6)


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_games_of_small_staffs_compiled_and_uncompiled(first_steps: Scenario, seed: int) -> None:
    """Laws 4 and 12: futures too; a staff of three plans and one future each, for two turns."""
    assert uncompiled("staff", seed, 2) == digests(first_steps, "staff", seed, 2)


@pytest.mark.long
def test_five_hundred_games_end_without_an_exception(first_steps: Scenario) -> None:
    """Every scenario and every AI plays to the end: four games of cadets to one of staff."""
    jobs = [
        Job(first_steps, seed, dict.fromkeys(first_steps.bodies, Level.STAFF if seed % 5 == 0 else Level.CADET))
        for seed in range(1, MANY + 1)
    ]
    results = list(play_many(jobs, os.cpu_count() or 1))
    assert [result.seed for result in results] == [job.seed for job in jobs]
    assert all(result.turns > 0 and result.ending != "not_yet" for result in results)
    assert len({result.digest for result in results}) == MANY

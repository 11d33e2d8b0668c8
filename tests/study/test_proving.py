"""Saves replayed: they prove themselves or are found out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wargame.ai.policy import Level
from wargame.model.scenario import Scenario
from wargame.store.saves import SUFFIX, create_save, read_save
from wargame.study.keeping import header_of, play_and_keep
from wargame.study.proving import replay

MIXED = {"nato": Level.STAFF, "eu": Level.CADET, "russia": Level.CADET}


@pytest.fixture(scope="module")
def short(first_steps: Scenario) -> Scenario:
    """The scenario cut to two turns."""
    return first_steps.model_copy(update={"turns": 2})


@pytest.fixture(scope="module")
def kept(short: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A save of a short game of staff and cadets."""
    folder = tmp_path_factory.mktemp("kept")
    play_and_keep(short, 1, MIXED, folder)
    return folder / f"seed-1{SUFFIX}"


def test_a_replay_proves_a_game(kept: Path) -> None:
    """Law 13: replayed from its orders, every snapshot comes out the same, and every AI choice is recomputed."""
    session, proof = replay(kept)
    saved = read_save(kept)
    assert proof.faults == ()
    assert proof.same_rules
    assert proof.snapshots == len(saved.snapshots) > 2
    assert proof.choices == sum(entry.kind == "chosen" for entry in saved.entries) > 6
    assert session.over


@pytest.mark.parametrize("spoiled", ["choice", "terms", "orders"])
def test_a_rationale_that_is_not_true_is_found(kept: Path, short: Scenario, tmp_path: Path, spoiled: str) -> None:
    """A rationale is true: another choice, other terms or other orders than the AI's own are named by turn, seat and phase."""
    saved = read_save(kept)
    path = tmp_path / f"forged{SUFFIX}"
    with create_save(path, header_of(short, 1, MIXED)) as save:
        forged = False
        for entry in saved.entries:
            body = json.loads(entry.body)
            if not forged and entry.kind == "chosen" and spoiled in ("choice", "terms") and body["seat"] == "nato":
                change = {"choice": "another", "terms": {**body["terms"], "relief": 1}}[spoiled]
                body, forged = body | {spoiled: change}, True
            if not forged and entry.kind == "order" and spoiled == "orders" and body["order"]["type"] == "table":
                body["order"]["lowest"] = 3 if body["order"]["lowest"] < 3 else 1
                forged = True
            save.append(entry.turn, entry.kind, json.dumps(body))
    assert forged
    _, proof = replay(path)
    assert proof.faults
    assert "turn 1" in proof.faults[0]
    assert ("choice" in proof.faults[0]) == (spoiled != "orders")


@pytest.mark.parametrize("spoiled", ["nothing", "left out", "another member"])
def test_soundings_that_are_not_the_ai_s_own_are_found(first_steps: Scenario, tmp_path: Path, spoiled: str) -> None:
    """Law 12: whom an AI sounded out, which it does in the third turn, follows from what it knew, as its choices do."""
    longer = first_steps.model_copy(update={"turns": 3})
    play_and_keep(longer, 1, MIXED, tmp_path)
    path = tmp_path / f"forged{SUFFIX}"
    forged = False
    with create_save(path, header_of(longer, 1, MIXED)) as save:
        for entry in read_save(tmp_path / f"seed-1{SUFFIX}").entries:
            body = json.loads(entry.body)
            if not forged and entry.kind == "order" and body["order"]["type"] == "sound":
                forged = True
                if spoiled == "left out":
                    continue
                if spoiled == "another member":
                    body["order"]["member"] = "USA" if body["order"]["member"] != "USA" else "DEU"
            save.append(entry.turn, entry.kind, json.dumps(body))
    assert forged
    fault = "turn 3, nato: the soundings come out otherwise"
    assert (fault in replay(path)[1].faults) == (spoiled != "nothing")


def test_a_forged_snapshot_is_found(kept: Path, short: Scenario, tmp_path: Path) -> None:
    """Law 13: a snapshot that the orders do not lead to is named."""
    saved = read_save(kept)
    path = tmp_path / f"forged{SUFFIX}"
    with create_save(path, header_of(short, 1, MIXED)) as save:
        save.snapshot(0, "caucus", saved.snapshots[1].body)
    _, proof = replay(path)
    assert len(proof.faults) == 1
    assert "the replay comes out otherwise" in proof.faults[0]

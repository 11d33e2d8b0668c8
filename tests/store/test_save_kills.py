"""A game killed in the middle of a write (law 13: an entry is durable before it is acknowledged)."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.writer_process import body
from wargame.store.saves import SaveStatus, list_saves, open_save, read_save

ROOT = Path(__file__).resolve().parents[2]
MOST_ANSWERS = 60
LONGEST_WRITE = 0.004  # s


def killed_game(path: Path, chance: random.Random) -> int:
    """Run a game, kill it somewhere inside a write, and return the last number it said was saved."""
    command = [sys.executable, "-m", "tests.store.writer_process", str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as game:
        assert game.stdout is not None
        answers = [game.stdout.readline() for _ in range(chance.randrange(1, MOST_ANSWERS))]
        time.sleep(chance.random() * LONGEST_WRITE)
        game.kill()
        answers += game.stdout.read().split("\n")[:-1]
    return int(answers[-1])


def check_kills(path: Path, kills: int, seed: int) -> None:
    """After each kill every acknowledged entry is there, nothing else is wrong, and the game goes on."""
    chance = random.Random(seed)
    for _ in range(kills):
        acknowledged = killed_game(path, chance)
        if not path.exists():
            assert acknowledged == 0
            assert list_saves(path.parent) == []
            continue
        (listing,) = list_saves(path.parent)
        assert listing.status is SaveStatus.READY, listing.reason
        game = read_save(path)
        assert len(game.entries) >= acknowledged
        assert [entry.body for entry in game.entries] == [body(seq) for seq in range(1, len(game.entries) + 1)]
        with open_save(path) as save:
            assert (save.entries(), save.snapshots()) == (game.entries, game.snapshots)
        assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_killed_game_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    """Three kills of one game, each in the middle of its writing."""
    check_kills(tmp_path / "game.tripwire", kills=3, seed=7)


@pytest.mark.long
def test_thirty_kills_lose_nothing_acknowledged(tmp_path: Path) -> None:
    """Thirty kills of one game, some before its first order."""
    check_kills(tmp_path / "game.tripwire", kills=30, seed=8)

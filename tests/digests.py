"""Plays games and prints the digest of every state: `python -m tests.digests cadet|staff|war SEED TURNS`.

Run with NUMBA_DISABLE_JIT=1 it shows what the rules make of the same games uncompiled.
"""

import sys

from tests.played import Played, Watched, play_war
from tests.staffs import small_staff
from wargame.ai.cadet import Cadet
from wargame.ai.policy import Player
from wargame.ai.seating import own_seed
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.packing import digest
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario

DRAFTS, FUTURES = 2, 1  # of a staff small enough to be played uncompiled


def seat_of(kind: str, seed: int, seat: str) -> Player:
    own = own_seed(seed, seat)
    return Cadet(own) if kind == "cadet" else small_staff(own, DRAFTS, FUTURES)


def played(start: Compiled, kind: str, seed: int) -> Played:
    """A game of cadets, of small staffs, or the war of the shared fixtures."""
    if kind == "war":
        return play_war(start)
    session = Watched(start, {seat: seat_of(kind, seed, seat) for seat in start.names.bodies.ids})
    session.begin()
    session.play_out()
    return Played(session.world, session.names, session, tuple(session.steps))


def digests(scenario: Scenario, kind: str, seed: int, turns: int) -> list[str]:
    """The digest of each state of a game of so many turns, in order."""
    start = compile_scenario(scenario.model_copy(update={"turns": turns}), seed)
    return [digest(state) for state in played(start, kind, seed).states]


if __name__ == "__main__":
    kind, seed, turns = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    print("\n".join(digests(load_scenario(find_scenario("first_steps")), kind, seed, turns)))

"""Plays turns of the tracks on the board and prints a digest of every table: `python -m tests.rules.weeks`."""

import hashlib

from tests.rules.threat_world import EST, INCIDENTS, RUS, untouched_board
from wargame.model.codes import Act
from wargame.model.record import Record, empty_record, written
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.carriers import opened
from wargame.rules.economy import cut_gas, diversify, income, sanction
from wargame.rules.hybrid import publish, subvert
from wargame.rules.intentions import perceive, perceive_body
from wargame.rules.law import entry, stage
from wargame.rules.ledger import keep_ledger, mark_start
from wargame.rules.membership import fighting
from wargame.rules.stance import take_stance
from wargame.rules.threat import feel
from wargame.rules.weekly import week

TURNS = 6
WEEKS = 4


@stage
def half_a_year(world: World, state: State, record: Record) -> None:
    """Half a year in which everything happens that these chapters know: the council's part is left out."""
    feel(world, state)
    mark_start(world, state)
    for turn in range(TURNS):
        income(world, state, record)
        take_stance(world, state, record)
        subvert(world, state, record, RUS, turn % 4, 0, 1 + turn % 3)
        publish(world, state, record, 0, RUS)
        if turn == TURNS // 2:
            perceive(world, state, RUS, Act.INVASION, 0)
            state.pairs[RUS, EST].war = 1
            state.pairs[EST, RUS].war = 1
        perceive_body(world, state, 0, Act.DEPLOYMENT, 3)
        for _ in range(WEEKS):
            state.clock[0].day += 7
            sanction(world, state, RUS, 1, 3)
            cut_gas(world, state, RUS, turn, 200)
            diversify(world, state, 1, 4)
            week(world, state, record, fighting(state.pairs))
        keep_ledger(world, state)


@entry
def play(world: World, state: State, record: Record) -> None:
    """The way in."""
    half_a_year(opened(world), opened(state), opened(record))


def digest() -> str:
    """Digest of the state and the record after the turns."""
    world, state = untouched_board()
    record = empty_record(200)
    play(world, state, record)
    assert any(state.incidents[k].alive for k in range(INCIDENTS))
    whole = hashlib.sha256()
    for table in (*state, *written(record)):
        whole.update(table.tobytes())
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest())

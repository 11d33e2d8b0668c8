"""A game of a few turns, saved."""

from pathlib import Path

from wargame.store.saves import NewEntry, Save, SavedGame, SaveHeader, create_save, read_save

HEADER = SaveHeader(
    scenario_name="First steps",
    scenario_text="format: 1\ntitle: Põhjala\n",
    seed=2**64 - 1,
    rules_digest="ab12",
    program="0.1.0",
    seats={"nato": "human: Ada", "russia": "ai: staff"},
    created_turn=0,
    created_at="2031-05-17 09:30",
)
TURNS = 5
ORDERS = 4  # a turn


def body(turn: int, row: int) -> str:
    return f'{{"order": "move", "turn": {turn}, "row": {row}, "name": "Jõgeva"}}'


def state(turn: int) -> bytes:
    return bytes(range(256)) * (turn + 1)


def play(save: Save, turns: int = TURNS) -> None:
    for turn in range(turns):
        save.append_many([NewEntry(turn, "order", body(turn, row)) for row in range(ORDERS)])
        save.snapshot(turn, "orders", state(turn))


def saved_game(path: Path) -> SavedGame:
    """Play and save the game, and return what the save holds."""
    with create_save(path, HEADER) as save:
        play(save)
    return read_save(path)


def contents_of(game: SavedGame) -> tuple[object, ...]:
    """All that counts in a save."""
    return game.header, game.entries, game.snapshots

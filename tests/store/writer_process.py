"""A game that saves as fast as it can until it is killed. Says 0 when it begins, then each number once it is saved.

python -m tests.store.writer_process <save>
"""

import sys
from itertools import count
from pathlib import Path

from tests.store.small_game import HEADER
from wargame.store.saves import NewEntry, create_save, open_save

BATCH = 3


def body(seq: int) -> str:
    """Some bodies fill a page, some several: a kill then falls between the pages of one write."""
    return f'{{"seq": {seq}, "filling": "{"x" * (seq * 997 % 9000)}"}}'


def write(path: Path) -> None:
    print(0, flush=True)
    with open_save(path) if path.exists() else create_save(path, HEADER) as save:
        for start in count(len(save.entries()) + 1, 1 + BATCH):
            print(save.append(start, "order", body(start)), flush=True)
            batch = [NewEntry(start, "order", body(seq)) for seq in range(start + 1, start + 1 + BATCH)]
            print(save.append_many(batch)[-1], flush=True)
            save.snapshot(start, "orders", body(start).encode() * 3)


if __name__ == "__main__":
    write(Path(sys.argv[1]))

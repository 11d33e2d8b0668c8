"""The map looks as it looked: block means against golden ones. After a change that is meant: `python -m tests.golden.shots`."""

from pathlib import Path

import numpy as np
import pytest

from tests.golden.shots import SHARE, SHOTS, differing, keep, kept, means_of


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("name", SHOTS)
def test_the_map_looks_as_it_did(name: str, tmp_path: Path) -> None:
    """On failure the picture as it is now is kept beside the others of the run."""
    means = means_of(SHOTS[name])
    share = differing(means, kept(name))
    if share > SHARE:
        keep(means, tmp_path / name)
    assert share <= SHARE, (
        f"{share:.2%} of the blocks differ; drawn now: {tmp_path / name}; if it is meant, record it anew"
    )


def test_a_changed_card_is_noticed() -> None:
    """The comparison can fail: a card's worth of blocks is enough, and noise is not."""
    golden = np.full((160, 90, 3), 100.0)
    assert differing(golden + 5, golden) == 0
    changed = golden.copy()
    changed[40:45, 40:45] += 40
    assert differing(changed, golden) > SHARE

"""Presence: what a state knows of forces near it (rulebook 6 and 12)."""

import pytest

from wargame.model.columns import NOBODY
from wargame.rules.law import plain
from wargame.rules.presence import as_known


@pytest.mark.parametrize(("own", "day", "known"), [(1, NOBODY, 7), (1, 3, 7), (0, 3, 5), (0, 0, 5), (0, NOBODY, 2)])
def test_a_state_fears_what_it_knows_of(own: int, day: int, known: int) -> None:
    """THREAT-15: its own as it is, others as last seen, the never seen by the published order of battle."""
    assert plain(as_known)(own, day, 7, 5, 2) == known

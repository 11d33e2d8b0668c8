"""Golden playthroughs: a change of a rule shows as a diff that a person can read (`python -m tests.golden.record`)."""

import pytest

from tests.golden.record import GAMES, HERE, chronicle


@pytest.mark.parametrize(("name", "seed"), GAMES.items())
def test_the_game_is_told_as_recorded(name: str, seed: int) -> None:
    """The same seed under the same rules is the same game, told in the same words."""
    assert chronicle(seed) == (HERE / name).read_text(encoding="utf-8")

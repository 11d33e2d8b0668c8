"""Who sits where, as it is written on the command line."""

import pytest

from wargame.store.faults import InputError
from wargame.ui.play.seats import seats_of

BODIES = ("nato", "eu", "russia")


def test_seats_that_are_not_named_go_to_the_computer() -> None:
    """And where none is named the first one is a person's."""
    assert seats_of("", BODIES) == {"nato": "human", "eu": "ai:staff", "russia": "ai:staff"}
    assert seats_of("russia=human, eu=ai:cadet", BODIES) == {"nato": "ai:staff", "eu": "ai:cadet", "russia": "human"}


@pytest.mark.parametrize("words", ["natoo=human", "nato=robot", "nato"])
def test_what_is_not_understood_is_one_clear_line(words: str) -> None:
    """It names what was meant."""
    with pytest.raises(InputError) as fault:
        seats_of(words, BODIES)
    assert len(fault.value.problems) == 1
    assert "nato" in fault.value.problems[0] or "human" in fault.value.problems[0]

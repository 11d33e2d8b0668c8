"""What a seat imagines that members keep to themselves (rulebook 3 and 12)."""

import pytest

from tests.rules.fixed import fixed
from wargame.model.numbers import CouncilNumbers
from wargame.rules import votes as laws
from wargame.rules.law import plain

NUMBERS = fixed(CouncilNumbers, disposition_sd=0.6, sounding_sd=0.2)


@pytest.mark.parametrize(
    ("sounded", "exact", "heard", "drawn", "kept"),
    [
        (0, 0, 900, 600, 600),  # not sounded: as governments are disposed, whatever was heard before
        (0, 0, 900, -2400, -2400),
        (1, 0, 1000, 0, 900),  # sounded: nine tenths of what was heard, for it may be an error
        (1, 0, 0, 600, 190),  # and less doubt than before it was sounded
        (1, 1, 1000, 1800, 1000),  # said in consultations
    ],
)
def test_what_is_imagined_follows_what_was_heard(sounded: int, exact: int, heard: int, drawn: int, kept: int) -> None:
    """FORECAST-1: a sounding narrows the doubt, consultations end it."""
    assert plain(laws.imagined_disposition)(NUMBERS, sounded, exact, heard, drawn) == kept


def test_a_sounding_without_error_is_believed() -> None:
    """FORECAST-1: whatever was thought before; also where governments keep nothing to themselves."""
    sure = fixed(CouncilNumbers, disposition_sd=0.0, sounding_sd=0.0)
    assert plain(laws.imagined_disposition)(sure, 1, 0, 700, 0) == 700

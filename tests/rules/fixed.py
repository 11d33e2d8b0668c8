"""Numbers of the rulebook held fixed, so that golden values of formulas do not move when the game is tuned."""

from typing import TypeVar

from wargame.model.columns import Row, empty_table

R = TypeVar("R", bound=Row)


def fixed(row: type[R], **given: float) -> R:
    """A row of numbers as declared, but for those given. A test gives every number that its formula reads."""
    numbers = empty_table(row, 1)[0]
    for name, value in given.items():
        assert name in row.numbers, name
        setattr(numbers, name, value)
    return numbers

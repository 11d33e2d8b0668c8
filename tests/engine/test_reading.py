"""Readings of rows: the same columns, detached from the table."""

from __future__ import annotations

import pytest

from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.reading import reading, readings, write
from wargame.model.columns import column_of
from wargame.model.scenario import Scenario
from wargame.model.state import Country


@pytest.fixture(scope="module")
def begun(first_steps: Scenario) -> Compiled:
    """The tables of `first_steps`, uncompiled rules will do."""
    return compile_scenario(first_steps, 1)


def test_a_reading_holds_every_column(begun: Compiled) -> None:
    """What a law reads of a reading is what it would read of the row."""
    table = begun.state.countries
    for c, read in enumerate(readings(table)):
        assert vars(read) == {name: int(column_of(table, name)[c]) for name in Country.columns}
        assert vars(reading(table[c])) == vars(read)


def test_a_reading_is_of_its_moment(begun: Compiled) -> None:
    """A table that changes afterwards leaves it as it was."""
    table = begun.state.countries.copy()
    read = reading(table[0])
    before = read.opinion
    table[0].opinion = before + 1
    assert read.opinion == before


def test_constants_are_read_with_their_fractions(begun: Compiled) -> None:
    """Numbers of the rulebook are not whole numbers."""
    numbers = begun.world.threat_numbers[0]
    assert reading(numbers).reach_half == numbers.reach_half
    assert isinstance(reading(numbers).prior_base, float)


def test_what_is_written_is_read(begun: Compiled) -> None:
    """The named columns of the row, and no others; a column that the row does not have is refused."""
    table = begun.state.countries.copy()
    before = vars(reading(table[1]))
    write(table[1], opinion=123, gas=45)
    assert vars(reading(table[1])) == {**before, "opinion": 123, "gas": 45}
    assert vars(reading(table[0])) == vars(reading(begun.state.countries[0]))
    with pytest.raises(ValueError, match="no field"):
        write(table[1], no_such_column=1)

"""How a table is declared: a row class whose every column says its unit, its range, its meaning and who may know it.

A table is one numpy array of records, so a law reads `formation.strength` and compiled code passes one pointer a row
(docs/decisions/0001-tables-of-records.md). Every kept column is an int64; tables of the World may also hold float64.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, TypeVar, cast

import numpy as np

Values = np.ndarray[tuple[int, ...], np.dtype[np.int64]]  # one column of a table

NOBODY = -1  # in a column that names a row: no country, no body, no region
MOST_MONEY = 10_000_000  # EUR m
MOST_STOCKS = 1_000_000  # 1/1000 brigade-equivalent


class Who(Enum):
    """Who may know a column (rulebook 12). The view of a seat is derived from these tags and from nothing else."""

    PUBLIC = "public"  # everyone, exactly
    OWNER = "owner"  # the side the row belongs to, exactly; the others get the column's prior
    INTEL = "intel"  # the side the row belongs to, exactly; the others a band around the truth
    SECRET = "secret"  # nobody but the engine


class Bands(Enum):
    """The fixed grid of bands within which a stranger knows a column (rulebook 12)."""

    FIFTHS = "fifths of its range"
    DOUBLINGS = "each band reaches twice as far as the one before"


@dataclass(frozen=True)
class Column:
    """What a column says of itself: unit, inclusive range, meaning, who may know it, and what a stranger assumes."""

    unit: str
    low: int
    high: int
    says: str
    who: Who
    prior: int
    bands: Bands = Bands.FIFTHS


@dataclass(frozen=True)
class Number:
    """A constant of the rulebook: starting value, unit and meaning. Scenarios may set others."""

    value: float
    unit: str
    says: str


def column(unit: str, low: int, high: int, says: str, who: Who = Who.PUBLIC, prior: int = 0) -> int:
    """Declare a kept column. Typed as the int it holds."""
    return cast(int, Column(unit, low, high, says, who, prior))


def sum_of_money(says: str, who: Who = Who.PUBLIC) -> int:
    """Declare a column of common money, EUR m, from 0 on: it has no natural top, so a stranger knows it to a doubling."""
    return cast(int, Column("EUR m", 0, MOST_MONEY, says, who, 0, Bands.DOUBLINGS))


def arms_in_depots(says: str, who: Who = Who.PUBLIC) -> int:
    """Declare a column of arms in depots, from 0 on: states hold from none to dozens of brigades' worth, known to a doubling."""
    return cast(int, Column("1/1000 brigade-equivalent", 0, MOST_STOCKS, says, who, 0, Bands.DOUBLINGS))


def row_of(table: str, says: str, who: Who = Who.PUBLIC) -> int:
    """Declare a column that names a row of another table; -1 is nobody."""
    return column(f"row of {table}", NOBODY, 1 << 20, says, who, NOBODY)


def flag(says: str, who: Who = Who.PUBLIC) -> int:
    """Declare a column that is 0 (no) or 1 (yes)."""
    return column("0 or 1", 0, 1, says, who)


def permille(says: str, who: Who = Who.PUBLIC, prior: int = 0) -> int:
    """Declare a share or level from 0 to 1000."""
    return column("1/1000", 0, 1000, says, who, prior)


def number(value: float, unit: str, says: str) -> float:
    """Declare a constant of the rulebook. Typed as the float it holds."""
    return cast(float, Number(value, unit, says))


class Row:
    """Base of all row classes; at run time a row is a numpy record with the columns declared in the class."""

    columns: ClassVar[dict[str, Column]] = {}
    numbers: ClassVar[dict[str, Number]] = {}

    def __init_subclass__(cls) -> None:
        """Gather the declared columns, in the order of the class body."""
        cls.columns = {name: item for name, item in vars(cls).items() if isinstance(item, Column)}
        cls.numbers = {name: item for name, item in vars(cls).items() if isinstance(item, Number)}
        taken = [name for name in (*cls.columns, *cls.numbers) if hasattr(np.record, name)]
        if taken:
            raise TypeError(f"{cls.__name__}: numpy records have something else called {', '.join(taken)}")

    @classmethod
    @cache
    def blank(cls, shape: tuple[int, ...]) -> bytes:
        """What a table of so many rows holds at first."""
        table = np.zeros(shape, cls.dtype())
        for name, item in cls.columns.items():
            table[name] = item.prior
        for name, constant in cls.numbers.items():
            table[name] = constant.value
        return table.tobytes()

    @classmethod
    @cache
    def dtype(cls) -> np.dtype[np.record]:
        """The record type of this row."""
        fields = [(name, np.int64) for name in cls.columns] + [(name, np.float64) for name in cls.numbers]
        return cast("np.dtype[np.record]", np.dtype((np.record, fields)))


R = TypeVar("R", bound=Row)
Tables = TypeVar("Tables", bound=NamedTuple)  # a State, a Plan

if TYPE_CHECKING:

    class Table(Generic[R]):
        """An array of records, one-dimensional or square. Rows are references: writing to one writes the table."""

        size: int
        shape: tuple[int, ...]
        nbytes: int

        def __getitem__(self, at: int | tuple[int, int]) -> R: ...
        def __setitem__(self, at: int | tuple[int, int], row: R) -> None: ...
        def __len__(self) -> int: ...

        def copy(self) -> Table[R]:
            """The same rows, nothing shared."""

        def tobytes(self) -> bytes:
            """All columns of all rows, little-endian."""

else:
    Table = np.ndarray


def empty_table(row: type[R], *shape: int) -> Table[R]:
    """A table of `shape` rows; every column starts at its prior (constants at their declared value)."""
    return cast("Table[R]", np.ndarray(shape, row.dtype(), bytearray(row.blank(shape))))


def duplicate(table: Table[R]) -> Table[R]:
    """The same rows, nothing shared. Numpy's own copy of records goes column by column, which takes several times as long."""
    held = cast("np.ndarray", table)
    return cast("Table[R]", np.ndarray(held.shape, held.dtype, bytearray(held.tobytes())))


class _Block(bytearray):
    """The rows of tables that were copied together, one table after another."""

    laid: tuple[tuple[tuple[int, ...], np.dtype[np.void], int], ...]  # each table's shape, type, and where it begins


def duplicates(tables: Tables) -> Tables:
    """The same tables, nothing shared with them. They lie in one block of bytes, in their order, which is copied at once."""
    held = cast("tuple[np.ndarray, ...]", tables)
    before = _block_of(held)
    block = _Block(before)
    block.laid = before.laid
    return type(tables)._make([np.ndarray(shape, kind, block, start) for shape, kind, start in block.laid])


def _block_of(tables: tuple[np.ndarray, ...]) -> _Block:
    """The block that tables lie in, where they were copied together before and none was replaced; else a new one."""
    bases: list[object] = [table.base for table in tables]
    block, size = bases[0], sum(table.nbytes for table in tables)
    if isinstance(block, _Block) and len(block) == size and all(base is block for base in bases):
        return block
    fresh = _Block(b"".join(table.tobytes() for table in tables))
    starts = accumulate((table.nbytes for table in tables), initial=0)
    fresh.laid = tuple((table.shape, table.dtype, start) for table, start in zip(tables, starts, strict=False))
    return fresh


def column_of(table: Table[R], name: str) -> Values:
    """The named column of a table as an array (a view: writing to it writes the table)."""
    return cast("Values", cast("np.ndarray[tuple[int, ...], np.dtype[np.void]]", table)[name])

"""Saves of older formats, brought to today's one format at a time.

To raise FORMAT from n: keep the schema of n here, add a Migration from n, and add a save of format n to the fixtures.
"""

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from wargame.catalogue import _
from wargame.store.save_errors import SaveFault, Unsound
from wargame.store.save_schema import FORMAT
from wargame.store.untrusted import check_sound, connect_writing, format_of


@dataclass(frozen=True)
class Migration:
    """The way from format `source` to the next."""

    source: int
    schema: str
    """The tables and triggers of `source`, as they were written then."""

    check: Callable[[sqlite3.Connection], None]
    """Raises Unsound unless the hashes of the old save are right: `apply` makes new ones, and must not bless damage."""

    apply: Callable[[sqlite3.Connection], None]
    """Rewrites schema and rows inside a transaction; user_version is set for it."""


MIGRATIONS: tuple[Migration, ...] = ()
"""Every format before today's has one; format 1 is the first."""


def upgrade(copy: Path, migrations: Sequence[Migration]) -> None:
    """Bring a copy of a save, without unfinished writes, to today's format in place. Raises Unsound, sqlite3.Error.

    What comes out is still to be checked as any save is.
    """
    steps = {migration.source: migration for migration in migrations}
    with closing(connect_writing(copy)) as connection:
        for found in range(format_of(connection), FORMAT):
            step = steps.get(found)
            if step is None:
                raise Unsound(
                    SaveFault.OLDER,
                    _("the save has format {found}, which this program does not read").format(found=found),
                )
            check_sound(connection, found, step.schema)
            step.check(connection)
            connection.execute("begin immediate")
            step.apply(connection)
            connection.execute(f"pragma user_version = {found + 1}")
            connection.execute("commit")

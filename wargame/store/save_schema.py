"""What a save holds, and how it proves to be what was written.

A save is one SQLite file. `meta` says what game it is, `log` holds what happened as a hash chain, `snapshot` the states
to resume from. No row is ever changed or deleted: an undo is one more entry. The hashes tell damage, and edits by hand;
they are no signature, since whoever writes a whole new chain can make it fit.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from wargame.catalogue import _
from wargame.store.save_errors import SaveFault, Unsound

SUFFIX = ".tripwire"
"""How the name of a save ends."""

FORMAT = 1
"""The format of saves this program writes; SQLite's user_version."""

APPLICATION_ID = int.from_bytes(b"TRPW", "big")
"""What marks an SQLite file as a save of Tripwire."""

PAGE_BYTES = 4096
MOST_SAVE_BYTES = 256 * 1024**2
"""The largest save that is read, and therefore the largest that is written."""

MOST_BODY_BYTES = 8 * 1024**2
"""The longest body of a log entry, in UTF-8."""

MOST_SNAPSHOT_BYTES = 64 * 1024**2
"""The largest state in a snapshot, unpacked."""

MOST_KIND_LETTERS = 64
"""The longest name of a kind of entry or of a phase."""

MOST_SEED = 2**64 - 1

SCHEMA: Final = """
create table meta (
    k text primary key,
    v text not null
) strict, without rowid;
create table log (
    seq integer primary key,
    turn integer not null,
    kind text not null,
    body text not null,
    prev blob not null,
    hash blob not null
) strict;
create table snapshot (
    number integer primary key,
    turn integer not null,
    phase text not null,
    seq integer not null,
    body blob not null,
    sha blob not null
) strict;
create trigger meta_no_update before update on meta begin select raise(abort, 'append only'); end;
create trigger meta_no_delete before delete on meta begin select raise(abort, 'append only'); end;
create trigger log_no_update before update on log begin select raise(abort, 'append only'); end;
create trigger log_no_delete before delete on log begin select raise(abort, 'append only'); end;
create trigger snapshot_no_update before update on snapshot begin select raise(abort, 'append only'); end;
create trigger snapshot_no_delete before delete on snapshot begin select raise(abort, 'append only'); end;
"""

Turn = Annotated[int, Field(ge=0, lt=2**31)]


class SaveHeader(BaseModel):
    """What game a save is of; written once, when the game begins. Public, but for the seed and the scenario's text."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    scenario_name: str
    scenario_text: str  # the whole file, so that the save can be played where the scenario is not
    seed: Annotated[int, Field(ge=0, le=MOST_SEED)]
    rules_digest: str  # of the rules the game began under
    program: str  # version of the program that made the save
    seats: dict[str, str]  # seat -> who sits there, in the session's words
    people: dict[str, str] = {}  # seat or state -> the name of its player
    seals: dict[str, str] = {}  # seat or state -> its player's PIN, salted and hashed
    visits: str = ""  # how often a person is asked in a turn, in the words of the screen
    delegates: tuple[str, ...] = ()  # states for which people speak from the first turn
    facilitator: str = ""  # who leads the game, in the words of the engine; empty for nobody
    created_turn: Turn = 0
    created_at: str = ""  # date and time of the first save, as the player reads it


@dataclass(frozen=True)
class NewEntry:
    """Something to be logged: a turn from 0, a kind of at most MOST_KIND_LETTERS, a body of JSON text."""

    turn: int
    kind: str
    body: str


@dataclass(frozen=True)
class Entry:
    """Something that was logged. Numbers run from 1 without gaps."""

    seq: int
    turn: int
    kind: str
    body: str


@dataclass(frozen=True)
class Snapshot:
    """A state to resume from: it holds after log entry `seq`. Numbers run from 1 without gaps."""

    number: int
    turn: int
    phase: str
    seq: int
    packed: bytes  # zlib

    @property
    def body(self) -> bytes:
        """The state as it was handed over."""
        return unpacked(self)


def meta_of(header: SaveHeader) -> dict[str, str]:
    """The rows of `meta` for a header, with its own digest, which is the first link of the chain."""
    rows = {
        "format": str(FORMAT),
        "scenario_name": header.scenario_name,
        "scenario_text": header.scenario_text,
        "scenario_sha": hashlib.sha256(header.scenario_text.encode()).hexdigest(),
        "seed": str(header.seed),
        "rules_digest": header.rules_digest,
        "program": header.program,
        "seats": json.dumps(header.seats, ensure_ascii=False, sort_keys=True),
        "created_turn": str(header.created_turn),
        "created_at": header.created_at,
        **{row: text for row, text in _table_of(header).items() if text},
    }
    return {**rows, "digest": _digest({**rows})}


def _table_of(header: SaveHeader) -> dict[str, str]:
    """Who sits at the table: rows that saves of games without it do not have."""
    people = json.dumps(header.people, ensure_ascii=False, sort_keys=True) if header.people else ""
    seals = json.dumps(header.seals, sort_keys=True) if header.seals else ""
    delegates = json.dumps(header.delegates) if header.delegates else ""
    return {
        "people": people,
        "seals": seals,
        "visits": header.visits,
        "delegates": delegates,
        "facilitator": header.facilitator,
    }


def header_of(meta: Mapping[str, str]) -> SaveHeader:
    """The header in the rows of `meta`. Raises Unsound unless they are exactly the rows of that header."""
    try:
        header = SaveHeader(
            scenario_name=meta["scenario_name"],
            scenario_text=meta["scenario_text"],
            seed=int(meta["seed"]),
            rules_digest=meta["rules_digest"],
            program=meta["program"],
            seats=json.loads(meta["seats"]),
            created_turn=int(meta["created_turn"]),
            created_at=meta["created_at"],
            people=json.loads(meta.get("people", "{}")),
            seals=json.loads(meta.get("seals", "{}")),
            visits=meta.get("visits", ""),
            delegates=tuple(json.loads(meta.get("delegates", "[]"))),
            facilitator=meta.get("facilitator", ""),
        )
    except (KeyError, TypeError, ValueError, RecursionError, ValidationError):
        raise Unsound(SaveFault.DAMAGED, _("the save is damaged: its header cannot be read")) from None
    if meta_of(header) != meta:
        raise Unsound(SaveFault.DAMAGED, _("the save is damaged: its header does not match its digest"))
    return header


def origin_of(meta: Mapping[str, str]) -> bytes:
    """The hash that the first log entry follows."""
    return bytes.fromhex(meta["digest"])


def entry_hash(previous: bytes, entry: Entry) -> bytes:
    """The link of an entry: over the one before and everything in the entry."""
    return _sha(previous, [entry.seq, entry.turn, entry.kind], entry.body.encode())


def snapshot_hash(link: bytes, snapshot: Snapshot) -> bytes:
    """Ties a snapshot to the link of the entry it follows, and so to the whole game before it."""
    return _sha(link, [snapshot.number, snapshot.turn, snapshot.phase, snapshot.seq], snapshot.packed)


def unpacked(snapshot: Snapshot) -> bytes:
    """The state in a snapshot. Raises Unsound where there is none of at most MOST_SNAPSHOT_BYTES."""
    unpacker = zlib.decompressobj()
    try:
        body = unpacker.decompress(snapshot.packed, MOST_SNAPSHOT_BYTES)
        is_more = not unpacker.eof and unpacker.decompress(unpacker.unconsumed_tail, 1) != b""
    except zlib.error as error:
        raise Unsound(
            SaveFault.DAMAGED, _("snapshot {number} is damaged: {error}").format(number=snapshot.number, error=error)
        ) from None
    if is_more:
        raise Unsound(SaveFault.HOSTILE, _("snapshot {number} is larger than any state").format(number=snapshot.number))
    if not unpacker.eof or unpacker.unused_data:
        raise Unsound(
            SaveFault.DAMAGED,
            _("snapshot {number} is damaged: its body has the wrong length").format(number=snapshot.number),
        )
    return body


def _sha(previous: bytes, fields: list[int | str], content: bytes) -> bytes:
    sha = hashlib.sha256(previous)
    sha.update(json.dumps(fields).encode() + b"\n")  # JSON on one line: what follows the line end is content
    sha.update(content)
    return sha.digest()


def _digest(rows: Mapping[str, str]) -> str:
    return hashlib.sha256(json.dumps(sorted(rows.items())).encode()).hexdigest()

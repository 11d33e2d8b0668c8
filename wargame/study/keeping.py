"""Games kept as saves: begun, resumed from the last snapshot, shown where they stand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import wargame
from wargame.ai.policy import Level, Player
from wargame.ai.seating import AI, sitter, usual_level
from wargame.catalogue import _
from wargame.engine import resolve
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.invariants import BrokenInvariant, broken_invariants
from wargame.engine.packing import PackingError, unpack
from wargame.model.findings import Finding
from wargame.model.playable import check_ends
from wargame.model.references import cross_check, cross_check_complete
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.rules.chance import IMAGINED
from wargame.rules.law import rules_digest
from wargame.session import Session
from wargame.store.faults import InputError, one_line
from wargame.store.journal import Journal, NoJournal, standing
from wargame.store.opener import open_yaml_text
from wargame.store.saves import (
    SUFFIX,
    Entry,
    Save,
    SavedGame,
    SaveHeader,
    Snapshot,
    create_save,
    open_save,
    read_save,
)
from wargame.study.company import Company, chairs_of
from wargame.study.games import Result, play
from wargame.study.recovery import take_back, void_in

SEATED: Final = "seated"  # kind of the entries that hand a seat over
DELEGATED: Final = "delegated"  # kind of the entries that say who speaks for a state
CHOSEN: Final = "chosen"  # kind of the entries that explain an AI's choice
MOST_SEED: Final = IMAGINED - 1  # of a world
NONSENSE: Final = (
    *(LookupError, ValueError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError),
    BrokenInvariant,
)
"""What the game's code raises when it is fed what no game wrote."""


def header_of(scenario: Scenario, seed: int, levels: Mapping[str, Level]) -> SaveHeader:
    """What a save says of its game."""
    return SaveHeader(
        scenario_name=scenario.title,
        scenario_text=scenario.model_dump_json(),
        seed=seed,
        rules_digest=rules_digest(),
        program=wargame.__version__,
        seats={seat: f"{AI}:{levels.get(seat, usual_level(scenario, seat)).value}" for seat in scenario.bodies},
    )


def seated_header(scenario: Scenario, seed: int, company: Company) -> SaveHeader:
    """What a save says of a game with people."""
    table = {
        "seats": dict(company.seats),
        "people": dict(company.names),
        "seals": dict(company.seals),
        "visits": company.visits.value,
        "delegates": company.delegates,
        "facilitator": company.chairs.value,
    }
    return header_of(scenario, seed, {}).model_copy(update=table)


def session_of(start: Compiled, players: Mapping[str, Player | None], journal: Journal, header: SaveHeader) -> Session:
    """A session of the game that a header tells of."""
    return Session(start, players, journal, header.delegates, chairs_of(header))


def begin_game(path: Path, scenario: Scenario, seed: int, company: Company) -> tuple[Session, Save]:
    """A new game kept in a save, not yet begun. Raises InputError."""
    _check_resumable(scenario, seed)
    save = create_save(path, seated_header(scenario, seed, company))
    _scenario, start, players = seated_game(path, save.header)
    return session_of(start, players, save, save.header), save


def reopen_game(path: Path) -> tuple[Session, Save, Scenario]:
    """A saved game where it stopped, to be played on; what nobody can continue is closed again. Raises InputError.

    The session has told the events of the whole game, if the rules are still those it began under: they are played again
    for that.
    """
    save = open_save(path)
    try:
        scenario, start, players = seated_game(path, save.header)
        last = save.latest_snapshot()
        if last is None:
            session = session_of(start, players, save, save.header)
            session.begin()
            return session, save, scenario
        with nonsense_named(path, _("snapshot {number} cannot be resumed").format(number=last.number)):
            session = _gone_on(save, start, players, last)
            before = _played_before(session, start, save, last)
            session.tells_all = before is not None
            if before is not None:
                session.chair.past[:0] = before.chair.past
                session.events[:0] = before.events
    except BaseException:
        save.close()
        raise
    return session, save, scenario


def _gone_on(save: Save, start: Compiled, players: Mapping[str, Player | None], last: Snapshot) -> Session:
    """A game from a snapshot on; where its last entry alone fails, what that would have carried out is open to be decided again."""
    state, log = _sound(start, last), standing(save.entries())
    session = session_of(start, players, save, save.header)
    try:
        _restore(session, state, log, last)
    except NONSENSE:
        session = session_of(start, players, save, save.header)
        _restore(session, state, log[:-1], last)
        void = void_in(session, save)
        session = session_of(start, players, save, save.header)
        _restore(session, state, [entry for entry in log if entry.seq not in void], last)
        take_back(save, session.turn, void)
    return session


def _restore(session: Session, state: State, log: Sequence[Entry], last: Snapshot) -> None:
    """Bring a session to where a log ends, from the state of a snapshot."""
    _take_places(session, log, last)
    session.restore(state, [entry for entry in log if entry.seq > last.seq])


def _played_before(session: Session, start: Compiled, save: Save, last: Snapshot) -> Session | None:
    """The game up to a snapshot, for what was told in it; None where these rules tell no such story, or another one."""
    if save.header.rules_digest != rules_digest():
        return None
    again = session_of(start, dict.fromkeys(session.seats), NoJournal(), save.header)
    again.begin()
    try:
        for entry in standing(save.entries()):
            if entry.seq <= last.seq:
                again.feed(entry)
    except NONSENSE:  # the snapshot is sound: the game goes on from it, without what was told before
        return None
    return again


def _take_places(session: Session, log: Sequence[Entry], last: Snapshot) -> None:
    """Who sat where when a snapshot was kept: the header says who did at first, the log who was seated or appointed later."""
    for entry in log:
        if entry.kind in (SEATED, DELEGATED) and entry.seq <= last.seq:
            session.feed(entry)


def log_of(path: Path, saved: SavedGame) -> tuple[Entry, ...]:
    """The entries of a saved game that hold. Raises InputError."""
    with nonsense_named(path, _("its log cannot be read")):
        return standing(saved.entries)


def save_of(folder: Path, seed: int) -> Path:
    """The save of a simulated game in a folder."""
    return folder / f"seed-{seed}{SUFFIX}"


def play_and_keep(scenario: Scenario, seed: int, levels: Mapping[str, Level], folder: Path) -> Result:
    """Play a game of AIs to its end into a save `seed-N` in a folder. Raises InputError."""
    _check_resumable(scenario, seed)
    with create_save(save_of(folder, seed), header_of(scenario, seed, levels)) as save:
        return play(scenario, seed, levels, save)


def resume(path: Path) -> Session:
    """Open a save of AIs where it stopped and play it on to its end. Raises InputError."""
    with open_save(path) as save:
        _scenario, start, players = seated_game(path, save.header)
        people = [*(seat for seat, player in players.items() if player is None), *save.header.delegates]
        people += [_("the facilitator")] if save.header.facilitator else []
        if people:
            raise InputError(
                [
                    one_line(
                        _("{path}: a person plays {seats}, so it is continued on the screen").format(
                            path=path, seats=", ".join(people)
                        )
                    )
                ]
            )
        last = save.latest_snapshot()
        session = session_of(start, players, save, save.header)
        if last is None:
            session.begin()
        else:
            with nonsense_named(path, _("snapshot {number} cannot be resumed").format(number=last.number)):
                _restore(session, _sound(start, last), standing(save.entries()), last)
        session.play_out()
        return session


def _check_resumable(scenario: Scenario, seed: int) -> None:
    """A game is not begun where no save of it could be resumed: its orders would be lost. Raises InputError."""
    start = compile_scenario(scenario, seed)
    for broken in broken_invariants(start.world, resolve.begin(start.world, start.state).state):
        refusal = _("{scenario}: no save of this game could be resumed: {fault}")
        raise InputError([one_line(refusal.format(scenario=scenario.title, fault=broken))])


def _sound(start: Compiled, snapshot: Snapshot) -> State:
    """The state in a snapshot. Raises PackingError where the rules could not run on it."""
    state = unpack(snapshot.body, start.state)
    for broken in broken_invariants(start.world, state):
        raise PackingError(broken)
    return state


@dataclass(frozen=True)
class Position:
    """Where a saved game stands: its last snapshot, and who sits where by now."""

    scenario: Scenario
    start: Compiled
    state: State
    seats: Mapping[str, str]  # as in a header: who plays each seat
    people: Mapping[str, str]  # names that people gave, by seat


def last_position(path: Path) -> Position:
    """Where a saved game stands, to be shown in a list. The save is only read. Raises InputError."""
    saved = read_save(path)
    scenario, start, _players = seated_game(path, saved.header)
    seats = dict(saved.header.seats)
    with nonsense_named(path, _("it cannot be shown")):
        for entry in saved.entries:
            if entry.kind == SEATED:
                told = json.loads(entry.body)
                seats[told["seat"]] = told["who"]
        state = _sound(start, saved.snapshots[-1]) if saved.snapshots else start.state
    return Position(scenario, start, state, seats, saved.header.people)


@contextmanager
def nonsense_named(path: Path, what: str) -> Iterator[None]:
    """A save with sound hashes may still hold what no game wrote: that is a fault of the file, in one line."""
    try:
        yield
    except NONSENSE as fault:
        said = str(fault).splitlines() if isinstance(fault, PackingError) else []
        raise InputError(
            [
                one_line(
                    _("{path}: damaged: {what}: {why}").format(
                        path=path, what=what, why=said[0] if said else type(fault).__name__
                    )
                )
            ]
        ) from None


def seated_game(path: Path, header: SaveHeader) -> tuple[Scenario, Compiled, dict[str, Player | None]]:
    """The scenario of a save, its game before the first turn, and who sits where: None for a person."""
    scenario = open_yaml_text(header.scenario_text, _("{path}: its scenario").format(path=path), Scenario, _check)
    if header.seed > MOST_SEED:
        raise InputError(
            [one_line(_("{path}: damaged: no game has the seed {seed}").format(path=path, seed=header.seed))]
        )
    if not set(header.delegates) <= set(scenario.countries):
        raise InputError([one_line(_("{path}: damaged: its delegates speak for no states").format(path=path))])
    if set(header.seats) != set(scenario.bodies):
        raise InputError([one_line(_("{path}: damaged: its seats are not those of its scenario").format(path=path))])
    players = {seat: _player(path, header.seed, seat, who) for seat, who in header.seats.items()}
    return scenario, compile_scenario(scenario, header.seed), players


def _check(scenario: Scenario) -> Iterator[Finding]:
    """A save holds its scenario complete, the measures of the catalogue among its own."""
    yield from cross_check(scenario)
    yield from check_ends(scenario)
    yield from cross_check_complete(scenario, scenario)


def _player(path: Path, seed: int, seat: str, who: str) -> Player | None:
    if who.partition(":")[0] != AI:
        return None
    try:
        return sitter(who, seed, seat)
    except ValueError:
        raise InputError(
            [
                one_line(
                    _("{path}: {seat} is played by {who}, which this program does not know").format(
                        path=path, seat=seat, who=repr(who)
                    )
                )
            ]
        ) from None

"""Games of AIs kept as saves: played, resumed from the last snapshot, replayed and proved."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

import wargame
from wargame.ai.policy import Decision, Level, Player
from wargame.ai.seating import player_of
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.packing import PackingError, digest, unpack
from wargame.model.codes import Phase
from wargame.model.events import EVENT, Chosen
from wargame.model.orders import ORDER
from wargame.model.scenario import Scenario
from wargame.rules.law import rules_digest
from wargame.session import NoJournal, Session
from wargame.store.faults import InputError
from wargame.store.saves import SUFFIX, Entry, SaveHeader, Snapshot, create_save, open_save, read_save
from wargame.study.games import Result, new_session, result_of, tally_of


def header_of(scenario: Scenario, seed: int, levels: Mapping[str, Level]) -> SaveHeader:
    """What a save says of its game."""
    return SaveHeader(
        scenario_name=scenario.title,
        scenario_text=scenario.model_dump_json(),
        seed=seed,
        rules_digest=rules_digest(),
        program=wargame.__version__,
        seats={seat: f"ai:{levels.get(seat, Level.STAFF).value}" for seat in scenario.bodies},
    )


def save_of(folder: Path, seed: int) -> Path:
    """The save of a simulated game in a folder."""
    return folder / f"seed-{seed}{SUFFIX}"


def play_and_keep(scenario: Scenario, seed: int, levels: Mapping[str, Level], folder: Path) -> Result:
    """Play a game of AIs to its end into a save `seed-N` in a folder."""
    with create_save(save_of(folder, seed), header_of(scenario, seed, levels)) as save:
        session = new_session(scenario, seed, levels, save)
        tally = tally_of(scenario)
        session.watch(tally.hear)
        session.begin()
        session.play_out()
        return result_of(session, tally, seed)


def resume(path: Path) -> Session:
    """Open a save of AIs where it stopped and play it on to its end."""
    with open_save(path) as save:
        start, players = _seated(path, save.header)
        session = Session(start, players, save)
        last = save.latest_snapshot()
        if last is None:
            session.begin()
        else:
            try:
                session.restore(unpack(last.body, start.state), save.entries(last.seq))
            except PackingError as fault:
                raise InputError([f"{path}: damaged: {fault}"]) from None
        session.play_out()
        return session


@dataclass(frozen=True)
class Proof:
    """What a replay showed: faults found (empty: the game is proved), and what was compared."""

    faults: tuple[str, ...]
    snapshots: int
    choices: int
    same_rules: bool


def replay(path: Path) -> tuple[Session, Proof]:
    """Play a save's orders again from the start; compare every snapshot, and recompute every AI choice."""
    saved = read_save(path)
    start, players = _seated(path, saved.header)
    session = Session(start, dict.fromkeys(players), NoJournal())
    session.begin()
    faults: list[str] = []
    choices = 0
    snapshots = {snapshot.seq: snapshot for snapshot in saved.snapshots}
    compared = _compare(session, snapshots.get(0), faults)
    for entry in saved.entries:
        if entry.kind == "chosen":
            choices += 1
            faults.extend(_recompute(session, players, entry))
        try:
            session.feed(entry)
        except (KeyError, ValueError, ValidationError) as fault:
            problem = f"entry {entry.seq} cannot be replayed: {type(fault).__name__}"
            raise InputError([f"{path}: damaged: {problem}"]) from None
        compared += _compare(session, snapshots.get(entry.seq), faults)
    proof = Proof(tuple(faults), compared, choices, saved.header.rules_digest == rules_digest())
    return session, proof


def _seated(path: Path, header: SaveHeader) -> tuple[Compiled, dict[str, Player | None]]:
    try:
        scenario = Scenario.model_validate_json(header.scenario_text)
        players: dict[str, Player | None] = {
            seat: player_of(Level(who.removeprefix("ai:")), header.seed, seat) for seat, who in header.seats.items()
        }
    except (ValidationError, ValueError) as fault:
        raise InputError([f"{path}: damaged: its scenario does not open ({type(fault).__name__})"]) from None
    return compile_scenario(scenario, header.seed), players


def _compare(session: Session, snapshot: Snapshot | None, faults: list[str]) -> int:
    """Compare a session with the snapshot kept at this point, if there is one; how many were compared."""
    if snapshot is None:
        return 0
    try:
        kept = unpack(snapshot.body, session.state)
    except PackingError as fault:
        faults.append(f"turn {snapshot.turn}: {fault}")
        return 1
    if digest(kept) != digest(session.state):
        faults.append(f"turn {snapshot.turn}, {snapshot.phase}: the replay comes out otherwise")
    return 1


def _recompute(session: Session, players: Mapping[str, Player | None], entry: Entry) -> Iterator[str]:
    logged = EVENT.validate_json(entry.body)
    assert isinstance(logged, Chosen)
    player = players[logged.seat]
    if player is None:
        return
    decision = _decide(session, player, logged.seat)
    place = session.seats[logged.seat]
    given = [ORDER.dump_python(order, mode="json") for order in place.orders.values() if order.type != "sound"]
    wanted = [ORDER.dump_python(order, mode="json") for order in decision.orders]
    if (decision.choice.label, decision.choice.terms) != (logged.choice, logged.terms):
        yield f"turn {session.turn + 1}, {logged.seat}, {logged.phase}: the choice comes out as {decision.choice.label}"
    elif json.dumps(given) != json.dumps(wanted):
        yield f"turn {session.turn + 1}, {logged.seat}, {logged.phase}: the orders come out otherwise"


def _decide(session: Session, player: Player, seat: str) -> Decision:
    view = session.view(seat)
    match session.phase:
        case Phase.CAUCUS:
            return player.caucus(view)
        case Phase.EMERGENCY:
            return player.emergency(view)
        case _:
            return player.command(view)

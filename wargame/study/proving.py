"""A saved game played again from its start: every snapshot compared, every sounding and choice of an AI made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from wargame.ai.policy import Player, decided
from wargame.catalogue import _
from wargame.engine.compile import Compiled
from wargame.engine.packing import PackingError, digest, unpack
from wargame.model.codes import Phase
from wargame.model.events import EVENT, Chosen
from wargame.model.orders import ORDER, Order, SoundOut
from wargame.rules.law import rules_digest
from wargame.session import Session
from wargame.store.journal import NoJournal
from wargame.store.saves import Entry, Snapshot, read_save
from wargame.study.keeping import CHOSEN, SEATED, log_of, nonsense_named, seated_game, session_of


@dataclass(frozen=True)
class Proof:
    """What a replay showed: faults found (empty: the game is proved), and what was compared."""

    faults: tuple[str, ...]
    snapshots: int
    choices: int
    same_rules: bool


def replay(path: Path) -> tuple[Session, Proof]:
    """Play a save's orders again from the start; compare every snapshot, and recompute every AI sounding and choice."""
    saved = read_save(path)
    _scenario, start, players = seated_game(path, saved.header)
    session = session_of(start, dict.fromkeys(players), NoJournal(), saved.header)
    session.begin()
    faults: list[str] = []
    choices = 0
    soundings = Soundings(start)
    snapshots = {snapshot.seq: snapshot for snapshot in saved.snapshots}
    compared = _compare(session, snapshots.get(0), faults)
    for entry in log_of(path, saved):
        with nonsense_named(path, _("entry {number} cannot be replayed").format(number=entry.seq)):
            soundings.mark(session, players, entry)
            if entry.kind == CHOSEN:
                choices += 1
                faults.extend(soundings.compare(session, entry))
                faults.extend(_recompute(session, players, entry))
            session.feed(entry)
            if entry.kind == SEATED:
                players |= {name: place.player for name, place in session.seats.items() if _is_of(entry, name)}
        compared += _compare(session, snapshots.get(entry.seq), faults)
    for name, place in session.seats.items():
        place.player = players[name]  # those who play are no people, for whom the log is told
    proof = Proof(tuple(faults), compared, choices, saved.header.rules_digest == rules_digest())
    return session, proof


class Soundings:
    """What the AI seats sound out before they draft, made anew: each from what the seat knew as its caucus began."""

    def __init__(self, start: Compiled) -> None:
        self._start = start
        self._due: dict[tuple[int, str], tuple[int, list[Order]]] = {}  # by turn and seat: orders before, soundings due

    def mark(self, session: Session, players: Mapping[str, Player | None], entry: Entry) -> None:
        """Before an entry is done again: if an AI begins its caucus with it, find out whom it would sound out."""
        seat = str(json.loads(entry.body)["seat"])
        if entry.kind == SEATED:
            self._due.pop((session.turn, seat), None)
            return
        player = players.get(seat)  # none for a state's delegate
        if session.phase is Phase.CAUCUS and player is not None and (session.turn, seat) not in self._due:
            self._due[session.turn, seat] = len(session.seats[seat].orders), self._sounded(session, player, seat)

    def compare(self, session: Session, entry: Entry) -> Iterator[str]:
        """The fault that a seat which has chosen did not sound out those whom it would."""
        seat = str(json.loads(entry.body)["seat"])
        if session.phase is not Phase.CAUCUS or (session.turn, seat) not in self._due:
            return
        before, due = self._due[session.turn, seat]
        given = list(session.seats[seat].orders.values())[before:]
        if [order for order in given if isinstance(order, SoundOut)] != due:
            otherwise = _("turn {turn}, {seat}: the soundings come out otherwise")
            yield otherwise.format(turn=session.turn + 1, seat=seat)

    def _sounded(self, session: Session, player: Player, seat: str) -> list[Order]:
        """What it would sound out by the rules, in a game of its own that goes on from here."""
        apart = Session(replace(self._start, state=session.state), {}, NoJournal())
        apart.submit_all(seat, player.sound(apart.view(seat)))
        return list(apart.seats[seat].orders.values())


def _is_of(entry: Entry, seat: str) -> bool:
    return bool(json.loads(entry.body)["seat"] == seat)


def _compare(session: Session, snapshot: Snapshot | None, faults: list[str]) -> int:
    """Compare a session with the snapshot kept at this point, if there is one; how many were compared."""
    if snapshot is None:
        return 0
    try:
        kept = unpack(snapshot.body, session.state)
    except PackingError as fault:
        faults.append(_("turn {turn}: {fault}").format(turn=snapshot.turn, fault=fault))
        return 1
    if digest(kept) != digest(session.state):
        otherwise = _("turn {turn}, {phase}: the replay comes out otherwise")
        faults.append(otherwise.format(turn=snapshot.turn, phase=snapshot.phase))
    return 1


def _recompute(session: Session, players: Mapping[str, Player | None], entry: Entry) -> Iterator[str]:
    logged = EVENT.validate_json(entry.body)
    assert isinstance(logged, Chosen)
    player = players[logged.seat]
    if player is None:
        return
    decision = decided(player, session.phase, session.view(logged.seat))
    place = session.seats[logged.seat]
    given = [ORDER.dump_python(order, mode="json") for order in place.orders.values() if order.type != "sound"]
    wanted = [ORDER.dump_python(order, mode="json") for order in decision.orders]
    if (decision.choice.label, decision.choice.terms) != (logged.choice, logged.terms):
        otherwise = _("turn {turn}, {seat}, {phase}: the choice comes out as {choice}")
        yield otherwise.format(
            turn=session.turn + 1, seat=logged.seat, phase=logged.phase, choice=decision.choice.label
        )
    elif json.dumps(given) != json.dumps(wanted):
        otherwise = _("turn {turn}, {seat}, {phase}: the orders come out otherwise")
        yield otherwise.format(turn=session.turn + 1, seat=logged.seat, phase=logged.phase)

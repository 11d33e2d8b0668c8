"""`wargame replay` and `wargame resume`."""

from __future__ import annotations

import sys
from pathlib import Path

from wargame.catalogue import _, _n
from wargame.engine.account import account
from wargame.engine.interests import EVERYBODY, interests_of
from wargame.engine.narrate import with_own_prices
from wargame.session import Session
from wargame.study.keeping import resume as play_on
from wargame.study.proving import replay as play_again


def replay(save: Path, *, verify: bool, log: bool) -> None:
    """Tell the game where asked (or where nothing is), and prove it where asked; exit code 1 where the proof fails."""
    session, proof = play_again(save)
    if log or not verify:
        tell(session)
    if not verify:
        return
    if not proof.same_rules:
        print(_("{save}: the game was begun under other rules; the replay is under today's").format(save=save))
    for fault in proof.faults:
        print(f"{save}: {fault}")
    if proof.faults:
        sys.exit(1)
    states = _n("{count} snapshot", "{count} snapshots", proof.snapshots).format(count=proof.snapshots)
    choices = _n("{count} AI choice", "{count} AI choices", proof.choices).format(count=proof.choices)
    proved = _("{save}: proved: the same comes out again for {states} and {choices}")
    print(proved.format(save=save, states=states, choices=choices))


def resume(save: Path) -> None:
    """Play on to the end, and tell how it ended."""
    session = play_on(save)
    over = _n("{save}: over after {count} turn", "{save}: over after {count} turns", session.turn)
    print(over.format(save=save, count=session.turn))


def tell(session: Session) -> None:
    """Print the account of a session, with the headlines of the one side that a person plays, where there is one.

    Of a game that people still play it tells no more than all of them know.
    """
    people = [seat for seat, place in session.seats.items() if place.player is None]
    interests = interests_of(session.view(people[0])) if len(people) == 1 else EVERYBODY
    events = session.events if session.over else [each for each in session.events if set(people) <= set(each.known_to)]
    for seat in () if session.over else people:
        events = [with_own_prices(each, seat) for each in events]
    if len(events) < len(session.events):
        sides = ", ".join(session.names.bodies.title(session.names.bodies.row(seat)) for seat in people)
        print(_("The game is not over: told is what all know for whom people play ({sides}).").format(sides=sides))
    for line in account(session.world, session.names, events, interests):
        print(line)

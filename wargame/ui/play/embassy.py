"""What a delegate knows while the session waits for it: its own state from within, the agenda, and what is public."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wargame.engine.agenda import Agenda
from wargame.engine.headlines import Headlines
from wargame.engine.interests import Interests
from wargame.engine.narrate import with_own_prices
from wargame.engine.national import Standing, felt
from wargame.model.columns import column_of
from wargame.model.events import Event
from wargame.model.names import Names
from wargame.model.words import Word
from wargame.session import Session


@dataclass(frozen=True)
class Embassy:
    """All of it as it stands when the drafts are read. Shares are in 1/1000; `falls` is the support that is too little."""

    state: str
    title: str
    names: Names
    turn: int
    day: int
    agenda: Agenda
    said: tuple[Word, ...]
    standing: tuple[Standing, ...]
    support: int
    opinion: int
    threat: int
    falls: int
    news: tuple[str, ...]


def embassy_of(session: Session, state: str, since: int) -> Embassy:
    """Of a state with a delegate; `since` is how many of the game's events it has heard of already."""
    names, row = session.names, session.names.countries.row(state)
    own = session.state.countries[row]
    return Embassy(
        state,
        names.countries.title(row),
        names,
        session.turn,
        int(session.world.course[0].first_day) + int(session.state.clock[0].day),
        session.floor.agenda(state),
        tuple(session.floor.delegations[state].words.values()),
        session.floor.standings(session.state, state),
        int(own.government),
        int(own.opinion),
        felt(session.state, row),
        int(session.world.state_numbers[0].government_falls),
        _news(session, row, session.events[since:]),
    )


def home_of(session: Session, row: int) -> str:
    """The body that a state is counted with; empty for none."""
    body = int(session.world.countries[row].body)
    return session.names.bodies.ids[body] if body >= 0 else ""


def _news(session: Session, row: int, events: Iterable[Event]) -> tuple[str, ...]:
    """Headlines of what every seat has heard, as they matter to a state."""
    names, bodies = session.names, set(session.names.bodies.ids)
    home = home_of(session, row)
    joined = column_of(session.state.members, "joined")[:, row] == 1
    fellows = column_of(session.state.members, "joined")[joined].any(axis=0)
    near = frozenset(name for name, fellow in zip(names.countries.ids, fellows.tolist(), strict=True) if fellow)
    own = frozenset({names.countries.ids[row]})
    told = Headlines(session.world, names, int(session.world.course[0].first_day))
    public = [with_own_prices(event, home) for event in events if bodies <= set(event.known_to)]
    return tuple(headline.words for headline in told.of(public, Interests(home, own, near - own)))

"""Law of the house 8, one legality, over many orders: a refusal tells nothing hidden, and what passes is not refused later."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.hidden import otherwise
from tests.played import AGGRESSOR, Played, seated
from wargame.ai.policy import Level
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.model import events as ev
from wargame.model.codes import Phase
from wargame.model.names import Names
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft
from wargame.model.scenario import Scenario
from wargame.model.state import MOST_POINTS
from wargame.session import Session


def orders_of_all_kinds(names: Names, rng: np.random.Generator, count: int) -> list[Order]:
    """Random orders that speak ids of the game, most of them senseless."""

    def one(ids: tuple[str, ...]) -> str:
        return str(rng.choice(ids))

    def some(ids: tuple[str, ...]) -> str | None:
        return one(ids) if rng.random() < 0.7 else None

    def path() -> tuple[str, ...]:
        return tuple(one(names.places.ids) for _ in range(rng.integers(0, 3)))

    kinds = [
        lambda: TableDraft(
            measure=one(names.measures.ids),
            ambition=int(rng.integers(1, 4)),
            against=some(names.countries.ids),
            helps=some(names.countries.ids),
            on=some(names.places.ids),
            incident=int(rng.integers(0, 3)) if rng.random() < 0.5 else None,
            bids={one(names.countries.ids): 200} if rng.random() < 0.3 else {},
        ),
        lambda: SoundOut(member=one(names.countries.ids)),
        lambda: RequestForces(capability="land", place=one(names.places.ids), weeks=int(rng.integers(1, 20))),
        lambda: MeetDemand(
            member=one(names.countries.ids),
            applicant=one(names.countries.ids),
            points=int(rng.integers(1, MOST_POINTS)),
        ),
        lambda: March(formation=one(names.formations.ids), path=path(), posture="probe", loss_limit=300),
        lambda: Release(formation=one(names.formations.ids)),
    ]
    return [kinds[int(rng.integers(0, len(kinds)))]() for _ in range(count)]


@pytest.mark.parametrize("seat", ["nato", "eu", "russia"])
def test_a_refusal_tells_nothing_hidden(peace: Played, war: Played, seat: str) -> None:
    """Laws 7 and 8: worlds that differ only in what a seat may not know refuse it the same orders by the same laws."""
    body = peace.names.bodies.row(seat)
    for game in (peace, war):
        for phase in (Phase.CAUCUS, Phase.ORDERS, Phase.EMERGENCY):
            for state in game.after(phase)[:2]:
                pool = orders_of_all_kinds(game.names, np.random.default_rng(7), 60)
                views = [
                    observe(game.world, s, game.names, body) for s in (state, otherwise(game.world, state, body, 1))
                ]
                assert [judge(views[0], order) for order in pool] == [judge(views[1], order) for order in pool]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_accepted_is_not_refused_later(first_steps: Scenario, seed: int) -> None:
    """Law 8: in a game of random legal orders every accepted draft comes to a verdict of its body, never to a bar."""
    start = compile_scenario(first_steps, seed)
    session = Session(start, seated(start, Level.CADET, *start.names.bodies.ids))
    session.begin()
    rng = np.random.default_rng(seed)
    while not session.over:
        told, tabled, marched = len(session.events), [], []
        for seat in session.seats:
            for order in legal_orders(session, seat, rng):
                session.submit(seat, order)
                if isinstance(order, TableDraft):
                    tabled.append(order.measure)
                if isinstance(order, March) and order.path:
                    marched.append(order.formation)
        for seat in session.seats:
            session.commit(seat)
        events = session.events[told:]
        decided = {e.measure: e.verdict for e in events if isinstance(e, ev.DraftDecided)}
        assert {decided[measure] for measure in tabled} <= {"adopted", "hollow", "blocked", "outvoted"}
        for formation in marched:
            assert is_accounted_for(session, events, formation), formation
    assert session.accepted > 20


def legal_orders(session: Session, seat: str, rng: np.random.Generator) -> list[Order]:
    """Orders of a seat that are legal now: at most one draft, and one order a formation."""
    view = session.view(seat)
    found: dict[str, Order] = {}
    for order in orders_of_all_kinds(session.names, rng, 150):
        if judge(view, order):
            continue
        key = order.formation if isinstance(order, March | Release) else order.type
        found.setdefault(key, order)
    return list(found.values())


def is_accounted_for(session: Session, events: list[ev.Event], formation: str) -> bool:
    """A formation is on its way, or it is told what became of its march."""
    row = session.names.formations.row(formation)
    told = any(
        isinstance(e, ev.FormationMoved | ev.OrderFrustrated | ev.Transferred) and e.formation == formation
        for e in events
    )
    return told or bool(session.state.legs[row, 0].to >= 0)


def test_an_accepted_march_goes_off(war: Played, start: Compiled) -> None:
    """Law 8: what the aggressor of the shared game ordered in its first turn was carried out."""
    moved = {e.formation for e in war.session.events if isinstance(e, ev.FormationMoved) and e.how == "moved"}
    assert moved & {name for name in start.names.formations.ids if name.startswith("RUS")}
    assert AGGRESSOR in war.session.seats

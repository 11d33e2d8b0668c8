"""Law of the house 8: what an AI decides is judged like anybody's order, and none of it is refused."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.played import seated
from wargame.ai.policy import Level
from wargame.engine.compile import compile_scenario
from wargame.model.orders import Order
from wargame.session import Session
from wargame.store.scenarios import find_scenario, load_scenario


class Watched(Session):
    """A session that keeps what it refuses."""

    refused: tuple[tuple[Order, tuple[str, ...]], ...] = ()

    def submit_all(self, seat: str, orders: Sequence[Order]) -> tuple[tuple[Order, tuple[str, ...]], ...]:
        """As any session, and remembered."""
        refused = super().submit_all(seat, orders)
        self.refused += refused
        return refused


@pytest.mark.parametrize("level", [Level.CADET, Level.STAFF])
@pytest.mark.parametrize("seed", [1, 5])
def test_no_order_of_an_ai_is_refused(level: Level, seed: int) -> None:
    """A choice that is told is carried out: in war and in peace, in emergency sessions too."""
    start = compile_scenario(load_scenario(find_scenario("first_steps")), seed)
    session = Watched(start, seated(start, level))
    session.begin()
    session.play_out()
    assert session.over
    assert session.accepted > 20
    assert session.refused == ()

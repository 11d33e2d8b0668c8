"""Desks: positions on which orders are judged."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.model.names import Names
from wargame.model.orders import Order
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.world import World


@dataclass
class Desk:
    """A position that a case may change before a seat's order is judged on it."""

    world: World
    state: State
    names: Names

    def view(self, seat: str) -> View:
        return observe(self.world, self.state, self.names, self.names.bodies.row(seat))

    def judged(self, seat: str, order: Order, given: tuple[Order, ...] = ()) -> tuple[str, ...]:
        return judge(self.view(seat), order, given)

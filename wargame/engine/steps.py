"""A resolution step by step, as one seat may know it: for looking at it again."""

from __future__ import annotations

from dataclasses import dataclass

from wargame.engine import resolve
from wargame.engine.narrate import heard_by, narrate
from wargame.engine.observe import observe
from wargame.model.events import Event
from wargame.model.names import Names
from wargame.model.plan import Plan
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.world import World


@dataclass(frozen=True)
class Step:
    """A step of a resolution as a seat may know it: what it knew after it, and what it heard of it."""

    view: View
    events: tuple[Event, ...]


def steps_of(world: World, names: Names, before: State, plan: Plan, body: int) -> tuple[Step, ...]:
    """The steps of a resolution for the seat of a body; the position before it comes first."""
    seat = names.bodies.ids[body]
    found = [Step(observe(world, before, names, body), ())]
    for outcome in resolve.carry_out_in_steps(world, before, plan):
        heard = tuple(event for told in narrate(names, outcome.record) if (event := heard_by(told, seat)))
        found.append(Step(observe(world, outcome.state, names, body), heard))
    return tuple(found)

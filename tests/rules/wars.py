"""Fights wars between four states on small maps and prints a digest of every table: `python -m tests.rules.wars`."""

import hashlib
from itertools import pairwise
from random import Random

import numpy as np

from tests.worlds import Road, Side, Site, Small, Unit, small_world
from wargame.model.codes import Kind, Posture, Terrain
from wargame.model.columns import NOBODY
from wargame.model.plan import Plan
from wargame.model.record import Record, Terms, written
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.campaign import Floats, assault_plan, expected_campaign
from wargame.rules.carriers import opened
from wargame.rules.field import draw_fronts
from wargame.rules.law import entry, stage
from wargame.rules.marches import march
from wargame.rules.membership import fighting
from wargame.rules.scouting import army_of
from wargame.rules.supply import open_lines
from wargame.rules.upkeep import upkeep
from wargame.rules.war import step

STATES = 4
REGIONS = 9
UNITS = 16
STEPS = 28


def war_of(seed: int) -> Small:
    """A map and forces drawn at random: two sides of two states each, at war."""
    chance = Random(seed)
    sites = [
        Site(terrain=Terrain.SEA, infra=0)
        if r % 4 == 3
        else Site(r % STATES, Terrain(chance.randrange(5)), chance.randrange(1, 6), 1 + r, chance.random() < 0.5)
        for r in range(REGIONS)
    ]
    pairs = {(a, b) for a, b in pairwise(range(REGIONS))} | {(a, a + 2) for a in range(0, REGIONS - 2, 2)}
    units = [
        Unit(
            chance.randrange(STATES),
            chance.choice([r for r in range(REGIONS) if r % 4 != 3]),
            Kind(chance.randrange(len(Kind))),
            strength=chance.randrange(100, 3000),
            readiness=chance.randrange(300, 1000),
            dug_in=chance.randrange(1000),
            path=[chance.randrange(REGIONS) for _ in range(chance.randrange(4))],
            posture=Posture(chance.randrange(5)),
            loss_limit=chance.choice([200, 400, 1000]),
        )
        for _ in range(UNITS)
    ]
    units.append(Unit(at=0, strength=300, body=0, shares=((0, 600), (1, 400))))
    sides = [Side((0, 1)), Side((2, 3), leader=2)]
    roads = [Road(a, b, chance.randrange(40, 300)) for a, b in sorted(pairs)]
    wars = [(0, 2), (1, 2), (0, 3)]
    return small_world(sites, roads, units, sides, wars, capitals=(0, 1, 2), countries=STATES, seed=seed)


@stage
def campaigns(world: World, state: State, plan: Plan, record: Record, legs: Terms, out: Floats) -> None:
    """Two months of war: plans, marches, steps, and the weeks in between."""
    fronts = draw_fronts(world, state)
    lines = open_lines(state, fronts)
    for k in range(STEPS):
        step(world, state, record, fronts, lines)
        state.clock[0].day += world.course[0].step_days
        if k % 4 == 3:
            upkeep(world, state, record, fighting(state.pairs))
        if k % 7 == 6:
            expected_campaign(world, state, army_of(world, state, 1), 1, k % 2, out)
            state.clock[0].escalation += int(1000.0 * out[0])
            assault_plan(world, state, plan, 1, k % 2)
            march(world, state, k % state.formations.size, k % state.regions.size, legs)
            give(state, plan)


@stage
def give(state: State, plan: Plan) -> None:
    """Orders of a plan become paths."""
    for u in range(state.formations.size):
        if plan.moves[u].given:
            state.formations[u].posture = plan.moves[u].posture
            state.formations[u].loss_limit = plan.moves[u].loss_limit
            state.formations[u].lost = 0
            for k in range(plan.legs.shape[1]):
                state.legs[u, k].to = plan.legs[u, k].to


@entry
def wage(world: World, state: State, plan: Plan, record: Record, legs: Terms, out: Floats) -> None:
    """The way in."""
    campaigns(opened(world), opened(state), opened(plan), opened(record), legs, out)


def waged(seed: int) -> Small:
    """A war, fought."""
    small = war_of(seed)
    wage(small.world, small.state, small.plan(), small.record, np.full(8, NOBODY, np.int64), np.zeros(4))
    return small


def digest(wars: int) -> str:
    """Digest of states and records after so many wars."""
    whole = hashlib.sha256()
    for seed in range(wars):
        small = waged(seed)
        for table in (*small.state, *written(small.record)):
            whole.update(table.tobytes())
    return whole.hexdigest()


if __name__ == "__main__":
    print(digest(12))

"""The balance of a scenario, measured: scores, levels against each other, and what the model does when a part is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wargame.ai.policy import Level
from wargame.catalogue import _
from wargame.engine import resolve
from wargame.engine.compile import compile_scenario
from wargame.engine.explain import explained, open_value
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.plan import Plan, empty_plan
from wargame.model.record import empty_record
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.adoption import adopt
from wargame.rules.assumptions import fill_draft
from wargame.rules.law import plain
from wargame.rules.numeric import FULL
from wargame.study.games import Result, new_session
from wargame.study.series import Job, play_many
from wargame.study.statistics import Comparison, changed_share, compared

Show = Callable[[Iterable[Result], int, str], Iterable[Result]]
BRIGADE = 3  # ambition of forward presence that makes a battlegroup a brigade


@dataclass(frozen=True)
class Player:
    """Plays games over workers and shows progress."""

    scenario: Scenario
    workers: int
    show: Show

    def games(self, count: int, level: Level, words: str, **seats: Level) -> list[Result]:
        """Games of seeds 1 to `count`, every seat at `level` but for those named."""
        levels = dict.fromkeys(self.scenario.bodies, level) | seats
        jobs = [Job(self.scenario, seed, levels) for seed in range(1, count + 1)]
        return list(self.show(play_many(jobs, self.workers), count, words))


def levels_compared(player: Player, games: int, level: Level, better_level: Level) -> dict[str, Comparison]:
    """For each seat what a better player gains it, the others at a level, the same seeds."""
    base = player.games(games, level, _("{level} games").format(level=level.value))
    found = {}
    for seat in player.scenario.bodies:
        words = _("{level} for {seat}").format(level=better_level.value, seat=seat)
        better = player.games(games, level, words, **{seat: better_level})
        found[seat] = compared([r.scores[seat] for r in better], [r.scores[seat] for r in base])
    return found


def without_threat(scenario: Scenario) -> Scenario:
    """The same scenario with the threat model switched off."""
    numbers = {chapter: dict(values) for chapter, values in scenario.numbers.items()}
    numbers.setdefault("threat", {})["in_force"] = 0.0
    return scenario.model_copy(update={"numbers": numbers})


def threat_ablation(player: Player, games: int) -> float:
    """The share of AI choices that change when no state feels any threat."""
    blind = Player(without_threat(player.scenario), player.workers, player.show)
    seen = player.games(games, Level.STAFF, _("with threat"))
    return changed_share(seen, blind.games(games, Level.STAFF, _("without threat")))


@dataclass(frozen=True)
class Presence:
    """The leadership's motive against a host a month on, term by term (1/1000 point): battlegroup, and brigade adopted."""

    host: str
    battlegroup: dict[str, int]
    brigade: dict[str, int]


def presence_ablation(scenario: Scenario) -> list[Presence]:
    """Raise each host's battlegroup to a brigade, as if the council had agreed to it, and weigh the motive a month later."""
    start = compile_scenario(scenario, 1)
    state = resolve.open_turn(start.world, resolve.begin(start.world, start.state).state).state
    found = []
    for row in range(state.formations.size):
        unit = state.formations[row]
        if unit.alive and unit.body >= 0 and unit.owner < 0 and unit.kind <= 2:
            host = int(start.world.regions[unit.at].home)
            terms = [_motive_after(start.world, state, host, int(unit.at), ambition) for ambition in (0, BRIGADE)]
            found.append(Presence(start.names.countries.ids[host], terms[0], terms[1]))
    return found


def _motive_after(world: World, state: State, host: int, at: int, ambition: int) -> dict[str, int]:
    """The terms of the first leadership's motive against a host, a month after presence was raised (0: was not)."""
    leadership = next(b for b in range(world.bodies.size) if world.bodies[b].kind == BodyKind.LEADERSHIP)
    nothing = _held(state)
    later = resolve.open_session(world, state).state
    if ambition:
        measure = next(m for m in range(world.measures.size) if world.measures[m].kind == MeasureKind.PRESENCE)
        draft = empty_plan(later).drafts[0]
        leader = int(world.bodies[leadership].leader)
        plain(fill_draft)(draft, int(world.measures[measure].body), measure, leader, -1, -1)
        draft.ambition, draft.lowest, draft.on = ambition, ambition, at
        plain(adopt)(world, later, draft, ambition, FULL, empty_record(0))
    later = resolve.close_caucus(world, later, nothing).state
    later = resolve.close_turn(world, resolve.carry_out(world, later, nothing).state).state
    later = resolve.open_turn(world, later).state
    return open_value(explained("motive"), world, later, leadership, host)[1]


def _held(state: State) -> Plan:
    """A plan in which every seat decided to do nothing."""
    plan = empty_plan(state)
    for body in range(state.bodies.size):
        plan.given[body].decided = 1
    return plan


@dataclass(frozen=True)
class Ranking:
    """Of positions looked at: how many broke a law of the threat order."""

    positions: int
    ally_first: int
    other_than_council_first: int


def threat_order(scenario: Scenario, games: int) -> Ranking:
    """Play games of cadets and look each phase who fears whom most."""
    positions = ally_first = other_first = 0
    for seed in range(1, games + 1):
        session = new_session(scenario, seed, dict.fromkeys(scenario.bodies, Level.CADET))
        session.begin()
        while True:
            positions += 1
            ally_first += _allies_first(session.world, session.state)
            other_first += _leaders_not_afraid_of_councils(session.world, session.state)
            if not session.play_ai():
                break
    return Ranking(positions, ally_first, other_first)


def _allies_first(world: World, state: State) -> int:
    found = 0
    for c in range(state.countries.size):
        first = int(state.countries[c].top_threat)
        if first >= 0 and not world.links[c, first].dispute:
            found += any(
                state.members[b, c].joined and state.members[b, first].joined for b in range(state.bodies.size)
            )
    return found


def _leaders_not_afraid_of_councils(world: World, state: State) -> int:
    found = 0
    for b in range(state.bodies.size):
        leader = int(world.bodies[b].leader)
        if leader >= 0:
            first = int(state.countries[leader].top_body)
            found += first < 0 or not world.bodies[first].defends or world.bodies[first].patron < 0
    return found

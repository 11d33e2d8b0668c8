"""The wars of a scenario over many games: who goes to war, how the front moves, which capitals fall, who applies then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from wargame.ai.policy import Level
from wargame.engine.invariants import broken_invariants
from wargame.model import events as ev
from wargame.model.codes import Grant
from wargame.model.columns import column_of
from wargame.model.scenario import Scenario
from wargame.session import Session
from wargame.study.games import Tally, new_session, tally_of
from wargame.study.processes import be_stoppable, starting

SOON = 8  # turns after an invasion within which an application counts as its answer

NO_TERMS = Grant.NOTHING.name.lower()


@dataclass
class War:
    """One attack of a state on another, as one game had it."""

    begun: int  # turn, counted from 0
    taken: int = 0  # regions the attacker took from the victim
    freed: int = 0  # regions the victim took back from the attacker
    capital_fell: bool = False
    ceased: bool = False  # it ended in a ceasefire
    on_terms: bool = False  # for which one of the two granted something


@dataclass
class Course:
    """What one game had of war. Wars by attacker and victim; applications by the applicant's and the body's id."""

    seed: int
    wars: dict[tuple[str, str], War] = field(default_factory=dict)
    applied: dict[tuple[str, str], int] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    broken: list[str] = field(default_factory=list)

    def invaded(self) -> int | None:
        """The turn of the first attack; None in a game of peace."""
        return min((war.begun for war in self.wars.values()), default=None)


class Watcher:
    """Hears the events of one game."""

    def __init__(self, session: Session, scenario: Scenario, seed: int) -> None:
        self._session, self._capitals = session, {c: facts.capital for c, facts in scenario.countries.items()}
        self.course = Course(seed, tally=tally_of(scenario))
        for attacker, victim in scenario.wars:
            self.course.wars[attacker, victim] = War(0)

    def hear(self, event: ev.Event) -> None:
        """Note what an event says of war."""
        self.course.tally.hear(event)
        match event:
            case ev.WentToWar():
                self.course.wars.setdefault((event.attacker, event.victim), War(self._session.turn))
            case ev.CeasefireBegan():
                self._ceased(event)
            case ev.AccessionMoved() if event.track == "applied":
                self.course.applied.setdefault((event.country, event.body), self._session.turn)
            case ev.ControlChanged():
                self._changed(event)
            case _:
                pass

    def _ceased(self, event: ev.CeasefireBegan) -> None:
        sides = self._spoken_for(event.offered), self._spoken_for(event.answered)
        for (attacker, victim), war in self.course.wars.items():
            one, other = ((state in sides[0], state in sides[1]) for state in (attacker, victim))
            between = (one[0] and other[1]) or (one[1] and other[0])
            war.ceased |= between
            war.on_terms |= between and (event.granted, event.granted_back) != (NO_TERMS, NO_TERMS)

    def _spoken_for(self, body: str) -> set[str]:
        """The states that leave a war by what a body offers."""
        names, speaker = self._session.names, column_of(self._session.world.countries, "body").tolist()
        return {name for name, row in zip(names.countries.ids, speaker, strict=True) if row == names.bodies.row(body)}

    def _changed(self, event: ev.ControlChanged) -> None:
        for (attacker, victim), war in self.course.wars.items():
            if event.before == victim and event.holder == attacker:
                war.taken += 1
                war.capital_fell |= event.place == self._capitals[victim]
            elif event.before == attacker and event.holder == victim:
                war.freed += 1


def watched(job: tuple[Scenario, int]) -> Course:
    """One game of staffs, watched to its end, and its invariants asked at every end of a turn."""
    scenario, seed = job
    session = new_session(scenario, seed, dict.fromkeys(scenario.bodies, Level.STAFF))
    watcher = Watcher(session, scenario, seed)
    session.watch(watcher.hear)
    session.begin()
    turn = session.turn
    while session.play_ai():
        if session.turn != turn:
            turn = session.turn
            watcher.course.broken += broken_invariants(session.world, session.state)
    watcher.course.broken += broken_invariants(session.world, session.state)
    return watcher.course


def watch_many(scenario: Scenario, games: int, workers: int) -> Iterator[Course]:
    """Games of seeds 1 to `games`, over worker processes, in the order of the seeds."""
    jobs = [(scenario, seed) for seed in range(1, games + 1)]
    with ProcessPoolExecutor(min(workers, games), get_context("spawn"), initializer=be_stoppable) as pool:
        with starting():
            courses = pool.map(watched, jobs)
        yield from courses


@dataclass(frozen=True)
class Pair:
    """What games had of the wars of one attacker on one victim, in games."""

    games: int  # in which the attack came
    capital: int  # in which the victim's capital fell
    ceased: int  # in which it ended in a ceasefire
    on_terms: int  # of these, for terms
    both_ways: int  # in which the attacker took land and the victim took some back
    taken: float  # regions taken, mean of a war
    freed: float


def pairs_of(courses: Sequence[Course]) -> dict[tuple[str, str], Pair]:
    """By attacker and victim, the most frequent first."""
    wars: dict[tuple[str, str], list[War]] = {}
    for course in courses:
        for pair, war in course.wars.items():
            wars.setdefault(pair, []).append(war)
    found = {pair: _summed(list_of) for pair, list_of in wars.items()}
    return dict(sorted(found.items(), key=lambda item: (-item[1].games, item[0])))


def _summed(wars: Sequence[War]) -> Pair:
    n = len(wars)
    return Pair(
        games=n,
        capital=sum(war.capital_fell for war in wars),
        ceased=sum(war.ceased for war in wars),
        on_terms=sum(war.on_terms for war in wars),
        both_ways=sum(war.taken > 0 and war.freed > 0 for war in wars),
        taken=sum(war.taken for war in wars) / n,
        freed=sum(war.freed for war in wars) / n,
    )


@dataclass(frozen=True)
class Applications:
    """Games in which states applied to a council: within SOON turns of an invasion, and in games without one."""

    invaded: int
    soon: int
    peaceful: int
    without: int


def applications(courses: Sequence[Course], countries: Sequence[str], body: str) -> Applications:
    """How often one of these states at least applied to a body."""
    invaded = soon = peaceful = without = 0
    for course in courses:
        turns = [course.applied[c, body] for c in countries if (c, body) in course.applied]
        since = course.invaded()
        if since is None:
            peaceful += 1
            without += bool(turns)
        else:
            invaded += 1
            soon += any(since <= turn <= since + SOON for turn in turns)
    return Applications(invaded, soon, peaceful, without)


def applicants(courses: Sequence[Course]) -> list[tuple[str, str]]:
    """Who applied to what in any game."""
    return sorted({key for course in courses for key in course.applied})

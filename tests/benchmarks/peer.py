"""Orders a second beside the package `diplomacy`, both sides in one run: `python -m tests.benchmarks.peer`.

It needs the extra `peer`. Both sides are played by one policy: of the kinds of order that are legal for a unit or seat
one is drawn, each as likely as another, but to hold less than one time in ten; then one legal order of that kind. What is
timed is what an order passes through once it is chosen: for us `submit_all` and `commit`, which judge and resolve; for the
peer `set_orders` and `process`. To find out what is legal is timed on neither side. What our seats look at for it, their
Views, the peer has nothing like: they are timed apart, and a second ratio counts them in.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from random import Random
from typing import Any, TypeVar

from wargame.ai.options import options
from wargame.commands.warm import make_warm
from wargame.engine import resolve
from wargame.engine.compile import compile_scenario
from wargame.engine.holders import holders
from wargame.engine.judge import commands, judge
from wargame.engine.planning import joint_plan
from wargame.engine.resolve import Outcome
from wargame.model.codes import BodyKind, Phase
from wargame.model.columns import column_of
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut
from wargame.model.state import MOST_POINTS
from wargame.model.view import View
from wargame.session import Session
from wargame.store.scenarios import find_scenario, load_scenario

T = TypeVar("T")

SCENARIOS = {"baltic_2016": 12, "invasion_2022": 6}  # turns, of a week and of four weeks
PEER_GAMES, PEER_LAST_YEAR = 3, 1915
HOLD_MOST = 0.09  # chance of an order to hold, where a unit can do anything else: the share stays below a tenth
TRIED = 12  # regions that a request is tried for
WEEKS = 8  # that forces are asked for
POSTURES = ("hold", "delay", "reserve", "probe", "assault")
SEEDS = (1, 2, 3)


@dataclass
class Tally:
    """What one side did, and how long that took (s of this process)."""

    seconds: float = 0.0
    looking: float = 0.0  # s of making Views
    mix: Counter[str] = field(default_factory=Counter)

    def timed(self, work: Callable[[], T]) -> T:
        """Do a piece of work on the clock."""
        began = time.process_time()
        done = work()
        self.seconds += time.process_time() - began
        return done

    def looked(self, look: Callable[[], T]) -> T:
        """Make a View on a clock of its own."""
        began = time.process_time()
        seen = look()
        self.looking += time.process_time() - began
        return seen

    @property
    def rate(self) -> float:
        """Orders a second, judged and resolved."""
        return self.mix.total() / self.seconds

    @property
    def whole_rate(self) -> float:
        """Orders a second, with the Views that they were given on."""
        return self.mix.total() / (self.seconds + self.looking)

    def as_object(self) -> dict[str, Any]:
        """For JSON: orders, rate, and the share of each kind."""
        total = self.mix.total()
        shares = {kind: round(count / total, 3) for kind, count in sorted(self.mix.items())}
        return {"orders": total, "orders_a_second": round(self.rate), "mix": shares}


class Bare(Session):
    """A session that neither keeps a journal nor tells what happened: what is left is to judge and to resolve."""

    def _accept(self, seat: str, order: Order, logged: int | None = None) -> int:
        self.accepted += 1
        self.seats[seat].orders[self.accepted] = order
        if isinstance(order, SoundOut):
            plan = joint_plan(self.names, self.state, [(self.seats[seat].body, (order,))])
            self._take(resolve.sound(self.world, self.state, plan))
        return self.accepted

    def _take(self, outcome: Outcome) -> None:
        self.state = outcome.state


def drawn(rng: Random, kinds: Mapping[str, Sequence[T]]) -> tuple[str, T] | None:
    """One legal order with its kind, by the policy of this benchmark; None where none is legal."""
    others = sorted(kind for kind, orders in kinds.items() if orders and kind != "hold")
    if not others:
        return None
    holds = bool(kinds.get("hold")) and rng.random() < min(HOLD_MOST, 1.0 / (1 + len(others)))
    kind = "hold" if holds else rng.choice(others)
    return kind, rng.choice(kinds[kind])


def play_ours(name: str, seed: int, tally: Tally) -> None:
    """A game in which every seat orders at random."""
    scenario = load_scenario(find_scenario(name)).model_copy(update={"turns": SCENARIOS[name]})
    start = compile_scenario(scenario, seed)
    session, rng = Bare(start, {}), Random(seed)
    session.begin()
    while not session.over:
        for seat in session.seats:
            give = _command if session.phase == Phase.ORDERS else _confer
            give(session, seat, rng, tally)
        for seat in session.seats:
            tally.timed(partial(session.commit, seat))


def _give(session: Session, seat: str, found: Sequence[tuple[str, Order] | None], tally: Tally) -> None:
    chosen = [pair for pair in found if pair is not None]
    refused = tally.timed(partial(session.submit_all, seat, [order for _, order in chosen]))
    assert not refused, refused
    tally.mix.update(kind for kind, _ in chosen)


def _command(session: Session, seat: str, rng: Random, tally: Tally) -> None:
    """An order for every formation that the seat commands."""
    view = tally.looked(partial(session.view, seat))
    units = [row for row in range(view.state.formations.size) if commands(view, row)]
    _give(session, seat, [drawn(rng, _ways_of(view, row, rng)) for row in units], tally)


def _ways_of(view: View, row: int, rng: Random) -> dict[str, list[Order]]:
    """The legal orders of a formation: marches to a neighbouring region, standing where it is, release."""
    name, at = view.names.formations.ids[row], int(view.state.formations[row].at)
    place = view.world.regions[at]
    ends = column_of(view.world.edges, "end")[place.first_edge : place.first_edge + place.edges].tolist()
    paths = [(view.names.places.ids[end],) for end in ends]
    ways: dict[str, list[Order]] = {
        "march": [March(formation=name, path=path, posture=rng.choice(POSTURES)) for path in paths],
        "hold": [March(formation=name, path=(), posture="hold")],
        "release": [Release(formation=name)],
    }
    return _legal(view, ways)


def _confer(session: Session, seat: str, rng: Random, tally: Tally) -> None:
    """A draft, a sounding or a request of a seat in the caucus; in an emergency, a draft."""
    view = tally.looked(partial(session.view, seat))
    _give(session, seat, [drawn(rng, _legal(view, _proposals(view, rng)))], tally)


def _proposals(view: View, rng: Random) -> dict[str, list[Order]]:
    ways: dict[str, list[Order]] = {"table": [option.order for option in options(view, (1, 2, 3))]}
    if view.world.bodies[view.body].kind == BodyKind.COUNCIL:
        places = rng.sample(view.names.places.ids, TRIED)
        ways["sound"] = [SoundOut(member=member) for member in view.names.countries.ids]
        ways["meet"] = [
            MeetDemand(member=holder.member, applicant=holder.applicant, points=rng.randint(1, MOST_POINTS))
            for holder in holders(view)
        ]
        ways["request"] = [RequestForces(capability="land", place=place, weeks=WEEKS) for place in places]
    return ways


def _legal(view: View, ways: dict[str, list[Order]]) -> dict[str, list[Order]]:
    return {kind: [order for order in orders if not judge(view, order)] for kind, orders in ways.items()}


def play_peer(seed: int, tally: Tally) -> None:
    """Games of the peer in which every power orders at random."""
    from diplomacy import Game  # the extra `peer`

    rng = Random(seed)
    for _ in range(PEER_GAMES):
        _play_peer(Game(), rng, tally)


def _play_peer(game: Any, rng: Random, tally: Tally) -> None:
    while not game.is_game_done and game.get_current_phase()[1:5] < str(PEER_LAST_YEAR):
        possible = game.get_all_possible_orders()
        for power in game.powers:
            found = [drawn(rng, _by_kind(possible[place])) for place in game.get_orderable_locations(power)]
            chosen = [pair for pair in found if pair is not None]
            tally.timed(partial(game.set_orders, power, [order for _, order in chosen]))
            tally.mix.update(kind for kind, _ in chosen)
        tally.timed(game.process)


PEER_KINDS = {"H": "hold", "-": "move", "S": "support", "C": "convoy", "R": "retreat", "D": "disband", "B": "build"}


def _by_kind(orders: Sequence[str]) -> dict[str, list[str]]:
    """The peer's orders by the word that says what they are: third of `A PAR - BUR`, alone in `WAIVE`."""
    kinds: dict[str, list[str]] = {}
    for order in orders:
        words = order.split()
        kinds.setdefault(PEER_KINDS.get(words[2], words[2]) if len(words) > 2 else "waive", []).append(order)
    return kinds


def measured() -> dict[str, Any]:
    """All sides in turns, seed by seed, and the ratios of our rates to the peer's."""
    make_warm()
    ours, peer = {name: Tally() for name in SCENARIOS}, Tally()
    play_ours("baltic_2016", 0, Tally())  # loads the compiled rules
    for seed in SEEDS:
        for name, tally in ours.items():
            play_ours(name, seed, tally)
        play_peer(seed, peer)
    found: dict[str, Any] = {name: tally.as_object() for name, tally in ours.items()}
    found[f"diplomacy {version('diplomacy')}"] = peer.as_object()
    found["ratio"] = {name: round(tally.rate / peer.rate, 2) for name, tally in ours.items()}
    found["ratio_with_views"] = {name: round(tally.whole_rate / peer.rate, 2) for name, tally in ours.items()}
    return found


if __name__ == "__main__":
    print(json.dumps(measured(), indent=2))

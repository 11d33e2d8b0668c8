"""A Session: seats, phases, the log of orders, autosave. It runs a game for humans and AIs alike; it knows no screen.

The turn: briefing, caucus (each seat in private), session (public, delegates speak first), orders (private), resolution with at
most one break and its emergency session, assessment. What anybody orders or says is in the journal before it is acknowledged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from wargame.ai.policy import Decision, Player, chosen, decided
from wargame.ai.seating import HUMAN, Seat, sitter
from wargame.engine import resolve
from wargame.engine.chair import Chair, Chairs, written
from wargame.engine.compile import Compiled
from wargame.engine.floor import Floor
from wargame.engine.judge import OUT_OF_PHASE, Refused, judge, judge_unit_orders
from wargame.engine.narrate import narrate
from wargame.engine.observe import observe
from wargame.engine.packing import pack
from wargame.engine.planning import heard_in_order, joint_plan
from wargame.engine.resolve import Outcome
from wargame.engine.steps import Step, steps_of
from wargame.model.codes import Ending, Phase
from wargame.model.columns import column_of
from wargame.model.events import EVENT, Event
from wargame.model.facilitation import ACT, Act, OpenTurn
from wargame.model.orders import ORDER, Order, SoundOut, UnitOrder
from wargame.model.plan import Plan
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.words import WORD, Word
from wargame.store.journal import Begun, Journal, Logged, NoJournal, begun

__all__ = ["OUT_OF_PHASE", "Refused", "Session"]


class Session:
    """One game in play."""

    def __init__(
        self,
        start: Compiled,
        players: Mapping[str, Player | None],
        journal: Journal | None = None,
        delegates: Iterable[str] = (),
        chairs: Chairs = Chairs.EMPTY,
    ) -> None:
        self.world, self.names, self.state = start.world, start.names, start.state
        self.seats = {name: Seat(row, players.get(name)) for row, name in enumerate(start.names.bodies.ids)}
        self.floor = Floor(start)
        for state in delegates:
            self.floor.appoint(state)
        self.chair = Chair(start.deck, start.names, chairs)
        self.events: list[Event] = []
        self.accepted = 0  # orders acknowledged so far
        self.came_on = 0  # the number of the entry with which the turn last went on
        self.tells_all = True  # its events are those of the whole game, also where it was reopened
        self._journal: Journal = NoJournal() if journal is None else journal
        self._watchers: list[Callable[[Event], None]] = []
        self._views: dict[str, View] = {}  # of the state that `_viewed` is
        self._viewed = self.state
        self._carried_out: tuple[State, Plan] | None = None  # the last resolution: where it began, and by what orders

    @property
    def phase(self) -> Phase:
        """Where the turn stands."""
        return Phase(int(column_of(self.state.clock, "phase")[0]))

    @property
    def turn(self) -> int:
        """Turns completed."""
        return int(column_of(self.state.clock, "turn")[0])

    @property
    def over(self) -> bool:
        """The game has ended."""
        return bool(column_of(self.state.clock, "ending")[0] != Ending.NOT_YET)

    @property
    def awaits_facilitator(self) -> bool:
        """The turn opens when the facilitator says so."""
        return self.chair.is_taken and self.phase is Phase.BRIEFING

    def view(self, seat: str) -> View:
        """What a seat knows now. It is made once for each state, and read by all who ask."""
        if self._viewed is not self.state:
            self._views, self._viewed = {}, self.state
        if seat not in self._views:
            self._views[seat] = observe(self.world, self.state, self.names, self.seats[seat].body)
        return self._views[seat]

    def course(self, seat: str) -> tuple[Step, ...]:
        """The last resolution of this session step by step, as a seat may know it; the position before it comes first."""
        if self._carried_out is None:
            return ()
        return steps_of(self.world, self.names, *self._carried_out, self.seats[seat].body)

    def begin(self) -> None:
        """The first assessment of the world, before turn 1, and the first briefing."""
        self._take(resolve.begin(self.world, self.state))
        self._open_briefing()

    def submit(self, seat: str, order: Order) -> int:
        """Judge an order, make it durable, acknowledge it by its number. Raises Refused with the laws it breaks."""
        place = self.seats[seat]
        if broken := ((OUT_OF_PHASE,) if place.ready else judge(self.view(seat), order, place.orders.values())):
            raise Refused(broken)
        return self._accept(seat, order)

    def submit_all(self, seat: str, orders: Sequence[Order]) -> tuple[tuple[Order, tuple[str, ...]], ...]:
        """Judge orders in their order and acknowledge those that are legal; the others come back with the laws they break.

        It is as if each were submitted in its turn. Marches and releases, which bear on no other order, are judged together.
        """
        if self.seats[seat].ready:
            return tuple((order, (OUT_OF_PHASE,)) for order in orders)
        of_units = [order for order in orders if isinstance(order, UnitOrder)]
        given = self.seats[seat].orders.values()
        laws = iter(judge_unit_orders(self.view(seat), of_units, given) if of_units else ())
        refused = []
        for order in orders:
            of_unit = isinstance(order, UnitOrder)
            broken = next(laws) if of_unit else judge(self.view(seat), order, self.seats[seat].orders.values())
            if broken:
                refused.append((order, broken))
            else:
                self._accept(seat, order)
        return tuple(refused)

    def withdraw(self, seat: str, number: int) -> None:
        """Take an order of this phase back, while the seat is not ready. A sounding cannot be taken back."""
        place = self.seats[seat]
        if place.ready or number not in place.orders or isinstance(place.orders[number], SoundOut):
            raise Refused((OUT_OF_PHASE,))
        self._journal.append(self.turn, "withdrawal", json.dumps({"seat": seat, "order": number}))
        del place.orders[number]

    def commit(self, seat: str) -> None:
        """The seat has decided; when all have, the turn goes on."""
        self._ready(seat, self._journal.append(self.turn, "ready", json.dumps({"seat": seat})))

    def intend(self, seat: str, orders: Sequence[Order]) -> None:
        """Keep, durably, what a seat means to order when the orders of this turn are given. Raises Refused when it has decided.

        Nothing is judged yet: that is done in `order_intended`, by what the seat knows then.
        """
        if self.seats[seat].ready or self.phase not in (Phase.CAUCUS, Phase.EMERGENCY):
            raise Refused((OUT_OF_PHASE,))
        self._intend(seat, orders)

    def order_intended(self, seat: str) -> tuple[tuple[Order, tuple[str, ...]], ...]:
        """Give the orders that a seat intended, in the orders phase; those that break a law by now, with the laws."""
        given = list(self.seats[seat].orders.values())  # before the game was cut off
        refused = self.submit_all(seat, [order for order in self.seats[seat].intended if order not in given])
        self._intend(seat, ())
        return refused

    def hand_over(self, seat: str, who: str) -> None:
        """Seat a person (`human`) or an AI (`ai:staff`) there; what was ordered in this phase, soundings apart, is taken back.

        Raises ValueError where nobody of that word is known, Refused for a seat that has decided.
        """
        if self.seats[seat].ready and self.seats[seat].player is None:
            raise Refused((OUT_OF_PHASE,))
        sitter(who, 0, seat)
        if not self.seats[seat].ready:
            for number, order in list(self.seats[seat].orders.items()):
                if not isinstance(order, SoundOut):
                    self.withdraw(seat, number)
        self._journal.append(self.turn, "seated", json.dumps({"seat": seat, "who": who}))
        self.seat_there(seat, who)

    def seat_there(self, seat: str, who: str) -> None:
        """Who sits at a seat from now on."""
        place = self.seats[seat]
        place.player = sitter(who, int(self.state.clock[0].seed), seat)
        place.intended = ()

    def appoint(self, state: str, who: str) -> None:
        """A person (`human`) speaks for a state from the next session on, or its own terms do (any other word).

        Raises Refused while delegates are heard, KeyError for an unknown state.
        """
        if self.floor.is_open:
            raise Refused((OUT_OF_PHASE,))
        self.names.countries.row(state)
        self._journal.append(self.turn, "delegated", json.dumps({"seat": state, "who": who}))
        (self.floor.appoint if who == HUMAN else self.floor.recall)(state)

    def speak(self, state: str, word: Word) -> None:
        """A delegate's word: judged, made durable, acknowledged. Raises Refused with the laws it breaks."""
        ready = self.floor.delegations[state].ready
        if broken := ((OUT_OF_PHASE,) if ready else self.floor.judge(state, word)):
            raise Refused(broken)
        body = {"seat": state, "word": WORD.dump_python(word, mode="json")}
        self._journal.append(self.turn, "word", json.dumps(body))
        self.floor.take(state, word)

    def rest(self, state: str) -> None:
        """A delegate has said what it will; when all have, the session decides. Raises Refused for one that is not awaited."""
        if state not in self.floor.awaited():
            raise Refused((OUT_OF_PHASE,))
        self._spoken(state, self._journal.append(self.turn, "spoken", json.dumps({"seat": state})))

    def facilitate(self, act: Act) -> int:
        """An act of the facilitator: judged, made durable, acknowledged by its number. Raises Refused with the laws it breaks."""
        if broken := (self.chair.judge(self.state, act) if self.awaits_facilitator else (OUT_OF_PHASE,)):
            raise Refused(broken)
        number = self._journal.append(self.turn, "facilitated", written(act))
        self._rule(number, act)
        return number

    def play_ai(self) -> bool:
        """Let the next AI seat that is not ready decide; False where only humans are awaited or the game is over."""
        if self.over or self.awaits_facilitator:
            return False
        for name, place in self.seats.items():
            if place.player is not None and not place.ready:
                self._decide(name, place.player)
                self.commit(name)
                return True
        return False

    def play_out(self) -> None:
        """Play on as long as AI seats are awaited."""
        while self.play_ai():
            pass

    def restore(self, state: State, entries: Iterable[Logged]) -> None:
        """Go on from a snapshot: `entries` are what the journal holds after it. Nothing is written twice.

        What an AI seat had begun to decide when the game was cut off, it decides again, and finds it written.
        """
        self.state = state
        logged = tuple(entries)
        left = begun(logged, [name for name, place in self.seats.items() if place.player is not None])
        journal, self._journal = self._journal, NoJournal()
        for entry in logged:
            if entry not in left:
                self.feed(entry)
        self._journal = Begun(journal, left) if left else journal

    def feed(self, entry: Logged) -> None:
        """Do again what a journal entry says. Raises ValueError where the entry is of no known kind."""
        body = json.loads(entry.body)
        match entry.kind:
            case "order":
                order = ORDER.validate_python(body["order"])
                self._accept(body["seat"], order, entry.seq)
            case "withdrawal":
                self.seats[body["seat"]].orders.pop(body["order"], None)
            case "ready":
                self._ready(body["seat"], entry.seq)
            case "chosen":
                self._tell(EVENT.validate_python(body))
            case "intent":
                self.seats[body["seat"]].intended = tuple(ORDER.validate_python(order) for order in body["orders"])
            case "seated":
                self.seat_there(body["seat"], body["who"])
            case "delegated":
                (self.floor.appoint if body["who"] == HUMAN else self.floor.recall)(body["seat"])
            case "word":
                self.floor.take(body["seat"], WORD.validate_python(body["word"]))
            case "spoken":
                self._spoken(body["seat"], entry.seq)
            case "facilitated":
                act = ACT.validate_python(body["act"])
                if not self.awaits_facilitator or self.chair.judge(self.state, act):
                    raise ValueError("an act of the facilitator that cannot stand here")
                self._rule(entry.seq, act)
            case _:
                raise ValueError(f"unknown journal entry {entry.kind!r}")

    def watch(self, watcher: Callable[[Event], None]) -> None:
        """Be told of every event as it happens."""
        self._watchers.append(watcher)

    def _accept(self, seat: str, order: Order, logged: int | None = None) -> int:
        body = json.dumps({"seat": seat, "order": ORDER.dump_python(order, mode="json", exclude_defaults=False)})
        number = self._journal.append(self.turn, "order", body) if logged is None else logged
        self.seats[seat].orders[number] = order
        self.accepted += 1
        if isinstance(order, SoundOut):
            plan = joint_plan(self.names, self.state, [(self.seats[seat].body, (order,))])
            self._take(resolve.sound(self.world, self.state, plan))
        return number

    def _intend(self, seat: str, orders: Sequence[Order]) -> None:
        body = {"seat": seat, "orders": [ORDER.dump_python(order, mode="json") for order in orders]}
        self._journal.append(self.turn, "intent", json.dumps(body))
        self.seats[seat].intended = tuple(orders)

    def _decide(self, seat: str, player: Player) -> None:
        if self.phase is Phase.CAUCUS:
            self.submit_all(seat, player.sound(self.view(seat)))
        decision = decided(player, self.phase, self.view(seat))
        self.submit_all(seat, decision.orders)
        self._explain(seat, decision)

    def _explain(self, seat: str, decision: Decision) -> None:
        event = chosen(decision, seat, int(self.state.clock[0].day), self.phase.name.lower())
        self._journal.append(self.turn, "chosen", EVENT.dump_json(event).decode())
        self._tell(event)

    def _ready(self, seat: str, number: int) -> None:
        self.seats[seat].ready = True
        if all(place.ready for place in self.seats.values()):
            self._advance()
            self.came_on = number

    def _spoken(self, state: str, number: int) -> None:
        self.floor.rest(state)
        if not self.floor.awaited():
            self._hold_session()
            self.came_on = number

    def _advance(self) -> None:
        match self.phase:
            case Phase.CAUCUS | Phase.EMERGENCY:
                self._open_session()
            case Phase.ORDERS:
                self._resolve()
            case _:
                raise AssertionError(f"nothing to decide in {self.phase.name}")

    def _open_session(self) -> None:
        """The drafts are read; where delegates have a say in them, they are heard first."""
        plan = self._joint_plan()
        self._take(resolve.open_session(self.world, self.state))
        self.floor.open(self.state, plan)
        if not self.floor.awaited():
            self._hold_session()

    def _hold_session(self) -> None:
        """Drafts in the order of a session, each decided on its own; then requests, then the orders phase opens."""
        plan = self.floor.close()
        close = resolve.rise if self.phase is Phase.EMERGENCY else resolve.close_caucus
        for row in heard_in_order(self.world, plan):
            self._take(resolve.decide(self.world, self.state, plan.drafts[row], plan.bids, row))
        self._take(close(self.world, self.state, plan))
        self._clear_seats()

    def _resolve(self) -> None:
        plan = self._joint_plan()
        for place in self.seats.values():
            place.intended = ()
        self._carried_out = (self.state, plan)
        self._take(resolve.carry_out(self.world, self.state, plan))
        self._clear_seats()
        if not resolve.is_broken(self.state):
            self._take(resolve.close_turn(self.world, self.state))
        if self.phase == Phase.BRIEFING:
            self._open_briefing()
        else:
            self._snapshot()

    def _open_briefing(self) -> None:
        """Where nobody facilitates, the turn opens at once."""
        self._clear_seats()
        (self._snapshot if self.chair.is_taken else self._brief)()

    def _rule(self, number: int, act: Act) -> None:
        self.chair.take(number, act)
        if isinstance(act, OpenTurn):
            self._brief()
            self.came_on = number

    def _brief(self) -> None:
        """Injects first, so that the turn opens on the world as they leave it."""
        for outcome, events in self.chair.tell(self.world, self.state):
            self._take(outcome, events)
        self._take(resolve.open_turn(self.world, self.state))
        self._clear_seats()
        self._snapshot()

    def _clear_seats(self) -> None:
        for place in self.seats.values():
            place.orders.clear()
            place.ready = False

    def _joint_plan(self) -> Plan:
        return joint_plan(
            self.names, self.state, ((place.body, place.orders.values()) for place in self.seats.values())
        )

    def _take(self, outcome: Outcome, before: Sequence[Event] = ()) -> None:
        told = narrate(self.names, outcome.record)
        self.state = outcome.state
        for event in (*before, *told):
            self._tell(event)

    def _tell(self, event: Event) -> None:
        self.events.append(event)
        for watcher in self._watchers:
            watcher(event)

    def _snapshot(self) -> None:
        self._journal.snapshot(self.turn, self.phase.name.lower(), pack(self.state))

"""One game at this machine: its session and save, the seat that is looked through, and what that seat has heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from wargame.ai.seating import HUMAN
from wargame.catalogue import _
from wargame.engine.chair import FACILITATOR
from wargame.engine.manner import manners_of
from wargame.engine.narrate import heard_by
from wargame.engine.observe import observe
from wargame.engine.packing import unpack
from wargame.engine.steps import Step
from wargame.engine.telling import Telling
from wargame.model.codes import Phase
from wargame.model.columns import column_of
from wargame.model.events import Event, Injected
from wargame.model.facilitation import Act, OpenTurn
from wargame.model.orders import Order
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.view import View
from wargame.model.words import Word
from wargame.report.gauges import Gauges, gauges_of
from wargame.session import Refused, Session
from wargame.store.faults import InputError, one_line
from wargame.store.paths import saves_folder
from wargame.store.save_files import copy_save
from wargame.store.saves import SUFFIX, Save
from wargame.study.company import Company, Visits, company_of
from wargame.study.keeping import begin_game, reopen_game
from wargame.study.recovery import is_reopened, take_back, void_in
from wargame.ui.play.embassy import Embassy, embassy_of
from wargame.ui.play.memory import Memory

Result = TypeVar("Result")

STAMP = "%Y-%m-%d-%H%M%S"
FULL = 1000  # 1/1000
MOST_LETTERS = 60  # of the players in the name of a save
MODEL = "model"  # who speaks for a state that has no delegate
MOST_TRIES = 100  # names tried for a new save


@dataclass(frozen=True)
class Left:
    """Where a seat left the game: phase, turns completed, events heard, and what it knew."""

    phase: Phase
    turn: int
    heard: int
    view: View


class Game:
    """A session with people in it. What screens show comes from `view` and `heard`, which only `look` brings up to date.

    So the window stays as it was while AIs decide in another thread.
    """

    def __init__(self, scenario: Scenario, session: Session, save: Save) -> None:
        self.scenario, self.session, self.save = scenario, session, save
        self.company = company_of(save.header)
        self.seat = self.people[0] if self.people else next(iter(session.seats))
        self.unheeded: dict[
            str, tuple[Order, ...]
        ] = {}  # by seat: intended orders that the rules refused, not told yet
        self.course: dict[int, dict[str, tuple[int, ...]]] = {}
        self.gauges: dict[int, Gauges] = {}  # the truth by turn, for the end, when all may be seen
        self.heard: tuple[Event, ...] = ()
        self._left: dict[str, Left] = {}  # by seat
        self.memory = Memory()
        self._reel: tuple[State, str, tuple[Step, ...]] | None = None  # of a state, for a seat
        self._briefed: set[str] = set()  # seats that have seen the briefing
        self._bulletins: dict[str, int] = {}  # by seat: the last turn of which it has read what came from outside
        self._told: dict[str, int] = {}  # by state with a delegate: events of the game that it has heard of
        self.delegate = ""  # the state whose delegate is awaited
        self.leads = False  # the facilitator is awaited
        self._is_wanted = False  # the last seat was asked back while it could not be given
        self._failed = (session.turn, session.phase) if is_reopened(session, save) else None
        self.telling = Telling(session.names, scenario.first_day(), manners_of(session.world, session.names))
        for snapshot in save.snapshots():
            self._note(snapshot.turn, unpack(snapshot.body, session.state))
        self._phase, self._turn, self._over = session.phase, session.turn, session.over
        self.look()

    @property
    def people(self) -> list[str]:
        """Seats where a person sits now."""
        return [seat for seat, place in self.session.seats.items() if place.player is None]

    @property
    def delegates(self) -> list[str]:
        """States for which a person speaks in councils."""
        return list(self.session.floor.delegations)

    @property
    def players(self) -> list[str]:
        """Seats and states for which people play, and the facilitator where there is one."""
        return [*self.people, *self.delegates, *([FACILITATOR] if self.session.chair.is_taken else [])]

    @property
    def awaited(self) -> str:
        """Who of them is at the machine, or is called to it."""
        return FACILITATOR if self.leads else self.delegate or self.seat

    @property
    def has_others(self) -> bool:
        """Somebody plays beside the one who is at the machine, or in their place."""
        return any(player != self.awaited for player in self.players)

    @property
    def one_visit(self) -> bool:
        """Each person gives drafts and orders in one visit a turn."""
        return self.company.visits is Visits.ONE

    @property
    def phase(self) -> Phase:
        """Where the turn stands."""
        return self._phase

    @property
    def turn(self) -> int:
        """Turns completed."""
        return self._turn

    @property
    def over(self) -> bool:
        """The game has ended."""
        return self._over

    def look(self) -> None:
        """See what the seat knows now. To be called when nobody else plays on."""
        session = self.session
        before = self._phase
        self._phase, self._turn, self._over = session.phase, session.turn, session.over
        waiting = [seat for seat in self.people if not session.seats[seat].ready]
        self.delegate = next(iter(session.floor.awaited()), "")
        self.leads = session.awaits_facilitator
        if waiting and (self.seat not in waiting or before is not self._phase):  # a phase begins with the first seat
            self.seat = waiting[0]
        self.view: View = session.view(self.seat)
        self.memory.note(self.view)
        self.heard = tuple(heard for event in session.events if (heard := heard_by(event, self.seat)))
        self.note_scores()

    def is_first_look(self) -> bool:
        """The seat has not seen the game before its first turn yet; to be asked once."""
        first = self._turn == 0 and self._phase is Phase.CAUCUS and self.seat not in self._briefed
        self._briefed.add(self.seat)
        return first

    def bulletin(self) -> tuple[Injected, ...]:
        """What came from outside the game in this briefing, as the seat was told; once a turn."""
        if self._bulletins.get(self.seat) == self._turn:
            return ()
        self._bulletins[self.seat] = self._turn
        today = int(self.view.state.clock[0].day)
        told = (event for event in self.heard if isinstance(event, Injected))
        return tuple(event for event in told if event.day == today and self._phase is Phase.CAUCUS)

    def news(self) -> tuple[Left, tuple[Event, ...]]:
        """Where this seat last left the game, and what it has heard since; from now on that is here."""
        now = Left(self._phase, self._turn, len(self.heard), self.view)
        before = self._left.get(self.seat, now)
        self._left[self.seat] = now
        return before, self.heard[before.heard :]

    def note_scores(self) -> None:
        """Keep each seat's own account of its objectives for the chart at the end, where all are opened."""
        self._note(self.session.turn, self.session.state)

    def _note(self, turn: int, state: State) -> None:
        session = self.session
        self.gauges[turn] = gauges_of(session.world, state, session.names)
        self.course[turn] = {
            name: scores_of(observe(session.world, state, session.names, seat.body))
            for name, seat in session.seats.items()
        }

    def resolution(self) -> tuple[Step, ...]:
        """The last resolution as this seat may see it again. To be asked for when nobody else plays on."""
        self._draw_up(self.seat)
        assert self._reel is not None
        return self._reel[2]

    def _draw_up(self, seat: str) -> None:
        """Play the last resolution again for a seat: once, in the thread of those who decide where it can be foreseen."""
        state = self.session.state
        if self._reel is None or self._reel[0] is not state or self._reel[1] != seat:
            self._reel = (state, seat, self.session.course(seat))

    def orders(self) -> dict[int, Order]:
        """The seat's orders of this phase by number."""
        return dict(self.session.seats[self.seat].orders)

    def adopt(self, before: Game) -> None:
        """Go on where another save of the same game left off: who was told what, and how the scores went."""
        self._left, self._briefed, self.unheeded = before._left, before._briefed, before.unheeded
        self._told, self._bulletins = before._told, before._bulletins
        self.memory = before.memory
        self.course = before.course | self.course
        self.gauges = before.gauges | self.gauges

    def intended(self) -> tuple[Order, ...]:
        """What the seat means to order this turn, where it is asked once."""
        return self.session.seats[self.seat].intended

    def intend(self, orders: Sequence[Order]) -> None:
        """Keep what the seat means to order. Raises Refused."""
        self.session.intend(self.seat, orders)

    def hand_over(self, seat: str, who: str) -> None:
        """A seat goes to an AI, or back to a person. Raises Refused."""
        self.session.hand_over(seat, who)

    def seat_delegates(self, states: Sequence[str]) -> None:
        """People speak for these states from the next session on, and for no others. Raises Refused."""
        for state in self.delegates:
            if state not in states:
                self.session.appoint(state, MODEL)
        for state in states:
            if state not in self.delegates:
                self.session.appoint(state, HUMAN)

    def embassy(self) -> Embassy:
        """What the delegate that is awaited knows, with the news since it last spoke."""
        return embassy_of(self.session, self.delegate, self._told.get(self.delegate, 0))

    def speak(self, word: Word) -> None:
        """The awaited delegate says something. Raises Refused."""
        self.session.speak(self.delegate, word)

    def rest(self) -> None:
        """The awaited delegate has said all; after the last the session decides."""
        self._told[self.delegate] = len(self.session.events)
        self._step_on(lambda: self.session.rest(self.delegate))

    def facilitate(self, act: Act) -> int:
        """An act of the facilitator. Raises Refused."""
        return self._step_on(lambda: self.session.facilitate(act))

    def open_turn(self, say: Callable[[str], None]) -> None:
        """The facilitator opens the turn; AIs decide until a person is awaited. For a thread."""
        self.facilitate(OpenTurn())
        self.catch_up(say)

    def play_on(self, say: Callable[[str], None]) -> None:
        """Commit the seat, and let AIs decide until a person is awaited. For a thread: it may take seconds."""
        say("")
        self._step_on(lambda: self.session.commit(self.seat))
        self.catch_up(say)

    def catch_up(self, say: Callable[[str], None]) -> None:
        """Let AIs decide until a person is awaited: after a person did, or where a game was cut off meanwhile."""
        while not self.session.over:
            if self._step_on(self._carries_out):
                continue
            if not self._deciding():
                break
            say(self._decider())
            self._step_on(self.session.play_ai)
        self._draw_up(next((seat for seat in self.people if not self.session.seats[seat].ready), self.seat))

    def play_out(self, say: Callable[[str, int], None], is_taken: Callable[[], bool]) -> None:
        """With nobody at the table, let AIs play on until the seat is taken back or the game is over. For a thread.

        `say` is told who decides and how much of the game is played (1/1000). A seat that has decided already is taken back
        in the next part of the turn.
        """
        session = self.session
        while not session.over and not session.floor.is_open and not session.awaits_facilitator:
            self._is_wanted = self._is_wanted or is_taken()
            if self._is_wanted and not self._asks_nobody and not session.seats[self.seat].ready:
                self.hand_over(self.seat, HUMAN)
                self._is_wanted = False
                break
            say(self._decider(), session.turn * FULL // int(session.world.course[0].turns))
            self._step_on(session.play_ai)
        self._is_wanted = (
            self._is_wanted or is_taken()
        ) and not self.people  # to be given back after the floor, or the briefing
        self._draw_up(self.seat)

    def _step_on(self, step: Callable[[], Result]) -> Result:
        """Go a step on, and note the scores where it ends a turn. A step that fails is not taken (law 13)."""
        turn = self.session.turn
        try:
            done = step()
        except (InputError, Refused):
            raise
        except Exception:
            take_back(self.save, self.session.turn, void_in(self.session, self.save))
            raise
        if self.session.turn != turn:
            self.note_scores()
        return done

    def resume(self) -> None:
        """Where all people had decided when the game was cut off, the others decide now."""
        awaited = any(not self.session.seats[seat].ready for seat in self.people)
        if self.people and (not awaited or self._asks_nobody):
            self.catch_up(lambda _who: None)
            self.look()

    def _carries_out(self) -> bool:
        """In a game of one visit a turn, give the next person's intended orders; False where there is none to give."""
        if not self._asks_nobody:
            return False
        waiting = [seat for seat in self.people if not self.session.seats[seat].ready]
        if not waiting:
            return False
        refused = self.session.order_intended(waiting[0])
        if refused:
            self.unheeded[waiting[0]] = tuple(order for order, _laws in refused)
        self.session.commit(waiting[0])
        return True

    @property
    def has_failed(self) -> bool:
        """This part of the turn was decided before, and could not be carried out."""
        return (self.session.turn, self.session.phase) == self._failed

    @property
    def _asks_nobody(self) -> bool:
        """In a game of one visit a turn the orders of people were intended before: nobody is asked, unless those failed."""
        return self.one_visit and self.session.phase is Phase.ORDERS and not self.has_failed

    def _decider(self) -> str:
        """The name of the side whose computer decides next."""
        bodies = self.session.names.bodies
        return bodies.title(bodies.row(self._deciding()))

    def _deciding(self) -> str:
        if self.session.awaits_facilitator:
            return ""
        seats = self.session.seats.items()
        return next((name for name, place in seats if place.player is not None and not place.ready), "")

    def close(self) -> None:
        """Let the save go."""
        self.save.close()


def own_objectives(view: View) -> list[int]:
    """The rows of a seat's own objectives, in their order."""
    bodies = column_of(view.world.objectives, "body").tolist()
    return [row for row, body in enumerate(bodies) if body == view.body]


def scores_of(view: View) -> tuple[int, ...]:
    """The scores of a seat's own objectives as it knows them (1/1000 point), in their order."""
    return tuple(int(score) for score in column_of(view.state.ledger, "score")[own_objectives(view)])


def new_game(scenario: Scenario, seed: int, company: Company, folder: Path | None = None) -> Game:
    """A new game, begun, kept in a save of its own from its first order. Raises InputError."""
    session, save = begin_game(free_path(folder or saves_folder(), company), scenario, seed, company)
    session.begin()
    return Game(scenario, session, save)


def continued(path: Path) -> Game:
    """A saved game where it stopped; where only AIs were awaited, they decide first. Raises InputError."""
    session, save, scenario = reopen_game(path)
    game = Game(scenario, session, save)
    game.resume()
    return game


def copied_to(game: Game, path: Path) -> None:
    """Keep the game as it is now under another name too. Raises InputError, for instance where there is such a file."""
    try:
        copy_save(game.save.path, path)
    except FileExistsError:
        raise InputError([one_line(_("{path}: there is a file of this name already").format(path=path))]) from None
    except OSError as fault:
        raise InputError(
            [one_line(_("{path}: cannot be written: {why}").format(path=path, why=fault.strerror))]
        ) from None


def free_path(folder: Path, company: Company) -> Path:
    """A name for a save that no file has yet: who plays, and when it was begun."""
    people = "-".join([*(seat for seat, who in company.seats.items() if who == HUMAN), *company.delegates]) or "ai"
    people = people[:MOST_LETTERS]
    stem = f"{people}-{datetime.now().strftime(STAMP)}"
    names = [stem, *(f"{stem}-{number}" for number in range(2, MOST_TRIES))]
    return next(path for name in names if not (path := folder / f"{name}{SUFFIX}").exists())

"""Injects and the facilitator in a session: told once, in the journal, cut off anywhere the game goes on, nothing leaks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from tests.in_memory import Memory, commit_all
from tests.injected import DECK, LATER, PRIVATE, PUBLIC, injected
from wargame.engine.chair import Chairs, written
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.deck import Deck
from wargame.engine.packing import digest, pack, unpack
from wargame.engine.resolve import copied
from wargame.model import events as ev
from wargame.model.codes import IncidentKind, Phase
from wargame.model.columns import column_of
from wargame.model.facilitation import Act, Annotate, LetGo, OpenTurn, Release, Strike, Withhold, Write
from wargame.model.injects import Inject, InjectEffect, When
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift
from wargame.session import Refused, Session

OWN = Write(title="Own", text="Of my own.", to="eu", effects=(InjectEffect(effect=Shift.ESCALATION, size=1),))


@pytest.fixture(scope="module")
def dealt(first_steps: Scenario, start: Compiled) -> Compiled:
    """The tables of first_steps with a deck; `start` has the rules compiled."""
    assert start.deck == Deck({}, start.deck.first_day, frozenset({"nato", "eu"}))
    return compile_scenario(injected(first_steps), 1)


def session_of(dealt: Compiled, chairs: Chairs = Chairs.EMPTY, journal: Memory | None = None) -> Session:
    """A game of people, begun."""
    session = Session(dealt, dict.fromkeys(dealt.names.bodies.ids), journal, (), chairs)
    session.begin()
    return session


def play_turn(session: Session) -> None:
    """Every seat decides nothing, to the end of the turn."""
    turn = session.turn
    while session.turn == turn and not session.over:
        commit_all(session)


def told(session: Session) -> list[tuple[str, tuple[str, ...], str]]:
    """Headlines, who was told, by whom."""
    return [(e.title, e.known_to, e.source) for e in session.events if isinstance(e, ev.Injected)]


def test_injects_are_told_once_when_they_are_due(dealt: Compiled) -> None:
    """INJECT-1 and 2: those of turn 1, that of turn 2; the one without a day never."""
    session = session_of(dealt)
    everyone = dealt.names.bodies.ids
    first = [(PUBLIC, everyone, "scenario"), (PRIVATE, ("nato",), "scenario")]
    assert told(session) == first
    assert session.phase is Phase.CAUCUS
    play_turn(session)
    assert told(session) == [*first, (LATER, everyone, "scenario")]
    play_turn(session)
    assert len(told(session)) == 3


def test_what_an_inject_moves_is_told_after_it(dealt: Compiled) -> None:
    """Public levels to all; a side's influence to that side."""
    session = session_of(dealt)
    moved = [(e.what, e.moved, e.known_to) for e in session.events if isinstance(e, ev.LevelShifted)]
    everyone = dealt.names.bodies.ids
    assert moved == [("channels", 50, everyone), ("opinion", -20, everyone), ("influence", 10, ("nato",))]
    kinds = [type(e).__name__ for e in session.events if isinstance(e, ev.Injected | ev.LevelShifted)]
    assert kinds == ["Injected", "LevelShifted", "LevelShifted", "Injected", "LevelShifted"]


def test_no_view_knows_a_deck(first_steps: Scenario, dealt: Compiled) -> None:
    """Rulebook 12: what seats see of a game is the same whatever the deck holds that is not told, and whatever is withheld."""
    seen = {}
    for name, deck in (
        ("none", {}),
        ("held", {"held": DECK["held"]}),
        ("many", {f"x{k}": DECK["held"] for k in range(60)}),
    ):
        start = compile_scenario(first_steps.model_copy(update={"injects": deck}), 1)
        session = session_of(start, Chairs.TAKEN)
        if deck:
            session.facilitate(Withhold(inject=next(iter(deck))))
        session.facilitate(OpenTurn())
        seen[name] = {seat: pack(session.view(seat).state) for seat in session.seats}
        view = session.view("nato")
        assert "Held for" not in repr(view.names)
        assert column_of(view.state.clock, "withheld")[0] == column_of(view.state.clock, "injects")[0] == 0
    assert seen["none"] == seen["held"] == seen["many"]


def test_the_turn_waits_for_the_facilitator(dealt: Compiled) -> None:
    """Nobody decides before it opens; nothing is told before, and no seat hears what stood there."""
    session = session_of(dealt, Chairs.TAKEN)
    assert (session.awaits_facilitator, session.phase) == (True, Phase.BRIEFING)
    assert told(session) == []
    assert not session.play_ai()
    session.facilitate(OpenTurn())
    assert (session.awaits_facilitator, session.phase) == (False, Phase.CAUCUS)
    with pytest.raises(Refused):
        session.facilitate(Annotate(text="late"))
    play_turn(session)
    assert session.awaits_facilitator


def test_without_acts_the_game_is_that_of_nobody(dealt: Compiled) -> None:
    """A facilitator who only opens turns changes nothing."""
    led, alone = session_of(dealt, Chairs.TAKEN), session_of(dealt)
    led.facilitate(OpenTurn())
    assert digest(led.state) == digest(alone.state)
    play_turn(led)
    led.facilitate(OpenTurn())
    play_turn(alone)
    assert digest(led.state) == digest(alone.state)


def test_what_is_withheld_waits_until_it_is_let_go_or_released(dealt: Compiled) -> None:
    """Over turns, and once it is told it is told."""
    session = session_of(dealt, Chairs.TAKEN)
    session.facilitate(Withhold(inject="ferry"))
    session.facilitate(Withhold(inject="papers"))
    session.facilitate(Release(inject="held"))
    session.facilitate(OpenTurn())
    everyone = dealt.names.bodies.ids
    assert told(session) == [("Held for the facilitator", everyone, "facilitator")]
    play_turn(session)
    session.facilitate(LetGo(inject="ferry"))
    session.facilitate(Release(inject="papers"))
    session.facilitate(OpenTurn())
    assert told(session)[1:] == [
        (PUBLIC, everyone, "scenario"),
        (PRIVATE, ("nato",), "facilitator"),
        (LATER, everyone, "scenario"),
    ]
    assert session.state.clock[0].withheld == 0
    play_turn(session)
    for act in (Release(inject="ferry"), Withhold(inject="held"), LetGo(inject="papers")):
        with pytest.raises(Refused, match="INJECT-2"):
            session.facilitate(act)


def test_an_own_inject_is_told_as_the_facilitators(dealt: Compiled) -> None:
    """To the side it names; what it moves all see, with by whom."""
    session = session_of(dealt, Chairs.TAKEN)
    before = int(session.state.clock[0].escalation)
    session.facilitate(OWN)
    session.facilitate(OpenTurn())
    assert ("Own", ("eu",), "facilitator") in told(session)
    assert session.state.clock[0].escalation == before + 1000
    shift = [e for e in session.events if isinstance(e, ev.LevelShifted)][-1]
    assert (shift.what, shift.source, shift.known_to) == ("escalation", "facilitator", dealt.names.bodies.ids)


@pytest.mark.parametrize(
    "act",
    [
        Release(inject="no_such"),
        Strike(number=99),
        Write(title="x", text="x", to="moon"),
        Write(title="x", text="x", effects=(InjectEffect(effect=Shift.OPINION, of="ATL", size=1),)),
        Write(title="x", text="x", effects=(InjectEffect(effect=Shift.OPINION, of="EST", size=90),)),
        Write(
            title="x",
            text="x",
            effects=(InjectEffect(effect=Shift.INCIDENT, of="EST", size=2, kind=IncidentKind.ARMED_ATTACK),),
        ),
    ],
)
def test_nonsense_is_refused_and_not_written(dealt: Compiled, act: Act) -> None:
    """Law 13: no line that a later reader stumbles over; no effect beyond what a scenario may have."""
    journal = Memory()
    session = session_of(dealt, Chairs.TAKEN, journal)
    with pytest.raises(Refused):
        session.facilitate(act)
    assert journal.log == []


def test_an_act_can_be_taken_back_until_the_turn_opens(dealt: Compiled) -> None:
    """What was struck is neither told nor reported; a later ruling takes the place of the earlier."""
    session = session_of(dealt, Chairs.TAKEN)
    own, note = session.facilitate(OWN), session.facilitate(Annotate(text="The class hesitates."))
    session.facilitate(Strike(number=own))
    session.facilitate(Withhold(inject="ferry"))
    session.facilitate(LetGo(inject="ferry"))
    session.facilitate(OpenTurn())
    assert [title for title, _known, _by in told(session)] == [PUBLIC, PRIVATE]
    assert note > own
    kept = [(ruled.turn, ruled.act) for ruled in session.chair.past]
    assert kept == [(1, Annotate(text="The class hesitates.")), (1, LetGo(inject="ferry"))]


def test_a_game_cut_off_at_any_act_goes_on_to_the_same(dealt: Compiled) -> None:
    """Law 13: from the last snapshot and the entries after it, wherever the journal ends."""
    journal = Memory()
    session = session_of(dealt, Chairs.TAKEN, journal)
    acts: list[Act] = [OWN, Withhold(inject="ferry"), Annotate(text="So."), Release(inject="held"), OpenTurn()]
    for act in acts:
        session.facilitate(act)
    play_turn(session)
    session.facilitate(LetGo(inject="ferry"))
    session.facilitate(OpenTurn())
    wanted = digest(session.state)
    for count in range(len(journal.log) + 1):
        last = [kept for kept in journal.kept if kept.seq <= count][-1]
        again = Session(dealt, dict.fromkeys(dealt.names.bodies.ids), None, (), Chairs.TAKEN)
        again.restore(unpack(last.body, dealt.state), [e for e in journal.log if last.seq < e.seq <= count])
        for entry in journal.log[count:]:
            again.feed(entry)
        assert digest(again.state) == wanted, f"after entry {count}"


def test_a_replay_comes_out_the_same(dealt: Compiled) -> None:
    """The journal alone makes the game again, with what was told and noted."""
    journal = Memory()
    session = session_of(dealt, Chairs.TAKEN, journal)
    for act in (OWN, Annotate(text="So."), OpenTurn()):
        session.facilitate(act)
    play_turn(session)
    again = session_of(dealt, Chairs.TAKEN)
    for entry in journal.log:
        again.feed(entry)
    assert digest(again.state) == digest(session.state)
    assert told(again) == told(session)
    assert again.chair.past == session.chair.past


@pytest.mark.parametrize("late", [Release(inject="no_such"), Write(title="x", text="x", to="moon"), OpenTurn()])
def test_a_journal_holds_only_what_could_be_done(dealt: Compiled, late: Act) -> None:
    """Law 14: an act in a damaged or made-up journal that could not have been done there is refused, and not carried out."""
    journal = Memory()
    session_of(dealt, Chairs.TAKEN, journal).facilitate(OpenTurn())
    again = session_of(dealt, Chairs.TAKEN)
    again.feed(journal.log[0])
    before = digest(again.state)
    with pytest.raises(ValueError, match="cannot stand"):
        again.feed(replace(journal.log[0], body=written(late)))
    assert digest(again.state) == before


@pytest.mark.parametrize("letters", ["a\x1b[2Jb", "a\x07b", "a\x00b"])
def test_no_letter_commands_a_terminal(letters: str) -> None:
    """Texts of a facilitator are read in terminals too, as those of scenarios are."""
    with pytest.raises(ValidationError):
        Write(title="x", text=letters)
    with pytest.raises(ValidationError):
        Write(title=letters, text="x")
    assert Annotate(text="two\nlines").text == "two\nlines"


@pytest.mark.parametrize(("weeks", "days", "due"), [(2, 13, False), (2, 14, True), (None, 0, True)])
def test_an_inject_may_wait_until_a_war_has_lasted(dealt: Compiled, weeks: int | None, days: int, due: bool) -> None:
    """INJECT-1: so many weeks since the attack that began it, whoever of the two made it."""
    state, row = copied(dealt.state), dealt.names.countries.row
    state.pairs[row("RUS"), row("EST")].war = state.pairs[row("EST"), row("RUS")].war = 1
    act = state.incidents[0]
    act.alive, act.kind, act.author, act.victim = 1, IncidentKind.ARMED_ATTACK, row("RUS"), row("EST")
    state.clock[0].day = days
    when = When(war=("EST", "RUS"), weeks=weeks)
    deck = Deck(
        {"late": Inject(title="Late", text="So.", when=when, invented=True)}, dealt.deck.first_day, dealt.deck.councils
    )
    assert deck.comes(state, dealt.names, "late") == due

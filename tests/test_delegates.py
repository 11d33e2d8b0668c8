"""Delegates in a session: they are heard before silence runs, their words are kept, cut off anywhere the game goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.in_memory import Memory, commit_all, humans
from wargame.engine.agenda import DraftItem
from wargame.engine.compile import Compiled
from wargame.engine.packing import digest, unpack
from wargame.model import events as ev
from wargame.model.codes import Phase, Position
from wargame.model.columns import column_of, duplicate
from wargame.model.orders import RequestForces, TableDraft
from wargame.model.words import Respond, Speak
from wargame.session import Refused, Session

MOBILITY = TableDraft(measure="military_mobility", ambition=2)
CHANNELS = TableDraft(measure="open_channels", ambition=1, against="RUS")


def chamber(start: Compiled, *orders: TableDraft | RequestForces, journal: Memory | None = None) -> Session:
    """A session in which Estonia has a delegate, before which the orders lie."""
    session = humans(start, journal)
    session.appoint("EST", "human")
    for order in orders:
        session.submit("nato" if isinstance(order, RequestForces) or order.measure != MOBILITY.measure else "eu", order)
    commit_all(session)
    return session


def item(session: Session) -> DraftItem:
    """The first draft on which Estonia has a voice."""
    return session.floor.agenda("EST").drafts[0]


def taken(session: Session, ambition: int) -> str:
    """The position that Estonia took at a reading."""
    spoken = [e for e in session.events if isinstance(e, ev.PositionTaken) and e.member == "EST"]
    return next(e.position for e in spoken if e.ambition == ambition)


def test_the_session_waits_for_whoever_has_a_say(start: Compiled) -> None:
    """Rulebook 2: drafts are read, delegates are heard, then silence runs; without a draft of theirs nobody waits."""
    assert chamber(start).phase is Phase.ORDERS
    session = chamber(start, CHANNELS)
    assert session.phase is Phase.SESSION
    assert session.floor.awaited() == ["EST"]
    assert not session.play_ai()
    session.rest("EST")
    assert session.phase is Phase.ORDERS
    assert any(isinstance(event, ev.DraftDecided) for event in session.events)


def test_who_says_nothing_leaves_it_to_the_model(start: Compiled) -> None:
    """Rulebook 12: the position is the one that was shown as the government's own line, and costs nothing."""
    session = chamber(start, CHANNELS)
    line = item(session).readings[0].line
    before = int(session.state.countries[start.names.countries.row("EST")].government)
    session.rest("EST")
    assert taken(session, 1) == line.position.name.lower()
    assert int(session.state.countries[start.names.countries.row("EST")].government) == before


@pytest.mark.parametrize("position", ["objects", "reserved", "silent", "supports"])
def test_a_word_costs_what_was_shown(start: Compiled, position: str) -> None:
    """Any position is allowed, at its price; the figures used are the figures shown."""
    session = chamber(start, CHANNELS)
    price = item(session).readings[0].prices[Position[position.upper()]]
    row = start.names.countries.row("EST")
    before = int(session.state.countries[row].government)
    session.speak("EST", Speak(draft=item(session).draft, position=position, lower=position))
    session.rest("EST")
    assert taken(session, 1) == position
    assert before - int(session.state.countries[row].government) == price
    departed = [e.cost for e in session.events if isinstance(e, ev.DelegateDeparted)]
    assert departed == ([price] if price else [])


def test_of_two_words_the_later_holds(start: Compiled) -> None:
    """A delegate may think again until it has said all."""
    session = chamber(start, CHANNELS)
    for position in ("objects", "supports"):
        session.speak("EST", Speak(draft=item(session).draft, position=position, lower=position))
    session.rest("EST")
    assert taken(session, 1) == "supports"
    with pytest.raises(Refused):
        session.speak("EST", Speak(draft=0, position="objects", lower="objects"))


def test_an_offer_binds_who_takes_it(start: Compiled) -> None:
    """DELEGATE-4: below what the state would say for it there is no position; a price is asked of what is turned down."""
    session = chamber(start, CHANNELS.model_copy(update={"bids": {"EST": 500}}))
    asked, read = item(session), item(session).readings[0]
    assert asked.offer == 500
    assert read.taken.value == read.line.value + 500
    wrong = [
        Speak(draft=asked.draft, position="objects", lower="objects", offer="take"),
        Speak(draft=asked.draft, position="supports", lower="supports", offer="take", asks=900),
        Speak(draft=asked.draft, position="supports", lower="supports", asks=400),
    ]
    for word in wrong:
        with pytest.raises(Refused, match="DELEGATE-4"):
            session.speak("EST", word)
    with pytest.raises(Refused, match="LEGAL-0"):
        session.speak("EST", Speak(draft=asked.draft + 1, position="silent", lower="silent"))
    influence = int(session.state.bodies[0].influence)
    session.speak("EST", Speak(draft=asked.draft, position="reserved", lower="reserved", asks=900))
    session.rest("EST")
    told = next(event for event in session.events if isinstance(event, ev.OfferAnswered))
    assert (told.asked, told.offered, told.known_to) == (900, 500, ("nato",))
    assert influence - int(session.state.bodies[0].influence) == next(
        event.cost for event in session.events if isinstance(event, ev.Tabled)
    )


@pytest.mark.parametrize(("burden", "answer"), [(0, "refuse"), (500, "give")])
def test_a_delegate_answers_for_its_forces(start: Compiled, burden: int, answer: str) -> None:
    """DELEGATE-6: a willing state's forces are refused, an unwilling one's given, and both departures are paid for."""
    ask = RequestForces(capability="land", place="LV-RIGA", weeks=8)
    row = start.names.countries.row("EST")
    if burden:  # everybody has given more than it was asked: nobody is willing
        members, numbers = duplicate(start.state.members), duplicate(start.world.council_numbers)
        column_of(members, "made")[:], numbers[0].burden = burden, 9.0
        world = start.world._replace(council_numbers=numbers)
        start = replace(start, world=world, state=start.state._replace(members=members))
    session = humans(start)
    session.appoint("EST", "human")
    session.submit("nato", ask)
    commit_all(session)
    (asked,) = session.floor.agenda("EST").requests
    assert asked.willing == (answer == "refuse")
    before = int(session.state.countries[row].government)
    session.speak("EST", Respond(request=asked.request, answer=answer))
    session.rest("EST")
    (told,) = [e for e in session.events if isinstance(e, ev.RequestAnswered) and e.member == "EST"]
    assert told.gives == (answer == "give")
    assert before - int(session.state.countries[row].government) == asked.price


@pytest.mark.parametrize("cut", range(4))
def test_a_session_that_is_cut_off_goes_on_with_its_words(start: Compiled, cut: int) -> None:
    """Law 13: who was appointed and what was said is in the log; what was lost is said again."""
    journal = Memory()
    session = chamber(start, CHANNELS, journal=journal)
    word = Speak(draft=0, position="objects", lower="objects")
    session.speak("EST", word)
    session.rest("EST")
    commit_all(session)
    lines = journal.log[: len(journal.log) - len(session.seats) - cut]
    again = Session(start, dict.fromkeys(start.names.bodies.ids), Memory())
    again.restore(unpack(journal.kept[0].body, start.state), lines)
    for seat, place in again.seats.items():
        if again.phase is Phase.CAUCUS and not place.ready:
            again.commit(seat)
    if again.floor.is_open:
        again.speak("EST", word)
        again.rest("EST")
    commit_all(again)
    assert digest(again.state) == digest(session.state)


def test_nobody_is_appointed_while_delegates_are_heard(start: Compiled) -> None:
    """Who speaks for a state is settled before the drafts are read; one that is recalled is not asked again."""
    session = chamber(start, CHANNELS)
    with pytest.raises(Refused, match="LEGAL-18"):
        session.appoint("POL", "human")
    session.rest("EST")
    session.appoint("EST", "model")
    assert session.floor.delegations == {}


def test_a_seat_hears_nothing_of_offers_between_others(start: Compiled) -> None:
    """Rulebook 12: what was offered and asked is told to the sponsor alone; other seats' views are as if nothing had been."""
    views = {}
    for asks in (0, 900):
        session = chamber(start, CHANNELS.model_copy(update={"bids": {"EST": 500}}))
        session.speak("EST", Speak(draft=0, position="supports", lower="supports", asks=asks))
        heard = len(session.events)
        session.rest("EST")
        told = session.events[heard:]
        assert not [e for e in told if isinstance(e, ev.OfferAnswered) and set(e.known_to) != {"nato"}]
        views[asks] = {seat: digest(session.view(seat).state) for seat in ("eu", "russia")}
    assert views[0] == views[900]


def test_what_was_never_appointed_is_not_written(start: Compiled) -> None:
    """Law 13: an unknown state, or one that is not awaited, leaves no line that a later reader stumbles over."""
    journal = Memory()
    session = humans(start, journal)
    with pytest.raises(KeyError):
        session.appoint("ATLANTIS", "human")
    session.appoint("EST", "human")
    with pytest.raises(Refused):
        session.rest("EST")
    assert [line.kind for line in journal.log] == ["delegated"]

"""A Session runs a game for humans and AIs alike: seats, phases, the journal, the emergency; cut off anywhere, it goes on."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.in_memory import Memory, commit_all, humans
from tests.played import AGGRESSOR, VICTIM, Played, seated
from wargame.ai.cadet import Cadet
from wargame.ai.policy import Level, Player
from wargame.engine.appraisal import appraise
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.judge import commands
from wargame.engine.packing import digest, unpack
from wargame.engine.spending import influence_spent
from wargame.model import events as ev
from wargame.model.codes import Phase
from wargame.model.columns import duplicate
from wargame.model.orders import ORDER, March, RequestForces, SoundOut, TableDraft
from wargame.model.scenario import Scenario
from wargame.model.view import View
from wargame.session import Refused, Session
from wargame.store.journal import Logged
from wargame.store.saves import Entry

PRESENCE = TableDraft(measure="forward_presence", ambition=1, against="RUS", on="LV-RIGA")
CHANNELS = TableDraft(measure="open_channels", ambition=1, against="RUS")
MOBILITY = TableDraft(measure="military_mobility", ambition=1)


def test_an_illegal_order_is_refused_with_its_laws(start: Compiled) -> None:
    """Law 8: the session enforces what judge says, and keeps nothing of what it refused."""
    journal = Memory()
    session = humans(start, journal)
    with pytest.raises(Refused, match="LEGAL-5") as refused:
        session.submit("nato", TableDraft(measure="article_5", ambition=1, against="RUS", helps="EST"))
    assert refused.value.laws == ("LEGAL-5",)
    assert (journal.log, session.accepted, session.seats["nato"].orders) == ([], 0, {})


def test_orders_given_together_are_given_one_after_the_other(start: Compiled) -> None:
    """Each is judged beside those before it; what is legal is in the journal, the others come back with their laws."""
    journal = Memory()
    session = humans(start, journal)
    wrong = TableDraft(measure="article_5", ambition=1, against="RUS", helps="EST")
    deeper = CHANNELS.model_copy(update={"ambition": 2})
    late = TableDraft(measure="resilience", ambition=1, against="RUS")
    refused = session.submit_all("nato", (PRESENCE, wrong, CHANNELS, CHANNELS, deeper, late))
    assert refused == ((wrong, ("LEGAL-5",)), (CHANNELS, ("LEGAL-7",)), (late, ("LEGAL-20",)))
    assert list(session.seats["nato"].orders.values()) == [PRESENCE, CHANNELS, deeper]
    assert [line.kind for line in journal.log] == ["order"] * int(start.world.course[0].drafts_a_turn)
    session.commit("nato")
    assert session.submit_all("nato", (CHANNELS,)) == ((CHANNELS, ("LEGAL-18",)),)


def test_a_view_is_made_once_for_each_state(start: Compiled) -> None:
    """All who ask between two changes of the world read the same View; after a change they read another."""
    session = humans(start)
    view = session.view("nato")
    assert session.view("nato") is view
    assert session.view("russia") is not view
    session.submit("nato", SoundOut(member="DEU"))
    after = session.view("nato")
    assert after is not view
    assert after.state.bodies[after.body].influence < view.state.bodies[view.body].influence


def test_an_order_is_in_the_journal_before_it_is_acknowledged(start: Compiled) -> None:
    """Law 13: the number of an order is that of its entry, and the entry reads back as the order."""
    journal = Memory()
    session = humans(start, journal)
    number = session.submit("nato", PRESENCE)
    assert journal.log[number - 1].kind == "order"
    body = json.loads(journal.log[number - 1].body)
    assert (body["seat"], ORDER.validate_python(body["order"])) == ("nato", PRESENCE)
    assert session.seats["nato"].orders == {number: PRESENCE}


def test_a_journal_that_fails_leaves_the_order_ungiven(start: Compiled) -> None:
    """Law 13: what is not durable is not acknowledged."""
    session = humans(start, Broken())
    with pytest.raises(OSError, match="disk"):
        session.submit("nato", PRESENCE)
    assert (session.accepted, session.seats["nato"].orders) == (0, {})


class Broken(Memory):
    """A journal whose disk is full."""

    def append(self, turn: int, kind: str, body: str) -> int:
        raise OSError("no room on the disk")


def test_an_order_can_be_withdrawn_until_the_seat_is_ready(start: Compiled) -> None:
    """Law 13: undo appends a withdrawal; what was withdrawn is not tabled; a seat that is ready has decided."""
    journal = Memory()
    session = humans(start, journal)
    first, second = session.submit("nato", PRESENCE), session.submit("nato", CHANNELS)
    session.withdraw("nato", first)
    assert journal.log[-1].kind == "withdrawal"
    with pytest.raises(Refused):
        session.withdraw("nato", first)
    with pytest.raises(Refused):
        session.withdraw("eu", second)
    session.commit("nato")
    with pytest.raises(Refused):
        session.withdraw("nato", second)
    session.commit("eu")
    session.commit("russia")
    assert [event.measure for event in session.events if isinstance(event, ev.Tabled)] == ["open_channels"]


def test_a_seat_that_is_ready_gives_no_more_orders(start: Compiled) -> None:
    """Rulebook 2: a seat that has said it is ready has decided; orders after that are refused."""
    session = humans(start)
    session.commit("nato")
    with pytest.raises(Refused, match="LEGAL-18"):
        session.submit("nato", CHANNELS)


def test_a_sounding_cannot_be_taken_back(start: Compiled) -> None:
    """Rulebook 3: what was heard is heard; it is paid for and known to the seat at once."""
    session = humans(start)
    before = session.state.bodies[0].influence
    number = session.submit("nato", SoundOut(member="DEU"))
    with pytest.raises(Refused):
        session.withdraw("nato", number)
    cost = int(start.world.council_numbers[0].sounding_cost)
    assert session.state.bodies[0].influence == before - cost
    heard = next(event for event in session.events if isinstance(event, ev.Sounded))
    assert session.view("nato").state.countries[start.names.countries.row("DEU")].disposition == heard.heard
    assert session.view("eu").state.countries[start.names.countries.row("DEU")].disposition == 0


def test_a_second_sounding_in_a_turn_is_refused_and_costs_nothing(start: Compiled) -> None:
    """LEGAL-36: it is neither acknowledged nor in the journal; it would have told nothing."""
    session = humans(start)
    session.submit("nato", SoundOut(member="DEU"))
    paid, accepted = int(session.state.bodies[0].influence), session.accepted
    with pytest.raises(Refused, match="LEGAL-36"):
        session.submit("nato", SoundOut(member="DEU"))
    assert session.submit_all("nato", (SoundOut(member="POL"),) * 2) == ((SoundOut(member="POL"), ("LEGAL-36",)),)
    assert session.accepted == accepted + 1
    assert int(session.state.bodies[0].influence) == paid - int(start.world.council_numbers[0].sounding_cost)


def test_the_agenda_goes_body_by_body_in_the_order_tabled(start: Compiled) -> None:
    """Rulebook 2: councils in the order of the bodies, then leaderships; within a body as tabled."""
    session = humans(start)
    session.submit("russia", TableDraft(measure="restraint", ambition=1))
    session.submit("eu", MOBILITY)
    session.submit("nato", PRESENCE)
    session.submit("nato", CHANNELS)
    assert session.phase == Phase.CAUCUS
    commit_all(session)
    tabled = [event.measure for event in session.events if isinstance(event, ev.Tabled)]
    assert tabled == ["forward_presence", "open_channels", "military_mobility", "restraint"]
    assert session.phase == Phase.ORDERS


def test_two_council_items_are_decided_last_of_the_councils(start: Compiled) -> None:
    """SESSION-4, rulebook 2: what both must agree on comes after what each decides by itself, whoever puts it and however early."""
    measures = duplicate(start.world.measures)
    row = start.names.measures.row("open_channels")
    measures[row].second = start.names.bodies.row("eu")
    session = humans(replace(start, world=start.world._replace(measures=measures)))
    session.submit("russia", TableDraft(measure="restraint", ambition=1))
    session.submit("nato", CHANNELS)
    session.submit("nato", PRESENCE)
    session.submit("eu", MOBILITY)
    view = session.view("nato")
    due = influence_spent(view, (CHANNELS, PRESENCE))
    assert appraise(view, PRESENCE, (CHANNELS,)).cost == due - influence_spent(view, (CHANNELS,))
    before = int(session.state.bodies[0].influence)
    commit_all(session)
    tabled = [event.measure for event in session.events if isinstance(event, ev.Tabled)]
    assert tabled == ["forward_presence", "military_mobility", "open_channels", "restraint"]
    assert before - int(session.state.bodies[0].influence) == due


def test_a_turn_has_its_phases_in_order(start: Compiled) -> None:
    """Rulebook 2: caucus, orders, and the next caucus a month later, until the last turn is over."""
    session = humans(start)
    seen = []
    while not session.over:
        seen.append((session.turn, session.phase, int(session.state.clock[0].day)))
        commit_all(session)
    assert seen == [(t, phase, 28 * t) for t in range(6) for phase in (Phase.CAUCUS, Phase.ORDERS)]
    assert session.phase == Phase.OVER
    assert isinstance(session.events[-1], ev.GameEnded)
    assert not session.play_ai()


def test_seats_decide_in_any_order_to_the_same_end(start: Compiled) -> None:
    """Law 12: orders of a phase are judged and carried out together; who was ready first does not matter."""
    ends = []
    for seats in (("nato", "eu", "russia"), ("russia", "eu", "nato")):
        session = humans(start)
        for seat in seats:
            session.submit(
                seat, {"nato": PRESENCE, "eu": MOBILITY, "russia": TableDraft(measure="restraint", ambition=2)}[seat]
            )
        for seat in seats:
            session.commit(seat)
        ends.append(digest(session.state))
    assert ends[0] == ends[1]


def attacked(start: Compiled) -> Session:
    """A game of humans stopped by the attack on Estonia."""
    session = humans(start)
    session.submit(AGGRESSOR, TableDraft(measure="go_to_war", ambition=1, against=VICTIM))
    commit_all(session)
    session.submit(AGGRESSOR, March(formation="RUS-30", path=("EE-TART",), posture="assault"))
    session.submit(AGGRESSOR, March(formation="RUS-07", path=("EE-TALL",), posture="assault"))
    commit_all(session)
    return session


def test_a_break_calls_an_emergency_session(start: Compiled) -> None:
    """Rulebook 2 and 4: an attack on an ally stops the resolution; Article 5 can be tabled then, and not before."""
    session = attacked(start)
    assert session.phase == Phase.EMERGENCY
    broke = next(event for event in session.events if isinstance(event, ev.ResolutionBroke))
    assert (broke.why, broke.author, broke.victim) == ("attack_on_member", "RUS", "EST")
    stopped = int(session.state.clock[0].day)
    assert 0 < stopped < 28
    for seat, measure in (("nato", "article_5"), ("eu", "article_42_7")):
        session.submit(seat, TableDraft(measure=measure, ambition=1, against="RUS", helps="EST", incident=0))
    commit_all(session)
    assert session.phase == Phase.ORDERS
    decided = {event.measure: event.verdict for event in session.events if isinstance(event, ev.DraftDecided)}
    assert decided["article_5"] == "adopted"
    assert decided["article_42_7"] != "barred"
    assert session.state.clock[0].day == stopped
    commit_all(session)
    assert (session.phase, session.turn, session.state.clock[0].day) == (Phase.CAUCUS, 1, 28)


def test_an_emergency_takes_no_orders_that_it_would_forget(start: Compiled) -> None:
    """Law 8: paths are ordered anew after the emergency session, not in it; what was ordered before goes on."""
    session = attacked(start)
    march = March(formation="RUS-30", path=(), posture="hold")
    with pytest.raises(Refused, match="LEGAL-18"):
        session.submit(AGGRESSOR, march)
    commit_all(session)
    session.submit(AGGRESSOR, march)
    commit_all(session)
    row = start.names.formations.row("RUS-30")
    assert session.state.legs[row, 0].to == -1


def test_a_request_brings_forces_under_the_seat(requested: Played) -> None:
    """Rulebook 5: a request goes round, one member gives, its formation passes to the seat and is on its way."""
    asked = [event for event in requested.session.events if isinstance(event, ev.RequestAnswered)]
    given = [event for event in requested.session.events if isinstance(event, ev.Transferred)]
    assert [event.given for event in given] == [True]
    (willing,) = (event.member for event in asked if event.gives)
    unit = requested.session.state.formations[requested.names.formations.row(given[0].formation)]
    assert requested.names.countries.id(unit.owner) == willing
    assert unit.command == 0


def test_watchers_hear_every_event_in_order(start: Compiled) -> None:
    """What a screen or a tally is told is the list of events."""
    session = Session(start, seated(start, Level.CADET))
    heard: list[ev.Event] = []
    session.watch(heard.append)
    session.begin()
    session.play_out()
    assert heard == session.events


def test_ai_seats_wait_for_humans(start: Compiled) -> None:
    """A session plays on as far as AIs are awaited, and no further."""
    session = Session(start, seated(start, Level.CADET, "eu"))
    session.begin()
    session.play_out()
    assert (session.phase, session.seats["nato"].ready, session.seats["eu"].ready) == (Phase.CAUCUS, True, False)
    session.commit("eu")
    assert session.phase == Phase.ORDERS


# Journal, resuming, replay


@pytest.fixture(scope="module")
def short(first_steps: Scenario) -> Scenario:
    """The scenario cut to two turns."""
    return first_steps.model_copy(update={"turns": 2})


class Curious(Cadet):
    """A cadet that sounds two members out first."""

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        return SoundOut(member="DEU"), SoundOut(member="POL")


def players(start: Compiled) -> dict[str, Player | None]:
    return {**seated(start, Level.CADET), "nato": Curious(5)}


def test_a_game_cut_off_after_any_entry_goes_on_to_the_same_end(short: Scenario) -> None:
    """Law 13: killed after any acknowledged entry, half-way through an AI's orders too, a game resumes to the same state and log."""
    start = compile_scenario(short, 1)
    whole = Memory()
    session = Session(start, players(start), whole)
    session.begin()
    session.play_out()
    assert any(
        json.loads(entry.body).get("order", {}).get("type") == "sound" for entry in whole.log if entry.kind == "order"
    )
    for cut in range(len(whole.log) + 1):
        left = Memory(whole.log[:cut], [snapshot for snapshot in whole.kept if snapshot.seq <= cut])
        last = left.kept[-1]
        again = Session(start, players(start), left)
        again.restore(unpack(last.body, start.state), left.log[last.seq :])
        again.play_out()
        assert digest(again.state) == digest(session.state), f"cut after entry {cut}"
        assert left.log == whole.log, f"cut after entry {cut}"


def test_a_human_s_orders_survive_a_cut(start: Compiled) -> None:
    """Law 13: orders and withdrawals of a phase that was not finished are there again, under their numbers."""
    journal = Memory()
    session = humans(start, journal)
    first = session.submit("nato", PRESENCE)
    session.submit("nato", SoundOut(member="DEU"))
    session.submit("nato", CHANNELS)
    session.withdraw("nato", first)
    session.commit("eu")
    again = Session(start, dict.fromkeys(start.names.bodies.ids), journal)
    again.restore(unpack(journal.kept[0].body, start.state), list(journal.log))
    assert again.seats == session.seats
    assert digest(again.state) == digest(session.state)
    assert len(journal.log) == 5


def test_an_intended_order_that_was_withdrawn_does_not_come_back(start: Compiled) -> None:
    """Law 13: what a seat intended was ordered, and taken back; a game that is cut off after that intends nothing any more."""
    journal = Memory()
    session = humans(start, journal)
    unit = next(name for row, name in enumerate(start.names.formations.ids) if commands(session.view("nato"), row))
    session.intend("nato", [March(formation=unit, path=(), posture="reserve")])
    commit_all(session)
    assert session.order_intended("nato") == ()
    session.withdraw("nato", next(iter(session.seats["nato"].orders)))
    again = Session(start, dict.fromkeys(start.names.bodies.ids), journal)
    again.restore(unpack(journal.kept[0].body, start.state), list(journal.log))
    assert again.seats == session.seats
    assert again.order_intended("nato") == ()
    assert again.seats["nato"].orders == {}


def test_a_journal_of_another_game_is_told(start: Compiled) -> None:
    """Law 14: an entry of no known kind is an error, not a guess."""
    unknown: Logged = Entry(1, 0, "parley", "{}")
    with pytest.raises(ValueError, match="parley"):
        humans(start).feed(unknown)


def test_requests_are_for_the_caucus(start: Compiled) -> None:
    """LEGAL-18: nothing is asked of the states once the session has opened."""
    session = humans(start)
    commit_all(session)
    with pytest.raises(Refused, match="LEGAL-18"):
        session.submit("nato", RequestForces(capability="land", place="EE-TALL", weeks=4))

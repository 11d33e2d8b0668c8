"""From the record to events that speak ids: one narrator for every Note, and no seat reads what it may not know."""

from __future__ import annotations

import numpy as np
import pytest

from tests.invitation import APPLICANT, INFLUENCE, Invitation, invitation
from tests.played import COVERT_VICTIM, Played
from wargame.engine.chronicle import Teller
from wargame.engine.compile import Compiled
from wargame.engine.invariants import BrokenInvariant
from wargame.engine.manner import manners_of
from wargame.engine.narrate import NARRATORS, for_seat, may_know, narrate
from wargame.engine.phrases import signed
from wargame.engine.planning import Desk, add_orders
from wargame.engine.resolve import Outcome, close_caucus, copied, open_turn
from wargame.model import events as ev
from wargame.model.codes import Note, Phase, Track
from wargame.model.columns import NOBODY
from wargame.model.names import Names
from wargame.model.orders import MeetDemand
from wargame.model.plan import empty_plan
from wargame.model.record import Entry, empty_record
from wargame.model.state import MOST_POINTS, State
from wargame.rules.law import plain
from wargame.rules.notes import note, note_more
from wargame.session import Session

SEATS = ("nato", "eu", "russia")


def told(game: Played) -> list[tuple[State, Outcome, Entry, ev.Event]]:
    """Every entry of a game's records with its event and the step it was written in."""
    found = []
    for before, outcome in game.steps:
        for row, event in enumerate(narrate(game.names, outcome.record)):
            found.append((before, outcome, outcome.record.entries[row], event))
    return found


def test_every_note_has_a_narrator() -> None:
    """No entry of a record goes untold."""
    assert set(NARRATORS) == set(Note)


@pytest.mark.parametrize("what", list(Note))
def test_each_narrator_tells_an_entry(peace: Played, what: Note) -> None:
    """Each narrator makes a valid event of an entry of its own, known to the bodies of its bits, and survives the journal."""
    record = empty_record(1)
    plain(note_more)(record, plain(note)(record, what, 9, 0, 0, 0, 1, 1, 0b101), 1, 0)
    (event,) = narrate(peace.names, record)
    assert (event.day, event.known_to) == (9, ("nato", "russia"))
    assert ev.EVENT.validate_json(ev.EVENT.dump_json(event)) == event


def test_the_record_of_a_turn_has_room(peace: Played, war: Played) -> None:
    """No entry is lost for want of room."""
    assert all(outcome.record.head[0].lost == 0 for game in (peace, war) for _, outcome in game.steps)


def test_an_entry_that_found_no_room_is_no_silent_loss(peace: Played) -> None:
    """What happened is told, or the reading of the record fails: events that are lost break an invariant."""
    record = empty_record(1)
    for _ in range(3):
        plain(note)(record, Note.ENDING, 9, -1, -1, -1, 1, 1, 0b1)
    with pytest.raises(BrokenInvariant, match="no room in the record: 2"):
        narrate(peace.names, record)


def test_a_session_that_loses_events_stays_where_it_was(start: Compiled) -> None:
    """Law 13: a phase of which not all can be told is not taken."""
    session = Session(start, {})
    before, record = session.state, empty_record(0)
    plain(note)(record, Note.ENDING, 9, -1, -1, -1, 1, 1, 0b1)
    with pytest.raises(BrokenInvariant):
        session._take(Outcome(copied(before), record))
    assert session.state is before


def test_events_are_told_in_their_order_and_survive_the_journal(war: Played) -> None:
    """Law 9: events are values: what is written as JSON reads back the same; days never run backwards."""
    events = war.session.events
    assert ev.EVENTS.validate_json(ev.EVENTS.dump_json(events)) == events
    days = [event.day for event in events]
    assert days == sorted(days)


def test_marches_retreats_and_losses_name_the_formation(war: Played) -> None:
    """A formation's event names the formation of its entry, a retreat the region gone to, and it stands there at the end."""
    last: dict[str, tuple[Outcome, ev.FormationMoved]] = {}
    hurt = set()
    for _, outcome, entry, event in told(war):
        if isinstance(event, ev.FormationMoved | ev.FormationLost | ev.OrderFrustrated):
            assert war.names.formations.row(event.formation) == entry.who
        if isinstance(event, ev.FormationMoved):
            last[event.formation] = (outcome, event)
        if isinstance(event, ev.FormationLost):
            hurt.add(event.formation)
    assert last
    for name, (outcome, event) in last.items():
        unit = outcome.state.formations[war.names.formations.row(name)]
        assert unit.at == war.names.places.row(event.place), name
    assert hurt & {name for name in war.names.formations.ids if name.startswith("RUS")}
    assert hurt - {name for name in war.names.formations.ids if name.startswith("RUS")}


def test_battles_and_control_name_both_sides(war: Played) -> None:
    """Battle losses are those of the formations in it, day by day; control goes from holder to holder."""
    battles = [event for *_, event in told(war) if isinstance(event, ev.BattleFought)]
    lost = [event for *_, event in told(war) if isinstance(event, ev.FormationLost)]
    assert battles
    for day in {event.day for event in battles}:
        sides = sum(event.attacker_losses + event.defender_losses for event in battles if event.day == day)
        assert sides == sum(event.lost for event in lost if event.day == day)
    holder = {
        place: war.names.countries.id(war.states[0].regions[row].controller)
        for place, row in war.names.places.rows.items()
    }
    changes = [event for *_, event in told(war) if isinstance(event, ev.ControlChanged)]
    for event in changes:
        assert event.before == holder[event.place]
        holder[event.place] = event.holder
    assert changes
    end = war.states[-1].regions
    assert holder == {
        place: war.names.countries.id(end[row].controller) for place, row in war.names.places.rows.items()
    }


def test_every_id_in_an_event_exists(peace: Played, war: Played) -> None:
    """Law 1: row numbers live inside the engine, ids outside; an event never speaks of nobody's row."""
    for game in (peace, war):
        for event in game.session.events:
            for field, roll in rolls(game.names).items():
                value = getattr(event, field, None)
                assert value is None or value in roll, f"{event.type}.{field}: {value}"


def rolls(names: Names) -> dict[str, tuple[str, ...]]:
    """The ids that each field of events draws from; `who` speaks of bodies, `author` and the like of states."""
    states = names.countries.ids
    return {
        "body": names.bodies.ids,
        "who": names.bodies.ids,
        "seat": names.bodies.ids,
        "member": states,
        "country": states,
        "attacker": states,
        "defender": states,
        "author": states,
        "victim": states,
        "against": states,
        "helps": states,
        "holder": states,
        "before": states,
        "place": names.places.ids,
        "on": names.places.ids,
        "formation": names.formations.ids,
        "measure": names.measures.ids,
    }


def test_a_seat_reads_only_what_it_may_know(war: Played) -> None:
    """Law 7: what is not known to a body does not reach its seat in any form."""
    kept = {seat: 0 for seat in SEATS}
    for event in war.session.events:
        for seat in SEATS:
            read = for_seat(event, seat)
            assert (read is not None) <= may_know(event, seat)
            kept[seat] += read is not None
            assert read is None or ev.EVENT.validate_json(ev.EVENT.dump_json(read)) == read
    assert 0 < min(kept.values()) < len(war.session.events)


def test_supports_and_terms_stay_with_the_member(war: Played) -> None:
    """Rulebook 3 and 12: positions, levels and answers are announced, their numbers are not."""
    seen = set()
    for event in war.session.events:
        for seat in SEATS:
            match for_seat(event, seat):
                case ev.PositionTaken() as read:
                    assert (read.support, read.terms) == (0, {})
                    assert (read.position, read.member) == (event.position, event.member)  # type: ignore[union-attr]
                    seen.add(read.type)
                case ev.Contributed() | ev.RequestAnswered() as read:
                    assert (read.value, read.terms) == (0, {})
                    seen.add(read.type)
    assert {"position", "contribution"} <= seen


def test_what_moves_a_state_is_read_by_its_own_side(peace: Played) -> None:
    """Rulebook 12: that a state changes its stance or ratifies is announced, why is known to its side, and not all of that."""
    terms = {"bonds": 400, "disposition": -200}
    ratified = ev.AccessionMoved(
        day=1, known_to=SEATS, country="FIN", body="nato", track="invited", ally="DEU", terms=terms
    )
    applied = ratified.model_copy(update={"ally": None, "track": "applied", "terms": {"threat": 900}})
    stance = ev.StanceChanged(day=1, known_to=SEATS, country="FIN", stance="aloof", terms={"threat": 900})
    assert for_seat(ratified, "nato", ("DEU", "EST")) == ratified.model_copy(update={"terms": {"bonds": 400}})
    for event in (applied, stance):
        assert for_seat(event, "eu", ("FIN",)) == event
        assert for_seat(event, "russia", ("RUS",)) == event.model_copy(update={"terms": {}})
    paid = ratified.model_copy(update={"terms": {"bonds": 400, "concession": 900}})
    assert for_seat(paid, "nato", ("DEU",)) == paid
    assert for_seat(paid, "eu", ("DEU",)) == paid.model_copy(update={"terms": {"bonds": 400}})
    assert for_seat(ratified, "eu", ("FIN",)) == ratified.model_copy(update={"terms": {}})


def test_how_much_was_paid_reaches_nobody_else() -> None:
    """ACCESSION-4: that a demand is met and that the member ratifies are told to all; whatever was paid, others read the same."""
    read = {}
    for points in (MOST_POINTS - 100, MOST_POINTS):
        case = invitation(("HUN",), INFLUENCE - 1)
        events = paid_for(case, "HUN", points)
        assert [event.met for event in events if isinstance(event, ev.DemandMet)] == [True]
        (terms,) = (e.terms for e in events if isinstance(e, ev.AccessionMoved) and e.ally == "HUN")
        assert terms["concession"] == points
        lines = Teller(case.names, 0, manners_of(case.world, case.names))
        for seat in case.names.bodies.ids:
            mine = case.view(seat).exact["countries"]
            own = [name for name, known in zip(case.names.countries.ids, mine, strict=True) if known]
            known = [e for event in events if (e := for_seat(event, seat, own)) is not None]
            assert known
            assert {e.type for e in known} >= {"demand_met", "accession"}
            read.setdefault(seat, []).append((ev.EVENTS.dump_json(known), [lines.line(e) for e in known]))
    differs = {seat: one != other for seat, (one, other) in read.items()}
    assert differs == {seat: seat == "nato" for seat in read}
    one, other = read["nato"]
    assert one[1] == other[1]  # the sentence is one for all


def paid_for(case: Invitation, member: str, points: int) -> list[ev.Event]:
    """The events of a caucus in which a demand is met, and of the turns until the applicant is a member."""
    seat = case.names.bodies.row("nato")
    plan = empty_plan(case.state)
    add_orders(Desk(case.names, seat), plan, [MeetDemand(member=member, applicant=APPLICANT, points=points)])
    outcome = close_caucus(case.world, case.state, plan)
    events = narrate(case.names, outcome.record)
    while outcome.state.countries[case.names.countries.row(APPLICANT)].track != Track.JOINED:
        outcome = open_turn(case.world, later(outcome.state))
        events += [e for e in narrate(case.names, outcome.record) if isinstance(e, ev.AccessionMoved)]
    return events


def later(state: State) -> State:
    """Four weeks on."""
    after = copied(state)
    after.clock[0].day += 28
    after.clock[0].turn += 1
    return after


def test_a_seat_reads_its_own_reasons_only(war: Played) -> None:
    """An AI's choice and its terms are known to its own seat."""
    chosen = [event for event in war.session.events if isinstance(event, ev.Chosen)]
    assert chosen
    for event in chosen:
        assert for_seat(event, event.seat) == event
        assert all(for_seat(event, seat) is None for seat in SEATS if seat != event.seat)


def test_a_covert_act_is_told_without_its_author(war: Played) -> None:
    """Rulebook 12: all hear of the incident, and nobody but the leadership of the measure behind it."""
    incident = next(e for e in war.session.events if isinstance(e, ev.IncidentHappened) and e.victim == COVERT_VICTIM)
    assert incident.known_to == SEATS
    assert incident.author is None
    told_to = {
        e.known_to
        for e in war.session.events
        if isinstance(e, ev.Tabled | ev.DraftDecided) and e.measure == "hybrid_campaign"
    }
    assert told_to == {("russia",)}
    in_confidence = [e for e in war.session.events if isinstance(e, ev.ActAttributed) and not e.publicly]
    assert all(len(event.known_to) == 1 for event in in_confidence)


def test_an_open_incident_is_told_with_place_and_both_sides(war: Played) -> None:
    """Who attacked is plain to all; so it is who met whom in an accident."""
    attack = next(e for e in war.session.events if isinstance(e, ev.IncidentHappened) and e.kind == "armed_attack")
    assert attack.author is not None
    assert attack.place is not None
    teller = Teller(war.names, 738156, manners_of(war.session.world, war.names))
    town, side = (
        war.names.places.title(war.names.places.row(attack.place)),
        war.names.countries.title(war.names.countries.row(attack.author)),
    )
    assert teller.line(attack).endswith(f" at {town}, by {side}.")
    met = attack.model_copy(update={"kind": "accident", "severity": 3})
    assert teller.line(met).endswith(f" at {town}, in an encounter with {side}.")
    unseen = attack.model_copy(update={"kind": "cyber", "author": None, "place": None})
    assert "by" not in teller.line(unseen).split("hits")[1]


def test_an_incident_leaves_out_a_place_that_bears_its_state_s_name(war: Played) -> None:
    """Of a state that is one region the name is told once: nothing hits Latvia at Latvia."""
    attack = next(e for e in war.session.events if isinstance(e, ev.IncidentHappened) and e.kind == "armed_attack")
    teller = Teller(war.names, 738156, manners_of(war.session.world, war.names))
    whole = attack.model_copy(update={"victim": "LVA", "place": "LV-RIGA", "author": "RUS", "severity": 5})
    assert teller.line(whole) == "Incident: an armed attack of severity 5 hits Latvia, by Russia."


@pytest.mark.parametrize(
    ("granted", "back", "told"),
    [
        (0, 0, []),
        (1, 0, ["Russia grants its neutrality."]),
        (0, 2, ["NATO grants its neutrality and recognises the line."]),
    ],
)
def test_a_ceasefire_is_told_with_its_terms(peace: Played, granted: int, back: int, told: list[str]) -> None:
    """SETTLE-1: who had offered, who agrees, and what each of them grants."""
    record, bodies = empty_record(1), peace.names.bodies
    plain(note)(record, Note.CEASEFIRE, 5, bodies.row("russia"), bodies.row("nato"), NOBODY, granted, back, 0b111)
    (event,) = narrate(peace.names, record)
    teller = Teller(peace.names, 738156, manners_of(peace.world, peace.names))
    silent = "CEASEFIRE: Russia had offered one, NATO agrees; the guns fall silent where the forces stand."
    assert teller.line(event) == " ".join([silent, *told])


@pytest.mark.parametrize(
    ("ambition", "asked"),
    [
        (1, "; it asks for neutrality, and that the line is recognised"),
        (2, "; it asks for neutrality"),
        (3, "; it asks for no terms"),
    ],
)
def test_an_offer_is_told_with_what_it_asks_for(peace: Played, ambition: int, asked: str) -> None:
    """SETTLE-2: once it is decided; of one that fell through, or asks for nothing at any ambition, no more than that."""
    teller = Teller(peace.names, 738156, manners_of(peace.world, peace.names))
    decided = ev.DraftDecided(
        day=5,
        known_to=SEATS,
        body="russia",
        measure="russian_ceasefire",
        on=None,
        verdict="adopted",
        ambition=ambition,
        price=0,
    )
    assert teller.line(decided) == f'"Offer of a ceasefire" is adopted{asked}.'
    assert asked not in teller.line(decided.model_copy(update={"verdict": "barred"}))
    assert (
        teller.line(decided.model_copy(update={"measure": "allied_ceasefire"})) == '"Offer of a ceasefire" is adopted.'
    )


def test_soundings_stay_with_who_asked(peace: Played) -> None:
    """Rulebook 3: what a member says in private is known to the body that sounded it out."""
    record = empty_record(1)
    plain(note)(record, Note.SOUNDED, 0, 1, 4, NOBODY, -250, 0, 0b010)
    (event,) = narrate(peace.names, record)
    assert event == ev.Sounded(day=0, known_to=("eu",), body="eu", member="DEU", heard=-250)
    assert for_seat(event, "nato") is None


def test_the_notes_of_a_phase_are_of_its_days(war: Played) -> None:
    """An entry is dated between the state before its step and the state after it."""
    for before, outcome, _, event in told(war):
        assert before.clock[0].day <= event.day <= outcome.state.clock[0].day
    assert np.unique([int(state.clock[0].phase) for state in war.states]).size >= len(Phase) - 2


def test_fire_along_the_front_is_told_once_a_week(war: Played) -> None:
    """COMBAT-25: a line for each state that it costs a tenth of a brigade or so, the sum of what its formations lost."""
    teller = Teller(war.names, 738156, manners_of(war.session.world, war.names))
    lines = {lost: teller.line(ev.FrontWorn(day=7, known_to=SEATS, state="RUS", lost=lost)) for lost in (49, 50, 340)}
    assert lines[49] == ""
    assert lines[50] == "Fire along the front costs Russia 0.1 brigades this week."
    assert lines[340] == "Fire along the front costs Russia 0.3 brigades this week."
    worn = [event for *_, event in told(war) if isinstance(event, ev.FrontWorn)]
    assert worn
    assert len({(event.day, event.state) for event in worn}) == len(worn)


@pytest.mark.parametrize(
    ("points", "shown"), [(0, "+0.0"), (49, "+0.05"), (-40, "−0.04"), (50, "+0.1"), (-1960, "−2.0")]
)
def test_a_support_is_never_shown_as_minus_nought(points: int, shown: str) -> None:
    """The side of nought on which a position stands can be read off its number."""
    assert signed(points) == shown

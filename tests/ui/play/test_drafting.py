"""Refusals say what really stands against a draft, in numbers where there are some."""

from dataclasses import replace

import pytest

from tests.played import Played
from wargame.ai.options import appraise
from wargame.engine.compile import Compiled
from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.calendar import date_in_words
from wargame.model.codes import Phase
from wargame.model.columns import Table, column_of
from wargame.model.orders import TableDraft
from wargame.model.view import View
from wargame.model.world import MeasureFacts
from wargame.rules.law import LAWS
from wargame.session import Session
from wargame.ui.play.drafting import (
    OPEN_LAW,
    TIME_LAW,
    Item,
    agenda,
    all_words,
    has_degrees,
    law_words,
    members_land,
    refusal,
)


def test_without_an_incident_collective_defence_says_so(start: Compiled) -> None:
    """Not that the draft names nobody: the agenda could not know whom."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    item = next(item for item in agenda(view, ()) if item.measure == "article_5")
    assert item.broken == ("LEGAL-5",)
    assert "incident" in refusal(view, item.draft, item.broken)


def test_how_many_drafts_there_is_time_for_is_a_number(start: Compiled) -> None:
    """LEGAL-20 names it."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    most = int(view.world.course[0].drafts_a_turn)
    given = tuple(item.draft for item in agenda(view, ()) if not item.broken)[:1] * most
    item = agenda(view, given)[0]
    assert TIME_LAW in item.broken
    assert "LEGAL" not in refusal(view, item.draft, item.broken)
    assert "LEGAL" not in all_words((*item.broken, "LEGAL-0"))
    assert f"time for {most} draft" in refusal(view, item.draft, item.broken)


def test_a_ceasefire_is_offered_to_whom_one_fights(war: Played) -> None:
    """Whatever the leadership hopes of others: the first draft of the line is one that is legal; in peace the law says why not."""
    state = next(s for s in war.after(Phase.CAUCUS) if column_of(s.pairs, "war").any())
    view = observe(war.world, state, war.names, war.names.bodies.row("russia"))
    fought = column_of(view.state.pairs, "war")[view.names.countries.row("RUS")] == 1
    motives = view.state.motives
    column_of(motives, "gain")[view.body], column_of(motives, "cost")[view.body, fought] = 100, 5000
    item = next(item for item in agenda(view, ()) if item.measure == "russian_ceasefire")
    assert item.broken == ()
    assert fought[view.names.countries.row(item.draft.against or "")]
    first = war.after(Phase.CAUCUS)[0]
    calm = observe(war.world, first, war.names, view.body)
    item = next(item for item in agenda(calm, ()) if item.measure == "russian_ceasefire")
    assert item.broken == ("LEGAL-23",)


def test_what_may_be_tabled_at_some_ambition_is_on_the_agenda(peace: Played, war: Played) -> None:
    """A text in force may be deepened, or prolonged as it stands, where nothing lower is legal any more."""
    deepened = 0
    for game in (peace, war):
        for state in game.after(Phase.CAUCUS):
            for body in range(2):
                view = observe(game.world, state, game.names, body)
                for item in agenda(view, ()):
                    deepened += item.draft.ambition > 1 and not item.broken
                    if item.broken and set(item.broken) <= {"LEGAL-7"}:
                        higher = (item.draft.model_copy(update={"ambition": level}) for level in (2, 3))
                        assert all(judge(view, draft) for draft in higher)
    assert deepened


def test_where_there_is_no_act_to_attribute_it_says_so(start: Compiled) -> None:
    """LEGAL-26: it is closed; with an act whose author the seat knows, it is open, and once that is named it is closed again."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")

    def item_of() -> Item:
        return next(item for item in agenda(view, ()) if item.measure == "attribute")

    assert item_of().broken == ("LEGAL-26",)
    acts = view.state.incidents
    column_of(acts, "alive")[0], column_of(acts, "author")[0] = 1, view.names.countries.row("RUS")
    assert not item_of().is_open
    column_of(view.state.suspicions, "confidence")[view.body, 0] = 1000
    assert item_of().is_open
    column_of(acts, "published")[0] = 1
    assert not item_of().is_open


def test_ambition_is_offered_where_it_makes_a_difference(start: Compiled) -> None:
    """Collective defence asks for the same at each."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    rows = view.names.measures.rows
    assert has_degrees(view, rows["forward_presence"])
    assert not has_degrees(view, rows["article_5"])
    assert not has_degrees(view, rows["article_42_7"])


def test_the_agenda_begins_with_what_the_members_support_most(start: Compiled) -> None:
    """Of what may be tabled; what may not stands below, as the catalogue has it."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    items = agenda(view, ())
    supports = [appraise(view, item.draft).support for item in items if item.is_open]
    assert supports == sorted(supports, reverse=True)
    assert [item.is_open for item in items] == sorted((item.is_open for item in items), reverse=True)


def test_forces_are_asked_for_where_most_stands_next_door(start: Compiled) -> None:
    """By the formations of whom the members fear, as they are known; the strongest next door comes first."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    first = members_land(view)[0]
    away = copied(view.state)
    column_of(away.formations, "at")[column_of(away.formations, "owner") == view.names.countries.row("RUS")] = -1
    place = view.names.places.row("LT-VILN")
    near = view.world.edges[view.world.regions[place].first_edge].end
    unit = next(u for u, name in enumerate(view.names.formations.ids) if name.startswith("RUS"))
    column_of(away.formations, "at")[unit] = near
    moved = members_land(View(view.seat, view.body, view.world, view.names, away, view.exact))
    assert first != view.names.places.ids[0] or moved[0] != first
    beside = {view.names.places.ids[edge.end] for edge in view.world.edges if edge.start == near} | {
        view.names.places.ids[near]
    }
    assert moved[0] in beside


def test_a_measure_that_is_not_open_yet_says_from_when(start: Compiled) -> None:
    """The date, and nothing else, though it names nobody yet."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    draft = next(item.draft for item in agenda(view, ()) if not item.broken)
    measures = copied_table(view, draft.measure, 31)
    later = replace(view, world=view.world._replace(measures=measures))
    broken = judge(later, draft)
    assert OPEN_LAW in broken
    day = date_in_words(int(view.world.course[0].first_day) + 31)
    assert refusal(later, draft, (*broken, "LEGAL-2")) == f"It is open from {day} on."


def copied_table(view: View, measure: str, day: int) -> Table[MeasureFacts]:
    """The measures with one that opens later."""
    measures = view.world.measures.copy()
    measures[view.names.measures.row(measure)].first_day = day
    return measures


def test_when_no_time_is_left_nothing_else_is_wrong(start: Compiled) -> None:
    """Of measures that might be tabled; no false reason, as that a draft named nobody."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    most = int(view.world.course[0].drafts_a_turn)
    free = {item.measure for item in agenda(view, ()) if not item.broken}
    given = tuple(item.draft for item in agenda(view, ()) if not item.broken)[:1] * most
    for item in agenda(view, given):
        if item.measure in free - {given[0].measure}:
            assert item.broken == (TIME_LAW,), item
        if OPEN_LAW not in item.broken:
            assert refusal(view, item.draft, item.broken).startswith("A session has time"), item


def test_what_a_draft_lacks_is_named(start: Compiled) -> None:
    """Whom it answers, helps, or where."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    bare = TableDraft(measure="forward_presence", ambition=1, lowest=1)
    assert refusal(view, bare, ("LEGAL-2",)) == "It needs a state that it answers. It needs a place."


@pytest.mark.parametrize("law", sorted(law for law in LAWS if law.startswith("LEGAL-")))
def test_no_refusal_speaks_in_units(law: str) -> None:
    """They belong to the rulebook."""
    assert "1/1" not in law_words(law)

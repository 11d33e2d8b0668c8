"""Refusals say what really stands against a draft, in numbers where there are some."""

from wargame.engine.compile import Compiled
from wargame.session import Session
from wargame.ui.play.drafting import TIME_LAW, agenda, refusal


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
    assert f"time for {most} draft" in refusal(view, item.draft, item.broken)

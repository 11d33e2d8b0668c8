"""Refusals say what really stands against a draft, in numbers where there are some."""

from tests.played import Played
from wargame.engine.compile import Compiled
from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.model.codes import Phase
from wargame.model.columns import column_of
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

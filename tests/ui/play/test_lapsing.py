"""What soon runs out stands first on the agenda, and its day is told: what an objective reads before all else."""

from __future__ import annotations

from functools import cache

from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.observe import observe
from wargame.engine.reading import write
from wargame.model.codes import MeasureKind, Phase
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.law import plain
from wargame.rules.texts import works_in_force
from wargame.store.scenarios import scenario_from
from wargame.ui.play.drafting import agenda
from wargame.ui.play.lapsing import lapses, next_session
from wargame.ui.play.subjects import sections


@cache
def january() -> Compiled:
    """The first caucus of January 2022: sanctions stand until the end of the month."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    entries.begin(start.world, start.state)
    start.state.clock[0].phase = Phase.CAUCUS
    return start


def view_of(seat: str) -> View:
    """What a seat knows in it."""
    start = january()
    return observe(start.world, start.state, start.names, start.names.bodies.row(seat))


def test_sanctions_that_run_out_stand_first_and_say_when() -> None:
    """As the text stands, so that tabling it prolongs it; the section is called after the day."""
    view = view_of("eu")
    items = agenda(view, ())
    assert items[0].measure == "sanctions"
    assert items[0].is_running_out
    assert (items[0].draft.against, items[0].draft.ambition, items[0].draft.lowest) == ("RUS", 1, 1)
    told = sections(view, items)
    assert "31 January 2022" in told[0].title
    assert told[0].items[0] == items[0]
    assert all(section.title for section in told)
    assert [item for section in told for item in section.items if item.is_running_out] == [items[0]]
    assert sorted(item.measure for section in told for item in section.items) == sorted(i.measure for i in items)


def test_once_it_is_tabled_it_presses_no_more() -> None:
    """The draft is given: nothing is left to warn of."""
    view = view_of("eu")
    first = agenda(view, ())[0]
    assert not any(item.is_running_out for item in agenda(view, (first.draft,)))


def test_what_is_scored_goes_first_and_what_can_wait_is_not_told() -> None:
    """A text that no objective reads is told of at the last session before its end; others' texts, and those without end, never."""
    view = view_of("eu")
    own = next(text for text in view.state.texts if text.alive and text.body == view.body)
    free = next(row for row, text in enumerate(view.state.texts) if not text.alive)
    other = next(
        row
        for row, facts in enumerate(view.world.measures)
        if facts.body == view.body
        and facts.kind == MeasureKind.PARTNERSHIP
        and plain(works_in_force)(view.world.measures, view.world.effects, row)
    )
    for until, count in ((int(own.until) - 10, 2), (next_session(view) + 1, 1), (-1, 1)):
        write(view.state.texts[free], alive=1, body=view.body, measure=other, ambition=3, until=until, against=-1)
        found = lapses(view)
        assert [lapse.draft.measure for lapse in found] == ["sanctions", view.names.measures.ids[other]][:count]
        assert found[0].points > 0
    assert not lapses(view_of("russia"))

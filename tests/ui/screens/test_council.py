"""Hemicycle, silence clock, archive, redraft: what a council's pages show, through the queue of events."""

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.screens.table import Play
from tests.ui.screens.test_solo import table_a_draft
from wargame.commands.question import scenario_from
from wargame.model import events as ev
from wargame.model.orders import TableDraft
from wargame.ui.screens.chamber import SLOWEST, Chamber
from wargame.ui.screens.hearing import heard_events, heard_so_far, hearings
from wargame.ui.screens.hemicycle import CHAIR, plan_of
from wargame.ui.screens.positions import influence
from wargame.ui.stills import still
from wargame.ui.theme.palette import PaletteName


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """A window at its menu."""
    table = Play(tmp_path)
    yield table
    table.close()


@pytest.fixture
def session(play: Play) -> Play:
    """The first session of NATO, with a draft of its own."""
    play.begin("nato")
    table_a_draft(play)
    play.click("done")
    play.wait(lambda: not play.flow.busy)
    return play


def chamber(play: Play) -> Chamber:
    """The page of the session."""
    assert play.flow.screen is not None
    panel = play.flow.screen.panel
    assert isinstance(panel, Chamber)
    return panel


@pytest.mark.parametrize("count", range(1, 65))
def test_a_half_circle_has_a_seat_for_each_and_none_on_another(count: int) -> None:
    """From one member to the most that a scenario may have, in order from the left, within its size."""
    plan = plan_of(count)
    assert len(plan.spots) == count
    for one, other in combinations(plan.spots, 2):
        assert max(abs(one[0] - other[0]), abs(one[1] - other[1])) > CHAIR
    assert all(abs(x) + 0.5 <= plan.wide / 2 + 0.1 and 0 <= y <= plan.high for x, y in plan.spots)


def test_silence_runs_member_by_member(session: Play) -> None:
    """Nobody's position and no verdict is shown before it is heard; time brings all of them, as a press does."""
    play, page = session, chamber(session)
    names = page._hall.view.names
    all_said = sum(draft.spoken for draft in hearings(page._events))
    assert all_said > 0
    assert not page.silent
    assert "adopted" not in play.driver.texts()
    assert "Hear all" in play.driver.texts()
    play.driver.tick(SLOWEST + 1)
    play.driver.tick()
    assert 0 < page._heard < all_said
    first = hearings(page._events)[0]
    shown = heard_so_far(first, page._heard)
    assert shown.decided is None
    play.click("next")
    assert page.silent
    assert any(text in ("adopted", "blocked", "adopted, but hollow") for text in play.driver.texts())
    assert names.measures.title(names.measures.row(first.tabled.measure)) in play.driver.texts()
    assert play.driver.complaints() == []


def test_log_and_figures_wait_for_what_is_heard(session: Play) -> None:
    """While silence runs neither tells how it comes out; a draft is told of as it is put, its end when it is decided."""
    play, page = session, chamber(session)
    screen = play.flow.screen
    assert screen is not None
    game = screen.game
    assert screen.view is not game.view
    before, after = (int(view.state.bodies[view.body].influence) for view in (screen.view, game.view))
    assert before != after
    assert influence(before) in play.driver.texts()
    drafts = hearings(page._events)
    verdicts = [game.telling.line(draft.decided) for draft in drafts if draft.decided is not None]
    for heard in range(page._positions):
        page._heard = heard
        screen.refresh()
        lines = [entry.cells[1].text for entry in screen._log.table._entries]
        done = sum(heard >= sum(draft.spoken for draft in drafts[: place + 1]) for place, draft in enumerate(drafts))
        assert sum(line in verdicts for line in lines) <= done
    page.hear_all()
    play.driver.tick()
    lines = [entry.cells[1].text for entry in screen._log.table._entries]
    assert set(verdicts) <= set(lines)
    assert influence(after) in play.driver.texts()
    assert screen.view is game.view


def test_events_are_heard_as_far_as_the_cards_are_shown(session: Play) -> None:
    """Each position in its turn; of the next draft nothing before its own first position."""
    events = chamber(session)._events
    spoken = [place for place, event in enumerate(events) if isinstance(event, ev.PositionTaken)]
    for count, place in enumerate(spoken):
        told = heard_events(events, count)
        assert told <= place
        assert sum(isinstance(event, ev.PositionTaken) for event in events[:told]) == count
        if count:
            put = [event for event in events[:told] if isinstance(event, ev.Tabled)]
            assert put[-1].measure == events[spoken[count - 1]].measure
    assert heard_events(events, len(spoken)) <= len(events)


def test_what_is_heard_grows_to_the_whole(session: Play) -> None:
    """A draft is undecided until its last member has been heard."""
    for draft in hearings(chamber(session)._events):
        for count in range(draft.spoken):
            part = heard_so_far(draft, count)
            assert part.decided is None
            assert part.spoken == count
        assert heard_so_far(draft, draft.spoken) is draft


def test_declarations_go_into_the_archive(session: Play) -> None:
    """All that was adopted in the open, and nothing else; from the session and from every caucus."""
    play, page = session, chamber(session)
    page.hear_all()
    play.click("archive")
    heard = page._hall.game.heard
    adopted = [e for e in heard if isinstance(e, ev.DraftDecided) and e.verdict in ("adopted", "hollow")]
    assert adopted
    names = page._hall.view.names.measures
    texts = play.driver.texts()
    assert "Archive of declarations" in texts
    assert {names.title(names.row(event.measure)) for event in adopted} <= set(texts)
    assert play.driver.complaints() == []
    play.click("done")


def test_the_sponsor_says_whether_to_redraft(play: Play) -> None:
    """Part 2: where silence is broken the draft is read once more lower, or withdrawn: the order says which."""
    play.begin("nato")
    assert play.flow.screen is not None
    panel = play.flow.screen.panel
    measures = [key for key in play.app.window.widgets() if key.startswith("measure.") and play.has(key)]
    play.click(measures[0])
    panel._aim(2)  # type: ignore[attr-defined]
    play.driver.tick()
    play.click("redraft")
    play.click("table")
    (order,) = [o for o in play.flow.screen.given if isinstance(o, TableDraft)]
    assert (order.ambition, order.lowest) == (2, 2)


@pytest.mark.parametrize("name", ["draft", "session"])
@pytest.mark.parametrize(("size", "percent"), [((1280, 720), 100), ((1920, 1080), 125), ((3840, 2160), 200)])
def test_a_council_of_thirty_has_room(tmp_path: Path, size: tuple[int, int], percent: int, name: str) -> None:
    """A large council at three sizes, in the narrow sheet and on the wide page: no seat on another, no text cut."""
    scenario = scenario_from("invasion_2022", "2022-02-24")
    app = still(name, scenario, "invasion_2022", size, percent, PaletteName.DEFAULT, tmp_path)
    surface = pygame.display.get_surface()
    assert surface is not None
    assert Driver(app.window, surface, app.handle).complaints() == []

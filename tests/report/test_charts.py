"""Every chart reads what the states of the save hold, and its names do not overlap."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wargame.engine.packing import unpack
from wargame.model.columns import column_of
from wargame.model.state import State
from wargame.report import plot
from wargame.report.chart import Chart, Line
from wargame.report.charts import charts_of
from wargame.report.knowledge import knowledge_of
from wargame.report.plot import LINE_HIGH, MOST_NAME, placed_names, plotted, shortened
from wargame.report.retrace import Retraced
from wargame.report.scale import MOST_STEPS, figure, scale_of
from wargame.store.saves import read_save


@pytest.fixture(scope="module")
def charts(war_game: Retraced) -> dict[str, Chart]:
    """The teacher's, by id."""
    return {chart.id: chart for chart in charts_of(knowledge_of(war_game, ""))}


@pytest.fixture(scope="module")
def kept(war_save: Path, war_game: Retraced) -> list[State]:
    """The states that the save holds at the end of each turn."""
    found = {s.turn: s for s in read_save(war_save).snapshots if s.phase in ("caucus", "over")}
    return [unpack(found[turn].body, war_game.ends[0]) for turn in sorted(found)]


def values(chart: Chart, name: str) -> list[float]:
    """Of the line of that name."""
    return list(next(line.values for line in chart.lines if line.name == name))


def test_columns_are_drawn_as_they_are_kept(charts: dict[str, Chart], kept: list[State], war_game: Retraced) -> None:
    """Scores, escalation, cohesion, influence, stability: turn by turn."""
    bodies = column_of(war_game.world.objectives, "body")
    for row, name in enumerate(war_game.names.bodies.titles):
        scored = [int(column_of(state.ledger, "score")[bodies == row].sum()) / 1000 for state in kept]
        assert values(charts["scores"], name) == scored
    for row in np.flatnonzero(bodies == 1):
        line = values(charts["objectives-eu"], war_game.names.objectives.titles[row])
        assert line == [int(state.ledger[int(row)].score) / 1000 for state in kept]
    assert values(charts["escalation"], "Escalation") == [int(state.clock[0].escalation) / 1000 for state in kept]
    assert values(charts["escalation"], "Highest so far") == [int(state.clock[0].peak) / 1000 for state in kept]
    assert values(charts["cohesion"], "NATO") == [int(state.bodies[0].cohesion) / 10 for state in kept]
    assert values(charts["influence"], "NATO") == [int(state.bodies[0].influence) / 10 for state in kept]
    assert values(charts["stability"], "Russia") == [int(state.bodies[2].stability) / 10 for state in kept]


def test_sides_are_summed_over_their_states(charts: dict[str, Chart], kept: list[State], war_game: Retraced) -> None:
    """Strength, losses, opinion and prices of Russia and of NATO, reckoned anew, state by state."""
    world, countries = war_game.world, war_game.names.countries
    for turn, state in enumerate(kept):
        members = [row for row in range(len(countries)) if state.members[0, row].joined]
        units = [unit for unit in state.formations if unit.alive]
        strength = sum(int(u.strength) for u in units if u.owner in members or (u.owner < 0 and u.body == 0))
        assert values(charts["strength"], "NATO")[turn] == pytest.approx(strength / 1000)
        lost = sum(int(state.countries[row].losses) for row in members)
        assert values(charts["losses"], "NATO")[turn] == pytest.approx(lost / 1000)
        people = {row: int(world.countries[row].population) for row in members}
        for chart, column in (("opinion", "opinion"), ("prices", "prices")):
            total = sum(int(getattr(state.countries[row], column)) * people[row] for row in members)
            assert values(charts[chart], "NATO")[turn] == pytest.approx(total / sum(people.values()) / 10)


def test_the_strongest_fears_are_chosen(charts: dict[str, Chart], kept: list[State], war_game: Retraced) -> None:
    """As they are kept, the strongest of the game first, at most four of one state."""
    threat = np.stack([column_of(state.pairs, "threat") for state in kept])
    row = war_game.names.countries.row
    first = charts["threat"].lines[0]
    assert max(first.values) == threat.max() / 10
    assert values(charts["threat"], "Estonia fears Russia") == (threat[:, row("EST"), row("RUS")] / 10).tolist()
    feared = [line.name.rpartition(" fears ")[2] for line in charts["threat"].lines]
    assert max(feared.count(name) for name in feared) == 4
    body = column_of(kept[-1].coalitions, "threat")[row("RUS"), 0] / 10
    assert values(charts["threat-bodies"], "Russia fears NATO")[-1] == body


@given(st.lists(st.floats(plot.TOP, plot.HIGH - plot.BOTTOM), min_size=1, max_size=12))
def test_names_do_not_overlap(ends: list[float]) -> None:
    """Wherever lines end, their names stand a line apart, within the drawing, in the order of the ends."""
    placed = placed_names([str(number) for number in range(len(ends))], ends)
    heights = sorted(name.y for name in placed)
    assert all(after - before >= LINE_HIGH - 1e-6 for before, after in pairwise(heights))
    assert heights[0] >= LINE_HIGH
    assert heights[-1] <= plot.HIGH - plot.BOTTOM + LINE_HIGH
    assert [name.at for name in sorted(placed, key=lambda name: name.y)] == sorted(ends)


def test_names_fit_beside_the_chart() -> None:
    """The longest name that is shown ends within the drawing; a longer one is cut short."""
    long = "An objective with a title that no margin would ever hold"
    chart = Chart("c", "t", "u", "s", (), (0, 1), (Line(long, (0.0, 1.0)), Line("short", (1.0, 0.0))))
    assert len(shortened(long)) == MOST_NAME
    texts = [node for node in plotted(chart).children if not isinstance(node, str) and node.tag == "g"][-2:]
    for group in texts:
        text = group.children[1]
        assert not isinstance(text, str)
        (said,) = text.children
        assert float(dict(text.attributes)["x"]) + len(str(said)) * plot.LETTER <= plot.WIDE


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6))
def test_an_axis_holds_its_values(least: float, spread: float) -> None:
    """Within its ends, in few round steps; a value at an end is drawn at the end."""
    scale = scale_of(least, least + spread)
    assert scale.low <= least + 1e-6
    assert scale.high >= least + spread - 1e-6
    assert 2 <= len(scale.ticks) <= MOST_STEPS + 1
    assert (scale.share(scale.low), scale.share(scale.high)) == (0, 1)


def test_figures_have_the_digits_of_their_step() -> None:
    """With a true minus."""
    assert [figure(12.34, 10), figure(12.34, 0.5), figure(-0.125, 0.01)] == ["12", "12.3", "−0.12"]

"""The page: well-formed, self-contained, the same again, with the figures of the states, and of a seat nothing hidden."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from tests.engine.hidden import otherwise
from tests.report.conftest import HOSTILE
from wargame.model import events as ev
from wargame.report.charts import charts_of
from wargame.report.graphs import STEP
from wargame.report.knowledge import knowledge_of
from wargame.report.page import page
from wargame.report.retrace import Happened, Retraced, Stage
from wargame.report.scale import figure
from wargame.report.writing import report_of

READERS = ("", "nato", "eu", "russia")
UNHEARD = ("disposition", "lobbying")


def parsed(game: Retraced, seat: str) -> ElementTree.Element:
    """The page as a tree: what is not well-formed is refused."""
    text = page(game, knowledge_of(game, seat))
    assert text.startswith("<!DOCTYPE html>\n")
    return ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))


@pytest.mark.parametrize("seat", READERS)
def test_the_page_stands_alone(war_game: Retraced, seat: str) -> None:
    """It is well-formed, loads nothing, runs nothing, and every link leads to a part of it; each id stands once."""
    tree = parsed(war_game, seat)
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags & {"script", "img", "link", "iframe", "image", "use"} == set()
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [element.get("href", "") for element in tree.iter() if element.get("href")]
    assert len(links) > 20
    assert [link for link in links if link.removeprefix("#") not in ids or not link.startswith("#")] == []
    assert not [value for element in tree.iter() for name, value in element.items() if name.startswith(("src", "on"))]
    style = next(tree.iter("style")).text or ""
    assert f"<style>{style}</style>" in page(
        war_game, knowledge_of(war_game, seat)
    )  # read as it stands: nothing is escaped
    assert "url(" not in style
    assert "@import" not in style


def test_a_name_is_text(war_game: Retraced) -> None:
    """Whatever a person calls oneself is shown as it is, and letters that no page may hold as unknown ones."""
    tree = parsed(war_game, "")
    shown = HOSTILE.replace("\x07", "\ufffd")
    assert [cell.text for cell in tree.iter("td") if cell.text == shown]


def test_who_took_over_is_told(war_game: Retraced) -> None:
    """Where a seat changed hands, both stand in the table of results, in their order, each once."""
    handed = [
        replace(decided, who="human") if decided.seat == "eu" and decided.turn > 2 else decided
        for decided in war_game.decisions
    ]
    cells = [cell.text for cell in parsed(replace(war_game, decisions=tuple(handed)), "").iter("td")]
    assert "AI (cadet), then a person" in cells
    assert cells.count("Ada & Bo") == 1


def test_the_page_is_the_same_again(war_save: Path, war_game: Retraced, tmp_path: Path) -> None:
    """Byte for byte, from a copy elsewhere, written at another time; neither path nor name of the file stands in it."""
    other = tmp_path / "of-another-day.tripwire"
    shutil.copy(war_save, other)
    again = report_of(other, "", Stage.OVER, lambda _share: None)
    assert again == page(war_game, knowledge_of(war_game, ""))
    assert str(tmp_path) not in again
    assert "of-another-day" not in again


@pytest.mark.parametrize("seat", READERS)
def test_what_is_drawn_stands_in_the_tables(war_game: Retraced, seat: str) -> None:
    """The table of a chart has a column a line and a row a turn, with the values that are drawn."""
    known = knowledge_of(war_game, seat)
    figures = {element.get("id"): element for element in parsed(war_game, seat).iter("figure")}
    charts = charts_of(known)
    assert set(figures) == {f"chart-{chart.id}" for chart in charts}
    for chart in charts:
        rows = [[cell.text for cell in row] for row in figures[f"chart-{chart.id}"].iter("tr")]
        columns = [[figure(value, STEP) for value in line.values] for line in chart.lines]
        assert [row[1:] for row in rows[1:]] == [list(row) for row in zip(*columns, strict=True)]
        drawn = [item for item in figures[f"chart-{chart.id}"].iter() if item.get("stroke-dasharray")]
        assert len(drawn) >= 2 * len(chart.lines)  # in the drawing, and in its key


@pytest.mark.parametrize("seat", ["nato", "eu", "russia"])
@pytest.mark.parametrize("seed", [1, 2])
def test_nothing_hidden_shows(war_game: Retraced, seat: str, seed: int) -> None:
    """A game that looks the same from a seat has the same report for it: other hidden values, other secrets, another seed."""
    body = war_game.names.bodies.row(seat)
    ends = {turn: otherwise(war_game.world, state, body, seed) for turn, state in war_game.ends.items()}
    events = tuple(Happened(each.turn, unheard(each.event)) for each in war_game.events if seat in each.event.known_to)
    secret = ev.WentToWar(day=1, known_to=(), attacker="RUS", victim="FIN")
    other = replace(
        war_game,
        header=war_game.header.model_copy(update={"seed": seed}),
        ends=ends,
        events=(Happened(1, secret), *events),
        decisions=tuple(decided for decided in war_game.decisions if decided.seat == seat),
    )
    assert page(other, knowledge_of(other, seat)) == page(war_game, knowledge_of(war_game, seat))


def unheard(event: ev.Event) -> ev.Event:
    """A position for which a member had other reasons that it keeps to itself; its support stays on its side of nought."""
    if not isinstance(event, ev.PositionTaken):
        return event
    secret = {name: 999 for name in UNHEARD}
    open_terms = {name: size for name, size in event.terms.items() if name not in UNHEARD}
    support = event.support + (7 if event.support >= 0 else -7)
    return event.model_copy(update={"support": support, "terms": open_terms | secret})


def test_the_teacher_reads_what_a_seat_does_not(war_game: Retraced) -> None:
    """The check above can fail: the same change shows in the teacher's report."""
    ends = {turn: otherwise(war_game.world, state, 0, 1) for turn, state in war_game.ends.items()}
    other = replace(war_game, ends=ends)
    assert page(other, knowledge_of(other, "")) != page(war_game, knowledge_of(war_game, ""))


def test_a_seat_reads_no_secret(war_game: Retraced) -> None:
    """The covert act, its price, the seed: in the teacher's report, in that of who did it, and in no other."""
    texts = {seat: page(war_game, knowledge_of(war_game, seat)) for seat in READERS}
    title = war_game.names.measures.title(war_game.names.measures.row("hybrid_campaign"))
    assert title in texts[""]
    assert title in texts["russia"]
    assert title not in texts["nato"]
    assert title not in texts["eu"]
    seeds = {seat: bool(re.search(r"<th>Seed</th>", text)) for seat, text in texts.items()}
    assert seeds == {"": True, "nato": False, "eu": False, "russia": False}


def test_estimates_are_marked(war_game: Retraced) -> None:
    """A seat's charts mark what it could only estimate, and those of the teacher nothing."""
    charts = {seat: charts_of(knowledge_of(war_game, seat)) for seat in READERS}
    marked = {
        seat: [line for chart in found for line in chart.lines if line.is_estimate] for seat, found in charts.items()
    }
    assert marked[""] == []
    assert marked["nato"]
    assert all(np.isfinite(line.values).all() for line in marked["nato"])

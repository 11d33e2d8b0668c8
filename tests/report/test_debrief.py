"""The debrief counts what the events of a game tell, and names what moved the scores."""

from pathlib import Path

import pytest

from wargame.model import events as ev
from wargame.model.columns import column_of
from wargame.model.scenario import Scenario
from wargame.report.debrief import MOST_LINES, MOST_POINTS, Course, Record, debrief
from wargame.report.sentences import record_words
from wargame.study.company import Company
from wargame.ui.play.game import Game, new_game

ALL = ("nato", "eu", "russia")


@pytest.fixture(scope="module")
def over(first_steps: Scenario, tmp_path_factory: pytest.TempPathFactory) -> Game:
    """A game of cadets and a person who only decides, at its end."""
    seats = {"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}
    game = new_game(first_steps, 2, Company(seats), tmp_path_factory.mktemp("saves"))
    while not game.session.over:
        game.play_on(lambda _who: None)
    game.look()
    return game


def battle(attacker: str, defender: str, lost: int, hurt: int) -> ev.BattleFought:
    """A battle with losses on both sides."""
    return ev.BattleFought(
        day=30,
        known_to=ALL,
        attacker=attacker,
        defender=defender,
        place="EE-TALL",
        attack=1,
        defence=1,
        attacker_losses=lost,
        defender_losses=hurt,
    )


def test_turning_points_are_the_largest_moves(first_steps: Scenario, over: Game) -> None:
    """Their change is that of the scores, the objective named moved that way, and what happened is of that turn."""
    names = over.view.names
    told = debrief(first_steps, names, over.session.events, over.course, over.telling.line)
    assert 0 < len(told.points) <= MOST_POINTS
    smallest = min(abs(point.change) for point in told.points)
    chosen = {(point.turn, point.seat) for point in told.points}
    for turn in sorted(over.course)[1:]:
        for seat in ALL:
            change = (sum(over.course[turn][seat]) - sum(over.course[turn - 1][seat])) / 1000
            assert (turn, seat) in chosen or abs(change) <= smallest or len(told.points) < MOST_POINTS
    for point in told.points:
        change = (sum(over.course[point.turn][point.seat]) - sum(over.course[point.turn - 1][point.seat])) / 1000
        assert point.change == pytest.approx(change)
        assert len(point.lines) <= MOST_LINES


def test_the_record_counts_every_draft(first_steps: Scenario, over: Game) -> None:
    """What was tabled is adopted, hollow or failed, and those who broke silence are counted."""
    told = debrief(first_steps, over.view.names, over.session.events, over.course, over.telling.line)
    decided = [event for event in over.session.events if isinstance(event, ev.DraftDecided)]
    assert decided
    for record in told.records:
        assert record.adopted + record.hollow + record.failed == record.tabled
        assert record.lowered <= record.adopted + record.hollow
        assert record.tabled == sum(isinstance(e, ev.Tabled) and e.body == record.body for e in over.session.events)
    empty = debrief(first_steps, over.view.names, [], {}, lambda _event: "")
    assert empty.records[0] == Record("nato", 0, 0, 0, 0, 0, ())


def test_a_draft_that_is_read_again_counts_once(first_steps: Scenario, over: Game) -> None:
    """Outvoted, read again lower and adopted: one draft, adopted, and none failed."""
    put = next(event for event in over.session.events if isinstance(event, ev.Tabled) and event.body == "eu")
    ends: list[ev.Event] = [
        ev.DraftDecided(
            day=put.day,
            known_to=ALL,
            body="eu",
            measure=put.measure,
            on=put.on,
            verdict=verdict,
            ambition=1,
            price=0,
        )
        for verdict in ("outvoted", "adopted")
    ]
    told = debrief(first_steps, over.view.names, [put, *ends], {}, lambda _event: "")
    assert told.records[1] == Record("eu", 1, 1, 0, 0, 1, ())
    assert "1 draft tabled, 1 adopted (1 of them at a second reading, lower)." in record_words(
        over.view.names, told.records[1]
    )


def test_a_seat_reads_its_own_turning_points_first(first_steps: Scenario, over: Game) -> None:
    """And of what councils decided, what its own did."""
    names = over.view.names
    bodies = column_of(over.view.world.measures, "body").tolist()
    others = {names.measures.title(row) for row, body in enumerate(bodies) if body != names.bodies.row("eu")}
    for seat in ALL:
        told = debrief(first_steps, names, over.session.events, over.course, over.telling.line, seat)
        own = [point.seat == seat for point in told.points]
        assert own == sorted(own, reverse=True)
        lines = [line for point in told.points if point.seat == "eu" for line in point.lines if " is adopted" in line]
        assert not [line for line in lines if line.split('"')[1] in others]


def put(body: str, measure: str, verdict: str, price: int) -> ev.DraftDecided:
    """What became of a draft in the first turn."""
    return ev.DraftDecided(
        day=1, known_to=ALL, body=body, measure=measure, on=None, verdict=verdict, ambition=1, price=price
    )


def moved(scenario: Scenario, aim: str, by: int) -> Course:
    """A course in which one objective alone moves in the first turn, by so much (1/1000 point)."""
    scores = {
        seat: [by * (name == aim) for name, objective in scenario.objectives.items() if objective.body == seat]
        for seat in ALL
    }
    return {0: {seat: [0] * len(row) for seat, row in scores.items()}, 1: scores}


def test_discord_is_told_by_the_drafts_of_the_other_councils(first_steps: Scenario, over: Game) -> None:
    """Those that were dearest where it rose, with the council's name; of its own decisions nothing, as they have no part in it."""
    names = over.view.names
    by_body: dict[str, list[str]] = {body: [] for body in ALL}
    for row, body in enumerate(column_of(over.view.world.measures, "body").tolist()):
        by_body[names.bodies.ids[body]].append(names.measures.ids[row])
    first = next(event for event in over.session.events if isinstance(event, ev.Tabled))
    sessions: list[ev.Event] = [first.model_copy(update={"body": body}) for body in ALL]
    cheap = [put("nato", measure, "adopted", 0) for measure in by_body["nato"][:MOST_LINES]]
    dear = put("eu", by_body["eu"][0], "blocked", 300)
    own = put("russia", by_body["russia"][0], "adopted", 0)
    course = moved(first_steps, "russia_discord", 5000)
    (point,) = debrief(first_steps, names, [*sessions, own, *cheap, dear], course, over.telling.line).points
    assert len(point.lines) == MOST_LINES
    assert point.lines[-1] == f"{first_steps.bodies['eu'].name}: {over.telling.line(dear)}"
    assert all(line.startswith(f"{first_steps.bodies['nato'].name}: ") for line in point.lines[:-1])
    course = moved(first_steps, "russia_discord", -5000)
    (point,) = debrief(first_steps, names, [*sessions, own, *cheap, dear], course, over.telling.line).points
    assert not [line for line in point.lines if over.telling.line(dear) in line]


def test_wars_are_told_with_land_and_losses(first_steps: Scenario, over: Game) -> None:
    """Regions and losses of the two states at war, whoever attacked in the single battle; who joins has a war of its own."""
    events = [
        ev.WentToWar(day=10, known_to=ALL, attacker="RUS", victim="EST"),
        ev.ControlChanged(day=20, known_to=ALL, place="EE-TALL", holder="RUS", before="EST"),
        ev.ControlChanged(day=40, known_to=ALL, place="EE-TALL", holder="EST", before="RUS"),
        battle("RUS", "EST", 300, 200),
        battle("EST", "RUS", 50, 70),
        battle("RUS", "LVA", 900, 900),
    ]
    war, joined = debrief(first_steps, over.view.names, events, {}, lambda _event: "").wars
    assert (joined.attacker, joined.victim, joined.lost) == ("RUS", "LVA", {"RUS": 900, "LVA": 900})
    assert (war.attacker, war.victim, war.day, war.taken, war.retaken) == ("RUS", "EST", 10, 1, 1)
    assert war.lost == {"RUS": 370, "EST": 250}


def test_gauges_are_kept_for_every_turn(over: Game, tmp_path: Path) -> None:
    """From the first assessment to the last, within their ranges."""
    assert sorted(over.gauges) == sorted(over.course)
    for gauges in over.gauges.values():
        assert 0 <= gauges.escalation <= 10
        assert set(gauges.threat) == set(ALL)
        assert all(0 <= value <= 100 for value in (*gauges.threat.values(), *gauges.unity.values()))
    first = over.gauges[0].land
    assert first["nato"] == pytest.approx(100.0)

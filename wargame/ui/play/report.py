"""The debrief as a page of Markdown, for a class to read or to keep."""

from __future__ import annotations

from collections.abc import Iterator

from wargame.catalogue import _, _n
from wargame.engine.account import DAYS_A_WEEK
from wargame.engine.headlines import Headlines
from wargame.engine.interests import EVERYBODY
from wargame.ui.play.debrief import Debrief, Record, TurningPoint, WarTold
from wargame.ui.play.game import Game

FULL = 1000.0


def report(game: Game, told: Debrief) -> str:
    """The whole page."""
    names = game.view.names
    last = game.course[max(game.course)]
    lines = ["# " + _("Debrief: {scenario}").format(scenario=game.scenario.title), "", _("## How it came out"), ""]
    for row, seat in enumerate(names.bodies.ids):
        lines.append(f"- {names.bodies.titles[row]}: {sum(last[seat]) / FULL:.1f}")
    lines += ["", _("## Turning points"), ""]
    for point in told.points:
        lines.append("- " + point_words(game, point))
        lines += ["  - " + line for line in point.lines]
    lines += ["", _("## The record of the councils"), ""]
    lines += ["- " + record_words(game, record) for record in told.records]
    lines += ["", _("## Wars"), ""]
    lines += ["- " + war_words(game, war) for war in told.wars] or [_("Nobody went to war.")]
    return "\n".join([*lines, "", _("## Chronicle"), "", *_chronicle(game)])


def _chronicle(game: Game) -> Iterator[str]:
    """Turn by turn, the headlines of each first: now that the game is over, those of a reader who looks on."""
    view, telling = game.view, game.telling
    days = int(view.world.course[0].weeks_a_turn) * DAYS_A_WEEK
    headlines = Headlines(view.world, view.names, game.scenario.first_day())
    for turn, heads, told in headlines.by_turn(game.session.events, days, EVERYBODY):
        yield from (
            "",
            "### " + _("Turn {turn}, from {date}").format(turn=turn + 1, date=telling.date(turn * days)),
            "",
        )
        yield from (f"- **{headline.words}**" for headline in heads)
        yield from (f"- {telling.date(day)}: {line}" for day, line in telling.lines(told))
        yield ""


def point_words(game: Game, point: TurningPoint) -> str:
    """A turning point in a sentence."""
    title = game.view.names.bodies.title(game.view.names.bodies.row(point.seat))
    change = f"{point.change:+.1f}".replace("-", "−")
    words = _("Turn {turn}, {side} {change} points: {aim}")
    return words.format(turn=point.turn, side=title, change=change, aim=point.aim)


def record_words(game: Game, record: Record) -> str:
    """What became of a body's drafts, in a sentence or two."""
    names = game.view.names
    title = names.bodies.title(names.bodies.row(record.body))
    words = _n(
        "{body}: {count} draft tabled, {adopted} adopted",
        "{body}: {count} drafts tabled, {adopted} adopted",
        record.tabled,
    )
    said = words.format(body=title, count=record.tabled, adopted=record.adopted + record.hollow)
    if record.lowered:
        said += _(" ({count} of them at a second reading, lower)").format(count=record.lowered)
    if record.hollow:
        said += _(" ({count} of them hollow)").format(count=record.hollow)
    if record.failed:
        said += _(", {count} failed").format(count=record.failed)
    if record.breakers:
        who = ", ".join(
            f"{names.countries.title(names.countries.row(c))} ({count})" for c, count in record.breakers[:4]
        )
        said += _("; broken by {states}").format(states=who)
    return said + "."


def war_words(game: Game, war: WarTold) -> str:
    """A war in a sentence."""
    countries = game.view.names.countries
    attacker, victim = (countries.title(countries.row(state)) for state in (war.attacker, war.victim))
    lost = ", ".join(
        _("{state} {brigades} brigades").format(
            state=countries.title(countries.row(state)), brigades=f"{war.lost[state] / FULL:.1f}"
        )
        for state in (war.attacker, war.victim)
    )
    words = _("{attacker} against {victim}, from {date}: {taken} regions taken, {back} retaken; lost: {lost}.")
    return words.format(
        attacker=attacker,
        victim=victim,
        date=game.telling.date(war.day),
        taken=war.taken,
        back=war.retaken,
        lost=lost,
    )

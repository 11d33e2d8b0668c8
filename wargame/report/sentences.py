"""The debrief in sentences: a turning point, the record of a body, a war."""

from __future__ import annotations

from wargame.catalogue import _, _n
from wargame.engine.telling import Telling
from wargame.model.names import Names
from wargame.report.debrief import Record, TurningPoint, WarTold

FULL = 1000.0


def point_words(names: Names, point: TurningPoint) -> str:
    """A turning point in a sentence."""
    title = names.bodies.title(names.bodies.row(point.seat))
    change = f"{point.change:+.1f}".replace("-", "−")
    words = _("Turn {turn}, {side} {change} points: {aim}")
    return words.format(turn=point.turn, side=title, change=change, aim=point.aim)


def record_words(names: Names, record: Record) -> str:
    """What became of a body's drafts, in a sentence or two."""
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


def war_words(names: Names, telling: Telling, war: WarTold) -> str:
    """A war in a sentence."""
    countries = names.countries
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
        date=telling.date(war.day),
        taken=war.taken,
        back=war.retaken,
        lost=lost,
    )

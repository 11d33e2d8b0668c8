"""What an inject waits for, moves and is told to, in words, for those who may know of it before it is told."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.catalogue import _, _n
from wargame.engine.phrases import INCIDENTS
from wargame.model.calendar import date_in_words
from wargame.model.codes import IncidentKind
from wargame.model.injects import OF_A_SIDE, InjectEffect, When
from wargame.model.names import Names
from wargame.model.shifts import Shift

EFFECTS = {
    Shift.OPINION: _("public support in {whose} for a firm policy {by} %"),
    Shift.GOVERNMENT: _("support of the government of {whose} {by} %"),
    Shift.PRICES: _("prices in {whose} {by} %"),
    Shift.ESCALATION: _("escalation {by} rungs"),
    Shift.CHANNELS: _("open channels {by} %"),
    Shift.COHESION: _("cohesion of {whose} {by} %"),
    Shift.INFLUENCE: _("influence of {whose} {by} points"),
    Shift.FUNDS: _("common money of {whose} {by} EUR m"),
    Shift.INCIDENT: _("an act against {whose}, of severity {by}"),
}
"""What is moved, by how much."""


def moved_words(what: Shift, whose: str, size: float) -> str:
    """What is moved, whose, by how much."""
    said = f"{size:g}" if what is Shift.INCIDENT else f"{size:+g}".replace("-", "−")
    return EFFECTS[what].format(whose=whose, by=said)


def effect_words(names: Names, effect: InjectEffect) -> str:
    """One thing that an inject moves, or an act that it brings."""
    roll = names.bodies if effect.effect in OF_A_SIDE else names.countries
    whose = roll.title(roll.row(effect.of))
    if effect.effect is not Shift.INCIDENT:
        return moved_words(effect.effect, whose, effect.size)
    what = INCIDENTS[(effect.kind or IncidentKind.CYBER).name.lower()]
    author = names.countries.title(names.countries.row(effect.by))
    says = _("{what} of severity {severity} against {state}, by {author}") if author else ""
    says = says or _("{what} of severity {severity} against {state}, by nobody who could be found")
    return says.format(what=what, severity=round(effect.size), state=whose, author=author)


def when_words(names: Names, when: When | None) -> str:
    """What an inject waits for."""
    if when is None:
        return _("only when it is released")
    parts: list[str] = []
    if when.turn is not None:
        parts.append(_("from turn {turn} on").format(turn=when.turn))
    if when.day is not None:
        parts.append(_("from {date} on").format(date=date_in_words(when.day.toordinal())))
    if when.until is not None:
        parts.append(_("until {date}").format(date=date_in_words(when.until.toordinal())))
    if when.escalation is not None:
        parts.append(_("when escalation is at {rungs} or above").format(rungs=f"{when.escalation:g}"))
    if when.war is not None:
        parts.append(_("while {one} and {other} are at war").format(**_pair(names, when.war)))
    if when.weeks is not None:
        weeks = _n("once that has lasted {count} week", "once that has lasted {count} weeks", when.weeks)
        parts.append(weeks.format(count=when.weeks))
    if when.peace is not None:
        parts.append(_("while {one} and {other} are not at war").format(**_pair(names, when.peace)))
    return "; ".join(parts) or _("at the first briefing")


def _pair(names: Names, pair: tuple[str, str]) -> dict[str, str]:
    titles = [names.countries.title(names.countries.row(name)) for name in pair]
    return {"one": titles[0], "other": titles[1]}


def told_to_words(names: Names, to: str | None) -> str:
    """Who is told."""
    return (
        _("told to all")
        if to is None
        else _("told to {side} alone").format(side=names.bodies.title(names.bodies.row(to)))
    )


def listed_words(parts: Iterable[str]) -> str:
    """What is to be said of an inject, on one line."""
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def truth_words(source: str | None) -> str:
    """Where an inject is from: a source, or nowhere."""
    return _("Invented.") if source is None else _("Source: {source}").format(source=source.rstrip("."))

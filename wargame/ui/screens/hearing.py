"""Drafts of a session as they were heard in the open, from tabling to decision, and as declarations."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wargame.catalogue import _
from wargame.engine.articles import running
from wargame.model import events as ev
from wargame.model.names import Names
from wargame.model.orders import TableDraft
from wargame.ui.kit.markup import plain

ADOPTED = ("adopted", "hollow")


@dataclass
class Hearing:
    """A draft from its tabling to its end, as it was heard in the open."""

    tabled: ev.Tabled
    readings: list[list[ev.PositionTaken]] = field(default_factory=list)  # one for each ambition it was read at
    decided: ev.DraftDecided | None = None

    @property
    def adopted(self) -> bool:
        """It became a text."""
        return self.decided is not None and self.decided.verdict in ADOPTED

    @property
    def spoken(self) -> int:
        """How many positions were taken, all readings together."""
        return sum(len(reading) for reading in self.readings)


def hearings(events: Sequence[ev.Event]) -> list[Hearing]:
    """The drafts of a session in their order."""
    found: list[Hearing] = []
    for event in events:
        match event:
            case ev.Tabled():
                found.append(Hearing(event))
            case ev.PositionTaken() if found:
                readings = found[-1].readings
                if not readings or _apart(readings[-1][0], event):
                    readings.append([])
                readings[-1].append(event)
            case ev.DraftDecided() if found:
                found[-1].decided = event
            case _:
                pass
    return found


def _apart(one: ev.PositionTaken, other: ev.PositionTaken) -> bool:
    """Two positions were taken at different readings: at another ambition, or in another council."""
    return (one.ambition, one.body) != (other.ambition, other.body)


def heard_so_far(hearing: Hearing, count: int) -> Hearing:
    """A draft when only so many positions have been taken: undecided until the last."""
    if count >= hearing.spoken:
        return hearing
    readings: list[list[ev.PositionTaken]] = []
    for reading in hearing.readings:
        if count > 0:
            readings.append(reading[:count])
        count -= len(reading)
    return Hearing(hearing.tabled, readings)


def heard_events(events: Sequence[ev.Event], count: int) -> int:
    """How many events of a session are heard when only so many positions have been taken: up to the next position or draft."""
    spoken, drafts = 0, 0
    for number, event in enumerate(events):
        if isinstance(event, ev.PositionTaken):
            if spoken == count:
                return number
            spoken += 1
        elif isinstance(event, ev.Tabled):
            if spoken == count and drafts:
                return number
            drafts += 1
    return len(events)


def declaration(hearing: Hearing, names: Names, date: Callable[[int], str]) -> str:
    """The text as it goes into the archive, in the window's markup: head, what is decided, for whom, and who reserved."""
    decided = hearing.decided
    assert decided is not None
    body = names.bodies.title(names.bodies.row(decided.body))
    row = names.measures.row(decided.measure)
    lines = [
        "*" + _("Declaration, {body}, {date}").format(body=body, date=date(decided.day)) + "*",
        plain(names.texts[row]),
    ]
    about = address(hearing.tabled, names)
    if about:
        lines.append(plain(_("Decided at ambition {level}: {about}.").format(about=about, level=decided.ambition)))
    for position, words in (("reserved", _("Reserved: {states}.")), ("supports", _("In favour: {states}."))):
        states = [
            names.countries.title(names.countries.row(event.member))
            for event in (hearing.readings[-1] if hearing.readings else [])
            if event.position == position
        ]
        if states:
            lines.append(plain(words.format(states=", ".join(states))))
    return "\n".join(lines)


def address(tabled: ev.Tabled | TableDraft, names: Names) -> str:
    """Whom a draft names, in words; empty for nobody."""
    parts, roll = [], names.countries
    if tabled.against:
        parts.append(_("concerning {state}").format(state=running(roll.title(roll.row(tabled.against)))))
    if tabled.helps:
        parts.append(_("for {state}").format(state=running(roll.title(roll.row(tabled.helps)))))
    if tabled.on:
        parts.append(_("in {place}").format(place=names.places.title(names.places.row(tabled.on))))
    return ", ".join(parts)

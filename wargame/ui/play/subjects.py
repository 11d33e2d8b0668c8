"""A long agenda by subject: what presses most stands first, the rest under what it is about, what is out of reach last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import takewhile
from typing import Final

from wargame.catalogue import _
from wargame.model.codes import MeasureKind
from wargame.model.view import View
from wargame.ui.play.drafting import Item
from wargame.ui.play.lapsing import date_of

FOREMOST = 5  # lines of a long agenda that stand above all subjects
LONG = 8  # open lines from which on an agenda is told by subject


class Subject(Enum):
    """What measures are about, in the order in which an agenda tells them."""

    FORCES = auto()
    PRESSURE = auto()
    HELP = auto()
    HOME = auto()
    COURSE = auto()


TITLES: Final = {
    Subject.FORCES: _("Forces and deterrence"),
    Subject.PRESSURE: _("Sanctions and pressure"),
    Subject.HELP: _("Help, partners, operations"),
    Subject.HOME: _("Resilience, energy, industry"),
    Subject.COURSE: _("Diplomacy and the course of the council"),
}
KINDS: Final = {
    Subject.FORCES: (
        MeasureKind.PRESENCE,
        MeasureKind.READINESS,
        MeasureKind.MOBILITY,
        MeasureKind.EXERCISE,
        MeasureKind.COLLECTIVE_DEFENCE,
        MeasureKind.POSTURE,
        MeasureKind.NUCLEAR_USE,
        MeasureKind.NUCLEAR_ANSWER,
        MeasureKind.BUDGET,
    ),
    Subject.PRESSURE: (
        MeasureKind.SANCTIONS,
        MeasureKind.REVENUE,
        MeasureKind.CUT_OFF,
        MeasureKind.ATTRIBUTION,
        MeasureKind.SIGNAL,
        MeasureKind.WAR,
    ),
    Subject.HELP: (
        MeasureKind.AID,
        MeasureKind.FINANCE,
        MeasureKind.PARTNERSHIP,
        MeasureKind.OPERATION,
        MeasureKind.MISSION,
        MeasureKind.BERLIN_PLUS,
    ),
    Subject.HOME: (MeasureKind.RESILIENCE, MeasureKind.HYBRID, MeasureKind.ENERGY, MeasureKind.INDUSTRY),
    Subject.COURSE: (
        MeasureKind.TRANSPARENCY,
        MeasureKind.RESTRAINT,
        MeasureKind.CEASEFIRE,
        MeasureKind.RESOLUTION,
        MeasureKind.CONCEPT,
        MeasureKind.INTEGRATION,
    ),
}
SUBJECTS: Final = {kind: subject for subject, kinds in KINDS.items() for kind in kinds}


@dataclass(frozen=True)
class Section:
    """Lines of an agenda under one title; "" for those that stand first."""

    title: str
    items: tuple[Item, ...]


def sections(view: View, items: Sequence[Item]) -> list[Section]:
    """An agenda in sections, each in the order it had; a short one in one, but for what soon runs out."""
    ending = [item for item in items if item.is_running_out][:FOREMOST]
    before = list(takewhile(lambda item: item.is_open and item not in ending, items)) if ending else []
    head = [Section("", tuple(before))] if before else []
    head += _running_out(view, ending)
    rest = [item for item in items if item not in before and item not in ending]
    return head + _by_subject(view, rest, _("Most pressing of the rest") if head else "")


def _running_out(view: View, ending: Sequence[Item]) -> list[Section]:
    """What runs out, under the day on which it does."""
    days = dict.fromkeys(item.until for item in ending)
    says = _("Runs out on {date}, is prolonged if tabled again")
    return [
        Section(says.format(date=date_of(view, day)), tuple(item for item in ending if item.until == day))
        for day in days
    ]


def _by_subject(view: View, items: Sequence[Item], title: str) -> list[Section]:
    is_open = [item for item in items if item.is_open]
    if len(is_open) < LONG:
        return [Section(title, tuple(items))] if items or not title else []
    told = [Section(title, tuple(is_open[:FOREMOST]))]
    for subject in Subject:
        about = tuple(item for item in is_open[FOREMOST:] if subject_of(view, item) is subject)
        told += [Section(TITLES[subject], about)] if about else []
    shut = tuple(item for item in items if not item.is_open)
    return [*told, Section(_("Out of reach now"), shut)] if shut else told


def subject_of(view: View, item: Item) -> Subject:
    """What a line of the agenda is about."""
    measure = view.world.measures[view.names.measures.row(item.measure)]
    return SUBJECTS[MeasureKind(measure.kind)]

"""The session: what was tabled, what each member said and why, the verdict, and the text as a declaration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from wargame.model import events as ev
from wargame.model.codes import Position
from wargame.ui.kit.bar import Part, StackedBar
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Badge, Label, heading, title
from wargame.ui.kit.layout import Column, Cross, Row, Rule, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.positions import PATTERNS, SIGNS, TONES, counted
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG
from wargame.ui.words.catalogue import _, _n

HEADS = {
    "objects": "{bad:" + _("Against:") + "}",
    "reserved": "{warn:" + _("Reserved:") + "}",
    "supports": "{good:" + _("In favour:") + "}",
}
ADOPTED = ("adopted", "hollow")


@dataclass
class Hearing:
    """A draft from its tabling to its end, as it was heard in the open."""

    tabled: ev.Tabled
    readings: list[list[ev.PositionTaken]] = field(default_factory=list)  # one for each ambition it was read at
    decided: ev.DraftDecided | None = None


def hearings(events: Sequence[ev.Event]) -> list[Hearing]:
    """The drafts of a session in their order."""
    found: list[Hearing] = []
    for event in events:
        match event:
            case ev.Tabled():
                found.append(Hearing(event))
            case ev.PositionTaken() if found:
                readings = found[-1].readings
                if not readings or readings[-1][0].ambition != event.ambition:
                    readings.append([])
                readings[-1].append(event)
            case ev.DraftDecided() if found:
                found[-1].decided = event
            case _:
                pass
    return found


class Chamber:
    """The page of a session that is over."""

    def __init__(self, hall: Hall, events: Sequence[ev.Event]) -> None:
        self._hall, self._events = hall, tuple(events)

    writing = False

    def begin_first(self) -> None:
        """Nothing is begun here."""

    def pick(self, place: str, formation: str) -> bool:
        """Nothing is ordered here."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The seat's own side."""
        return None

    def rail(self) -> Widget:
        """What else the session brought: forces given, contributions."""
        hall = self._hall
        drafts = hearings(self._events)
        adopted = sum(d.decided is not None and d.decided.verdict in ADOPTED for d in drafts)
        says = _n(
            "{count} draft was put, {adopted} adopted.", "{count} drafts were put, {adopted} adopted.", len(drafts)
        )
        says = says.format(count=len(drafts), adopted=adopted)
        rows: list[Widget] = [heading(_("The session")), Prose("session.says", plain(says))]
        others = [e for e in self._events if isinstance(e, (ev.Contributed, ev.RequestAnswered, ev.Transferred))]
        lines = [line for _day, line in hall.game.telling.lines(others)]
        if lines:
            rows += [heading(_("Forces")), Prose("session.forces", "\n".join("- " + plain(line) for line in lines))]
        on = Button("next", _("On to the orders"), hall.go_on, _("The session rises"), Kind.PRIMARY, "chevron-right")
        return Column(Scroll(Column(*rows, gap=6), "session.more", _("Scroll with the arrows")).growing(), Rule(), on)

    def middle(self) -> Widget | None:
        """The drafts one below the other."""
        cards = [self._card(number, hearing) for number, hearing in enumerate(hearings(self._events))]
        if not cards:
            cards = [panel(Label(_("No side tabled anything in the open."), STRONG))]
        scroll = Scroll(Column(*cards, gap=10), "chamber", _("Scroll with the arrows"))
        return Column(title(_("What was decided")), scroll.growing(), gap=10, pad=12)

    def _card(self, number: int, hearing: Hearing) -> Widget:
        names = self._hall.view.names
        tabled, decided = hearing.tabled, hearing.decided
        mark = self._hall.sheets.mark_of_side(tabled.body)
        measure = names.measures.title(names.measures.row(tabled.measure))
        verdict, tone = self._verdict(decided)
        head = Row(Badge(mark), heading(measure).growing(), Label(verdict, STRONG, tone), cross=Cross.MIDDLE)
        rows: list[Widget] = [head, Label(self._about(tabled), SMALL, Tone.DIM)]
        for reading in hearing.readings:
            rows += self._reading(number, reading)
        if decided is not None and decided.verdict == "blocked" and not _objections(hearing):
            rows.append(Label(_("Too much was reserved for it to carry."), SMALL, Tone.WARN))
        if decided is not None and decided.verdict in ADOPTED:
            rows.append(Prose(f"declaration.{number}", self._declaration(hearing, decided)))
        return panel(*rows)

    def _verdict(self, decided: ev.DraftDecided | None) -> tuple[str, Tone]:
        if decided is None:
            return "", Tone.DIM
        words = {
            "adopted": _("adopted"),
            "hollow": _("adopted, but hollow"),
            "blocked": _("blocked"),
            "outvoted": _("outvoted"),
            "unafforded": _("dropped for want of means"),
            "barred": _("no longer admissible"),
        }
        return words[decided.verdict], Tone.GOOD if decided.verdict in ADOPTED else Tone.BAD

    def _about(self, tabled: ev.Tabled) -> str:
        names = self._hall.view.names
        parts = [names.bodies.title(names.bodies.row(tabled.body)), _("ambition {level}").format(level=tabled.ambition)]
        if tabled.against:
            parts.append(
                _("in answer to {state}").format(state=names.countries.title(names.countries.row(tabled.against)))
            )
        if tabled.helps:
            parts.append(_("for {state}").format(state=names.countries.title(names.countries.row(tabled.helps))))
        if tabled.on:
            parts.append(_("on {place}").format(place=names.places.title(names.places.row(tabled.on))))
        return " · ".join(parts)

    def _reading(self, number: int, reading: Sequence[ev.PositionTaken]) -> list[Widget]:
        counts = {p: sum(e.position == p.name.lower() for e in reading) for p in reversed(Position)}
        parts = [Part(count, TONES[p], PATTERNS[p], SIGNS[p]) for p, count in counts.items() if count]
        told = _("Read at ambition {level}: ").format(level=reading[0].ambition)
        words = told + counted(counts)
        lines = "\n".join(self._spoken(reading))
        said: list[Widget] = [Prose(f"said.{number}.{reading[0].ambition}", lines)] if lines else []
        return [Label(words, SMALL, Tone.DIM), StackedBar(parts, words), *said]

    def _spoken(self, reading: Sequence[ev.PositionTaken]) -> list[str]:
        """Positions with their reasons, those who give the same one together, objections first."""
        names, telling = self._hall.view.names.countries, self._hall.game.telling
        together: dict[tuple[int, str], list[str]] = {}
        for event in reading:
            if event.position != "silent":
                key = (list(HEADS).index(event.position), telling.why(event))
                together.setdefault(key, []).append(names.title(names.row(event.member)))
        heads = list(HEADS.values())
        return [
            f"- {heads[place]} {plain(', '.join(who) + _shared(why, len(who)))}."
            for (place, why), who in sorted(together.items())
        ]

    def _declaration(self, hearing: Hearing, decided: ev.DraftDecided) -> str:
        """The text as it goes into the archive."""
        names = self._hall.view.names
        row = names.measures.row(decided.measure)
        body = names.bodies.title(names.bodies.row(decided.body))
        date = self._hall.game.telling.date(decided.day)
        reserved = [
            names.countries.title(names.countries.row(event.member))
            for event in (hearing.readings[-1] if hearing.readings else [])
            if event.position == "reserved"
        ]
        lines = [
            "*" + _("Declaration of {body}, {date}").format(body=body, date=date) + "*",
            plain(names.texts[row]),
        ]
        if reserved:
            lines.append(plain(_("Reserved: {states}.").format(states=", ".join(reserved))))
        return "\n".join(lines)


def _shared(why: str, many: int) -> str:
    """A reason of one as the reason of several."""
    return why.replace(": it ", ": each ", 1) if many > 1 else why


def _objections(hearing: Hearing) -> int:
    """Objections at the last reading."""
    return sum(event.position == "objects" for event in (hearing.readings[-1] if hearing.readings else ()))

"""The session: what was tabled, silence running, what each member said and why, the verdict, the text as a declaration."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _, _n
from wargame.engine.articles import running
from wargame.model import events as ev
from wargame.model.codes import DecisionRule, Position
from wargame.rules.council import rule_at
from wargame.rules.law import plain as plain_law
from wargame.ui.kit.beat import Beat
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Badge, Label, heading, title
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.hearing import Hearing, address, declaration, heard_events, heard_so_far, hearings
from wargame.ui.screens.hemicycle import Hemicycle, Seat
from wargame.ui.screens.positions import counted
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

OPENS, CLOSES = 12, 18  # hours of the day: a text lies under silence from noon to six
SESSION = 6000  # milliseconds that a session takes to be heard
SLOWEST, QUICKEST = 400, 30  # milliseconds a member
FORCES = (ev.Contributed, ev.RequestAnswered, ev.Transferred, ev.Recalled)
DEMANDS = (ev.DemandMet,)
ORDER = ("objects", "reserved", "silent", "supports")  # from the left of the half circle
HEADS = {
    "objects": "{bad:" + _("Against:") + "}",
    "reserved": "{warn:" + _("Reserved:") + "}",
    "supports": "{good:" + _("In favour:") + "}",
}


class Chamber:
    """The page of a session: silence runs, member after member is heard, until the last draft is decided."""

    writing = False

    def __init__(self, hall: Hall, events: Sequence[ev.Event]) -> None:
        self._hall, self._events = hall, tuple(events)
        self._drafts = hearings(self._events)
        self._positions = sum(draft.spoken for draft in self._drafts)
        self._heard = 0  # positions heard so far
        self._clock = Beat(self._hear_next)
        if self._positions:
            self._clock.run(min(max(SESSION // self._positions, QUICKEST), SLOWEST))

    @property
    def silent(self) -> bool:
        """Every member has been heard."""
        return self._heard >= self._positions

    @property
    def still_to_hear(self) -> int:
        """How many of the session's events, from the end, nobody has heard yet: nothing of a draft before its card is shown."""
        return 0 if self.silent else len(self._events) - heard_events(self._events, self._heard)

    def hear_all(self) -> None:
        """The end of the session, at once."""
        self._heard = self._positions
        self._clock.stop()
        self._hall.refresh()

    def _hear_next(self) -> None:
        self._heard += 1
        if self.silent:
            self._clock.stop()
        self._hall.refresh()

    def begin_first(self) -> None:
        """Hear the session to its end."""
        self.hear_all()

    def pick(self, place: str, formation: str) -> bool:
        """Nothing is ordered here."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The seat's own side."""
        return None

    def rail(self) -> Widget:
        """What else the session brought: forces given, contributions."""
        hall = self._hall
        adopted = sum(draft.adopted for draft in self._drafts)
        count = len(self._drafts)
        says = _n("{count} draft was put, {adopted} adopted.", "{count} drafts were put, {adopted} adopted.", count)
        says = says.format(count=count, adopted=adopted)
        if not self.silent:
            says = _("Silence runs. {heard} of {all} have been heard.").format(heard=self._heard, all=self._positions)
        rows: list[Widget] = [heading(_("The session")), Prose("session.says", plain(says)), self._clock]
        if self.silent:
            rows += self._told("session.forces", _("Forces"), FORCES)
            rows += self._told("session.demands", _("Demands"), DEMANDS)
        archive = Button("archive", _("Archive"), hall.open_archive, _("All declarations so far"), icon="scroll-text")
        archive.blocked = "" if self.silent else _("Hear the session first.")
        if self.silent:
            on = Button("next", _("To the orders"), hall.go_on, _("The session rises"), Kind.PRIMARY, "chevron-right")
        else:
            on = Button(
                "next", _("Hear all"), self.hear_all, _("To the end of the session"), Kind.PRIMARY, "fast-forward"
            )
        more = Scroll(Column(*rows, gap=6), "session.more", _("Scroll with the arrows")).growing()
        return Column(more, Rule(), Row(archive, gap(), on))

    def _told(self, key: str, head: str, kinds: tuple[type[ev.EventBase], ...]) -> list[Widget]:
        """Events of some kinds in the sentences of the chronicle, under a heading; nothing where there are none."""
        told = self._hall.game.telling.lines(event for event in self._events if isinstance(event, kinds))
        lines = "\n".join("- " + plain(line) for _day, line in told)
        return [heading(head), Prose(key, lines)] if lines else []

    def middle(self) -> Widget | None:
        """The drafts one below the other, as far as they have been heard."""
        cards: list[Widget] = []
        left = self._heard
        for number, draft in enumerate(self._drafts):
            if left < 0 or (left == 0 and not self.silent and cards):
                break
            cards.append(self._card(number, heard_so_far(draft, left), draft))
            left -= draft.spoken
        if not cards:
            cards = [panel(Label(_("No side tabled anything in the open."), STRONG))]
        scroll = Scroll(
            Column(*(cards if self.silent else cards[::-1]), gap=10), "chamber", _("Scroll with the arrows")
        )
        return Column(title(_("What was decided")), scroll.growing(), gap=10, pad=12)

    def _card(self, number: int, hearing: Hearing, whole: Hearing) -> Widget:
        names = self._hall.view.names
        tabled, decided = hearing.tabled, hearing.decided
        mark = self._hall.sheets.mark_of_side(tabled.body)
        measure = names.measures.title(names.measures.row(tabled.measure))
        verdict, tone = self._verdict(decided)
        end = [Label(verdict, STRONG, tone)] if verdict else []
        head = Row(Badge(mark), heading(measure).growing(), *end, cross=Cross.MIDDLE)
        rows: list[Widget] = [head, Label(self._about(tabled), SMALL, Tone.DIM)]
        for place, reading in enumerate(hearing.readings):
            rows += self._reading(number, reading, whole.readings[place])
        if decided is not None and decided.verdict == "blocked" and not _objections(hearing):
            rows.append(Label(_("Too much was reserved for it to carry."), SMALL, Tone.WARN))
        if hearing.adopted:
            text = declaration(hearing, names, self._hall.game.telling.date)
            rows.append(Prose(f"declaration.{number}", text))
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
            "agreed": _("agreed, the other council is heard"),
        }
        tones = {"adopted": Tone.GOOD, "hollow": Tone.WARN}
        return words[decided.verdict], tones.get(decided.verdict, Tone.BAD)

    def _about(self, tabled: ev.Tabled) -> str:
        names = self._hall.view.names
        parts = [names.bodies.title(names.bodies.row(tabled.body)), _("ambition {level}").format(level=tabled.ambition)]
        about = address(tabled, names)
        return " · ".join([*parts, about] if about else parts)

    def _reading(
        self, number: int, heard: Sequence[ev.PositionTaken], whole: Sequence[ev.PositionTaken]
    ) -> list[Widget]:
        """A reading as far as it has been heard: the clock, the half circle, the count, and what was said."""
        counts = {p: sum(e.position == p.name.lower() for e in heard) for p in reversed(Position)}
        ambition = whole[0].ambition
        bodies = self._hall.view.names.bodies
        told = _("{body}, read at ambition {level}: ").format(
            body=bodies.title(bodies.row(whole[0].body)), level=ambition
        )
        said = {event.member: event for event in heard}
        order = sorted(whole, key=lambda e: (ORDER.index(e.position), e.member))
        seats = [self._taken(event) if event.member in said else self._awaited(event) for event in order]
        rows: list[Widget] = [
            Label(told + counted(counts), SMALL, Tone.DIM),
            Label(self._clock_words(heard, whole), SMALL, Tone.WARN if counts[Position.OBJECTS] else Tone.LINK),
            Hemicycle(f"heard.{number}.{whole[0].body}.{ambition}", seats),
        ]
        lines = "\n".join(self._spoken(heard))
        return [*rows, Prose(f"said.{number}.{whole[0].body}.{ambition}", lines)] if lines else rows

    def _clock_words(self, heard: Sequence[ev.PositionTaken], whole: Sequence[ev.PositionTaken]) -> str:
        """The hour on the clock of the silence procedure; when silence was broken, by whom first. Where there is a vote, how far it is."""
        if self._is_vote(whole[0]):
            told = _("{count} of {all} have voted").format(count=len(heard), all=len(whole))
            return told if len(heard) < len(whole) else _("All have voted")
        broken = next((n for n, event in enumerate(heard) if event.position == "objects"), None)
        if broken is not None:
            names = self._hall.view.names.countries
            state = running(names.title(names.row(heard[broken].member)))
            return _("Silence broken at {time} by {state}").format(time=_hour(broken + 1, len(whole)), state=state)
        if len(heard) < len(whole):
            return _("{time}: silence holds until {end}").format(time=_hour(len(heard), len(whole)), end=_hour(1, 1))
        return _("Silence held until {end}").format(end=_hour(1, 1))

    def _is_vote(self, event: ev.PositionTaken) -> bool:
        """The council votes on this measure, and does not put it under silence."""
        view = self._hall.view
        measure, body = view.world.measures[view.names.measures.row(event.measure)], view.names.bodies.row(event.body)
        limit = int(view.world.bodies[body].abstain_limit)
        return bool(plain_law(rule_at)(int(measure.rule), int(measure.body == body), limit) != DecisionRule.SILENCE)

    def _awaited(self, event: ev.PositionTaken) -> Seat:
        names = self._hall.view.names.countries
        return Seat(event.member, names.title(names.row(event.member)), None)

    def _taken(self, event: ev.PositionTaken) -> Seat:
        return Seat(event.member, self._hall.game.telling.position(event), Position[event.position.upper()])

    def _spoken(self, reading: Sequence[ev.PositionTaken]) -> list[str]:
        """Positions with their reasons, those who give the same one together, objections first."""
        names, telling = self._hall.view.names.countries, self._hall.game.telling
        together: dict[tuple[int, str], list[ev.PositionTaken]] = {}
        for event in reading:
            if event.position != "silent":
                key = (list(HEADS).index(event.position), telling.why(event))
                together.setdefault(key, []).append(event)
        heads, lines = list(HEADS.values()), []
        for (place, _why), alike in sorted(together.items(), key=lambda item: item[0]):
            who = ", ".join(names.title(names.row(event.member)) for event in alike)
            lines.append(f"- {heads[place]} {plain(who + telling.why(alike[0], len(alike)))}.")
        return lines


def _hour(part: int, whole: int) -> str:
    """The hour of the day when so much of the time that a text lies under silence has run: from noon to six."""
    minutes = OPENS * 60 + (CLOSES - OPENS) * 60 * part // max(whole, 1)
    return f"{minutes // 60}:{minutes % 60:02d}"


def _objections(hearing: Hearing) -> int:
    """Objections at the last reading."""
    return sum(event.position == "objects" for event in (hearing.readings[-1] if hearing.readings else ()))

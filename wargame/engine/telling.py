"""Events in sentences for the screen: the chronicle's own, but that a member's terms stay with the member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wargame.catalogue import _, _n
from wargame.engine.articles import begun, running
from wargame.engine.chronicle import Teller
from wargame.engine.manner import Manner
from wargame.engine.phrases import Speaks, because, crossed, leaning
from wargame.engine.runs import Told, runs
from wargame.model import events as ev
from wargame.model.calendar import date_in_short, date_in_words, day_and_month
from wargame.model.names import Names

UNSPOKEN = ("disposition", "lobbying")  # terms that no member tells of


class Telling:
    """Lines for the message log and the pages of session and resolution."""

    def __init__(self, names: Names, first_day: int, manners: Mapping[str, Manner]) -> None:
        self._names, self._first, self._manners = names, first_day, manners
        self._teller = Teller(names, first_day, manners)

    def line(self, event: ev.Event) -> str:
        """One event as a sentence; empty for what is not worth one."""
        match event:
            case ev.PositionTaken():
                return "" if event.position == "silent" else self.position(event)
            case ev.Chosen():
                return ""
            case _:
                return self._teller.line(event)

    def told(self, events: Iterable[ev.Event], before: ev.Event | None = None) -> Iterator[Told]:
        """A line for each event worth one; `before` is what was heard before them. A draft that is read again is told of too."""
        decided = before if isinstance(before, ev.DraftDecided) else None
        for event in events:
            if isinstance(event, ev.PositionTaken) and decided is not None:
                yield Told(decided, self._teller.read_again(event, decided))
            line = self.line(event)
            if line:
                yield Told(event, line)
            if isinstance(event, ev.DraftDecided):
                decided = event
            elif isinstance(event, ev.Tabled | ev.PositionTaken):
                decided = None

    def folded(self, told: Sequence[Told]) -> list[tuple[int, str]]:
        """Day and sentence of each line, those of one run in one; of one reading or request, those who say the same."""
        return [(run[0].event.day, line) for run in runs(told) for line in self._together(run)]

    def _together(self, run: Sequence[Told]) -> list[str]:
        positions = [each.event for each in run if isinstance(each.event, ev.PositionTaken)]
        if len(run) == 1:
            return [run[0].line]
        answers = [each.event for each in run if isinstance(each.event, ev.RequestAnswered)]
        if answers:
            return [self._teller.together(group) for group in _by_reason(answers)]
        return self._alike(positions) if positions else [self._teller.together([each.event for each in run])]

    def _alike(self, positions: Sequence[ev.PositionTaken]) -> list[str]:
        """Members that take the same position for the same reason, together."""
        found: dict[tuple[str, str], list[ev.PositionTaken]] = {}
        for event in positions:
            found.setdefault((event.position, self.why(event)), []).append(event)
        return [self.position(group[0]) if len(group) == 1 else self._said_by(group) for group in found.values()]

    def _said_by(self, group: Sequence[ev.PositionTaken]) -> str:
        names, count = self._names.countries, len(group)
        said = {
            "objects": _n("{count} breaks silence: {states}{why}.", "{count} break silence: {states}{why}.", count),
            "reserved": _n(
                "{count} records a reservation: {states}{why}.", "{count} record reservations: {states}{why}.", count
            ),
            "supports": _n("{count} supports it: {states}{why}.", "{count} support it: {states}{why}.", count),
        }[group[0].position]
        states = ", ".join(names.title(names.row(event.member)) for event in group)
        return said.format(count=count, states=states, why=self.why(group[0], count))

    def lines(self, events: Iterable[ev.Event]) -> list[tuple[int, str]]:
        """Day and sentence of all that is worth one."""
        return self.folded(list(self.told(events)))

    def date(self, day: int) -> str:
        """A day since the start as a date."""
        return date_in_words(self._first + day)

    def short_date(self, day: int) -> str:
        """The same in short."""
        return date_in_short(self._first + day)

    def day_and_month(self, day: int) -> str:
        """The same without its year."""
        return day_and_month(self._first + day)

    def position(self, event: ev.PositionTaken) -> str:
        """What a member said in the open: its position and its reason in words, without the figures behind it."""
        said = {
            "objects": _("{state} breaks silence{why}."),
            "reserved": _("{state} records a reservation{why}."),
            "supports": _("{state} supports it{why}."),
            "silent": _("{state} stays silent."),
        }[event.position]
        row = self._names.countries.row(event.member)
        return begun(said.format(state=running(self._names.countries.title(row)), why=self.why(event)))

    def why(self, event: ev.PositionTaken, members: int = 1) -> str:
        """The reason that a member gives, or so many alike, as the end of a sentence. What it keeps to itself is none."""
        if event.position == "objects" and event.support >= 0:
            return crossed(members)
        spoken = {name: size for name, size in event.terms.items() if name not in UNSPOKEN}
        return because(spoken, leaning(event.position), members, self._manners[event.measure])


def _by_reason(answers: Iterable[ev.RequestAnswered]) -> list[list[ev.RequestAnswered]]:
    """Answers to a request, those for one reason together, in the order in which each was first heard."""
    found: dict[str, list[ev.RequestAnswered]] = {}
    for event in answers:
        found.setdefault(because(event.terms, Speaks(not event.gives)), []).append(event)
    return list(found.values())

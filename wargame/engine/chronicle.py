"""The chronicle: events told in sentences, so that a person follows who wanted what, who broke silence and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from wargame.catalogue import _
from wargame.engine.articles import begun
from wargame.engine.chronicle_councils import CouncilTeller
from wargame.engine.chronicle_forces import ForceTeller
from wargame.engine.chronicle_injects import InjectTeller
from wargame.engine.chronicle_states import StateTeller
from wargame.engine.manner import Manner
from wargame.engine.phrases import signed
from wargame.engine.titles import Titles
from wargame.model import events as ev
from wargame.model.calendar import date_in_words
from wargame.model.names import Names


class Teller:
    """Tells the events of one game, with its names, dates and the manners of its measures."""

    def __init__(self, names: Names, first_day: int, manners: Mapping[str, Manner]) -> None:
        self._first = first_day
        titles = Titles(names)
        self._councils, self._forces, self._states = (
            CouncilTeller(titles, manners),
            ForceTeller(titles),
            StateTeller(titles),
        )
        self._injects = InjectTeller(titles)

    def tell(self, events: Iterable[ev.Event]) -> Iterator[str]:
        """A line for each event worth a line, headed by the date where it changes."""
        today = -1
        for event in events:
            if isinstance(event, ev.PositionTaken) and self._councils.is_read_again:
                yield "  " + self._councils.read_again(event)
            line = self.line(event)
            if not line:
                continue
            if event.day != today:
                today = event.day
                yield f"== {self.date(event.day)}"
            yield f"  {line}"
            if isinstance(event, ev.Injected):
                yield f"    {event.text}"

    def date(self, day: int) -> str:
        """A day since the start as a date."""
        return date_in_words(self._first + day)

    def read_again(self, event: ev.PositionTaken, decided: ev.DraftDecided) -> str:
        """That the draft on which this position is taken is read again: lower, or in the other council."""
        return self._councils.read_again(event, decided)

    def together(self, run: Sequence[ev.Event]) -> str:
        """A run of events of one kind (engine/runs) as one sentence."""
        return begun(self._together(run))

    def _together(self, run: Sequence[ev.Event]) -> str:
        match run[0]:
            case ev.Transferred():
                return self._forces.transferred([event for event in run if isinstance(event, ev.Transferred)])
            case ev.Recalled():
                return self._forces.recalled([event for event in run if isinstance(event, ev.Recalled)])
            case ev.AccessionMoved():
                return self._states.ratified([event for event in run if isinstance(event, ev.AccessionMoved)])
            case ev.RequestAnswered():
                return self._forces.answered([event for event in run if isinstance(event, ev.RequestAnswered)])
            case _:
                return " ".join(self.line(event) for event in run)

    def line(self, event: ev.Event) -> str:
        """One event as a sentence; empty for what the chronicle passes over."""
        return begun(self._line(event))

    def _line(self, event: ev.Event) -> str:
        match event:
            case ev.Tabled() | ev.PositionTaken() | ev.DraftDecided() | ev.TextEnded() | ev.Sounded():
                return self._councils.line(event)
            case ev.DelegateDeparted() | ev.OfferAnswered():
                return self._councils.line(event)
            case (
                ev.BattleFought()
                | ev.FrontWorn()
                | ev.DepotsEmptied()
                | ev.FormationMoved()
                | ev.ControlChanged()
                | ev.OrderFrustrated()
            ):
                return self._forces.fought(event)
            case ev.Contributed() | ev.RequestAnswered() | ev.Transferred() | ev.Recalled():
                return self._forces.given(event)
            case ev.Injected() | ev.LevelShifted():
                return self._injects.line(event)
            case ev.Chosen():
                return _chosen(event)
            case _:
                return self._states.line(event)


def _chosen(event: ev.Chosen) -> str:
    if event.choice == event.alternative or not event.alternative_terms:
        return ""  # there was nothing to choose between
    chosen, other = sum(event.terms.values()), sum(event.alternative_terms.values())
    terms = ", ".join(f"{name} {signed(size)}" for name, size in event.terms.items() if size)
    return _("[{seat}, {phase}] chooses: {choice} ({worth}: {terms}) over: {other} ({less}).").format(
        seat=event.seat,
        phase=event.phase,
        choice=event.choice,
        worth=f"{chosen / 1000:.2f}",
        terms=terms or _("nothing speaks"),
        other=event.alternative,
        less=f"{other / 1000:.2f}",
    )

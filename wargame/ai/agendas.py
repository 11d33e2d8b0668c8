"""Agendas: what a seat could decide in one caucus, as sets of drafts and requests for forces that are compared as plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wargame.ai.comparison import Candidate
from wargame.ai.covering import exposed_regions
from wargame.ai.options import Option, buying, options
from wargame.ai.peace import NOTHING
from wargame.engine.spending import influence_spent
from wargame.model.codes import BodyKind, MeasureKind
from wargame.model.columns import column_of
from wargame.model.orders import Order, RequestForces
from wargame.model.view import View

AMBITIONS = (1, 2, 3)
REQUEST_COST = 10  # 1/10 influence that a request for forces is reckoned to cost
LONG = 9  # drafts from which on a list has room for more than breadth
WELCOME = 3  # drafts, the most welcome, that a council's staff looks at every turn
DEEPER = 3  # more ambitious drafts that a council's long list has room for, where there are any
REQUEST_WEEKS = 12  # for how long forces are asked for


@dataclass(frozen=True)
class Agenda:
    """Drafts, no measure twice, and the places for which the members are asked for forces."""

    drafts: tuple[Option, ...] = ()
    asks: tuple[str, ...] = ()

    def label(self) -> str:
        """The agenda in a few words, for rationales."""
        said = " and ".join(option.label() for option in self.drafts) or NOTHING
        return " and ".join([said, *(f"forces for {place}" for place in self.asks)])

    def candidate(self, view: View, urgent: Sequence[Order]) -> Candidate:
        """The agenda as a plan, beside orders that are given in any case."""
        requests = [RequestForces(capability="land", place=place, weeks=REQUEST_WEEKS) for place in self.asks]
        orders = [*urgent, *(buying(view, option) for option in self.drafts), *requests]
        return Candidate(self.label(), orders, influence_spent(view, orders) + REQUEST_COST * len(requests))

    def has(self, measure: str) -> bool:
        """A draft of the agenda is on a measure."""
        return any(option.order.measure == measure for option in self.drafts)


def shortlist(view: View, most: int) -> list[Option]:
    """The most promising draft of each measure, then further ones, at most so many; a council's must be affordable.

    A council's chair goes for the most that consensus bears: of the draft that is most welcome the highest ambition that costs
    no more consensus. A council that could table many measures looks at some this turn and at others the next, and keeps room
    for further drafts. A concept is not deepened later: the firmest draft of it that could be had is looked at as well.
    """
    bank = view.state.bodies[view.body].influence
    council = view.world.bodies[view.body].kind == BodyKind.COUNCIL
    found = [o for o in options(view, AMBITIONS) if not council or (o.affordable and o.cost + o.price <= bank)]
    found.sort(key=lambda o: (-o.support, o.label()))
    first: list[Option] = []
    for option in found:
        if not any(option.order.measure == other.order.measure for other in first):
            first.append(_boldest(option, found) if council else option)
        elif _is_last_word(view, option, found) and option not in first:
            first.append(option)
    further = _spread([option for option in found if option not in first])
    if not council or most < LONG:
        return [*first, *further][:most]
    wide = most - min(DEEPER, len(further))
    looked = _in_turn(view, first, wide)
    return [*looked[:wide], *further, *looked[wide:]][:most]


def _boldest(welcome: Option, found: Sequence[Option]) -> Option:
    """The same draft at the highest ambition whose consensus costs no more."""
    alike = [other for other in found if other.matter == welcome.matter and other.price <= welcome.price]
    return max(alike, key=lambda other: other.order.ambition)


def _in_turn(view: View, first: list[Option], wide: int) -> list[Option]:
    """Where there are more than can be looked at: what would run out, the most welcome, and of the others each in its turn."""
    if len(first) <= wide:
        return first
    kept = [option for option in first if _keeps(view, option)]
    fresh = [option for option in first if option not in kept]
    sure, others = [*kept, *fresh[:WELCOME]], fresh[WELCOME:]
    start = int(view.state.clock[0].turn) * max(wide - len(sure), 1) % max(len(others), 1)
    return [*sure, *others[start:], *others[:start]]


def _keeps(view: View, option: Option) -> bool:
    """A draft says no less than a text of the body on that measure which is in force: it would prolong it."""
    texts, measure = view.state.texts, view.names.measures.row(option.order.measure)
    own = (
        (column_of(texts, "alive") == 1)
        & (column_of(texts, "body") == view.body)
        & (column_of(texts, "measure") == measure)
    )
    return bool((own & (column_of(texts, "ambition") <= option.order.ambition)).any())


def _is_last_word(view: View, option: Option, found: Sequence[Option]) -> bool:
    """The firmest draft on the list of a measure that is agreed once."""
    measure = option.order.measure
    if view.world.measures[view.names.measures.row(measure)].kind != MeasureKind.CONCEPT:
        return False
    return option.order.ambition == max(other.order.ambition for other in found if other.order.measure == measure)


def _spread(rest: list[Option]) -> list[Option]:
    """Options so ordered that measures alternate: each measure's second best before any third."""
    turns: dict[str, int] = {}
    keyed = []
    for option in rest:
        turns[option.order.measure] = turns.get(option.order.measure, 0) + 1
        keyed.append((turns[option.order.measure], option))
    return [option for _, option in sorted(keyed, key=lambda pair: pair[0])]


def askable(view: View, most: int) -> list[str]:
    """The places for which the members could be asked for forces, the neediest first; none by a body that pledges no defence."""
    if not view.world.bodies[view.body].defends:
        return []
    return [view.names.places.ids[goal] for goal in exposed_regions(view, most)]


def neighbours(agenda: Agenda, drafts: Sequence[Option], places: Sequence[str], room: int) -> Iterator[Agenda]:
    """Agendas one step away: forces asked for one more place, one more draft while there is room, or one draft fewer."""
    for place in places:
        if place not in agenda.asks:
            yield replace(agenda, asks=(*agenda.asks, place))
    for option in drafts:
        if len(agenda.drafts) < room and not agenda.has(option.order.measure):
            yield replace(agenda, drafts=(*agenda.drafts, option))
    for gone in agenda.drafts:
        yield replace(agenda, drafts=tuple(option for option in agenda.drafts if option is not gone))

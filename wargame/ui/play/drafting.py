"""What could be tabled: a draft for each measure of the seat's body, and whom it may name, all asked of the one legality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wargame.ai.options import addressed, strongest_threats
from wargame.ai.peace import offers
from wargame.ai.urgent import collective_defence
from wargame.catalogue import _, _n, translated
from wargame.engine.judge import UNKNOWN, judge
from wargame.model.codes import MeasureKind
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import Order, RequestForces, TableDraft
from wargame.model.plan import ASKS, CONCESSIONS
from wargame.model.view import View
from wargame.rules.law import LAWS
from wargame.ui.play.lapsing import Lapse, date_of, lapses
from wargame.ui.play.pressing import most_pressed, pressing

PLAIN = 1  # the ambition that an agenda is drawn up at, where it may be
AMBITIONS = (1, 2, 3)
TIME_LAW = "LEGAL-20"  # as many drafts as there is time for are given
MEANS_LAWS = ("LEGAL-10", "LEGAL-16", TIME_LAW)  # no money, influence or time is left, whomever a draft names
OPEN_LAW, NAMES_LAW = "LEGAL-1", "LEGAL-2"  # from its first day on; whom and what it needs is named
BESIDE = (*MEANS_LAWS, "LEGAL-18")  # laws that have nothing to do with what a draft says
FARTHEST = 1000  # above the number of every law
IN_SHORT: Mapping[str, str] = {
    "LEGAL-24": _("It goes to a state outside whose economy is below its usual level."),
    "LEGAL-27": _("Forces that are wholly merged are merged no further."),
}
"""Laws as a player is told of them, where their own words are those of the rulebook, with units."""


@dataclass(frozen=True)
class Item:
    """A line of the agenda: a draft to begin with, and the laws that stand against it.

    `until` is the day on which the text runs out that the draft would prolong; -1 where it prolongs none that soon does.
    """

    measure: str
    draft: TableDraft
    broken: tuple[str, ...]
    until: int = NOBODY

    @property
    def is_open(self) -> bool:
        """It may be tabled, and would do something."""
        return not self.broken

    @property
    def is_running_out(self) -> bool:
        """What it would keep in force soon runs out."""
        return self.is_open and self.until >= 0


def agenda(view: View, given: tuple[Order, ...]) -> list[Item]:
    """Every measure of the body: those that can be tabled and do something first, of these the most pressing first (play/pressing).

    What soon runs out of one's own texts presses more than anything but collective defence.
    """
    ending: dict[str, Lapse] = {}  # by measure; of several texts of one the weightiest
    for lapse in lapses(view):
        ending.setdefault(lapse.draft.measure, lapse)
    items = [_item(view, measure, given, ending) for measure in own_measures(view)]
    places = {measure: place for place, measure in enumerate(ending)}
    return sorted(items, key=lambda item: (bool(item.broken), *_rank(view, item, places)))


def _rank(view: View, item: Item, places: Mapping[str, int]) -> tuple[int, int, int]:
    """What is out of reach stands in the order of the catalogue."""
    if not item.is_open or _defends_together(view, item):
        return 0, 0, 0
    return (1, places[item.measure], 0) if item.is_running_out else (2, *pressing(view, item.draft))


def _defends_together(view: View, item: Item) -> bool:
    kind = view.world.measures[view.names.measures.row(item.measure)].kind
    return bool(kind == MeasureKind.COLLECTIVE_DEFENCE)


def own_measures(view: View) -> Iterator[int]:
    """Rows of the measures that the body may table at all."""
    yield from (m for m in range(view.world.measures.size) if view.world.measures[m].body == view.body)


def _item(view: View, measure: int, given: tuple[Order, ...], ending: Mapping[str, Lapse]) -> Item:
    """What prolongs a text that soon runs out; else the first legal draft, or the first with what is wrong with it."""
    name = view.names.measures.ids[measure]
    if name in ending and not judge(view, ending[name].draft, given):
        return Item(name, ending[name].draft, (), ending[name].until)
    is_put = any(isinstance(other, TableDraft) and other.measure == name for other in given)
    drafts = list(candidates(view, measure, (PLAIN,) if is_put else AMBITIONS))
    judged = [(draft, judge(view, draft, given)) for draft in drafts]
    draft, broken = next((pair for pair in judged if not pair[1]), max(judged, key=_how_far))
    return Item(draft.measure, draft, broken)


def has_degrees(view: View, measure: int) -> bool:
    """A higher ambition of a measure does more; of some it does the same."""
    facts = view.world.measures[measure]
    effects = [view.world.effects[row] for row in range(facts.first_effect, facts.first_effect + facts.effects)]
    return any(effect.size_1 != effect.size_2 or effect.size_2 != effect.size_3 for effect in effects)


def _how_far(judged: tuple[TableDraft, tuple[str, ...]]) -> int:
    """How far a draft came before a law stopped it: laws are asked in their order, and the last says what really stands against it.

    One that lacks but time or means is right in itself, and came farthest.
    """
    first = next((law for law in judged[1] if law not in BESIDE), "")
    if not first:
        return FARTHEST
    number = first.rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def candidates(view: View, measure: int, ambitions: tuple[int, ...] = AMBITIONS) -> Iterator[TableDraft]:
    """Drafts of a measure that name somebody, at the lowest ambition first; at least one."""
    facts, name = view.world.measures[measure], view.names.measures.ids[measure]
    if facts.kind == MeasureKind.COLLECTIVE_DEFENCE:
        yield from (draft for draft in collective_defence(view) if draft.measure == name)
    elif facts.kind == MeasureKind.CEASEFIRE:
        yield from (draft for _side, draft in offers(view))
    else:
        for ambition in ambitions:  # what is in force may be deepened, or prolonged as it stands
            yield from addressed(view, measure, (ambition,))
    yield _named_by_habit(view, measure)


def _named_by_habit(view: View, measure: int) -> TableDraft:
    """A draft that names the strongest threat, though the law may be against it."""
    facts, names = view.world.measures[measure], view.names
    first = strongest_threats(view, 1)
    against = names.countries.ids[first[0]] if facts.needs_against and first else None
    helps = None
    if facts.kind == MeasureKind.COLLECTIVE_DEFENCE:  # whom it would help, an incident would say
        helps = next(iter(_members(view)), None)
    return TableDraft(measure=names.measures.ids[measure], ambition=PLAIN, lowest=PLAIN, against=against, helps=helps)


def _members(view: View) -> Iterator[str]:
    joined = column_of(view.state.members, "joined")[view.body]
    yield from (name for row, name in enumerate(view.names.countries.ids) if joined[row])


def whom(view: View, draft: TableDraft, field: str, given: tuple[Order, ...]) -> list[str]:
    """Ids that may stand in `against`, `helps` or `on` of a draft; the present one always among them."""
    facts = view.world.measures[view.names.measures.row(draft.measure)]
    if not {"against": facts.needs_against, "helps": facts.needs_helps, "on": facts.needs_on}[field]:
        return []
    if draft.incident is not None:
        now = {"against": draft.against, "helps": draft.helps, "on": draft.on}[field]
        return [now] if now else []
    ids = view.names.places.ids if field == "on" else view.names.countries.ids
    legal = [name for name in ids if not _stands_against(view, draft, field, name, given)]
    now = {"against": draft.against, "helps": draft.helps, "on": draft.on}[field]
    return legal if now is None or now in legal else [now, *legal]


def _stands_against(view: View, draft: TableDraft, field: str, name: str, given: tuple[Order, ...]) -> bool:
    laws = judge(view, draft.model_copy(update={field: name}), given)
    return any(law not in MEANS_LAWS for law in laws)


def law_words(law: str) -> str:
    """A law that was broken, in words; its id stands in the rulebook, not in a refusal."""
    if law == UNKNOWN or law not in LAWS:
        return _("The order names something that does not exist.")
    return IN_SHORT.get(law) or translated(LAWS[law].sentence)


def all_words(laws: Sequence[str]) -> str:
    """Several laws in words; empty for none."""
    return " ".join(dict.fromkeys(law_words(law) for law in laws))


def refusal(view: View, order: Order, laws: Sequence[str]) -> str:
    """What stands against an order, in words; empty for nothing.

    Before its first day nothing else counts of a draft; and where a session has no more time, what else is wrong is not told.
    """
    first = next((law for law in (OPEN_LAW, TIME_LAW) if law in laws), None)
    told = laws if first is None else (first,)
    return " ".join(dict.fromkeys(_in_this_case(view, order, law) for law in told))


def _in_this_case(view: View, order: Order, law: str) -> str:
    """A law with the day, the number or what is missing of an order that breaks it."""
    if law == TIME_LAW:
        return _in_time(view, order)
    if isinstance(order, TableDraft) and law == OPEN_LAW:
        opens = int(view.world.measures[view.names.measures.row(order.measure)].first_day)
        return _("It is open from {date} on.").format(date=date_of(view, opens))
    if isinstance(order, TableDraft) and law == NAMES_LAW:
        return _missing(view, order)
    return law_words(law)


def _missing(view: View, draft: TableDraft) -> str:
    """What a draft must name and does not."""
    facts = view.world.measures[view.names.measures.row(draft.measure)]
    lacks = (
        (facts.needs_against and draft.against is None, _("It needs a state that it answers.")),
        (facts.needs_helps and draft.helps is None, _("It needs a state that it helps.")),
        (facts.needs_on and draft.on is None, _("It needs a place.")),
    )
    return " ".join(words for lacking, words in lacks if lacking)


def _in_time(view: View, order: Order) -> str:
    """How many orders of a kind a session has time for."""
    bodies = int(view.state.bodies.size)
    match order:
        case TableDraft():
            most = int(view.world.course[0].drafts_a_turn)
            says = _n(
                "A session has time for {count} draft of a side.",
                "A session has time for {count} drafts of a side.",
                most,
            )
        case RequestForces():
            most = ASKS // bodies
            says = _n(
                "A session has time for {count} request of a side.",
                "A session has time for {count} requests of a side.",
                most,
            )
        case _:
            most = CONCESSIONS // bodies
            says = _n(
                "A session has time for {count} demand of a side.",
                "A session has time for {count} demands of a side.",
                most,
            )
    return says.format(count=most)


def members_land(view: View) -> list[str]:
    """Places that members of the body hold, the most pressed first: where forces may be asked for."""
    joined = column_of(view.state.members, "joined")[view.body]
    holder = column_of(view.state.regions, "controller")
    held = [row for row in range(len(view.names.places)) if holder[row] >= 0 and joined[holder[row]]]
    return [view.names.places.ids[row] for row in most_pressed(view, held)]

"""The one legality: which laws an order breaks, judged on the seat's View.

Screens grey by it, the AI asks it, the engine enforces it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Protocol, assert_never

from wargame.engine.reading import reading, write
from wargame.engine.spending import funds_committed, influence_spent
from wargame.model.codes import Capability, Phase, Posture
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.names import Names, Roll
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft, UnitOrder
from wargame.model.plan import ASKS, CONCESSIONS, Draft, blank_unit_orders
from wargame.model.view import View
from wargame.rules import entries, legal_marches
from wargame.rules import legality as laws
from wargame.rules.bodies import is_heard_on
from wargame.rules.council import most_bought
from wargame.rules.law import law_of, plain
from wargame.rules.texts import answers_alike

OUT_OF_PHASE = law_of(laws.fits_the_phase).id
UNKNOWN = "LEGAL-0"  # the order names something that does not exist


class Refused(Exception):
    """An order that breaks the rules: `laws` are the ids of the laws broken."""

    def __init__(self, laws: tuple[str, ...]) -> None:
        super().__init__(", ".join(laws))
        self.laws = laws


class Sender(Protocol):
    """Who gives an order, as far as its words are looked up: a View is one, and so is whoever knows names and side."""

    @property
    def names(self) -> Names:
        """Ids of the rows."""

    @property
    def body(self) -> int:
        """The side."""


def judge(view: View, order: Order, given: Collection[Order] = ()) -> tuple[str, ...]:
    """Ids of the laws an order breaks; empty means legal. `LEGAL-0`: it names something that is not in this game.

    `given` are the orders that the seat has already given in this phase and not withdrawn.
    """
    return (*_judge_alone(view, order, given), *_time_laws(view, order, given))


def _judge_alone(view: View, order: Order, given: Collection[Order]) -> tuple[str, ...]:
    names = view.names
    match order:
        case TableDraft():
            unknown = (
                _missing(names.measures, order.measure)
                or _missing(names.countries, order.against)
                or _missing(names.countries, order.helps)
                or _missing(names.places, order.on)
                or any(_missing(names.countries, member) for member in order.bids)
            )
            return (UNKNOWN,) if unknown else _judge_draft(view, order, given)
        case SoundOut():
            return (UNKNOWN,) if _missing(names.countries, order.member) else _judge_sounding(view, order, given)
        case RequestForces():
            return (UNKNOWN,) if _missing(names.places, order.place) else _judge_request(view, order)
        case MeetDemand():
            unknown = _missing(names.countries, order.member) or _missing(names.countries, order.applicant)
            return (UNKNOWN,) if unknown else _judge_concession(view, order, given)
        case March() | Release():
            return judge_unit_orders(view, (order,), given)[0]
        case _:
            assert_never(order)


def draft_row(sender: Sender, order: TableDraft, draft: Draft) -> None:
    """Write an order into a row of a plan's drafts."""
    names = sender.names
    write(
        draft,
        alive=1,
        body=sender.body,
        measure=names.measures.row(order.measure),
        ambition=order.ambition,
        lowest=min(order.lowest, order.ambition),
        against=names.countries.row(order.against),
        helps=names.countries.row(order.helps),
        on=names.places.row(order.on),
        incident=NOBODY if order.incident is None else order.incident,
        automatic=0,
    )


def _legal(number: int) -> str:
    """The id of the law of legality with a number, as stages name it."""
    return f"LEGAL-{number}"


def _missing(roll: Roll, name: str | None) -> bool:
    return name is not None and name not in roll.rows


def _phase_laws(view: View, phase: Phase, also: Phase) -> tuple[str, ...]:
    now = column_of(view.state.clock, "phase")[0]
    return () if plain(laws.fits_the_phase)(now, phase, also) else (law_of(laws.fits_the_phase).id,)


def _time_laws(view: View, order: Order, given: Collection[Order]) -> tuple[str, ...]:
    match order:
        case TableDraft():
            most = int(column_of(view.world.course, "drafts_a_turn")[0])
        case RequestForces():
            most = ASKS // view.state.bodies.size
        case MeetDemand():
            most = CONCESSIONS // view.state.bodies.size
        case _:
            return ()
    before = sum(1 for other in given if other.type == order.type)
    return () if plain(laws.has_time)(before, most) else (law_of(laws.has_time).id,)


def _judge_draft(view: View, order: TableDraft, given: Collection[Order]) -> tuple[str, ...]:
    draft = empty_table(Draft, 1)[0]
    draft_row(view, order, draft)
    broken = list(_phase_laws(view, Phase.CAUCUS, Phase.EMERGENCY))
    first = entries.broken_draft_law(view.world, view.state, draft)
    if first:
        broken.append(_legal(first))
    else:
        broken += _beside_others(view, order, given)
    if not plain(laws.can_be_paid)(_influence(view), influence_spent(view, [*given, order])):
        broken.append(law_of(laws.can_be_paid).id)
    voices = (plain(is_heard_on)(view.world, view.state, draft, view.names.countries.row(one)) for one in order.bids)
    if not all(plain(laws.is_a_member)(int(voice)) for voice in voices):
        broken.append(law_of(laws.is_a_member).id)
    most = plain(most_bought)(view.world.council_numbers[0]) if order.bids else 0
    if not all(plain(laws.is_within_reach)(points, most) for points in order.bids.values()):
        broken.append(law_of(laws.is_within_reach).id)
    return tuple(broken)


def _beside_others(view: View, order: TableDraft, given: Collection[Order]) -> Iterator[str]:
    """Laws that a draft breaks if those that the seat gave before it are adopted: an accepted draft is not barred for them."""
    same = [other.ambition for other in given if isinstance(other, TableDraft) and _is_like(view, other, order)]
    if same and not plain(laws.is_not_in_force)(max(same), order.ambition, 0):
        yield law_of(laws.is_not_in_force).id
    left = int(column_of(view.state.bodies, "funds")[view.body]) - funds_committed(view, given)
    if not plain(laws.is_funded)(left, funds_committed(view, [order])):
        yield law_of(laws.is_funded).id


def _is_like(view: View, one: TableDraft, other: TableDraft) -> bool:
    """Two drafts are of the same measure and addressees, as texts in force are."""
    if (one.measure, one.helps, one.on) != (other.measure, other.helps, other.on):
        return False
    row, states = view.names.measures.row, view.names.countries.row
    return bool(plain(answers_alike)(view.world, row(one.measure), states(one.against), states(other.against)))


def _judge_sounding(view: View, order: SoundOut, given: Collection[Order]) -> tuple[str, ...]:
    broken = list(_phase_laws(view, Phase.CAUCUS, Phase.EMERGENCY))
    member = view.names.countries.row(order.member)
    if not plain(laws.is_a_member)(column_of(view.state.members, "joined")[view.body, member]):
        broken.append(law_of(laws.is_a_member).id)
    turn = int(column_of(view.state.clock, "turn")[0])
    heard = turn if order in given else int(column_of(view.state.members, "sounded")[view.body, member])
    if not plain(laws.has_more_to_say)(heard, turn):
        broken.append(law_of(laws.has_more_to_say).id)
    cost = int(column_of(view.world.council_numbers, "sounding_cost")[0])
    if not plain(laws.can_be_paid)(_influence(view), influence_spent(view, given) + cost):
        broken.append(law_of(laws.can_be_paid).id)
    return tuple(broken)


def _judge_request(view: View, order: RequestForces) -> tuple[str, ...]:
    broken = list(_phase_laws(view, Phase.CAUCUS, Phase.CAUCUS))
    holder = column_of(view.state.regions, "controller")[view.names.places.row(order.place)]
    member = column_of(view.state.members, "joined")[view.body, holder] if holder >= 0 else 0
    if not plain(laws.is_allied_soil)(member):
        broken.append(law_of(laws.is_allied_soil).id)
    return tuple(broken)


def _judge_concession(view: View, order: MeetDemand, given: Collection[Order]) -> tuple[str, ...]:
    broken = list(_phase_laws(view, Phase.CAUCUS, Phase.CAUCUS))
    member, applicant = view.names.countries.row(order.member), view.names.countries.row(order.applicant)
    if not entries.is_held_up(view.world, view.state, view.body, member, applicant):
        broken.append("ACCESSION-4")
    if not plain(laws.can_be_paid)(_influence(view), influence_spent(view, [*given, order])):
        broken.append(law_of(laws.can_be_paid).id)
    return tuple(broken)


def _influence(view: View) -> int:
    """What the seat's body has at hand, 1/10 influence."""
    return int(column_of(view.state.bodies, "influence")[view.body])


def commands(view: View, formation: int) -> bool:
    """The seat may give a formation orders."""
    unit, side = reading(view.state.formations[formation]), reading(view.world.bodies[view.body])
    return bool(plain(legal_marches.commands)(unit, side, view.body))


def judge_unit_orders(view: View, orders: Sequence[UnitOrder], given: Collection[Order] = ()) -> list[tuple[str, ...]]:
    """Ids of the laws that each of several marches and releases breaks, as `judge` would say one by one; judged in one go.

    Each is judged beside what was given before, and beside those of the others before it that are legal.
    """
    units, places = view.names.formations.rows, view.names.places.rows
    told = blank_unit_orders(len(orders))
    known = [True] * len(orders)
    told.formation[:] = [units.get(order.formation, 0) for order in orders]
    for k, order in enumerate(orders):
        path = order.path if isinstance(order, March) else ()
        known[k] = order.formation in units and all(place in places for place in path)
        if isinstance(order, Release):
            told.release[k] = 1
        elif known[k] and path:
            told.length[k] = len(path)
            told.legs[k, : len(path)] = [places[place] for place in path]
    entries.judge_unit_orders(view.world, view.state, view.body, told)
    broken = [numbers[:many] for numbers, many in zip(told.broken.tolist(), told.found.tolist(), strict=True)]
    told_of = [tuple(_legal(number) for number in numbers) for numbers in broken]
    alone = [found if knows else (UNKNOWN,) for found, knows in zip(told_of, known, strict=True)]
    return list(_one_order_each(orders, alone, given))


def _one_order_each(
    orders: Sequence[UnitOrder], alone: Sequence[tuple[str, ...]], given: Collection[Order]
) -> Iterator[tuple[str, ...]]:
    """What each order breaks by itself, and that of one order where its formation has another order."""
    ordered = Counter(order.formation for order in given if isinstance(order, UnitOrder))
    for order, broken in zip(orders, alone, strict=True):
        single = plain(laws.has_one_order)(ordered[order.formation])
        told = broken if single else (*broken, law_of(laws.has_one_order).id)
        ordered[order.formation] += 0 if told else 1
        yield told


CAPABILITIES = {"land": Capability.LAND, "air": Capability.AIR, "sea": Capability.SEA}
POSTURES = {name.name.lower(): name for name in Posture}

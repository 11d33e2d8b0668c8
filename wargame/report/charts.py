"""The charts of the report, in the order of its pages, each with what it shows, its unit and the laws behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.model.columns import column_of
from wargame.model.state import State
from wargame.report import sides
from wargame.report.chart import Chart, Line, values_of
from wargame.report.fears import fears_of_bodies, fears_of_states
from wargame.report.gauges import gauges_of
from wargame.report.knowledge import Knowledge
from wargame.report.scores import course_of, rows_of

FULL = 1000.0  # kept values in a point, a rung, a brigade
TENTH = 10.0  # kept values in a per cent, in a point of influence


def charts_of(known: Knowledge) -> list[Chart]:
    """All charts that have a line."""
    made = [scores(known), *objectives(known), fears_of_states(known), fears_of_bodies(known), felt(known)]
    made += [escalation(known), cohesion(known), influence(known), stability(known)]
    made += [strength(known), losses(known), land(known), opinion(known), prices(known)]
    return [chart for chart in made if chart.lines]


def _chart(
    known: Knowledge, id: str, title: str, unit: str, says: str, laws: tuple[str, ...], lines: Sequence[Line]
) -> Chart:
    return Chart(id, title, unit, says, laws, known.turns, tuple(lines))


def scores(known: Knowledge) -> Chart:
    """The seats' totals."""
    course = course_of(known)
    lines = [
        Line(known.body(seat), tuple(sum(course[turn][seat]) / FULL for turn in known.turns))
        for seat in known.seats
        if rows_of(known, seat)
    ]
    says = _("Points of 100, the sum of what the objectives of a seat score. Each seat keeps its own account.")
    return _chart(known, "scores", _("Scores by seat"), _("points"), says, ("OBJECTIVE-1",), lines)


def objectives(known: Knowledge) -> Iterator[Chart]:
    """What each objective of a seat scores, a chart a seat."""
    for seat in known.seats:
        lines = [
            Line(known.names.objectives.title(row), values_of(known, _score_of(row))) for row in rows_of(known, seat)
        ]
        title = _("Objectives: {side}").format(side=known.body(seat))
        says = _("Points that each objective scores; the most that it can score is its weight.")
        yield _chart(known, f"objectives-{seat}", title, _("points"), says, ("OBJECTIVE-1",), lines)


def _score_of(row: int) -> Callable[[State], float]:
    return lambda state: int(state.ledger[row].score) / FULL


def felt(known: Knowledge) -> Chart:
    """Threat felt by the sides."""
    says = _("Mean over the states of a side of the highest threat that each feels from a state, of 100.")
    lines = _by_side(known, lambda state: gauges_of(known.world, state, known.names).threat, is_open=False)
    return _chart(known, "felt", _("Threat felt by each side"), _("of 100"), says, ("THREAT-5",), lines)


def escalation(known: Knowledge) -> Chart:
    """The ladder."""
    says = _("The rung of the ladder of escalation, 0 to 10, and the highest so far.")
    lines = [
        Line(_("Escalation"), values_of(known, lambda state: int(state.clock[0].escalation) / FULL)),
        Line(_("Highest so far"), values_of(known, lambda state: int(state.clock[0].peak) / FULL)),
    ]
    return _chart(known, "escalation", _("Escalation"), _("rungs"), says, ("ESCALATION-1", "ESCALATION-8"), lines)


def cohesion(known: Knowledge) -> Chart:
    """Of councils."""
    says = _("Cohesion of the councils. Promises that are not kept and attacks that stand unanswered cost it.")
    rows = _rows(known, BodyKind.COUNCIL)
    lines = [Line(known.names.bodies.title(row), values_of(known, _column("cohesion", row))) for row in rows]
    return _chart(known, "cohesion", _("Cohesion"), _("per cent"), says, ("ALLIANCE-9",), lines)


def influence(known: Knowledge) -> Chart:
    """Banks of influence."""
    says = _("What a council has in the bank to win its members over with, at most 25.")
    lines = [_intel(known, "influence", row) for row in _rows(known, BodyKind.COUNCIL)]
    return _chart(known, "influence", _("Influence"), _("points"), says, ("COUNCIL-13",), lines)


def stability(known: Knowledge) -> Chart:
    """Of leaderships and nations."""
    says = _("Stability of leaderships and nations. A regime whose stability is gone falls.")
    rows = (*_rows(known, BodyKind.LEADERSHIP), *_rows(known, BodyKind.NATION))
    lines = [_intel(known, "stability", row) for row in rows]
    return _chart(known, "stability", _("Stability"), _("per cent"), says, ("TURN-2",), lines)


def strength(known: Knowledge) -> Chart:
    """Formations of the sides."""
    says = _("Strength of all formations of a side's states. A state in two bodies counts in both.")
    lines = _by_side(known, lambda state: sides.strength(known.world, state, known.names), is_open=False)
    return _chart(known, "strength", _("Strength"), _("brigades"), says, ("UPKEEP-3", "THREAT-15"), lines)


def losses(known: Knowledge) -> Chart:
    """Strength lost so far."""
    says = _("Strength that a side's states have lost since the start. A state in two bodies counts in both.")
    lines = _by_side(known, lambda state: sides.losses(known.world, state, known.names), is_open=True)
    return _chart(known, "losses", _("Losses"), _("brigades"), says, ("COMBAT-8",), lines)


def land(known: Knowledge) -> Chart:
    """Land held."""
    says = _("Land held against the side's own, by worth: above 100 with land of others.")
    lines = _by_side(known, lambda state: gauges_of(known.world, state, known.names).land, is_open=True)
    return _chart(known, "land", _("Land held"), _("per cent"), says, ("OBJECTIVE-1",), lines)


def opinion(known: Knowledge) -> Chart:
    """Support for a firm policy."""
    says = _("Public support for a firm defence policy, mean over a side's states, weighed by people.")
    lines = _by_side(known, lambda state: sides.opinion(known.world, state, known.names), is_open=True)
    return _chart(known, "opinion", _("Opinion"), _("per cent"), says, ("OPINION-1",), lines)


def prices(known: Knowledge) -> Chart:
    """Prices at home."""
    says = _(
        "Prices against their baseline (100), those of energy foremost; mean over a side's states, weighed by people."
    )
    lines = _by_side(known, lambda state: sides.prices(known.world, state, known.names), is_open=True)
    return _chart(known, "prices", _("Prices"), _("baseline 100"), says, ("PRICES-4", "PRICES-6"), lines)


def _rows(known: Knowledge, kind: BodyKind) -> tuple[int, ...]:
    kinds = column_of(known.world.bodies, "kind").tolist()
    return tuple(row for row, found in enumerate(kinds) if found == kind)


def _column(name: str, row: int) -> Callable[[State], float]:
    return lambda state: int(getattr(state.bodies[row], name)) / TENTH


def _intel(known: Knowledge, name: str, row: int) -> Line:
    """A column of a body of which strangers know a band."""
    is_estimate = known.names.bodies.ids[row] not in known.seats
    return Line(known.names.bodies.title(row), values_of(known, _column(name, row)), is_estimate)


def _by_side(known: Knowledge, read: Callable[[State], Mapping[str, float]], *, is_open: bool) -> list[Line]:
    """A line a side. What is not open of others is an estimate."""
    by_turn = [read(known.states[turn]) for turn in known.turns]
    return [
        Line(known.body(seat), tuple(values[seat] for values in by_turn), not is_open and seat not in known.seats)
        for seat in known.names.bodies.ids
    ]

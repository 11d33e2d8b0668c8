"""The course of a game in charts, when it is over: scores, and what moved them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wargame.catalogue import _
from wargame.report.gauges import Gauges
from wargame.ui.kit.chart_model import Chart, ChartKind, Series
from wargame.ui.play.game import Game
from wargame.ui.screens.assessment import whole_course

SCORES, ESCALATION = "scores", "escalation"
GAUGES = {
    SCORES: _("Scores"),
    ESCALATION: _("Escalation"),
    "threat": _("Threat felt"),
    "land": _("Land held, by worth"),
    "unity": _("Cohesion and stability"),
    "funds": _("Money"),
}
UNITS = {"land": " %", "funds": _(" bn €")}
BY_SIDE: Mapping[str, Callable[[Gauges], Mapping[str, float]]] = {
    "threat": lambda gauges: gauges.threat,
    "land": lambda gauges: gauges.land,
    "unity": lambda gauges: gauges.unity,
    "funds": lambda gauges: gauges.funds,
}


def course_chart(game: Game, gauge: str) -> Chart:
    """One chart of the whole game."""
    if gauge == SCORES:
        return whole_course(game)
    turns = sorted(game.gauges)
    labels = tuple(map(str, turns))
    if gauge == ESCALATION:
        rungs = tuple(game.gauges[turn].escalation for turn in turns)
        return Chart(ChartKind.LINES, labels, (Series(_("Escalation"), rungs),))
    names = game.view.names.bodies
    series = tuple(
        Series(names.title(row), tuple(BY_SIDE[gauge](game.gauges[turn])[seat] for turn in turns))
        for row, seat in enumerate(names.ids)
    )
    return Chart(ChartKind.LINES, labels, series, UNITS.get(gauge, ""))

"""Who fears whom: the strongest fears of the game, of states and of bodies as one actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

import numpy as np

from wargame.catalogue import _
from wargame.model.columns import column_of
from wargame.model.state import State
from wargame.report.chart import Chart, Line, values_of
from wargame.report.gauges import side_of
from wargame.report.knowledge import Knowledge

MOST_LINES = 7  # in a chart
MOST_OF_ONE = 4  # lines that tell of the same one who is feared
TENTH = 10.0  # kept values of 1000 in one of 100

Fear = tuple[int, int]  # rows of the observer and of who is feared


def fears_of_states(known: Knowledge) -> Chart:
    """Threat that states feel from states: where it was highest in the game, no more than MOST_OF_ONE of one state."""
    count = len(known.names.countries)
    pairs = ((one, other) for one in _observers(known) for other in range(count) if one != other)
    lines = [
        _line(known, fear, known.names.countries.title(fear[1]), _felt) for fear in _strongest(known, pairs, _felt)
    ]
    says = _(
        "Threat that one state feels from another, of 100: power, nearness and offensive strength, as far as "
        "harm is believed to be meant. Of those of the states of the sides the strongest in the game are shown, "
        "at most {most} of the same state."
    ).format(most=MOST_OF_ONE)
    laws = ("THREAT-1", "THREAT-3", "THREAT-4", "THREAT-5", "THREAT-9")
    return Chart("threat", _("Threat between states"), _("of 100"), says, laws, known.turns, tuple(lines))


def fears_of_bodies(known: Knowledge) -> Chart:
    """Threat that states feel from bodies as one actor."""
    pairs = ((one, body) for one in _observers(known) for body in range(len(known.names.bodies)))
    strongest = _strongest(known, pairs, _felt_of_body)
    lines = [_line(known, fear, known.names.bodies.title(fear[1]), _felt_of_body) for fear in strongest]
    says = _(
        "Threat that a state outside feels from a body as one actor, of 100: its members' strength counts as far "
        "as it is merged and believed."
    )
    laws = ("THREAT-7", "THREAT-13")
    return Chart(
        "threat-bodies", _("Threat from sides, each as one actor"), _("of 100"), says, laws, known.turns, tuple(lines)
    )


def _observers(known: Knowledge) -> list[int]:
    """The states of the sides, at the end: others have no seat that could be asked for what they feel."""
    sides = (side_of(known.world, known.last, row) for row in range(len(known.names.bodies)))
    return np.flatnonzero(np.logical_or.reduce(list(sides))).tolist()


def _felt(fear: Fear) -> Callable[[State], float]:
    return lambda state: int(column_of(state.pairs, "threat")[fear]) / TENTH


def _felt_of_body(fear: Fear) -> Callable[[State], float]:
    return lambda state: int(column_of(state.coalitions, "threat")[fear]) / TENTH


def _strongest(
    known: Knowledge, fears: Iterable[Fear], read: Callable[[Fear], Callable[[State], float]]
) -> Iterator[Fear]:
    """Fears by their highest value in the game; of equals the first by their rows."""
    highest = {fear: max(values_of(known, read(fear))) for fear in fears}
    told: Counter[int] = Counter()
    for fear in sorted(highest, key=lambda fear: (-highest[fear], fear)):
        if highest[fear] > 0 and told.total() < MOST_LINES and told[fear[1]] < MOST_OF_ONE:
            told[fear[1]] += 1
            yield fear


def _line(known: Knowledge, fear: Fear, feared: str, read: Callable[[Fear], Callable[[State], float]]) -> Line:
    observer = known.names.countries.ids[fear[0]]
    name = _("{state} fears {feared}").format(state=known.country(observer), feared=feared)
    return Line(name, values_of(known, read(fear)), observer not in known.own)

"""What a seat's decisions are worth: the same games with a staff on it, and with nobody who decides."""

from __future__ import annotations

from wargame.ai.policy import Level
from wargame.catalogue import _
from wargame.study.balance import Player
from wargame.study.games import Result
from wargame.study.statistics import Comparison, compared

Scores = dict[str, float]  # by seat: mean score, points of 100


def mean_scores(results: list[Result]) -> Scores:
    """The mean score of each seat."""
    return {seat: sum(r.scores[seat] for r in results) / len(results) for seat in results[0].scores}


def seats_compared(player: Player, games: int) -> tuple[Scores, dict[str, tuple[Scores, Comparison]]]:
    """Mean scores with staffs on all seats; for each seat those with nobody on it, and what the staff gains it there.

    The same seeds each time.
    """
    base = player.games(games, Level.STAFF, _("staffs"))
    found = {}
    for seat in player.scenario.bodies:
        without = player.games(games, Level.STAFF, _("nobody for {seat}").format(seat=seat), **{seat: Level.IDLE})
        gain = compared([r.scores[seat] for r in base], [r.scores[seat] for r in without])
        found[seat] = (mean_scores(without), gain)
    return mean_scores(base), found

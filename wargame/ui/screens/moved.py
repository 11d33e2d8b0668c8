"""What has moved since the turn before, in words, by what the seat knew then and knows now."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.model.columns import column_of
from wargame.model.view import View

MOST = 6
TENTHS = 10  # 1/1000 in a hundredth


def moved_of_state(now: View, before: View | None, country: int) -> list[str]:
    """A line for each level of a state that has moved, the largest move first."""
    if before is None:
        return []
    own, old = now.state.countries[country], before.state.countries[country]
    names = {
        "opinion": _("Opinion for firmness"),
        "government": _("Support of the government"),
        "economy": _("Economy"),
        "prices": _("Prices"),
        "resilience": _("Resilience"),
    }
    moves = [(int(getattr(own, key)) - int(getattr(old, key)), title) for key, title in names.items()]
    felt, was = (column_of(view.state.pairs, "threat")[country] for view in (now, before))
    for other in range(felt.size):
        title = _("Threat from {state}").format(state=now.names.countries.title(other))
        moves.append((int(felt[other]) - int(was[other]), title))
    return _told(moves)


def moved_of_body(now: View, before: View | None, body: int) -> list[str]:
    """The same of a body."""
    if before is None:
        return []
    own, old = now.state.bodies[body], before.state.bodies[body]
    names = {"cohesion": _("Cohesion"), "integration": _("Integration"), "stability": _("Stability")}
    return _told([(int(getattr(own, key)) - int(getattr(old, key)), title) for key, title in names.items()])


def _told(moves: list[tuple[int, str]]) -> list[str]:
    moves = sorted((move for move in moves if move[0]), key=lambda move: -abs(move[0]))[:MOST]
    rose, fell = _("{what} rose by {by}"), _("{what} fell by {by}")
    return [(rose if by > 0 else fell).format(what=what, by=f"{abs(by) / TENTHS:.1f}") for by, what in moves]

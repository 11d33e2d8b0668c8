"""The chance of a draft: how often it passes when it is decided again and again by the council's own laws, on what the seat knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from wargame.engine.judge import judge
from wargame.engine.planning import plan_of
from wargame.engine.resolve import copied, copied_plan
from wargame.model.codes import BodyKind, Position, Verdict
from wargame.model.columns import column_of
from wargame.model.orders import Order, TableDraft
from wargame.model.record import empty_record
from wargame.model.view import View
from wargame.rules import entries
from wargame.rules.votes import AMBITION, MEMBERS, VERDICT

VOTES = 200  # times that a draft is decided: the chance is then known to about three in a hundred
FIRST_SEED = 1  # of the votes: always the same, so that two drafts meet the same dice
ROOM = 400  # entries of one vote: two readings by all members, and what the text does
CARRIED = (Verdict.ADOPTED, Verdict.HOLLOW)


@dataclass(frozen=True)
class Chances:
    """Of so many `votes` how many carried the draft; who broke silence how often, the most often first."""

    votes: int
    carried: int
    ambitions: tuple[tuple[int, int], ...]  # ambition it came to, times; the highest first
    held_back: int  # times it failed though nobody objected
    breakers: tuple[tuple[str, int], ...]  # member, times it objected at the last reading

    @property
    def share(self) -> float:
        """The chance that it passes, 0 to 1."""
        return self.carried / self.votes


def chances_of(view: View, order: TableDraft, given: Sequence[Order] = (), votes: int = VOTES) -> Chances | None:
    """The chance of a draft after the other drafts of this caucus; None where there is none: a leadership decides alone, and
    what breaks a law is not put.

    Only what members keep to themselves is drawn, as far as they were not sounded: all else the seat knows of its own members.
    """
    if view.world.bodies[view.body].kind != BodyKind.COUNCIL or judge(view, order, given):
        return None
    plan = plan_of(view, [*(other for other in given if isinstance(other, TableDraft)), order])
    out = np.zeros((votes, MEMBERS + view.state.countries.size), np.int64)
    working = copied(view.state), copied_plan(plan), empty_record(ROOM)
    entries.play_votes(view.world, view.state, plan, *working, view.body, FIRST_SEED, out)
    return _read(view, out)


def _read(view: View, out: np.ndarray[tuple[int, int], np.dtype[np.int64]]) -> Chances:
    verdicts, ambitions = out[:, VERDICT], out[:, AMBITION]
    carried = np.isin(verdicts, CARRIED)
    reached = Counter(ambitions[carried].tolist())
    objects = out[:, MEMBERS:] == Position.OBJECTS
    against = objects.sum(axis=0)
    ranked = sorted(np.flatnonzero(against).tolist(), key=lambda c: (-int(against[c]), c))
    return Chances(
        votes=len(out),
        carried=int(carried.sum()),
        ambitions=tuple(sorted(reached.items(), reverse=True)),
        held_back=int((~carried & ~objects.any(axis=1)).sum()),
        breakers=tuple((view.names.countries.ids[c], int(against[c])) for c in ranked),
    )


def sounded_members(view: View) -> tuple[int, int]:
    """How many of the seat's members have said this turn what they keep to themselves, and how many there are."""
    seats = view.state.members
    joined = column_of(seats, "joined")[view.body] == 1
    heard = joined & (column_of(seats, "sounded")[view.body] == view.state.clock[0].turn)
    return int(heard.sum()), int(joined.sum())

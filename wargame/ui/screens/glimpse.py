"""A look at a saved game before it is loaded: who holds which land, the date in the game, and who plays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN
from wargame.catalogue import _
from wargame.model.calendar import date_in_words
from wargame.store.faults import InputError
from wargame.store.saves import SaveListing
from wargame.study.keeping import Position, last_position
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.preview import Preview, Sketch, sketched
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

PREVIEW_HIGH = 240  # logical units


@dataclass(frozen=True, eq=False)
class Glimpse:
    """What the list of saves shows of one game; nothing of it is hidden from any seat."""

    sketch: Sketch
    title: str
    date: str
    turn: str
    seats: tuple[str, ...]  # a line a side: who plays it


def glimpse_of(path: Path) -> Glimpse:
    """Read a save for the list. Raises InputError."""
    position = last_position(path)
    scenario, clock = position.scenario, position.state.clock[0]
    turn = _("Turn {turn} of {turns}").format(turn=min(clock.turn + 1, scenario.turns), turns=scenario.turns)
    return Glimpse(
        sketched(scenario, position.start, position.state),
        scenario.title,
        date_in_words(scenario.first_day() + clock.day),
        turn,
        tuple(_seat_lines(position)),
    )


def _seat_lines(position: Position) -> list[str]:
    names: Mapping[str, str] = position.people
    line = _("{side}: {who}")
    bodies = position.scenario.bodies
    return [
        line.format(side=bodies[seat].name, who=_who(who, names.get(seat, ""))) for seat, who in position.seats.items()
    ]


def _who(who: str, name: str) -> str:
    if who == HUMAN:
        return name or _("a person")
    cadet = f"{AI}:{Level.CADET.value}"
    return _("computer, cadet") if who == cadet else _("computer, staff")


def shown(listing: SaveListing, glimpse: Glimpse | InputError) -> Widget:
    """The page beside the list."""
    if isinstance(glimpse, InputError):
        return Prose("glimpse.fault", plain(glimpse.problems[0]))
    lines = "\n".join("- " + plain(line) for line in glimpse.seats)
    says = f"# {plain(glimpse.title)}\n{plain(glimpse.date)}. {plain(glimpse.turn)}.\n{lines}"
    return Column(
        Preview(glimpse.sketch).sized(high=PREVIEW_HIGH),
        Prose("glimpse", says),
        Column(
            Label(_("Saved {when}").format(when=listing.saved_at), SMALL, Tone.DIM),
            Label(listing.path.name, SMALL, Tone.FAINT),
            gap=2,
        ),
        gap=12,
    )

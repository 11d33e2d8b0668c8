"""`wargame study-seats`: what each seat's decisions are worth in a scenario, written to docs/balance.md."""

from __future__ import annotations

import os
from pathlib import Path

from wargame.catalogue import _
from wargame.commands.progress import shown
from wargame.commands.warm import make_warm
from wargame.store.scenarios import scenario_from
from wargame.study.balance import Player
from wargame.study.page import check_page, put_section
from wargame.study.seats import Scores, seats_compared
from wargame.study.statistics import Comparison

OUT = Path("docs/balance.md")


def study_seats(name: str, since: str | None, games: int, out: Path | None) -> None:
    """Play, compare, write the section."""
    scenario = scenario_from(name, since)
    target = out or OUT
    check_page(target)
    make_warm()
    base, found = seats_compared(Player(scenario, os.cpu_count() or 1, shown), games)
    put_section(target, section(name, since, games, base, found))
    print(_("written: {file}").format(file=target))


def section(name: str, since: str | None, games: int, base: Scores, found: dict[str, tuple[Scores, Comparison]]) -> str:
    """The section of the page."""
    from_day, option = (f" from {since}", f" --from {since}") if since else ("", "")
    head = [
        f"# Seats of `{name}`{from_day}\n",
        f"Made by `wargame study-seats {name}{option} --games {games}`: mean scores of {games} games with staffs on all",
        "seats, then with nobody who decides on one of them; the same seeds. What states do by themselves they still do.\n",
        f"| nobody on | {' | '.join(base)} | gain of its staff, points (95 %) |",
        f"|---|{'---|' * len(base)}---|",
        f"| no seat | {_row(base)} | |",
    ]
    rows = [f"| {seat} | {_row(scores)} | {c.gain:+.1f} ± {c.margin:.1f} |" for seat, (scores, c) in found.items()]
    return "\n".join([*head, *rows]) + "\n"


def _row(scores: Scores) -> str:
    return " | ".join(f"{score:.0f}" for score in scores.values())

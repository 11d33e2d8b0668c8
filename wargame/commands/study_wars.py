"""`wargame study-wars`: the wars of a scenario over many games of staffs, written to docs/balance.md."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from wargame.catalogue import _
from wargame.commands.progress import shown
from wargame.commands.warm import make_warm
from wargame.model.scenario import Scenario
from wargame.store.scenarios import scenario_from
from wargame.study.page import check_page, put_section
from wargame.study.wars import SOON, Course, Pair, applicants, applications, pairs_of, watch_many

OUT = Path("docs/balance.md")
PERCENT = 100.0
HEADS = (
    "attack",
    "games",
    "capital falls",
    "front moves both ways",
    "ends in a ceasefire",
    "and on terms",
    "regions taken, mean",
    "retaken, mean",
)  # of the table of wars


def study_wars(name: str, since: str | None, games: int, out: Path | None) -> None:
    """Play, watch, write the section."""
    scenario = scenario_from(name, since)
    target = out or OUT
    check_page(target)
    make_warm()
    courses = list(shown(watch_many(scenario, games, os.cpu_count() or 1), games, _("staff games")))
    put_section(target, section(name, since, scenario, courses))
    print(_("written: {file}").format(file=target))


def section(name: str, since: str | None, scenario: Scenario, courses: Sequence[Course]) -> str:
    """The section of the page."""
    from_day = f" from {since}" if since else ""
    option = f" --from {since}" if since else ""
    broken = sum(bool(course.broken) for course in courses)
    tabled = sum(course.tally.counts["defence_tabled"] for course in courses)
    groundless = sum(course.tally.counts["defence_without_incident"] for course in courses)
    return "\n".join(
        [
            f"# Wars of `{name}`{from_day}\n",
            f"Made by `wargame study-wars {name}{option} --games {len(courses)}`: staffs on every seat; seeds run from 1.",
            f"Games with a broken invariant: {broken}. Collective defence was tabled {tabled} times, "
            f"{groundless} times without an incident before it.\n",
            _wars(pairs_of(courses), len(courses)),
            _joining(courses, scenario),
        ]
    )


def _wars(pairs: dict[tuple[str, str], Pair], games: int) -> str:
    if not pairs:
        return "No state went to war.\n"
    lines = [f"| {' | '.join(HEADS)} |", "|---" * len(HEADS) + "|"]
    for (attacker, victim), pair in pairs.items():
        shares = [_share(pair.games, games)]
        shares += [_share(count, pair.games) for count in (pair.capital, pair.both_ways, pair.ceased, pair.on_terms)]
        lines.append(f"| {attacker} on {victim} | {' | '.join(shares)} | {pair.taken:.1f} | {pair.freed:.1f} |")
    return "\n".join(lines) + "\n"


def _joining(courses: Sequence[Course], scenario: Scenario) -> str:
    """A row for all that applied to a body in any game, and one for each of them where they are several."""
    found = applicants(courses)
    bodies = [body for body in scenario.bodies if any(to == body for _, to in found)]
    if not bodies:
        return "Nobody applied to a council.\n"
    lines = [
        f"| applies | after an attack, within {SOON} turns | in games without an attack |",
        "|---|---|---|",
    ]
    for body in bodies:
        states = [country for country, to in found if to == body]
        single = [(f"{state} to {body}", [state]) for state in states] if len(states) > 1 else []
        for words, those in [(f"any of {', '.join(states)} to {body}", states), *single]:
            a = applications(courses, those, body)
            lines.append(f"| {words} | {a.soon} of {a.invaded} games | {a.without} of {a.peaceful} games |")
    return "\n".join(lines) + "\n"


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({PERCENT * part / whole:.0f} %)" if whole else "none"

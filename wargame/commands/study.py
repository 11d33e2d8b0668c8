"""`wargame study`: the balance of a scenario, measured and written to docs/balance.md."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from wargame.ai.policy import Level
from wargame.catalogue import _
from wargame.commands.progress import shown
from wargame.commands.warm import make_warm
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.balance import (
    Player,
    Presence,
    Ranking,
    levels_compared,
    presence_ablation,
    threat_ablation,
    threat_order,
)
from wargame.study.games import Result
from wargame.study.page import check_page, put_section
from wargame.study.statistics import Comparison, count_of, measure_shares, spread

OUT = Path("docs/balance.md")
RANKED = 20  # games in which the threat order is looked at
BLINDED = 60  # games with and without the threat model
SEARCHED = 12  # games in which generals are compared with staffs: they take several times as long


def study(name: str, games: int, out: Path | None) -> None:
    """Play, measure, write the page."""
    scenario = load_scenario(find_scenario(name))
    target = out or OUT
    check_page(target)
    make_warm()
    player = Player(scenario, os.cpu_count() or 1, shown)
    page = "\n".join(
        [
            _heading(name, games),
            _scores(scenario, player.games(max(games, 500), Level.STAFF, _("staff games"))),
            _levels("Staff against cadet", levels_compared(player, games, Level.CADET, Level.STAFF)),
            _levels("General against staff", levels_compared(player, min(games, SEARCHED), Level.STAFF, Level.GENERAL)),
            _threat(threat_ablation(player, min(games, BLINDED)), min(games, BLINDED)),
            _presence(presence_ablation(scenario)),
            _order(threat_order(scenario, RANKED)),
        ]
    )
    put_section(target, page)
    print(_("written: {file}").format(file=target))


def _heading(name: str, games: int) -> str:
    return f"""# Balance of `{name}`

Made by `wargame study {name} --games {games}`; seeds run from 1. Scores are points of 100.
"""


def _scores(scenario: Scenario, results: Sequence[Result]) -> str:
    lines = [f"## Scores of {len(results)} games, staff on every seat\n"]
    lines.append("| seat | mean | s.d. | lowest | highest | games with 60 and more |\n|---|---|---|---|---|---|")
    for seat in scenario.bodies:
        s = spread([result.scores[seat] for result in results])
        lines.append(
            f"| {seat} | {s.mean:.1f} | {s.deviation:.1f} | {s.low:.1f} | {s.high:.1f} | {100 * s.clear:.0f} % |"
        )
    n = len(results)
    wars = sum(result.counts.get("wars", 0) > 0 for result in results)
    lines.append(f"\nWar broke out in {100 * wars / n:.0f} % of the games; {count_of(results, 'battles')} battles, ")
    lines.append(
        f"{count_of(results, 'control_changes')} changes of control, {count_of(results, 'incidents')} incidents in all.\n"
    )
    lines.append("| council | drafts a game | adopted a game | broken at least once |\n|---|---|---|---|")
    for seat in scenario.bodies:
        drafts, broken = count_of(results, f"drafts_{seat}"), count_of(results, f"broken_{seat}")
        adopted = count_of(results, f"adopted_{seat}")
        lines.append(f"| {seat} | {drafts / n:.1f} | {adopted / n:.1f} | {100 * broken / max(1, drafts):.0f} % |")
    lines.append("\n| measure | adopted in so many of the games |\n|---|---|")
    shares = measure_shares(results)
    lines += [f"| {measure} | {100 * shares.get(measure, 0.0):.1f} % |" for measure in scenario.measures]
    tabled, groundless = count_of(results, "defence_tabled"), count_of(results, "defence_without_incident")
    lines.append(f"\nCollective defence was tabled {tabled} times, {groundless} times without an incident.\n")
    return "\n".join(lines)


def _levels(title: str, found: dict[str, Comparison]) -> str:
    lines = [f"## {title}\n"]
    lines.append(
        "The other seats are of the lesser level; the same seeds twice; one-sided p by the normal approximation.\n"
    )
    lines.append("| seat | games | gain of the better, points (95 %) | p |\n|---|---|---|---|")
    for seat, c in found.items():
        lines.append(f"| {seat} | {c.games} | {c.gain:+.1f} ± {c.margin:.1f} | {c.p:.2g} |")
    return "\n".join(lines) + "\n"


def _threat(share: float, games: int) -> str:
    return f"""## Without the threat model

With threat set to nought, {100 * share:.0f} % of the AI's choices change ({games} games of staff twice, the same seeds, choice by choice).
"""


def _presence(found: Sequence[Presence]) -> str:
    lines = ["## A battlegroup raised to a brigade\n"]
    lines.append("The leadership's motive against the host a month later, in points; cost is negative.\n")
    lines.append(
        "| host | expected loss: battlegroup | brigade | preventive value: battlegroup | brigade |\n|---|---|---|---|---|"
    )
    for p in found:
        before, after = p.battlegroup, p.brigade
        lines.append(
            f"| {p.host} | {before['losses'] / 1000:.3f} | {after['losses'] / 1000:.3f} "
            f"| {before['prevention'] / 1000:.3f} | {after['prevention'] / 1000:.3f} |"
        )
    return "\n".join(lines) + "\n"


def _order(ranking: Ranking) -> str:
    return f"""## Who fears whom

Of {ranking.positions} positions in {RANKED} games: a member without a dispute ranked a fellow member first in {ranking.ally_first};
the leadership ranked something else than the alliance with a backbone first in {ranking.other_than_council_first}.
"""

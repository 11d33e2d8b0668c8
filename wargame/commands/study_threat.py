"""`wargame study-threat`: the model of threat against what states did, written to docs/threat.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from wargame.catalogue import _
from wargame.commands.warm import make_warm
from wargame.model.columns import empty_table
from wargame.model.numbers import ThreatNumbers
from wargame.store.outputs import check_writable, written
from wargame.store.scenarios import scenario_from
from wargame.study.ranks import bootstrapped, partial, rank_correlation
from wargame.study.threat_truth import (
    DRAWS,
    PARTS,
    Moment,
    felt,
    median_over_draws,
    nearness,
    refelt,
    spending_rise,
    weights_of,
)

OUT = Path("docs/threat.md")
BEFORE, GAME, DAY = "baltic_2016", "invasion_2022", "2022-02-24"
THREAT = "RUS"


def study_threat(games: int, out: Path | None) -> None:
    """Play, measure, write the page."""
    target = out or OUT
    check_writable(target)
    rise = spending_rise()
    at_war = scenario_from(GAME, DAY)
    make_warm()
    before = felt(scenario_from(BEFORE, None), 0, (1,), THREAT)
    january = felt(scenario_from(GAME, None), 0, (1,), THREAT)
    april = felt(at_war, 1, range(1, games + 1), THREAT)
    lines = [*_agreement(rise, april, nearness(at_war, THREAT), games), *_pattern(rise, before, january, april)]
    with written(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(_("written: {file}").format(file=target))


def _agreement(rise: Mapping[str, float], april: Moment, near: Mapping[str, float], games: int) -> Iterator[str]:
    allies = list(rise)
    spent, threat = [rise[a] for a in allies], [april.threat[a] for a in allies]
    distance = [near[a] for a in allies]
    weights = weights_of(empty_table(ThreatNumbers, 1)[0])
    middle, least = median_over_draws(april.parts, weights, rise)
    yield "# Threat against what states did"
    yield ""
    yield f"Made by `wargame study-threat --games {games}`. Threat of {THREAT} as each ally feels it after the first turn of"
    yield f"`{GAME} --from {DAY}` (mean of {games} games of cadets), against the rise of its defence share from 2021 to 2024"
    yield "(assets/facts/defence_shares.csv). The weights are those of the rulebook, fixed with reasons (decision 0023), not fitted."
    yield ""
    yield "| measured over the allies | value |"
    yield "|---|---|"
    yield f"| allies (n) | {len(allies)} |"
    yield f"| rank correlation of threat, 95 % interval by bootstrap | {bootstrapped(threat, spent, 'threat')} |"
    yield f"| the same of bare nearness (capital to nearest land) | {bootstrapped(distance, spent, 'distance')} |"
    yield f"| partial rank correlation of threat, distance held fixed | {partial(threat, spent, distance):.2f} |"
    yield f"| median over {DRAWS} draws of the weights, each +-50 % | {middle:.2f} (least {least:.2f}) |"
    for part in PARTS:
        left = refelt(april.parts, weights, part)
        yield f"| without {part} | {rank_correlation([left[a] for a in allies], spent):.2f} |"
    yield ""


def _pattern(rise: Mapping[str, float], before: Moment, january: Moment, april: Moment) -> Iterator[str]:
    jumped = [a for a in rise if april.threat[a] - january.threat[a] > january.threat[a] - before.threat[a]]
    yield "Threat rises more from January 2022 to the end of that turn than from 2016 to January 2022 for"
    yield f"{len(jumped)} of {len(rise)} allies ({100 * len(jumped) / len(rise):.0f} %)."
    yield ""
    yield "| ally | 2016 | January 2022 | after the first turn | rise of the defence share |"
    yield "|---|---|---|---|---|"
    for a in sorted(rise, key=lambda ally: -april.threat[ally]):
        felt_then = f"{before.threat[a]:.3f} | {january.threat[a]:.3f} | {april.threat[a]:.3f}"
        yield f"| {a} | {felt_then} | {rise[a]:+.2f} |"

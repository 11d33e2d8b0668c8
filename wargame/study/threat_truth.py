"""Threat against what states did: the threat of one state as allies feel it, and the rise of their defence spending."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from wargame.ai.policy import Level
from wargame.engine.compile_board import great_circle
from wargame.model.columns import Table
from wargame.model.numbers import ThreatNumbers
from wargame.model.scenario import Scenario
from wargame.model.state import Pair
from wargame.rules.numeric import FULL
from wargame.session import Session
from wargame.store.paths import assets_folder
from wargame.study.games import new_session
from wargame.study.ranks import keyed, rank_correlation

PARTS = ("aggregate", "proximity", "offensive", "intentions", "pledged")
WEIGHTS = ("aggregate", "proximity", "offensive")
DRAWS = 200
SWING = 0.5  # each weight is drawn from its value less this share to its value plus this share

Parts = dict[str, dict[str, float]]  # ally: part: value


@dataclass(frozen=True)
class Moment:
    """What allies feel of a state at one time, with the parts of it (0 to 1)."""

    threat: Mapping[str, float]
    parts: Parts


def spending_rise() -> dict[str, float]:
    """Rise of the defence share from 2021 to 2024, in points of GDP, by ally."""
    with (assets_folder() / "facts" / "defence_shares.csv").open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: float(row["percent_2024e"]) - float(row["percent_2021"]) for row in csv.DictReader(file)}


def felt(scenario: Scenario, turns: int, seeds: Sequence[int], threat: str) -> Moment:
    """The mean over games of cadets of what each state feels of one after so many turns."""
    games = [_played(scenario, turns, seed) for seed in seeds]
    names = games[0].names.countries
    rows = {ally: [_pair(game, ally, threat) for game in games] for ally in names.ids if ally != threat}
    parts = {ally: {part: fmean(row[part] for row in found) for part in PARTS} for ally, found in rows.items()}
    return Moment({ally: fmean(row["threat"] for row in found) for ally, found in rows.items()}, parts)


def _played(scenario: Scenario, turns: int, seed: int) -> Session:
    session = new_session(scenario, seed, dict.fromkeys(scenario.bodies, Level.CADET))
    session.begin()
    while session.turn < turns and session.play_ai():
        pass
    return session


def _pair(session: Session, ally: str, threat: str) -> dict[str, float]:
    names, pairs = session.names.countries, session.state.pairs
    row = _row(pairs, names.row(ally), names.row(threat))
    return {part: int(getattr(row, part)) / FULL for part in (*PARTS, "threat")}


def _row(pairs: Table[Pair], observer: int, other: int) -> Pair:
    return pairs[observer, other]


def refelt(parts: Parts, weights: Mapping[str, float], without: str = "") -> dict[str, float]:
    """Threat from its parts under other weights; `without` leaves one part out (intentions: all believed alike)."""
    found = {}
    for ally, part in parts.items():
        power = sum(weights[name] * part[name] for name in WEIGHTS if name != without)
        belief = 1.0 if without == "intentions" else part["intentions"]
        found[ally] = power * belief + (0.0 if without == "pledged" else part["pledged"])
    return found


def weights_of(numbers: ThreatNumbers) -> dict[str, float]:
    """The weights of the rulebook."""
    return {name: float(getattr(numbers, name)) for name in WEIGHTS}


def drawn_weights(weights: Mapping[str, float]) -> Iterator[dict[str, float]]:
    """DRAWS sets of weights, each moved by up to SWING of itself, up or down."""
    for draw in range(DRAWS):
        yield {
            name: weight * (1 + SWING * (2 * keyed("weights", draw, k) - 1))
            for k, (name, weight) in enumerate(weights.items())
        }


def median_over_draws(parts: Parts, weights: Mapping[str, float], rise: Mapping[str, float]) -> tuple[float, float]:
    """Median and least rank correlation over the draws."""
    allies = list(rise)
    found = []
    for drawn in drawn_weights(weights):
        threat = refelt(parts, drawn)
        found.append(rank_correlation([threat[a] for a in allies], [rise[a] for a in allies]))
    return median(found), min(found)


def nearness(scenario: Scenario, threat: str) -> dict[str, float]:
    """Minus the km from each capital to the nearest region of the state: the baseline that knows distance alone."""
    lands = [(r.lat, r.lon) for r in scenario.regions.values() if r.home == threat and not r.boxed]
    found = {}
    for name, country in scenario.countries.items():
        seat = scenario.regions[country.capital]
        found[name] = -min(great_circle((seat.lat, seat.lon), land) for land in lands)
    return found

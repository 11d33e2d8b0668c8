"""States outside: leanings counted up from what is on record of each, the same for all."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.edition import Edition
from tools.scenario.tables import Row, rows
from tools.scenario.writing import Value, flow

VOTES = {"against": 45, "abstain": 20, "absent": 15, "for": 0}
"""Goodwill towards Russia by the vote on A/RES/68/262 of 27 March 2014 (percent)."""

FIRST_SUPPLIER = 25  # percent, where most of its arms imports of 2017 to 2021 came from Russia
PARTNER = 15  # percent, where a treaty of friendship or alliance with Russia, or a declared strategic partnership, was in force
FOR_IN_2014 = 20  # percent of goodwill towards Ukraine, NATO and the EU
ALLY_OF_AMERICA = {"treaty": 40, "mnna": 20, "no": 0}
"""Goodwill towards NATO by alliance with the United States: a treaty, major non-NATO ally, neither."""

ALLY_FOR_EUROPE = {"treaty": 25, "mnna": 10, "no": 0}
NATO_PARTNER = 10  # percent: partner across the globe, Mediterranean Dialogue, Istanbul Cooperation Initiative
TRADE_AGREEMENT = 20  # percent of goodwill towards the EU
ASIDE = {"member": 60, "observer": 50, "no": 10}
"""Tradition of standing aside by membership of the Non-Aligned Movement (percent)."""


def outside(edition: Edition) -> Iterator[str]:
    """The entries of `outside`, one state a line, the largest peoples first."""
    for row in rows("outside"):
        entry: dict[str, Value] = {
            "name": row["name"],
            "population": float(row["population_m_2021"]),
            "gdp": round(float(row["gdp_usd_bn_2021"]) * edition.euro, 1),
            "goodwill": goodwill(row),
            "aside": ASIDE[row["non_aligned"]],
            **({"arms": float(row["arms_brigades_a_week"])} if float(row["arms_brigades_a_week"]) else {}),
            "source": source(row),
        }
        yield f"  {row['iso3']}: {flow(entry)}  # {row['figures_conf']}"


def goodwill(row: Row) -> dict[str, int]:
    """Goodwill towards each side, counted up from what is on record (percent); sides without any left out."""
    voted = FOR_IN_2014 if row["vote_2014_03_27"] == "for" else 0
    counted = {
        "nato": voted + ALLY_OF_AMERICA[row["us_ally"]] + NATO_PARTNER * _is(row["nato_partner"]),
        "eu": voted + ALLY_FOR_EUROPE[row["us_ally"]] + TRADE_AGREEMENT * _is(row["eu_trade_agreement"]),
        "russia": VOTES[row["vote_2014_03_27"]]
        + FIRST_SUPPLIER * _is(row["russia_first_supplier"])
        + PARTNER * _is(row["russia_partner"]),
        "ukraine": voted,
    }
    return {side: percent for side, percent in counted.items() if percent}


def source(row: Row) -> str:
    """What is on record of a state, in words."""
    says = {
        "for": "voted for",
        "against": "voted against",
        "abstain": "abstained on",
        "absent": "was absent from the vote on",
    }
    parts = [f"{says[row['vote_2014_03_27']]} A/RES/68/262"]
    parts += ["Russia its first supplier of arms 2017 to 2021"] * _is(row["russia_first_supplier"])
    parts += ["partner of Russia by treaty or declaration"] * _is(row["russia_partner"])
    parts += [f"ally of the United States ({'by treaty' if row['us_ally'] == 'treaty' else 'major non-NATO ally'})"] * (
        row["us_ally"] != "no"
    )
    parts += ["partner of NATO"] * _is(row["nato_partner"])
    parts += ["trade agreement with the EU"] * _is(row["eu_trade_agreement"])
    parts += [f"{row['non_aligned']} of the Non-Aligned Movement"] * (row["non_aligned"] != "no")
    said = "; ".join(parts) + "."
    return said[0].upper() + said[1:]


def _is(word: str) -> int:
    return int(word == "y")

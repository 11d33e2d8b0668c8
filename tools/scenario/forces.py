"""Formations: how strong they are, whose, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.board import home_waters
from tools.scenario.edition import Edition
from tools.scenario.tables import Row, by, parts, rows
from tools.scenario.writing import Value, flow

GRADES_A_BRIGADE = 3.0  # of the order of battle, which grades formations 1 to 10
SOLDIERS_A_BRIGADE = 4000.0
COUNTED_AS_WARHEADS = ("RUS-82", "USA-21")  # strategic nuclear forces: `warheads` of their states
AFLOAT = ("fleet", "submarine")
BODIES = {"NATO": "nato", "EU": "eu"}
WITHOUT_FORCES = ("ISL",)
FOUGHT = ("RUS", "UKR")  # whose deployments of February 2022 the table has
PLANNED = {
    "SVK": ("NATO-21", "SK-BRAT"),
    "HUN": ("NATO-22", "HU-BUDA"),
    "ROU": ("NATO-23", "RO-CLUJ"),
    "BGR": ("NATO-24", "BG-SOFI"),
}
PLANNED_STRENGTH = 0.25  # brigade-equivalents: about a thousand soldiers
PLANNED_SHARE = 50  # percent, of the framework nation; a design value
FRAMEWORK_SHARE = {"EST": 70, "LVA": 35, "LTU": 50, "POL": 75}  # percent, by host; design values


def formations(edition: Edition) -> Iterator[str]:
    """The section `formations`, a comment before those of the United States by host."""
    for row in present(edition):
        if row["owner"] in BODIES:
            yield f"  {row['id']}: {flow(_standing(edition, row))}"
        else:
            yield f"  {row['id']}: {flow(_national(edition, row))}"

    if edition.forces_year == "2022":
        for name, entry in planned().items():
            yield f"  {name}: {flow(entry)}"


def planned() -> dict[str, dict[str, Value]]:
    """Battlegroups decided on after February 2022, as forward presence may raise them."""
    found: dict[str, dict[str, Value]] = {}
    for group in rows("efp"):
        if group["host"] in PLANNED:
            name, base = PLANNED[group["host"]]
            lead = group["framework_nation"].split()[0]
            others = [part.split("(")[0] for part in parts(group["contributors_2022_24"])]
            found[name] = {
                "name": f"Battlegroup {group['location'].split('/')[0].strip()}",
                "body": "nato",
                "kind": "mechanised",
                "base": base,
                "strength": PLANNED_STRENGTH,
                "readiness": 4,
                "framework": lead,
                "contributors": _divided(lead, PLANNED_SHARE, [state for state in others if state != lead]),
                "planned": True,
                "source": f"Established {group['established']}: {group['source']}. Shares are design values.",
            }
    return found


def placed_and_ordered(edition: Edition) -> Iterator[str]:
    """Where formations stood on 24 February 2022, and the orders that they had."""
    moved = {row["id"]: row["deployed_region"] for row in rows("forces") if _moved(edition, row)}
    yield "    placed:"
    for name, place in moved.items():
        yield f"      {name}: {place}"
    yield "    orders:"
    for row in rows("orders"):
        yield f"      {row['id']}: {flow({'path': parts(row['path'])})}"


def _moved(edition: Edition, row: Row) -> bool:
    """A formation has left where it stood on the first day for the side of the line that its state holds."""
    to = row["deployed_region"]
    if row["owner"] not in FOUGHT or not to or row["type"] in AFLOAT or to == _place(edition, row):
        return False
    return (by("id", "regions")[to]["controller_2022"] == "UKR") == (row["owner"] == "UKR")


def present(edition: Edition) -> list[Row]:
    """The rows of formations that exist on the day."""
    standing = _standing_rows(edition)
    return [
        row
        for row in rows("forces")
        if (float(row[f"strength_{edition.forces_year}"]) > 0 or row["id"] in standing)
        and row["id"] not in COUNTED_AS_WARHEADS
    ]


def american_hosts() -> Iterator[str]:
    """American soldiers by host in January 2022, where the figure is better than a guess."""
    for row in rows("us_forces_europe"):
        if float(row["us_total_jan2022_k"]) > 0 and row["conf"] != "low":
            soldiers = f"{float(row['us_total_jan2022_k']):g}"
            yield f"#   {row['host']} {soldiers} thousand ({row['conf']} confidence): {row['main_sites'].replace(';', ', ')}"


def _national(edition: Edition, row: Row) -> dict[str, Value]:
    entry: dict[str, Value] = {
        "name": row["name"],
        "owner": row["owner"],
        "kind": row["type"],
        "base": row["base_region"],
    }
    at = _place(edition, row)
    if at != row["base_region"]:
        entry["at"] = at
    strength = round(float(row[f"strength_{edition.forces_year}"]) / GRADES_A_BRIGADE, 1)
    return entry | {"strength": strength, "readiness": int(row["readiness_1_5"])}


def _place(edition: Edition, row: Row) -> str:
    """Where a formation stands on the day: by the table of placements, in its home waters, at its base."""
    for placed in rows("placements"):
        if placed["id"] == row["id"] and placed["year"] == edition.forces_year:
            return placed["at"]
    base = by("id", "regions")[row["base_region"]]
    if row["type"] in AFLOAT:
        return home_waters(base, (float(row["lat"]), float(row["lon"])))
    return base["id"]


def _standing(edition: Edition, row: Row) -> dict[str, Value]:
    written = _standing_rows(edition).get(row["id"])
    entry: dict[str, Value] = {"name": row["name"], "body": BODIES[row["owner"]], "kind": row["type"]}
    if written is None:
        return entry | {"base": row["base_region"]} | _battlegroup(row)
    shares = (part.split() for part in parts(written["contributors"]))
    return entry | {
        "base": written["base"],
        "strength": float(written["strength"]),
        "readiness": int(row["readiness_1_5"]),
        "framework": written["framework"],
        "contributors": {state: int(share) for state, share in shares},
        "source": written["source"],
    }


def _battlegroup(row: Row) -> dict[str, Value]:
    """A battlegroup of Enhanced Forward Presence as it was in February 2022."""
    found = next(group for group in rows("efp") if group["location"].split()[0] == row["base_city"])
    shares = _shares(found)
    soldiers = int(found["troops_feb2022"])
    return {
        "strength": round(soldiers / SOLDIERS_A_BRIGADE, 2),
        "readiness": int(row["readiness_1_5"]),
        "framework": found["framework_nation"],
        "contributors": shares,
        "source": f"About {soldiers:,} soldiers in February 2022 (Reuters). Shares are design values.",
    }


def _shares(group: Row) -> dict[str, float]:
    """The framework nation's share and equal parts of the rest; who came only later is given with a year."""
    lead = FRAMEWORK_SHARE[group["host"]]
    others = [
        state for state in parts(group["contributors_2022_24"]) if "(" not in state and state not in WITHOUT_FORCES
    ]
    return _divided(group["framework_nation"], lead, others)


def _divided(leader: str, lead: int, others: list[str]) -> dict[str, float]:
    """A share for the leader, equal parts of the rest for the others; what rounding leaves is the leader's."""
    rest = (100 - lead) // len(others)
    return {leader: 100 - rest * len(others), **dict.fromkeys(others, rest)}


def _standing_rows(edition: Edition) -> dict[str, Row]:
    return {row["id"]: row for row in rows("standing") if row["year"] == edition.forces_year}

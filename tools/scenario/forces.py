"""Formations: how strong they are, whose, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.board import home_waters
from tools.scenario.edition import Edition
from tools.scenario.tables import Row, by, parts, rows
from tools.scenario.writing import Value, flow, mark

GRADES_A_BRIGADE = 3.0  # of the order of battle, which grades formations 1 to 10
SOLDIERS_A_BRIGADE = 4000.0
COUNTED_AS_WARHEADS = ("RUS-82", "USA-21")  # strategic nuclear forces: `warheads` of their states
AFLOAT = ("fleet", "submarine")
BODIES = {"NATO": "nato", "EU": "eu"}
WHOLE = 100  # percent


def formations(edition: Edition) -> Iterator[str]:
    """The section `formations`."""
    for row in present(edition):
        entry, conf = _standing(edition, row) if row["owner"] in BODIES else _national(edition, row)
        yield f"  {row['id']}: {flow(entry)}{mark(conf)}"


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
    """American soldiers by host in January 2022, and which of them stand in ground formations here."""
    for row in rows("us_forces_europe"):
        if float(row["us_total_jan2022_k"]) > 0:
            soldiers = f"{float(row['us_total_jan2022_k']):g}"
            yield f"#   {row['host']} {soldiers} thousand ({row['conf']} confidence){_counted(row['host'])}"


def _counted(host: str) -> str:
    here = [row for row in rows("us_formations") if row["host"] == host]
    return ": " + ", ".join(f"{row['id']} {int(row['soldiers_2022']):,}" for row in here) if here else ""


def _national(edition: Edition, row: Row) -> tuple[dict[str, Value], str]:
    entry: dict[str, Value] = {
        "name": row["name"],
        "owner": row["owner"],
        "kind": row["type"],
        "base": row["base_region"],
    }
    at = _place(edition, row)
    if at != row["base_region"]:
        entry["at"] = at
    counted = by("id", "us_formations").get(row["id"], {})
    soldiers = counted.get(f"soldiers_{edition.forces_year}", "")
    grade = float(row[f"strength_{edition.forces_year}"])
    entry["strength"] = brigades(soldiers) if soldiers else round(grade / GRADES_A_BRIGADE, 1)
    entry["readiness"] = int(row["readiness_1_5"])
    return (entry | {"source": counted["source"]}, counted["conf"]) if soldiers else (entry, "")


def brigades(soldiers: str) -> float:
    """Soldiers as a strength in brigade-equivalents."""
    return round(int(soldiers) / SOLDIERS_A_BRIGADE, 2)


def _place(edition: Edition, row: Row) -> str:
    """Where a formation stands on the day: by the table of placements, in its home waters, at its base."""
    for placed in rows("placements"):
        if placed["id"] == row["id"] and placed["year"] == edition.forces_year:
            return placed["at"]
    base = by("id", "regions")[row["base_region"]]
    if row["type"] in AFLOAT:
        return home_waters(base, (float(row["lat"]), float(row["lon"])))
    return base["id"]


def _standing(edition: Edition, row: Row) -> tuple[dict[str, Value], str]:
    entry: dict[str, Value] = {"name": row["name"], "body": BODIES[row["owner"]], "kind": row["type"]}
    written = _standing_rows(edition).get(row["id"])
    if written is None:
        return entry | {"base": row["base_region"]} | _battlegroup(row), "high, shares medium"
    soldiers = written["soldiers"]
    body: dict[str, Value] = {
        "base": written["base"],
        "strength": brigades(soldiers) if soldiers else float(written["strength"]),
        "readiness": int(row["readiness_1_5"]),
        "framework": written["framework"],
        "contributors": shares(written["contributors"]),
        "source": written["source"],
    }
    outside = written["guests"].replace(";", ", ")  # no members of the body: the schema has no place for them
    return entry | body, written["conf"] + (f"; beside the members, soldiers: {outside}" if outside else "")


def _battlegroup(row: Row) -> dict[str, Value]:
    """A battlegroup of Enhanced Forward Presence as it was in January and February 2022."""
    found = next(group for group in rows("efp") if group["location"].split()[0] == row["base_city"])
    soldiers = found["troops_feb2022"]
    return {
        "strength": brigades(soldiers),
        "readiness": int(row["readiness_1_5"]),
        "framework": found["framework_nation"],
        "contributors": shares(found["contributors_jan2022"]),
        "source": (
            f"About {int(soldiers):,} soldiers in February 2022 (Reuters); contributors as the Latvian Ministry of Defence "
            "lists them, shares after NATO's factsheets."
        ),
    }


def shares(cell: str) -> dict[str, float]:
    """Whole percents by state of soldiers, or of shares, by state; the largest remainders fill up to 100."""
    counts = {state: int(number) for state, number in (part.split() for part in parts(cell))}
    total = sum(counts.values())
    whole = {state: number * WHOLE // total for state, number in counts.items()}
    short = WHOLE - sum(whole.values())
    for state in sorted(counts, key=lambda state: -(counts[state] * WHOLE % total))[:short]:
        whole[state] += 1
    return {state: share for state, share in whole.items() if share}


def _standing_rows(edition: Edition) -> dict[str, Row]:
    return {row["id"]: row for row in rows("standing") if row["year"] == edition.forces_year}

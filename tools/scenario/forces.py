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
MARCHING = ("armoured", "mechanised", "infantry", "airborne", "artillery", "special")
PLANNED = {
    "SVK": ("NATO-21", "SK-KOSI"),
    "HUN": ("NATO-22", "HU-BUDA"),
    "ROU": ("NATO-23", "RO-CLUJ"),
    "BGR": ("NATO-24", "BG-VARN"),
}
PLANNED_STRENGTH = 0.25  # brigade-equivalents: about a thousand soldiers
PLANNED_SHARE = 50  # percent, of the framework nation; a design value


def formations(edition: Edition) -> Iterator[str]:
    """The section `formations`."""
    for row in present(edition):
        entry, conf = _standing(edition, row) if row["owner"] in BODIES else _national(edition, row)
        yield f"  {row['id']}: {flow(entry)}{mark(conf)}"
    if edition.forces_year == "2022":
        for name, planned_entry in planned().items():
            yield f"  {name}: {flow(planned_entry)}"


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
                "contributors": _divided(lead, [state for state in others if state != lead]),
                "planned": True,
                "source": f"Established {group['established']}: {group['source']}. Shares are design values.",
            }
    return found


def _divided(leader: str, others: list[str]) -> dict[str, float]:
    """PLANNED_SHARE for the leader, equal parts of the rest for the others; what rounding leaves is the leader's."""
    rest = (WHOLE - PLANNED_SHARE) // len(others)
    return {leader: WHOLE - rest * len(others), **dict.fromkeys(others, rest)}


def placed_and_ordered() -> Iterator[str]:
    """Where formations stood on 24 February 2022, and the orders that they had: to their goal by the shortest way."""
    fielded = {row["id"]: row for row in rows("forces") if float(row["strength_2022"]) > 0}
    stood = [row for row in rows("deployed_2022_02_24") if row["id"] in fielded]
    yield "    placed:"
    for row in stood:
        yield f"      {row['id']}: {row['region']}{mark(row['conf'])}"
    yield "    orders:"
    for row in stood:
        if row["goal"] and row["goal"] != row["region"] and fielded[row["id"]]["type"] in MARCHING:
            yield f"      {row['id']}: {flow({'path': _way(row['region'], row['goal'])})}"


def _way(start: str, goal: str) -> list[str]:
    """The regions on the shortest way over land, without the first."""
    ways: dict[str, list[tuple[str, float]]] = {}
    for edge in rows("region_edges"):
        ways.setdefault(edge["a"], []).append((edge["b"], float(edge["km_seed_to_seed"])))
        ways.setdefault(edge["b"], []).append((edge["a"], float(edge["km_seed_to_seed"])))
    waiting: list[tuple[float, list[str]]] = [(0.0, [start])]
    seen: set[str] = set()
    while waiting:
        km, path = waiting.pop(waiting.index(min(waiting)))
        here = path[-1]
        if here == goal:
            return path[1:]
        if here not in seen:
            seen.add(here)
            waiting += [(km + more, [*path, there]) for there, more in ways[here] if there not in seen]
    raise ValueError(f"no way leads from {start} to {goal}")


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
        "name": edition.name_of(row),
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
    for dug in rows("works"):
        if dug["id"] == row["id"] and dug["year"] == edition.forces_year:
            return entry | {"works": int(dug["works_pct"]), "source": dug["source"]}, dug["conf"]
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
    entry: dict[str, Value] = {"name": edition.name_of(row), "body": BODIES[row["owner"]], "kind": row["type"]}
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
            f"About {int(soldiers):,} soldiers in February 2022 (Reuters); contributors: {found['contributors_source']}; "
            "shares after NATO's factsheets."
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

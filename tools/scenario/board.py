"""Regions, sea zones and the ways between them."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.edition import Edition
from tools.scenario.tables import Row, by, parts, rows
from tools.scenario.writing import Value, flow
from wargame.engine.compile_board import great_circle

BOXES = ("US-EAST", "CA-HALI", "RU-EAST")  # off the map
HOLDERS = {"RUS(proxy)": "RUS", "RUS(peacekeepers)/AZE": "RUS"}  # who holds what the table says in words
NOT_A_WAY = "Nakhchivan exclave only"  # a border, but the exclave leads nowhere
KERCH = "Kerch bridge (from 2018)"
BORDERS = ("land", "off-map", NOT_A_WAY)


def regions(edition: Edition) -> Iterator[str]:
    """The section `regions`."""
    for row in rows("regions"):
        yield f"  {row['id']}: {flow(_region(edition, row))}"


def _region(edition: Edition, row: Row) -> dict[str, Value]:
    entry: dict[str, Value] = {"name": edition.name_of(row), "home": row["country"]}
    if holder(edition, row) != row["country"]:
        entry["controller"] = holder(edition, row)
    entry |= {
        "lat": float(row["lat"]),
        "lon": float(row["lon"]),
        "people": float(row["pop_share_pct"]),
        "terrain": row["terrain"],
        "infra": int(row["infra_1_5"]),
        "value": int(row["strategic_0_5"]),
    }
    entry |= {"port": True} if row["port"] == "y" else {}
    return entry | ({"boxed": True} if row["id"] in BOXES else {})


def holder(edition: Edition, region: Row) -> str:
    """Who holds a region on the day."""
    said = region[f"controller_{edition.forces_year}"]
    return HOLDERS.get(said, said)


def seas() -> Iterator[str]:
    """The section `seas`."""
    for row in rows("sea_zones"):
        place: dict[str, Value] = {"name": row["name"], "lat": float(row["seed_lat"]), "lon": float(row["seed_lon"])}
        yield f"  {row['id']}: {flow(place)}"


def edges(edition: Edition) -> Iterator[str]:
    """The section `edges`: ways by land, from port to sea, between seas."""
    narrows = {(row["a"], row["b"]): row for row in rows("narrows")}
    for row in rows("region_edges"):
        too_early = row["kind"] == KERCH and edition.start < "2018"
        if row["kind"] != NOT_A_WAY and not too_early:
            narrow = narrows.get((row["a"], row["b"]))
            comment = "" if row["kind"] == "land" else f" # {row['kind']}"
            comment = f" # {narrow['source']}" if narrow else comment
            yield _edge(row["a"], row["b"], int(row["km_seed_to_seed"]), narrow) + comment
    zones, lands = by("id", "sea_zones"), by("id", "regions")
    for name, zone in zones.items():
        for port in parts(zone["coastal_regions"]):
            yield _edge(name, port, _distance(zone, lands[port]))
    for name, zone in zones.items():
        for other in parts(zone["adjacent_sea_zones"]):
            if name < other:
                yield _edge(name, other, _distance(zone, zones[other]))


def borders() -> Iterator[str]:
    """The entries of `links.borders`: pairs of states whose regions touch on land."""
    home = {row["id"]: row["country"] for row in rows("regions")}
    pairs = {
        tuple(sorted((home[row["a"]], home[row["b"]]))): None for row in rows("region_edges") if row["kind"] in BORDERS
    }
    for one, other in sorted(pairs):
        if one != other:
            yield f"    - [{one}, {other}]"


def home_waters(base: Row, at: tuple[float, float]) -> str:
    """The sea zone of a port that lies nearest to a point."""
    zones = by("id", "sea_zones")
    return min(parts(base["sea_zones"]), key=lambda name: great_circle(at, _point(zones[name])))


def _edge(one: str, other: str, km: int, narrow: Row | None = None) -> str:
    front = f", front: {narrow['front_km']}" if narrow else ""
    return f"  - {{between: [{one}, {other}], km: {km}{front}}}"


def _distance(zone: Row, place: Row) -> int:
    return round(great_circle(_point(zone), _point(place)))


def _point(row: Row) -> tuple[float, float]:
    """The point of a sea zone or of a region."""
    prefix = "seed_" if "seed_lat" in row else ""
    return float(row[f"{prefix}lat"]), float(row[f"{prefix}lon"])

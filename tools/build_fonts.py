"""Rebuilds `assets/fonts` from a published package: each weight's Latin and Latin Extended parts joined into one file.

    python3 -m pip install ".[map]"
    python3 -m tools.build_fonts

Needs npm. pygame reads no woff2, and a font in two parts would draw one name in two styles.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from tools.map import MapError
from tools.map.sources import FONTS, cache_folder, fetch, read_files

FOLDER = Path(__file__).resolve().parent.parent / "assets" / "fonts"
LICENCE = "LICENSE"
PARTS = ("latin", "latin-ext")  # the first wins where both have a letter
WEIGHTS = (500, 600)
FILES = {weight: [f"files/barlow-condensed-{part}-{weight}-normal.woff2" for part in PARTS] for weight in WEIGHTS}
EPOCH = 0  # s, the date written into a font, so that the same package gives the same bytes


def main() -> int:
    """Build and write; 1 where that was not possible, with one line that says why."""
    try:
        files = read_files(
            fetch(FONTS, cache_folder()), FONTS, [LICENCE, *(file for row in FILES.values() for file in row)]
        )
    except MapError as error:
        print(f"build_fonts: {error}", file=sys.stderr)
        return 1
    FOLDER.mkdir(parents=True, exist_ok=True)
    for weight, parts in FILES.items():
        joined([files[part] for part in parts]).save(FOLDER / f"BarlowCondensed-{weight}.ttf")
    (FOLDER / "OFL.txt").write_bytes(files[LICENCE])
    return 0


def joined(parts: list[bytes]) -> TTFont:
    """One font of several parts of one design."""
    whole = Merger().merge([_unpacked(part) for part in parts])
    whole["head"].modified = whole["head"].created = EPOCH
    whole.recalcTimestamp = False
    return whole


def _unpacked(part: bytes) -> io.BytesIO:
    font, plain = TTFont(io.BytesIO(part)), io.BytesIO()
    font.flavor = None
    font.save(plain)
    plain.seek(0)
    return plain


if __name__ == "__main__":
    sys.exit(main())

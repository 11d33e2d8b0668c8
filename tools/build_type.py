"""Makes `assets/fonts` from the full Inter fonts: `python -m tools.build_type FOLDER_OF_OTF_FILES`.

Keeps the letters that Europe writes with, and makes figures of one width the usual ones, because a screen of numbers is
read in columns and pygame cannot ask a font for them. Needs fonttools; playing needs none of it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
FACES = ("Regular", "Medium", "SemiBold", "Bold", "Italic")
LETTERS = (
    range(0x20, 0x250),  # Latin of all Europe
    range(0x2B0, 0x370),  # marks set on or beside a letter
    range(0x370, 0x500),  # Greek and Cyrillic
    range(0x1E00, 0x1F00),  # Latin with two marks
    range(0x2000, 0x2070),  # dashes, quotation marks, ellipsis
    range(0x2070, 0x20D0),  # small figures, currencies
    range(0x2100, 0x2300),  # signs, arrows, mathematics
    range(0x25A0, 0x2600),  # geometric shapes
)
ONE_WIDTH = "tnum"  # OpenType's name for figures of one width


def one_width(font: Any) -> dict[str, str]:
    """Glyph of one width for each glyph that has such a form."""
    table = font["GSUB"].table
    places = {
        i for r in table.FeatureList.FeatureRecord if r.FeatureTag == ONE_WIDTH for i in r.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for place in places:
        for entry in table.LookupList.Lookup[place].SubTable:
            found |= getattr(entry, "ExtSubTable", entry).mapping
    return found


def make(source: Path, target: Path) -> None:
    """Write one font anew, smaller."""
    font = TTFont(source)
    forms = one_width(font)
    for table in font["cmap"].tables:
        table.cmap = {code: forms.get(glyph, glyph) for code, glyph in table.cmap.items()}
    options = subset.Options(
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"], name_IDs=[0, 1, 2, 4, 5, 6, 13, 14]
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for span in LETTERS for code in span])
    cutter.subset(font)
    font.save(target)


def main(arguments: list[str]) -> None:
    """Make every face that the screen uses."""
    if len(arguments) != 1:
        sys.exit("usage: python -m tools.build_type FOLDER_OF_OTF_FILES")
    FONTS.mkdir(parents=True, exist_ok=True)
    for face in FACES:
        make(Path(arguments[0]) / f"Inter-{face}.otf", FONTS / f"Inter-{face}.otf")


if __name__ == "__main__":
    main(sys.argv[1:])

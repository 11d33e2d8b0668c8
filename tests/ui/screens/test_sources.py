"""The credits as the window shows them."""

from wargame.store.paths import assets_folder
from wargame.ui.kit.markup import BlockKind, blocks
from wargame.ui.screens.sources import credits_text

FILE = """# Credits

What comes
from others.

## Taken

| source | licence |
|---|---|
| `a` | MIT |
| b | OFL |

- One thing
  and no more.
"""


def test_tables_become_lists_and_paragraphs_run_on() -> None:
    """Without the title, which the dialog has, without the heads of columns, and without the signs of code."""
    assert credits_text(FILE).splitlines() == [
        "What comes from others.",
        "# Taken",
        "- a · MIT",
        "- b · OFL",
        "- One thing and no more.",
    ]


def test_the_file_itself_is_told_whole() -> None:
    """Every row of its tables is a point, and no sign of its own markup is left."""
    file = (assets_folder() / "CREDITS.md").read_text("utf-8")
    rows = [line for line in file.splitlines() if line.startswith("| ")]
    tables = sum(line.startswith("|---") for line in file.splitlines())
    found = blocks(credits_text(file))
    points = sum(block.kind is BlockKind.BULLET for block in found)
    assert points >= len(rows) - tables > 5
    assert not [piece for block in found for piece in block.pieces if "`" in piece.text or "|" in piece.text]

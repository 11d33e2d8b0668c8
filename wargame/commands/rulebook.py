"""`wargame rulebook`: the laws as the code states them."""

from __future__ import annotations

import importlib
import pkgutil
from itertools import groupby
from pathlib import Path

import wargame.rules
from wargame.rules.law import LAWS, Law
from wargame.store.outputs import written

OPENING = """# The rulebook

Made from the laws in `wargame/rules` by `wargame rulebook --out docs/rulebook.md`; a test holds that it is current.
Each law is a function: its id, what it says, where it comes from, and where it stands.
"""


def rulebook(out: Path | None) -> None:
    """Print or write the rulebook. Raises InputError where it cannot be written."""
    text = rulebook_text()
    if out is None:
        print(text, end="")
    else:
        with written(out):
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(text, encoding="utf-8")


def all_laws() -> list[Law]:
    """Every law, by chapter and number."""
    for module in pkgutil.iter_modules(wargame.rules.__path__):
        importlib.import_module(f"wargame.rules.{module.name}")
    return sorted(LAWS.values(), key=lambda law: (_chapter(law), int(law.id.rsplit("-", 1)[1])))


def _chapter(law: Law) -> str:
    return law.id.rsplit("-", 1)[0]


def rulebook_text() -> str:
    """The rulebook as Markdown."""
    parts = [OPENING]
    for chapter, laws in groupby(all_laws(), _chapter):
        parts.append(f"\n## {chapter.capitalize()}\n")
        for law in laws:
            parts.append(
                f"\n**{law.id}** {law.words}  \n*{law.source}* · `{law.module.removeprefix('wargame.')}.{law.name}`\n"
            )
    return "".join(parts)

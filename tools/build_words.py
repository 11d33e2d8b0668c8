"""Gathers the texts of the window into `wargame/ui/words/tripwire.pot`, for translators: `python -m tools.build_words`.

Texts are the first argument of `_`, and the first two of `_n`, as literals; anything else in their place is a fault.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "wargame" / "ui"
CATALOGUE = ROOM / "words" / "tripwire.pot"
ARGUMENTS = {"_": 1, "_n": 2}  # how many of the first arguments are texts
HEAD = """# Texts of the window of Tripwire. Made by `python -m tools.build_words`; do not edit.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


class Found(NamedTuple):
    """A text, its form for many or nothing, and the file it stands in."""

    text: str
    many: str
    file: str


def texts_of(file: Path) -> Iterator[Found]:
    """Texts of one source file, in their order."""
    name = file.relative_to(ROOT).as_posix()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Name(id="_" | "_n" as word), args=arguments):
                texts = [_literal(argument, name) for argument in arguments[: ARGUMENTS[word]]]
                yield Found(texts[0], texts[1] if word == "_n" else "", name)


def catalogue() -> str:
    """The whole catalogue, sorted by text; each text once, with the files it stands in."""
    places: dict[tuple[str, str], set[str]] = {}
    for file in sorted(ROOM.rglob("*.py")):
        for found in texts_of(file):
            places.setdefault((found.text, found.many), set()).add(found.file)
    entries = (_entry(text, many, sorted(files)) for (text, many), files in sorted(places.items()))
    return HEAD + "".join(entries)


def main() -> None:
    """Write the catalogue."""
    CATALOGUE.write_text(catalogue(), encoding="utf-8", newline="\n")


def _literal(argument: ast.expr, file: str) -> str:
    match argument:
        case ast.Constant(value=str() as text):
            return text
        case _:
            sys.exit(f"{file}:{argument.lineno}: a text for translators has to be a literal")


def _entry(text: str, many: str, files: list[str]) -> str:
    places = "".join(f"#: {file}\n" for file in files)
    if many:
        return f'\n{places}msgid {_quoted(text)}\nmsgid_plural {_quoted(many)}\nmsgstr[0] ""\nmsgstr[1] ""\n'
    return f'\n{places}msgid {_quoted(text)}\nmsgstr ""\n'


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    main()

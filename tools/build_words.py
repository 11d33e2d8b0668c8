"""Gathers the texts of the game into `wargame/locale/tripwire.pot`, for translators: `python -m tools.build_words`.

Texts are the first argument of `_`, and the first two of `_n`, as literals; anything else in their place is a fault.
The sentences and sources of laws, and what columns say, are gathered from the rulebook itself; what commands say of
themselves, from their docstrings.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from wargame.engine.observe import ROWS
from wargame.model.columns import Row
from wargame.model.world import Place
from wargame.rules import entries
from wargame.rules.law import LAWS

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "wargame"
CATALOGUE = ROOM / "locale" / "tripwire.pot"
COMMANDS = ROOM / "cli.py"
ARGUMENTS = {"_": 1, "_n": 2}  # how many of the first arguments are texts
HEAD = """# Texts of Tripwire. Made by `python -m tools.build_words`; do not edit.
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


def texts_of_commands() -> Iterator[Found]:
    """What commands say of themselves: the docstrings of what `_command` makes commands of."""
    for node in ast.walk(ast.parse(COMMANDS.read_text("utf-8"))):
        match node:
            case ast.FunctionDef(decorator_list=[ast.Call(func=ast.Name(id="_command"))]):
                yield Found(ast.get_docstring(node) or "", "", COMMANDS.relative_to(ROOT).as_posix())


def texts_of_rules() -> Iterator[Found]:
    """What laws and columns say of themselves."""
    assert entries.__name__  # loads every chapter of the rulebook
    for law in LAWS.values():
        file = law.module.replace(".", "/") + ".py"
        yield Found(law.sentence, "", file)
        yield Found(law.source, "", file)
    rows: tuple[type[Row], ...] = (*ROWS.values(), Place)
    for row in rows:
        for column in filter(lambda column: column.says, row.columns.values()):
            yield Found(column.says, "", row.__module__.replace(".", "/") + ".py")


def catalogue() -> str:
    """The whole catalogue, sorted by text; each text once, with the files it stands in."""
    places: dict[tuple[str, str], set[str]] = {}
    written = (found for file in sorted(ROOM.rglob("*.py")) for found in texts_of(file))
    for found in (*written, *texts_of_commands(), *texts_of_rules()):
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

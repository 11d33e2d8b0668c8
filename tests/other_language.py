"""A language of one letter, into which every text of the catalogue is translated: what stays English did not pass through it."""

from __future__ import annotations

import os
import re
import string
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tools.build_words import ROOM, texts_of, texts_of_commands, texts_of_rules

LETTER: Final = "ж"
LANGUAGE: Final = "xx"
HEAD: Final = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
MAGIC: Final = 0x950412DE  # how a compiled catalogue begins
BESIDE: Final = 28  # bytes before the tables of a compiled catalogue
# The languages of the package are looked for in another folder; all else is the program as it is.
PROGRAM: Final = """
import gettext, sys
found, folder = gettext.translation, sys.argv.pop(1)
gettext.translation = lambda domain, _, **options: found(domain, folder, **options)
from wargame.cli import main
main()
"""


def translated(text: str) -> str:
    """The text with every letter replaced, but for the names of its places."""
    parts = []
    for said, name, form, _ in string.Formatter().parse(text):
        parts.append(re.sub(r"[^\W\d_]", LETTER, said).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            parts.append("{" + name + (f":{form}" if form else "") + "}")
    return "".join(parts)


def write_language(folder: Path) -> None:
    """The whole catalogue in that language, as gettext reads it."""
    texts = {"": HEAD}
    for file in ROOM.rglob("*.py"):
        for found in texts_of(file):
            forms = [form for form in (found.text, found.many) if form]
            texts["\0".join(forms)] = "\0".join(translated(form) for form in forms)
    texts |= {found.text: translated(found.text) for found in texts_of_commands()}
    texts |= {found.text: re.sub(r"[^\W\d_]", LETTER, found.text) for found in texts_of_rules()}
    file = folder / LANGUAGE / "LC_MESSAGES" / "tripwire.mo"
    file.parent.mkdir(parents=True)
    file.write_bytes(_compiled(texts))


def spoken(folder: Path, *words: object) -> str:
    """All that `wargame WORDS` says in the language of a folder, with its exit code 0 or 1."""
    environment = {**os.environ, "LANGUAGE": LANGUAGE, "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", PROGRAM, str(folder), *map(str, words)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)
    assert ended.returncode in (0, 1), ended.stderr
    return ended.stdout + ended.stderr


def _compiled(texts: Mapping[str, str]) -> bytes:
    pairs = sorted((one.encode(), other.encode()) for one, other in texts.items())
    at = BESIDE + 16 * len(pairs)
    tables, contents = [b"", b""], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side] += struct.pack("<II", len(pair[side]), at + len(contents))
            contents += pair[side] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, len(pairs), BESIDE, BESIDE + 8 * len(pairs), 0, at)
    return head + tables[0] + tables[1] + contents

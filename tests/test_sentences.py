"""What a user is told of files, saves, options and commands passes through the catalogue, sentence by sentence."""

import ast
import re
from pathlib import Path

import pytest

from tools.build_words import ROOM

SAYERS = ("print", "InputError", "shown", "one_line")
SAYING = ("commands", "engine/invariants.py", "engine/packing.py", "model/findings.py", "model/starts.py", "store")
SAYING += ("cli.py", "study/games.py", "study/keeping.py", "study/page.py", "ui/shot.py", "ui/stills.py")
REPORTING = ("charts", "fears", "foreseen", "glossary", "graphs", "head", "hotwash", "knowledge", "pieces")
REPORTING += ("questions", "retrace", "sentences", "timeline", "turning", "words", "writing")
SAYING += tuple(f"report/{name}.py" for name in REPORTING)
PAGES = (
    "rulebook.py",
    "study.py",
    "study_seats.py",
    "study_threat.py",
    "study_wars.py",
)  # write pages of docs, which are in English
WORD = re.compile(r"[^\W\d_]{2,}")
NO_TEXT = re.compile(
    r"\s*(select|insert into|pragma|create table|begin immediate|begin;|seq, turn|number, turn)"  # asked of SQLite
    r"|--\w+ \{\}(: \{\})?$"  # an option as it was given
    r"|(np\.|tuple|Scalar|Callable)[\w.| ]*\["  # types
)
NOT_OURS = {  # by file: words of a library that are looked for, values of enums, and faults of the caller's own
    "store/yaml_syntax.py": (
        "maximum nesting depth",
        "mapping values are not allowed",
        "could not find expected ':'",
        "unexpected end of stream",
        "unexpected document ",
        "unknown escape character",
        "alphabetic or numeric",
        "incompatible YAML document",
        "did not find expected key",
        "expected <block end>",
        "did not find expected '-' indicator",
        "cannot start any token",
    ),
    "store/saves.py": (
        "a log entry of more than {} bytes",
        "a snapshot of more than {} bytes",
        "the save is closed",
        "no such turn: {}",
        "a kind or phase has 1 to {} letters: {}",
    ),
    "store/save_errors.py": ("in use",),
    "store/editor_schema.py": (  # what an editor shows of a key, as the descriptions of the model
        "The scenario this one stands on: the name of a file of this folder, or of a shipped one.",
        "The day, among the `starts` of that scenario, as of which this one stands on it.",
    ),
    "commands/faults.py": ("tripwire {}", "Python {}, {}", "command: {}"),  # of a report for developers
    "store/save_reading.py": ("in use",),
    "cli.py": (
        "simulate, council, threat, replay, shot (python3 play.py --help)",
        "simulate first_steps --games 10",
        "council first_steps sanctions",
        "{}python3 play.py {}",
    ),
    "commands/warm.py": ("numba {}, llvmlite {}, {}, {}\n",),
    "engine/invariants.py": ("row of ",),
}


def files_that_say_what_is_wrong() -> list[Path]:
    """The files whose texts reach a user as faults, answers of commands and help."""
    named = [ROOM / name for name in SAYING]
    files = [*(ROOM / "model").glob("references*.py"), *named]
    found = (file.rglob("*.py") if file.is_dir() else [file] for file in files)
    return sorted(file for some in found for file in some if file.name not in PAGES)


def loose_sentences(source: str) -> list[str]:
    """Literals of two words and more, and f-strings with a word in them, that translators do not see."""
    tree = ast.parse(source)
    caught = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "_n")
    ]
    filled = [part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values]
    docs = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    seen = {id(part) for node in caught for part in ast.walk(node)} | {id(node) for node in (*docs, *filled)}
    # What stands in the catalogue as well is a key: words of a library, beside those that are shown for them.
    keys = {part.value for node in caught for part in ast.walk(node) if isinstance(part, ast.Constant)}
    loose = []
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str() as text) if id(node) not in seen and text not in keys:
                loose += [text] if len(WORD.findall(text)) > 1 and len(text.split()) > 1 else []
            case ast.JoinedStr(values=parts) if id(node) not in seen:
                said = [str(part.value) if isinstance(part, ast.Constant) else "{}" for part in parts]
                loose += ["".join(said)] if WORD.search("".join(said)) and " " in "".join(said) else []
    return [text for text in loose if not NO_TEXT.match(text)]


@pytest.mark.parametrize("file", files_that_say_what_is_wrong(), ids=lambda file: file.relative_to(ROOM).as_posix())
def test_what_is_wrong_passes_through_the_catalogue(file: Path) -> None:
    """No sentence that a user can read of a file, a save, an option or a command stands outside `_` and `_n`."""
    allowed = NOT_OURS.get(file.relative_to(ROOM).as_posix(), ())
    assert [text for text in loose_sentences(file.read_text("utf-8")) if text not in allowed] == []


@pytest.mark.parametrize("name", PAGES)
def test_what_writers_of_pages_print_passes_through_the_catalogue(name: str) -> None:
    """Their pages are in English; what they say on the screen and refuse is not."""
    for node in ast.walk(ast.parse((ROOM / "commands" / name).read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYERS:
            assert loose_sentences(ast.unparse(node)) == []


def test_a_loose_sentence_is_found() -> None:
    """As a literal, as an f-string, as a default; not as a docstring, a key or one word."""
    loose = ["raise Fault('it is wrong')", "yield f'{file}: wrong'", "def tell(said='it is wrong'): pass"]
    assert all(loose_sentences(source) for source in loose)
    sound = [
        "raise Fault(_('it is wrong'))",
        "yield f'{file}: {cause}'",
        "'''It is wrong.'''",
        "print(_n('a b', 'c d', 2))",
    ]
    assert not any(loose_sentences(source) for source in sound)

"""The catalogue of texts is current and whole, and every text can be filled in."""

import ast
import gettext
import string
from pathlib import Path

import pytest

from tools.build_words import CATALOGUE, ROOM, ROOT, catalogue, texts_of

SHOWN = ("Button", "Label", "Tab", "Heading", "heading", "caption", "title", "TextField", "Toggle", "icon_button")


def test_the_catalogue_is_current() -> None:
    """Made anew by `python -m tools.build_words`, it is the same."""
    assert CATALOGUE.read_text("utf-8") == catalogue()


def test_every_text_stands_in_it_once() -> None:
    """And there are many."""
    texts = [line for line in catalogue().splitlines() if line.startswith("msgid ")]
    assert len(texts) == len(set(texts)) > 60


def test_places_to_be_filled_in_have_names() -> None:
    """A translator must be able to change their order."""
    for file in sorted(ROOM.rglob("*.py")):
        for found in texts_of(file):
            names = [name for _, name, _, _ in string.Formatter().parse(found.text) if name is not None]
            assert "" not in names, found


def test_one_and_many_are_said_otherwise() -> None:
    """A text that counts names one thing and several; but "more" is more, of one as of many."""
    counting = [found for file in sorted(ROOM.rglob("*.py")) for found in texts_of(file) if found.many]
    assert len(counting) > 20
    assert [found for found in counting if found.text == found.many and not found.text.endswith(" more")] == []


def test_no_widget_is_given_a_text_that_translators_do_not_see() -> None:
    """A literal of more than one letter as an argument of a widget passes through the catalogue; ids and icons do not."""
    loose: list[str] = []
    for file in sorted((ROOM / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SHOWN:
                texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
                loose += [f"{file.relative_to(ROOT)}: {text}" for text in texts if " " in text or text[:1].isupper()]
    assert loose == []


@pytest.mark.parametrize(
    "name",
    [
        "engine/chronicle.py",
        "engine/chronicle_councils.py",
        "engine/chronicle_forces.py",
        "engine/chronicle_states.py",
        "engine/phrases.py",
        "engine/titles.py",
        "engine/vocabulary.py",
        "model/calendar.py",
        "engine/telling.py",
    ],
)
def test_what_the_game_tells_passes_through_the_catalogue(name: str) -> None:
    """Of the files that tell of the game, no literal with a word in it stands outside `_` and `_n`, but docstrings and keys."""
    tree = ast.parse((ROOM / name).read_text("utf-8"))
    caught = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "_n")
        for part in ast.walk(node)
    }
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    loose = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in caught | docs
        if " " in node.value.strip() or node.value[:1].isupper()
    ]
    assert loose == []


def test_a_text_that_is_no_literal_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It could not be gathered."""
    monkeypatch.setattr("tools.build_words.ROOT", tmp_path)
    (tmp_path / "a.py").write_text('_("one")\n_n("one", "many", 2)\n', "utf-8")
    (tmp_path / "b.py").write_text("_(word)\n", "utf-8")
    assert [found[:2] for found in texts_of(tmp_path / "a.py")] == [("one", ""), ("one", "many")]
    with pytest.raises(SystemExit, match=r"b\.py:1"):
        list(texts_of(tmp_path / "b.py"))


def test_an_unknown_language_reads_english() -> None:
    """There is always a text."""
    words = gettext.translation("tripwire", ROOM / "locale", languages=["xx"], fallback=True)
    assert words.gettext("End turn") == "End turn"

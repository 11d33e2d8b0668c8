"""The rulebook as a whole: every law is cited, told in words and held by a case; every die is asked by one law."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import wargame.rules
from wargame.model.codes import Die
from wargame.rules import legal_drafts, legal_marches, legality
from wargame.rules.law import LAWS, law_of

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "wargame"
TESTS = ROOT / "tests" / "rules"
RULES = "wargame.rules"
LAW_ID = re.compile(r"[A-Z][A-Z0-9]*-[1-9][0-9]*")

for _, module, _ in pkgutil.iter_modules(wargame.rules.__path__):
    import_module(f"{RULES}.{module}")


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef]:
    """All functions of a source file."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def cited(source: str) -> list[tuple[str, str]]:
    """Id and function of each law in a source file."""
    found = []
    for function in functions(ast.parse(source)):
        for mark in function.decorator_list:
            match mark:
                case ast.Call(func=ast.Name(id="law"), args=[ast.Constant(value=str(id)), *_]):
                    found.append((id, function.name))
    return found


def test_each_law_has_an_id_of_its_own() -> None:
    """Law 4: a law is cited by its id; none is used twice, none is missing from the register."""
    everywhere = [law for file in sorted((PACKAGE / "rules").glob("*.py")) for law in cited(file.read_text("utf-8"))]
    assert [id for id, count in Counter(id for id, _ in everywhere).items() if count > 1] == []
    assert {id: name for id, name in everywhere} == {id: law.name for id, law in LAWS.items()}
    assert all(LAW_ID.fullmatch(id) for id in LAWS)


def test_a_chapter_numbers_its_laws_without_gaps() -> None:
    """A reader who looks for the next law of a chapter finds it."""
    chapters: dict[str, list[int]] = {}
    for id in LAWS:
        chapter, _, number = id.partition("-")
        chapters.setdefault(chapter, []).append(int(number))
    gaps = {chapter: sorted(set(range(1, max(found) + 1)) - set(found)) for chapter, found in chapters.items()}
    assert {chapter: missing for chapter, missing in gaps.items() if missing} == {}


def test_each_law_is_told_in_words_and_has_a_source() -> None:
    """Law 3: the docstring is the law in words, its first line is a sentence; the source says where it comes from."""
    for law in LAWS.values():
        first = law.says.splitlines()[0] if law.says else ""
        assert first.endswith("."), law.id
        assert law.source.strip(), law.id


def used_laws(source: str) -> set[tuple[str, str]]:
    """Module and name of everything from the rules that a test file uses."""
    tree = ast.parse(source)
    modules: dict[str, str] = {}
    names: dict[str, tuple[str, str]] = {}
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module="wargame.rules", names=imported):
                modules |= {alias.asname or alias.name: f"{RULES}.{alias.name}" for alias in imported}
            case ast.ImportFrom(module=str(module), names=imported) if module.startswith(f"{RULES}."):
                names |= {alias.asname or alias.name: (module, alias.name) for alias in imported}
    used = set()
    for node in ast.walk(tree):
        match node:
            case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in modules:
                used.add((modules[owner], name))
            case ast.Name(id=name, ctx=ast.Load()) if name in names:
                used.add(names[name])
    return used


def test_no_law_is_told_with_the_names_of_its_arguments() -> None:
    """Players and the rulebook read words; what programmers must know of arguments stands in paragraphs of its own."""
    for law in LAWS.values():
        assert "`" not in law.sentence, law.id
        assert law.words.startswith(law.sentence), law.id
        assert "terms." not in law.words, law.id
    assert any("`" in law.says for law in LAWS.values())


def test_every_law_has_an_asserted_case() -> None:
    """`How to see it is right`: each law of the rulebook is called by its own name in the tests of its chapter."""
    used = set().union(*(used_laws(file.read_text("utf-8")) for file in TESTS.glob("test_*.py")))
    assert sorted(id for id, law in LAWS.items() if (law.module, law.name) not in used) == []


def test_the_search_for_cases_can_fail() -> None:
    """A law that is only imported, or only shares a name with something else, is not counted as used."""
    assert used_laws("from wargame.rules.motive import losses\nx = country.losses") == set()
    assert used_laws("from wargame.rules.motive import losses\nlosses(1)") == {(f"{RULES}.motive", "losses")}
    assert used_laws("from wargame.rules import motive as laws\nlaws.losses") == {(f"{RULES}.motive", "losses")}


def askers() -> dict[str, set[str]]:
    """Who asks each die: file and function."""
    found: dict[str, set[str]] = {}
    for room in ("rules", "engine", "ai"):
        for file in sorted((PACKAGE / room).rglob("*.py")):
            for function in functions(ast.parse(file.read_text("utf-8"))):
                for node in ast.walk(function):
                    match node:
                        case ast.Attribute(value=ast.Name(id="Die"), attr=name):
                            found.setdefault(name, set()).add(f"{file.stem}.{function.name}")
    return found


def test_every_die_is_asked_by_one_law() -> None:
    """Law 6: two laws asking under one id would share their luck; a die that nobody asks is not one."""
    found = askers()
    assert {name: places for name, places in found.items() if len(places) != 1} == {}
    assert set(found) == {die.name for die in Die}
    assert len({int(die) for die in Die}) == len(Die)


def test_every_number_of_the_rulebook_is_read() -> None:
    """A number that no rule reads would be tuned in vain."""
    from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers

    read = {
        node.attr
        for room in ("rules", "engine", "ai")
        for file in (PACKAGE / room).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }
    chapters = (CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers)
    assert [f"{chapter.__name__}.{name}" for chapter in chapters for name in chapter.numbers if name not in read] == []


def test_a_refusal_names_a_law_by_its_function() -> None:
    """Law 8: what a refusal cites is asked of the law, so that it follows when laws are numbered anew."""
    assert (law_of(legality.is_funded).id, law_of(legality.is_funded).number) == ("LEGAL-10", 10)
    with pytest.raises(KeyError):
        law_of(legal_drafts.draft_is_legal)


def spelt(source: str) -> set[str]:
    """Ids of laws of legality that a source file spells out elsewhere than where a law is made."""
    tree = ast.parse(source)
    made = {node for mark in ast.walk(tree) if isinstance(mark, ast.FunctionDef) for node in mark.decorator_list}
    inside = {id(node) for mark in made for node in ast.walk(mark)}
    words = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in inside)
    return {word for word in words if isinstance(word, str) and re.fullmatch(r"LEGAL-[1-9][0-9]*", word)}


def test_no_refusal_spells_a_number_out() -> None:
    """Law 8: neither the rules nor the engine nor a session write the id of a law of legality themselves."""
    files = [*(PACKAGE / "rules").glob("*.py"), *(PACKAGE / "engine").glob("*.py"), PACKAGE / "session.py"]
    assert {file.name: spelt(file.read_text("utf-8")) for file in files if spelt(file.read_text("utf-8"))} == {}
    assert spelt('@law("LEGAL-1", "x")\ndef f(): return "LEGAL-2"') == {"LEGAL-2"}


def test_a_stage_of_legality_returns_no_bare_number() -> None:
    """Law 8: what a stage returns or keeps as the number of a law is a name that was asked of the law."""
    for module in (legal_drafts, legal_marches):
        for function in functions(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
            if function.name.startswith("broken_"):
                kept = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
                kept += [
                    node.value
                    for node in ast.walk(function)
                    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript)
                ]
                bare = [node.value for node in kept if isinstance(node, ast.Constant)]
                assert set(bare) <= {0}, function.name

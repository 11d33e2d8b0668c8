"""`wargame warm`: after it no command compiles anything; before it nothing is done in the dark."""

from __future__ import annotations

import ast
import inspect
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

import wargame.rules
from tests.commands.calling import SMALL, call
from tests.played import Played
from wargame.commands import warm as command
from wargame.commands.compiling import compile_way, ways_in
from wargame.commands.warm import MARK, make_warm
from wargame.rules import entries
from wargame.rules.law import compiled
from wargame.store.save_lock import WriterLock


def entries_by_name() -> set[str]:
    """Every way into the compiled rules, as the source marks it."""
    tree = ast.parse(inspect.getsource(entries))
    found = (node for node in tree.body if isinstance(node, ast.FunctionDef))
    return {way.name for way in found if any(ast.unparse(mark) == "entry" for mark in way.decorator_list)}


def test_every_way_into_the_rules_is_compiled() -> None:
    """A new entry is given its arguments here, or it would be compiled in the midst of a game."""
    assert set(ways_in()) == entries_by_name()


@contextmanager
def compilations() -> Iterator[list[str]]:
    """The functions that are compiled inside."""
    found: list[str] = []
    if compiled() == "python":
        yield found
        return
    from numba.core import event

    class Listener(event.Listener):  # type: ignore[misc]
        def on_start(self, happening: event.Event) -> None:
            found.append(happening.data["dispatcher"].py_func.__name__)

        def on_end(self, happening: event.Event) -> None:
            pass

    listener = Listener()
    event.register("numba:compile", listener)
    try:
        yield found
    finally:
        event.unregister("numba:compile", listener)


def test_games_and_questions_compile_nothing_more(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, war: Played
) -> None:
    """Issue, point 1: what was warmed are the very types that commands pass. (The fixture is a game with a war.)"""
    make_warm()
    for name, arguments in ways_in().items():
        if compiled() == "numba":
            compile_way(getattr(entries, name), arguments)
    assert war.steps
    with compilations() as found:
        assert call(capsys, "simulate", SMALL, "--workers", 1, "--save", tmp_path).code == 0
        assert call(capsys, "replay", tmp_path / "seed-1.tripwire", "--verify").code == 0
        assert call(capsys, "threat", "first_steps", "--csv").code == 0
        assert call(capsys, "council", "first_steps", "sanctions").code == 0
    assert found == []


def test_warm_rules_are_not_warmed_again(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a warm cache it only reads the mark."""
    make_warm()

    def compile_all(folder: Path) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(command, "_compile_all", compile_all)
    answer = call(capsys, "warm")
    assert answer.code == 0
    assert len(answer.lines) == 1


def compilations_begun(monkeypatch: pytest.MonkeyPatch, folder: Path) -> list[Path]:
    """From now on compiled code is looked for in `folder`, and compiling is only put down."""
    begun: list[Path] = []
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(folder))
    monkeypatch.setattr(command, "_compile_all", begun.append)
    return begun


def test_another_machine_or_compiler_is_not_taken_for_warm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The mark says for what it was made; the folder may be shared."""
    if compiled() == "python":
        return
    begun = compilations_begun(monkeypatch, tmp_path)
    (tmp_path / MARK).write_text("numba 0.1", encoding="utf-8")
    make_warm()
    make_warm()
    assert begun == [tmp_path]


def test_another_checkout_is_not_taken_for_warm(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Compiled code belongs to the files it was made from: a copy of the same rules elsewhere compiles, and both stay warm."""
    if compiled() == "python":
        return
    begun = compilations_begun(monkeypatch, tmp_path)
    make_warm()
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr(wargame.rules, "__file__", "/elsewhere/wargame/rules/__init__.py")
        make_warm()
    make_warm()
    assert begun == [tmp_path, tmp_path]


def test_a_second_first_start_waits_for_the_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Both would compile into the same folder and take each other's work away."""
    if compiled() == "python":
        return
    begun = compilations_begun(monkeypatch, tmp_path)
    first = WriterLock(tmp_path / MARK)
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(make_warm)
        with pytest.raises(TimeoutError):
            second.result(timeout=0.5)
        (tmp_path / MARK).write_text(command._provenance(), encoding="utf-8")
        first.release()
        second.result(timeout=10)
    assert begun == []


def test_what_a_second_process_compiled_is_taken_over_way_by_way(tmp_path: Path) -> None:
    """The index of a way in names its code, so both come from one process; what is there stays."""
    mine, theirs = tmp_path / "mine" / "rules", tmp_path / "theirs" / "rules"
    for folder, names in ((mine, ("a", "b")), (theirs, ("b", "c"))):
        folder.mkdir(parents=True)
        for name in names:
            (folder / f"entries.{name}.py311.nbi").write_text(folder.parent.name)
            (folder / f"entries.{name}.py311.1.nbc").write_text(folder.parent.name)
    command._take_over(theirs.parent, mine.parent)
    assert {file.name: file.read_text() for file in mine.iterdir()} == {
        **dict.fromkeys(
            ("entries.a.py311.nbi", "entries.a.py311.1.nbc", "entries.b.py311.nbi", "entries.b.py311.1.nbc"), "mine"
        ),
        **dict.fromkeys(("entries.c.py311.nbi", "entries.c.py311.1.nbc"), "theirs"),
    }


def test_helpers_use_the_same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the user's cache folder cannot be written, every process would else find one of its own."""
    if compiled() == "python":
        return
    monkeypatch.delenv("WARGAME_CACHE", raising=False)
    make_warm()
    assert Path(os.environ["WARGAME_CACHE"]) == Path(os.environ["NUMBA_CACHE_DIR"]).parent

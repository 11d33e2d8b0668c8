"""`wargame warm`: compile the rules, with progress, so that the first game starts at once."""

from __future__ import annotations

import os
import platform
import shutil
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import wargame.rules
from wargame.catalogue import _
from wargame.commands.compiling import PAUSE, compile_ways, functions, ways_in
from wargame.model.folders import CACHE_VARIABLE
from wargame.rules.law import compiled
from wargame.store.faults import InputError
from wargame.store.save_errors import Unsound
from wargame.store.save_lock import WriterLock
from wargame.study.processes import starting

LONGEST: Final = (
    "play_futures",
)  # calls nearly all that is compiled; the other ways in share most of it with one another
WAY = "entries.*.nbi"  # in the folder of compiled code, one a way in
SECOND = "second"  # folder of what the other of two processes compiles
MARK = "warm"  # file that says by which compiler, for which machine and from which checkout all is compiled


def warm() -> None:
    """Compile what is not compiled yet and say so."""
    if compiled() == "python":
        print(_("numba is absent or switched off: the rules run as they are written, slower."))
        return
    make_warm()
    print(_("the rules are compiled"))


def make_warm() -> None:
    """Make sure that nothing has to be compiled later: at once where it was done before. Raises InputError."""
    if compiled() == "python":
        return
    folder = Path(os.environ["NUMBA_CACHE_DIR"])  # set by rules/law
    os.environ.setdefault(CACHE_VARIABLE, str(folder.parent))  # processes that help use the same folder
    mark = folder / MARK
    if _is_warm(mark):
        return
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(mark):
        if _is_warm(mark):  # by whoever was waited for
            return
        _compile_all(folder)
        with mark.open("a", encoding="utf-8") as lines:
            lines.write(_provenance())


def _is_warm(mark: Path) -> bool:
    return mark.is_file() and _provenance() in mark.read_text(encoding="utf-8")


@contextmanager
def _alone(mark: Path) -> Iterator[None]:
    """Two first starts at once would compile into the same folder: the second waits for the first."""
    while True:
        try:
            lock = WriterLock(mark)
        except Unsound:
            time.sleep(PAUSE)
        else:
            break
    try:
        yield
    finally:
        lock.release()


def _provenance() -> str:
    """What compiled code is made by, for and from: numba looks at the same."""
    made_from = Path(wargame.rules.__file__ or "").parent
    return f"numba {version('numba')}, llvmlite {version('llvmlite')}, {platform.machine()}, {made_from}\n"


def _compile_all(folder: Path) -> None:
    """Two processes side by side where there are two cores. Raises InputError."""
    ways = tuple(ways_in())
    if (os.cpu_count() or 1) == 1:
        _run_together({folder.parent: ways})
        return
    second = folder / SECOND
    shutil.rmtree(second, ignore_errors=True)  # of an interrupted start
    _run_together({folder.parent: LONGEST, second: tuple(way for way in ways if way not in LONGEST)})
    _take_over(second / folder.name, folder)
    shutil.rmtree(second, ignore_errors=True)  # not there where a script loaded the rules before: it has one folder


def _run_together(work: Mapping[Path, Collection[str]]) -> None:
    """Compile each set of ways into its cache folder, in a process each."""
    context = get_context("spawn")
    counts = [context.Value("i", 0, lock=False) for _ in work]
    helpers = [
        context.Process(target=compile_ways, args=(cache, names, done), daemon=True)
        for (cache, names), done in zip(work.items(), counts, strict=True)
    ]
    with starting():
        for helper in helpers:
            helper.start()
    try:
        with _telling(len(functions()), lambda: max(done.value for done in counts)) as tell:
            while any(helper.is_alive() for helper in helpers):
                helpers[-1].join(PAUSE)
                tell()
    finally:
        for helper in helpers:
            helper.terminate()
            helper.join()
    if any(helper.exitcode for helper in helpers):
        refusal = _("compiling the rules failed; {setting} plays without, slower")
        raise InputError([refusal.format(setting="NUMBA_DISABLE_JIT=1")])


def _take_over(source: Path, target: Path) -> None:
    """Take what another process compiled, way by way; what both compiled stays as it is."""
    for index in source.rglob(WAY):
        wanted = target / index.relative_to(source)
        if not wanted.exists():
            wanted.parent.mkdir(exist_ok=True)
            for code in index.parent.glob(f"{index.stem}.*.nbc"):
                shutil.move(code, wanted.parent)
            shutil.move(index, wanted)  # last: it says that the code is there


@contextmanager
def _telling(total: int, done: Callable[[], int]) -> Iterator[Callable[[], None]]:
    """Shows how many functions are compiled: a bar on a terminal, else a line before and after."""
    began = time.monotonic()
    if not sys.stderr.isatty():
        print(_("compiling the rules, once (about a minute)"), file=sys.stderr, flush=True)
        yield lambda: None
        print(
            _("compiled in {seconds} s").format(seconds=f"{time.monotonic() - began:.0f}"), file=sys.stderr, flush=True
        )
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn(_("compiling the rules, once")), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda: bar.update(task, completed=min(total, done()))

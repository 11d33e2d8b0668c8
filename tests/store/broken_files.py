"""A folder of broken files, each of which says in its first line what it is to be answered with.

# expect: <line>:<column>: <fragment of the first problem>
# expect-count: <number of problems>        (may be left out)
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from wargame.store.faults import InputError

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"

_EXPECT = re.compile(r"\ufeff?# expect: (\d+):(\d+): (.+)$", re.MULTILINE)
_COUNT = re.compile(r"^# expect-count: (\d+)$", re.MULTILINE)


def broken_files(folder: str) -> list[Path]:
    """The files of a folder of `tests/fixtures`; parametrize a test with them, and with `ids=file_name`."""
    return sorted((FIXTURES / folder).glob("*.yaml"))


def file_name(path: Path) -> str:
    return path.name


def check_answer(path: Path, load: Callable[[Path], object]) -> None:
    """The file is refused, and its first problem stands and reads as its first line says."""
    text = path.read_text("utf-8")
    expected = _EXPECT.match(text)
    assert expected is not None, f"{path.name} does not begin with `# expect: line:column: fragment`"
    line, column, fragment = expected.groups()
    with pytest.raises(InputError) as refusal:
        load(path)
    problems = refusal.value.problems
    assert problems[0].startswith(f"{path}:{line}:{column}: "), problems
    assert fragment in problems[0]
    check_form(problems, path)
    count = _COUNT.search(text)
    if count is not None:
        assert len(problems) == int(count[1]), problems


def check_form(problems: tuple[str, ...], path: Path) -> None:
    """Each problem is one line that names the file and, where there is one, the place."""
    assert problems
    for problem in problems:
        assert problem.isprintable(), problem
        assert re.match(re.escape(str(path)) + r":(\d+:\d+:)? \S", problem), problem

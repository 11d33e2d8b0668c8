"""The opener of YAML from outside (law 14: file, place and cause; all at once; never a traceback)."""

import json
import os
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.store.broken_files import broken_files, check_answer, check_form, file_name
from tests.store.tiny_scenario import Deployment, Regime, Sanction, Scenario, load_tiny, references
from wargame.model.findings import Location, did_you_mean
from wargame.store.faults import MOST_LINES
from wargame.store.opener import MOST_BYTES, InputError, open_yaml_text
from wargame.store.schema_faults import MOST_HEARD
from wargame.store.yaml_syntax import FAST_LOADER, MOST_DEPTH, Unreadable
from wargame.store.yaml_tree import MOST_IN_ONE, MOST_INTEGER, MOST_NODES, Value, plain_value, read_tree

SECONDS_FOR_A_BOMB = 3.0  # of the processor; a tenth is what it takes where nothing else runs

GOOD = """\
# A comment with a colon: and a quote "
format: 1
title: Põhjala
turns: 40
start: 2022-02-24
countries:
  no: {name: Norway, cohesion: 70}
  est:
    name: "Estonia"
    regime: democracy
    neighbours: [no]
    capital: [59.4, 24.7]
measures:
  - {kind: sanction, cost: 3}
  - kind: deployment
    troops: 1_000
"""


def written(folder: Path, content: bytes) -> Path:
    path = folder / "scenario.yaml"
    path.write_bytes(content)
    return path


def problems_of(path: Path) -> tuple[str, ...]:
    with pytest.raises(InputError) as refusal:
        load_tiny(path)
    check_form(refusal.value.problems, path)
    return refusal.value.problems


def problem_of(folder: Path, content: bytes) -> str:
    """The only problem of a file of these bytes, without the name of the file."""
    path = written(folder, content)
    (problem,) = problems_of(path)
    return problem.removeprefix(f"{path}")


def test_a_good_file_is_read_as_it_is_meant(tmp_path: Path) -> None:
    """Text, numbers, lists into tuples and names into enums arrive under a strict schema."""
    scenario = load_tiny(written(tmp_path, GOOD.encode()))
    assert (scenario.title, scenario.turns, scenario.start) == ("Põhjala", 40, "2022-02-24")
    assert scenario.countries["no"].cohesion == 70
    assert scenario.countries["est"].neighbours == ("no",)
    assert scenario.countries["est"].capital == (59.4, 24.7)
    assert scenario.countries["est"].regime is Regime.DEMOCRACY
    assert scenario.measures == (Sanction(kind="sanction", cost=3), Deployment(kind="deployment", troops=1000))


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_marks_and_line_ends_of_other_systems_are_read(tmp_path: Path, prefix: bytes, line_end: bytes) -> None:
    """A file saved by a Windows editor means the same, and its errors stand where that editor shows them."""
    content = prefix + GOOD.encode().replace(b"\n", line_end)
    assert load_tiny(written(tmp_path, content)) == load_tiny(written(tmp_path, GOOD.encode()))
    spoilt = content.replace(b"format: 1", b"format: 7")
    assert problem_of(tmp_path, spoilt) == ":2:9: format: must be 1 (got 7)"


@pytest.mark.parametrize("path", broken_files("opener"), ids=file_name)
def test_a_broken_file_is_answered_as_it_expects(path: Path) -> None:
    """The first problem names the place and the cause that the file announces."""
    check_answer(path, load_tiny)


@pytest.mark.parametrize("path", broken_files("opener"), ids=file_name)
def test_both_parsers_read_alike(path: Path) -> None:
    """PyYAML without its C library gives the same data, places and faults."""
    text = path.read_text("utf-8")
    answers = []
    for loader in (FAST_LOADER, yaml.SafeLoader):
        try:
            tree = read_tree(text, loader)
        except Unreadable as error:
            answers.append(repr(error.fault))
        else:
            answers.append(repr((tree.data, vars(tree.places), tree.faults)))
    assert answers[0] == answers[1]


@pytest.mark.parametrize(
    ("content", "fragment"),
    [
        (b"", ":1:1: the file is empty"),
        (b"format: 1\ntitle: \xe9t\xe9\n", ":2:8: not UTF-8 (byte 0xe9)"),
        ("format: 1\ntitle: Põhjala \0".encode(), ":2:16: a zero byte"),
        ("format: 1\ntitle: Põ\x07".encode(), ":2:10: a character that a text file may not hold: U+0007"),
        (GOOD.encode("utf-16"), ":1:1: the file is UTF-16: save it as UTF-8"),
        (GOOD.encode("utf-16-be"), ":1:1: a zero byte: this is no text, or not UTF-8"),
        (GOOD.encode("utf-32"), ":1:1: the file is UTF-32: save it as UTF-8"),
        (b"x" * (MOST_BYTES + 1), ":1:1: the file is larger than 2,000,000 bytes"),
        (b"\x89PNG\r\n\x1a\n\xff\xfe", ":1:1: not UTF-8 (byte 0x89)"),
    ],
    ids=["empty", "latin-1", "zero", "bell", "utf-16", "utf-16 without mark", "utf-32", "too large", "a picture"],
)
def test_what_is_no_text_is_said_to_be_none(tmp_path: Path, content: bytes, fragment: str) -> None:
    """Bytes that are no UTF-8 text are refused with the place of the first wrong one."""
    assert problem_of(tmp_path, content).startswith(fragment)


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    """A missing file, a folder, a pipe and an impossible name each have their line; a pipe is not waited for."""
    os.mkfifo(tmp_path / "pipe")
    causes = {
        tmp_path / "none.yaml": "there is no such file",
        tmp_path: "this is a folder, not a file",
        tmp_path / "pipe": "not an ordinary file",
        tmp_path / "pipe" / "file": "cannot be read",
        tmp_path / ("x" * 5000): "cannot be read",
    }
    for path, cause in causes.items():
        (problem,) = problems_of(path)
        assert problem.startswith(f"{path}: {cause}")
    with pytest.raises(InputError, match=r"cannot be read: .*null"):
        load_tiny(tmp_path / "a\0b")


def test_a_file_that_may_not_be_read_is_said_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused permission is one line. The refusal is feigned: who runs the suite may be allowed everything."""
    path = written(tmp_path, GOOD.encode())

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert problems_of(path) == (f"{path}: no permission to read this file",)


def test_the_limits_of_a_file_stop_it_early(tmp_path: Path) -> None:
    """Depth and number are bounded, however the file nests, and no nesting exhausts the interpreter."""
    deep = b"[" * (MOST_DEPTH + 5)
    assert problem_of(tmp_path, deep) == f":1:{MOST_DEPTH + 1}: {'[0]' * MOST_DEPTH}: nested deeper than 40 levels"
    assert "nested deeper than 40 levels" in problem_of(tmp_path, b"[" * 500_000)
    assert "nested deeper than 40 levels" in problem_of(tmp_path, b"a: " + b"{a: " * 100_000)
    assert "nested deeper than 40 levels" in problem_of(tmp_path, b"- " * 100_000)
    assert "nested deeper than 40 levels" in problem_of(tmp_path, b"? " * 50)
    long = b"a: [" + b"1," * (MOST_IN_ONE + 5) + b"]"
    assert problem_of(tmp_path, long).endswith("a[20000]: more than 20000 keys and values in one place")
    many = b"[" + (b"[" + b"1," * MOST_IN_ONE + b"],") * (MOST_NODES // MOST_IN_ONE) + b"]"
    assert problem_of(tmp_path, many).endswith("more than 200000 keys and values")


def test_a_file_with_very_many_faults_is_answered_briefly(tmp_path: Path) -> None:
    """A wrong file does not flood the screen: the first hundred faults in the order of the file, then a count."""
    path = written(tmp_path, b"format: 1\n" + b"".join(b"key_%d: 1\n" % row for row in range(1000)))
    problems = problems_of(path)
    assert len(problems) == MOST_LINES + 1
    assert problems[0].endswith(":1:1: title: is required")
    assert problems[2].endswith(":2:1: key_0: unknown key")
    assert problems[-1] == f"{path}: and 902 more"


@pytest.mark.parametrize("line", [b"key_%d: 1\n", b"%d: 1\n", b"title: %d\n"], ids=["unknown", "no text", "twice"])
def test_a_bomb_of_keys_is_refused_at_once(tmp_path: Path, line: bytes) -> None:
    """However many keys follow, it is known early that no file of ours has so many, and nothing is made of the others."""
    rows = 90_000
    content = b"format: 1\n" + b"".join(line % row for row in range(rows))
    began = time.process_time()
    assert "more than 20000 keys and values in one place" in problem_of(tmp_path, content)
    assert time.process_time() - began < SECONDS_FOR_A_BOMB


def test_faults_beyond_those_put_in_words_are_counted(tmp_path: Path) -> None:
    """Only so many are looked at closely, and the count of the others is still right."""
    rows = MOST_HEARD + 500
    path = written(tmp_path, b"format: 1\n" + b"".join(b"key_%d: 1\n" % row for row in range(rows)))
    problems = problems_of(path)
    assert len(problems) == MOST_LINES + 1
    assert problems[-1] == f"{path}: and {rows + 2 - MOST_LINES} more"


def test_a_name_cannot_add_lines_or_command_the_terminal(tmp_path: Path) -> None:
    """Whatever a file is called or holds, a problem stays one printable line."""
    path = tmp_path / "a\n\x1b[31m.yaml"
    path.write_text('"b\\nc": 1\nformat: 1\ntitle: "1\\n2?"\ncountries: {}\n')
    with pytest.raises(InputError) as refusal:
        load_tiny(path)
    assert [problem.isprintable() for problem in refusal.value.problems] == [True, True]
    assert "\n".join(refusal.value.problems) == str(refusal.value)


def test_a_text_is_opened_like_a_file(tmp_path: Path) -> None:
    """The scenario kept inside a save goes through the same door, under a name of its own."""
    assert open_yaml_text(GOOD, "x", Scenario, references) == load_tiny(written(tmp_path, GOOD.encode()))
    with pytest.raises(InputError, match=r"^save 3:1:1: title: is required"):
        open_yaml_text("format: 1", "save 3", Scenario, references)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("estnia", " (did you mean 'estonia'?)"),
        ("ESTONIA", " (did you mean 'estonia'?)"),
        ("LATVIA", " (did you mean 'Latvia'?)"),
        ("zzz", ""),
        ("", ""),
        ("x" * 1_000_000, ""),
    ],
)
def test_a_word_is_recognised_in_spite_of_its_spelling(word: str, hint: str) -> None:
    assert did_you_mean(word, ["estonia", "Latvia"]) == hint


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("Off", "Off"),
        ("true", True),
        ("False", False),
        ("null", None),
        ("", None),
        ("12:30:00", "12:30:00"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("2022-02-24", "2022-02-24"),
        ("=", "="),
        ("<<", "<<"),
        ("1_000", 1000),
        ("-5", -5),
        ("+0", 0),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("5.", 5.0),
        ("1.2.3", "1.2.3"),
        ("-", "-"),
        ("e5", "e5"),
        (str(MOST_INTEGER), MOST_INTEGER),
        (str(-MOST_INTEGER), -MOST_INTEGER),
    ],
)
def test_plain_scalars_follow_yaml_1_2(text: str, value: object) -> None:
    """What YAML 1.1 takes for booleans, octals, clocks and dates is text."""
    assert plain_value(text) == value
    assert type(plain_value(text)) is type(value)


@pytest.mark.parametrize("text", [str(MOST_INTEGER + 1), "9" * 100_000, "1e400", "-1.0e400", ".inf", "-.Inf", ".nan"])
def test_numbers_that_cannot_be_kept_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="number"):
        plain_value(text)


LEAVES = st.one_of(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=8),
    st.integers(-MOST_INTEGER, MOST_INTEGER),
    st.booleans(),
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc:#'\" ", max_size=4), inner, max_size=4),
)


def pretty(value: Value, indent: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def leaves_of(value: Value, location: Location) -> list[tuple[Location, Value]]:
    match value:
        case dict():
            return [leaf for key, item in value.items() for leaf in leaves_of(item, (*location, key))]
        case list():
            return [leaf for row, item in enumerate(value) for leaf in leaves_of(item, (*location, row))]
        case _:
            return [(location, value)]


@given(TREES, st.integers(0, 4))
def test_every_value_is_read_and_stands_at_its_place(value: Value, indent: int) -> None:
    """Data written as JSON, which is YAML, comes back equal, and each leaf's text begins at its place."""
    text = pretty(value, indent)
    tree = read_tree(text)
    assert tree.data == value
    lines = text.split("\n")
    for location, leaf in leaves_of(value, ()):
        place = tree.places.of_value(location)
        assert lines[place.line - 1][place.column - 1 :].startswith(json.dumps(leaf, ensure_ascii=False))


@given(st.binary(max_size=200) | st.text("{}[]:,-?&*!|>'\"%@#\n\t ab1.", max_size=60).map(str.encode))
def test_no_bytes_bring_a_traceback(content: bytes) -> None:
    """Any bytes at all are a model or one InputError of well-formed lines."""
    check_bytes(content)


@given(st.integers(0, len(GOOD) - 1), st.integers(0, 30), st.text("{}[]:,-?&*!|>'\"%@#\n\t ab1.", max_size=4))
def test_no_damage_to_a_good_file_brings_a_traceback(start: int, length: int, patch: str) -> None:
    check_bytes((GOOD[:start] + patch + GOOD[start + length :]).encode())


def check_bytes(content: bytes) -> None:
    """The whole way but the file system, which would slow a thousand examples down."""
    name = Path("some.yaml")
    try:
        open_yaml_text(content.decode("utf-8", errors="replace"), str(name), Scenario, references)
    except InputError as error:
        check_form(error.problems, name)

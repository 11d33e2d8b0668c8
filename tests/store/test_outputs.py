"""Files that commands write: what the system refuses is one line, and trying a file leaves it as it was."""

import os
from pathlib import Path

import pytest

from wargame.store.faults import InputError
from wargame.store.outputs import check_writable, written


def test_a_refusal_of_the_system_names_file_and_cause(tmp_path: Path) -> None:
    """Law 14: one line, whatever the name of the file holds."""
    file = tmp_path / "two\nlines"
    with pytest.raises(InputError) as refusal, written(file):
        raise IsADirectoryError(21, "Is a directory")
    assert refusal.value.problems == (f"{tmp_path}/two lines: cannot be written: Is a directory",)


def test_a_file_that_is_tried_stays_as_it_is(tmp_path: Path) -> None:
    """One that exists keeps what it holds; one that does not is not there afterwards."""
    old, new = tmp_path / "old.csv", tmp_path / "deep" / "new.csv"
    old.write_text("kept")
    for file in (old, new):
        check_writable(file)
    assert old.read_text() == "kept"
    assert not new.exists()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Also where what it leads to is not there yet."""
    link = tmp_path / "link.md"
    link.symlink_to(tmp_path / "real.md")
    check_writable(link)
    assert link.is_symlink()
    assert not (tmp_path / "real.md").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in its folders")
def test_nobody_waits_for_the_other_end_of_a_pipe(tmp_path: Path) -> None:
    """Whoever reads it may come later."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    check_writable(pipe)
    assert pipe.is_fifo()


def test_what_cannot_be_written_is_found_by_trying(tmp_path: Path) -> None:
    """A folder in its place, a file in the place of its folder, a link that leads to itself."""
    (tmp_path / "file").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for file in (tmp_path, tmp_path / "file" / "new.csv", tmp_path / "loop"):
        with pytest.raises(InputError, match="cannot be written"):
            check_writable(file)

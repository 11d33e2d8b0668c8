"""Commands that share a page leave each other's sections alone."""

from pathlib import Path

import pytest

from wargame.store.faults import InputError
from wargame.study.page import check_page, put_section

FULL_DISK = Path("/dev/full")


def test_a_section_replaces_itself_and_nothing_else(tmp_path: Path) -> None:
    """By its title; a new one comes last; headings below the first rank belong to their section."""
    page = tmp_path / "deep" / "page.md"
    put_section(page, "# One\n\n## Part\nold\n")
    put_section(page, "# Two\n\ntwo\n")
    put_section(page, "# One\n\n## Part\nnew\n")
    assert page.read_text() == "# One\n\n## Part\nnew\n\n# Two\n\ntwo\n"


def test_a_page_is_tried_before_the_games(tmp_path: Path) -> None:
    """An hour of games is not lost to a folder, a picture or a misspelt name; what is tried is left as it was."""
    for page in (tmp_path, tmp_path / "picture.png", tmp_path / "picture.png" / "page.md"):
        (tmp_path / "picture.png").write_bytes(b"\x89PNG")
        with pytest.raises(InputError) as refusal:
            check_page(page)
        assert refusal.value.problems[0].startswith(f"{page}: ")
    check_page(tmp_path / "new" / "page.md")
    assert list((tmp_path / "new").iterdir()) == []
    assert (tmp_path / "picture.png").read_bytes() == b"\x89PNG"


@pytest.mark.skipif(not FULL_DISK.exists(), reason="the system has no device that is always full")
def test_a_device_is_written_to_and_not_read() -> None:
    """Some hold zeros without end."""
    with pytest.raises(InputError, match="cannot be written"):
        put_section(FULL_DISK, "# One\n")


def test_a_page_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    """In one line."""
    with pytest.raises(InputError):
        put_section(tmp_path, "# One\n")

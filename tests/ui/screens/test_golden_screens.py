"""Screens look as they looked: block means against golden ones. After a change that is meant: `python -m tests.golden.screens`."""

from pathlib import Path

import pytest

from tests.golden.screens import SCREENS, file_of, means_of_screen
from tests.golden.shots import SHARE, differing, keep, kept


@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_looks_as_it_looked(tmp_path: Path, name: str) -> None:
    """Eight screens of the window."""
    means = means_of_screen(name)
    share = differing(means, kept(file_of(name)))
    if share > SHARE:
        keep(means, tmp_path / file_of(name))
    now = tmp_path / file_of(name)
    assert share <= SHARE, f"{share:.2%} of the blocks differ; drawn now: {now}; if it is meant, record it anew"

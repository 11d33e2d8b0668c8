"""What tests of screens share."""

from collections.abc import Iterator

import pytest

from wargame.ui.headless import without_screen


@pytest.fixture(scope="session")
def screen() -> Iterator[None]:
    """pygame without a window, for all tests: pictures are kept from one to the next."""
    with without_screen():
        yield

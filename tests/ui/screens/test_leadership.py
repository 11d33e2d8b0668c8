"""What a leadership sees of its means: money beside stability, prices without a sign on nought."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screens.table import Play
from wargame.ui.screens.room import price_words


@pytest.mark.parametrize(("price", "said"), [(0, "0.0"), (25, "−2.5"), (-25, "+2.5"), (123, "−12.3")])
def test_a_price_has_the_sign_of_what_it_does(price: int, said: str) -> None:
    """Nought has none."""
    assert price_words(price) == said


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Russia's first decisions."""
    table = Play(tmp_path)
    table.begin("russia")
    yield table
    table.close()


def test_a_leadership_sees_its_funds(play: Play) -> None:
    """In the bar above, as a council does."""
    assert "figure.level.bodies.funds." in " ".join(play.app.window.widgets())
    assert "FUNDS" in play.driver.texts()
    assert play.driver.complaints() == []

"""Desks that a case may change, fresh for each."""

import pytest

from tests.engine.desks import Desk
from tests.played import Played
from wargame.engine.resolve import copied
from wargame.model.codes import Phase


@pytest.fixture
def caucus(peace: Played) -> Desk:
    """The first caucus: nothing in force, no incident, peace."""
    return Desk(peace.world, copied(peace.after(Phase.CAUCUS)[0]), peace.names)


@pytest.fixture
def orders(peace: Played) -> Desk:
    """The first orders phase, in peace."""
    return Desk(peace.world, copied(peace.after(Phase.ORDERS)[0]), peace.names)


@pytest.fixture
def emergency(war: Played) -> Desk:
    """The emergency session after the attack on Estonia."""
    return Desk(war.world, copied(war.after(Phase.EMERGENCY)[0]), war.names)

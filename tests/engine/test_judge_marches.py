"""Law of the house 8, one legality: the laws of marches and releases, case by case."""

from __future__ import annotations

import pytest

from tests.engine.desks import Desk
from wargame.model.codes import Phase
from wargame.model.orders import March, Release, UnitOrder


@pytest.mark.parametrize(
    ("seat", "formation"), [("nato", "POL-04"), ("eu", "DEU-01"), ("russia", "BLR-04"), ("eu", "NATO-01")]
)
def test_legal_11_a_seat_orders_what_it_commands(orders: Desk, seat: str, formation: str) -> None:
    """LEGAL-11: not what is under national command, nor another seat's."""
    assert orders.judged(seat, March(formation=formation, path=(), posture="hold")) == ("LEGAL-11",)


@pytest.mark.parametrize("given", [March(formation="RUS-30", path=(), posture="hold"), Release(formation="RUS-30")])
@pytest.mark.parametrize("order", [March(formation="RUS-30", path=(), posture="probe"), Release(formation="RUS-30")])
def test_legal_22_a_formation_has_one_order(orders: Desk, given: UnitOrder, order: UnitOrder) -> None:
    """LEGAL-22: march or release, whichever was first; another formation's order is no hindrance."""
    orders.state.formations[orders.names.formations.row("RUS-30")].ordered = 1
    assert orders.judged("russia", order) == ()
    assert orders.judged("russia", order, (given,)) == ("LEGAL-22",)
    assert orders.judged("russia", order, (given.model_copy(update={"formation": "RUS-07"}),)) == ()


@pytest.mark.parametrize(
    "path",
    [("RU-MOSC", "RU-KALI"), ("RU-KALI",), ("RU-PSKO",), ("RU-STPE", "RU-STPE"), ("RU-STPE", "RU-PSKO")],
)
def test_legal_12_each_region_of_a_path_borders_the_one_before(orders: Desk, path: tuple[str, ...]) -> None:
    """LEGAL-12: from where the formation stands, and on; it comes to no place twice, nor back to where it stands."""
    assert orders.judged("russia", March(formation="RUS-30", path=path, posture="hold")) == ("LEGAL-12",)


def test_legal_13_no_walking_into_war(orders: Desk, emergency: Desk) -> None:
    """LEGAL-13: not over the land of a state one is at peace with, if only in passing."""
    march = March(formation="RUS-30", path=("EE-TART",), posture="assault")
    assert orders.judged("russia", march) == ("LEGAL-13",)
    assert orders.judged("russia", march.model_copy(update={"path": ("LV-RIGA", "EE-TART")})) == ("LEGAL-13",)
    emergency.state.clock[0].phase = Phase.ORDERS
    assert emergency.judged("russia", march.model_copy(update={"formation": "RUS-07", "path": ("EE-TALL",)})) == ()


@pytest.mark.parametrize(("seat", "formation"), [("nato", "POL-01"), ("russia", "RUS-30"), ("eu", "NATO-01")])
def test_legal_14_a_seat_gives_back_what_was_transferred_to_it(orders: Desk, seat: str, formation: str) -> None:
    """LEGAL-14."""
    assert orders.judged(seat, Release(formation=formation)) == ("LEGAL-14",)


def test_legal_14_a_standing_formation_is_not_given_back(orders: Desk) -> None:
    """LEGAL-14, rulebook 5: it has no nation to go back to."""
    assert orders.judged("nato", Release(formation="NATO-01")) == ("LEGAL-14",)
    orders.state.formations[orders.names.formations.row("POL-01")].command = 0
    assert orders.judged("nato", Release(formation="POL-01")) == ()


def test_legal_14_a_seat_leaves_its_own_to_the_defence_plan_once_it_stands_by_order(orders: Desk) -> None:
    """LEGAL-14 and DEFENCE-6: what is under no order has nothing to be released from; another's order is not known, nor ended."""
    orders.state.formations[orders.names.formations.row("RUS-30")].ordered = 1
    assert orders.judged("russia", Release(formation="RUS-30")) == ()
    assert orders.judged("nato", Release(formation="RUS-30")) == ("LEGAL-14",)


def test_legal_19_only_what_can_march_is_sent(orders: Desk) -> None:
    """LEGAL-19."""
    assert orders.judged("russia", March(formation="RUS-40", path=(), posture="hold")) == ("LEGAL-19",)

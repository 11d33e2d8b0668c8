"""Several orders of formations judged in one go are judged as one by one."""

from __future__ import annotations

from tests.played import Played
from wargame.engine.judge import judge, judge_unit_orders
from wargame.engine.observe import observe
from wargame.model.codes import Phase
from wargame.model.orders import March, Release, UnitOrder


def test_orders_judged_together_are_judged_alike(peace: Played) -> None:
    """Law of the house 5: nothing depends on how many are judged at once; what names nothing is told beside the others."""
    state, names = peace.after(Phase.ORDERS)[0], peace.names
    view = observe(peace.world, state, names, names.bodies.row("russia"))
    units, places = view.names.formations.ids, view.names.places.ids
    paths = ((), places[:1], places[1:3])
    marches = [March(formation=unit, path=path, posture="hold") for unit in units for path in paths]
    marches.append(March(formation="nobody", path=(), posture="hold"))
    marches.append(March(formation=units[0], path=("nowhere",), posture="hold"))
    releases = [Release(formation=unit) for unit in (*units, "nobody")]
    orders = [*marches, *releases]
    together = judge_unit_orders(view, orders)
    given: list[UnitOrder] = []
    for order, broken in zip(orders, together, strict=True):
        assert broken == judge(view, order, given)
        given += [] if broken else [order]
    assert {laws for laws in together} >= {(), ("LEGAL-0",), ("LEGAL-11",), ("LEGAL-14",)}
    assert ("LEGAL-12", "LEGAL-22") in together

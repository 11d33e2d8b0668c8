"""Standing orders: what a formation was told in an earlier turn and still carries out, as the order that it was."""

from __future__ import annotations

from typing import Final

from wargame.engine.reading import reading
from wargame.model.codes import Posture
from wargame.model.columns import column_of
from wargame.model.orders import March, PostureName
from wargame.model.view import View

NAMES: Final[dict[Posture, PostureName]] = {
    Posture.HOLD: "hold",
    Posture.DELAY: "delay",
    Posture.RESERVE: "reserve",
    Posture.PROBE: "probe",
    Posture.ASSAULT: "assault",
}


def way_left(view: View, formation: str) -> tuple[str, ...]:
    """The places that a formation still has before it on its way, as its seat knows them."""
    row = view.names.formations.row(formation)
    if not view.exact["formations"][row]:
        return ()
    legs = column_of(view.state.legs, "to")[row].tolist()
    return tuple(view.names.places.ids[leg] for leg in legs if leg >= 0)


def standing_order(view: View, formation: str) -> March | None:
    """The order under which a formation goes or stands; None where it has none and no way to go, or the seat cannot know."""
    row = view.names.formations.row(formation)
    unit = reading(view.state.formations[row])
    way = way_left(view, formation)
    if not view.exact["formations"][row] or not (unit.ordered or way):
        return None
    return March(
        formation=formation,
        path=way,
        posture=NAMES[Posture(int(unit.posture))],
        loss_limit=int(unit.loss_limit),
    )

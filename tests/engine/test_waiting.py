"""A formation that has met the enemy on its way: it goes in, waits for fair odds, attacks nobody, or is too worn."""

from __future__ import annotations

from functools import cache

import pytest

from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.observe import observe
from wargame.engine.reading import write
from wargame.engine.waiting import Halt, contact_of
from wargame.model.codes import Posture
from wargame.model.columns import column_of, duplicate
from wargame.model.view import View
from wargame.rules.combat import contact_km
from wargame.rules.kinds import is_army
from wargame.rules.law import plain
from wargame.rules.marches import leg_km
from wargame.store.scenarios import scenario_from


@cache
def invaded() -> Compiled:
    """24 February 2022."""
    return compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)


def view_with(
    posture: Posture, limit: int = 500, readiness: int = 700, progress: int | None = None
) -> tuple[View, str]:
    """What Russia knows, one of its formations alone before Kharkiv, in so good a state, so much of the way gone."""
    start = invaded()
    view = observe(start.world, start.state, start.names, start.names.bodies.row("russia"))
    units, legs = duplicate(view.state.formations), duplicate(view.state.legs)
    view = View(
        view.seat, view.body, view.world, view.names, view.state._replace(formations=units, legs=legs), view.exact
    )
    here, there = view.names.places.row("RU-BELG"), view.names.places.row("UA-KHAR")
    russia = view.names.countries.row("RUS")
    for row in range(units.size):
        if units[row].owner == russia:
            column_of(legs, "to")[row] = -1
    row = next(
        r for r in range(units.size) if units[r].alive and units[r].owner == russia and plain(is_army)(units[r].kind)
    )
    met = int(plain(contact_km)(int(plain(leg_km)(view.world, here, there)), view.world.war_numbers[0]))
    far = met if progress is None else progress
    write(
        units[row],
        at=here,
        posture=posture,
        loss_limit=limit,
        readiness=readiness,
        progress=far,
        strength=10,
        ordered=1,
    )
    column_of(legs, "to")[row, 0] = there
    return view, view.names.formations.ids[row]


@pytest.mark.parametrize(
    ("posture", "limit", "readiness", "halt"),
    [
        (Posture.ASSAULT, 500, 700, Halt.ODDS),
        (Posture.ASSAULT, 1000, 700, Halt.NONE),
        (Posture.PROBE, 500, 700, Halt.NONE),
        (Posture.HOLD, 500, 700, Halt.POSTURE),
        (Posture.ASSAULT, 500, 0, Halt.SPENT),
    ],
)
def test_what_holds_it_up(posture: Posture, limit: int, readiness: int, halt: Halt) -> None:
    """COMBAT-22 and COMBAT-21, as the war step will read them."""
    view, name = view_with(posture, limit, readiness)
    contact = contact_of(view, name)
    assert contact is not None
    assert (contact.place, contact.halt) == ("UA-KHAR", halt)
    assert contact.chance < float(view.world.war_numbers[0].launch_odds)


def test_on_its_way_it_has_met_nobody() -> None:
    """Nor has one that goes nowhere."""
    view, name = view_with(Posture.ASSAULT, progress=0)
    assert contact_of(view, name) is None
    column_of(view.state.legs, "to")[view.names.formations.row(name)] = -1
    assert contact_of(view, name) is None


def test_one_that_goes_in_draws_the_others_with_it() -> None:
    """So what waits beside a probe waits for nothing."""
    view, name = view_with(Posture.ASSAULT)
    alone = contact_of(view, name)
    assert alone is not None
    assert alone.halt is Halt.ODDS
    row = view.names.formations.row(name)
    other = next(
        r
        for r in range(row + 1, view.state.formations.size)
        if view.state.formations[r].alive
        and view.state.formations[r].owner == view.state.formations[row].owner
        and plain(is_army)(view.state.formations[r].kind)
    )
    mine = view.state.formations[row]
    write(
        view.state.formations[other],
        at=mine.at,
        posture=Posture.PROBE,
        progress=mine.progress,
        strength=10,
        readiness=700,
    )
    column_of(view.state.legs, "to")[other, 0] = view.names.places.row("UA-KHAR")
    found = contact_of(view, name)
    assert found is not None
    assert found.halt is Halt.NONE

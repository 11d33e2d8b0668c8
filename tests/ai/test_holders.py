"""A council meets the demand of who holds an accession up, with influence that it has to spare."""

from wargame.ai.holders import MOST, RESERVE, concessions, holders
from wargame.engine.compile import compile_scenario
from wargame.engine.judge import due_for_demand, judge
from wargame.engine.observe import observe
from wargame.engine.resolve import begin, open_turn
from wargame.model.codes import Track
from wargame.model.view import View
from wargame.store.scenarios import scenario_from


def view_of(seat: str, influence: int, ratified_by_turkey: int = 0) -> View:
    """January 2022; Sweden is invited, and all but Türkiye have ratified."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    state = open_turn(start.world, begin(start.world, start.state).state).state
    row = start.names.countries.row
    nato = start.names.bodies.row("nato")
    state.countries[row("SWE")].track = Track.INVITED
    for ally in range(state.countries.size):
        state.pairs[ally, row("SWE")].ratified = state.members[nato, ally].joined
    state.pairs[row("TUR"), row("SWE")].ratified = ratified_by_turkey
    state.bodies[nato].influence = influence
    return observe(start.world, state, start.names, start.names.bodies.row(seat))


def test_the_demand_is_met_from_what_is_to_spare() -> None:
    """It covers what the member is reckoned to lack, and what it may keep to itself, as far as one order goes."""
    view = view_of("nato", 200)
    (holder,) = holders(view)
    (order,) = concessions(view, 0)
    assert (holder.member, order.member, order.applicant) == ("TUR", "TUR", "SWE")
    assert MOST >= order.points > holder.lacks > 0
    assert judge(view, order) == ()
    due = due_for_demand(view, order.points)
    assert concessions(view, 200 - RESERVE - due) == [order]
    assert concessions(view, 200 - RESERVE - due + 1) == []


def test_there_is_nothing_to_meet_where_nobody_holds_up() -> None:
    """A member that has ratified, and a body that the applicant is in already."""
    assert concessions(view_of("nato", 200, 1), 0) == []
    assert holders(view_of("eu", 200)) == []
    assert holders(view_of("russia", 200)) == []

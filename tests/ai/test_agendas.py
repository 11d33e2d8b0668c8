"""Agendas (rulebook 8): what an AI compares in a caucus, and how a search goes from one to the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.played import Played
from wargame.ai.agendas import DEEPER, LONG, REQUEST_COST, Agenda, askable, neighbours, shortlist
from wargame.ai.options import Option, options
from wargame.ai.peace import NOTHING
from wargame.engine.compile import compile_scenario
from wargame.engine.observe import observe
from wargame.engine.spending import influence_spent
from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import duplicate
from wargame.model.orders import RequestForces
from wargame.model.view import View
from wargame.rules import entries
from wargame.store.scenarios import scenario_from

NATO, RUSSIA = 0, 2


@pytest.fixture
def view(peace: Played) -> View:
    """What a council knows in its first caucus."""
    return observe(peace.world, peace.after(Phase.CAUCUS)[0], peace.names, NATO)


def drafts(view: View) -> list[Option]:
    """Drafts on three measures."""
    found = shortlist(view, 3)
    assert len({option.order.measure for option in found}) == 3
    return found


def test_a_shortlist_has_each_measure_before_any_a_second_time(view: View) -> None:
    """The breadth of what could be done comes before its depth; a longer list begins as a shorter one."""
    found = shortlist(view, 12)
    measures = [option.order.measure for option in found]
    first = len(set(measures))
    assert len(set(measures[:first])) == first
    assert shortlist(view, 5) == found[:5]
    bank = view.state.bodies[NATO].influence
    assert all(option.affordable and option.cost + option.price <= bank for option in found)


def test_a_long_list_keeps_room_for_more_ambitious_drafts() -> None:
    """A council with many measures to table does not look at each in its softest words alone; a short list is as broad as it can be."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    start.state.clock[0].phase = Phase.CAUCUS
    view = observe(start.world, start.state, start.names, start.names.bodies.row("eu"))
    found = [option.order.measure for option in shortlist(view, 11)]
    assert len(found) == 11
    assert len(set(found[: 11 - DEEPER])) == 11 - DEEPER
    assert set(found[11 - DEEPER :]) <= set(found[: 11 - DEEPER])
    assert len({option.order.measure for option in shortlist(view, LONG - 1)}) == LONG - 1


def test_what_there_was_no_time_for_is_looked_at_in_its_turn() -> None:
    """Every measure that could be had is looked at within a few turns; what would run out, each time."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    entries.begin(start.world, start.state)
    start.state.clock[0].phase = Phase.CAUCUS
    seen: list[set[str]] = []
    for turn in range(4):
        start.state.clock[0].turn = turn
        view = observe(start.world, start.state, start.names, start.names.bodies.row("eu"))
        seen.append({option.order.measure for option in shortlist(view, 11)})
    every = {option.order.measure for option in shortlist(view, 500)}
    assert set().union(*seen) == every
    assert all(measures < every for measures in seen)
    assert all("sanctions" in measures for measures in seen)


def test_a_chair_goes_for_the_most_that_consensus_bears() -> None:
    """Of the most welcome draft of a measure the highest ambition is looked at first that costs no more consensus."""
    start = compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)
    entries.begin(start.world, start.state)
    start.state.clock[0].phase = Phase.CAUCUS
    view = observe(start.world, start.state, start.names, start.names.bodies.row("eu"))
    every = [o for o in options(view, (1, 2, 3)) if o.affordable]
    looked = shortlist(view, 500)
    bolder = 0
    for measure in {option.order.measure for option in looked}:
        first = next(option for option in looked if option.order.measure == measure)
        same = [o for o in every if o.matter == first.matter]
        welcome = max(same, key=lambda o: o.support)
        assert first.price <= welcome.price
        assert all(o.price > welcome.price for o in same if o.order.ambition > first.order.ambition)
        bolder += first.order.ambition > welcome.order.ambition
    assert bolder > 0


def test_a_concept_is_looked_at_in_its_firmest_words_too(view: View) -> None:
    """What is agreed once is not deepened later; of a measure that can be, the most welcome draft comes before any second one."""
    every = shortlist(view, 100)
    count = len({option.order.measure for option in every})
    firmest = {o.order.measure: o.order.ambition for o in sorted(every, key=lambda o: o.order.ambition)}
    welcome = next(option for option in every[:count] if option.order.ambition < firmest[option.order.measure])
    named, most = welcome.order.measure, firmest[welcome.order.measure]
    assert [option.order.measure for option in every[:count]].count(named) == 1
    measures = duplicate(view.world.measures)
    measures[view.names.measures.row(named)].kind = MeasureKind.CONCEPT
    concept = replace(view, world=view.world._replace(measures=measures))
    found = [option for option in shortlist(concept, count + 1) if option.order.measure == named]
    assert {option.order.ambition for option in found} == {welcome.order.ambition, most}


def test_an_agenda_costs_what_the_session_will_take(view: View) -> None:
    """One reckoning for the judge, the screens and the AIs; a request for forces is reckoned beside it."""
    one, other, _ = drafts(view)
    plan = Agenda((one, other), ("EE-TALL",)).candidate(view, [])
    assert plan.spent == influence_spent(view, plan.orders) + REQUEST_COST
    assert plan.label == f"{one.label()} and {other.label()} and forces for EE-TALL"
    assert Agenda().candidate(view, []).label == NOTHING
    assert Agenda().candidate(view, []).spent == 0


def test_neighbours_are_one_step_away(view: View) -> None:
    """One request more, one draft more on another measure, or one fewer; a full agenda grows no further."""
    one, other, third = drafts(view)
    agenda = Agenda((one,), ("EE-TALL",))
    found = list(neighbours(agenda, drafts(view), ["EE-TALL", "LV-RIGA"], 2))
    assert found == [
        Agenda((one,), ("EE-TALL", "LV-RIGA")),
        Agenda((one, other), ("EE-TALL",)),
        Agenda((one, third), ("EE-TALL",)),
        Agenda((), ("EE-TALL",)),
    ]
    assert list(neighbours(Agenda((one,)), drafts(view), [], 1)) == [Agenda()]


def test_only_who_pledges_a_defence_asks_for_forces(peace: Played, view: View) -> None:
    """Rulebook 5: requests go to the members of a body that defends them."""
    assert 0 < len(askable(view, 2)) <= 2
    leadership = observe(peace.world, peace.after(Phase.CAUCUS)[0], peace.names, RUSSIA)
    assert askable(leadership, 2) == []
    asked = Agenda((), tuple(askable(view, 2))).candidate(view, []).orders
    assert [type(order) for order in asked] == [RequestForces] * len(askable(view, 2))

"""What was done before day 0: attacks that all remember, and states on their way into an alliance."""

from __future__ import annotations

import pytest

from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.invariants import broken_invariants
from wargame.model.codes import IncidentKind, Track
from wargame.model.scenario import Scenario
from wargame.rules.hybrid import GRAVEST
from wargame.store.scenarios import find_scenario, load_scenario


@pytest.fixture(scope="module")
def war() -> Scenario:
    """A war goes on, and two states have applied."""
    return load_scenario(find_scenario("northern_enlargement"))


@pytest.fixture(scope="module")
def ceasefire() -> Scenario:
    """A ceasefire rests on the war."""
    return load_scenario(find_scenario("after_the_war"))


def belief(game: Compiled, observer: str, other: str) -> int:
    """What one state believes of another's intentions, 1/1000."""
    row = game.names.countries.row
    return int(game.state.pairs[row(observer), row(other)].intentions)


def test_the_attack_that_began_the_war_is_on_record(war: Scenario) -> None:
    """As one of the game would be: open, grave, unsettled. It counts as none of the game's incidents."""
    game = compile_scenario(war, 1)
    act = game.state.incidents[0]
    row = game.names.countries.row
    assert (act.alive, act.kind, act.severity, act.published) == (1, IncidentKind.ARMED_ATTACK, GRAVEST, 1)
    assert (act.author, act.victim, act.place) == (row("RUS"), row("UKR"), game.names.places.row("UA-KYIV"))
    assert (act.settled, act.day) == (0, -83)
    assert [int(body.incidents) for body in game.state.bodies] == [0] * len(war.bodies)
    assert [int(body.unanswered) for body in game.state.bodies] == [0] * len(war.bodies)
    assert not broken_invariants(game.world, game.state)


def test_of_a_war_that_goes_on_all_have_seen_the_invasion(war: Scenario) -> None:
    """Neighbours most: beliefs stand above those of the same world without it."""
    before = compile_scenario(war.model_copy(update={"attacks": ()}), 1)
    after = compile_scenario(war, 1)
    for observer in ("FIN", "POL", "USA"):
        assert belief(after, observer, "RUS") > belief(before, observer, "RUS")
    assert belief(after, "FIN", "USA") == belief(before, "FIN", "USA")


def test_a_settled_attack_is_remembered_and_moves_no_belief(ceasefire: Scenario) -> None:
    """What it has left in beliefs is in the scenario's `history`; states outside, which have none, think ill of who attacked."""
    before = compile_scenario(ceasefire.model_copy(update={"attacks": ()}), 1)
    after = compile_scenario(ceasefire, 1)
    assert after.state.incidents[0].settled == 1
    assert after.state.pairs.tobytes() == before.state.pairs.tobytes()
    japan, russia = after.names.outsiders.row("JPN"), after.names.bodies.row("russia")
    assert after.state.regards[japan, russia].ill > before.state.regards[japan, russia].ill == 0
    fresh = ceasefire.model_copy(
        update={"attacks": tuple(a.model_copy(update={"ended": ceasefire.start}) for a in ceasefire.attacks)}
    )
    assert after.state.regards[japan, russia].ill < compile_scenario(fresh, 1).state.regards[japan, russia].ill


def test_who_has_applied_or_is_invited_stands_so(war: Scenario) -> None:
    """Ratifications are between the ally and the applicant; nobody else is on the way."""
    brain = load_scenario(find_scenario("brain_death_2019"))
    for scenario, stages in ((war, {"FIN": Track.APPLIED, "SWE": Track.APPLIED}), (brain, {"MKD": Track.INVITED})):
        game = compile_scenario(scenario, 1)
        found = {
            name: int(game.state.countries[c].track)
            for c, name in enumerate(game.names.countries.ids)
            if game.state.countries[c].track != Track.NONE
        }
        assert found == stages
    row = game.names.countries.row
    ratified = {name for name in brain.countries if game.state.pairs[row(name), row("MKD")].ratified}
    assert ratified == set(brain.accessions["MKD"].ratified)
    assert "ESP" not in ratified

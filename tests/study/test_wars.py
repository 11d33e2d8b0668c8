"""The wars of many games are counted from what their events tell."""

import pytest

from wargame.commands.study_wars import section
from wargame.model import events as ev
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import new_session
from wargame.study.wars import SOON, Applications, Course, War, Watcher, applications, pairs_of

ALL = ("nato", "eu", "russia")


def told(scenario: Scenario, *events: ev.Event) -> Course:
    """What a watcher makes of events."""
    watcher = Watcher(new_session(scenario, 1, {}), scenario, 1)
    for event in events:
        watcher.hear(event)
    return watcher.course


def changed(place: str, holder: str, before: str) -> ev.ControlChanged:
    """Land that changes hands."""
    return ev.ControlChanged(day=1, known_to=ALL, place=place, holder=holder, before=before)


def test_a_front_that_moves_both_ways() -> None:
    """Land taken, the capital among it, and land taken back; land of others does not count."""
    scenario = load_scenario(find_scenario("first_steps"))
    capital = scenario.countries["EST"].capital
    course = told(
        scenario,
        ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST"),
        changed(capital, "RUS", "EST"),
        changed(capital, "EST", "RUS"),
        changed(capital, "RUS", "LVA"),
    )
    assert course.wars == {("RUS", "EST"): War(0, taken=1, freed=1, capital_fell=True)}
    pair = pairs_of([course])["RUS", "EST"]
    assert (pair.games, pair.capital, pair.both_ways) == (1, 1, 1)


def test_a_war_that_ends_in_a_ceasefire() -> None:
    """Whichever side offered it first; the war with a third state goes on."""
    scenario = load_scenario(find_scenario("first_steps"))
    for offered, answered in (("nato", "russia"), ("russia", "nato")):
        course = told(
            scenario,
            ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST"),
            ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="FIN"),
            ev.CeasefireBegan(day=90, known_to=ALL, offered=offered, answered=answered),
        )
        assert {pair: war.ceased for pair, war in course.wars.items()} == {("RUS", "EST"): True, ("RUS", "FIN"): False}
        found = pairs_of([course])["RUS", "EST"]
        assert (found.ceased, found.on_terms) == (1, 0)
    other = told(
        scenario,
        ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST"),
        ev.CeasefireBegan(day=90, known_to=ALL, offered="eu", answered="russia"),
    )
    assert not other.wars["RUS", "EST"].ceased  # it sits in the EU, too, and speaks by NATO


@pytest.mark.parametrize(("granted", "back"), [("neutrality", "nothing"), ("nothing", "recognition")])
def test_a_war_that_ends_on_terms(granted: str, back: str) -> None:
    """Whoever granted them."""
    course = told(
        load_scenario(find_scenario("first_steps")),
        ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST"),
        ev.CeasefireBegan(day=90, known_to=ALL, offered="nato", answered="russia", granted=granted, granted_back=back),
    )
    found = pairs_of([course])["RUS", "EST"]
    assert (found.ceased, found.on_terms) == (1, 1)


def test_applications_count_against_the_attack() -> None:
    """Within some turns of the first attack, and apart from games of peace."""
    attacked = Course(1, wars={("A", "B"): War(2)}, applied={("C", "nato"): 2 + SOON})
    late = Course(2, wars={("A", "B"): War(2)}, applied={("C", "nato"): 3 + SOON})
    early = Course(3, wars={("A", "B"): War(2)}, applied={("C", "nato"): 1})
    calm = Course(4, applied={("C", "nato"): 5})
    assert applications([attacked, late, early, calm], ["C"], "nato") == Applications(3, 1, 1, 1)


def test_the_section_names_its_command() -> None:
    """Whoever reads the page can make it again."""
    scenario = load_scenario(find_scenario("first_steps"))
    course = told(scenario, ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST"))
    text = section("first_steps", None, scenario, [course, Course(2)])
    assert "wargame study-wars first_steps --games 2" in text
    assert "| RUS on EST | 1 of 2 (50 %) |" in text


def test_the_section_tells_of_each_applicant() -> None:
    """All together, then one by one; one alone has one row."""
    scenario = load_scenario(find_scenario("first_steps"))
    courses = [Course(1, applied={("FIN", "nato"): 1}), Course(2, applied={("LVA", "nato"): 1, ("FIN", "eu"): 2})]
    text = section("first_steps", None, scenario, courses)
    assert "| any of FIN, LVA to nato | 0 of 0 games | 2 of 2 games |" in text
    assert "| LVA to nato | 0 of 0 games | 1 of 2 games |" in text
    assert text.count("to eu") == 1

"""Names of states: with their article in running sentences, without it in lists."""

from __future__ import annotations

import pytest

from wargame.engine.articles import begun, running
from wargame.engine.chronicle import Teller
from wargame.engine.compile import compile_scenario
from wargame.engine.manner import manners_of
from wargame.engine.telling import Telling
from wargame.model import events as ev
from wargame.model.names import Names
from wargame.store.scenarios import scenario_from
from wargame.ui.screens.hearing import address

ALL = ("nato", "eu", "russia")


@pytest.fixture(scope="module")
def told() -> tuple[Names, Teller, Telling]:
    """Of the large world."""
    start = compile_scenario(scenario_from("invasion_2022", None), 1)
    manners = manners_of(start.world, start.names)
    return start.names, Teller(start.names, 738156, manners), Telling(start.names, 738156, manners)


def position(member: str) -> ev.PositionTaken:
    """Support for a presence."""
    return ev.PositionTaken(
        day=0,
        known_to=ALL,
        body="nato",
        member=member,
        measure="forward_presence",
        ambition=1,
        position="supports",
        support=900,
        terms={"threat": 900},
    )


def refused(member: str) -> ev.RequestAnswered:
    """No forces for a place."""
    return ev.RequestAnswered(
        day=0,
        known_to=ALL,
        body="nato",
        member=member,
        place="EE-TALL",
        gives=False,
        value=-900,
        terms={"threat": -900},
    )


def test_a_name_has_its_article_within_a_sentence() -> None:
    """Those that need one; at the beginning with a capital, and nothing else is touched."""
    assert [running(name) for name in ("United States", "Netherlands", "Poland")] == [
        "the United States",
        "the Netherlands",
        "Poland",
    ]
    assert begun("the United Kingdom supports it.") == "The United Kingdom supports it."
    assert begun("eFP battlegroup falls back.") == "eFP battlegroup falls back."


def test_the_chronicle_and_the_session_say_it(told: tuple[Names, Teller, Telling]) -> None:
    """Of positions, wars and those whom a draft names."""
    names, teller, telling = told
    assert telling.line(position("USA")).startswith("The United States supports it")
    assert telling.line(position("POL")).startswith("Poland supports it")
    assert teller.line(position("NLD")).startswith("The Netherlands ")
    war = ev.WentToWar(day=0, known_to=ALL, attacker="RUS", victim="USA")
    assert teller.line(war) == "WAR: Russia goes to war with the United States."
    tabled = ev.Tabled.model_construct(against=None, helps="USA", on=None)
    assert address(tabled, names) == "for the United States"


def test_a_list_names_states_bare(told: tuple[Names, Teller, Telling]) -> None:
    """After their number."""
    _names, teller, _telling = told
    line = teller.together([refused("USA"), refused("GBR")])
    assert line.startswith("2 refuse forces for Northern Estonia: United States, United Kingdom")
    assert teller.together([refused("USA")]).startswith("The United States refuses forces")

"""What is wrong with attacks and accessions of before the first day is told, each at its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wargame.model.opening import Accession, Attack
from wargame.model.references_history import check_history
from wargame.model.scenario import Scenario
from wargame.store.scenarios import find_scenario, load_scenario

BEGUN, ENDED = date(2022, 2, 24), date(2022, 4, 1)


@pytest.fixture(scope="module")
def war() -> Scenario:
    return load_scenario(find_scenario("northern_enlargement"))


def attack(**other: Any) -> Attack:
    """The attack of the scenario, with something else in it."""
    return Attack(**{"author": "RUS", "victim": "UKR", "on": "UA-KYIV", "day": BEGUN, "source": "A test.", **other})


def told(scenario: Scenario, **changes: Any) -> list[tuple[str, str]]:
    """Place and fault of each finding."""
    found = check_history(scenario.model_copy(update=changes))
    return [(".".join(str(part) for part in place), says) for place, says in found]


def test_what_is_shipped_is_sound(war: Scenario) -> None:
    assert told(war) == []


@pytest.mark.parametrize(
    ("other", "says"),
    [
        ({"author": "RUZ"}, ["no country called 'RUZ' (did you mean 'RUS'?)", "is required, as no such war goes on"]),
        ({"on": "UA-KYIF"}, ["no region called 'UA-KYIF' (did you mean 'UA-KYIV'?)"]),
        ({"on": "RU-MOSC"}, ["RU-MOSC is not the land of UKR"]),
        ({"ended": ENDED}, ["goes with a war that has ended"]),
        ({"day": date(2022, 5, 18)}, ["must be before the start (2022-05-18)"]),
        ({"victim": "GEO", "on": "GE-TBIL"}, ["is required, as no such war goes on"]),
        (
            {"victim": "POL", "on": "PL-WARS", "ended": ENDED},
            [f"POL is a member of {body}, which would have had to answer" for body in ("nato", "eu")],
        ),
    ],
)
def test_an_attack_began_a_war_that_goes_on_or_is_settled(
    war: Scenario, other: dict[str, Any], says: list[str]
) -> None:
    """And was made on land of a victim that nobody was bound to defend."""
    assert [fault for _place, fault in told(war, attacks=(attack(**other),))] == says


def test_a_ceasefire_rests_on_a_war_that_no_longer_goes_on(war: Scenario) -> None:
    assert told(war, wars=(), attacks=(attack(),)) == [("attacks.0.ended", "is required, as no such war goes on")]
    assert told(war, wars=(), attacks=(attack(ended=ENDED),)) == []
    assert told(war, wars=(), attacks=(attack(ended=date(2022, 2, 24)),)) == [
        ("attacks.0.ended", "must lie between 2022-02-24 and the start (2022-05-18)")
    ]


@pytest.mark.parametrize(
    ("state", "way", "place", "says"),
    [
        ("FIM", {"stage": "applied"}, "accessions.FIM", "no country called 'FIM' (did you mean 'FIN'?)"),
        ("POL", {"stage": "applied"}, "accessions.POL", "there is no body that it could join"),
        ("FIN", {"stage": "invited", "ratified": ["SWE"]}, "accessions.FIN.ratified.0", "SWE is no member of NATO"),
        ("FIN", {"stage": "applied", "ratified": ["POL"]}, "accessions.FIN.ratified", "goes with an invitation"),
    ],
)
def test_an_accession_leads_somewhere(war: Scenario, state: str, way: dict[str, Any], place: str, says: str) -> None:
    """Into a body that takes in members, by its members' ratifications, once it is invited."""
    ways = {
        state: Accession(
            **{"source": "A test.", "ratified": (), **{k: tuple(v) if k == "ratified" else v for k, v in way.items()}}
        )
    }
    assert told(war, accessions=ways) == [(place, says)]

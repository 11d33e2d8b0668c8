"""What is legal, law by law; tests/engine/test_judge breaks each by a smallest order (law of the house 8)."""

import pytest

from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import NOBODY
from wargame.rules import legality as laws
from wargame.rules.law import plain

GRID = [
    ("LEGAL-1", laws.measure_is_open, (27, 28), False),
    ("LEGAL-1", laws.measure_is_open, (28, 28), True),
    ("LEGAL-2", laws.names_what_it_needs, (1, 0, 0, NOBODY, 0, 0), False),
    ("LEGAL-2", laws.names_what_it_needs, (0, 1, 0, 0, NOBODY, 0), False),
    ("LEGAL-2", laws.names_what_it_needs, (0, 0, 1, 0, 0, NOBODY), False),
    ("LEGAL-2", laws.names_what_it_needs, (1, 1, 1, 0, 0, 0), True),
    ("LEGAL-2", laws.names_what_it_needs, (0, 0, 0, NOBODY, NOBODY, NOBODY), True),
    ("LEGAL-3", laws.is_addressed, (1, 1), True),
    ("LEGAL-3", laws.is_addressed, (1, 0), False),
    ("LEGAL-4", laws.answers_an_outsider, (0, 0), True),
    ("LEGAL-4", laws.answers_an_outsider, (1, 0), False),
    ("LEGAL-4", laws.answers_an_outsider, (0, 1), False),
    ("LEGAL-5", laws.has_an_incident, (MeasureKind.COLLECTIVE_DEFENCE, 0), False),
    ("LEGAL-5", laws.has_an_incident, (MeasureKind.COLLECTIVE_DEFENCE, 1), True),
    ("LEGAL-5", laws.has_an_incident, (MeasureKind.SANCTIONS, 0), True),
    ("LEGAL-6", laws.fits_the_session, (Phase.EMERGENCY, 0), False),
    ("LEGAL-6", laws.fits_the_session, (Phase.EMERGENCY, 1), True),
    ("LEGAL-6", laws.fits_the_session, (Phase.CAUCUS, 0), True),
    ("LEGAL-7", laws.is_not_in_force, (2, 2, 0), False),
    ("LEGAL-7", laws.is_not_in_force, (2, 2, 1), True),
    ("LEGAL-7", laws.is_not_in_force, (2, 1, 1), False),
    ("LEGAL-7", laws.is_not_in_force, (2, 3, 0), True),
    ("LEGAL-7", laws.is_not_in_force, (0, 1, 0), True),
    ("LEGAL-8", laws.has_a_host, (1, 1, 4), True),
    ("LEGAL-8", laws.has_a_host, (1, 0, 4), False),
    ("LEGAL-8", laws.has_a_host, (1, 1, NOBODY), False),
    ("LEGAL-8", laws.has_a_host, (0, 0, NOBODY), True),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.WAR, 1, 1), False),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.WAR, 0, 0), True),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.EXERCISE, 1, 1), False),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.EXERCISE, 0, 0), True),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.HYBRID, 1, 1), True),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.EXERCISE, 0, 1), True),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.RESTRAINT, 0, 1), False),
    ("LEGAL-9", laws.has_sense_in_war, (MeasureKind.RESTRAINT, 0, 0), True),
    ("LEGAL-10", laws.is_funded, (80, 40, 2), True),
    ("LEGAL-10", laws.is_funded, (79, 40, 2), False),
    ("LEGAL-11", laws.is_commanded, (0, 0, 0), True),
    ("LEGAL-11", laws.is_commanded, (1, 1, 0), False),
    ("LEGAL-11", laws.is_commanded, (NOBODY, 1, 0), True),
    ("LEGAL-11", laws.is_commanded, (NOBODY, 0, 0), False),
    ("LEGAL-12", laws.is_a_way, (1, 0), True),
    ("LEGAL-12", laws.is_a_way, (0, 0), False),
    ("LEGAL-13", laws.may_enter, (1, 0), True),
    ("LEGAL-13", laws.may_enter, (0, 1), True),
    ("LEGAL-13", laws.may_enter, (0, 0), False),
    ("LEGAL-14", laws.may_be_released, (0, 0, 0, 0), True),
    ("LEGAL-14", laws.may_be_released, (NOBODY, 0, 0, 0), False),
    ("LEGAL-14", laws.may_be_released, (1, 0, 0, 0), False),
    ("LEGAL-14", laws.may_be_released, (0, 0, 1, 0), False),
    ("LEGAL-14", laws.may_be_released, (NOBODY, 0, 0, 1), True),
    ("LEGAL-14", laws.may_be_released, (0, 0, 1, 1), False),
    ("LEGAL-15", laws.is_a_member, (1,), True),
    ("LEGAL-15", laws.is_a_member, (0,), False),
    ("LEGAL-16", laws.can_be_paid, (20, 20), True),
    ("LEGAL-16", laws.can_be_paid, (19, 20), False),
    ("LEGAL-17", laws.is_allied_soil, (1,), True),
    ("LEGAL-17", laws.is_allied_soil, (0,), False),
    ("LEGAL-18", laws.fits_the_phase, (Phase.CAUCUS, Phase.CAUCUS, Phase.EMERGENCY), True),
    ("LEGAL-18", laws.fits_the_phase, (Phase.EMERGENCY, Phase.CAUCUS, Phase.EMERGENCY), True),
    ("LEGAL-18", laws.fits_the_phase, (Phase.ORDERS, Phase.CAUCUS, Phase.EMERGENCY), False),
    ("LEGAL-19", laws.is_mobile, (1, 60.0), True),
    ("LEGAL-19", laws.is_mobile, (0, 60.0), False),
    ("LEGAL-19", laws.is_mobile, (1, 0.0), False),
    ("LEGAL-20", laws.has_time, (2, 3), True),
    ("LEGAL-20", laws.has_time, (3, 3), False),
    ("LEGAL-21", laws.is_within_reach, (1500, 1500), True),
    ("LEGAL-21", laws.is_within_reach, (501, 500), False),
    ("LEGAL-22", laws.has_one_order, (0,), True),
    ("LEGAL-22", laws.has_one_order, (1,), False),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.CEASEFIRE, 0, 1, 1, 0), False),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.CEASEFIRE, 1, 2, 0, 0), False),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.CEASEFIRE, 1, 2, 1, 0), True),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.CEASEFIRE, 1, 2, 1, 1), False),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.CEASEFIRE, 1, 1, 0, 0), True),
    ("LEGAL-23", laws.is_offered_to_an_enemy, (MeasureKind.WAR, 0, 2, 0, 1), True),
    ("LEGAL-24", laws.goes_where_it_is_needed, (1, 0, 999), True),
    ("LEGAL-24", laws.goes_where_it_is_needed, (1, 0, 1000), False),
    ("LEGAL-24", laws.goes_where_it_is_needed, (1, 1, 500), False),
    ("LEGAL-24", laws.goes_where_it_is_needed, (0, 1, 1000), True),
    ("LEGAL-25", laws.can_be_meant, (1, 0), False),
    ("LEGAL-26", laws.has_acts_to_name, (1, 0), False),
    ("LEGAL-26", laws.has_acts_to_name, (1, 1), True),
    ("LEGAL-26", laws.has_acts_to_name, (0, 0), True),
    ("LEGAL-25", laws.can_be_meant, (1, 1), True),
    ("LEGAL-25", laws.can_be_meant, (0, 0), True),
    ("LEGAL-28", laws.is_agreed_once, (1, 0), True),
    ("LEGAL-28", laws.is_agreed_once, (1, 1), False),
    ("LEGAL-28", laws.is_agreed_once, (0, 1), True),
]


@pytest.mark.parametrize(("id", "law", "asked", "legal"), GRID, ids=[f"{case[0]}-{case[3]}" for case in GRID])
def test_each_law_of_legality_on_its_grid(id: str, law: object, asked: tuple[int, ...], legal: bool) -> None:
    """LEGAL-1 to LEGAL-28, where each turns from legal to not."""
    assert callable(law)
    assert plain(law)(*asked) == legal, id


def test_both_answers_of_each_law_are_asserted() -> None:
    """No law of legality is always true or always false on the grid."""
    for id in {case[0] for case in GRID}:
        assert {case[3] for case in GRID if case[0] == id} == {True, False}, id

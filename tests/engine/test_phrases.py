"""Reasons in words: what the laws make of a state, and what is said of it, agree for each term, sign and manner."""

from __future__ import annotations

import pytest

from wargame.engine.compile import compile_scenario
from wargame.engine.manner import FIRM, Manner, manners_of
from wargame.engine.phrases import REASONS, Speaks, meaning, reason
from wargame.model.columns import column_of
from wargame.rules.law import plain
from wargame.rules.support import aggression_term, domestic_term, risk_term, threat_term, tripwire_term
from wargame.store.scenarios import find_scenario, load_scenario

START = compile_scenario(load_scenario(find_scenario("first_steps")), 1)
NUMBERS = START.world.council_numbers[0]
OPEN_HAND = Manner(-500, 0)
MILD = Manner(150, 800)
MANNERS = (FIRM, MILD, OPEN_HAND)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("felt", [0, 1000])
def test_what_is_said_of_threat_is_what_is_felt(felt: int, manner: Manner) -> None:
    """COUNCIL-3: who feels much is never said to feel little, whichever way it moves the member."""
    size = plain(threat_term)(NUMBERS, felt, 300, manner.firmness)
    said = reason({"threat": round(size * 1000)}, Speaks(size < 0), manner)
    much = felt > 300
    assert (said in ("feels threatened enough", "feels too threatened for it")) == much
    assert (said in ("does not feel threatened enough", "feels safe enough for it")) == (not much)


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("opinion", [0, 1000])
def test_what_is_said_of_opinion_is_what_is_wanted_at_home(opinion: int, manner: Manner) -> None:
    """COUNCIL-5: a firm mood is said to want firmness, and a soft one not to."""
    size = plain(domestic_term)(NUMBERS, opinion, 0, manner.firmness)
    said = reason({"domestic": round(size * 1000)}, Speaks(size < 0), manner)
    firm_mood = ("has its people behind it", "is expected at home to stay firm")
    soft_mood = ("has its people against it", "is wanted at home to be conciliatory")
    assert said in (firm_mood if opinion > 500 else soft_mood)
    assert ("conciliatory" in said or "stay firm" in said) == manner.conciliates


@pytest.mark.parametrize("manner", MANNERS)
def test_nobody_is_said_to_side_with_an_attacker(manner: Manner) -> None:
    """COUNCIL-18: outrage speaks for what is firm and against what conciliates."""
    size = plain(aggression_term)(NUMBERS, 7, manner.firmness)
    assert (size < 0) == manner.conciliates
    said = reason({"aggression": round(size * 1000)}, Speaks(size < 0), manner)
    assert said == ("will not reward the attacker" if manner.conciliates else "will not let a war of aggression stand")


@pytest.mark.parametrize("manner", MANNERS)
def test_escalation_is_feared_only_where_it_is_risked(manner: Manner) -> None:
    """COUNCIL-8: below the first rung there is caution; and another reason is named before it, even the words of the draft."""
    size = round(plain(risk_term)(NUMBERS, manner.rung, 600) * 1000)
    assert size <= 0
    alone = reason({"risk": -1000}, Speaks.AGAINST, manner)
    assert alone == ("fears escalation" if manner.escalates else "is wary of any new step")
    beside = reason({"risk": -1000, "exposure": -10}, Speaks.AGAINST, manner)
    assert (beside == "fears escalation") == manner.escalates
    words = reason({"risk": -1000, "base": -10}, Speaks.AGAINST, manner)
    assert words == ("fears escalation" if manner.escalates else "finds that it goes too far")


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("term", sorted(REASONS))
def test_each_term_speaks_either_way(term: str, manner: Manner) -> None:
    """Every term, sign and manner has words of its own table."""
    for size in (-700, 700):
        assert reason({term: size}, Speaks(size < 0), manner) == meaning(term, manner)[int(size < 0)] != ""


def test_soldiers_under_fire_speak_for_an_answer_only() -> None:
    """COUNCIL-9: the term is never negative, so it has no second meaning."""
    assert all(plain(tripwire_term)(NUMBERS, 1000, manner.firmness) >= 0 for manner in MANNERS)
    assert len(set(meaning("tripwire", FIRM))) == 1


def test_the_catalogue_has_measures_of_each_manner() -> None:
    """Open channels conciliate; energy solidarity is mild; sanctions are neither."""
    manners = manners_of(START.world, START.names)
    assert manners["open_channels"].conciliates
    assert not manners["energy_solidarity"].escalates
    assert not manners["sanctions"].conciliates
    assert manners["sanctions"].escalates
    assert [m.firmness for m in manners.values()] == column_of(START.world.measures, "firmness").tolist()

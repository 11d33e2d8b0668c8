"""What the report makes of events: turning points by their rule, questions, drafts, attacks against their odds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from wargame.model import events as ev
from wargame.report.drafts import drafts_of
from wargame.report.expected import attacks_of, plans_foreseen, soundings_of
from wargame.report.glossary import glossary
from wargame.report.knowledge import Knowledge, knowledge_of
from wargame.report.questions import questions_of
from wargame.report.retrace import Happened, Retraced
from wargame.report.scores import course_of
from wargame.report.tripwires import tripwires_of
from wargame.report.turning import FEWEST, LEAST_WEIGHT, MOST, turning_turns, weight_in
from wargame.report.words import choice_words
from wargame.rules.combat import odds
from wargame.rules.law import plain

ALL = ("nato", "eu", "russia")


def told(game: Retraced, events: Sequence[ev.Event], seat: str = "") -> Knowledge:
    """A game in which these events happened in the first turn, and nothing else."""
    return knowledge_of(replace(game, events=tuple(Happened(1, event) for event in events), decisions=()), seat)


def asked(known: Knowledge, about: str = "") -> list[str]:
    """The questions of a game that have these words in them."""
    questions = questions_of(known, drafts_of(known), attacks_of(known))
    return [question.text for question in questions if about in question.text]


LONE = "by one member"


def council(*positions: tuple[str, str, int], verdict: str = "blocked", ambition: int = 2) -> list[ev.Event]:
    """A reading of a draft of NATO: members, positions and supports, and what came of it."""
    draft = {"day": 1, "known_to": ALL, "body": "nato", "measure": "forward_presence", "ambition": ambition}
    taken = [
        ev.PositionTaken(**draft, member=member, position=position, support=support, terms={"risk": -support})
        for member, position, support in positions
    ]
    return [*taken, ev.DraftDecided(**draft, on="EE-TALL", verdict=verdict, price=25)]


TABLED = ev.Tabled(
    day=1,
    known_to=ALL,
    body="nato",
    measure="forward_presence",
    ambition=2,
    cost=10,
    against="RUS",
    helps=None,
    on="EE-TALL",
)


def test_turning_points_follow_their_rule(war_game: Retraced) -> None:
    """Of all turns those that weigh most: the moves of the scores, and what the events add."""
    known = knowledge_of(war_game, "")
    course, found = course_of(known), turning_turns(known)
    weights = {}
    for turn in known.turns[1:]:
        moved = sum(abs(sum(course[turn][seat]) - sum(course[turn - 1][seat])) for seat in ALL) / 1000
        weights[turn] = moved + sum(weight_in(known, heard.event) for heard in known.within(turn))
    assert {each.turn: pytest.approx(each.weight) for each in found} == {t: weights[t] for t in (e.turn for e in found)}
    assert FEWEST <= len(found) <= MOST
    left = [weight for turn, weight in weights.items() if turn not in {each.turn for each in found}]
    assert len(found) == MOST or all(weight < LEAST_WEIGHT for weight in left)
    assert max(left, default=0.0) <= min(each.weight for each in found)
    assert [each.turn for each in found] == sorted(each.turn for each in found)


def test_events_weigh_as_the_rule_says(war_game: Retraced) -> None:
    """A war, a broken text and a region each add theirs; a seat's report counts its own score alone."""
    known = knowledge_of(war_game, "")
    war = ev.WentToWar(day=1, known_to=ALL, attacker="RUS", victim="EST")
    land = ev.ControlChanged(day=1, known_to=ALL, place="EE-TALL", holder="RUS", before="EST")
    broken = council(verdict="blocked")[-1]
    adopted = council(verdict="adopted")[-1]
    assert [weight_in(known, event) for event in (war, broken, land, adopted)] == [10, 3, 2, 0]
    assert set(course_of(knowledge_of(war_game, "eu"))[0]) == {"eu"}


def test_one_member_that_breaks_consensus_is_asked_about(war_game: Retraced) -> None:
    """By its name and the price; not where two broke silence, nor where the text passed."""
    alone = council(("DEU", "objects", -1200), ("POL", "supports", 1500))
    (question,) = asked(told(war_game, [TABLED, *alone]), LONE)
    assert question.startswith("On 2 January 2022 NATO failed over “Forward presence” by one member: Germany alone")
    assert "2.5 influence" in question
    two = council(("DEU", "objects", -1200), ("USA", "objects", -1500))
    assert asked(told(war_game, [TABLED, *two]), LONE) == []
    passed = council(("DEU", "objects", -1200), ("POL", "supports", 1500), verdict="adopted")
    assert asked(told(war_game, [TABLED, *passed]), LONE) == []


def test_a_text_without_a_majority_is_asked_about(war_game: Retraced) -> None:
    """With how many were in favour, those who stayed silent among them; it is not laid on one member."""
    votes = council(("DEU", "objects", -1200), ("POL", "silent", 100), ("EST", "supports", 1500), verdict="outvoted")
    known = told(war_game, [TABLED, *votes])
    (question,) = asked(known, "outvoted")
    assert "2 of 3 members were in favour" in question
    assert asked(known, LONE) == []


def test_a_draft_that_comes_again_lower_is_one_draft(war_game: Retraced) -> None:
    """With two readings, each with its own positions and verdict."""
    events = [
        TABLED,
        *council(("DEU", "objects", -1200)),
        *council(("DEU", "reserved", -500), verdict="adopted", ambition=1),
    ]
    (draft,) = drafts_of(told(war_game, events))
    assert draft.verdict == "adopted"
    assert [(reading.ambition, len(reading.positions)) for reading in draft.readings] == [(2, 1), (1, 1)]
    assert asked(told(war_game, events), "A lower text was adopted instead")


def test_a_draft_is_asked_about_once(war_game: Retraced) -> None:
    """Though it failed at every reading, and crossed the same line each time."""
    failed = [*council(("DEU", "objects", 700)), *council(("DEU", "objects", 600), ambition=1)]
    known = told(war_game, [TABLED, *failed])
    assert len(asked(known, LONE)) == 1
    assert len(asked(known, "red line of Germany.")) == 1


def test_a_red_line_is_asked_about(war_game: Retraced) -> None:
    """Who objects although it would be in favour has a red line, which a seat hears of too, but not by its support."""
    events = [TABLED, *council(("DEU", "objects", 700), ("POL", "supports", 1500))]
    for seat in ("", "eu"):
        assert asked(told(war_game, events, seat), "crossed a red line of Germany")
    (draft,) = drafts_of(told(war_game, events, "eu"))
    assert all(said.event.terms == {} and said.event.support == 0 for said in draft.readings[0].positions)


def test_the_tripwire_of_this_war_is_asked_about(war_game: Retraced) -> None:
    """Estonia was attacked: where allied soldiers had stood there before, the class is asked what they did."""
    known = knowledge_of(war_game, "")
    assert asked(known, "Russia went to war with Estonia on 1 January 2022.")
    assert {wire.host for wire in tripwires_of(known) if wire.attacked} <= {"EST", "LVA", "LTU", "POL"}
    assert len(asked(known, "tripwire")) == min(2, len(tripwires_of(known))) > 0


def test_who_was_behind_covert_acts_is_the_teachers_to_know(war_game: Retraced) -> None:
    """The acts against Latvia had no author that was named: the class is asked, the teacher told, a victim's seat not."""
    (question,) = asked(knowledge_of(war_game, ""), "no author that was named openly")
    assert question.endswith("In truth behind them: Russia.")
    (question,) = asked(knowledge_of(war_game, "nato"), "no author that was named openly")
    assert "Russia" not in question


def battle(day: int, attack: int, defence: int) -> ev.BattleFought:
    """Russia's for Tallinn."""
    return ev.BattleFought(
        day=day,
        known_to=ALL,
        attacker="RUS",
        defender="EST",
        place="EE-TALL",
        attack=attack,
        defence=defence,
        attacker_losses=200,
        defender_losses=100,
    )


def test_attacks_stand_beside_their_odds(war_game: Retraced) -> None:
    """Battles for one place within a week are one attack, by the law of odds on the powers of the first."""
    taken = ev.ControlChanged(day=5, known_to=ALL, place="EE-TALL", holder="RUS", before="EST")
    known = told(war_game, [battle(1, 3000, 2000), battle(3, 2000, 2000), taken, battle(30, 100, 2000)])
    first, second = attacks_of(known)
    assert (first.battles, first.fell, first.attacker_lost, first.defender_lost) == (2, True, 0.4, 0.2)
    assert first.chance == float(plain(odds)(3000.0, 2000.0, war_game.world.war_numbers[0]))
    assert (second.battles, second.fell) == (1, False)
    luck = float(war_game.world.war_numbers[0].luck)
    assert first.luck is not None
    assert 1 - luck <= first.luck <= 1 + luck
    assert all(attack.luck is None for attack in attacks_of(told(war_game, [battle(1, 3000, 2000)], "nato")))


def test_soundings_stand_beside_positions(war_game: Retraced) -> None:
    """What Germany and Poland said in private in the first turn, and did: for the teacher and for who sounded them."""
    known = knowledge_of(war_game, "")
    soundings = list(soundings_of(known, drafts_of(known)))
    assert [(each.turn, each.body, each.member) for each in soundings] == [(1, "nato", "DEU"), (1, "nato", "POL")]
    assert all(each.did for each in soundings)
    assert list(soundings_of(knowledge_of(war_game, "eu"), [])) == []


def test_plans_are_held_against_the_scores(war_game: Retraced) -> None:
    """What a plan foresaw for its time, beside what its seat scored then."""
    chosen = ev.Chosen(
        day=0,
        known_to=("eu",),
        seat="eu",
        phase="caucus",
        choice="a",
        terms={"objectives": 40_000},
        alternative="b",
        alternative_terms={},
    )
    first = next(decided for decided in war_game.decisions if decided.seat == "eu")
    known = replace(knowledge_of(war_game, ""), decisions=(replace(first, chosen=chosen, who="ai:staff"),))
    (plan,) = plans_foreseen(known)
    assert (plan.turn, plan.due, plan.expected) == (1, 2, 40.0)
    assert plan.actual == sum(course_of(known)[2]["eu"]) / 1000


def test_choices_are_told_by_names(war_game: Retraced) -> None:
    """Of measures, states and places."""
    words = choice_words(war_game.names, "forward_presence 2 against RUS on EE-TALL")
    assert words == "Forward presence 2 against Russia on Northern Estonia"


def test_a_law_that_does_not_exist_is_not_cited() -> None:
    """The glossary knows every law it is asked for, or fails."""
    with pytest.raises(KeyError):
        glossary(["COUNCIL-999"])

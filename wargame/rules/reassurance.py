"""Reassurance (rulebook 1): what one side's words and gestures do to the other's picture of it, and who matches whom."""

from __future__ import annotations

from wargame.model.codes import Act
from wargame.model.columns import NOBODY, Table
from wargame.model.state import Member, State, Text
from wargame.model.world import World
from wargame.rules.felt import believe
from wargame.rules.law import law, stage
from wargame.rules.membership import homes_of
from wargame.rules.numeric import FULL, clamp, quantise


@law("MEASURE-3", "rulebook 1, Founding Act and confidence-building: words count when a matching act follows")
def reassurance(belief: int, size: int, matched: int, unmatched_share: float) -> int:
    """A reassurance lowers the belief in aggressive intentions; unanswered, only by a part."""
    share = 1.0 if matched == 1 else unmatched_share
    return max(0, belief - quantise(size * share))


@law("MEASURE-9", "rulebook 1: intentions improve only if a matching act follows within four weeks")
def outstanding(size: int, unmatched_share: float) -> int:
    """What an unanswered reassurance lacks is made good to the side that began, once, when it is answered in time."""
    return size - quantise(size * unmatched_share)


@law(
    "MEASURE-13", "rulebook 1: a concept's words for Russia; Strategic Concepts of 2010, para. 33, and of 2022, para. 8"
)
def worded(belief: int, size: int) -> int:
    """Who is named takes words for what they say: firm ones take a share of its doubt that harm is meant, kind ones of its belief.

    `size` is 1/1000, below 0 for kind words.
    """
    felt = FULL - belief if size > 0 else belief
    return clamp(belief + quantise(size * felt / 1000.0), 0, FULL)


@stage
def speak_of(world: World, state: State, text: Text, size: int) -> None:
    """The state named in a text, and those that share a body with it, hear what its members say of it."""
    if text.against == NOBODY or size == 0:
        return
    homes = homes_of(state.members)
    for other in range(state.countries.size):
        if state.members[text.body, other].joined or not (other == text.against or homes[other] & homes[text.against]):
            continue
        for own in range(state.countries.size):
            if state.members[text.body, own].joined:
                pair = state.pairs[other, own]
                believe(world.threat_numbers[0], pair, worded(pair.intentions, size))
                pair.last_act = Act.WORDS if size > 0 else Act.TRANSPARENCY
                pair.last_act_day = state.clock[0].day


@stage
def reassure(world: World, state: State, text: Text, size: int) -> None:
    """The other side's picture of our intentions improves, fully only where it reassured us within four weeks.

    If so, this is the act that its own words waited for: what they lacked is made good.
    """
    n = world.council_numbers[0]
    day = state.clock[0].day
    for other in range(state.countries.size):
        if state.members[text.body, other].joined:
            continue
        for own in range(state.countries.size):
            if state.members[text.body, own].joined == 0:
                continue
            pair = state.pairs[other, own]
            matched = 1 if day - state.pairs[own, other].reassured <= n.match_days else 0
            text.matched = max(text.matched, matched)
            believe(world.threat_numbers[0], pair, reassurance(pair.intentions, size, matched, n.reassure_unmatched))
            pair.last_act = Act.TRANSPARENCY
            pair.last_act_day = day
            pair.reassured = day
    text.due = 0 if text.matched else clamp(outstanding(size, n.reassure_unmatched), 0, FULL)
    match(world, state, text)


@stage
def match(world: World, state: State, answer: Text) -> None:
    """The reassurances of other sides, not older than four weeks, that a text answers: both are matched."""
    for t in range(state.texts.size):
        first = state.texts[t]
        waits = first.due > 0 and state.clock[0].day - first.adopted <= world.council_numbers[0].match_days
        if waits and answers(state.members, first, answer):
            make_good(world, state, first.body, answer.body, first.due)
            first.due = 0
            first.matched = 1


@stage
def answers(members: Table[Member], first: Text, answer: Text) -> bool:
    """A text comes from a side that the first addressed, or addresses the side of the first; if neither names anybody, from another."""
    if first.body == answer.body:
        return False
    if first.against >= 0 and members[answer.body, first.against].joined:
        return True
    if answer.against >= 0 and members[first.body, answer.against].joined:
        return True
    return first.against < 0 and answer.against < 0


@stage
def make_good(world: World, state: State, began: int, answered: int, due: int) -> None:
    """Those who answered believe those who began as far as they would have, had they been answered at once."""
    for other in range(state.countries.size):
        for own in range(state.countries.size):
            outside = state.members[began, other].joined == 0 and state.members[answered, own].joined == 0
            if outside and state.members[answered, other].joined and state.members[began, own].joined:
                pair = state.pairs[other, own]
                believe(world.threat_numbers[0], pair, max(0, pair.intentions - due))

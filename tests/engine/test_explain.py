"""Law of the house 5: a value remembers its parts. Explanation is reading what the engine computed, exactly."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest

from tests.played import Played
from wargame.engine.explain import EXPLAINED, Explained, Fold, explained, open_value, refold
from wargame.engine.packing import pack
from wargame.model.codes import DecisionRule, MeasureKind, Note, Phase, Stance
from wargame.model.columns import NOBODY, empty_table
from wargame.model.plan import Bid, Draft
from wargame.model.state import State
from wargame.model.terms import PowerFactor, Support
from wargame.model.world import World
from wargame.rules import entries
from wargame.rules.combat import folded_product
from wargame.rules.law import plain

COUNCILS, LEADERSHIP = (0, 1), 2


def states(peace: Played, war: Played) -> list[tuple[World, State]]:
    """Moments of peace and war at which a player may ask why."""
    found = [(peace.world, peace.after(Phase.CAUCUS)[0]), (war.world, war.after(Phase.CAUCUS)[-1])]
    return [*found, (war.world, war.after(Phase.ORDERS)[1]), (war.world, war.after(Phase.EMERGENCY)[0])]


def rows_of(item: Explained, world: World, state: State) -> Iterator[tuple[int, ...]]:
    """Every choice of rows that an explained value can be asked of in a state."""
    countries = range(state.countries.size)
    members = [(b, c) for b in range(state.bodies.size) for c in countries if state.members[b, c].joined]
    outside = [(b, c) for b in range(state.bodies.size) for c in countries if not state.members[b, c].joined]
    match item.id:
        case "threat":
            yield from ((i, j) for i, j in product(countries, countries) if i != j)
        case "support":
            for m in range(world.measures.size):
                if world.measures[m].rule != DecisionRule.LEADER:
                    own = [c for b, c in members if b == world.measures[m].body]
                    yield from product([m], (1, 2, 3), own, (7,))
        case "motive":
            yield from ((b, c) for b, c in outside if b == LEADERSHIP)
        case "stance":
            yield from product(countries, [int(stance) for stance in Stance])
        case "credibility":
            yield from ((b,) for b in range(state.bodies.size))
        case "answer":
            land = [r for r in range(world.regions.size) if world.regions[r].home >= 0]
            yield from ((b, c, r) for (b, c), r in product(members, land))
        case "contribution":
            for b in COUNCILS:
                own = [c for body, c in members if body == b]
                yield from ((b, c, victim, 7) for c, victim in product(own, own))
        case "ratification":
            for b in COUNCILS:
                own = [c for body, c in members if body == b]
                yield from ((b, ally, c) for ally, c in product(own, [c for body, c in outside if body == b]))
        case _:
            raise AssertionError(f"no rows known for {item.id}")


@pytest.mark.parametrize("item", EXPLAINED, ids=lambda item: item.id)
def test_parts_fold_to_the_value(peace: Played, war: Played, item: Explained) -> None:
    """Law 5: on played states, the parts of every explained value refold to it exactly, and asking changes nothing."""
    asked = 0
    for world, state in states(peace, war):
        before = pack(state)
        for rows in rows_of(item, world, state):
            assert len(rows) == len(item.rows)
            value, parts = open_value(item, world, state, *rows)
            assert list(parts) == [part.name.lower() for part in item.parts]
            assert refold(item, parts) == value, rows
            asked += 1
        assert pack(state) == before
    assert asked >= 10


def test_the_registry_is_sound() -> None:
    """Ids are unique, each value says what it is, and can be found by its id."""
    assert len({item.id for item in EXPLAINED}) == len(EXPLAINED)
    assert all(item.says and item.rows and explained(item.id) is item for item in EXPLAINED)
    with pytest.raises(KeyError):
        explained("luck")


def test_folds_tell_a_changed_part() -> None:
    """The check above can fail: a part that is off by enough is not folded to the same value."""
    total, mean = explained("threat"), explained("credibility")
    assert (total.fold, mean.fold) == (Fold.SUM, Fold.MEAN)
    assert refold(total, {"a": 3, "b": -1}) == 2
    assert refold(mean, {"a": 3, "b": 4, "c": 4, "d": 4}) == 3


def test_threat_explained_is_the_threat_felt(peace: Played, war: Played) -> None:
    """Law 5: in every phase the parts of a threat are those of the value that the rules read."""
    item = explained("threat")
    for game in (peace, war):
        for phase in Phase:
            for state in game.after(phase):
                for i, j in rows_of(item, game.world, state):
                    assert open_value(item, game.world, state, i, j)[0] == state.pairs[i, j].threat


def test_support_explained_is_the_support_that_decides(peace: Played) -> None:
    """Law 5: what the council counts, without bids, is what a member's support opens into."""
    world, state = peace.world, peace.after(Phase.CAUCUS)[2]
    draft = empty_table(Draft, 1)[0]
    count = state.countries.size
    for measure in range(world.measures.size):
        facts = world.measures[measure]
        if facts.rule == DecisionRule.LEADER or facts.kind == MeasureKind.COLLECTIVE_DEFENCE:
            continue
        draft.body, draft.measure, draft.ambition, draft.against = facts.body, measure, 2, 7
        felt, positions, lift = (np.zeros(count, np.int64) for _ in range(3))
        entries.appraise(world, state, draft, empty_table(Bid, 1, count), felt, positions, lift)
        for c in np.flatnonzero(positions != NOBODY):
            value, parts = open_value(explained("support"), world, state, measure, 2, int(c), 7)
            assert value == felt[c]
            assert parts["lobbying"] == 0


def test_positions_are_told_with_the_terms_that_made_them(peace: Played, war: Played) -> None:
    """Law 5: the terms kept with each announced position sum to the support it was announced for."""
    told = 0
    for game in (peace, war):
        for _, outcome in game.steps:
            record = outcome.record
            for k in range(record.head[0].count):
                if record.entries[k].note == Note.POSITION:
                    assert record.terms[k, : len(Support)].sum() == record.entries[k].second
                    told += 1
    assert told > 50


@pytest.mark.parametrize("note", [Note.CONTRIBUTION, Note.REQUEST_ANSWER, Note.STANCE])
def test_answers_are_told_with_their_terms(war: Played, requested: Played, note: Note) -> None:
    """Law 5: contributions, answers to requests and changes of stance keep the terms that were summed."""
    value_of = {Note.CONTRIBUTION: "second", Note.REQUEST_ANSWER: "first", Note.STANCE: "third"}
    told = 0
    for game in (war, requested):
        for _, outcome in game.steps:
            record = outcome.record
            for k in range(record.head[0].count):
                if record.entries[k].note == note:
                    assert record.terms[k].sum() == getattr(record.entries[k], value_of[note])
                    told += 1
    assert told > 0


def test_power_in_battle_is_the_product_of_its_factors(war: Played) -> None:
    """Law 5: the factors kept with each formation's losses multiply to the power it fought with."""
    fought = 0
    for _, outcome in war.steps:
        record = outcome.record
        for k in range(record.head[0].count):
            if record.entries[k].note == Note.LOSSES:
                assert plain(folded_product)(record.terms[k]) == record.entries[k].second
                assert record.terms[k, PowerFactor.STRENGTH] > 0
                fought += 1
    assert fought > 0

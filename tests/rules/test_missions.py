"""Operations abroad: what they keep from a host, whom they deter, and where another council's means may be asked for."""

from __future__ import annotations

import pytest

from tests.rules.threat_world import EST, EU, FIN, NATO, RUS, RUSSIA, board, terms_row
from tests.worlds import bare
from wargame.model.codes import Effect, MeasureKind
from wargame.model.columns import NOBODY, empty_table
from wargame.model.plan import Draft
from wargame.model.record import empty_record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import missions as laws
from wargame.rules.hybrid import subvert
from wargame.rules.law import plain
from wargame.rules.legal_drafts import broken_mission_law
from wargame.rules.motive import motive
from wargame.rules.texts import reckon_levels

HOST = FIN  # taken out of the councils by `abroad`


@pytest.mark.parametrize(("harm", "shelter", "left"), [(50, 0, 50), (50, 400, 30), (50, 1000, 0)])
def test_what_an_operation_keeps_away(harm: int, shelter: int, left: int) -> None:
    """MISSION-1."""
    assert plain(laws.sheltered)(harm, shelter) == left


@pytest.mark.parametrize(
    ("shown", "witnesses", "believed"), [(0.0, 0, 0.0), (0.0, 300, 0.3), (0.5, 300, 0.65), (1.0, 300, 1.0)]
)
def test_witnesses_make_good_what_was_not_shown(shown: float, witnesses: int, believed: float) -> None:
    """MISSION-2: never more than the whole."""
    assert plain(laws.before_witnesses)(shown, witnesses) == pytest.approx(believed)


def abroad(code: Effect, size: int, alive: int = 1) -> tuple[World, State, Draft]:
    """An operation of the Union in a state outside, with one effect; a draft of the same for it."""
    world, state = board()
    for body in (NATO, EU):
        state.members[body, HOST].joined = 0
    world.links[HOST, RUS].dispute = 400
    facts, effect, text = world.measures[0], world.effects[0], state.texts[0]
    facts.body, facts.second, facts.kind, facts.first_effect, facts.effects = EU, NATO, MeasureKind.BERLIN_PLUS, 0, 1
    effect.code, effect.weekly, effect.size_1 = code, 0, size
    text.alive, text.body, text.measure, text.ambition, text.against, text.helps = alive, EU, 0, 1, RUS, HOST
    text.backing = text.share = 1000
    draft = empty_table(Draft, 1)[0]
    draft.body, draft.measure, draft.ambition, draft.against, draft.helps = EU, 0, 1, RUS, HOST
    draft.on = draft.incident = NOBODY
    return world, state, draft


def test_a_covert_act_does_less_harm_where_an_operation_stands() -> None:
    """Effect shelter: to opinion, government and capacity to resist of the host; to another state as much as ever."""
    lost: dict[tuple[int, int], tuple[int, int, int]] = {}
    for alive in (0, 1):
        for target in (HOST, EST):
            world, state, _draft = abroad(Effect.SHELTER, 500, alive)
            own = state.countries[target]
            before = own.opinion, own.government, own.resilience
            bare(subvert)(world, state, empty_record(4), RUS, target, 0, 3)
            lost[alive, target] = (
                before[0] - own.opinion,
                before[1] - own.government,
                before[2] - own.resilience,
            )
    assert lost[0, EST] == lost[1, EST]
    assert all(0 < half < whole for half, whole in zip(lost[1, HOST], lost[0, HOST], strict=True))
    assert lost[1, HOST][0] == pytest.approx(lost[0, HOST][0] / 2, abs=1)


def test_who_would_attack_before_witnesses_expects_more() -> None:
    """Effect witness: the motive against the host falls, against others it does not."""
    found = {}
    for alive in (0, 1):
        for target in (HOST, EST):
            world, state, _draft = abroad(Effect.WITNESS, 300, alive)
            found[alive, target] = int(bare(motive)(world, state, RUSSIA, target, terms_row()))
    assert found[1, HOST] < found[0, HOST]
    assert found[1, EST] == found[0, EST]


def test_a_second_shelter_keeps_its_share_of_what_the_first_lets_through() -> None:
    """MISSION-3: two shelter more than one, and none makes a state immune."""
    assert plain(laws.kept_together)(0, 600) == 600
    assert plain(laws.kept_together)(500, 500) == 750
    assert plain(laws.kept_together)(1000, 300) == 1000
    world, state, _draft = abroad(Effect.SHELTER, 600)
    assert bare(laws.shelter_of)(world, state, HOST) == 600
    assert bare(laws.shelter_of)(world, state, EST) == 0
    other = state.texts[1]
    other.alive, other.body, other.measure, other.ambition, other.helps = 1, EU, 0, 1, HOST
    other.backing = other.share = 1000
    assert bare(laws.shelter_of)(world, state, HOST) == 840
    bare(reckon_levels)(world, state)
    assert bare(laws.witnesses_in)(world, state, HOST) == 0


def broken(world: World, state: State, draft: Draft) -> int:
    """The law that the draft breaks."""
    return int(bare(broken_mission_law)(world, state, draft))


def test_means_are_lent_where_the_lender_is_not_engaged() -> None:
    """LEGAL-32: not beside an operation of its own, nor where a formation of its own is based; by its own means the Union may go there.

    Whom it commands, and where that stands, is hidden from others, and bars nothing.
    """
    world, state, draft = abroad(Effect.SHELTER, 500, alive=0)
    assert broken(world, state, draft) == 0
    theirs, text = world.measures[1], state.texts[1]
    theirs.body, theirs.kind = NATO, MeasureKind.MISSION
    text.alive, text.body, text.measure, text.helps = 1, NATO, 1, HOST
    assert broken(world, state, draft) == 32
    world.measures[0].second, world.measures[0].kind = NOBODY, MeasureKind.MISSION
    assert broken(world, state, draft) == 0
    world.measures[0].second, text.alive = NATO, 0
    assert broken(world, state, draft) == 0
    soil = next(r for r in range(world.regions.size) if world.regions[r].home == HOST)
    unit, book = next((u, b) for u, b in zip(state.formations, world.order_of_battle, strict=True) if u.alive)
    unit.command, unit.at = NATO, soil
    assert broken(world, state, draft) == 0
    unit.body, book.garrison = NATO, soil
    assert broken(world, state, draft) == 32


def test_a_host_consents_to_whom_it_does_not_fear() -> None:
    """LEGAL-33: not to senders among whom is the state that it fears most, and no leadership ever does."""
    world, state, _draft = abroad(Effect.SHELTER, 500, alive=0)
    state.countries[HOST].top_threat = RUS
    assert bare(laws.consents)(world, state, EU, NATO, HOST) == 1
    state.countries[HOST].top_threat = EST
    assert bare(laws.consents)(world, state, EU, NATO, HOST) == 0
    assert bare(laws.consents)(world, state, EU, NATO, RUS) == 0


@pytest.mark.parametrize(
    ("joined", "war", "leans", "number"), [(0, 0, 0, 0), (1, 0, 0, 33), (0, 1, 0, 33), (0, 0, 1, 33)]
)
def test_an_operation_goes_where_it_is_wanted(joined: int, war: int, leans: int, number: int) -> None:
    """LEGAL-33: to no member, to nobody at war, to none that lives by the state answered."""
    world, state, draft = abroad(Effect.SHELTER, 500, alive=0)
    state.members[EU, HOST].joined = joined
    state.pairs[HOST, RUS].war = state.pairs[RUS, HOST].war = war
    if leans:
        world.countries[HOST].patron, world.countries[HOST].dependence = RUS, 900
    assert broken(world, state, draft) == number


@pytest.mark.parametrize(
    ("dispute", "taken", "defended", "number"), [(400, 0, 0, 0), (299, 0, 0, 37), (0, 1, 0, 0), (400, 0, 1, 37)]
)
def test_an_operation_goes_where_there_is_a_quarrel(dispute: int, taken: int, defended: int, number: int) -> None:
    """LEGAL-37: a deep dispute, or land that another holds; and no alliance that defends the host already."""
    world, state, draft = abroad(Effect.SHELTER, 500, alive=0)
    world.measures[0].second, world.measures[0].kind = NOBODY, MeasureKind.MISSION
    world.links[HOST, RUS].dispute = dispute
    state.members[NATO, HOST].joined = defended
    land = next(r for r in range(world.regions.size) if world.regions[r].home == HOST)
    state.regions[land].controller = RUS if taken else HOST
    assert broken(world, state, draft) == number


def test_a_perspective_is_held_out_to_who_is_outside() -> None:
    """LEGAL-33: also to a state at war; to a member there is nothing to hold out. Other help is no business of this law."""
    world, state, draft = abroad(Effect.HEARTEN, 100, alive=0)
    world.measures[0].kind, world.measures[0].second = MeasureKind.PARTNERSHIP, NOBODY
    state.pairs[HOST, RUS].war = state.pairs[RUS, HOST].war = 1
    assert broken(world, state, draft) == 0
    state.members[EU, HOST].joined = 1
    assert broken(world, state, draft) == 33
    world.effects[0].code = Effect.HARDEN
    assert broken(world, state, draft) == 0

"""Who meets whom: nobody is left out of a battle for not being asked."""

import numpy as np

from tests.played import Played
from tests.rules.test_combat import EST, GBR, attacker, front
from tests.worlds import Small, Unit, bare, surveyed
from wargame.model.codes import Phase
from wargame.model.columns import NOBODY, column_of
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules import field as fields
from wargame.rules import lineup


def called(world: World, state: State, field: fields.Field, near: Terms | None) -> list[tuple[int, ...]]:
    """Role and tasks of all formations in each battle of a step, for those who are asked; None asks all that live."""
    aim, contested = np.full(field.nation.size, NOBODY), np.zeros(state.regions.size, np.int64)
    bare(lineup.take_aim)(world, state, field, aim, contested)
    asked = np.flatnonzero(column_of(state.formations, "alive")) if near is None else near
    battle = bare(lineup.no_battle)(state)
    bare(lineup.share_tasks)(world, state, contested, asked, battle)
    found: list[tuple[int, ...]] = []
    for region in np.flatnonzero(contested).tolist():
        lead = bare(lineup.lead_attacker)(state, field, aim, region)
        bare(lineup.measure_reach)(world, region, battle.km)
        bare(lineup.take_sides)(world, state, field, asked, aim, lead, region, battle)
        for party in range(lineup.PARTIES):
            for u in battle.party[party, : battle.called[party]].tolist():
                found.append((region, party, u, int(battle.role[u]), int(battle.tasks[u])))
    return found


def in_contact(state: State) -> None:
    """Every march has come to where it meets a defence."""
    column_of(state.formations, "progress")[:] = 20_000


def test_who_is_not_within_call_takes_no_part(war: Played) -> None:
    """In a war as it is played: the battles are the same whether all formations are asked or those within call."""
    fought = 0
    for state in war.after(Phase.ORDERS):
        work = state._replace(formations=state.formations.copy())
        in_contact(work)
        field = bare(fields.survey)(war.world, work, bare(fields.draw_fronts)(war.world, work))
        contested = np.zeros(work.regions.size, np.int64)
        bare(lineup.take_aim)(war.world, work, field, np.full(field.nation.size, NOBODY), contested)
        near = bare(lineup.within_call)(work, field, contested)
        everybody = called(war.world, work, field, None)
        assert called(war.world, work, field, near) == everybody
        fought += len(everybody) > 0
    assert fought


def test_a_guest_on_attacked_soil_is_within_call() -> None:
    """Rulebook 4, the tripwire: a state at peace whose soldiers stand where the attack comes is called; one elsewhere is not."""
    small: Small = front(attacker(), Unit(EST, 1), Unit(GBR, 1), Unit(GBR, 2))
    contested = np.array([0, 1, 0])
    near = bare(lineup.within_call)(small.state, surveyed(small), contested)
    assert near.tolist() == [0, 1, 2]

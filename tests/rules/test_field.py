"""The field of a war step: what is worked out once must answer as the laws do."""

import pytest

from tests.rules.wars import war_of
from tests.worlds import bare
from wargame.model.codes import Terrain
from wargame.rules import bodies, field
from wargame.rules.combat import is_line


@pytest.mark.parametrize("seed", range(6))
def test_the_field_answers_as_the_bodies_do(seed: int) -> None:
    """Wars, welcome, sides and seas as rules/bodies tells them, for every state, region and formation."""
    small = war_of(seed)
    world, state = small.world, small.state
    seen = bare(field.survey)(world, state, bare(field.draw_fronts)(world, state))
    countries = range(state.countries.size)
    for one in countries:
        for other in countries:
            assert bool(seen.foe[one, other]) == bare(bodies.at_war)(state, one, other)
        for region in range(state.regions.size):
            welcome = bare(bodies.welcome)(world, state, one, region)
            assert bool(bare(field.is_welcome)(world, state, seen, one, region)) == bool(welcome)
    assert list(seen.warring) == [c for c in countries if any(state.pairs[c, o].war for o in countries if o != c)]
    seas = [r for r in range(state.regions.size) if world.regions[r].terrain == Terrain.SEA]
    assert [int(seen.zone[r]) for r in seas] == list(range(len(seas)))
    assert [int(z) for r, z in enumerate(seen.zone) if r not in seas] == [-1] * (state.regions.size - len(seas))
    living = [u for u in range(state.formations.size) if state.formations[u].alive]
    assert list(seen.line) == [u for u in living if bare(is_line)(state.formations[u].kind)]
    for u in living:
        assert seen.nation[u] == bare(bodies.country_of)(state, u)
        assert seen.seat[u] == bare(bodies.seat_of)(world, state, u)

"""The laws of combat, and battles as the stages fight them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.fixed import fixed
from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world, surveyed, war_numbers
from wargame.model.codes import Cause, Kind, Note, Posture, Terrain
from wargame.model.numbers import WarNumbers
from wargame.model.terms import PowerFactor
from wargame.rules import battle, combat

RUS, EST, GBR = range(3)
POWER = st.integers(1, 200_000)


def front(*units: Unit, terrain: Terrain = Terrain.PLAIN, refuge: bool = True, seed: int = 1) -> Small:
    """Region 0 is Russia's, region 1 Estonia's, region 2 behind it Estonia's or cut off."""
    roads = [Road(0, 1, 100)] + ([Road(1, 2, 100)] if refuge else [])
    return small_world(
        [Site(RUS), Site(EST, terrain=terrain), Site(EST)],
        roads,
        units,
        [Side((EST, GBR)), Side((RUS,), leader=RUS)],
        wars=[(RUS, EST)],
        countries=3,
        seed=seed,
    )


def attacker(**changes: object) -> Unit:
    """A Russian brigade in assault on region 1."""
    values: dict[str, object] = {"owner": RUS, "at": 0, "path": (1,), "posture": Posture.ASSAULT} | changes
    return Unit(**values)  # type: ignore[arg-type]


def fight(small: Small, steps: int = 1) -> None:
    """Only the battles of some steps, all attackers in contact."""
    world, state, record = small.tuple()
    for _ in range(steps):
        for u in range(state.formations.size):
            state.formations[u].progress = 50
        bare(battle.fight_battles)(world, state, record, surveyed(small), 2)
        state.clock[0].day += 2


def test_formations_of_the_line() -> None:
    """COMBAT-1: what holds and takes ground."""
    line = {kind for kind in Kind if bare(combat.is_line)(kind)}
    assert line == {
        Kind.ARMOURED, Kind.MECHANISED, Kind.INFANTRY, Kind.AIRBORNE, Kind.ARTILLERY, Kind.SPECIAL
    }  # fmt: skip


@pytest.mark.parametrize(("level", "share"), [(0, 0.4), (500, 0.7), (1000, 1.0)])
def test_readiness_and_supply_carry_power(level: int, share: float) -> None:
    """COMBAT-2 and 3: from a floor to full power."""
    assert bare(combat.readiness_factor)(level, war_numbers()) == pytest.approx(share)
    assert bare(combat.supply_factor)(level, war_numbers()) == pytest.approx(share)


def test_a_prepared_defender_doubles() -> None:
    """COMBAT-4: dug in and holding on open ground is worth about two; hard ground adds to it."""
    ground, n = bare(combat.ground_factor), war_numbers()
    assert 1.8 <= ground(Terrain.PLAIN, 1000, Posture.HOLD, n) <= 2.2
    assert ground(Terrain.PLAIN, 0, Posture.RESERVE, n) == 1.0
    assert ground(Terrain.PLAIN, 0, Posture.DELAY, n) < 1.0
    by_ground = [ground(t, 500, Posture.HOLD, n) for t in (0, 1, 2, 3, 4)]
    assert by_ground == sorted(by_ground)


def test_a_probe_commits_a_part() -> None:
    """COMBAT-5: postures of attack."""
    assert bare(combat.commitment)(Posture.ASSAULT, war_numbers()) == 1.0
    assert bare(combat.commitment)(Posture.PROBE, war_numbers()) == 0.4


@given(st.lists(st.integers(0, 3000), min_size=6, max_size=6))
def test_factors_fold_to_the_power_used(values: list[int]) -> None:
    """COMBAT-6: the product in the declared order, rounded after each factor, halves up."""
    expected = values[0]
    for factor in values[1:]:
        expected = int(expected * factor / 1000 + 0.5)
    assert bare(combat.folded_product)(values) == expected


def test_combat_power_of_a_ready_brigade() -> None:
    """COMBAT-7: 1 brigade x 8 points x readiness 0.88 x full supply x ground 1.2 x air 1.1."""
    brigade = (1000, 8.0, 800, 1000, 1200, 1100, war_numbers())
    factors = bare(combat.power_factors)(*brigade)
    assert factors == (1000, 8000, 880, 1000, 1200, 1100)
    assert bare(combat.combat_power)(*brigade) == 9293
    assert bare(combat.folded_product)(factors) == 9293
    assert factors[PowerFactor.AIR] == 1100


@given(POWER, st.integers(1000, 2000))
def test_support_is_the_last_factor(strength: int, air: int) -> None:
    """COMBAT-24: what flies and fires multiplies the product of all the others, to the same whole number."""
    alone = bare(combat.combat_power)(strength, 8.0, 800, 900, 1200, 1000, war_numbers())
    assert bare(combat.supported)(alone, air) == bare(combat.combat_power)(
        strength, 8.0, 800, 900, 1200, air, war_numbers()
    )


@given(POWER, POWER)
def test_losses_follow_the_enemy(own: int, enemy: int) -> None:
    """COMBAT-8: equal powers lose equally; the stronger the enemy, the more, never beyond the most."""
    n = war_numbers()
    lost = bare(combat.loss_share)(float(own), float(enemy), 2.0, n)
    assert 0.0 < lost <= n.loss_most
    assert lost <= bare(combat.loss_share)(float(own), enemy * 2.0, 2.0, n)
    assert bare(combat.loss_share)(float(own), float(own), 2.0, n) == pytest.approx(0.1)
    assert bare(combat.loss_share)(0.0, 1.0, 2.0, n) == n.loss_most
    assert bare(combat.loss_share)(1.0, 0.0, 2.0, n) == 0.0


def test_battle_wears_out() -> None:
    """COMBAT-9 and 10: a tenth of strength costs 150 of readiness, and both cost power."""
    n = war_numbers()
    assert bare(combat.fatigue_of)(0.1, n) == pytest.approx(150.0)
    left = bare(combat.worn)(100.0, 800.0, 0.1, n)
    assert left == pytest.approx(100.0 * 0.9 * 0.79 / 0.88)
    assert bare(combat.worn)(100.0, 800.0, 0.0, n) == pytest.approx(100.0)


@given(st.integers(0, 10_000), st.integers(0, 3000), st.integers(0, 200))
def test_luck_is_bounded(seed: int, day: int, region: int) -> None:
    """COMBAT-11: between its bounds, and the same for the same question."""
    n = war_numbers()
    luck = bare(combat.luck_of_battle)(seed, day, region, n)
    assert 1.0 - n.luck <= luck < 1.0 + n.luck
    assert luck == bare(combat.luck_of_battle)(seed, day, region, n)


@pytest.mark.parametrize(
    ("ratio", "posture", "cornered", "gives"),
    [
        (2.4, Posture.HOLD, 0, False),
        (2.5, Posture.HOLD, 0, True),
        (1.0, Posture.DELAY, 0, True),
        (4.9, Posture.DELAY, 1, False),
        (5.0, Posture.HOLD, 1, True),
    ],
)
def test_when_a_defender_gives_way(ratio: float, posture: Posture, cornered: int, gives: bool) -> None:
    """COMBAT-12: delay early, hold late, cornered last."""
    assert bare(combat.gives_way)(ratio, 1.0, posture, cornered, war_numbers()) == gives


def test_the_loss_limit() -> None:
    """COMBAT-13: reached at the limit, never at 1000."""
    assert bare(combat.breaks_off)(700, 300, 300)
    assert not bare(combat.breaks_off)(701, 299, 300)
    assert not bare(combat.breaks_off)(1, 999, 1000)
    assert not bare(combat.breaks_off)(1000, 0, 0)


@given(POWER, POWER)
def test_odds_are_a_chance(attack: int, defence: int) -> None:
    """COMBAT-14: within 0 and 1, rising with the attack; even at the even ratio; sure against nobody."""
    n = war_numbers()
    chance = bare(combat.odds)(float(attack), float(defence), n)
    assert 0.0 <= chance <= 1.0
    assert chance <= bare(combat.odds)(attack * 1.1, float(defence), n)
    assert bare(combat.odds)(defence * n.even_ratio, float(defence), n) == pytest.approx(0.5)
    assert bare(combat.odds)(float(attack), 0.0, n) == 1.0
    assert bare(combat.odds)(0.0, float(defence), n) == 0.0


@pytest.mark.parametrize("ratio", [1.0, 1.15, 1.3, 1.5, 2.0])
def test_odds_are_those_of_the_battles(ratio: float) -> None:
    """COMBAT-14 against the resolver: fought 60 times, as many are won as the odds say, give or take a fifth."""
    own = round(1000 * ratio * 9.0 * 1.1 / 8.0)
    won = 0
    for seed in range(60):
        small = front(attacker(strength=own), Unit(EST, 1), seed=seed)
        fight(small, 8)
        won += small.state.formations[1].at != 1
    assert won / 60 == pytest.approx(bare(combat.odds)(ratio, 1.0, war_numbers()), abs=0.2)


def test_an_expected_exchange_is_a_battle_at_middling_luck() -> None:
    """COMBAT-15: the same losses as the stages bring when luck is nil."""
    small = front(attacker(strength=2000, loss_limit=400), Unit(EST, 1))
    n = small.world.war_numbers[0]
    n.luck = 0.0
    fight(small, 8)
    attack, defence = 2000 * 8.0 * 0.88, 1000 * 9.0 * 0.88 * 1.1
    won, lost, their_loss, days = bare(combat.expected_exchange)(attack, defence, 800.0, 800.0, 2.0, 0.4, n)
    assert won == 1.0
    assert days == 2.0 * len(notes_of(small.record, Note.BATTLE))
    assert small.state.formations[0].strength == pytest.approx(2000 * (1.0 - lost), abs=3)
    assert small.state.formations[1].strength == pytest.approx(1000 * (1.0 - their_loss), abs=3)


def test_an_exchange_that_cannot_be_won_is_broken_off() -> None:
    """COMBAT-15: at parity against prepared ground the attacker reaches its limit first."""
    won, lost, their_loss, _ = bare(combat.expected_exchange)(1.0, 2.0, 800.0, 800.0, 2.0, 0.3, war_numbers())
    assert won == 0.0
    assert lost >= 0.3 > their_loss


def test_small_contingents_bind_little_less() -> None:
    """COMBAT-16: a tenth of the soldiers feels more than half of what the whole would."""
    bound, n = bare(combat.bound_by_losses), war_numbers()
    assert bound(0.2, 1000, n) == 300
    assert bound(0.2, 100, n) == 165
    assert bound(0.0, 1000, n) == 0


def test_who_stands_against_an_attacker() -> None:
    """COMBAT-19: all who stand there but its own nation and seat; states without a seat are on no common side."""
    against = bare(combat.stands_against)
    assert against(EST, 0, RUS, 1)
    assert not against(RUS, 0, RUS, 1)
    assert not against(GBR, 1, RUS, 1)
    assert against(GBR, -1, RUS, -1)


@pytest.mark.parametrize(
    ("chance", "posture", "limit", "goes"),
    [
        (0.30, Posture.ASSAULT, 400, True),
        (0.29, Posture.ASSAULT, 400, False),
        (0.29, Posture.ASSAULT, 1000, True),
        (0.29, Posture.PROBE, 400, True),
    ],
)
def test_an_assault_waits_for_fair_odds(chance: float, posture: Posture, limit: int, goes: bool) -> None:
    """COMBAT-22: unless it is a probe, or ordered to the last man."""
    assert bare(combat.goes_in)(chance, posture, limit, war_numbers()) == goes


def test_the_first_wait_for_the_rest() -> None:
    """COMBAT-22 in battle: one brigade waits in contact, three go in together."""
    alone = front(attacker(loss_limit=400), Unit(EST, 1, dug_in=600))
    fight(alone, 3)
    assert notes_of(alone.record, Note.BATTLE) == []
    together = front(*(attacker(loss_limit=400) for _ in range(3)), Unit(EST, 1, dug_in=600))
    fight(together)
    assert len(notes_of(together.record, Note.BATTLE)) == 1


def test_contact_is_half_way() -> None:
    """COMBAT-20."""
    assert bare(combat.contact_km)(101, war_numbers()) == 51


def test_the_spent_do_not_attack() -> None:
    """COMBAT-21: nor do aircraft take ground."""
    n = war_numbers()
    assert bare(combat.may_attack)(Kind.ARMOURED, 250, n)
    assert not bare(combat.may_attack)(Kind.ARMOURED, 249, n)
    assert not bare(combat.may_attack)(Kind.AIR, 900, n)


def test_parity_against_a_prepared_defender_loses() -> None:
    """Calibration, rulebook 11: whatever the luck, a brigade does not dislodge a brigade dug in."""
    for seed in range(20):
        small = front(attacker(), Unit(EST, 1, dug_in=1000), seed=seed)
        fight(small, 6)
        assert small.state.formations[1].at == 1
        assert small.state.formations[0].lost > small.state.formations[1].lost


def test_three_to_one_wins_at_moderate_loss() -> None:
    """Calibration: three brigades dislodge a prepared one, losing under a quarter."""
    for seed in range(20):
        small = front(attacker(), attacker(), attacker(), Unit(EST, 1, dug_in=600), seed=seed)
        fight(small, 8)
        assert small.state.formations[3].at == 2
        assert sum(small.state.formations[u].lost for u in range(3)) < 750


@pytest.mark.parametrize(("brigades", "dug_in"), [(4, 600), (5, 600), (4, 1000), (5, 1000)])
def test_a_baltic_break_through_takes_days(brigades: int, dug_in: int) -> None:
    """Calibration, RAND RR1253: four to five brigades and air against one and a battlegroup: two to four days."""
    days = []
    for seed in range(11):
        small = front(
            *(attacker() for _ in range(brigades)),
            Unit(EST, 1, Kind.INFANTRY, readiness=900, dug_in=dug_in),
            Unit(at=1, strength=300, readiness=900, dug_in=dug_in, body=0, shares=((GBR, 700), (EST, 300))),
            Unit(RUS, 0, Kind.AIR),
            terrain=Terrain.FOREST,
            seed=seed,
        )
        fight(small, 8)
        assert small.state.formations[brigades].at == 2
        days.append(2 * len(notes_of(small.record, Note.BATTLE)))
    assert sorted(days)[5] in (2, 4)
    assert max(days) <= 8


def test_the_powers_told_are_the_powers_used() -> None:
    """Law of the house 5: the terms of each formation fold to its power, and the powers sum to those of the battle."""
    small = front(attacker(), attacker(posture=Posture.PROBE), Unit(EST, 1), Unit(RUS, 0, Kind.ARTILLERY))
    fight(small)
    record = small.record
    told = {0: 0, 1: 0}
    for k in range(record.head[0].count):
        entry = record.entries[k]
        if entry.note == Note.LOSSES:
            assert bare(combat.folded_product)(record.terms[k]) == entry.second
            told[entry.third] += entry.second
    ((_, _, where, attack, defence, lost, their_loss),) = notes_of(record, Note.BATTLE)
    assert (where, attack, defence) == (1, told[0], told[1])
    assert lost == sum(small.state.formations[u].lost for u in (0, 1))
    assert their_loss == small.state.formations[2].lost


def test_a_probe_loses_less_than_an_assault() -> None:
    """COMBAT-5 in battle."""
    small = front(attacker(), attacker(posture=Posture.PROBE), Unit(EST, 1))
    fight(small)
    assert 0 < small.state.formations[1].lost < small.state.formations[0].lost


def test_the_beaten_fall_back_and_the_cornered_are_overrun() -> None:
    """COMBAT-12 and 18 in battle: with a refuge the defender retreats, without one it is destroyed later."""
    units = (*(attacker() for _ in range(4)), Unit(EST, 1))
    open_front, pocket = front(*units), front(*units, refuge=False)
    fight(open_front)
    fight(pocket, 4)
    assert open_front.state.formations[4].at == 2
    assert notes_of(open_front.record, Note.RETREAT)[0][:4] == (4, EST, 1, 2)
    assert not pocket.state.formations[4].alive
    assert notes_of(pocket.record, Note.DESTROYED)[0][:3] == (4, EST, 1)
    assert pocket.state.countries[EST].losses == 1000


def test_an_attack_is_broken_off_at_its_limit() -> None:
    """COMBAT-13 in battle: the path is given up once, with its cause."""
    small = front(attacker(loss_limit=150), Unit(EST, 1, dug_in=1000))
    small.world.war_numbers[0].launch_odds = 0.0
    fight(small, 4)
    assert notes_of(small.record, Note.FRUSTRATED)[0][:4] == (0, RUS, 1, Cause.LOSS_LIMIT)
    assert small.state.legs[0, 0].to == -1
    assert small.state.formations[0].posture == Posture.HOLD
    assert len(notes_of(small.record, Note.BATTLE)) < 4


def test_close_allies_feel_what_an_ally_loses() -> None:
    """COMBAT-26: in the measure of their attachment, less than who lost them; strangers to the ally, and outsiders, not."""
    n = war_numbers()
    assert bare(combat.bound_by_an_ally)(400, 1000, n) == 400 * n.ally_share
    assert bare(combat.bound_by_an_ally)(400, 0, n) == 0
    small = front(attacker(), Unit(EST, 1))
    small.world.links[GBR, EST].tie = 800
    fight(small)
    own, ally = (small.state.members[0, c].tripwire for c in (EST, GBR))
    assert own > ally > 0
    assert ally < n.ally_share * own
    assert small.state.members[0, RUS].tripwire == 0


def test_losses_of_a_multinational_formation_are_shared_and_bind() -> None:
    """COMBAT-16 and 17 in battle: no soldier is lost twice, and the small contributor is bound as well."""
    small = front(attacker(), Unit(at=1, strength=300, body=0, shares=((GBR, 700), (EST, 300))))
    fight(small)
    state = small.state
    lost = 300 - state.formations[1].strength
    assert lost > 0
    assert state.countries[GBR].losses + state.countries[EST].losses == lost
    assert state.members[0, GBR].tripwire > state.members[0, EST].tripwire > 0


@given(st.integers(0, 1000), st.integers(100, 4000), st.integers(100, 4000), st.integers(0, 1000))
def test_strength_lost_is_strength_counted(seed: int, own: int, other: int, dug_in: int) -> None:
    """What formations lose is what states count, whatever happens."""
    small = front(attacker(strength=own), Unit(EST, 1, strength=other, dug_in=dug_in), refuge=False, seed=seed)
    fight(small, 3)
    state = small.state
    left = sum(state.formations[u].strength for u in range(2))
    assert own + other - left == state.countries[RUS].losses + state.countries[EST].losses


def test_people_stand_beside_those_who_defend_their_soil() -> None:
    """COMBAT-23: as far as they are able to resist."""
    n = fixed(WarNumbers, homeland=1.5, homeland_half=3000.0)
    assert bare(combat.homeland_factor)(0, 3000, n) == 1.0
    assert bare(combat.homeland_factor)(1000, 3000, n) == pytest.approx(1.75)
    assert bare(combat.homeland_factor)(1000, 600, n) == pytest.approx(1.25)

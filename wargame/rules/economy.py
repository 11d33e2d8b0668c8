"""Economy and money (rulebook 2, 10): income of the sides, sanctions and energy, war costs, a regime's stability."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Note
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import Body, Country, Member, Region, State, Text
from wargame.model.world import BodyFacts, CountryFacts, Place, World
from wargame.rules.drift import drifted, paced
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import Floats, Rows, fears_most, is_fighting, most_felt
from wargame.rules.notes import note, note_more
from wargame.rules.numeric import FULL, bounded, clamp, quantise, rising
from wargame.rules.outside import isolation, lost_to_isolation, trade_left
from wargame.rules.prices import (
    dearer_by_blocked_trade,
    dearer_by_own_sanctions,
    dearer_by_shortage,
    heats,
    in_season,
    make_dearer,
)

LARGEST_ECONOMY = Country.columns["economy"].high  # 1/1000 of baseline
LARGEST_FUNDS = Body.columns["funds"].high  # EUR m
WEEKS_A_YEAR = 52.0


@law("ECONOMY-1", "rulebook 2: 10 a turn, up to 3 more for cohesion, 2 less per unkept promise")
def influence_earned(n: StateNumbers, cohesion: int, unkept: int) -> int:
    """A council earns 10 influence a turn, up to 3 more for cohesion, and loses 2 for each promise unkept (1/10)."""
    return quantise(n.influence + n.influence_cohesion * cohesion / 1000.0 - n.influence_unkept * unkept)


@scalar
def banked(n: StateNumbers, influence: int, earned: int) -> int:
    """What the bank of influence holds after a briefing; what it has no room for is lost (1/10)."""
    return clamp(influence + earned, 0, quantise(n.influence_bank))


@law("ECONOMY-2", "rulebook 2: common funding")
def funds_earned(base: float, share: int, weeks: int) -> int:
    """Common money is a share (1/10000 a year) of members' defence spending, or of their product where so agreed."""
    return quantise(base * share / 10_000.0 * weeks / WEEKS_A_YEAR)


@law("ECONOMY-3", "rulebook 10: sanctions by depth and by the share of trade behind them")
def sanction_bite(n: StateNumbers, size: int, share: float) -> float:
    """Sanctions bite by their depth and by the weight of those who impose them among all economies that trade or traded.

    Of states outside those count, as far as they trade on (OUTSIDE-6).
    """
    return size * (n.bite_least + (1.0 - n.bite_least) * share)


@law("ECONOMY-4", "rulebook 10: own prices and exposure")
def backfire(n: StateNumbers, size: int, gas: int) -> float:
    """Those who impose sanctions pay a part of their depth, more the more gas they buy."""
    return size * (n.backfire + n.backfire_gas * gas / 1000.0)


@law("ECONOMY-5", "rulebook 10: energy cut off")
def gas_shortfall(n: StateNumbers, size: int, gas: int) -> float:
    """Gas cut off costs a customer by the cut and by its dependence."""
    return n.gas_bite * size * gas / 1000.0


@law("ECONOMY-10", "rulebook 10: the seller of cut gas loses its price")
def gas_revenue(n: StateNumbers, size: int, share: float) -> float:
    """A seller loses by the cut and by the weight of the customer's gas in its own economy.

    `share` is that weight, at most 1.
    """
    return n.gas_price * size * min(share, 1.0)


@law("ECONOMY-6", "rulebook 10: the cost of war")
def war_cost(n: StateNumbers, war: int, land_lost: float) -> float:
    """War costs an economy each week: little abroad, much on its own soil, and more the more land is lost there (1/1000).

    Land that others held before the game began is not counted: the economy's baseline knows of it.
    """
    return n.war_cost * war + n.invasion_cost * is_invaded(war, land_lost) + n.occupation_cost * land_lost


@law("ECONOMY-12", "rulebook 2 and 10: land x value")
def is_invaded(war: int, land_lost: float) -> int:
    """A state is invaded (1) while it is at war and others hold land that they have taken from it since the game began."""
    return 1 if war == 1 and land_lost > 0.0 else 0


@law("ECONOMY-7", "rulebook 2 and 8: stability of a leadership; Mueller 1970, the rally round the flag")
def stability_goal(n: StateNumbers, economy: int, losses: int, gained: float, worry: float, invaded: int) -> int:
    """A regime is steadied by gained land, and shaken by a poor economy, losses, and threats left unanswered.

    A country that is invaded rallies behind its leadership.
    """
    shaken = n.stability_losses * rising(float(losses), n.losses_half) + n.stability_worry * worry
    steadied = n.stability_base + n.stability_economy * (economy - FULL) + n.stability_success * gained
    return clamp(quantise(steadied - shaken + n.stability_rally * invaded), 0, FULL)


@law("ECONOMY-8", "rulebook 8: unanswered high threat costs elite cohesion")
def elite_worry(n: StateNumbers, threat: int, answered: int) -> float:
    """Elites worry as far as a threat above the calm level goes unanswered (0 to 1)."""
    if answered:
        return 0.0
    return bounded((threat - n.calm_threat) / (FULL - n.calm_threat), 0.0, 1.0)


@law("ECONOMY-11", "rulebook 2: tracks step weekly")
def regained(n: StateNumbers, economy: int) -> float:
    """An economy regains each week a share of what it is below its baseline (1/1000)."""
    return n.recovery * max(FULL - economy, 0)


@law("ECONOMY-14", "rulebook 10: finance, macro aid keeps Ukraine's state and replacement alive")
def financed(size: int) -> float:
    """A week of money from outside gives an economy back as much as its size says (1/10000), up to its baseline."""
    return size / 10.0


@law("ECONOMY-9", "North Atlantic Treaty Art. 3")
def resilience_goal(n: StateNumbers, defence_share: int) -> int:
    """Capacity to resist mends towards a level that defence spending raises; what is better than that stays."""
    return clamp(quantise(n.resilience_base + n.resilience_spending * defence_share), 0, FULL)


@law("ECONOMY-15", "rulebook 10: price cap, frozen assets; Council Regulation (EU) 2022/334, 28 February 2022")
def drained(funds: int, size: int) -> float:
    """Who cuts off a side's earnings or what it has laid by takes a share (1/1000) of the common money that it has at hand (EUR m)."""
    return funds * size / 1000.0


@stage
def income(world: World, state: State, record: Record) -> None:
    """Briefing: influence and common money of every side; one promise unkept a turn is forgotten.

    Note.INCOME: who = body, first = influence earned (1/10), second = money earned (EUR m), third = bank of influence,
    fourth = money at hand; known to the body.
    """
    n = world.state_numbers[0]
    for b in range(state.bodies.size):
        side = state.bodies[b]
        earned = 0
        if world.bodies[b].kind == BodyKind.COUNCIL:
            earned = influence_earned(n, side.cohesion, side.unkept)
            side.influence = banked(n, side.influence, earned)
        side.unkept = max(side.unkept - 1, 0)
        weeks = world.course[0].weeks_a_turn
        base = _funding_base(b, world.bodies[b], world.countries, state.countries, state.members)
        funds = funds_earned(base, world.bodies[b].common_funding, weeks)
        side.funds = clamp(side.funds + funds, 0, LARGEST_FUNDS)
        side.had = clamp(side.had + funds, 0, LARGEST_FUNDS)
        row = note(record, Note.INCOME, state.clock[0].day, b, NOBODY, NOBODY, earned, funds, 1 << b)
        note_more(record, row, side.influence, side.funds)


@stage
def _funding_base(
    body: int, side: BodyFacts, facts: Table[CountryFacts], countries: Table[Country], members: Table[Member]
) -> float:
    """What a body's common funding is a share of, EUR m a year: of a leadership the leader's alone."""
    total = 0.0
    for c in range(countries.size):
        pays = members[body, c].joined == 1 if side.kind == BodyKind.COUNCIL else side.leader == c
        if pays:
            product = facts[c].gdp * (countries[c].economy / 1000.0)
            total += product if side.funded_by_gdp else product * countries[c].defence_share / 10_000.0
    return total


@stage
def run_economies(world: World, state: State, fights: Rows) -> None:
    """Economies return towards their baseline, pay for war and occupation; capacity to resist mends (weekly).

    `fights` has 1 for the states at war.
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    lost = land_lost(world.countries, world.regions, state.regions)
    for c in range(state.countries.size):
        country = state.countries[c]
        gain = paced(regained(n, country.economy), day) - paced(war_cost(n, fights[c], lost[c]), day)
        country.economy = clamp(min(country.economy, FULL) + gain, 0, FULL)
        if country.resilience < resilience_goal(n, country.defence_share):
            country.resilience += 1


@stage
def weigh_land(places: Table[Place], regions: Table[Region], whole: Rows, lost: Rows) -> None:
    """Add up the value of each state's land, and of what others hold of it."""
    for r in range(places.size):
        home = places[r].home
        if home >= 0:
            whole[home] += places[r].value
            if regions[r].controller != home:
                lost[home] += places[r].value


@stage
def land_lost(facts: Table[CountryFacts], places: Table[Place], regions: Table[Region]) -> Floats:
    """Share, by value, of each state's land that others have come to hold since the game began."""
    whole, lost = np.zeros(facts.size, np.int64), np.zeros(facts.size, np.int64)
    weigh_land(places, regions, whole, lost)
    share = np.zeros(facts.size)
    for c in range(share.size):
        if whole[c] > 0:
            share[c] = max(lost[c] / whole[c] - facts[c].land_lost / FULL, 0.0)
    return share


@stage
def _hurt(country: Country, cost: float, day: int) -> None:
    country.economy = clamp(country.economy - paced(cost, day), 0, LARGEST_ECONOMY)


@stage
def sanction(world: World, state: State, against: int, body: int, size: int) -> None:
    """A week of sanctions of a body against a state, `size` in 1/1000 of its economy; the members pay by exposure.

    Prices rise on both sides.
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    heating = heats(world, state)
    behind = 0.0
    others = 0.0
    for c in range(state.countries.size):
        if c != against:
            others += world.countries[c].gdp
            if state.members[body, c].joined:
                behind += world.countries[c].gdp
                country = state.countries[c]
                _hurt(country, backfire(n, size, country.gas), day)
                make_dearer(country, in_season(n, dearer_by_own_sanctions(n, size, country.gas), heating), day)
    others += trade_left(world, state, world.countries[against].body)
    bite = sanction_bite(n, size, behind / others if others > 0.0 else 0.0)
    _hurt(state.countries[against], bite, day)
    make_dearer(state.countries[against], dearer_by_blocked_trade(n, bite), day)


@stage
def cut_gas(world: World, state: State, by: int, against: int, size: int) -> None:
    """A week in which gas from one state to another is cut by `size` (1/1000): the customer loses by dependence, the seller revenue.

    The customer's prices rise, twice as much in the heating season.
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    gas = state.countries[against].gas
    _hurt(state.countries[against], gas_shortfall(n, size, gas), day)
    rise = in_season(n, dearer_by_shortage(n, size, gas), heats(world, state))
    make_dearer(state.countries[against], rise, day)
    sold = world.countries[against].gdp * gas
    own = max(world.countries[by].gdp, 1)
    _hurt(state.countries[by], gas_revenue(n, size, sold / (own * 1000.0)), day)


@stage
def drain(world: World, state: State, against: int, size: int) -> None:
    """The side of a state loses a share of its money at hand; a state that no seat speaks for has none to lose."""
    side = world.countries[against].body
    if side >= 0 and world.bodies[side].kind != BodyKind.COUNCIL:
        funds = state.bodies[side].funds
        state.bodies[side].funds = clamp(funds - quantise(drained(funds, size)), 0, LARGEST_FUNDS)


@stage
def finance(state: State, country: int, size: int) -> None:
    """A state's economy is kept alive; `size` in 1/10000 of its baseline."""
    own = state.countries[country]
    if own.economy < FULL:
        own.economy = min(own.economy + paced(financed(size), state.clock[0].day), FULL)


@stage
def diversify(world: World, state: State, body: int, size: int) -> None:
    """The members of a body buy less of their gas from the adversary: dependence falls by `size` (1/1000)."""
    for c in range(state.countries.size):
        if state.members[body, c].joined:
            state.countries[c].gas = max(state.countries[c].gas - size, 0)


@stage
def steady(world: World, state: State) -> None:
    """The stability of leaderships drifts (weekly)."""
    n = world.state_numbers[0]
    lost = land_lost(world.countries, world.regions, state.regions)
    for b in range(state.bodies.size):
        leader = world.bodies[b].leader
        if world.bodies[b].kind != BodyKind.COUNCIL and leader >= 0:
            country = state.countries[leader]
            felt = most_felt(state.countries, state.pairs, state.coalitions, leader)
            fights = country.top_threat >= 0 and state.pairs[leader, country.top_threat].war == 1
            answered = 1 if fights or _answers(state.texts, state.members, b, country) else 0
            gained = gained_share(world.regions, state.regions, state.members, b, NOBODY)
            worry = elite_worry(n, felt, answered)
            invaded = is_invaded(1 if is_fighting(state.pairs, leader) else 0, lost[leader])
            goal = stability_goal(n, country.economy, country.losses, gained, worry, invaded)
            if is_fighting(state.pairs, leader):
                goal = max(goal - lost_to_isolation(n, isolation(world, state, b)), 0)
            state.bodies[b].stability = drifted(n.stability_rate, state.bodies[b].stability, goal, 0.0)


@stage
def _answers(texts: Table[Text], members: Table[Member], body: int, leader: Country) -> bool:
    """A text of the body answers whom its leader fears most, a state or a member of a coalition."""
    for t in range(texts.size):
        text = texts[t]
        if text.alive and text.body == body and fears_most(leader, members, text.against):
            return True
    return False


@stage
def gained_share(places: Table[Place], regions: Table[Region], members: Table[Member], body: int, target: int) -> float:
    """Share, by value, of all land whose home is outside a body, or is the target, that its members hold (0 to 1)."""
    outside = 0
    gained = 0
    for r in range(places.size):
        home = places[r].home
        if home >= 0 and not members[body, home].joined and (target < 0 or home == target):
            outside += places[r].value
            holder = regions[r].controller
            if holder >= 0 and members[body, holder].joined:
                gained += places[r].value
    return gained / outside if outside > 0 else 0.0

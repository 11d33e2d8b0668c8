"""Economy and money (rulebook 2, 10): income of the sides, sanctions and energy, war costs, a regime's stability."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import BodyKind, Note
from wargame.model.columns import NOBODY
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.drift import drifted, paced
from wargame.rules.law import law, stage
from wargame.rules.notes import note, note_more
from wargame.rules.numeric import bounded, clamp, quantise, rising

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

FULL = 1000  # 1/1000
LARGEST_ECONOMY = 2000  # 1/1000 of baseline
LARGEST_FUNDS = 10_000_000  # EUR m
WEEKS_A_YEAR = 52.0


@law("ECONOMY-1", "rulebook 2: 10 a turn, up to 3 more for cohesion, 2 less per unkept promise")
def influence_earned(n: StateNumbers, cohesion: int, unkept: int) -> int:
    """A council earns 10 influence a turn, up to 3 more for cohesion, and loses 2 for each promise unkept (1/10)."""
    return quantise(n.influence + n.influence_cohesion * cohesion / 1000.0 - n.influence_unkept * unkept)


@law("ECONOMY-2", "rulebook 2: common funding")
def funds_earned(base: float, share: int, weeks: int) -> int:
    """Common money is a share (1/10000 a year) of members' defence spending, or of their product where so agreed."""
    return quantise(base * share / 10_000.0 * weeks / WEEKS_A_YEAR)


@law("ECONOMY-3", "rulebook 10: sanctions by depth and by the share of trade behind them")
def sanction_bite(n: StateNumbers, size: int, share: float) -> float:
    """Sanctions bite by their depth and by the weight of those who impose them among all other economies."""
    return size * (n.bite_least + (1.0 - n.bite_least) * share)


@law("ECONOMY-4", "rulebook 10: own prices and exposure")
def backfire(n: StateNumbers, size: int, gas: int) -> float:
    """Those who impose sanctions pay a part of their depth, more the more gas they buy."""
    return size * (n.backfire + n.backfire_gas * gas / 1000.0)


@law("ECONOMY-5", "rulebook 10: energy cut off")
def gas_shortfall(n: StateNumbers, size: int, gas: int) -> float:
    """Gas cut off costs a customer by the cut and by its dependence."""
    return n.gas_bite * size * gas / 1000.0


@law("ECONOMY-6", "rulebook 10: the cost of war")
def war_cost(n: StateNumbers, war: int, land_lost: float) -> float:
    """War costs an economy each week, more the more of its own land is held by others (1/1000)."""
    return n.war_cost * war + n.occupation_cost * land_lost


@law("ECONOMY-7", "rulebook 2 and 8: stability of a leadership")
def stability_goal(n: StateNumbers, economy: int, losses: int, gained: float, worry: float) -> int:
    """A regime is steadied by gained land, and shaken by a poor economy, losses, and threats left unanswered."""
    shaken = n.stability_losses * rising(float(losses), n.losses_half) + n.stability_worry * worry
    steadied = n.stability_base + n.stability_economy * (economy - FULL) + n.stability_success * gained
    return clamp(quantise(steadied - shaken), 0, FULL)


@law("ECONOMY-8", "rulebook 8: unanswered high threat costs elite cohesion")
def elite_worry(n: StateNumbers, threat: int, answered: int) -> float:
    """Elites worry as far as a threat above the calm level goes unanswered (0 to 1)."""
    if answered:
        return 0.0
    return bounded((threat - n.calm_threat) / (FULL - n.calm_threat), 0.0, 1.0)


@law("ECONOMY-9", "North Atlantic Treaty Art. 3")
def resilience_goal(n: StateNumbers, defence_share: int) -> int:
    """Capacity to resist mends towards a level that defence spending raises; what is better than that stays."""
    return clamp(quantise(n.resilience_base + n.resilience_spending * defence_share), 0, FULL)


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
            side.influence = clamp(side.influence + earned, 0, quantise(n.influence_bank))
            side.unkept = max(side.unkept - 1, 0)
        weeks = world.course[0].weeks_a_turn
        funds = funds_earned(_funding_base(world, state, b), world.bodies[b].common_funding, weeks)
        side.funds = clamp(side.funds + funds, 0, LARGEST_FUNDS)
        row = note(record, Note.INCOME, state.clock[0].day, b, NOBODY, NOBODY, earned, funds, 1 << b)
        note_more(record, row, side.influence, side.funds)
    for c in range(state.countries.size):
        state.countries[c].fallen = 0


@stage
def _funding_base(world: World, state: State, body: int) -> float:
    """What a body's common funding is a share of, EUR m a year: of a leadership the leader's alone."""
    total = 0.0
    facts = world.bodies[body]
    for c in range(state.countries.size):
        pays = state.members[body, c].joined if facts.kind == BodyKind.COUNCIL else facts.leader == c
        if pays:
            product = world.countries[c].gdp * (state.countries[c].economy / 1000.0)
            total += product if facts.funded_by_gdp else product * state.countries[c].defence_share / 10_000.0
    return total


@stage
def run_economies(world: World, state: State) -> None:
    """Economies return towards their baseline, pay for war and occupation; capacity to resist mends (weekly)."""
    n = world.state_numbers[0]
    size = state.countries.size
    held = np.zeros(size)
    whole = np.zeros(size)
    for r in range(state.regions.size):
        home = world.regions[r].home
        if home >= 0:
            whole[home] += world.regions[r].value
            if state.regions[r].controller == home:
                held[home] += world.regions[r].value
    for c in range(size):
        country = state.countries[c]
        war = 0
        for j in range(size):
            if state.pairs[c, j].war:
                war = 1
        lost = 1.0 - held[c] / whole[c] if whole[c] > 0.0 else 0.0
        cost = paced(war_cost(n, war, lost), state.clock[0].day)
        country.economy = drifted(n.recovery, min(country.economy, FULL), FULL, cost)
        goal = resilience_goal(n, country.defence_share)
        if country.resilience < goal:
            country.resilience += 1


@stage
def _hurt(state: State, country: int, cost: float) -> None:
    hurt = state.countries[country]
    hurt.economy = clamp(hurt.economy - paced(cost, state.clock[0].day), 0, LARGEST_ECONOMY)


@stage
def sanction(world: World, state: State, against: int, body: int, size: int) -> None:
    """A week of sanctions of a body against a state, `size` in 1/1000 of its economy; the members pay by exposure."""
    n = world.state_numbers[0]
    behind = 0.0
    others = 0.0
    for c in range(state.countries.size):
        if c != against:
            others += world.countries[c].gdp
            if state.members[body, c].joined:
                behind += world.countries[c].gdp
                _hurt(state, c, backfire(n, size, state.countries[c].gas))
    _hurt(state, against, sanction_bite(n, size, behind / others if others > 0.0 else 0.0))


@stage
def cut_gas(world: World, state: State, by: int, against: int, size: int) -> None:
    """Gas from one state to another is cut by `size` (1/1000): the customer loses by dependence, the seller revenue."""
    n = world.state_numbers[0]
    gas = state.countries[against].gas
    _hurt(state, against, gas_shortfall(n, size, gas))
    sold = world.countries[against].gdp * gas
    own = max(world.countries[by].gdp, 1)
    _hurt(state, by, n.gas_price * size * min(sold / (own * 1000.0), 1.0))


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
    for b in range(state.bodies.size):
        leader = world.bodies[b].leader
        if world.bodies[b].kind == BodyKind.LEADERSHIP and leader >= 0:
            country = state.countries[leader]
            worry = elite_worry(n, most_felt(state, leader), 1 if _answered(state, b, leader) else 0)
            goal = stability_goal(n, country.economy, country.losses, gained_share(world, state, b), worry)
            state.bodies[b].stability = drifted(n.stability_rate, state.bodies[b].stability, goal, 0.0)


@stage
def most_felt(state: State, country: int) -> int:
    """The most a state fears, of states and coalitions (1/1000)."""
    own = state.countries[country]
    felt = 0
    if own.top_threat >= 0:
        felt = state.pairs[country, own.top_threat].threat
    if own.top_body >= 0:
        felt = max(felt, state.coalitions[country, own.top_body].threat)
    return felt


@stage
def _answered(state: State, body: int, leader: int) -> bool:
    """A text of the body answers whom its leader fears most, or the leader is at war with it."""
    own = state.countries[leader]
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive and text.body == body and text.against >= 0:
            if text.against == own.top_threat:
                return True
            if own.top_body >= 0 and state.members[own.top_body, text.against].joined:
                return True
    return own.top_threat >= 0 and state.pairs[leader, own.top_threat].war == 1


@stage
def gained_share(world: World, state: State, body: int) -> float:
    """Share, by value, of all land whose home is outside a body that its members hold (0 to 1)."""
    outside = 0
    gained = 0
    for r in range(state.regions.size):
        home = world.regions[r].home
        if home >= 0 and not state.members[body, home].joined:
            outside += world.regions[r].value
            holder = state.regions[r].controller
            if holder >= 0 and state.members[body, holder].joined:
                gained += world.regions[r].value
    return gained / outside if outside > 0 else 0.0

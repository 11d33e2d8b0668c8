"""The State of a scenario on day 0."""

from __future__ import annotations

from wargame.engine.compile_units import hundredths, permille, tenths, thousandths, whole
from wargame.model.codes import BodyKind, Die, Posture, Profile
from wargame.model.columns import NOBODY, Table, column_of, empty_table
from wargame.model.lands import Formation as FormationEntry
from wargame.model.names import Names
from wargame.model.numbers import MotiveNumbers
from wargame.model.scenario import Scenario
from wargame.model.state import (
    LEGS,
    Body,
    Clock,
    Coalition,
    Contribution,
    Country,
    Formation,
    Habit,
    Incident,
    Ledger,
    Leg,
    Member,
    Motive,
    Pair,
    RedLine,
    Regard,
    Region,
    Sighting,
    State,
    Suspicion,
    Text,
)
from wargame.model.world import World
from wargame.rules.chance import cast, spread
from wargame.rules.kinds import is_army
from wargame.rules.law import plain
from wargame.rules.numeric import FULL

TEXTS = 48  # texts in force and lately run out
INCIDENTS = 24
SPARE_CONTRIBUTIONS = 8  # room for states that join a standing formation in the game
NEVER = -1  # in a column of days


def state_of(scenario: Scenario, names: Names, world: World, seed: int) -> State:
    """All tables that change, as they stand before the first turn."""
    bodies, countries, formations = len(names.bodies), len(names.countries), len(names.formations)
    return State(
        clock=_clock(scenario, seed),
        bodies=_bodies(scenario, world.motive_numbers[0], seed),
        countries=_countries(scenario, names, world),
        members=_members(scenario, names),
        pairs=_pairs(scenario, names, world),
        coalitions=_coalitions(countries, bodies),
        regions=_regions(scenario, names),
        formations=_formations(scenario, names, world),
        legs=_legs(scenario, names),
        contributions=_contributions(scenario, names),
        texts=_texts(scenario, names),
        red_lines=_red_lines(scenario, names),
        incidents=empty_table(Incident, INCIDENTS),
        suspicions=empty_table(Suspicion, bodies, INCIDENTS),
        motives=empty_table(Motive, bodies, countries),
        habits=empty_table(Habit, len(names.measures)),
        sightings=empty_table(Sighting, bodies, formations),
        ledger=empty_table(Ledger, len(names.objectives)),
        regards=_regards(world),
    )


def drawn_profile(seed: int, body: int) -> Profile:
    """What weighs most with a body's leader: drawn once from the seed, each profile as likely as another."""
    return Profile(int(plain(cast)(seed, 0, Die.PROFILE, body, 0) * len(Profile)))


def drawn_caution(numbers: MotiveNumbers, profile: Profile, seed: int, body: int) -> int:
    """What gain less cost must exceed for this leader to go to war (1/1000 point): no two of a profile are quite alike."""
    temper = plain(spread)(seed, 0, Die.TEMPER, body, 0)
    caution = Body.columns["caution"]
    return min(max(thousandths(caution_of(numbers, profile) + numbers.temper * temper), caution.low), caution.high)


def caution_of(numbers: MotiveNumbers, profile: Profile) -> float:
    """What it is for the middling leader of a profile (points)."""
    match profile:
        case Profile.CAUTIOUS:
            return numbers.cautious
        case Profile.OPPORTUNIST:
            return numbers.opportunist
        case Profile.REVISIONIST:
            return numbers.revisionist


def _clock(scenario: Scenario, seed: int) -> Table[Clock]:
    table = empty_table(Clock, 1)
    row = table[0]
    row.seed = seed
    row.escalation = row.peak = thousandths(scenario.tracks.escalation)
    row.channels = row.channels_at_rest = permille(scenario.tracks.channels)
    return table


def _bodies(scenario: Scenario, numbers: MotiveNumbers, seed: int) -> Table[Body]:
    table = empty_table(Body, len(scenario.bodies))
    for b, body in enumerate(scenario.bodies.values()):
        row = table[b]
        led = body.kind == BodyKind.LEADERSHIP
        row.influence = tenths(body.influence)
        row.funds = row.had = body.funds
        row.stability = permille(body.stability)
        row.cohesion = permille(body.cohesion)
        row.integration = permille(body.integration)
        row.involvement = thousandths(body.involvement)
        row.profile = drawn_profile(seed, b) if led else Profile.CAUTIOUS
        row.caution = drawn_caution(numbers, Profile(row.profile), seed, b) if led else 0
    return table


def _countries(scenario: Scenario, names: Names, world: World) -> Table[Country]:
    table = empty_table(Country, len(scenario.countries))
    for c, country in enumerate(scenario.countries.values()):
        row = table[c]
        row.opinion = permille(country.opinion)
        row.government = permille(country.government)
        row.outlook = permille(country.outlook)
        row.caution = permille(country.caution)
        row.economy = row.prices = FULL
        row.defence_share = hundredths(country.defence_share)
        row.gas = permille(country.gas)
        row.resilience = permille(country.resilience)
        row.stance = country.stance
        row.stocks = world.countries[c].depots
    for state in scenario.mobilised:
        table[names.countries.row(state)].mobilised = 1
    return table


def _members(scenario: Scenario, names: Names) -> Table[Member]:
    table = empty_table(Member, len(names.bodies), len(names.countries))
    for b, body in enumerate(scenario.bodies.values()):
        for member, commitment in body.members.items():
            row = table[b, names.countries.row(member)]
            row.joined = 1
            row.commitment = permille(commitment)
    return table


def _pairs(scenario: Scenario, names: Names, world: World) -> Table[Pair]:
    table = empty_table(Pair, *world.links.shape)
    column_of(table, "intentions")[:] = column_of(world.links, "prior")
    column_of(table, "last_act_day")[:] = NEVER
    for pair in scenario.wars:
        one, other = (names.countries.row(state) for state in pair)
        table[one, other].war = table[other, one].war = 1
        table[one, other].line_day = table[other, one].line_day = 0
    return table


def _legs(scenario: Scenario, names: Names) -> Table[Leg]:
    table = empty_table(Leg, len(names.formations), LEGS)
    for name, order in scenario.orders.items():
        for k, place in enumerate(order.path):
            table[names.formations.row(name), k].to = names.places.row(place)
    return table


def _coalitions(countries: int, bodies: int) -> Table[Coalition]:
    return empty_table(Coalition, countries, bodies)


def _regards(world: World) -> Table[Regard]:
    table = empty_table(Regard, *world.leanings.shape)
    column_of(table, "goodwill")[:] = column_of(world.leanings, "goodwill")
    return table


def _regions(scenario: Scenario, names: Names) -> Table[Region]:
    table = empty_table(Region, len(names.places))
    column_of(table, "occupied_day")[:] = NEVER
    for r, region in enumerate(scenario.regions.values()):
        holder = region.controller or region.home
        table[r].controller = names.countries.row(holder)
        if holder != region.home:
            table[r].occupied_day = 0
    return table


def lines_of(scenario: Scenario) -> set[str]:
    """Regions on a line of contact: held against their home, or next to one that is."""
    occupied = {name for name, region in scenario.regions.items() if (region.controller or region.home) != region.home}
    beside = {end for edge in scenario.edges if occupied & set(edge.between) for end in edge.between}
    return (occupied | beside) & set(scenario.regions)


def _works(scenario: Scenario, formation: FormationEntry, lines: set[str], peace: int) -> int:
    """Entrenchment on day 0: as the scenario says, else full on a line of contact dug since years, what peace allows elsewhere on land."""
    at = formation.at or formation.base
    if at not in scenario.regions:
        return 0
    if formation.works is not None:
        return permille(formation.works)
    return FULL if at in lines else peace


def _formations(scenario: Scenario, names: Names, world: World) -> Table[Formation]:
    table = empty_table(Formation, len(scenario.formations))
    lines, peace = lines_of(scenario), whole(world.war_numbers[0].peace_works)
    for u, (name, formation) in enumerate(scenario.formations.items()):
        row, nominal = table[u], world.order_of_battle[u]
        row.alive = int(not formation.planned)
        row.owner = names.countries.row(formation.owner)
        row.body = row.command = names.bodies.row(formation.body)
        row.kind = formation.kind
        row.at = names.places.row(formation.at or formation.base)
        row.strength = row.target = 0 if formation.planned else nominal.strength
        row.readiness = nominal.readiness
        row.supply = row.loss_limit = FULL
        row.release_day = NEVER
        row.posture = Posture.HOLD
        order = scenario.orders.get(name)
        if order is None and formation.owner is not None and is_army(formation.kind):
            row.dug_in = _works(scenario, formation, lines, peace)
        if order is not None:
            row.posture, row.loss_limit = Posture[order.posture.upper()], permille(order.loss_limit)
    return table


def _texts(scenario: Scenario, names: Names) -> Table[Text]:
    """The book of texts: what is in force on the first day is carried by all."""
    table = empty_table(Text, TEXTS)
    for t, given in enumerate(scenario.texts):
        row = table[t]
        row.alive = 1
        row.measure = names.measures.row(given.measure)
        row.body = names.bodies.row(scenario.measures[given.measure].body)
        row.ambition, row.backing = given.ambition, FULL
        row.against, row.helps = names.countries.row(given.against), names.countries.row(given.helps)
        row.on = names.places.row(given.on)
        row.until = scenario.day_of(given.until, NEVER)
    return table


def _contributions(scenario: Scenario, names: Names) -> Table[Contribution]:
    given = [
        (name, state, share, state == formation.framework)
        for name, formation in scenario.formations.items()
        for state, share in _whole_shares(formation).items()
    ]
    table = empty_table(Contribution, len(given) + SPARE_CONTRIBUTIONS)
    for k, (name, state, share, leads) in enumerate(given):
        row = table[k]
        row.alive = 1
        row.formation = names.formations.row(name)
        row.country = names.countries.row(state)
        row.share = share
        row.framework = int(leads)
    return table


def _whole_shares(formation: FormationEntry) -> dict[str, int]:
    """What each contributor has in a formation (1/1000), framework nation first: what rounding leaves is its."""
    order = sorted(formation.contributors, key=lambda state: state != formation.framework)
    shares = {state: permille(formation.contributors[state]) for state in order}
    for leader in order[:1]:
        shares[leader] += FULL - sum(shares.values())
    return shares


def _red_lines(scenario: Scenario, names: Names) -> Table[RedLine]:
    table = empty_table(RedLine, max(1, len(scenario.red_lines)))
    for k, line in enumerate(scenario.red_lines):
        row = table[k]
        row.alive = 1
        row.body = names.bodies.row(line.body)
        row.member = names.countries.row(line.member)
        row.kind = line.kind
        row.demand = NOBODY if line.demand is None else line.demand
        row.lapses = scenario.day_of(line.lapses, NEVER)
        row.in_peace = int(line.in_peace)
    return table

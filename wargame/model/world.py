"""The World: what never changes in a game. Facts of the scenario and the numbers of the rulebook, as tables."""

from __future__ import annotations

from typing import NamedTuple

from wargame.model.codes import MOST_DRAFTS, Effect, MeasureKind, Reading, Task
from wargame.model.columns import Row, Table, arms_in_depots, column, flag, number, permille, row_of
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, StateNumbers, ThreatNumbers, WarNumbers

BEST_ROADS = 5  # infrastructure


class BodyFacts(Row):
    """A side: a council of member states or a leadership."""

    kind = column("BodyKind", 0, 2, "council, leadership or nation")
    leader = row_of("countries", "whose leadership decides; -1 for a council")
    patron = row_of("countries", "the backbone member whose commitment carries the body; -1 for none")
    defends = flag("its treaty has a collective defence clause")
    states_needed = permille("share of states of a qualified majority")
    people_needed = permille("share of people of a qualified majority")
    blocking_states = column("states", 0, 64, "fewest states that can block a qualified majority")
    abstain_limit = permille("share of abstaining states and people that sinks a unanimous text")
    common_funding = column("1/10000", 0, 10000, "share of members' defence spending (or of GDP) paid in a year")
    enlarges = flag("takes in new members by its treaty")
    consults = flag("a threatened member may call consultations by its treaty")
    funded_by_gdp = flag("common funding is a share of GDP, not of defence spending")


class CountryFacts(Row):
    """A state as the scenario gives it."""

    population = column("thousand", 0, 2_000_000, "people")
    gdp = column("EUR m a year", 0, 100_000_000, "gross domestic product")
    personnel = column("hundred", 0, 100_000, "active military personnel")
    regime = column("EIU x 100", 0, 1000, "democracy index")
    warheads = flag("has nuclear weapons of its own")
    capital = row_of("regions", "seat of government")
    gas = permille("share of gas bought from the leader of the adversary body")
    patron = row_of("countries", "a state it depends on; -1 for none")
    dependence = permille("how far it depends on that patron")
    election_day = column("day", -1, 100_000, "day of the next election; -1 for none in this game")
    tradition = permille("how dear it is to the state to stand outside alliances")
    body = row_of("bodies", "the body whose seat speaks for it first; -1 for none")
    land_lost = permille("share, by value, of its land that others held on day 0")
    opt_out = row_of("bodies", "the body of whose decisions it stays out in part by treaty; -1 for none")
    opt_out_kinds = column(
        "bits", 0, (1 << (max(MeasureKind) + 1)) - 1, "the kinds of measures it stays out of, one bit each"
    )
    depots = arms_in_depots("arms that its depots hold when full, as before the game")


class Link(Row):
    """What one state is to another (observer first), apart from anything done in the game."""

    border = flag("they share a border")
    history = permille("weight of past aggression in the observer's eyes")
    dispute = permille("a dispute named by the scenario")
    tie = permille("attachment of the observer to the other")
    regime_gap = permille("unlikeness of regimes")
    claim = permille("revision value the observer's leadership sees in the other's land")
    prior = permille("belief in aggressive intentions before any act")


class Place(Row):
    """A region, or a sea zone where terrain is SEA."""

    home = row_of("countries", "whose land it is by law; -1 for a sea")
    people = column("thousand", 0, 2_000_000, "people living there")
    terrain = column("Terrain", 0, 5, "ground")
    infra = column("1 to 5", 0, BEST_ROADS, "roads, rails, depots")
    value = column("points", 0, 20, "what holding it is worth")
    port = flag("ships can unload")
    boxed = flag("off the map: no fighting reaches it")
    treaty_area = flag("inside the area of Art. 6 of the North Atlantic Treaty while its home is an ally")
    first_edge = column("row of edges", 0, 1 << 20, "first way out")
    edges = column("count", 0, 32, "number of ways out")


class Edge(Row):
    """A way from one region to another; each way stands twice, once in each direction."""

    start = row_of("regions", "from")
    end = row_of("regions", "to")
    km = column("km", 1, 20_000, "distance")
    by_sea = flag("one end is a sea zone")
    front = column("km", 0, 20_000, "how wide it is where it is narrow, 0 where the ground sets an attack no bound")


class Reach(Row):
    """How near a region is to where a country's people live (square table: region, country)."""

    near = number(0.0, "0..1", "mean over the country's people of 1 / (1 + (d / 650 km)^2)")


class Kinds(Row):
    """What a formation type can do, by Kind."""

    attack = number(0.0, "points at full strength", "attack value")
    defence = number(0.0, "points at full strength", "defence value")
    pace = number(0.0, "km a day", "speed on good roads")
    capability = number(0.0, "Capability", "what kind of request it answers")
    reach = number(0.0, "km", "range beyond its region, for air, fires and missiles")
    covert = number(0.0, "0 or 1", "known to others only when attributed")


class OrderOfBattle(Row):
    """What anyone knows of a formation before the game: the published order of battle."""

    garrison = row_of("regions", "home garrison")
    strength = column("1/1000 brigade-equivalent", 0, 20_000, "nominal strength")
    readiness = permille("nominal readiness")


class MeasureFacts(Row):
    """A measure of the catalogue."""

    body = row_of("bodies", "who may table it")
    kind = column("MeasureKind", 0, max(MeasureKind), "what it is")
    rule = column("DecisionRule", 0, 3, "how it is decided")
    cost = column("1/10 influence", 0, 1000, "price of tabling, at ambition 1")
    funds = column("EUR m", 0, 1_000_000, "common money spent at ambition 1")
    threshold = permille("threat at which a member turns from cost to gain")
    base_1 = column("1/1000 point", -3000, 3000, "base support at ambition 1")
    base_2 = column("1/1000 point", -3000, 3000, "base support at ambition 2")
    base_3 = column("1/1000 point", -3000, 3000, "base support at ambition 3")
    firmness = column("-1000..1000", -1000, 1000, "how firm towards `against`: drives domestic support")
    exposure = permille("how much trade and energy exposure speaks against it")
    escalation = column("1/1000 rung", 0, 10_000, "the rung reached by the act at ambition 1; a tenth more a step")
    weeks = column("weeks", 0, 520, "duration; 0 for at once and done")
    needs_against = flag("must name whom it answers")
    needs_helps = flag("must name whom it helps")
    needs_on = flag("must name where")
    stability = column("1/1000", -1000, 1000, "cost in stability to a leadership at ambition 1")
    first_day = column("day", 0, 100_000, "available from")
    emergency = flag("may be tabled in an emergency session")
    first_effect = column("row of effects", 0, 1 << 20, "first effect")
    effects = column("count", 0, 16, "number of effects")
    task = column("Task", 0, max(Task), "core task that it serves")
    second = row_of("bodies", "the other council that must agree; -1 for none")


class EffectFacts(Row):
    """One effect of a measure."""

    code = column("Effect", 0, max(Effect), "what it does")
    weekly = flag("applied each week while in force, not once")
    size_1 = column("by effect", -100_000, 100_000, "size at ambition 1")
    size_2 = column("by effect", -100_000, 100_000, "size at ambition 2")
    size_3 = column("by effect", -100_000, 100_000, "size at ambition 3")


class Outsider(Row):
    """A state outside: it is on no map and in no council of the game, and takes a stance on it. A row without people is none."""

    people = column("thousand", 0, 2_000_000, "people")
    gdp = column("EUR m a year", 0, 100_000_000, "gross domestic product")
    arms = column("1/1000 brigade-equivalent a week", 0, 10_000, "munitions that it could send to a side it supports")
    aside = permille("its tradition of standing aside from the quarrels of others")


class Leaning(Row):
    """What a state outside is to a side, apart from anything done in the game (table outsider x body)."""

    goodwill = permille("goodwill that it comes back to")


class ObjectiveFacts(Row):
    """An objective of a side: score = weight x clamp((value - worst) / (best - worst))."""

    body = row_of("bodies", "whose objective")
    weight = column("points", 0, 100, "at most so many points")
    reading = column("Reading", 0, max(Reading), "what is read")
    target = row_of("countries", "of whom; -1 for the body itself")
    best = column("by reading", -1_000_000, 1_000_000, "value of full marks")
    worst = column("by reading", -1_000_000, 1_000_000, "value of none")


class OpeningText(Row):
    """A text that was in force on day 0: what it did then the levels of that day know."""

    measure = row_of("measures", "what was decided; -1 for none")
    against = row_of("countries", "whom it answers")
    ambition = column("1 to 3", 0, 3, "how far")


class Course(Row):
    """The frame of the game."""

    turns = column("turns", 1, 200, "length")
    weeks_a_turn = column("weeks", 1, 13, "clock")
    step_days = column("days", 1, 7, "length of a war step")
    first_day = column("proleptic ordinal", 1, 4_000_000, "date of day 0")
    drafts_a_turn = column("drafts", 1, MOST_DRAFTS, "how many a body may table in a session")
    nuclear_use = flag("nuclear weapons may be used, beyond signalling")


class World(NamedTuple):
    """All tables that never change."""

    course: Table[Course]
    bodies: Table[BodyFacts]
    countries: Table[CountryFacts]
    links: Table[Link]  # countries x countries, observer first
    regions: Table[Place]
    edges: Table[Edge]
    reach: Table[Reach]  # regions x countries
    kinds: Table[Kinds]
    order_of_battle: Table[OrderOfBattle]  # one a formation
    measures: Table[MeasureFacts]
    effects: Table[EffectFacts]
    objectives: Table[ObjectiveFacts]
    opening: Table[OpeningText]
    outsiders: Table[Outsider]
    leanings: Table[Leaning]  # outsiders x bodies
    threat_numbers: Table[ThreatNumbers]
    council_numbers: Table[CouncilNumbers]
    state_numbers: Table[StateNumbers]
    war_numbers: Table[WarNumbers]
    motive_numbers: Table[MotiveNumbers]

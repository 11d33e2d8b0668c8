"""The State: everything that changes in a game, as tables of whole numbers. Only engine/resolve makes one."""

from __future__ import annotations

from typing import NamedTuple

from wargame.model.codes import Act, MeasureKind, Stand
from wargame.model.columns import NOBODY, Row, Table, Who, arms_in_depots, column, flag, permille, row_of, sum_of_money

LEGS = 8  # longest path of an order, in regions
MOST_INJECTS = 60  # of a scenario: bits of a column
MOST_POINTS = 1500  # 1/1000 point: most that one order buys of a member, by lobbying or by meeting a demand


class Clock(Row):
    """One row: the date, where the turn stands, and the world-wide tracks."""

    seed = column(
        "seed",
        0,
        (1 << 32) - 1,
        "seed of the dice: of a world below 2^31, of what is imagined from there on",
        Who.SECRET,
    )
    turn = column("turn", 0, 200, "turns completed")
    day = column("day", 0, 100_000, "days since the start")
    step = column("step", 0, 1000, "war steps done this turn")
    phase = column("Phase", 0, 7, "where the turn stands")
    broken = column("Break", 0, 4, "what stopped this turn's resolution; 0 for nothing")
    break_place = row_of("regions", "where it happened")
    break_victim = row_of("countries", "to whom")
    break_author = row_of("countries", "by whom")
    escalation = column("1/1000 rung", 0, 10_000, "escalation, 0 to 10 rungs")
    peak = column("1/1000 rung", 0, 10_000, "highest escalation so far")
    channels = permille("open channels between the adversaries")
    ending = column("Ending", 0, 4, "why the game is over; 0 while it is not")
    fighting = column("battles", 0, 1_000_000, "battles fought so far")
    of_late = column("1/1000 battle", 0, 1_000_000, "battles fought of late, each counting for less week by week")
    channels_at_rest = permille("open channels that no text in force keeps open")
    exchange = row_of("bodies", "side that used nuclear weapons first, after a strategic exchange; -1 for none")
    injects = column(
        "bits", 0, (1 << MOST_INJECTS) - 1, "injects of the scenario told so far, one bit each", Who.SECRET
    )
    withheld = column("bits", 0, (1 << MOST_INJECTS) - 1, "injects that the facilitator withholds", Who.SECRET)


class Body(Row):
    """A side."""

    influence = column("1/10", 0, 250, "bank of influence", Who.INTEL, 100)
    funds = sum_of_money("common money at hand", Who.INTEL)
    stability = permille("stability of the leadership", Who.INTEL, 600)
    cohesion = permille("cohesion")
    integration = permille("how far forces are merged")
    involvement = column("1/1000 of a point", 0, 10_000, "involvement in a war of others, 0 to 10")
    mobility = permille("how much faster members' formations move")
    unkept = column("promises", 0, 100, "promises not kept")
    tabled = column("drafts", 0, 100, "drafts tabled this turn", Who.OWNER)
    drafts = column("drafts", 0, 10_000, "drafts tabled openly in all")
    adopted = column("drafts", 0, 10_000, "drafts adopted openly")
    strong = column("drafts", 0, 10_000, "drafts adopted openly at ambition 2 or more")
    broken = column("drafts", 0, 10_000, "drafts on which silence was broken or that were voted down at least once")
    discord = column("1/10 influence", 0, 1_000_000, "sum of the prices of consensus met")
    unanswered = flag("an armed attack on a member stands unanswered")
    profile = column("Profile", 0, 2, "what weighs most with the leader", Who.OWNER, 1)
    caution = column("1/1000 point", -3000, 6000, "what gain less cost must exceed for war", Who.OWNER, 1000)
    over_line = column("turns", 0, 200, "turns running that the best motive exceeded caution", Who.OWNER)
    target = row_of("countries", "target of that motive", Who.OWNER)
    threat_at_start = permille("threat felt by the side at the start", Who.INTEL, 300)
    incidents = column("incidents", 0, 10_000, "incidents suffered by members")
    called_by = row_of("countries", "member that called the consultations whose matter is open")
    called_about = row_of("countries", "whom they are about")
    called_day = column("day", -1, 100_000, "of the last call for consultations; -1 for none", Who.PUBLIC, NOBODY)
    had = sum_of_money("common money ever had, spent or not", Who.INTEL)
    defence_task = permille("how far collective defence is kept up", Who.PUBLIC, 500)
    crisis_task = permille("how far crisis management is kept up", Who.PUBLIC, 500)
    partner_task = permille("how far cooperative security is kept up", Who.PUBLIC, 500)
    alert = permille("how much more war with it is feared for the posture of its nuclear forces")
    used = column("uses", 0, 1000, "times it has used nuclear weapons")
    condemned = column(
        "day", -1, 100_000, "when the Assembly last condemned its conduct; -1 for never", Who.PUBLIC, NOBODY
    )
    voices = permille("weight, among states outside, of those who condemned it then")


class Country(Row):
    """A state."""

    opinion = permille("public support for a firm defence policy")
    government = permille("support of the government")
    outlook = column("-1000..1000", -1000, 1000, "outlook of the government, dovish to hawkish")
    caution = permille("dislike of risk")
    economy = column("1/1000 of baseline", 0, 2000, "economy")
    defence_share = column("1/100 % of GDP", 0, 3000, "defence spending")
    gas = permille("dependence on the adversary's gas")
    resilience = permille("capacity to resist, Art. 3")
    stance = column("Stance", 0, 4, "how it answers threat")
    top_threat = row_of("countries", "whom it fears most")
    top_body = row_of("bodies", "the coalition it fears more than any state; -1 for none")
    losses = column("1/1000 brigade", 0, 1_000_000, "losses so far")
    mobilised = flag("mobilised")
    track = column("Track", 0, 3, "how far it is on its way into a body")
    track_day = column("day", -1, 100_000, "since when; -1 while it has not applied", Who.PUBLIC, NOBODY)
    disposition = column("1/1000 point", -3000, 3000, "private disposition this turn, not in any term", Who.SECRET)
    prices = column("1/1000 of baseline", 1000, 5000, "prices, those of energy foremost", Who.PUBLIC, 1000)
    caretaker = column("turn", 0, 300, "turn from which delegates speak for it again, after its government fell")
    stocks = arms_in_depots("arms in its depots", Who.INTEL)
    emptied = flag("its depots are empty", Who.OWNER)


class Member(Row):
    """A country in a body (table body x country)."""

    joined = flag("is a member")
    commitment = permille("commitment to the body")
    tripwire = permille("own or close allies' soldiers under fire")
    asked = column("requests", 0, 10_000, "contributions asked")
    made = column("requests", 0, 10_000, "contributions made")
    sounded = column("turn", -1, 200, "turn of the last sounding; -1 for none", Who.OWNER, NOBODY)
    heard = column("1/1000 point", -3000, 3000, "private disposition as sounded", Who.OWNER)
    courted = column("turn", -100, 200, "last turn it was lobbied", Who.OWNER, -100)


class Pair(Row):
    """What one state (first) feels of another (second)."""

    aggregate = permille("aggregate power")
    proximity = permille("proximity")
    offensive = permille("offensive power", Who.OWNER)
    intentions = permille("belief in aggressive intentions", Who.INTEL, 350)
    pledged = permille("threat felt on behalf of states it has pledged to defend", Who.OWNER)
    threat = permille("threat felt", Who.OWNER)
    war = flag("at war")
    last_act = column("Act", 0, max(Act), "the act that last moved the belief")
    last_act_day = column("day", -1, 100_000, "when")
    ratified = flag("has ratified that the other joins a body")
    reassured = column("day", -1000, 100_000, "last day a reassurance was received", Who.PUBLIC, -1000)
    conceded = column("1/1000 point", 0, 10_000, "of its demands met, for ratifying; known to who paid", Who.OWNER)
    line_day = column("day", 0, 100_000, "when land between the two last changed hands, or their war began; 0 before")
    granted = column("Grant", 0, 2, "terms that the first granted the second to end their last war")


class Coalition(Row):
    """What a state outside (first) feels of a body as one actor (second)."""

    aggregate = permille("aggregate power of the members together")
    proximity = permille("proximity of the nearest member")
    offensive = permille("offensive power, summed and weighed by integration and credibility", Who.OWNER)
    intentions = permille("mean belief, weighed by power", Who.OWNER)
    threat = permille("threat felt", Who.OWNER)
    last_month = permille("threat felt a month ago", Who.OWNER)


class Region(Row):
    """A region or sea zone."""

    controller = row_of("countries", "who holds it; -1 for a sea")
    occupied_day = column("day", -1, 100_000, "since when it is held against its owner; -1 for not")
    unrest = permille("resistance to the occupier")


class Formation(Row):
    """A formation."""

    alive = flag("exists")
    owner = row_of("countries", "whose it is; -1 for a standing multinational formation")
    body = row_of("bodies", "whose standing formation; -1 for a national one")
    kind = column("Kind", 0, 10, "type")
    at = row_of("regions", "where it is", Who.INTEL)
    strength = column("1/1000 brigade-equivalent", 0, 20_000, "strength", Who.INTEL)
    readiness = permille("readiness", Who.INTEL, 600)
    supply = permille("supply", Who.INTEL, 1000)
    dug_in = permille("entrenchment", Who.INTEL)
    command = row_of("bodies", "seat that commands it; -1 for national command", Who.OWNER)
    release_day = column("day", -1, 100_000, "until when authority is transferred; -1 without end", Who.OWNER, NOBODY)
    posture = column("Posture", 0, 4, "how it carries out its path", Who.OWNER)
    progress = column("km", 0, 20_000, "km gone on the first leg", Who.OWNER)
    loss_limit = permille("share of strength after which it breaks off", Who.OWNER, 1000)
    lost = column("1/1000 brigade-equivalent", 0, 20_000, "strength lost since the order", Who.OWNER)
    target = column("1/1000 brigade-equivalent", 0, 20_000, "strength it is being built up to")
    free_day = column("day", 0, 100_000, "first day it can move: readiness to move", Who.OWNER)
    ordered = flag("goes or stands by a seat's order; else the defence plan disposes of it at rest", Who.OWNER)


class Leg(Row):
    """One region of a formation's path (table formation x LEGS)."""

    to = row_of("regions", "next region; -1 after the end", Who.OWNER)


class Contribution(Row):
    """A state's share in a standing multinational formation, framework nation first."""

    alive = flag("in force")
    formation = row_of("formations", "in which")
    country = row_of("countries", "whose soldiers")
    share = permille("share of the soldiers")
    framework = flag("is the framework nation")


class Text(Row):
    """A text in force, or one that has run out (alive 0)."""

    alive = flag("in force")
    measure = row_of("measures", "what was decided")
    ambition = column("1 to 3", 0, 3, "how far")
    against = row_of("countries", "whom it answers")
    helps = row_of("countries", "whom it helps")
    on = row_of("regions", "where")
    adopted = column("day", 0, 100_000, "from")
    until = column("day", -1, 100_000, "to; -1 without end")
    matched = flag("a matching act followed within four weeks")
    backing = column("1/1000", 0, 1250, "how far members carry it: their share bound, supporters counting for 1.25")
    body = row_of("bodies", "whose text")
    share = permille("what it does as a measure repeated lately: 1000 for all of it", Who.PUBLIC, 1000)
    due = permille("of others' beliefs, that a matching act within four weeks would still move")


class RedLine(Row):
    """A member's red line: objects until its demand is met or it lapses."""

    alive = flag("stands")
    body = row_of("bodies", "in which council")
    member = row_of("countries", "whose")
    kind = column("MeasureKind", 0, max(MeasureKind), "kind of measure it rules out")
    demand = column("MeasureKind", -1, max(MeasureKind), "kind of measure that meets it; -1 for none")
    lapses = column("day", -1, 100_000, "when it lapses by itself; -1 for never")
    in_peace = flag("does not hold against a state that wages a war of aggression")


class Incident(Row):
    """An act against a state."""

    alive = flag("happened")
    day = column("day", -100_000, 100_000, "when; below 0 before the game")
    kind = column("IncidentKind", 0, 4, "what")
    severity = column("1 to 5", 0, 5, "how grave; 3 and more may be answered under Art. 5")
    victim = row_of("countries", "against whom")
    place = row_of("regions", "where")
    author = row_of("countries", "by whom", Who.SECRET)
    published = flag("its author was publicly named")
    answered = column("bits", 0, 255, "bodies that adopted collective defence for it, one bit each")
    settled = flag("was part of a war that a ceasefire ended")


class Suspicion(Row):
    """What a body knows of who was behind an incident (table body x incident)."""

    confidence = permille("confidence in the true author; 800 is attribution", Who.OWNER)


class Motive(Row):
    """A leadership's motive against a target (table body x country)."""

    gain = column("1/1000 point", -20_000, 20_000, "gain", Who.OWNER)
    cost = column("1/1000 point", -20_000, 20_000, "cost", Who.OWNER)


class Habit(Row):
    """When a measure was last used (table measure)."""

    last_turn = column("turn", -100, 200, "last turn it was adopted", Who.PUBLIC, -100)


class Sighting(Row):
    """What a body has seen of a formation (table body x formation)."""

    day = column("day", -1, 100_000, "when last seen; -1 for never", Who.OWNER, NOBODY)
    at = row_of("regions", "where", Who.OWNER)
    strength = column(
        "1/1000 brigade-equivalent", 0, 40_000, "middle of the band seen, which may lie above what it holds", Who.OWNER
    )
    readiness = permille("middle of the band seen", Who.OWNER)


class Regard(Row):
    """What a state outside thinks of a side (table outsider x body)."""

    goodwill = permille("goodwill")
    ill = permille("how ill it thinks of what the side has done")
    stand = column(
        "Stand",
        0,
        max(Stand),
        "whether it supports the side's conduct, stands aside or condemns it",
        Who.PUBLIC,
        Stand.ASIDE,
    )
    vote = column(
        "Stand", -1, max(Stand), "how it voted on that conduct when last asked; -1 for never", Who.PUBLIC, NOBODY
    )


class Ledger(Row):
    """Forecast and truth of the sides: readings of the objectives (table objective)."""

    value = column("by reading", -1_000_000, 1_000_000, "value read", Who.OWNER)
    score = column("1/1000 point", 0, 100_000, "score", Who.OWNER)
    called = column("1/3 week", 0, 30_000, "time that called for what a reading of KEPT counts", Who.OWNER)
    kept = column("1/3 week", 0, 30_000, "of this, as far as what stood answered", Who.OWNER)


class State(NamedTuple):
    """All tables that change."""

    clock: Table[Clock]
    bodies: Table[Body]
    countries: Table[Country]
    members: Table[Member]  # bodies x countries
    pairs: Table[Pair]  # countries x countries, observer first
    coalitions: Table[Coalition]  # countries x bodies, observer first
    regions: Table[Region]
    formations: Table[Formation]
    legs: Table[Leg]  # formations x LEGS
    contributions: Table[Contribution]
    texts: Table[Text]
    red_lines: Table[RedLine]
    incidents: Table[Incident]
    suspicions: Table[Suspicion]  # bodies x incidents
    motives: Table[Motive]  # bodies x countries
    habits: Table[Habit]
    sightings: Table[Sighting]  # bodies x formations
    ledger: Table[Ledger]
    regards: Table[Regard]  # outsiders x bodies

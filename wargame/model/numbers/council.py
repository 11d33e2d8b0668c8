"""Numbers of the chapters on councils, collective defence and command (rulebook 3 to 5)."""

from wargame.model.columns import Row, number


class CouncilNumbers(Row):
    """What moves a member's support, what lobbying buys, when a text is hollow. Points are points of support."""

    term_limit = number(3.0, "points", "no single term counts for more")
    threat_slope = number(6.0, "points per unit of threat", "k1: threat above the measure's threshold")
    commitment = number(1.2, "points", "k2: a wholly committed member against a wholly uncommitted one")
    tie = number(0.8, "points", "k3: the closest tie to the state helped")
    abandonment = number(1.5, "points per unit of threat", "fear of being left alone, when credibility is nil")
    entrapment = number(1.5, "points", "fear of being dragged in, at full involvement and caution")
    domestic = number(1.6, "points", "opinion and outlook, for a measure of full firmness")
    affinity = number(0.6, "points", "regime likeness with the state helped")
    dispute = number(1.5, "points", "a dispute with the state helped")
    stance_balances = number(0.25, "points", "a state that balances, for a wholly firm answer to whom it fears most")
    stance_passes = number(-0.15, "points", "the same of one that leaves it to others")
    stance_yields = number(-0.6, "points", "the same of one that gives in to the stronger")
    exposure = number(2.2, "points", "cost to a member wholly dependent on trade and gas")
    risk = number(0.45, "points per rung", "escalation of the measure, for a member of full caution")
    tripwire = number(2.5, "points", "own or close allies' soldiers under fire")
    severity = number(1.0, "points per grade", "each grade of the incident below an armed attack (5)")
    habit = number(0.5, "share", "what a measure repeated within six turns still does")
    habit_turns = number(6.0, "turns", "how long a measure or a favour is remembered")
    renewal_weeks = number(
        5.0, "weeks", "before its end in which a text may be prolonged; a turn, where that is longer"
    )
    outrage = number(1.8, "points", "what a fresh war of aggression adds to a wholly firm answer")
    voices = number(
        0.25, "share", "more of it while the Assembly's condemnation is fresh, if all states outside carried it"
    )
    voices_weeks = number(26.0, "weeks", "for which such a condemnation is fresh")
    outrage_half = number(540.0, "days", "after which half of that is left")
    consult_severity = number(2.0, "1 to 5", "least severity of an act after which a member calls consultations")
    consult_fear = number(350.0, "1/1000", "least threat felt at which it does")
    consult_memory = number(35.0, "days", "for which an act is new")
    consult_pause = number(84.0, "days", "between two calls for consultations in a body")
    consult_eases = number(0.3, "points", "what consultations add to support for the next draft on their matter")
    isolation = number(4.0, "points", "most that the many move a member that stands against them")
    company_half = number(20.0, "members", "surplus of those in favour that moves it by half of that")
    disposition_sd = number(0.6, "points", "spread of a member's private disposition")
    sounding_sd = number(0.2, "points", "error of a sounding")
    sounding_cost = number(2.0, "1/10 influence", "price of sounding one member")
    supports = number(1.0, "points", "from here on a member supports")
    objects = number(-1.0, "points", "below this a member objects")
    lobbying_rate = number(20.0, "1/10 influence per point", "price of a point of support")
    lobbying_most = number(1.5, "points", "most that lobbying moves one member on one draft")
    further_draft = number(0.25, "share", "each further draft in a session costs so much more")
    hollow_reservations = number(3.0, "members", "reservations among contributors that make a text hollow")
    hollow_share = number(0.15, "share", "of the members that these must be as well, in a large body")
    supporter_gives = number(1.25, "factor", "a supporter contributes so much more")
    clause_severity = number(3.0, "1 to 5", "least severity of an act for which collective defence may be tabled")
    land_part = number(3.0, "formations", "of which a state that gives a land share gives one")
    contribution_step = number(0.8, "points", "between two levels of contribution")
    contribution_base = number(1.5, "points", "what a member under a treaty obligation starts from")
    answer_base = number(0.3, "points", "what a member asked for forces starts from")
    host_threat = number(3.0, "points per unit of threat", "what the host fears speaks for sending it forces")
    home_defence = number(2.5, "points per unit of threat", "own border weighs against sending forces away")
    recall = number(1.0, "points", "against giving them from which a state calls its forces home")
    recall_cost = number(
        0.03, "share", "of full commitment that it costs a state to call forces home before their time"
    )
    burden = number(0.8, "points", "a member that has given more than it was asked holds back, and the reverse")
    given_up_1 = number(0.2, "points", "what the first fifth of merging forces takes of a state that is half committed")
    given_up_2 = number(0.4, "points", "the same of the second")
    given_up_3 = number(0.9, "points", "the third: its veto over missions")
    given_up_4 = number(1.3, "points", "the fourth: national headquarters")
    given_up_5 = number(1.8, "points", "the fifth: its share of procurement")
    door = number(2.5, "points", "a full dispute with a state that would come in by the other council's door")
    stand_apart = number(
        1.4, "points", "the tradition of standing outside alliances, for who sits in one council alone"
    )
    decoupling = number(
        0.3, "share", "of a step that the backbone ally takes out of its commitment where it was not asked"
    )
    departure = number(
        10.0, "1/1000 support", "what a step of a delegate away from its government's line costs that government"
    )
    departure_crossing = number(20.0, "1/1000 support", "the same against a clear public")
    brought_home = number(
        10.0, "1/1000 support", "what a point of support that a delegate takes earns its government at home"
    )
    clear_public = number(150.0, "1/1000", "how far from even a public is that is clear")
    ambition_cost = number(0.5, "share", "each step of ambition costs so much more to table")
    on_target = number(0.5, "share", "stability a decision of a leadership costs when it answers its first threat")
    presence_drain = number(
        60.0, "1/1000 readiness", "what a larger presence costs the framework nation's land forces, a step of ambition"
    )
    advance_party = number(150.0, "1/1000 brigade-equivalent", "what a new battlegroup begins with")
    stocks_drain = number(0.6, "share", "of their readiness that donors would lose with all their strength handed on")
    mobility_most = number(600.0, "1/1000", "most that military mobility speeds movement up")
    reassure_unmatched = number(0.3, "share", "what a reassurance does that nobody answers")
    match_days = number(28.0, "days", "within which an act of the other side matches a reassurance")
    sponsor_value = number(30.0, "1/10 influence", "what automatic lobbying will pay for an adopted text")
    regime_line = number(50.0, "1/1000", "stability at which a regime falls")
    fracture_line = number(150.0, "1/1000", "cohesion at which an alliance that left an attack unanswered fractures")
    left_out = number(0.8, "points", "the closest tie to a member that a treaty keeps out of what two councils decide")
    duplication = number(
        0.15, "share", "more that what another council of the same states has in force already costs a council"
    )
    ajar = number(
        0.4, "share", "of what the door and standing apart take, where two councils do less than merge forces"
    )

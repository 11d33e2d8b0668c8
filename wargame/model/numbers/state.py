"""Numbers of the chapters on states and tracks: economy, opinion, stance, alliances, hybrid acts, escalation."""

from wargame.model.columns import Row, number


class StateNumbers(Row):
    """Numbers of the chapters on states and tracks. Levels are in 1/1000 unless a unit says otherwise."""

    # alliance
    pledged_share = number(200.0, "1/100 % of GDP", "defence spending that members pledged: the two per cent of 2014")
    stands_with = number(
        500.0, "1/1000", "dependence from which a state counts as its patron's: half of what it lives by"
    )
    strategy_base = number(250.0, "1/1000", "strategy of a body without standing regional plans")
    strategy_plan = number(150.0, "1/1000 a step of ambition", "what each text with standing plans adds")
    exposed = number(
        300.0,
        "1/1000",
        "proximity of its top threat, as much as a border makes, from which a member wants allies on its soil",
    )
    basing_half = number(3000.0, "1/1000 brigade", "allied strength on exposed soil that makes half of basing")
    commitment_base = number(450.0, "1/1000", "commitment of an unthreatened member of an unbelieved body")
    commitment_threat = number(0.45, "share", "of the threat felt from outside")
    commitment_credibility = number(0.35, "share", "of the body's credibility")
    commitment_rate = number(0.006, "share a week", "how fast commitment moves to its goal")
    commitment_unanswered = number(25.0, "1/1000 a week", "lost by all while an attack stands unanswered")
    patron_base = number(250.0, "1/1000", "commitment of the backbone to allies who bear nothing, unloved at home")
    patron_burden = number(350.0, "1/1000", "added when the others bear what was pledged (burden 1; counted up to 2)")
    patron_opinion = number(0.35, "share", "of the backbone's own opinion")
    patron_outlook = number(
        0.1, "share", "of the outlook of its government: an election may move commitment by a tenth"
    )
    cohesion_rate = number(0.02, "share a week", "how fast cohesion moves to the mean commitment")
    cohesion_unkept = number(2.0, "1/1000 a week", "lost for each promise not kept")
    cohesion_unanswered = number(20.0, "1/1000 a week", "lost while an attack stands unanswered")

    # hybrid acts
    first_suspicion = number(100.0, "1/1000", "confidence in the true author right after an unattributed act")
    attributed = number(800.0, "1/1000", "confidence from which a body knows the author")
    gravity_base = number(0.2, "severity", "of any covert act")
    gravity_ambition = number(0.7, "severity", "for each step of ambition")
    gravity_means = number(1.0, "severity", "added by unlimited covert strength")
    gravity_luck = number(1.2, "severity", "between the worst and the best luck")
    covert_half = number(3.0, "brigades", "covert strength that makes half of full means")
    cyber_share = number(0.6, "chance", "that a covert act is a cyber attack and not sabotage")
    harm_opinion = number(25.0, "1/1000", "support for a firm policy lost for each grade of severity")
    harm_government = number(20.0, "1/1000", "support of the government lost for each grade of severity")
    harm_resilience = number(10.0, "1/1000", "capacity to resist lost for each grade of severity")
    harm_commitment = number(15.0, "1/1000", "commitment to each council lost for each grade of severity")
    resisted = number(0.6, "share", "of the harm that a wholly resilient society takes")
    attribution_pace = number(90.0, "1/1000 a week", "confidence gained with full means and mean luck, at home")
    attribution_base = number(0.4, "share", "of that pace without any cyber means")
    attribution_abroad = number(0.3, "share", "of that pace when the victim is not one's own member")
    cyber_half = number(2.0, "brigades", "cyber strength that makes half of full means")

    # escalation
    cooling = number(60.0, "1/1000 rung a week", "how fast escalation decays")
    cooling_in_war = number(20.0, "1/1000 rung a week", "the same while a war is on")
    quarrel = number(300.0, "1/1000", "dispute with another from which a state has something that is to be kept apart")
    accident_wary = number(250.0, "1/1000", "threat felt from which forces that meet are wary of each other")
    accident_most = number(0.06, "chance a week", "of an accident with forces everywhere in contact, at the top rung")
    accident_calm = number(0.2, "share", "of that chance with no escalation at all")
    accident_grave = number(0.25, "chance", "that an accident is of severity 3 and not 2")
    contacts_half = number(8.0, "pairs", "formations of adversaries side by side that make half of the chance")
    channels_share = number(0.8, "share", "of the chance that fully open channels take away")
    alliance_rung = number(7000.0, "1/1000 rung", "where war with a state under collective defence stands at least")
    nuclear_rung = number(8000.0, "1/1000 rung", "where war between states with nuclear arms stands at least")
    brink = number(7000.0, "1/1000 rung", "escalation from which one more rung may follow by itself")
    extra_rung = number(0.03, "chance a week", "of one more rung at the top")
    shunned = number(
        80.0,
        "1/1000 for each step of ambition",
        "of its baseline economy that a state loses as others turn away from its use",
    )
    taboo = number(150.0, "1/1000 for each step of ambition", "of cohesion that a council loses by use of its own")
    laid_waste = number(
        2.0, "times", "the share of a state's land that is struck, what its economy loses of its baseline at full size"
    )
    use_line = number(5000.0, "1/1000 rung", "escalation from which nuclear weapons may be used")
    stake_soil = number(
        100.0, "1/1000 of the value of its own land", "in enemy hands from which a state's existence is at stake"
    )
    stake_stability = number(150.0, "1/1000", "stability at or below which that of a leadership at war is")
    exchange_most = number(10.0, "points", "that are left to any side after a strategic exchange")
    involved_aid = number(600.0, "1/1000", "involvement for each step of ambition of aid in force to a state at war")
    involved_near = number(500.0, "1/1000", "involvement for each standing formation next to a war")
    contest_low = number(4000.0, "1/1000", "involvement from which an enemy of the state helped may contest it")
    contest_high = number(7000.0, "1/1000", "involvement from which it may do so again")
    contest_chance = number(0.5, "chance", "that it does, with no channels open")
    astray = number(0.2, "chance", "that a strike on a convoy falls on the land of the ally it comes from")
    involved_fire = number(4000.0, "1/1000", "involvement by own soldiers under fire")
    disentangle = number(0.05, "share a week", "how fast involvement falls to what causes it")

    # states outside
    heard_outside = number(
        0.6, "share", "of the size of an act against the law of nations that states outside take it for"
    )
    ill_weight = number(4.0, "points", "that the worst conduct speaks for condemning it")
    goodwill_weight = number(3.0, "points", "that full goodwill towards a side speaks against")
    rival_weight = number(2.0, "points", "that full goodwill towards its adversary speaks for")
    stand_line = number(1.0, "points", "beyond which a state leaves its place aside, either way")
    stand_kept = number(0.4, "points", "short of this line to which a state keeps the stand that it took")
    aside_weight = number(0.6, "points", "that a full tradition of standing aside adds to this line")
    words_weight = number(0.5, "points", "that each step of ambition of a resolution beyond the first adds to it")
    declared = number(0.1, "share a step of ambition", "of the remaining doubt that a state gives up by its vote")
    carried = number(
        3.0, "1/1000 a step of ambition", "of cohesion that a council gains by a resolution that is carried"
    )
    defeated = number(10.0, "1/1000 a step of ambition", "of cohesion that it loses by one that is not")
    ill_fades = number(0.01, "share a week", "of ill that is forgotten while no war of aggression goes on")
    courted_most = number(150.0, "1/1000", "beyond where goodwill rests that courting carries it at most")
    goodwill_fades = number(0.02, "share a week", "of goodwill won or lost that goes again")
    trade_condemned = number(0.2, "share", "of its economy with which a state trades on with a side it condemns")
    trade_aside = number(0.6, "share", "the same of a state that stands aside")
    arms_aside = number(0.3, "share", "of its munitions that a state aside sends to a side with all its goodwill")
    aid_outside = number(
        0.5,
        "1/10000 a week for each EUR tn",
        "of its economy that an invaded state gains, by the product of those who condemn",
    )
    isolation = number(60.0, "1/1000", "of stability that a leadership at war loses if all outside condemn it")
    urging = number(0.3, "share", "of the time to ripeness that goes if all outside condemn the war of either side")

    # economy and money
    influence = number(100.0, "1/10 influence a turn", "what a council earns")
    influence_cohesion = number(30.0, "1/10 influence a turn", "added by full cohesion")
    influence_unkept = number(20.0, "1/10 influence a turn", "lost for each promise not kept")
    influence_bank = number(250.0, "1/10 influence", "most that can be kept")
    recovery = number(0.01, "share a week", "how fast an economy returns to its baseline")
    war_cost = number(1.0, "1/1000 a week", "what war abroad costs an economy")
    invasion_cost = number(3.5, "1/1000 a week", "added by war on its own soil")
    occupation_cost = number(10.0, "1/1000 a week", "what the loss of all land costs an economy")
    scarcity = number(
        0.06, "share a week", "of the gas cut off, by dependence, that prices rise by outside the heating season"
    )
    heating = number(2.0, "factor", "by which a rise of prices counts in the heating season")
    dearer_trade = number(
        12.0, "1/1000 a week", "that each thousandth of depth adds to prices at full dependence on gas"
    )
    dearer_blocked = number(
        8.0, "1/1000", "that each thousandth lost to sanctions adds to prices of the state answered"
    )
    prices_ease = number(0.04, "share a week", "of what prices have risen that is lost again")
    bite_least = number(0.4, "share", "of the depth of sanctions that bites however small the body")
    backfire = number(0.05, "share", "of the depth of sanctions that those who impose them pay")
    backfire_gas = number(0.20, "share", "added at full dependence on gas")
    gas_bite = number(0.003, "share a week", "of the cut that a wholly dependent customer loses in economy")
    gas_price = number(0.003, "share a week", "of the cut that a seller of its whole product would lose in economy")
    stability_base = number(680.0, "1/1000", "stability of a leadership in quiet times")
    stability_economy = number(1.0, "share", "of what the economy is below its baseline")
    stability_losses = number(450.0, "1/1000", "lost to endless losses")
    stability_success = number(250.0, "1/1000", "gained if all land outside were held")
    stability_rally = number(250.0, "1/1000", "gained by a country that is invaded")
    stability_worry = number(250.0, "1/1000", "lost to the worry of elites at its highest")
    stability_rate = number(0.015, "share a week", "how fast stability moves")
    calm_threat = number(250.0, "1/1000", "threat that elites live with")
    losses_half = number(15000.0, "1/1000 brigade", "losses that make half of full weariness")
    resilience_base = number(400.0, "1/1000", "capacity to resist that mends by itself")
    resilience_spending = number(1.0, "1/1000 per 1/100 % of GDP", "added by defence spending")

    # opinion
    opinion_base = number(430.0, "1/1000", "support for a firm defence policy with no threat")
    opinion_threat = number(0.7, "share", "of the threat felt")
    opinion_losses = number(150.0, "1/1000", "lost to endless losses")
    opinion_hardship = number(0.5, "share", "of hardship at home")
    hardship_prices = number(0.2, "share", "of what prices have risen that counts like an economy below its baseline")
    opinion_rate = number(0.015, "share a week", "how fast opinion moves")
    shock = number(4.0, "1/1000 a week", "standard deviation of what chance does to opinion")
    government_base = number(540.0, "1/1000", "support of a government in quiet times")
    government_hardship = number(0.8, "share", "of hardship at home")
    government_apart = number(0.12, "share", "of the distance between its outlook and the public's")
    government_rate = number(0.015, "share a week", "how fast support of a government moves")
    government_falls = number(300.0, "1/1000", "support below which a government falls")
    caretaker_turns = number(2.0, "turns", "for which no delegate speaks for a state whose government fell")
    fresh_government = number(550.0, "1/1000", "support of a newly elected government")
    electoral = number(400.0, "EIU x 100", "democracy index from which governments answer to voters")
    mandate = number(1.5, "1/1000 per 1/1000", "how far a new outlook follows opinion")
    vote_spread = number(250.0, "-1000..1000", "how far the luck of a vote moves a new outlook")

    # accession; weights are points at the full factor
    hold_neutral = number(0.15, "share of land", "not held, that a state's neutrality is worth to who was granted it")
    hold_recognised = number(0.30, "share of land", "not held, that its neutrality and the line recognised are worth")
    accede_threat = number(6.0, "points per unit of threat", "what is feared speaks for joining")
    accede_trust = number(1.0, "points", "and belief in the alliance, above one half")
    accede_public = number(0.8, "points", "and opinion and the government's outlook")
    accede_company = number(0.8, "points", "and a close state that is on its way in")
    accede_tradition = number(4.5, "points", "a whole tradition of standing apart speaks against")
    accede_lesson = number(1.6, "points", "that the state feared attacks those who stand outside")
    accede_regime = number(600.0, "EIU x 100", "democracy index from which a state may be invited")
    talks = number(4.0, "weeks", "between application and invitation, at least")
    parliament = number(0.4, "chance a turn", "that a willing ally's parliament gets to the vote")
    ratify_base = number(-0.2, "points", "what an applicant starts from with an ally")
    ratify_threat = number(1.5, "points per unit of threat", "what the ally fears of the same state")
    ratify_dispute = number(7.0, "points", "a whole dispute with the applicant holds ratification up")
    ratify_company = number(1.0, "points", "most that the others' ratifications move an ally")
    ratify_half = number(15.0, "allies", "that have ratified and move it by half of that")
    ratify_patience = number(0.10, "points a month", "by which a hold is worth less")
    newcomer = number(800.0, "1/1000", "commitment of a new member")

    # objectives
    undeterred = number(1000.0, "1/1000 point", "what an attack that was made is taken to be worth at least")
    out_of_question = number(2000.0, "1/1000 point", "cost above gain from which an attack is out of the question")

    # stance; weights are points at the full factor
    danger_half = number(250.0, "1/1000", "threat that makes half of full danger")
    doubt = number(0.5, "credibility", "an alliance believed less than this is doubted")
    internal_threat = number(1.6, "points", "danger speaks for arming oneself")
    internal_protection = number(0.8, "points", "protection makes it less needed")
    internal_credibility = number(0.6, "points", "so does a credible alliance")
    internal_weakness = number(0.5, "points", "the weak cannot do it alone")
    internal_regime = number(0.2, "points", "unlike regimes are resisted")
    external_threat = number(2.0, "points", "danger speaks for allies")
    external_price = number(0.8, "points", "what a place among allies asks of a state")
    external_protection = number(1.0, "points", "and so does the protection they give")
    external_credibility = number(1.6, "points", "and belief in them, above doubt")
    external_company = number(0.1, "points", "and their own balancing")
    external_weakness = number(0.3, "points", "and weakness")
    external_regime = number(0.3, "points", "and an unlike threat")
    aloof_calm = number(0.9, "points", "in calm, nothing is best")
    aloof_threat = number(2.0, "points", "danger speaks against it")
    pass_threat = number(1.1, "points", "danger speaks against it")
    pass_credibility = number(0.4, "points", "it needs others who will do it")
    pass_protection = number(0.5, "points", "and who would protect it")
    pass_company = number(1.5, "points", "and who do it already")
    pass_weakness = number(0.2, "points", "the weak are the first to pay if they do not")
    pride = number(0.8, "points", "no state yields gladly")
    yield_threat = number(0.6, "points", "stacked power draws the weak")
    yield_protection = number(1.0, "points", "protection makes it needless")
    yield_doubt = number(0.8, "points", "doubt in the alliance speaks for it")
    yield_company = number(0.5, "points", "others' balancing against it")
    yield_weakness = number(0.9, "points", "weakness for it")
    yield_dependence = number(1.5, "points", "dependence on a patron for leaning on it")
    yield_regime = number(0.6, "points", "an unlike regime against it")
    stance_margin = number(0.10, "points", "by which another stance must be better to be taken")
    spend_base = number(120.0, "1/100 % of GDP", "defence spending without any threat")
    spend_threat = number(400.0, "1/100 % of GDP", "added by full threat, for a firm public")
    spend_internal = number(1.3, "factor", "for those who arm themselves")
    spend_external = number(1.0, "factor", "for those who look to allies")
    spend_shirking = number(0.6, "factor", "for all others")
    spend_up = number(5.0, "1/100 % of GDP a month", "most that spending rises")
    spend_down = number(1.0, "1/100 % of GDP a month", "most that spending falls")

    # Article 3 and the core tasks
    pledge_government = number(300.0, "1/1000", "support below which a government keeps no pledge of spending")
    task_neglected = number(250.0, "1/1000", "level that a core task decays to where nothing serves it")
    task_served = number(125.0, "1/1000 a step of ambition", "added by each text in force that serves it")
    task_rate = number(0.05, "share a week", "of the distance to that level")
    plan_unexercised = number(0.5, "factor", "of plans where defence is wholly neglected; 1 is added by full upkeep")

    # readings of objectives
    battles_half = number(40.0, "battles", "fighting that takes half of the calm it can take")
    incidents_half = number(6.0, "incidents", "incidents that take half of the calm they can take")
    battles_share = number(0.7, "share", "of calm that is lost to fighting, the rest to incidents")
    battle_fades = number(0.25, "share a week", "of what battles of late count for, forgotten")
    of_late_half = number(2500.0, "1/1000 battle", "fighting of late that takes half of the quiet")

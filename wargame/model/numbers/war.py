"""Numbers of the chapters on war (rulebook 11 and 12)."""

from wargame.model.columns import Row, number


class WarNumbers(Row):
    """How forces move, fight, are fed, hold land and are seen. Power is in points, as Kinds.attack is."""

    ready_pace = number(0.5, "share", "of its pace that a formation keeps at nil readiness")
    supply_pace = number(0.3, "share", "of its pace that a formation keeps without supply")
    road_pace = number(0.12, "share", "of pace lost for each grade of infrastructure below 5")
    forest_pace = number(0.85, "share", "of pace kept in forest")
    marsh_pace = number(0.65, "share", "of pace kept in marsh")
    urban_pace = number(0.80, "share", "of pace kept in cities")
    mountain_pace = number(0.60, "share", "of pace kept in mountains")
    lift_pace = number(450.0, "km a day", "speed of sea lift in convoy")
    loading_days = number(7.0, "days", "to load a land formation on ships")
    attack_front = number(4.0, "km", "width on which a brigade-equivalent attacks")
    contact_share = number(0.5, "share", "of the way to a defended region at which the attacker meets the defence")

    ready_power = number(0.4, "share", "of its power that a formation keeps at nil readiness")
    supply_power = number(0.4, "share", "of its power that a formation keeps without supply")
    forest_ground = number(1.15, "factor", "on a defender's power in forest")
    marsh_ground = number(1.20, "factor", "on a defender's power in marsh")
    urban_ground = number(1.40, "factor", "on a defender's power in cities")
    mountain_ground = number(1.50, "factor", "on a defender's power in mountains")
    entrenched = number(0.75, "share", "added to a defender's power by full entrenchment")
    hold_ground = number(1.10, "factor", "on the power of a defender whose posture is to hold")
    delay_ground = number(0.90, "factor", "on the power of a defender whose posture is to delay")
    probe_share = number(0.4, "share", "of its power that a probing attacker commits, and of its losses")
    luck = number(0.35, "share", "luck of battle moves the attacker's power by at most this, up or down")
    loss_rate = number(0.05, "share a day", "of strength lost by each side to an enemy of equal power")
    loss_most = number(0.4, "share", "most that one step of battle takes from a formation")
    fatigue = number(1.5, "factor", "readiness lost in battle, in shares of full readiness per share of strength lost")
    hold_ratio = number(2.5, "ratio", "attacker to defender, at which a holding defender gives way")
    delay_ratio = number(1.0, "ratio", "the same, for a delaying defender")
    overrun_ratio = number(5.0, "ratio", "the same, for a defender with nowhere to go: it is overrun")
    spent = number(250.0, "1/1000", "readiness below which a formation does not attack")
    launch_odds = number(0.3, "chance", "at which an assault with a loss limit goes in; below, it waits in contact")
    remnant = number(60.0, "1/1000 brigade-equivalent", "strength below which a formation is destroyed")
    even_ratio = number(1.17, "ratio", "attacker to prepared defender at which the odds are even")
    under_fire = number(1500.0, "1/1000", "rise of the tripwire of a state whose formation is wholly lost")
    ally_share = number(0.25, "share", "of that rise felt by an ally wholly attached to whose soldiers they are")
    small_share = number(0.5, "share", "of that rise felt with the smallest share in a multinational formation")

    dogfight = number(1.0, "weight", "of enemy aircraft in what keeps an air force from its task")
    flak = number(1.5, "weight", "of enemy air defence in what keeps an air force from its task")
    air_most = number(0.6, "share", "most that air and fires add to a force on the ground")
    air_loss = number(0.03, "share a day", "of an air force lost where nothing of it gets through")

    port_cover = number(0.5, "share", "of its power that a fleet in port has in the sea zones outside")
    sea_margin = number(1.5, "ratio", "of naval power that gives control of a sea zone")
    sea_rate = number(0.4, "share", "of the pace of land battle at which fleets wear each other down")
    convoy_loss = number(0.05, "share a day", "of an embarked formation lost in a sea zone the enemy controls")

    source_infra = number(4.0, "1 to 5", "infrastructure from which a region supplies itself and others")
    haul_loss = number(0.9, "1/1000 a km", "supply lost on the way on the best roads")
    bad_roads = number(0.3, "share", "added to that loss by each grade of infrastructure below 5")
    partisans = number(1.0, "share", "added to that loss by full unrest in occupied land")
    sea_supply = number(700.0, "1/1000", "supply of a port fed by sea, and of forces at sea")
    catch_up = number(0.2, "share a day", "of the gap to its region's supply that a formation closes")
    battle_use = number(40.0, "1/1000 a day", "supply used up in battle")
    hunger = number(250.0, "1/1000", "supply below which strength wastes away")
    waste = number(0.04, "share a week", "of strength lost without any supply")

    garrison = number(80.0, "1/1000 brigade-equivalent", "needed to hold a million people down")
    entry = number(100.0, "1/1000 brigade-equivalent", "needed to take a million people's land where nobody defends it")
    secure_days = number(4.0, "days", "that whoever takes land from its people stays to secure it")
    capital_stability = number(200.0, "1/1000", "stability that its leadership loses with a capital")
    capital_government = number(150.0, "1/1000", "support of the government lost with a capital")
    homeland = number(
        1.0, "share", "added to a defender's power on its own soil by endless and wholly resilient people"
    )
    homeland_half = number(2500.0, "thousand people", "of a region that make half of that")
    first_unrest = number(100.0, "1/1000", "unrest in land just taken")
    unrest_rise = number(150.0, "1/1000 a week", "without a garrison, while the home state fights on")
    unrest_fall = number(30.0, "1/1000 a week", "under a full garrison, or when the home state no longer fights")

    dig_in = number(250.0, "1/1000 a week", "entrenchment of a formation that stands still")
    peace_works = number(300.0, "1/1000", "entrenchment beyond which nobody digs in peace")
    rest = number(60.0, "1/1000 a week", "readiness regained up to its nominal level by a supplied formation")
    unlearn = number(0.03, "share a week", "of readiness beyond the nominal that fades without training")
    rest_supply = number(500.0, "1/1000", "supply from which a formation recovers")
    build_standing = number(200.0, "1/1000 brigade-equivalent a week", "build-up of a standing multinational formation")
    build_homeland = number(
        45.0, "1/1000 brigade-equivalent a week", "replacements of one that fights for its own land"
    )
    build_national = number(15.0, "1/1000 brigade-equivalent a week", "replacements of a national formation")
    industry = number(0.001, "share a week", "of what a state's formations were built for, that its industry makes")
    exhausted = number(500.0, "1/1000", "economy, of its baseline, that pays for no replacements any more")
    depots_empty = number(0.05, "share", "of what depots hold when full, below which they count as empty")
    front_wear = number(0.03, "share a week", "that fire takes from a front in the open, where all are enemies")
    works_shield = number(0.6, "share", "of that which full entrenchment spares")
    tripwire_fades = number(0.05, "share a week", "of the tripwire term forgotten")

    rest_merged = number(0.5, "share", "by which forces that are wholly merged regain readiness faster")
    rest_unpractised = number(
        0.5, "factor", "recovery of readiness under a body that runs no operations; 1 is added by full practice"
    )
    partners_close = number(700.0, "1/1000", "cooperative security from which partners tell what they know")
    partners_cold = number(300.0, "1/1000", "below which they keep it to themselves")
    strength_band = number(400.0, "1/1000 brigade-equivalent", "width of the band in which strangers see strength")
    level_band = number(200.0, "1/1000", "width of the band in which strangers see readiness")
    state_band = number(
        200.0, "1/1000", "width of the band in which supply and entrenchment of what was seen today are known"
    )

    month = number(30.0, "days", "how far ahead forces in reach are counted")
    plan_moves = number(4.0, "formations", "most that a defence plan moves in a week of war; in peace it moves one")
    counter_odds = number(2.0, "ratio", "of attack to defence power from which a state frees its own land by itself")
    counter_limit = number(250.0, "1/1000", "losses after which such an attack is broken off")
    outnumbered = number(2.0, "ratio", "of what faces a region to what covers it, from which its defence only delays")
    hold_back = number(
        0.5, "share", "of what faces a place that must be held: what stays before anyone attacks from it"
    )
    next_march = number(
        0.5, "share", "of what faces the place beside one that must be held: what may come here a march later"
    )
    worth_holding = number(4.0, "points", "value from which a region is held all the same")
    enough = number(4.0, "ratio", "of attack to defence power beyond which a plan commits no more")
    reserve = number(0.15, "share", "of the strength in reach that a plan keeps back")
    reserves_join = number(0.6, "share", "of a defender's forces off the axis that come to the defence of the goal")
    attack_limit = number(400.0, "1/1000", "losses after which a planned attack is broken off")

    ripe_weeks = number(52.0, "weeks", "for which a line must stand before an AI thinks a war ripe for its end")

    ask_claim = number(1.5, "points", "a whole claim speaks for asking for terms")
    ask_gained = number(4.0, "points", "all of the land, taken since the game began, speaks for it as well")
    ask_losses = number(1.0, "points", "losses beyond all measure speak against it")
    ask_time = number(1.0, "points", "each further half-year that nothing moves speaks against it")
    ask_shaken = number(0.6, "points", "and that a leadership is wholly unstable")
    yield_lost = number(4.0, "points", "all of its land, lost since the game began, speaks for granting terms")
    yield_shaken = number(0.8, "points", "and that its leadership is wholly unstable")
    yield_losses = number(0.6, "points", "and losses beyond all measure")
    yield_time = number(0.5, "points", "and each further half-year that nothing moves")
    yield_aided = number(0.6, "points", "that others help it speaks against")
    worn_half = number(30000.0, "1/1000 brigade", "losses that count for half of that")
    grant_price = number(60.0, "1/1000", "of stability that each degree of terms costs who grants them")

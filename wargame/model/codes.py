"""The closed vocabularies of the game. Tables keep the numbers, files and events the names in lower case."""

from enum import IntEnum


class BodyKind(IntEnum):
    """How a side comes to a decision."""

    COUNCIL = 0  # member states decide together
    LEADERSHIP = 1  # one leader decides, at a cost in stability; weighs wars
    NATION = 2  # one state speaks for itself and defends its own land


class DecisionRule(IntEnum):
    """The decision rule a measure is put under (rulebook 3)."""

    SILENCE = 0  # North Atlantic Council: adopted unless an ally breaks silence
    UNANIMITY = 1  # EU, Art. 31(1) TEU, with constructive abstention
    QUALIFIED = 2  # EU, Art. 16(4) TEU
    LEADER = 3  # the leadership, or the nation, decides


class Terrain(IntEnum):
    """What the ground is; SEA rows of the regions table are sea zones."""

    PLAIN = 0
    FOREST = 1
    MARSH = 2
    URBAN = 3
    MOUNTAIN = 4
    SEA = 5


class Kind(IntEnum):
    """Formation types (rulebook 11)."""

    ARMOURED = 0
    MECHANISED = 1
    INFANTRY = 2
    AIRBORNE = 3
    ARTILLERY = 4
    AIR_DEFENCE = 5
    AIR = 6
    FLEET = 7
    SUBMARINE = 8
    SPECIAL = 9
    CYBER = 10


class Capability(IntEnum):
    """What a force request asks for."""

    LAND = 0
    AIR = 1
    SEA = 2


class Posture(IntEnum):
    """How a formation carries out its path."""

    HOLD = 0
    DELAY = 1
    RESERVE = 2
    PROBE = 3
    ASSAULT = 4


class Phase(IntEnum):
    """Where a turn stands."""

    BRIEFING = 0
    CAUCUS = 1
    SESSION = 2
    ORDERS = 3
    RESOLUTION = 4
    EMERGENCY = 5
    ASSESSMENT = 6
    OVER = 7


class Position(IntEnum):
    """A member's position on a draft (rulebook 3)."""

    OBJECTS = 0
    RESERVED = 1
    SILENT = 2
    SUPPORTS = 3


class Verdict(IntEnum):
    """What a council made of a draft."""

    ADOPTED = 0
    HOLLOW = 1  # adopted one ambition lower: too many contributors reserved
    BLOCKED = 2
    OUTVOTED = 3
    UNAFFORDED = 4  # the sponsor's influence or funds did not reach
    BARRED = 5  # not legal when its turn on the agenda came
    AGREED = 6  # by the first of two councils; the other is heard


class MeasureKind(IntEnum):
    """What a measure is, for opinion, red lines and the register of habits."""

    PRESENCE = 0
    READINESS = 1
    TRANSPARENCY = 2
    ATTRIBUTION = 3
    SANCTIONS = 4
    AID = 5
    MOBILITY = 6
    ENERGY = 7
    EXERCISE = 8
    HYBRID = 9
    CUT_OFF = 10
    RESTRAINT = 11
    COLLECTIVE_DEFENCE = 12
    WAR = 13
    CEASEFIRE = 14
    FINANCE = 15
    INDUSTRY = 16
    SIGNAL = 17
    RESILIENCE = 18
    BUDGET = 19
    PARTNERSHIP = 20
    OPERATION = 21
    INTEGRATION = 22
    POSTURE = 23  # of an alliance's nuclear forces
    NUCLEAR_USE = 24
    NUCLEAR_ANSWER = 25  # use decided in council
    CONCEPT = 26
    RESOLUTION = 27  # put before the General Assembly of the United Nations
    MISSION = 28  # an operation in a state outside, by own means
    BERLIN_PLUS = 29  # the same with the means of the other council
    REVENUE = 30  # what an adversary earns and has laid by


class Task(IntEnum):
    """The core tasks of an alliance, one of which a measure may serve."""

    NONE = 0
    DEFENCE = 1  # collective defence
    CRISIS = 2  # crisis management
    COOPERATION = 3  # cooperative security


class Effect(IntEnum):
    """The closed vocabulary of effects a measure may have."""

    PRESENCE = 0  # the body's standing formation in `on` is built up to the given strength
    READINESS = 1  # readiness of the members' formations rises a week
    PLANS = 2  # a standing plan to reinforce `on`: while in force the body is believed the more
    CHANNELS = 3  # open channels with the adversary
    REASSURE = 4  # the adversary's picture of our intentions improves
    PUBLISH = 5  # attributed hybrid acts of `against` are made public
    SANCTION = 6  # the economy of `against` shrinks a week, members pay by exposure
    DIVERSIFY = 7  # members' dependence on gas falls a week
    EQUIP = 8  # formations of `for` regain strength and readiness a week
    MOBILITY = 9  # members' formations move faster
    EXERCISE = 10  # formations near `on` train: readiness up, neighbours alarmed
    SUBVERT = 11  # an unattributed act against `against`
    CUT_GAS = 12  # gas to `against` is cut
    RESTRAIN = 13  # forces are held back: readiness down, neighbours reassured
    COHESION = 14  # the body's cohesion changes
    STABILITY = 15  # the leadership's stability changes
    DEFEND = 16  # collective defence of `for`: members set contributions
    WAR = 17  # the leadership goes to war with `against`
    OPINION = 18  # opinion of the members on defence changes
    INTEGRATION = 19  # the forces of the body, and of the council that agreed with it, are merged further
    LEVY = 20  # the ranks of the leader's formations fill a week
    CEASE = 21  # while in force the body offers `against` a ceasefire; where offers meet, their war ends
    DEMAND = 22  # the offer asks `against` for terms (codes.Grant)
    CONCEDE = 23  # the offer grants terms to `against` (codes.Grant)
    RELIEVE = 24  # what prices at the members' have risen is eased a week
    FINANCE = 25  # the economy of `for` regains a week
    PROCURE = 26  # the members' land formations grow a week, beyond what they were built for
    DAUNT = 27  # while in force, who answers the leader is the more cautious
    HARDEN = 28  # the capacity to resist of `for`, or of the members, rises a week
    PLEDGE = 29  # members that spend less on defence than was pledged spend more a week
    ALERT = 30  # while in force, war with the body is feared the more
    NUCLEAR_STRIKE = 31  # nuclear weapons are used at `on`, as soon as forces move
    TASK_WEIGHT = 32  # while in force the core task that the measure serves is put first, at the cost of the others
    WORDS = 33  # the picture that the side of `against` has of our intentions moves with what is said of it
    FINDINGS = 34  # the body and the council that agreed tell each other a week what they know of the authors of acts
    CONDEMN = 35  # states outside vote on the conduct of the side of `against`
    COURT = 36  # goodwill of states outside towards the body rises a week
    SHELTER = 37  # while in force covert acts harm `for` less
    WITNESS = 38  # while in force who would attack `for` has less doubt that sanctions follow
    DRAIN = 39  # the side of `against` loses money at hand
    HEARTEN = 40  # the government of `for`, and the leadership of its nation, are held to the more


class Grant(IntEnum):
    """What a state grants another to end a war with it (rulebook 13: accepted terms), each with what stands before it."""

    NOTHING = 0
    NEUTRALITY = 1  # it joins no alliance
    RECOGNITION = 2  # and claims no more the land it lost


class Reading(IntEnum):
    """The closed vocabulary of readings of the state that objectives use (rulebook 13)."""

    SOIL_HELD = 0  # 1/1000 of members' land (by value) still under their control
    ESCALATION_PEAK = 1  # 1/1000 rung
    ATTACK_GAIN = 2  # the adversary's expected net gain from attacking the body's weakest member, points/100
    COHESION = 3  # 1/1000
    COMMITMENT = 4  # 1/1000, mean of cohesion and the patron's commitment
    WELFARE = 5  # 1/1000, mean of the economy and of what money buys, members weighted by people
    ADOPTION = 6  # 1/1000 of the body's drafts adopted at ambition 2 or more
    AUTONOMY = 7  # 1/1000, integration or own capability
    CALM = 8  # 1/1000, 1000 = no fighting, no incident
    GAINED_LAND = 9  # 1/1000 of the value of all land outside at the start, now held
    THREAT_CHANGE = 10  # 1/1000 of the threat felt at the start
    STABILITY = 11  # 1/1000
    DISCORD = 12  # mean price of consensus met by the other bodies, influence/10
    RESILIENCE = 13  # 1/1000, members weighted by people
    EXPOSED_GAIN = 15  # mean expected net gain from attacking the members it lays claim to, points/100
    DEPENDENCE = 14  # 1/1000 of gas bought from the adversary, members weighted by people
    SECURITY = 16  # 1/1000 of members' land still under their control; 0 while an attack on a member stands unanswered
    QUIET = 17  # 1/1000, 1000 = no fighting of late
    HOLD = 18  # 1/1000: land of the target held, and over the rest what the terms are worth that it granted
    FREE_HAND = 19  # 1/1000, 1000 = no terms granted to anybody
    KEPT = 20  # 1/1000 of the weeks that called for sanctions against the target, those in which they stood, by depth in a war
    MEANS = 21  # 1/1000, mean of the economy against its baseline and of what is left of the money the body had
    ECONOMY = 22  # 1/1000 of baseline economy, members weighted by people
    STATEHOOD = 23  # the same, by half where another holds the capital


class Act(IntEnum):
    """Acts that move intentions (rulebook 6)."""

    NONE = 0
    INVASION = 1
    OCCUPATION = 2
    EXERCISE = 3
    HYBRID = 4
    DEPLOYMENT = 5
    CUT_OFF = 6
    SANCTIONS = 7
    ACCIDENT = 8
    TRANSPARENCY = 9
    WITHDRAWAL = 10
    MOBILISATION = 11
    NUCLEAR_SIGNAL = 12
    NUCLEAR_USE = 13
    WORDS = 14


class IncidentKind(IntEnum):
    """What happened."""

    CYBER = 0
    SABOTAGE = 1
    ACCIDENT = 2
    ARMED_ATTACK = 3
    CONVOY = 4  # aid on its way to a state at war is struck


class Stance(IntEnum):
    """How a state answers threat (rulebook 7)."""

    BALANCE_INTERNALLY = 0
    BALANCE_EXTERNALLY = 1
    ALOOF = 2
    BUCK_PASS = 3
    BANDWAGON = 4


class Stand(IntEnum):
    """Where a state outside stands on the conduct of a side (rulebook 1: the three stances)."""

    SUPPORTS = 0
    ASIDE = 1
    CONDEMNS = 2


class Break(IntEnum):
    """What stopped the resolution (rulebook 2)."""

    NONE = 0
    ATTACK_ON_MEMBER = 1
    INVASION = 2
    CAPITAL_FALLS = 3
    NUCLEAR_USE = 4


class Ending(IntEnum):
    """Why a game is over."""

    NOT_YET = 0
    LAST_TURN = 1
    REGIME_FALLS = 2
    ALLIANCE_FRACTURES = 3
    STRATEGIC_EXCHANGE = 4


class Profile(IntEnum):
    """The leader's profile, secret: what weighs most (rulebook 8)."""

    CAUTIOUS = 0
    OPPORTUNIST = 1
    REVISIONIST = 2


class Note(IntEnum):
    """What a row of the record tells. Each has one narrator in engine/narrate."""

    INCOME = 0
    INCIDENT = 1
    ATTRIBUTED = 2
    TABLED = 3
    POSITION = 4
    VERDICT = 5
    MOVED = 6
    BATTLE = 7
    LOSSES = 8
    RETREAT = 9
    DESTROYED = 10
    CONTROL = 11
    BREAK = 12
    CONTRIBUTION = 13
    REQUEST_ANSWER = 14
    TRANSFER = 15
    STANCE = 16
    GOVERNMENT_FALLS = 17
    FRUSTRATED = 18
    TEXT_ENDS = 19
    ESCALATION = 20
    ENDING = 21
    SOUNDED = 22
    WAR = 23
    ACCESSION = 24
    CONSULTATION = 25
    CONCESSION = 26
    FRONT = 27
    CEASEFIRE = 28
    DEPARTED = 29
    OFFER_ANSWERED = 30
    NUCLEAR_USE = 31
    OUTSIDE = 32
    ASSEMBLY = 33
    SHIFT = 34
    RECALLED = 35
    DEPOTS = 36


class Cause(IntEnum):
    """Why an accepted order was not carried out; told only as far as the seat can know."""

    WAY_BLOCKED = 0
    NO_TRANSIT = 1
    NO_LIFT = 2
    LOSS_LIMIT = 3


class Die(IntEnum):
    """The questions put to the dice. Each is asked by one law only (a test holds this)."""

    LUCK_OF_BATTLE = 1
    PRIVATE_DISPOSITION = 2
    SOUNDING = 3
    SUBVERSION = 4
    ATTRIBUTION = 5
    ACCIDENT = 6
    PROFILE = 7
    OPINION_SHOCK = 8
    ASSUMED_LEADER = 11
    CADET = 12
    ELECTION = 13
    EXTRA_RUNG = 14
    RATIFICATION = 15
    CONVOY = 16
    ASTRAY = 17
    TEMPER = 18
    SECRET_BRIEF = 19


class Track(IntEnum):
    """How far a state is on its way into a body (North Atlantic Treaty Art. 10)."""

    NONE = 0
    APPLIED = 1  # talks
    INVITED = 2  # the protocol is signed, allies ratify
    JOINED = 3


MAX_BODIES = 8
MOST_DRAFTS = 10  # that any scenario lets a body table in a session

"""The words for the codes of the game: terms, kinds, postures, stances and the like, as a player reads them."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from wargame.catalogue import _
from wargame.model.codes import BodyKind, DecisionRule, Effect, Grant, MeasureKind, Reading, Stand, Task

WORDS: Final = {
    # terms of explained values
    "base": _("What the words are worth"),
    "threat": _("Threat"),
    "solidarity": _("Solidarity"),
    "domestic": _("Opinion at home"),
    "affinity": _("Affinity and disputes"),
    "exposure": _("Exposure in trade and energy"),
    "risk": _("Risk of escalation"),
    "tripwire": _("Soldiers under fire"),
    "severity": _("Severity of the incident"),
    "disposition": _("What it keeps to itself"),
    "lobbying": _("Lobbying"),
    "delegate": _("Its delegate's word"),
    "sovereignty": _("What merging or sharing takes"),
    "company": _("Company of others"),
    "aggression": _("Answer to aggression"),
    "consulted": _("Consultations held"),
    "stance": _("How it answers threat"),
    "daunted": _("Under a nuclear threat"),
    "aggregate": _("Aggregate power"),
    "proximity": _("Proximity"),
    "offensive": _("Offensive power"),
    "pledges": _("Fear for allies"),
    "strength": _("Strength"),
    "type": _("Type"),
    "readiness": _("Readiness"),
    "supply": _("Supply"),
    "ground": _("Ground, posture, room"),
    "air": _("Air"),
    "revision": _("Land it lays claim to"),
    "prevention": _("Threat that is still to come"),
    "losses": _("Losses and time"),
    "sanctions": _("Sanctions"),
    "alliance_war": _("War with the alliance"),
    "stability": _("Risk to the regime"),
    "committed": _("A second front"),
    "opinion": _("Opinion at home"),
    "burden": _("Burdens borne so far"),
    "home_defence": _("Defence at home"),
    "entrapment": _("Fear of being dragged in"),
    "protection": _("Protection"),
    "credibility": _("Credibility of allies"),
    "weakness": _("Weakness"),
    "regime": _("Likeness of regimes"),
    "trust": _("Trust in the alliance"),
    "public": _("Its people"),
    "tradition": _("Tradition of standing apart"),
    "lesson": _("Lesson of attacks on outsiders"),
    "bonds": _("Bonds"),
    "dispute": _("Disputes"),
    "patience": _("Patience"),
    "concession": _("Demands met"),
    "concept": _("Strategic concept"),
    "strategy": _("Strategy"),
    "forces": _("Agreed forces"),
    "basing": _("Basing"),
    # what AIs weigh
    "objectives": _("Objectives"),
    "relief": _("Less fear"),
    "pledge": _("The pledge kept"),
    "downfall": _("Loss of power"),
    "army": _("The army in being"),
    "escalation": _("Escalation"),
    "strain": _("Strain on the members"),
    "influence": _("Influence spent"),
    "discord": _("Discord"),
    "liking": _("Liking"),
    "mood": _("Mood"),
    "gain": _("Gain"),
    "cost": _("Cost"),
    "caution": _("Caution"),
    # ground and formations
    "plain": _("Plain"),
    "forest": _("Forest"),
    "marsh": _("Marsh"),
    "urban": _("Cities"),
    "mountain": _("Mountains"),
    "sea": _("Sea"),
    "armoured": _("Armoured"),
    "mechanised": _("Mechanised"),
    "infantry": _("Infantry"),
    "airborne": _("Airborne"),
    "artillery": _("Artillery"),
    "air_defence": _("Air defence"),
    "fleet": _("Fleet"),
    "submarine": _("Submarines"),
    "special": _("Special forces"),
    "cyber": _("Cyber"),
    "land": _("Land"),
    "hold": _("Hold"),
    "delay": _("Delay"),
    "reserve": _("Reserve"),
    "probe": _("Probe"),
    "assault": _("Assault"),
    # councils
    "objects": _("Objects"),
    "reserved": _("Reserves its position"),
    "silent": _("Silent"),
    "supports": _("Supports"),
    # acts and stances
    "none": _("None"),
    "invasion": _("Invasion"),
    "occupation": _("Occupation"),
    "exercise": _("Exercise at the border"),
    "hybrid": _("Hybrid act"),
    "deployment": _("Deployment next door"),
    "cut_off": _("Energy cut off"),
    "accident": _("Accident"),
    "transparency": _("Transparency"),
    "withdrawal": _("Withdrawal"),
    "mobilisation": _("Mobilisation"),
    "nuclear_signal": _("Nuclear signal"),
    "nuclear_use": _("Nuclear use"),
    "words": _("Firm words"),
    "balance_internally": _("Arms itself"),
    "balance_externally": _("Seeks allies"),
    "aloof": _("Stands aloof"),
    "buck_pass": _("Leaves it to others"),
    "bandwagon": _("Gives in to the stronger"),
    # the end
    "not_yet": _("Not over yet"),
    "last_turn": _("After the last turn"),
    "regime_falls": _("A regime falls"),
    "alliance_fractures": _("An alliance fractures"),
    "strategic_exchange": _("A strategic exchange"),
}
"""By the name of a code in small letters; a test holds that every code a screen shows is here."""


KINDS: Final = {
    BodyKind.COUNCIL: _("Council"),
    BodyKind.LEADERSHIP: _("Leadership"),
    BodyKind.NATION: _("Nation"),
}
"""What a body is."""

TASKS: Final = {
    Task.DEFENCE: _("Collective defence"),
    Task.CRISIS: _("Crisis management"),
    Task.COOPERATION: _("Cooperative security"),
}
"""The core tasks of an alliance."""

RULES: Final = {
    DecisionRule.SILENCE: _("Silence procedure"),
    DecisionRule.UNANIMITY: _("Unanimity"),
    DecisionRule.QUALIFIED: _("Qualified majority"),
    DecisionRule.LEADER: _("The leader decides"),
}
"""How a measure is decided."""

MEASURES: Final = {
    MeasureKind.PRESENCE: _("Presence"),
    MeasureKind.READINESS: _("Readiness"),
    MeasureKind.TRANSPARENCY: _("Transparency"),
    MeasureKind.ATTRIBUTION: _("Attribution"),
    MeasureKind.SANCTIONS: _("Sanctions"),
    MeasureKind.AID: _("Aid"),
    MeasureKind.MOBILITY: _("Mobility"),
    MeasureKind.ENERGY: _("Energy"),
    MeasureKind.EXERCISE: _("Exercise"),
    MeasureKind.HYBRID: _("Covert action"),
    MeasureKind.CUT_OFF: _("Cutting off gas"),
    MeasureKind.RESTRAINT: _("Restraint"),
    MeasureKind.COLLECTIVE_DEFENCE: _("Collective defence"),
    MeasureKind.WAR: _("War"),
    MeasureKind.CEASEFIRE: _("Ceasefire"),
    MeasureKind.FINANCE: _("Finance"),
    MeasureKind.INDUSTRY: _("Arms industry"),
    MeasureKind.SIGNAL: _("Nuclear signal"),
    MeasureKind.RESILIENCE: _("Resilience"),
    MeasureKind.BUDGET: _("Defence budgets"),
    MeasureKind.PARTNERSHIP: _("Partnership"),
    MeasureKind.OPERATION: _("Operation"),
    MeasureKind.INTEGRATION: _("Integration"),
    MeasureKind.POSTURE: _("Nuclear posture"),
    MeasureKind.NUCLEAR_USE: _("Nuclear use"),
    MeasureKind.NUCLEAR_ANSWER: _("Nuclear answer"),
    MeasureKind.CONCEPT: _("Strategic concept"),
    MeasureKind.RESOLUTION: _("Resolution of the General Assembly"),
    MeasureKind.MISSION: _("Operation abroad"),
    MeasureKind.BERLIN_PLUS: _("Operation with means of the other council"),
    MeasureKind.REVENUE: _("Revenue of the adversary"),
}
"""What a measure is."""

EFFECTS: Final = {
    Effect.PRESENCE: _("Builds up the standing formation on the spot"),
    Effect.READINESS: _("Raises readiness"),
    Effect.PLANS: _("Plans how the place is reinforced"),
    Effect.CHANNELS: _("Opens channels"),
    Effect.REASSURE: _("Reassures the other side"),
    Effect.PUBLISH: _("Names those behind covert acts"),
    Effect.SANCTION: _("Shrinks an economy"),
    Effect.DIVERSIFY: _("Lowers dependence on gas"),
    Effect.EQUIP: _("Restores strength and readiness of formations"),
    Effect.MOBILITY: _("Speeds up formations"),
    Effect.EXERCISE: _("Trains formations, and alarms neighbours"),
    Effect.SUBVERT: _("Harms without a sender"),
    Effect.CUT_GAS: _("Cuts off gas"),
    Effect.RESTRAIN: _("Holds forces back, and reassures neighbours"),
    Effect.COHESION: _("Changes cohesion"),
    Effect.STABILITY: _("Changes stability"),
    Effect.DEFEND: _("Calls for contributions to the defence"),
    Effect.WAR: _("Begins a war"),
    Effect.CEASE: _("Ends a war where the other side offers the same"),
    Effect.DEMAND: _("Asks the other side for terms, for less with each ambition"),
    Effect.CONCEDE: _("Grants the other side terms, more with each ambition"),
    Effect.OPINION: _("Changes opinion"),
    Effect.INTEGRATION: _("Merges forces further"),
    Effect.LEVY: _("Fills the ranks of own formations"),
    Effect.RELIEVE: _("Brings prices at home down"),
    Effect.FINANCE: _("Keeps an economy alive"),
    Effect.PROCURE: _("Builds up members' land forces, slowly and for good"),
    Effect.DAUNT: _("Makes those who answer more cautious"),
    Effect.HARDEN: _("Makes good what the capacity to resist lacks"),
    Effect.PLEDGE: _("Closes the gap of members' defence spending to two per cent, as far as each keeps its word"),
    Effect.ALERT: _("Makes war with the body feared the more"),
    Effect.NUCLEAR_STRIKE: _("Destroys forces at the place, and lays it waste"),
    Effect.TASK_WEIGHT: _("Puts its core task first: kept higher, and each of the others lower by half of that"),
    Effect.WORDS: _("Alarms the side that it answers; reassures it where below nought"),
    Effect.FINDINGS: _("Lets each of two councils learn what the other is surer of about the authors of covert acts"),
    Effect.CONDEMN: _(
        "Has the states outside vote on what the other side does: the stronger the words, the fewer agree"
    ),
    Effect.COURT: _("Wins goodwill of the states outside, of what each still lacks"),
    Effect.SHELTER: _("Shelters the state helped from the harm of covert acts"),
    Effect.WITNESS: _("Puts witnesses on the spot: who would attack the state helped expects sanctions the more"),
    Effect.DRAIN: _("Takes money that the other side has at hand"),
    Effect.HEARTEN: _("Makes good what support for the government of the state helped lacks"),
}
"""What a measure does."""

STANDS: Final = {
    Stand.CONDEMNS: _("condemning"),
    Stand.ASIDE: _("aside"),
    Stand.SUPPORTS: _("supporting"),
}
"""Where states outside stand on a side."""

VOTES: Final = {
    Stand.CONDEMNS: _("voted yes"),
    Stand.ASIDE: _("abstained"),
    Stand.SUPPORTS: _("voted no"),
}
"""How a state outside voted on the conduct of a side."""

GRANTS: Final = {
    Grant.NOTHING: _("No terms"),
    Grant.NEUTRALITY: _("Neutrality"),
    Grant.RECOGNITION: _("Neutrality, recognition"),
}
"""Terms of peace."""

READINGS: Final = {
    Reading.SOIL_HELD: _("The share of members' land, by its worth, that is still in their hands."),
    Reading.ESCALATION_PEAK: _("The highest rung of escalation reached so far."),
    Reading.ATTACK_GAIN: _("What an attack on the weakest member would be worth to the other side, in points."),
    Reading.COHESION: _("Cohesion."),
    Reading.COMMITMENT: _("The mean of cohesion and of the commitment of the largest member."),
    Reading.WELFARE: _("The mean of the economy and of what money buys against the start, weighed by people."),
    Reading.ECONOMY: _("The economies of the members against their start, weighed by people."),
    Reading.STATEHOOD: _(
        "The economies against their start, weighed by people; half of that while another holds the capital."
    ),
    Reading.ADOPTION: _(
        "The share of drafts adopted at ambition two or more, beside two that nobody has tabled: three of three make 60 %."
    ),
    Reading.AUTONOMY: _(
        "How far forces are merged, or strong beside those of allies outside: either makes up for the other."
    ),
    Reading.CALM: _("Calm: 100 % where nobody fights and nothing happens."),
    Reading.GAINED_LAND: _("The share of land outside, by its worth at the start, that is held now."),
    Reading.THREAT_CHANGE: _("Threat felt now against the start."),
    Reading.STABILITY: _("Stability."),
    Reading.DISCORD: _("The mean price of consensus that the other bodies met, in influence."),
    Reading.RESILIENCE: _("Resilience of the members, weighed by people."),
    Reading.EXPOSED_GAIN: _("What attacks on the members it claims would be worth on average, in points."),
    Reading.DEPENDENCE: _("Gas bought from the adversary, weighed by people."),
    Reading.SECURITY: _(
        "The share of members' land, by its worth, still in their hands; nought while an attack on one is unanswered."
    ),
    Reading.QUIET: _("Quiet: 100 % where nobody has fought of late."),
    Reading.HOLD: _(
        "The share of its land, by its worth, that is held, and what terms that it granted are worth over the rest."
    ),
    Reading.FREE_HAND: _("A free hand: 100 % where nobody has been granted terms."),
    Reading.MEANS: _("The economy against its start, and what is left of all the money that it ever had."),
    Reading.KEPT: _(
        "Of the weeks that called for sanctions, the share in which they stood; in a war of aggression by how far they go."
    ),
}
"""What an objective reads."""


def spoken(name: str) -> str:
    """The words for the name of a code, small or capital letters. Raises KeyError for a name that no screen shows."""
    return WORDS[name.lower()]


def word(code: IntEnum) -> str:
    """The words for a code."""
    return WORDS[code.name.lower()]

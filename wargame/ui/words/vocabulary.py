"""The words for the codes of the game: terms, kinds, postures, stances and the like, as a player reads them."""

from __future__ import annotations

from enum import IntEnum
from typing import Final

from wargame.ui.words.catalogue import _

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
    "company": _("Company of others"),
    "aggression": _("Answer to aggression"),
    "consulted": _("Consultations held"),
    "aggregate": _("Aggregate power"),
    "proximity": _("Proximity"),
    "offensive": _("Offensive power"),
    "pledges": _("Fear for allies"),
    "strength": _("Strength"),
    "type": _("Type"),
    "readiness": _("Readiness"),
    "supply": _("Supply"),
    "ground": _("Ground and posture"),
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
    "concept": _("Strategic concept"),
    "strategy": _("Strategy"),
    "forces": _("Agreed forces"),
    "basing": _("Basing"),
    # what AIs weigh
    "objectives": _("Objectives"),
    "relief": _("Less fear"),
    "pledge": _("The pledge kept"),
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
    "balance_internally": _("Balances by arming"),
    "balance_externally": _("Balances with allies"),
    "aloof": _("Stands aloof"),
    "buck_pass": _("Passes the buck"),
    "bandwagon": _("Bandwagons"),
    # the end
    "not_yet": _("Not over yet"),
    "last_turn": _("After the last turn"),
    "regime_falls": _("A regime falls"),
    "alliance_fractures": _("An alliance fractures"),
    "strategic_exchange": _("A strategic exchange"),
}
"""By the name of a code in small letters; a test holds that every code a screen shows is here."""


def spoken(name: str) -> str:
    """The words for the name of a code, small or capital letters. Raises KeyError for a name that no screen shows."""
    return WORDS[name.lower()]


def word(code: IntEnum) -> str:
    """The words for a code."""
    return WORDS[code.name.lower()]

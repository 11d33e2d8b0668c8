"""Threat felt, from its parts (rulebook 6): the one fold that every reading of threat goes through."""

from __future__ import annotations

from wargame.model.codes import ThreatTerm
from wargame.model.numbers import ThreatNumbers
from wargame.model.record import Terms
from wargame.model.state import Pair
from wargame.rules.law import law, stage
from wargame.rules.numeric import clamp, folded, quantise


@law("THREAT-5", "rulebook 6; Walt 1985, balance of threat")
def threat_terms(
    n: ThreatNumbers, aggregate: int, proximity: int, offensive: int, intentions: int, pledged: int, terms: Terms
) -> int:
    """Threat is power, nearness and offensive strength, as far as harm is believed to be meant, and what allies fear.

    All values are 1/1000. Fills the terms of ThreatTerm and returns their sum, at most 1000: where the parts
    would pass it, the later term is cut.
    """
    believed = n.in_force * intentions / 1000.0
    terms[ThreatTerm.AGGREGATE] = clamp(quantise(n.aggregate * aggregate * believed), 0, 1000)
    room = 1000 - terms[ThreatTerm.AGGREGATE]
    terms[ThreatTerm.PROXIMITY] = clamp(quantise(n.proximity * proximity * believed), 0, room)
    room -= terms[ThreatTerm.PROXIMITY]
    terms[ThreatTerm.OFFENSIVE] = clamp(quantise(n.offensive * offensive * believed), 0, room)
    room -= terms[ThreatTerm.OFFENSIVE]
    terms[ThreatTerm.PLEDGES] = clamp(pledged, 0, room)
    return folded(terms)


@stage
def felt_of(n: ThreatNumbers, pair: Pair, terms: Terms) -> int:
    """What one state feels of another, by the parts that its pair keeps."""
    return threat_terms(n, pair.aggregate, pair.proximity, pair.offensive, pair.intentions, pair.pledged, terms)

"""Collective defence: the clause is adopted by the council, then each state sets its own contribution (rulebook 4)."""

from __future__ import annotations

import numpy as np

from wargame.model.codes import Act, Capability, IncidentKind, Note, Terrain
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.record import Record, Terms
from wargame.model.state import State
from wargame.model.terms import TERM_LIMIT, Answer
from wargame.model.world import World
from wargame.rules.bodies import at_war, set_war
from wargame.rules.hybrid import GRAVEST, known_author
from wargame.rules.intentions import perceive
from wargame.rules.kinds import stays_national
from wargame.rules.law import law, stage
from wargame.rules.losses import known_to_witnesses
from wargame.rules.notes import EVERYONE, note, note_terms
from wargame.rules.numeric import clamp, folded, quantise
from wargame.rules.settlement import void_terms
from wargame.rules.support import as_term, bond, mood, risk_term, severity_term

AIR_AND_SEA, LAND_SHARE, LEVELS = 2, 3, 4  # of contribution; 0 none, 1 transit and logistics, 4 everything


@law("ARTICLE5-1", "North Atlantic Treaty Arts 5 and 6; rulebook 4: an incident of severity 3 or more in the area")
def may_be_tabled(n: CouncilNumbers, severity: int, answered: int, victim_is_member: int, in_area: int) -> bool:
    """Collective defence may be tabled after an unanswered incident of severity 3 or more against a member in the area."""
    return severity >= n.clause_severity and answered == 0 and victim_is_member == 1 and in_area == 1


@law("ARTICLE5-5", "North Atlantic Treaty Art. 6; Treaty on European Union Art. 42(7), `on its territory`")
def is_in_area(treaty_area: int, is_land: int, home_is_member: int) -> bool:
    """The area is the members' land that the treaty covers, and the sea; not the land of a state that a member helps."""
    return treaty_area == 1 and (is_land == 0 or home_is_member == 1)


@stage
def lies_in_area(world: World, state: State, body: int, place: int) -> bool:
    """A place lies in the area of a body's pledge; an act that has no place on the map is taken to be at home."""
    if place < 0:
        return True
    facts = world.regions[place]
    home_is_member = state.members[body, facts.home].joined if facts.home >= 0 else 0
    return is_in_area(facts.treaty_area, 0 if facts.terrain == Terrain.SEA else 1, home_is_member)


@law("ARTICLE5-2", "Art. 5, `such action as it deems necessary`; rulebook 4")
def contribution_level(n: CouncilNumbers, value: int) -> int:
    """Each state chooses its level, 0 to 4, from its own terms; a treaty obligation is where it starts."""
    reached = (value / 1000.0 + n.contribution_base) / n.contribution_step
    return clamp(int(reached) if reached > 0.0 else 0, 0, LEVELS)


@law("ARTICLE5-3", "the tripwire: rulebook 4 and the founding paper on Enhanced Forward Presence")
def tripwire_counts(n: CouncilNumbers, tripwire: int) -> float:
    """Own soldiers under fire beside the attacked state's turn an ally's hesitation into resolve."""
    return n.tripwire * tripwire / 1000.0


@stage
def contribution(world: World, state: State, body: int, member: int, victim: int, against: int, terms: Terms) -> int:
    """What speaks for and against contributing, 1/1000 point, by terms.Answer."""
    n = world.council_numbers[0]
    own = state.countries[member]
    seat = state.members[body, member]
    felt = state.pairs[member, against].threat
    link = world.links[member, victim]
    terms[:] = 0
    terms[Answer.SOLIDARITY] = as_term(n, bond(n, seat.commitment, link.tie) - n.dispute * link.dispute / 1000.0)
    terms[Answer.THREAT] = as_term(n, n.threat_slope * felt / 1000.0)
    terms[Answer.TRIPWIRE] = as_term(n, tripwire_counts(n, seat.tripwire))
    terms[Answer.OPINION] = as_term(n, n.domestic * mood(own.opinion, own.outlook))
    terms[Answer.ENTRAPMENT] = -as_term(n, -risk_term(n, state.clock[0].escalation, own.caution))
    terms[Answer.SEVERITY] = as_term(n, severity_term(n, gravest_act(world, state, body, victim, against)))
    return folded(terms)


@stage
def gravest_act(world: World, state: State, body: int, victim: int, against: int) -> int:
    """The severity of the gravest act against a member that a body knows to be a state's; of an armed attack where none is on record."""
    gravest = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive and act.settled == 0 and act.victim == victim and known_author(world, state, body, k) == against:
            gravest = max(gravest, act.severity)
    return gravest if gravest > 0 else GRAVEST


@stage
def is_unanswered(world: World, state: State, body: int) -> bool:
    """An armed attack on record, from outside and in the area, stands unanswered by a body whose member was struck."""
    for k in range(state.incidents.size):
        act = state.incidents[k]
        attack = act.alive == 1 and act.kind == IncidentKind.ARMED_ATTACK and act.settled == 0
        if not attack or (act.answered >> body) & 1:
            continue
        foreign = act.author >= 0 and not state.members[body, act.author].joined
        if foreign and state.members[body, act.victim].joined and lies_in_area(world, state, body, act.place):
            return True
    return False


@stage
def invoke(world: World, state: State, record: Record, body: int, victim: int, against: int) -> None:
    """The members answer an attack on one of them: incidents are answered, each gives at its level; from level 2 on it is war.

    An act whose author the body does not know is not answered by it: else the answer would tell who it was. No attack is left
    unanswered once all on record are answered: for one that found no room there was none to be tabled for.
    """
    day = state.clock[0].day
    n = world.council_numbers[0]
    terms = np.zeros(TERM_LIMIT, np.int64)
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive and act.victim == victim and known_author(world, state, body, k) == against:
            act.answered |= 1 << body
    if not is_unanswered(world, state, body):
        state.bodies[body].unanswered = 0
    for c in range(state.countries.size):
        if state.members[body, c].joined == 0:
            continue
        value = contribution(world, state, body, c, victim, against, terms)
        level = LEVELS if c == victim else contribution_level(n, value)
        seat = state.members[body, c]
        seat.asked += 1
        seat.made += 1 if level >= AIR_AND_SEA else 0
        row = note(record, Note.CONTRIBUTION, day, c, victim, NOBODY, level, value, EVERYONE)
        note_terms(record, row, terms)
        if level >= AIR_AND_SEA and at_war(state, against, victim):
            set_war(state, c, against)
            void_terms(world, state, c, against)
            state.countries[c].mobilised = 1
            perceive(world, state, c, Act.MOBILISATION, world.countries[against].capital)
        if c != victim:
            transfer_share(world, state, record, body, c, level)


@law("ARTICLE5-4", "rulebook 4 and 5: levels of contribution")
def is_given(n: CouncilNumbers, level: int, capability: int, rank: int) -> bool:
    """Level 2 gives air and sea, level 3 also every third land formation, level 4 everything."""
    if level >= LEVELS:
        return True
    if capability != Capability.LAND:
        return level >= AIR_AND_SEA
    return level >= LAND_SHARE and rank % quantise(n.land_part) == 0


@stage
def transfer_share(world: World, state: State, record: Record, body: int, country: int, level: int) -> None:
    """Formations pass by transfer of authority to the body's seat, as the level says."""
    rank = 0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive == 0 or unit.owner != country or stays_national(unit.kind):
            continue
        capability = int(world.kinds[unit.kind].capability)
        given = is_given(world.council_numbers[0], level, capability, rank)
        if capability == Capability.LAND:
            rank += 1
        if given and unit.command < 0:
            unit.command = body
            unit.release_day = NOBODY
            unit.ordered = 0
            known = known_to_witnesses(world, state, record, country, u)
            note(record, Note.TRANSFER, state.clock[0].day, u, body, unit.at, 1, 0, known)

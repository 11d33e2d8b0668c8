"""Hybrid acts (rulebook 1, 9, 12): incidents, who is suspected of them, and what it takes to name the author."""

from __future__ import annotations

from wargame.model.codes import Act, Die, IncidentKind, Kind, Note
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import StateNumbers
from wargame.model.record import Record
from wargame.model.state import Formation, Incident, Member, State, Suspicion
from wargame.model.world import World
from wargame.rules.chance import cast
from wargame.rules.intentions import perceive
from wargame.rules.law import law, stage
from wargame.rules.membership import is_own
from wargame.rules.missions import shelter_of, sheltered
from wargame.rules.notes import EVERYONE, note, note_more
from wargame.rules.numeric import FULL, clamp, quantise, rising

GRAVEST = Incident.columns["severity"].high  # severity of an armed attack
WORST_COVERT = GRAVEST - 1


@stage
def incident(
    world: World, state: State, record: Record, kind: IncidentKind, severity: int, victim: int, place: int, author: int
) -> int:
    """Birth of an incident (severity 1 to 5); its row, or -1 where there is no room (it is counted all the same).

    Armed attacks, accidents and strikes on convoys have a known author; of cyber attacks and sabotage others have a low suspicion.
    An armed attack on a member of a body that defends stands unanswered until collective defence is adopted for it; one in a war that
    the body has taken up is answered with the first.

    Note.INCIDENT: who = victim, whom = author or -1 while unknown, where = place, first = IncidentKind,
    second = severity, third = row of the incident (-1: no room).
    """
    day = state.clock[0].day
    answered = call_on_bodies(world, state, kind, victim, author)
    open_author = kind == IncidentKind.ARMED_ATTACK or kind == IncidentKind.ACCIDENT or kind == IncidentKind.CONVOY
    row = _free_row(state.incidents)
    if row >= 0:
        new = state.incidents[row]
        new.alive = 1
        new.day = day
        new.kind = kind
        new.severity = severity
        new.victim = victim
        new.place = place
        new.author = author
        new.published = 1 if open_author else 0
        new.answered = answered
        new.settled = 0
        _first_suspicions(world.state_numbers[0], state.members, state.suspicions, row, new)
    shown = author if open_author else NOBODY
    entry = note(record, Note.INCIDENT, day, victim, shown, place, kind, severity, EVERYONE)
    note_more(record, entry, row, 0)
    return row


@stage
def call_on_bodies(world: World, state: State, kind: int, victim: int, author: int) -> int:
    """The victim's bodies count an act; of an attack from outside they answer it in a war that they have taken up, or owe an answer.

    The bodies that answer it so, one bit each.
    """
    answered = 0
    for b in range(state.bodies.size):
        if state.members[b, victim].joined == 0:
            continue
        body = state.bodies[b]
        body.incidents += 1
        attack = kind == IncidentKind.ARMED_ATTACK and author >= 0 and state.members[b, author].joined == 0
        if attack and is_taken_up(state.incidents, b, author):
            answered |= 1 << b
        elif attack and world.bodies[b].defends:
            body.unanswered = 1
    return answered


@law("ARTICLE5-6", "rulebook 4; North Atlantic Treaty Art. 5: assistance until security is restored")
def takes_a_war_up(kind: int, answered: int, settled: int) -> bool:
    """A body that has answered a state's armed attack has answered what it does after it, until the war is settled."""
    return kind == IncidentKind.ARMED_ATTACK and answered == 1 and settled == 0


@stage
def is_taken_up(incidents: Table[Incident], body: int, author: int) -> bool:
    """A body has taken up a war against a state."""
    for k in range(incidents.size):
        act = incidents[k]
        if act.alive and act.author == author and takes_a_war_up(act.kind, act.answered >> body & 1, act.settled):
            return True
    return False


@stage
def _free_row(incidents: Table[Incident]) -> int:
    """A free row, or that of the oldest act that is no armed attack of a war that goes on; -1 where every row is one."""
    oldest = NOBODY
    for k in range(incidents.size):
        act = incidents[k]
        if not act.alive:
            return k
        kept = act.kind == IncidentKind.ARMED_ATTACK and act.settled == 0
        if not kept and (oldest < 0 or act.day < incidents[oldest].day):
            oldest = k
    return oldest


@stage
def _first_suspicions(
    n: StateNumbers, members: Table[Member], suspicions: Table[Suspicion], row: int, act: Incident
) -> None:
    """The author's own side knows; the others know what is open, and suspect a little otherwise."""
    for b in range(members.shape[0]):
        knows = act.published == 1 or (act.author >= 0 and members[b, act.author].joined == 1)
        suspicions[b, row].confidence = FULL if knows else quantise(n.first_suspicion)


@law("HYBRID-1", "rulebook 1 and 4: the gravity of a covert act")
def gravity(n: StateNumbers, ambition: int, covert: float, luck: float) -> int:
    """A covert act is as grave as ambition, the author's covert strength and luck (0..1) make it: severity 1 to 4."""
    raw = n.gravity_base + n.gravity_ambition * ambition + n.gravity_means * rising(covert, n.covert_half)
    return clamp(quantise(raw + n.gravity_luck * luck), 1, WORST_COVERT)


@law("HYBRID-2", "North Atlantic Treaty Art. 3; rulebook 1, capacity to resist")
def harm(n: StateNumbers, share: float, severity: int, resilience: int) -> int:
    """A covert act harms by its severity, less what a resilient society takes (1/1000)."""
    return quantise(share * severity * (1.0 - n.resisted * resilience / 1000.0))


@law("HYBRID-3", "rulebook 12: attribution takes time, means and luck")
def learned(n: StateNumbers, cyber: float, luck: float, is_victim: int) -> int:
    """Each week investigators grow surer of the author, faster with cyber means and when the victim is their own."""
    means = n.attribution_base + (1.0 - n.attribution_base) * rising(cyber, n.cyber_half)
    access = 1.0 if is_victim else n.attribution_abroad
    return quantise(n.attribution_pace * means * access * (0.5 + luck))


@law("HYBRID-4", "rulebook 12: attribution informs one side")
def is_attributed(n: StateNumbers, confidence: int) -> bool:
    """From a confidence of 800 on a body knows who did it."""
    return confidence >= n.attributed


@stage
def known_author(world: World, state: State, body: int, k: int) -> int:
    """Who was behind an act on record, as far as a body knows: publicly named, or attributed by itself; -1 for nobody known."""
    act = state.incidents[k]
    sure = act.published == 1 or is_attributed(world.state_numbers[0], state.suspicions[body, k].confidence)
    return int(act.author) if sure else NOBODY


@stage
def subvert(world: World, state: State, record: Record, author: int, target: int, measure: int, ambition: int) -> int:
    """A covert act against a state: an incident of unknown author that harms opinion, government and resilience.

    Its luck is that of its measure, its author, its target (whose capital is the place), and of which of the day it is
    among like acts. The row of the incident, or -1 where there was no room.
    """
    n = world.state_numbers[0]
    clock = state.clock[0]
    covert = 0.0
    for u in range(state.formations.size):
        unit = state.formations[u]
        if unit.alive and unit.owner == author and world.kinds[unit.kind].covert > 0.0:
            covert += unit.strength * unit.readiness * 1e-6
    act = (measure * state.countries.size + author) * state.countries.size + target
    before = _like_it_today(state.incidents, clock.day, author, target)
    luck = cast(clock.seed, clock.day, Die.SUBVERSION, act, 2 * before)
    severity = gravity(n, ambition, covert, luck)
    kind = IncidentKind.CYBER
    if cast(clock.seed, clock.day, Die.SUBVERSION, act, 2 * before + 1) >= n.cyber_share:
        kind = IncidentKind.SABOTAGE
    return suffer(world, state, record, kind, severity, target, author)


@stage
def _like_it_today(incidents: Table[Incident], day: int, author: int, target: int) -> int:
    """How many covert acts of an author against a state are on record for a day."""
    many = 0
    for k in range(incidents.size):
        act = incidents[k]
        covert = act.kind == IncidentKind.CYBER or act.kind == IncidentKind.SABOTAGE
        if act.alive and covert and act.day == day and act.author == author and act.victim == target:
            many += 1
    return many


@stage
def suffer(
    world: World, state: State, record: Record, kind: IncidentKind, severity: int, target: int, author: int
) -> int:
    """A covert act hits a state: it harms opinion, government, resilience and commitments. The row of the incident, or -1."""
    do_harm(world, state, target, severity)
    return incident(world, state, record, kind, severity, target, world.countries[target].capital, author)


@stage
def do_harm(world: World, state: State, target: int, severity: int) -> None:
    """What a covert act does at home: to opinion, government, capacity to resist, and commitment to the councils."""
    n, hit = world.state_numbers[0], state.countries[target]
    resilience, shelter = hit.resilience, shelter_of(world, state, target)
    hit.opinion = clamp(hit.opinion - sheltered(harm(n, n.harm_opinion, severity, resilience), shelter), 0, FULL)
    lost = sheltered(harm(n, n.harm_government, severity, resilience), shelter)
    hit.government = clamp(hit.government - lost, 0, FULL)
    lost = sheltered(harm(n, n.harm_resilience, severity, resilience), shelter)
    hit.resilience = clamp(hit.resilience - lost, 0, FULL)
    lost = sheltered(harm(n, n.harm_commitment, severity, resilience), shelter)
    for b in range(state.bodies.size):
        member = state.members[b, target]
        if member.joined:
            member.commitment = clamp(member.commitment - lost, 0, FULL)


@stage
def investigate(world: World, state: State, record: Record) -> None:
    """Let every body learn more of the authors of acts not yet publicly named (weekly). What had no author is never attributed.

    Note.ATTRIBUTED: who = victim, whom = author, where = place, first = row of the incident, second = severity,
    third = 0 (known to one body) or 1 (published).
    """
    n = world.state_numbers[0]
    clock = state.clock[0]
    if not _has_open_acts(state.incidents):
        return
    for b in range(state.bodies.size):
        cyber = _cyber_means(state.formations, state.members, b)
        for k in range(state.incidents.size):
            act = state.incidents[k]
            known = state.suspicions[b, k]
            if act.alive and act.author >= 0 and not act.published and not is_attributed(n, known.confidence):
                luck = cast(clock.seed, clock.day, Die.ATTRIBUTION, k, b)
                gained = learned(n, cyber, luck, state.members[b, act.victim].joined)
                known.confidence = clamp(known.confidence + gained, 0, FULL)
                if is_attributed(n, known.confidence):
                    seat = 1 << b
                    note(record, Note.ATTRIBUTED, clock.day, act.victim, act.author, act.place, k, act.severity, seat)


@stage
def _has_open_acts(incidents: Table[Incident]) -> bool:
    for k in range(incidents.size):
        if incidents[k].alive and incidents[k].author >= 0 and not incidents[k].published:
            return True
    return False


@stage
def _cyber_means(formations: Table[Formation], members: Table[Member], body: int) -> float:
    total = 0.0
    for u in range(formations.size):
        unit = formations[u]
        if unit.alive and unit.kind == Kind.CYBER and is_own(members, unit, body):
            total += unit.strength * unit.readiness * 1e-6
    return total


@stage
def publish(world: World, state: State, record: Record, body: int, against: int) -> int:
    """A body names the author of the acts it has attributed to `against`; how many acts were named.

    Everyone then knows, and everyone's belief about the author moves. Note.ATTRIBUTED with third = 1, known to all.
    """
    n = world.state_numbers[0]
    day = state.clock[0].day
    named = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        sure = is_attributed(n, state.suspicions[body, k].confidence)
        if sure and act.alive and not act.published and act.author == against:
            act.published = 1
            named += 1
            for b in range(state.bodies.size):
                known = state.suspicions[b, k]
                known.confidence = max(known.confidence, quantise(n.attributed))
            perceive(world, state, against, Act.HYBRID, act.place)
            row = note(record, Note.ATTRIBUTED, day, act.victim, act.author, act.place, k, act.severity, EVERYONE)
            note_more(record, row, 1, body)
    return named

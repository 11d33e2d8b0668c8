"""Which law of legality a draft breaks (law of the house 8). The laws: legality.py."""

from __future__ import annotations

from wargame.model.codes import Effect, MeasureKind
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft
from wargame.model.state import State
from wargame.model.world import MeasureFacts, World
from wargame.rules.article5 import lies_in_area, may_be_tabled
from wargame.rules.assembly import conduct_of
from wargame.rules.bodies import at_war, planned_formation, standing_formation
from wargame.rules.ceasefire import can_grant, has_terms, is_fought
from wargame.rules.duplication import price_in_money
from wargame.rules.hybrid import known_author
from wargame.rules.law import law_of, stage
from wargame.rules.legality import (
    answers_a_threat,
    answers_an_outsider,
    can_be_meant,
    fits_the_session,
    goes_where_it_is_needed,
    has_a_host,
    has_a_quarrel,
    has_acts_to_name,
    has_an_incident,
    has_conduct_to_judge,
    has_sense_in_war,
    is_addressed,
    is_agreed_once,
    is_aimed_at_an_enemy,
    is_for_a_member,
    is_funded,
    is_not_in_force,
    is_not_whole,
    is_offered_to_an_enemy,
    is_sent_where_it_is_wanted,
    lies_on_its_soil,
    may_be_used,
    means_are_free,
    measure_is_open,
    names_what_it_needs,
)
from wargame.rules.membership import is_fighting
from wargame.rules.missions import (
    consents,
    fights_at_home,
    is_defended,
    is_outside,
    is_sent_out,
    lender_is_free,
    quarrels,
    stands_with,
)
from wargame.rules.nuclear import is_aimed, user_on_side_of, weapons_of
from wargame.rules.scouting import open_to
from wargame.rules.texts import concept_in_force, has_effect, like_text, may_be_prolonged, size_of

# the numbers by which a refusal names the laws
WHOLE = law_of(is_not_whole).number
UNOPENED = law_of(measure_is_open).number
UNADDRESSED = law_of(names_what_it_needs).number
NOT_ITS_OWN = law_of(is_addressed).number
AGAINST_A_MEMBER = law_of(answers_an_outsider).number
NO_INCIDENT = law_of(has_an_incident).number
NO_EMERGENCY = law_of(fits_the_session).number
IN_FORCE = law_of(is_not_in_force).number
NO_HOST = law_of(has_a_host).number
NO_SENSE = law_of(has_sense_in_war).number
NO_ENEMY = law_of(is_offered_to_an_enemy).number
NO_NEED = law_of(goes_where_it_is_needed).number
NOT_MEANT = law_of(can_be_meant).number
AGREED = law_of(is_agreed_once).number
NOBODY_TO_NAME = law_of(has_acts_to_name).number
UNPROVOKED = law_of(answers_a_threat).number
NOT_USABLE = law_of(may_be_used).number
MISAIMED = law_of(is_aimed_at_an_enemy).number
UNFUNDED = law_of(is_funded).number
NOT_FREE = law_of(means_are_free).number
NOT_WANTED = law_of(is_sent_where_it_is_wanted).number
NO_CONDUCT = law_of(has_conduct_to_judge).number
FOR_MEMBERS = law_of(is_for_a_member).number
NO_QUARREL = law_of(has_a_quarrel).number
NOT_ITS_SOIL = law_of(lies_on_its_soil).number


@stage
def incident_fits(world: World, state: State, draft: Draft) -> int:
    """1 where the draft names an act that its body may answer, against the member it helps, by whom it answers, as the body knows."""
    if draft.incident < 0 or draft.incident >= state.incidents.size or draft.helps < 0:
        return 0
    act = state.incidents[draft.incident]
    if act.alive == 0 or act.settled == 1 or act.victim != draft.helps:
        return 0
    if draft.against < 0 or known_author(world, state, draft.body, draft.incident) != draft.against:
        return 0
    member = state.members[draft.body, act.victim].joined
    inside = 1 if lies_in_area(world, state, draft.body, act.place) else 0
    n = world.council_numbers[0]
    return 1 if may_be_tabled(n, act.severity, (act.answered >> draft.body) & 1, member, inside) else 0


@stage
def goes_beyond_what_is_in_force(world: World, state: State, draft: Draft, ambition: int) -> bool:
    """No text in force says already what a draft read at an ambition proposes, or that text may be prolonged now (LEGAL-7)."""
    t = like_text(world, state.texts, draft)
    if t == NOBODY:
        return True
    text = state.texts[t]
    return is_not_in_force(text.ambition, ambition, 1 if may_be_prolonged(world, state, text) else 0)


@stage
def asks_in_vain(world: World, draft: Draft) -> bool:
    """A draft asks for terms of a side that cannot grant them."""
    if draft.against < 0 or size_of(world, draft.measure, draft.ambition, Effect.DEMAND) == 0:
        return False
    side = world.countries[draft.against].body
    return side < 0 or not can_grant(world, side)


@stage
def needs_host(world: World, measure: int) -> int:
    """1 where a measure builds up presence."""
    return 1 if has_effect(world, measure, Effect.PRESENCE) else 0


@stage
def broken_draft_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first LEGAL law a draft breaks, 0 for none."""
    broken = broken_address_law(world, state, draft)
    if broken == 0:
        broken = broken_need_law(world, state, draft)
    if broken == 0:
        broken = broken_nuclear_law(world, state, draft)
    if broken == 0:
        broken = broken_mission_law(world, state, draft)
    if broken == 0 and not _has_conduct_to_judge(world, state, draft):
        broken = NO_CONDUCT
    funds = state.bodies[draft.body].funds
    if broken == 0 and not is_funded(funds, price_in_money(world, state, draft.measure, draft.ambition)):
        broken = UNFUNDED
    return broken


@stage
def broken_address_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first law of whose a measure is, whom it names and when it may be put, that a draft breaks; 0 for none."""
    measure, clock = world.measures[draft.measure], state.clock[0]
    if not measure_is_open(clock.day, measure.first_day):
        return UNOPENED
    if not _is_addressed_fully(measure, draft):
        return UNADDRESSED
    if not is_addressed(draft.body, measure.body):
        return NOT_ITS_OWN
    helped = 1 if draft.against >= 0 and draft.against == draft.helps else 0
    if draft.against >= 0 and not answers_an_outsider(state.members[draft.body, draft.against].joined, helped):
        return AGAINST_A_MEMBER
    if not has_an_incident(measure.kind, incident_fits(world, state, draft)):
        return NO_INCIDENT
    if not fits_the_session(clock.phase, measure.emergency):
        return NO_EMERGENCY
    return 0


@stage
def broken_need_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first law of what there is to do or to end, that a draft breaks; 0 for none."""
    if not goes_beyond_what_is_in_force(world, state, draft, draft.ambition):
        return IN_FORCE
    if not _finds_a_host(world, state, draft):
        return NO_HOST
    if not _lies_on_its_soil(world, state, draft):
        return NOT_ITS_SOIL
    if not _has_sense_today(world, state, draft):
        return NO_SENSE
    if not _finds_an_enemy(world, state, draft):
        return NO_ENEMY
    if not _finds_need(world, state, draft):
        return NO_NEED
    if not _names_an_author(world, state, draft):
        return NOBODY_TO_NAME
    if not _is_first(world, state, draft):
        return AGREED
    merges = 1 if has_effect(world, draft.measure, Effect.INTEGRATION) else 0
    return 0 if is_not_whole(merges, state.bodies[draft.body].integration) else WHOLE


@stage
def broken_nuclear_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first law of nuclear threats, postures and use that a draft breaks, 0 for none."""
    if not _is_meant(world, draft):
        return NOT_MEANT
    if not _answers_a_threat(world, state, draft):
        return UNPROVOKED
    if not _may_be_used(world, state, draft):
        return NOT_USABLE
    if not _is_aimed_draft(world, state, draft):
        return MISAIMED
    return 0


@stage
def broken_mission_law(world: World, state: State, draft: Draft) -> int:
    """Number of the first law of operations abroad, and of help like theirs, that a draft breaks, 0 for none."""
    facts = world.measures[draft.measure]
    sends = 1 if is_sent_out(facts.kind) else 0
    shelters = 1 if sends == 0 and has_effect(world, draft.measure, Effect.SHELTER) else 0
    if draft.helps < 0:
        return 0
    if not is_for_a_member(shelters, state.members[draft.body, draft.helps].joined):
        return FOR_MEMBERS
    if not (sends == 1 or has_effect(world, draft.measure, Effect.HEARTEN)):
        return 0
    outside, fights = is_outside(state, draft.body, facts.second, draft.helps), fights_at_home(state, draft.helps)
    on_its_side = stands_with(world, state, draft.helps, draft.against)
    agrees = consents(world, state, draft.body, facts.second, draft.helps)
    if not is_sent_where_it_is_wanted(sends, outside, fights, on_its_side, agrees):
        return NOT_WANTED
    if not has_a_quarrel(sends, is_defended(world, state, draft.helps), quarrels(world, state, draft.helps)):
        return NO_QUARREL
    return 0 if means_are_free(lender_is_free(world, state, draft)) else NOT_FREE


@stage
def _has_conduct_to_judge(world: World, state: State, draft: Draft) -> bool:
    if not has_effect(world, draft.measure, Effect.CONDEMN):
        return True
    side = world.countries[draft.against].body
    leads = 1 if side >= 0 and world.bodies[side].leader == draft.against else 0
    return has_conduct_to_judge(1, leads, conduct_of(world, state, draft.against))


@stage
def _is_addressed_fully(measure: MeasureFacts, draft: Draft) -> bool:
    needs_against, needs_helps, needs_on = measure.needs_against, measure.needs_helps, measure.needs_on
    return names_what_it_needs(needs_against, needs_helps, needs_on, draft.against, draft.helps, draft.on)


@stage
def _finds_a_host(world: World, state: State, draft: Draft) -> bool:
    if needs_host(world, draft.measure) == 0:
        return True
    home = max(world.regions[draft.on].home, 0)
    formation = standing_formation(world, state, draft.body, draft.on)
    if formation == NOBODY:
        formation = planned_formation(world, state, draft.body, draft.on)
    return has_a_host(1, state.members[draft.body, home].joined, formation)


@stage
def _lies_on_its_soil(world: World, state: State, draft: Draft) -> bool:
    trains = has_effect(world, draft.measure, Effect.PLANS) or has_effect(world, draft.measure, Effect.EXERCISE)
    if draft.on < 0 or not trains:
        return True
    return lies_on_its_soil(1, 1 if open_to(world, state, draft.body, draft.on) else 0)


@stage
def _has_sense_today(world: World, state: State, draft: Draft) -> bool:
    leader = world.bodies[draft.body].leader
    war = 1 if at_war(state, leader, draft.against) else 0
    fights = 1 if leader >= 0 and is_fighting(state.pairs, leader) else 0
    return has_sense_in_war(world.measures[draft.measure].kind, war, fights)


@stage
def _finds_an_enemy(world: World, state: State, draft: Draft) -> bool:
    fought = 1 if is_fought(world, state, draft.body, draft.against) else 0
    terms = 1 if has_terms(world, draft.measure) else 0
    in_vain = 1 if asks_in_vain(world, draft) else 0
    return is_offered_to_an_enemy(world.measures[draft.measure].kind, fought, draft.ambition, terms, in_vain)


@stage
def _finds_need(world: World, state: State, draft: Draft) -> bool:
    if draft.helps < 0:
        return True
    finances = 1 if has_effect(world, draft.measure, Effect.FINANCE) else 0
    member = state.members[draft.body, draft.helps].joined
    return goes_where_it_is_needed(finances, member, state.countries[draft.helps].economy)


@stage
def _is_meant(world: World, draft: Draft) -> bool:
    leader = world.bodies[draft.body].leader
    threatens = 1 if has_effect(world, draft.measure, Effect.DAUNT) else 0
    return leader < 0 or can_be_meant(threatens, world.countries[leader].warheads)


@stage
def _names_an_author(world: World, state: State, draft: Draft) -> bool:
    if not has_effect(world, draft.measure, Effect.PUBLISH):
        return True
    return has_acts_to_name(1, unnamed_acts(world, state, draft.body, draft.against))


@stage
def _answers_a_threat(world: World, state: State, draft: Draft) -> bool:
    if not has_effect(world, draft.measure, Effect.ALERT) or draft.against < 0:
        return True
    threatened = user_on_side_of(state, draft.against) != NOBODY or is_fought(world, state, draft.body, draft.against)
    for t in range(state.texts.size):
        text = state.texts[t]
        theirs = text.alive == 1 and state.members[text.body, draft.against].joined == 1
        if theirs and has_effect(world, text.measure, Effect.DAUNT):
            threatened = True
    return answers_a_threat(1, 1 if threatened else 0)


@stage
def _may_be_used(world: World, state: State, draft: Draft) -> bool:
    if not has_effect(world, draft.measure, Effect.NUCLEAR_STRIKE):
        return True
    warned = user_on_side_of(state, draft.against) != NOBODY
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive and text.body == draft.body:
            signals = has_effect(world, text.measure, Effect.DAUNT) or has_effect(world, text.measure, Effect.ALERT)
            warned = warned or signals
    armed = 1 if weapons_of(world, draft.body) != NOBODY else 0
    allowed, line = world.course[0].nuclear_use, world.state_numbers[0].use_line
    return may_be_used(1, allowed, armed, 1 if warned else 0, state.clock[0].escalation, line)


@stage
def _is_aimed_draft(world: World, state: State, draft: Draft) -> bool:
    if not has_effect(world, draft.measure, Effect.NUCLEAR_STRIKE):
        return True
    return is_aimed(world, state, draft.body, draft.against, draft.on)


@stage
def _is_first(world: World, state: State, draft: Draft) -> bool:
    concept = 1 if world.measures[draft.measure].kind == MeasureKind.CONCEPT else 0
    return is_agreed_once(concept, 1 if concept_in_force(world, state, draft.body) != NOBODY else 0)


@stage
def unnamed_acts(world: World, state: State, body: int, against: int) -> int:
    """How many acts a body could name the author of, and nobody has named yet."""
    unnamed = 0
    for k in range(state.incidents.size):
        act = state.incidents[k]
        if act.alive == 1 and act.published == 0 and known_author(world, state, body, k) == against:
            unnamed += 1
    return unnamed


@stage
def draft_is_legal(world: World, state: State, draft: Draft) -> bool:
    """No law of legality is broken by a draft."""
    return broken_draft_law(world, state, draft) == 0

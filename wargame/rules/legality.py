"""What is legal: the laws that engine/judge names when an order breaks them (law of the house 8)."""

from __future__ import annotations

from wargame.model.codes import BodyKind, Effect, MeasureKind, Phase
from wargame.model.columns import NOBODY
from wargame.model.plan import Draft, UnitOrders
from wargame.model.record import Terms
from wargame.model.state import Formation, State
from wargame.model.world import BodyFacts, MeasureFacts, World
from wargame.rules.article5 import lies_in_area, may_be_tabled
from wargame.rules.bodies import at_war, country_of, planned_formation, standing_formation, welcome
from wargame.rules.ceasefire import can_grant, has_terms, is_fought
from wargame.rules.hybrid import known_author
from wargame.rules.law import law, stage
from wargame.rules.membership import is_fighting
from wargame.rules.numeric import FULL
from wargame.rules.routes import edge_between
from wargame.rules.texts import has_effect, like_text, may_be_prolonged, size_of


@law("LEGAL-1", "rulebook 10")
def measure_is_open(day: int, first_day: int) -> bool:
    """A measure may be tabled from its first day on."""
    return day >= first_day


@law("LEGAL-2", "rulebook 3: a measure names against, for and on")
def names_what_it_needs(needs_against: int, needs_helps: int, needs_on: int, against: int, helps: int, on: int) -> bool:
    """A draft names whom it answers, whom it helps and where, as its measure asks."""
    return (needs_against == 0 or against >= 0) and (needs_helps == 0 or helps >= 0) and (needs_on == 0 or on >= 0)


@law("LEGAL-3", "rulebook 3")
def is_addressed(body: int, body_of_measure: int) -> bool:
    """A body tables its own measures."""
    return body == body_of_measure


@law("LEGAL-4", "rulebook 3")
def answers_an_outsider(against_is_member: int, against_is_helped: int) -> bool:
    """A draft does not answer a member of the body that tables it, nor the state that it helps."""
    return against_is_member == 0 and against_is_helped == 0


@law("LEGAL-5", "North Atlantic Treaty Art. 5; Art. 42(7) TEU; rulebook 4")
def has_an_incident(kind: int, incident_ok: int) -> bool:
    """Collective defence is tabled only on an incident, against the state that the body knows to be behind it."""
    return kind != MeasureKind.COLLECTIVE_DEFENCE or incident_ok == 1


@law("LEGAL-6", "rulebook 2: emergency sessions")
def fits_the_session(phase: int, emergency: int) -> bool:
    """In an emergency session only emergency measures are tabled."""
    return phase != Phase.EMERGENCY or emergency == 1


@law("LEGAL-7", "rulebook 10; rulebook 1: sanctions and their roll-over")
def is_not_in_force(in_force_ambition: int, ambition: int, may_be_prolonged: int) -> bool:
    """A text in force is tabled again at a higher ambition, or at the same in its last weeks if it works by being in force."""
    return ambition > in_force_ambition or (ambition == in_force_ambition and may_be_prolonged == 1)


@law("LEGAL-8", "rulebook 10: presence needs a formation and a host of the body")
def has_a_host(needs_host: int, host_is_member: int, host_formation: int) -> bool:
    """Presence is raised on a member's soil, where the body has a standing formation or has planned one."""
    return needs_host == 0 or (host_is_member == 1 and host_formation != NOBODY)


@law("LEGAL-9", "rulebook 8 and 9")
def has_sense_in_war(kind: int, at_war: int, fights: int) -> bool:
    """War is decided once, an exercise tells nothing to a state that one fights already, and who fights at all holds nothing back."""
    told = at_war == 0 or (kind != MeasureKind.WAR and kind != MeasureKind.EXERCISE)
    return told and (fights == 0 or kind != MeasureKind.RESTRAINT)


@law("LEGAL-23", "rulebook 2 and 5")
def is_offered_to_an_enemy(kind: int, fought: int, ambition: int, has_terms: int, in_vain: int) -> bool:
    """A ceasefire is offered to a state that one for which the body speaks is at war with; without terms it has one ambition.

    Terms are not asked in vain of a side that has no way to grant any.

    `in_vain` is 1 where they are.
    """
    if kind != MeasureKind.CEASEFIRE:
        return True
    return fought == 1 and (ambition == 1 or has_terms == 1) and in_vain == 0


@law("LEGAL-24", "rulebook 10: finance; Art. 212 TFEU, assistance to third countries")
def goes_where_it_is_needed(finances: int, helped_is_member: int, economy: int) -> bool:
    """Money that keeps an economy alive goes to a state outside whose economy is below its baseline (1/1000)."""
    return finances == 0 or (helped_is_member == 0 and economy < FULL)


@law("LEGAL-25", "rulebook 9: nuclear signals; Treaty on the Non-Proliferation of Nuclear Weapons, Art. II")
def can_be_meant(threatens: int, warheads: int) -> bool:
    """A nuclear threat is made by a state that has nuclear weapons."""
    return threatens == 0 or warheads > 0


@law("LEGAL-10", "rulebook 2: common money is counted once")
def is_funded(funds: int, cost: int, ambition: int) -> bool:
    """A side commits no money that it does not have: a council of common funding, a leadership of its budget's margin."""
    return funds >= cost * ambition


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
    measure = world.measures[draft.measure]
    clock = state.clock[0]
    if not measure_is_open(clock.day, measure.first_day):
        return 1
    if not _is_addressed_fully(measure, draft):
        return 2
    if not is_addressed(draft.body, measure.body):
        return 3
    helped = 1 if draft.against >= 0 and draft.against == draft.helps else 0
    if draft.against >= 0 and not answers_an_outsider(state.members[draft.body, draft.against].joined, helped):
        return 4
    if not has_an_incident(measure.kind, incident_fits(world, state, draft)):
        return 5
    if not fits_the_session(clock.phase, measure.emergency):
        return 6
    if not follows_a_break(draft.redraft, state.habits[draft.measure].broken_day, clock.day):
        return 22
    if not goes_beyond_what_is_in_force(world, state, draft, draft.ambition):
        return 7
    if not _finds_a_host(world, state, draft):
        return 8
    if not _has_sense_today(world, state, draft):
        return 9
    if not _finds_an_enemy(world, state, draft):
        return 23
    if not _finds_need(world, state, draft):
        return 24
    if not _is_meant(world, draft):
        return 25
    if not is_funded(state.bodies[draft.body].funds, measure.funds, draft.ambition):
        return 10
    return 0


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
def draft_is_legal(world: World, state: State, draft: Draft) -> bool:
    """No law of legality is broken by a draft."""
    return broken_draft_law(world, state, draft) == 0


@law("LEGAL-11", "rulebook 5: a formation has exactly one command")
def is_commanded(formation_command: int, formation_owner_is_leadership_member: int, seat: int) -> bool:
    """A seat orders the formations under its command, and a leadership those of its leader."""
    return formation_command == seat or (formation_command < 0 and formation_owner_is_leadership_member == 1)


@stage
def commands(unit: Formation, side: BodyFacts, body: int) -> bool:
    """The seat of a body may give a formation orders: it is under its command, or stands for its body."""
    leads = side.kind != BodyKind.COUNCIL and unit.owner >= 0 and unit.owner == side.leader
    standing = unit.body == body and unit.owner < 0
    return unit.alive == 1 and (standing or is_commanded(unit.command, 1 if leads else 0, body))


@law("LEGAL-12", "rulebook 2: an order is a path")
def is_a_way(joined: int, been_there: int) -> bool:
    """Each region of a path borders the one before, and a path comes to none twice."""
    return joined == 1 and been_there == 0


@law("LEGAL-13", "rulebook 11; Art. 2(4) of the UN Charter as the game plays it: no walking into war")
def may_enter(welcome_there: int, at_war_with_holder: int) -> bool:
    """A path leads over land that is held by friends, open sea, or the land of a state one is at war with."""
    return welcome_there == 1 or at_war_with_holder == 1


@law("LEGAL-14", "rulebook 5: transfer of authority")
def may_be_released(command: int, seat: int, standing: int, under_order: int) -> bool:
    """A seat gives back what was transferred to it, and leaves to the defence plan what of its own is under an order.

    A standing formation has no nation to go back to.
    """
    return standing == 0 and (command == seat or under_order == 1)


@law("LEGAL-15", "rulebook 3")
def is_a_member(joined: int) -> bool:
    """A body sounds out, lobbies and asks its own members."""
    return joined == 1


@law("LEGAL-16", "rulebook 3")
def can_be_paid(influence: int, cost: int) -> bool:
    """Influence that the bank does not hold is not spent."""
    return influence >= cost


@law("LEGAL-17", "rulebook 5: forces are requested for allied soil")
def is_allied_soil(holder_is_member: int) -> bool:
    """Forces are asked for a place held by a member."""
    return holder_is_member == 1


@law("LEGAL-18", "rulebook 2: each phase has its orders")
def fits_the_phase(phase: int, wanted: int, also: int) -> bool:
    """Drafts, soundings and requests belong to the caucus, paths to the orders; an emergency session takes drafts."""
    return phase in (wanted, also)


@law("LEGAL-19", "rulebook 11")
def is_mobile(alive: int, kind_pace: float) -> bool:
    """Only what exists and can march is sent on its way."""
    return alive == 1 and kind_pace > 0.0


@law("LEGAL-20", "rulebook 2: sessions")
def has_time(given: int, most: int) -> bool:
    """A session has time for so many drafts of a seat, and for so many of its requests."""
    return given < most


@law("LEGAL-26", "rulebook 2: a formation's order is a path with a posture")
def has_one_order(given: int) -> bool:
    """A formation carries out one order: it marches or is released; who wants another takes the first back."""
    return given == 0


@law("LEGAL-21", "rulebook 3: at most 1.5 a member and draft")
def is_within_reach(points: int, most: int) -> bool:
    """Lobbying buys no more of a member for one draft than it can."""
    return points <= most


@law("LEGAL-22", "rulebook 2: breaks are announced, the sponsor may redraft lower")
def follows_a_break(redraft: int, broken_day: int, day: int) -> bool:
    """A redraft at no further cost follows a text of the same measure that was blocked or outvoted in this session."""
    return redraft == 0 or broken_day == day


@stage
def judge_unit_orders(world: World, state: State, body: int, orders: UnitOrders) -> None:
    """Judge marches and releases, each alone: numbers of the LEGAL laws it breaks, and how many there are."""
    for k in range(orders.formation.size):
        formation, broken = orders.formation[k], orders.broken[k]
        if orders.release[k] == 1:
            orders.found[k] = broken_release_laws(world, state, body, formation, broken)
        else:
            orders.found[k] = broken_march_laws(world, state, body, formation, orders.legs[k], orders.length[k], broken)


@stage
def broken_release_laws(world: World, state: State, body: int, formation: int, broken: Terms) -> int:
    """Numbers of the LEGAL laws that a release breaks, into `broken`; how many there are."""
    found = 0
    if not fits_the_phase(state.clock[0].phase, Phase.ORDERS, Phase.ORDERS):
        broken[found] = 18
        found += 1
    unit = state.formations[formation]
    has_order = unit.ordered == 1 or state.legs[formation, 0].to >= 0
    under_order = 1 if has_order and commands(unit, world.bodies[body], body) else 0
    if not may_be_released(unit.command, body, 1 if unit.owner < 0 else 0, under_order):
        broken[found] = 14
        found += 1
    return found


@stage
def broken_march_laws(
    world: World, state: State, body: int, formation: int, legs: Terms, count: int, broken: Terms
) -> int:
    """Numbers of the LEGAL laws that a march of `count` legs breaks, into `broken`; how many there are."""
    found = 0
    if not fits_the_phase(state.clock[0].phase, Phase.ORDERS, Phase.ORDERS):
        broken[found] = 18
        found += 1
    unit = state.formations[formation]
    if not commands(unit, world.bodies[body], body):
        broken[found] = 11
        return found + 1
    if not is_mobile(unit.alive, world.kinds[unit.kind].pace):
        broken[found] = 19
        found += 1
    way = broken_path_law(world, state, formation, country_of(state, formation), legs, count)
    if way != 0:
        broken[found] = way
        found += 1
    return found


@stage
def broken_path_law(world: World, state: State, formation: int, country: int, legs: Terms, count: int) -> int:
    """Number of the LEGAL law a path breaks (12 or 13), 0 for none."""
    here = state.formations[formation].at
    for k in range(count):
        joined = 1 if edge_between(world, here, legs[k]) >= 0 else 0
        been_there = 1 if legs[k] == state.formations[formation].at else 0
        for before in range(k):
            been_there = max(been_there, 1 if legs[before] == legs[k] else 0)
        if not is_a_way(joined, been_there):
            return 12
        here = legs[k]
        friendly = 1 if welcome(world, state, country, here) else 0
        enemy = 1 if at_war(state, country, state.regions[here].controller) else 0
        if not may_enter(friendly, enemy):
            return 13
    return 0

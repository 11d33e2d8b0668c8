"""What is legal: the laws that a refusal names (law of the house 8). Who judges by them: legal_drafts.py, legal_marches.py."""

from __future__ import annotations

from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import NOBODY
from wargame.rules.law import law
from wargame.rules.numeric import FULL


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


@law("LEGAL-28", "rulebook 9: a host may remove nuclear use beyond signalling; escalation by rungs")
def may_be_used(strikes: int, allowed: int, warheads: int, warned: int, escalation: int, line: float) -> bool:
    """Nuclear weapons are used, where the host allows it, by a side that has them and has warned of it, and on the upper rungs only.

    `escalation` and `line` 1/1000 rung; `warned` is 1 too where the side answered has used them.
    """
    return strikes == 0 or (allowed == 1 and warheads > 0 and warned == 1 and escalation >= line)


@law("LEGAL-29", "rulebook 9: limited use")
def is_aimed_at_an_enemy(strikes: int, is_enemy: int, enemy_is_there: int) -> bool:
    """Nuclear weapons are used against an enemy, where it holds land or its land lies."""
    return strikes == 0 or (is_enemy == 1 and enemy_is_there == 1)


@law("LEGAL-30", "NATO, Deterrence and Defence Posture Review, 20 May 2012; rulebook 1: the NPG moves nuclear posture")
def answers_a_threat(alerts: int, threatened: int) -> bool:
    """An alliance moves its nuclear posture in answer only: to a nuclear threat in force, to nuclear use, or to war on a member."""
    return alerts == 0 or threatened == 1


@law("LEGAL-10", "rulebook 2: common money is counted once")
def is_funded(funds: int, cost: int) -> bool:
    """A side commits no money that it does not have: a council of common funding, a leadership of its budget's margin."""
    return funds >= cost


@law("LEGAL-27", "rulebook 1: integration 0 to 5")
def is_not_whole(merges: int, integration: int) -> bool:
    """Forces that are wholly merged are merged no further (1/1000)."""
    return merges == 0 or integration < FULL


@law("LEGAL-31", "rulebook 1: the concept of its date; Strategic Concepts of 1991, 1999, 2010 and 2022, one at a time")
def is_agreed_once(is_concept: int, one_in_force: int) -> bool:
    """A strategic concept is agreed once: while one stands no other is tabled, nor the same in firmer words."""
    return is_concept == 0 or one_in_force == 0


@law(
    "LEGAL-32",
    "NATO-EU Declaration on ESDP, 16 December 2002: where the Alliance as a whole is not engaged; rulebook 1",
)
def means_are_free(lender_is_free: int) -> bool:
    """Means of another council are asked for where it is not engaged: no member, operation or formation of its own there."""
    return lender_is_free == 1


@law("LEGAL-33", "Treaty on European Union, Art. 42(1): missions outside the Union; consent of the host")
def is_sent_where_it_is_wanted(sends: int, outside: int, fights: int, stands_with_it: int, consents: int) -> bool:
    """Operations, and what heartens a government, go to a state outside.

    An operation goes to one at peace, not on the side answered, and with its consent.
    """
    return outside == 1 and (sends == 0 or (fights == 0 and stands_with_it == 0 and consents == 1))


@law("LEGAL-34", "Charter of the United Nations, Arts. 11(2) and 14; rulebook 1: condemnation of what was done")
def has_conduct_to_judge(asks: int, leads: int, has_done: int) -> bool:
    """The General Assembly is asked about the conduct of a side, named by the state that leads it.

    That side has attacked, or holds the land of others, or has used nuclear weapons.
    """
    return asks == 0 or (leads == 1 and has_done == 1)


@law("LEGAL-35", "Cyber Defence Pledge, Warsaw, 8 July 2016: help for an ally; rulebook 1")
def is_for_a_member(shelters: int, joined: int) -> bool:
    """What shelters a state from covert acts, and is no operation, is for a member."""
    return shelters == 0 or joined == 1


@law(
    "LEGAL-37", "Treaty on European Union, Art. 43(1): conflict prevention, peace-keeping, stabilisation after conflict"
)
def has_a_quarrel(sends: int, is_defended: int, has_one: int) -> bool:
    """An operation goes where there is something to keep apart: to a state that no alliance defends, and that has a quarrel.

    Part of its land is held by another, or a dispute with another runs deep.
    """
    return sends == 0 or (is_defended == 0 and has_one == 1)


@law("LEGAL-38", "Readiness Action Plan, Wales, 5 September 2014; rulebook 5: on allied soil")
def lies_on_its_soil(prepares: int, is_of_the_side: int) -> bool:
    """Plans and exercises of readiness name land that is the side's own: a member's, or one's that depends on it."""
    return prepares == 0 or is_of_the_side == 1


@law("LEGAL-11", "rulebook 5: a formation has exactly one command")
def is_commanded(formation_command: int, formation_owner_is_leadership_member: int, seat: int) -> bool:
    """A seat orders the formations under its command, and a leadership those of its leader."""
    return formation_command == seat or (formation_command < 0 and formation_owner_is_leadership_member == 1)


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


@law("LEGAL-36", "rulebook 1: soundings before consensus; North Atlantic Treaty Art. 4, consultations")
def has_more_to_say(sounded: int, turn: int) -> bool:
    """A member is sounded out once a turn: who was heard this turn, alone or in consultations, has said all it keeps to itself.

    `sounded` is the turn in which the body last heard it, -1 for none.
    """
    return sounded != turn


@law("LEGAL-26", "rulebook 12: attribution informs one side, publishing it is a measure")
def has_acts_to_name(publishes: int, unnamed: int) -> bool:
    """Who is behind acts is made public where the body knows the author of at least one that nobody has named yet."""
    return publishes == 0 or unnamed > 0


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


@law("LEGAL-22", "rulebook 2: a formation's order is a path with a posture")
def has_one_order(given: int) -> bool:
    """A formation carries out one order: it marches or is released; who wants another takes the first back."""
    return given == 0


@law("LEGAL-21", "rulebook 3: at most 1.5 a member and draft")
def is_within_reach(points: int, most: int) -> bool:
    """Lobbying buys no more of a member for one draft than it can."""
    return points <= most

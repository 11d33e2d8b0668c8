"""What was done before day 0 and is remembered: attacks that began a war, the way of states into an alliance."""

from __future__ import annotations

from wargame.model.calendar import WEEK
from wargame.model.codes import Act, IncidentKind, Track
from wargame.model.columns import column_of
from wargame.model.names import Names
from wargame.model.record import empty_record
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.model.world import World
from wargame.rules.hybrid import GRAVEST, incident
from wargame.rules.intentions import act_size, perceive
from wargame.rules.law import plain
from wargame.rules.outside import hear
from wargame.rules.outside_week import thinks_later

TRACKS = {"applied": Track.APPLIED, "invited": Track.INVITED}


def remember_attacks(scenario: Scenario, names: Names, world: World, state: State) -> None:
    """Attacks are on record as those of the game are; of a war that goes on all have seen the invasion.

    What the attack of a settled war has left in states' beliefs is in their priors, by the scenario's `history`; states
    outside, which have no priors, remember it as one of the game.
    """
    unread = empty_record()
    for attack in scenario.attacks:
        author, victim = names.countries.row(attack.author), names.countries.row(attack.victim)
        place = names.places.row(attack.on)
        row = plain(incident)(world, state, unread, IncidentKind.ARMED_ATTACK, GRAVEST, victim, place, author)
        state.incidents[row].day = (attack.day - scenario.start).days
        state.incidents[row].settled = int(attack.ended is not None)
        if attack.ended is None:
            plain(perceive)(world, state, author, Act.INVASION, place)
        else:
            heard_outside(world, state, author, (scenario.start - attack.ended).days // WEEK)
    column_of(state.bodies, "incidents")[:] = 0  # the count is of the game


def heard_outside(world: World, state: State, author: int, weeks: int) -> None:
    """States outside have seen an attack whose war ended some weeks ago, and forget since (OUTSIDE-11)."""
    body, size = int(world.countries[author].body), plain(act_size)(world.threat_numbers[0], Act.INVASION)
    plain(hear)(world, state, body, Act.INVASION, size)
    for o in range(world.outsiders.size if body >= 0 else 0):
        regard = state.regards[o, body]
        for _week in range(weeks):
            regard.ill = plain(thinks_later)(world.state_numbers[0], int(regard.ill), 0)


def put_on_their_way(scenario: Scenario, names: Names, state: State) -> None:
    """Applicants and those invited stand where they stand; who holds them up waits from day 0 on."""
    for name, way in scenario.accessions.items():
        applicant = names.countries.row(name)
        state.countries[applicant].track = TRACKS[way.stage]
        state.countries[applicant].track_day = 0
        for ally in way.ratified:
            state.pairs[names.countries.row(ally), applicant].ratified = 1

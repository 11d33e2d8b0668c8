"""Objectives that could never be scored otherwise: a reading without the subject that it reads, or with one that it does not."""

from collections.abc import Iterator
from typing import Final

from wargame.catalogue import _
from wargame.model.codes import BodyKind, Reading
from wargame.model.findings import Finding, Location
from wargame.model.scenario import Objective, Scenario

OF_A_TARGET: Final = frozenset({Reading.HOLD, Reading.KEPT})
"""Readings that are of one state, which must be named."""

OF_OTHERS: Final = frozenset({Reading.GAINED_LAND, *OF_A_TARGET})
"""Readings of states outside the body: of a member there is nothing to be read."""

OF_THE_SIDE: Final = frozenset(
    {
        Reading.ESCALATION_PEAK,
        Reading.COHESION,
        Reading.COMMITMENT,
        Reading.ADOPTION,
        Reading.AUTONOMY,
        Reading.CALM,
        Reading.QUIET,
        Reading.THREAT_CHANGE,
        Reading.STABILITY,
        Reading.DISCORD,
        Reading.EXPOSED_GAIN,
        Reading.FREE_HAND,
    }
)
"""Readings of the whole body or of the world, which no target narrows."""


def check_readings(scenario: Scenario) -> Iterator[Finding]:
    """Objectives whose reading has no subject, or names one in vain."""
    for name, objective in scenario.objectives.items():
        if objective.body in scenario.bodies:
            here = ("objectives", name)
            yield from _check_target(scenario, here, objective)
            yield from _check_subject(scenario, (*here, "reading"), objective)


def _check_target(scenario: Scenario, here: Location, objective: Objective) -> Iterator[Finding]:
    reading, target = objective.reading, objective.target
    named = reading.name.lower()
    if target is None and reading in OF_A_TARGET:
        yield (*here, "reading"), _("{reading} is read of one state: name it as target").format(reading=named)
    if target in scenario.countries and reading in OF_THE_SIDE:
        yield (*here, "target"), _("{reading} is not read of one state: leave the target out").format(reading=named)
    if target in scenario.bodies[objective.body].members and reading in OF_OTHERS:
        says = _("{country} is a member of {body}: {reading} is read of a state outside")
        yield (*here, "target"), says.format(country=target, body=objective.body, reading=named)


def _check_subject(scenario: Scenario, here: Location, objective: Objective) -> Iterator[Finding]:
    others = [body for name, body in scenario.bodies.items() if name != objective.body]
    if objective.reading == Reading.ATTACK_GAIN and not any(side.kind == BodyKind.LEADERSHIP for side in others):
        yield here, _("no leadership is here that could attack")
    if objective.reading == Reading.DISCORD and not any(side.kind == BodyKind.COUNCIL for side in others):
        yield here, _("no other body is a council whose members could disagree")
    if objective.reading == Reading.EXPOSED_GAIN and not _is_claimed(scenario, objective.body):
        yield here, _("no leadership lays claim to the land of a member of {body}").format(body=objective.body)


def _is_claimed(scenario: Scenario, body: str) -> bool:
    """Whether the leader of a leadership lays claim to the land of a member."""
    leaders = {side.leader for side in scenario.bodies.values() if side.kind == BodyKind.LEADERSHIP}
    members = scenario.bodies[body].members
    return any(
        not leaders.isdisjoint(claim.observer) and not set(members).isdisjoint(claim.other) and claim.weight > 0
        for claim in scenario.links.claims
    )

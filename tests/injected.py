"""Games with injects: what tests of session, reports and screens share."""

from __future__ import annotations

from wargame.model.injects import Inject, InjectEffect, When
from wargame.model.scenario import Scenario
from wargame.model.shifts import Shift

PUBLIC = "A ferry loses power off Gotland"
PRIVATE = "A defector brings papers"
LATER = "Harvests fail in the south"
DECK = {
    "ferry": Inject(
        title=PUBLIC,
        text="Two hundred passengers are taken off by helicopters of three navies.",
        when=When(turn=1),
        effects=(
            InjectEffect(effect=Shift.CHANNELS, size=5),
            InjectEffect(effect=Shift.OPINION, of="EST", size=-2),
        ),
        source="An agency",
    ),
    "papers": Inject(
        title=PRIVATE,
        text="They name a street in Riga.",
        to="nato",
        when=When(turn=1),
        effects=(InjectEffect(effect=Shift.INFLUENCE, of="nato", size=1),),
        invented=True,
    ),
    "harvest": Inject(title=LATER, text="Bread is dearer.", when=When(turn=2), invented=True),
    "held": Inject(title="Held for the facilitator", text="Nobody knows of it.", invented=True),
}


def injected(scenario: Scenario) -> Scenario:
    """A scenario with a deck."""
    return scenario.model_copy(update={"injects": DECK})

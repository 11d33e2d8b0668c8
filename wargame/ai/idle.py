"""A seat that decides nothing: the measure of what decisions are worth."""

from __future__ import annotations

from wargame.ai.policy import Choice, Decision
from wargame.model.orders import SoundOut
from wargame.model.view import View

NOTHING = Choice("nothing", {})


class Idle:
    """Sounds out nobody, tables nothing, orders nothing; what states do by themselves they still do."""

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        """Nobody."""
        return ()

    def caucus(self, view: View) -> Decision:
        """Nothing."""
        return Decision((), NOTHING, NOTHING)

    def command(self, view: View) -> Decision:
        """Nothing."""
        return Decision((), NOTHING, NOTHING)

    def emergency(self, view: View) -> Decision:
        """Nothing."""
        return Decision((), NOTHING, NOTHING)

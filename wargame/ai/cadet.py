"""Cadet: one plan by rule of thumb, with noise."""

from __future__ import annotations

from wargame.ai.campaigning import assault, beside, done, enemies
from wargame.ai.options import Option, legal_together, options
from wargame.ai.peace import offer_of_ceasefire, with_offer
from wargame.ai.policy import Choice, Decision
from wargame.ai.urgent import collective_defence, decision_for_war, motive_choice
from wargame.model.codes import BodyKind, Die
from wargame.model.orders import Order, SoundOut
from wargame.model.view import View
from wargame.rules.chance import cast
from wargame.rules.law import plain
from wargame.rules.texts import habit_share

NOISE = 3000.0  # 1/1000 point
RESTRAINT = 900  # 1/1000 point: what a leadership's cadet thinks doing nothing is worth


class Cadet:
    """Takes what sounds best to its members, give or take a mood. `seed` is the cadet's own, not the game's."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        """A cadet sounds nobody out."""
        return ()

    def caucus(self, view: View) -> Decision:
        """The draft that looks most welcome, if any does."""
        war = decision_for_war(view)
        if war is not None:
            target = view.state.bodies[view.body].target
            return Decision((war,), motive_choice(view, target), Choice("no war", {"gain": 0}))
        clause = collective_defence(view)[:1]
        offer = None if clause else offer_of_ceasefire(view)
        urgent: list[Order] = [*clause, *([offer] if offer else [])]
        found = self._ranked(view, options(view, (1, 2)))
        if urgent:
            found = [pair for pair in found if legal_together(view, [*urgent, pair[1].order])]
        nothing = (Choice("nothing", {"liking": 0}), None)
        best = found[0] if found and found[0][0].value > 0 else nothing
        other = next((choice for choice, _ in found if choice.label != best[0].label), nothing[0])
        orders = [*urgent, best[1].order] if best[1] is not None else urgent
        return with_offer(Decision(tuple(orders), best[0], other), offer)

    def command(self, view: View) -> Decision:
        """At war, an offensive against the first enemy; in peace, hold."""
        foes = enemies(view)
        hold = Choice("hold", {"liking": 0})
        if not foes or view.world.bodies[view.body].kind != BodyKind.LEADERSHIP:
            return Decision(tuple(done(view)), hold, hold)
        attack = Choice(f"offensive against {view.names.countries.ids[foes[0]]}", {"liking": 1})
        return Decision(tuple(beside(assault(view, foes[0]), done(view))), attack, hold)

    def emergency(self, view: View) -> Decision:
        """Collective defence for an attacked member, always."""
        drafts = collective_defence(view)
        nothing = Choice("nothing", {"liking": 0})
        if not drafts:
            return Decision((), nothing, nothing)
        return Decision((drafts[0],), Choice(f"{drafts[0].measure} for {drafts[0].helps}", {"liking": 1}), nothing)

    def _ranked(self, view: View, found: list[Option]) -> list[tuple[Choice, Option]]:
        judged = []
        leads = view.world.bodies[view.body].kind != BodyKind.COUNCIL
        for k, option in enumerate(found):
            mood = plain(cast)(self._seed, view.state.clock[0].day, Die.CADET, view.body, k) - 0.5
            liking = -RESTRAINT if leads else round(option.support * _freshness(view, option))
            judged.append((Choice(option.label(), {"liking": liking, "mood": round(NOISE * mood)}), option))
        return sorted(judged, key=lambda pair: (-pair[0].value, pair[0].label))


def _freshness(view: View, option: Option) -> float:
    """What is left of a measure that was used lately (MEASURE-1): a draft that is liked is not tabled for ever."""
    habit = view.state.habits[view.names.measures.row(option.order.measure)]
    n = view.world.council_numbers[0]
    since = view.state.clock[0].turn - habit.last_turn
    return plain(habit_share)(n.habit, n.habit_turns, since) if option.support > 0 else 1.0

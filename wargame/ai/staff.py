"""Staff: a dozen plans, each played through many futures of what the seat knows, no noise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wargame.ai.campaigning import (
    assault,
    beside,
    done,
    enemies,
    exposed_region,
    press,
    reinforce,
    stand,
)
from wargame.ai.comparison import Candidate, Compared, Comparison
from wargame.ai.conceding import concessions
from wargame.ai.options import Option, buying, legal_together, options
from wargame.ai.peace import NOTHING, offer_of_ceasefire, with_offer
from wargame.ai.policy import Choice, Decision
from wargame.ai.urgent import collective_defence, decision_for_war, motive_choice
from wargame.engine.spending import influence_spent
from wargame.model.codes import BodyKind
from wargame.model.orders import MeetDemand, Order, RequestForces, SoundOut
from wargame.model.view import View

PLANS = 12
FUTURES = 8
SOUNDINGS = 2
REQUEST_COST = 10  # 1/10 influence that a request for forces is reckoned to cost
NOTHING_ELSE = Choice("nothing else to do", {})


class Staff:
    """Compares plans by their futures. `seed` is the staff's own, not the game's."""

    def __init__(self, seed: int, plans: int = PLANS, futures: int = FUTURES) -> None:
        self._seed, self._plans, self._futures = seed, plans, futures

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        """The members nearest to objecting to the most welcome draft."""
        if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
            return ()
        wanted = [o for o in options(view, (2,)) if o.price > 0 and o.affordable]
        if not wanted:
            return ()
        best = max(wanted, key=lambda o: (o.support, o.label()))
        doubtful = list(buying(view, best).bids)[:SOUNDINGS]
        return tuple(SoundOut(member=name) for name in doubtful)

    def caucus(self, view: View) -> Decision:
        """Compare doing nothing, single drafts, pairs of the best, and requests for forces."""
        war = decision_for_war(view)
        if war is not None:
            target = view.state.bodies[view.body].target
            return Decision((war,), motive_choice(view, target), Choice("no war", {"gain": 0}))
        clause = collective_defence(view)[:1]
        offer = None if clause else offer_of_ceasefire(view)
        urgent: list[Order] = [*clause, *([offer] if offer else [])]
        due = influence_spent(view, urgent)
        singles = self._shortlist(view)
        plans = [Candidate(NOTHING, urgent, due)]
        for option in singles:
            plans.append(Candidate(option.label(), [*urgent, buying(view, option)], due + option.cost + option.price))
        comparison = self._comparison(view)
        comparison.enter(plan for plan in plans if legal_together(view, plan.orders))
        leading = comparison.leading()
        better = [option for option in singles if any(option.label() == plan.label for plan in leading)]
        further = [*self._pairs(view, urgent, better), *self._requests(view, leading[0])]
        comparison.enter(plan for plan in further if legal_together(view, plan.orders))
        judged = comparison.finish()
        decided = with_offer(_decided(judged), offer)
        return _with_demands(decided, concessions(view, judged[0].spent, judged[0].orders))

    def command(self, view: View) -> Decision:
        """Compare holding, reinforcing the most exposed region, and offensives against each enemy."""
        war = self._offensive(view)
        if war is not None:
            return war
        plans = [Candidate("hold", stand(view), 0)]
        if plans[0].orders:
            plans.append(Candidate("carry on", [], 0))
        goal = exposed_region(view)
        if goal >= 0 and view.world.bodies[view.body].kind == BodyKind.COUNCIL:
            plans.append(Candidate(f"reinforce {view.names.places.ids[goal]}", reinforce(view, goal), 0))
        plans += [plan for plan in self._attacks(view) if plan.orders]
        released = done(view)
        return self._choose(view, [replace(plan, orders=beside(plan.orders, released)) for plan in plans])

    def _attacks(self, view: View) -> Iterator[Candidate]:
        """What could be done against each enemy: an offensive for the prize, or local attacks."""
        for foe in enemies(view):
            name = view.names.countries.ids[foe]
            yield Candidate(f"offensive against {name}", assault(view, foe), 0)
            yield Candidate(f"local attacks on {name}", press(view, foe), 0)

    def _offensive(self, view: View) -> Decision | None:
        """A leadership at war whose motive still stands attacks: the enemy against whom gain less cost is highest."""
        if view.world.bodies[view.body].kind != BodyKind.LEADERSHIP:
            return None
        motives = view.state.motives
        net = {foe: int(motives[view.body, foe].gain - motives[view.body, foe].cost) for foe in enemies(view)}
        wanted = sorted((foe for foe in net if net[foe] > 0), key=lambda foe: (-net[foe], foe))
        for foe in wanted:
            orders = assault(view, foe)
            if orders:
                choice = motive_choice(view, foe)
                label = f"offensive against {view.names.countries.ids[foe]}"
                terms = {name: size for name, size in choice.terms.items() if name != "caution"}
                return Decision(tuple(beside(orders, done(view))), Choice(label, terms), Choice("hold", {"gain": 0}))
        return None

    def emergency(self, view: View) -> Decision:
        """Collective defence against doing nothing, then orders anew."""
        drafts = collective_defence(view)
        plans = [Candidate("nothing", [], 0)]
        plans += [Candidate(f"{draft.measure} for {draft.helps}", [draft], 0) for draft in drafts[:2]]
        return self._choose(view, plans)

    def _shortlist(self, view: View) -> list[Option]:
        """The most promising option of each measure, then further ones, as many as may be compared."""
        bank = view.state.bodies[view.body].influence
        council = view.world.bodies[view.body].kind == BodyKind.COUNCIL
        found = [o for o in options(view, (1, 2, 3)) if not council or (o.affordable and o.cost + o.price <= bank)]
        found.sort(key=lambda o: (-o.support, o.label()))
        first: list[Option] = []
        rest: list[Option] = []
        for option in found:
            seen = any(option.order.measure == other.order.measure for other in first)
            (rest if seen else first).append(option)
        return [*first, *_spread(rest)][: self._plans - 1]

    def _pairs(self, view: View, urgent: Sequence[Order], better: list[Option]) -> list[Candidate]:
        bank, due = view.state.bodies[view.body].influence, influence_spent(view, urgent)
        found = []
        for i, one in enumerate(better):
            for other in better[i + 1 :]:
                spent = due + one.cost + one.price + other.cost * 5 // 4 + other.price
                council = view.world.bodies[view.body].kind == BodyKind.COUNCIL
                if one.order.measure == other.order.measure or (council and spent > bank):
                    continue
                label = f"{one.label()} and {other.label()}"
                found.append(Candidate(label, [*urgent, buying(view, one), buying(view, other)], spent))
        return found[:3]

    def _requests(self, view: View, best: Candidate) -> list[Candidate]:
        """The best plan with a request for forces; a council that has not pledged to defend its members asks for none."""
        goal = exposed_region(view)
        if not view.world.bodies[view.body].defends or goal < 0:
            return []
        request = RequestForces(capability="land", place=view.names.places.ids[goal], weeks=12)
        return [
            Candidate(
                f"{best.label} and forces for {request.place}", [*best.orders, request], best.spent + REQUEST_COST
            )
        ]

    def _comparison(self, view: View) -> Comparison:
        return Comparison(view, self._futures, 1 + self._seed % 100_000)

    def _choose(self, view: View, plans: list[Candidate]) -> Decision:
        """The best of some plans; one without an alternative is taken unseen."""
        if len(plans) == 1:
            return Decision(tuple(plans[0].orders), Choice(plans[0].label, {}), NOTHING_ELSE)
        comparison = self._comparison(view)
        comparison.enter(plans)
        return _decided(comparison.finish())


def _decided(judged: list[Compared]) -> Decision:
    """The first, with the second as the best alternative."""
    alternative = judged[1].choice if len(judged) > 1 else NOTHING_ELSE
    return Decision(tuple(judged[0].orders), judged[0].choice, alternative)


def _with_demands(decision: Decision, demands: Sequence[MeetDemand]) -> Decision:
    """The decision with demands that are met beside it, from what it leaves: its label tells of them, its terms are as they were."""
    met = (f"the demand of {order.member} for {order.applicant}" for order in demands)
    label = " and ".join([decision.choice.label, *met])
    return replace(decision, orders=(*decision.orders, *demands), choice=replace(decision.choice, label=label))


def _spread(rest: list[Option]) -> list[Option]:
    """Options so ordered that measures alternate: each measure's second best before any third."""
    turns: dict[str, int] = {}
    keyed = []
    for option in rest:
        turns[option.order.measure] = turns.get(option.order.measure, 0) + 1
        keyed.append((turns[option.order.measure], option))
    return [option for _, option in sorted(keyed, key=lambda pair: pair[0])]

"""Staff: plans, each played through many futures of what the seat knows, no noise; a general's staff searches on from the best."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from wargame.ai.agendas import Agenda, askable, neighbours, shortlist
from wargame.ai.campaigning import assault, beside, done, enemies, press, stand
from wargame.ai.comparison import Candidate, Compared, Comparison, Depth
from wargame.ai.conceding import concessions
from wargame.ai.covering import concentrate, places_to_gather
from wargame.ai.options import buying, legal_together, options
from wargame.ai.peace import NOTHING, offer_of_ceasefire, with_offer
from wargame.ai.policy import Choice, Decision
from wargame.ai.urgent import collective_defence, decision_for_war, motive_choice
from wargame.engine.judge import judge
from wargame.engine.spending import influence_spent
from wargame.model.codes import BodyKind
from wargame.model.orders import March, MeetDemand, Order, Release, SoundOut
from wargame.model.view import View

SOUNDINGS = 2
ATTACKED = 2  # attacked members for whom collective defence is considered
NOTHING_ELSE = Choice("nothing else to do", {})


@dataclass(frozen=True)
class Thoroughness:
    """How long a staff thinks: never what it may see."""

    drafts: int  # single drafts that are compared, besides doing nothing
    hurried: int  # the same in an emergency session
    rounds: int  # how often the leading agendas are varied, at most
    leading: int  # agendas that are varied in a round
    variants: int  # agendas that are tried in a round, at most
    asks: int  # places for which forces may be asked
    stands: int  # regions at which forces may gather
    gathered: tuple[int, ...]  # 1/1000 of the forces that may come there
    depth: Depth  # of the comparison


STAFF = Thoroughness(
    drafts=11,
    hurried=4,
    rounds=1,
    leading=2,
    variants=4,
    asks=1,
    stands=2,
    gathered=(250, 500),
    depth=Depth(horizon=2, looks=2, futures=8, leaders=4, finalists=2),
)
GENERAL = Thoroughness(
    drafts=24,
    hurried=12,
    rounds=4,
    leading=3,
    variants=24,
    asks=3,
    stands=4,
    gathered=(150, 300, 500, 800),
    depth=Depth(horizon=3, looks=4, futures=24, leaders=6, finalists=6),
)


class Staff:
    """Compares plans by their futures. `seed` is the staff's own, not the game's."""

    def __init__(self, seed: int, thoroughness: Thoroughness = STAFF) -> None:
        self._seed, self._thorough = seed, thoroughness

    def sound(self, view: View) -> tuple[SoundOut, ...]:
        """The members nearest to objecting to the most welcome draft."""
        if view.world.bodies[view.body].kind != BodyKind.COUNCIL:
            return ()
        wanted = [o for o in options(view, (2,)) if o.price > 0 and o.affordable]
        if not wanted:
            return ()
        best = max(wanted, key=lambda o: (o.support, o.label()))
        doubtful = list(buying(view, best).bids)[:SOUNDINGS]
        return tuple(sounding for name in doubtful if not judge(view, sounding := SoundOut(member=name)))

    def caucus(self, view: View) -> Decision:
        """Compare doing nothing and single drafts, then vary the best: more drafts, fewer, requests for forces."""
        war = decision_for_war(view)
        if war is not None:
            target = view.state.bodies[view.body].target
            return Decision((war,), motive_choice(view, target), Choice("no war", {"gain": 0}))
        clause = collective_defence(view)[:1]
        offer = None if clause else offer_of_ceasefire(view)
        urgent: list[Order] = [*clause, *([offer] if offer else [])]
        judged = self._agendas_compared(view, urgent)
        decided = with_offer(_decided(judged), offer)
        return _with_demands(decided, concessions(view, judged[0].spent, judged[0].orders))

    def command(self, view: View) -> Decision:
        """Compare holding, gathering where land is most exposed, and attacks on each enemy; then what joins the best of them."""
        war = self._offensive(view)
        if war is not None:
            return war
        plans = [Candidate("hold", stand(view), 0)]
        if plans[0].orders:
            plans.append(Candidate("carry on", [], 0))
        plans += [plan for plan in (*self._gatherings(view), *_attacks(view)) if plan.orders]
        if len(plans) == 1:
            return Decision(tuple(beside(plans[0].orders, done(view))), Choice(plans[0].label, {}), NOTHING_ELSE)
        return _decided(self._marches_compared(view, plans))

    def _marches_compared(self, view: View, plans: Sequence[Candidate]) -> list[Compared]:
        """Plans for forces are compared, then the leading ones joined two by two, round by round while a better one is found."""
        released = done(view)
        comparison = self._comparison(view)
        known: set[frozenset[Order]] = set()
        comparison.enter(
            unlike([replace(plan, orders=beside(plan.orders, released)) for plan in plans], known, len(plans))
        )
        best = comparison.leading()
        for _ in range(self._thorough.rounds):
            pairs = [joined(one, other) for one in best[: self._thorough.leading] for other in best if one is not other]
            comparison.enter(unlike(pairs, known, self._thorough.variants))
            before, best = best, comparison.leading()
            if best[0] is before[0]:
                break
        return comparison.finish()

    def _gatherings(self, view: View) -> Iterator[Candidate]:
        """Where a council could gather what is under its command, or a nation at war its army."""
        kind = view.world.bodies[view.body].kind
        if kind == BodyKind.LEADERSHIP or (kind == BodyKind.NATION and not enemies(view)):
            return
        for goal in places_to_gather(view, self._thorough.stands):
            place = view.names.places.ids[goal]
            for share in self._thorough.gathered:
                yield Candidate(f"gather {share // 10} % at {place}", concentrate(view, goal, share), 0)

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
        """Collective defence for an attacked member, what else the hour allows, and both, against doing nothing."""
        clauses = [
            Candidate(f"{draft.measure} for {draft.helps}", [draft], 0) for draft in collective_defence(view)[:ATTACKED]
        ]
        drafts = [Agenda((option,)).candidate(view, ()) for option in shortlist(view, self._thorough.hurried)]
        both = [_tabled_together(view, clause, draft) for clause in clauses[:1] for draft in drafts]
        plans = [Candidate(NOTHING, [], 0), *clauses, *drafts, *both]
        return self._choose(view, [plan for plan in plans if legal_together(view, plan.orders)])

    def _agendas_compared(self, view: View, urgent: Sequence[Order]) -> list[Compared]:
        """Doing nothing and single drafts are compared, then the leading agendas varied round by round while a better one is found."""
        comparison = self._comparison(view)
        drafts = shortlist(view, self._thorough.drafts)
        agendas = {agenda.label(): agenda for agenda in (Agenda(), *(Agenda((option,)) for option in drafts))}
        _enter(view, comparison, agendas.values(), urgent)
        best = comparison.leading()
        liked = [option for option in drafts if any(option.label() == plan.label for plan in best)]
        places = askable(view, self._thorough.asks)
        for _ in range(self._thorough.rounds):
            heads = [agendas[plan.label] for plan in best[: self._thorough.leading]]
            room = int(view.world.course[0].drafts_a_turn)
            tried = (new for head in heads for new in neighbours(head, liked, places, room))
            fresh = {new.label(): new for new in tried if new.label() not in agendas}
            fresh = dict(list(fresh.items())[: self._thorough.variants])
            agendas |= fresh
            _enter(view, comparison, fresh.values(), urgent)
            before, best = best, comparison.leading()
            if best[0] is before[0]:
                break
        return comparison.finish()

    def _comparison(self, view: View) -> Comparison:
        return Comparison(view, self._thorough.depth, 1 + self._seed % 100_000)

    def _choose(self, view: View, plans: list[Candidate]) -> Decision:
        """The best of some plans; one without an alternative is taken unseen."""
        if len(plans) == 1:
            return Decision(tuple(plans[0].orders), Choice(plans[0].label, {}), NOTHING_ELSE)
        comparison = self._comparison(view)
        comparison.enter(plans)
        return _decided(comparison.finish())


def _attacks(view: View) -> Iterator[Candidate]:
    """What could be done against each enemy: an offensive for the prize, or local attacks."""
    for foe in enemies(view):
        name = view.names.countries.ids[foe]
        yield Candidate(f"offensive against {name}", assault(view, foe), 0)
        yield Candidate(f"local attacks on {name}", press(view, foe), 0)


def joined(one: Candidate, other: Candidate) -> Candidate:
    """The marches of one plan, and of another those of formations that the first sends nowhere; who is sent is not released."""
    marches = {order.formation: order for plan in (other, one) for order in plan.orders if isinstance(order, March)}
    releases = {order.formation: order for plan in (other, one) for order in plan.orders if isinstance(order, Release)}
    orders = beside([*marches.values()], [*releases.values()])
    return Candidate(f"{one.label} with {other.label}", orders, 0)


def _tabled_together(view: View, one: Candidate, other: Candidate) -> Candidate:
    """The drafts of two plans."""
    orders = [*one.orders, *other.orders]
    return Candidate(f"{one.label} and {other.label}", orders, influence_spent(view, orders))


def unlike(plans: Iterable[Candidate], known: set[frozenset[Order]], most: int) -> list[Candidate]:
    """At most so many plans that order what none before them does, here or among the known; they are known from then on."""
    fresh: list[Candidate] = []
    for plan in plans:
        orders = frozenset(plan.orders)
        if orders not in known and len(fresh) < most:
            known.add(orders)
            fresh.append(plan)
    return fresh


def _enter(view: View, comparison: Comparison, agendas: Iterable[Agenda], urgent: Sequence[Order]) -> None:
    """Look at agendas for the first time, those that are legal."""
    plans = [agenda.candidate(view, urgent) for agenda in agendas]
    comparison.enter(plan for plan in plans if legal_together(view, plan.orders))


def _decided(judged: list[Compared]) -> Decision:
    """The first, with the second as the best alternative."""
    alternative = judged[1].choice if len(judged) > 1 else NOTHING_ELSE
    return Decision(tuple(judged[0].orders), judged[0].choice, alternative)


def _with_demands(decision: Decision, demands: Sequence[MeetDemand]) -> Decision:
    """The decision with demands that are met beside it, from what it leaves: its label tells of them, its terms are as they were."""
    met = (f"the demand of {order.member} for {order.applicant}" for order in demands)
    label = " and ".join([decision.choice.label, *met])
    return replace(decision, orders=(*decision.orders, *demands), choice=replace(decision.choice, label=label))

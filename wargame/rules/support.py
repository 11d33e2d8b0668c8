"""A member's support for a draft, term by term (rulebook 3).

The same laws serve the council, the price, the AI and the explanation.
"""

from __future__ import annotations

from wargame.model.codes import MeasureKind, Stance
from wargame.model.columns import NOBODY
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.terms import Support
from wargame.model.world import MeasureFacts, World
from wargame.rules.alliance import abandonment, entrapment
from wargame.rules.article4 import eased
from wargame.rules.hearing import Hearing, is_of_two, open_hearing, other_council
from wargame.rules.law import law, scalar, stage
from wargame.rules.membership import fears_most
from wargame.rules.numeric import FULL, bounded, folded, points, rising

FIFTH = FULL // 5  # a step in merging forces, 1/1000


@law("COUNCIL-1", "rulebook 3; escalation ladder of rulebook 9")
def rung_of(escalation: int, ambition: int) -> int:
    """A measure reaches its rung at ambition 1 and a tenth of a rung more with each further step."""
    return escalation + 100 * (ambition - 1) if escalation > 0 else 0


@law("COUNCIL-2", "rulebook 3")
def base_of(measure: MeasureFacts, ambition: int) -> int:
    """A draft starts from what its words are worth at this ambition."""
    if ambition <= 1:
        return measure.base_1
    return measure.base_2 if ambition == 2 else measure.base_3


@law("COUNCIL-3", "rulebook 3; Walt 1985, states balance against threat")
def threat_term(n: CouncilNumbers, felt: int, threshold: int, firmness: int) -> float:
    """A firm answer is backed as far as threat exceeds its threshold, a conciliatory one as far as it does not."""
    beyond = n.threat_slope * (felt - threshold) / 1000.0
    return -beyond if firmness < 0 else beyond


@scalar
def bond(n: CouncilNumbers, commitment: int, tie: int) -> float:
    """What binds a member to a body and to the state helped (points)."""
    return n.commitment * (commitment - 500) / 500.0 + n.tie * tie / 1000.0


@scalar
def mood(opinion: int, outlook: int) -> float:
    """The mood of a state is that of its public and of its government, half each (-1 to 1)."""
    return (opinion - 500) / 500.0 * 0.5 + outlook / 1000.0 * 0.5


@law("COUNCIL-4", "rulebook 3; Williams 2008, protection beyond one's own; Snyder 1984, abandonment and entrapment")
def solidarity_term(
    n: CouncilNumbers, commitment: int, tie: int, credibility: int, fear: int, involvement: int, caution: int
) -> float:
    """Commitment and ties bind; fear of being left alone binds more; fear of being dragged in pulls away."""
    alone = n.abandonment * abandonment(credibility, fear) / 1000.0
    dragged = n.entrapment * entrapment(involvement, caution) / 1000.0
    return bond(n, commitment, tie) + alone - dragged


@law("COUNCIL-5", "rulebook 3; Williams 2008, domestic determinants")
def domestic_term(n: CouncilNumbers, opinion: int, outlook: int, firmness: int) -> float:
    """Public opinion and the government's outlook speak for firm measures where they are firm, else against them."""
    return n.domestic * mood(opinion, outlook) * firmness / 1000.0


@law("COUNCIL-6", "rulebook 3; disputes as named by the scenario")
def affinity_term(n: CouncilNumbers, regime_gap: int, dispute: int) -> float:
    """Like regimes help each other; a dispute with the state helped speaks against."""
    return n.affinity * (500 - regime_gap) / 500.0 - n.dispute * dispute / 1000.0


@law("COUNCIL-7", "rulebook 3; trade and energy exposure")
def exposure_term(n: CouncilNumbers, exposure: int, gas: int, ambition: int) -> float:
    """What the measure costs this member in trade and energy; more with ambition."""
    return -n.exposure * exposure / 1000.0 * gas / 1000.0 * ambition / 2.0


@law("COUNCIL-8", "rulebook 3 and 9")
def risk_term(n: CouncilNumbers, rung: int, caution: int) -> float:
    """A cautious member shrinks from a measure that escalates."""
    return -n.risk * rung / 1000.0 * caution / 1000.0


@law("COUNCIL-19", "rulebook 6 and 9, nuclear signals; Schelling 1960, the threat that leaves something to chance")
def daunted_term(n: CouncilNumbers, rung: int, involvement: int, caution: int, daunted: int) -> float:
    """Under a nuclear threat a state fears the rung of a draft, and being dragged in, by a share more (1/1000)."""
    dragged = n.entrapment * entrapment(involvement, caution) / 1000.0
    return (risk_term(n, rung, caution) - dragged) * daunted / 1000.0


@law("COUNCIL-20", "rulebook 7: from stance follow positions; Walt 1987; Christensen and Snyder 1990")
def stance_term(n: CouncilNumbers, stance: int, firmness: int) -> float:
    """Who balances speaks for a firm answer to whom it fears most; who leaves it to others, or gives in, against it."""
    if stance == Stance.BALANCE_INTERNALLY or stance == Stance.BALANCE_EXTERNALLY:
        return n.stance_balances * firmness / 1000.0
    if stance == Stance.BUCK_PASS:
        return n.stance_passes * firmness / 1000.0
    if stance == Stance.BANDWAGON:
        return n.stance_yields * firmness / 1000.0
    return 0.0


@law("COUNCIL-9", "rulebook 4; the tripwire: the founding paper on Enhanced Forward Presence")
def tripwire_term(n: CouncilNumbers, tripwire: int, firmness: int) -> float:
    """Own or close allies' soldiers under fire turn hesitation into resolve for firm measures."""
    return n.tripwire * tripwire / 1000.0 * max(0, firmness) / 1000.0


@law("COUNCIL-10", "rulebook 4; North Atlantic Treaty Arts 5 and 6")
def severity_term(n: CouncilNumbers, severity: int) -> float:
    """Short of an armed attack (5), each grade less speaks against collective defence."""
    return n.severity * (severity - 5)


@law("COUNCIL-18", "UN Charter Art. 2(4); A/RES/ES-11/1, 2 March 2022: 141 states; fatigue of later votes")
def aggression_term(n: CouncilNumbers, days: int, firmness: int) -> float:
    """Whoever answers a war of aggression is backed beyond interest; the shock wears off.

    `days` since the attack, -1 for none.
    """
    if days < 0:
        return 0.0
    return n.outrage * firmness / 1000.0 * n.outrage_half / (n.outrage_half + days)


@law("COUNCIL-27", "A/RES/377 (V), Uniting for peace, 1950; A/RES/ES-11/1, 2 March 2022")
def echo(n: CouncilNumbers, weeks: int, voices: int) -> float:
    """A fresh condemnation by the Assembly makes the answer to aggression firmer (a factor), by the weight of those who carried it.

    `weeks` since it, -1 for none; `voices` 1/1000 of the states outside.
    """
    fresh = weeks >= 0 and weeks <= n.voices_weeks
    return 1.0 + n.voices * voices / 1000.0 if fresh else 1.0


@law(
    "COUNCIL-17",
    "rulebook 3; Novak 2013, the silence of ministers; holdouts in the EU (CRS IF13113, sanctions packages)",
)
def company_term(n: CouncilNumbers, company: int) -> float:
    """The more members are in favour beyond those against, the harder it is to stand against them alone."""
    return n.isolation * rising(float(company), n.company_half)


@law(
    "COUNCIL-23",
    "rulebook 1: integration costs named national things; founding paper; Berlin Plus, 2003, and the dispute over Cyprus",
)
def sovereignty_term(n: CouncilNumbers, merged: int, commitment: int, dispute: int, tradition: int) -> float:
    """The next step in merging forces takes more of a state the further they are merged, and less the more it is committed.

    Against it speak disputes with who would come in by the other council's door, and a tradition of standing outside alliances;
    where two councils do less than merge forces, a part of these alone (COUNCIL-25).
    """
    step = merged // FIFTH  # steps that are taken already
    taken = n.given_up_1
    if step >= 4:
        taken = n.given_up_5
    elif step == 3:
        taken = n.given_up_4
    elif step == 2:
        taken = n.given_up_3
    elif step == 1:
        taken = n.given_up_2
    shared = taken * (1.5 - commitment / 1000.0)  # as written for who is half committed
    return door_term(n, dispute, tradition) - shared


@scalar
def door_term(n: CouncilNumbers, dispute: int, tradition: int) -> float:
    """What speaks against who would come in by the other council's door, and against coming in there oneself (points)."""
    return -n.door * dispute / 1000.0 - n.stand_apart * tradition / 1000.0


@law(
    "COUNCIL-25",
    "Joint Declaration, 8 July 2016: decision-making autonomy; the participation of Cyprus and Türkiye in exchanges of NATO and the EU",
)
def ajar_term(n: CouncilNumbers, dispute: int, tradition: int) -> float:
    """Where two councils work together and merge nothing, the door is but ajar: disputes and standing apart count for a part."""
    return n.ajar * door_term(n, dispute, tradition)


@law(
    "COUNCIL-26",
    "European Council, Copenhagen, 12 December 2002, Annex II: Berlin Plus for allies and partners with a security agreement",
)
def left_out_term(n: CouncilNumbers, tie: int) -> float:
    """Who is close to a member that a treaty keeps out of a decision holds it against the draft (points)."""
    return -n.left_out * tie / 1000.0


@scalar
def as_term(n: CouncilNumbers, value: float) -> int:
    """A value (points) as a term, 1/1000 point, held within the limit of terms."""
    return points(bounded(value, -n.term_limit, n.term_limit))


@stage
def support(world: World, state: State, draft: Draft, ambition: int, member: int, bid: int, terms: Terms) -> int:
    """A member backs a draft as far as threat and ties outweigh cost and risk: the sum of its terms, 1/1000 point.

    Fills `terms` by terms.Support. In a View the disposition is what the seat was told in a sounding, else nothing.
    """
    return support_as_heard(world, state, draft, ambition, member, bid, open_hearing(world, state, draft), terms)


@stage
def support_as_heard(
    world: World, state: State, draft: Draft, ambition: int, member: int, bid: int, heard: Hearing, terms: Terms
) -> int:
    """The same, where what is one thing for all members is known."""
    n = world.council_numbers[0]
    measure = world.measures[draft.measure]
    own = state.countries[member]
    seat = state.members[draft.body, member]
    tie = 0
    if draft.helps >= 0 and draft.helps != member:
        tie = world.links[member, draft.helps].tie
    felt = state.pairs[member, draft.against].threat if draft.against >= 0 else 0
    _weigh_addressees(world, state, draft, member, terms)
    involvement = state.bodies[draft.body].involvement
    solidarity = solidarity_term(n, seat.commitment, tie, heard.trust, felt, involvement, own.caution)
    terms[Support.BASE] = base_of(measure, ambition)
    terms[Support.SOLIDARITY] = as_term(n, solidarity)
    terms[Support.DOMESTIC] = as_term(n, domestic_term(n, own.opinion, own.outlook, measure.firmness))
    terms[Support.EXPOSURE] = as_term(n, exposure_term(n, measure.exposure, own.gas, ambition))
    rung = 0 if draft.kept else rung_of(measure.escalation, ambition)  # to keep is no new act (MEASURE-7)
    terms[Support.RISK] = as_term(n, risk_term(n, rung, own.caution))
    terms[Support.DAUNTED] = as_term(n, daunted_term(n, rung, involvement, own.caution, heard.daunted))
    terms[Support.TRIPWIRE] = as_term(n, tripwire_term(n, seat.tripwire, measure.firmness))
    terms[Support.SEVERITY] = 0
    if draft.incident != NOBODY:
        terms[Support.SEVERITY] = as_term(n, severity_term(n, state.incidents[draft.incident].severity))
    shock = aggression_term(n, heard.days, measure.firmness)
    if heard.days >= 0:
        shock *= echo(n, heard.weeks, heard.voices)
    terms[Support.AGGRESSION] = as_term(n, shock)
    terms[Support.CONSULTED] = as_term(n, eased(n, heard.on_matter))
    terms[Support.DISPOSITION] = own.disposition
    terms[Support.LOBBYING] = bid
    terms[Support.SOVEREIGNTY] = what_merging_takes(world, state, draft, member, heard)
    terms[Support.COMPANY] = 0
    terms[Support.COMPANY] = moved_by_company(n, folded(terms), draft.company)
    return folded(terms)


@stage
def what_merging_takes(world: World, state: State, draft: Draft, member: int, heard: Hearing) -> int:
    """What merging forces, or less than that, with the other council takes of a member (1/1000 point).

    As it is asked in the council that the draft lies before.
    """
    if not is_of_two(world, draft):
        return 0
    n, other = world.council_numbers[0], other_council(world, draft)
    dispute = tradition = tie = 0
    if other >= 0 and not state.members[other, member].joined:
        tradition = world.countries[member].tradition
        for c in heard.newcomers:
            dispute = max(dispute, world.links[member, c].dispute)
    for c in heard.left_out:
        if c != member:
            tie = max(tie, world.links[member, c].tie)
    apart = left_out_term(n, tie)
    if world.measures[draft.measure].kind != MeasureKind.INTEGRATION:
        return as_term(n, ajar_term(n, dispute, tradition) + apart)
    seat = state.members[draft.body, member]
    taken = sovereignty_term(n, state.bodies[draft.body].integration, seat.commitment, dispute, tradition)
    return as_term(n, taken + apart)


@stage
def _weigh_addressees(world: World, state: State, draft: Draft, member: int, terms: Terms) -> None:
    """The terms of whom a draft answers and whom it helps; nought where it names nobody."""
    n, measure = world.council_numbers[0], world.measures[draft.measure]
    terms[Support.AFFINITY] = 0
    terms[Support.THREAT] = 0
    terms[Support.STANCE] = 0
    if draft.helps >= 0 and draft.helps != member:
        link = world.links[member, draft.helps]
        terms[Support.AFFINITY] = as_term(n, affinity_term(n, link.regime_gap, link.dispute))
    if draft.against >= 0:
        felt = state.pairs[member, draft.against].threat
        terms[Support.THREAT] = as_term(n, threat_term(n, felt, measure.threshold, measure.firmness))
        if fears_most(state.countries[member], state.members, draft.against):
            stance = state.countries[member].stance
            terms[Support.STANCE] = as_term(n, stance_term(n, stance, measure.firmness))


@scalar
def moved_by_company(n: CouncilNumbers, value: int, company: int) -> int:
    """How far company moves a member that is against, 1/1000 point: to silence at most, never into favour."""
    return min(as_term(n, company_term(n, company)), -value) if value < 0 and company > 0 else 0

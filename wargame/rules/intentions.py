"""Intentions (rulebook 6): a belief with memory that acts move and time fades."""

from __future__ import annotations

from wargame.model.codes import Act
from wargame.model.columns import Table
from wargame.model.numbers import ThreatNumbers
from wargame.model.state import Contribution, Formation, Pair, State
from wargame.model.world import Link, Reach, World
from wargame.rules.felt import believe
from wargame.rules.law import law, stage
from wargame.rules.membership import Rows, homes_of
from wargame.rules.numeric import clamp, quantise, weeks_ended
from wargame.rules.outside import hear


@law("THREAT-8", "rulebook 6; Walt 1985, aggressive intentions")
def prior_intentions(n: ThreatNumbers, history: int, regime_gap: int, dispute: int, same_body: int, tie: int) -> int:
    """Strangers are believed harmful by history and unlikeness of regime, fellow members hardly; disputes add.

    Who is tied to the observer is so much less of a stranger.

    `history`, `regime_gap`, `dispute` and `tie` are 1/1000, `same_body` 0 or 1; the belief is 1/1000.
    """
    strange = n.prior_base * (1.0 - tie / 1000.0)
    outside = strange + (n.prior_history * history + n.prior_regime * regime_gap) / 1000.0
    believed = n.prior_inside if same_body else outside
    return clamp(quantise(believed * 1000.0) + dispute, 0, 1000)


@law("THREAT-9", "rulebook 6; the size of acts")
def act_size(n: ThreatNumbers, act: Act) -> float:
    """A hostile act takes away a share of the remaining doubt; a reassuring one (below 0) a share of the belief."""
    if act == Act.INVASION:
        return n.invasion
    if act == Act.OCCUPATION:
        return n.occupation
    if act == Act.EXERCISE:
        return n.exercise
    if act == Act.HYBRID:
        return n.hybrid
    if act == Act.DEPLOYMENT:
        return n.deployment
    if act == Act.CUT_OFF:
        return n.cut_off
    if act == Act.SANCTIONS:
        return n.sanctions
    if act == Act.ACCIDENT:
        return n.accident
    if act == Act.MOBILISATION:
        return n.mobilisation
    if act == Act.NUCLEAR_SIGNAL:
        return n.nuclear_signal
    if act == Act.NUCLEAR_USE:
        return n.nuclear_use
    if act == Act.TRANSPARENCY:
        return -n.transparency
    if act == Act.WITHDRAWAL:
        return -n.withdrawal
    return 0.0


@law("THREAT-10", "rulebook 6; acts move beliefs, nearer ones more")
def moved_belief(n: ThreatNumbers, belief: int, size: float, near: float, tie: int) -> int:
    """An act counts by its nearness to the observer; a friend's hostile act is read kindly, as far as the tie goes."""
    felt = size * (n.far + n.near * near)
    if felt >= 0.0:
        return clamp(belief + quantise(felt * (1000 - belief) * (1000 - tie) / 1000.0), 0, 1000)
    return clamp(belief + quantise(felt * belief), 0, 1000)


@law("THREAT-11", "rulebook 6; a belief has memory")
def faded_belief(n: ThreatNumbers, belief: int, prior: int) -> int:
    """In a quiet week a belief returns a share of its distance to the prior, and at least a thousandth."""
    if belief == prior:
        return belief
    step = quantise(n.fade * (prior - belief))
    if step == 0:
        step = 1 if prior > belief else -1
    return belief + step


@law("THREAT-12", "rulebook 6; accession changes what is assumed")
def resting_belief(n: ThreatNumbers, prior: int, dispute: int, same_body: int) -> int:
    """A belief rests at the scenario's prior; between members of a body at that of fellows, if it is lower."""
    return min(prior, prior_intentions(n, 0, 0, dispute, 1, 0)) if same_body else prior


@stage
def fade(world: World, state: State) -> None:
    """Let beliefs return towards their priors where no hostile act was seen this week and no war is on (weekly)."""
    n = world.threat_numbers[0]
    today = state.clock[0].day
    homes = homes_of(state.members)
    for i in range(state.countries.size):
        for j in range(state.countries.size):
            pair = state.pairs[i, j]
            if i != j and not pair.war and not _fresh_act(pair.last_act, pair.last_act_day, today):
                link = world.links[i, j]
                inside = 1 if homes[i] & homes[j] else 0
                belief = faded_belief(n, pair.intentions, resting_belief(n, link.prior, link.dispute, inside))
                if belief != pair.intentions:
                    believe(n, pair, belief)


@stage
def _fresh_act(act: int, day: int, today: int) -> bool:
    """The last act seen was hostile, and of the week that ends or done just now."""
    hostile = act != Act.NONE and act != Act.TRANSPARENCY and act != Act.WITHDRAWAL
    return hostile and day >= 0 and weeks_ended(day, today) <= 1


@stage
def perceive(world: World, state: State, actor: int, act: Act, place: int) -> None:
    """All observers see a state's act at a place (-1 for nowhere on the map) and change what they believe of it.

    Those in a body with the actor are moved by an invasion only.
    """
    n = world.threat_numbers[0]
    day, size = state.clock[0].day, act_size(n, act)
    hear(world, state, world.countries[actor].body, act, size)
    _see(n, act, size, actor, place, day, homes_of(state.members), world.reach, world.links, state.pairs)


@stage
def perceive_body(world: World, state: State, body: int, act: Act, place: int) -> None:
    """All observers see a body's act: its leader and the states whose soldiers its formations there are bear it fully.

    The other members bear it partly.
    """
    n = world.threat_numbers[0]
    day = state.clock[0].day
    homes = homes_of(state.members)
    hear(world, state, body, act, act_size(n, act))
    for j in range(state.countries.size):
        if state.members[body, j].joined:
            bears = world.bodies[body].leader == j
            size = act_size(n, act)
            if not bears and not _has_soldiers(state.contributions, state.formations, body, j, place):
                size = size * n.bystander
            _see(n, act, size, j, place, day, homes, world.reach, world.links, state.pairs)


@stage
def _has_soldiers(
    contributions: Table[Contribution], formations: Table[Formation], body: int, country: int, place: int
) -> bool:
    for k in range(contributions.size):
        part = contributions[k]
        if part.alive and part.country == country:
            unit = formations[part.formation]
            if unit.alive and unit.body == body and unit.at == place:
                return True
    return False


@stage
def _see(
    n: ThreatNumbers,
    act: Act,
    size: float,
    actor: int,
    place: int,
    day: int,
    homes: Rows,
    reach: Table[Reach],
    links: Table[Link],
    pairs: Table[Pair],
) -> None:
    """Every observer outside the actor's bodies, and of an invasion those inside too, is moved by an act of a size.

    `homes` has the bodies of each state, one bit each.
    """
    for i in range(pairs.shape[0]):
        if i == actor or (act != Act.INVASION and homes[i] & homes[actor]):
            continue
        near = reach[place, i].near if place >= 0 else 0.0
        pair = pairs[i, actor]
        believed = moved_belief(n, pair.intentions, size, near, links[i, actor].tie)
        if size < 0.0:
            pair.reassured = day
        if believed != pair.intentions:
            believe(n, pair, believed)
            pair.last_act = act
            pair.last_act_day = day

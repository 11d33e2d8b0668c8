"""Objectives (rulebook 13): what a reading of the state scores, and the laws of the readings that are no plain column."""

from __future__ import annotations

from wargame.model.numbers import StateNumbers
from wargame.rules.law import law
from wargame.rules.numeric import FULL, quantise, rising
from wargame.rules.settlement import MOST_TERMS

UNSHOWN = 2  # drafts: who has tabled little has shown little
THIRDS = 3  # of a week that called for sanctions: one a step of their ambition


@law("OBJECTIVE-1", "rulebook 13: score = weight x clamp((value - worst) / (best - worst))")
def score(value: int, weight: int, best: int, worst: int) -> int:
    """An objective scores its weight as far as the reading has come from worst to best (1/1000 point)."""
    if best == worst:
        return weight * FULL if value == best else 0
    share = (value - worst) / (best - worst)
    return quantise(min(max(share, 0.0), 1.0) * weight * FULL)


@law("OBJECTIVE-18", "rulebook 9: a strategic exchange ends the game")
def after_exchange(n: StateNumbers, own: int, total: int, began: int) -> int:
    """After a strategic exchange no side has more than a few points left, of each objective in proportion; who used weapons first has none.

    `own` and `total` are the scores of the objective and of its side (1/1000 point).
    """
    if began == 1:
        return 0
    most = n.exchange_most * 1000.0
    return own if total <= most else int(own * most / total)


@law("OBJECTIVE-2", "rulebook 13: peace, little fighting at the end")
def calm(fighting: int, incidents: int, battles_half: float, incidents_half: float, battles_share: float) -> int:
    """Calm is full with no battle and no incident, and is lost to both with falling effect (1/1000)."""
    fought = rising(float(fighting), battles_half)
    suffered = rising(float(incidents), incidents_half)
    return quantise(FULL * (1.0 - battles_share * fought - (1.0 - battles_share) * suffered))


@law("OBJECTIVE-7", "rulebook 13: little fighting at the end")
def quiet(of_late: int, half: float) -> int:
    """Quiet is full where nobody has fought of late, and is lost to fighting with falling effect (1/1000)."""
    return quantise(FULL * (1.0 - rising(float(of_late), half)))


@law("OBJECTIVE-8", "rulebook 13: little fighting at the end")
def forgotten(n: StateNumbers, of_late: int) -> int:
    """Each week battles fought of late count for a quarter less (1/1000 battle)."""
    return of_late - quantise(n.battle_fades * of_late)


@law("OBJECTIVE-9", "rulebook 13: no allied soil lost, no attack unanswered")
def security(held: int, unanswered: int) -> int:
    """Members are secure as far as their land is held (1/1000), and not at all while an attack on one is unanswered."""
    return 0 if unanswered == 1 else held


@law("OBJECTIVE-3", "rulebook 13: unity, share of drafts adopted at ambition 2 or more")
def adoption(strong: int, drafts: int) -> int:
    """Unity is the share of drafts adopted at ambition 2 or more (1/1000); two more count that nobody has tabled."""
    return strong * FULL // (drafts + UNSHOWN)


@law("OBJECTIVE-4", "rulebook 13: discord, mean price of consensus")
def discord(prices: int, drafts: int) -> int:
    """Discord is the mean price of consensus that the other bodies met (1/10 influence)."""
    return prices // max(drafts, 1)


@law("OBJECTIVE-5", "rulebook 13: less threat felt at the end than at the start")
def threat_change(now: int, at_start: int) -> int:
    """Threat felt now as a share of the threat felt at the start; where none was felt, the threat itself (1/1000)."""
    return now * FULL // at_start if at_start > 0 else FULL + now


@law("OBJECTIVE-6", "rulebook 13: deterrence, the expected gain from attacking the weakest ally")
def net_gain(gain: int, cost: int, attacked: int, n: StateNumbers) -> int:
    """What an attack is worth to the leadership is its gain less its cost; where it has attacked, deterrence has failed.

    1/1000 point in, 1/100 point out; `attacked` is 1 in a war with the leadership.

    An attack that is out of the question is no more so for costing still more: safety of one ally does not make up for
    another's exposure.
    """
    hoped = max(float(gain - cost), -n.out_of_question)
    return quantise((max(hoped, n.undeterred) if attacked == 1 else hoped) / 10.0)


@law("OBJECTIVE-10", "rulebook 13: hold over a state, land x value or accepted terms")
def hold(held: int, terms: int) -> int:
    """Hold over a state is the land held, and over the rest of it what the terms are worth that it granted (1/1000)."""
    return held + terms * (FULL - held) // FULL


@law("OBJECTIVE-11", "rulebook 13; Charter of the United Nations, Art. 2(1), sovereign equality")
def free_hand(granted: int) -> int:
    """A state has a free hand as far as it granted nobody terms (1/1000)."""
    return FULL - FULL * granted // MOST_TERMS


@law("OBJECTIVE-12", "rulebook 13: sanctions kept without lapse")
def kept_share(kept: int, called: int) -> int:
    """Sanctions are kept as far as what stood answered the weeks that called for them; wholly, where none did (1/1000)."""
    return kept * FULL // called if called > 0 else FULL


@law("OBJECTIVE-16", "rulebook 1 and 13: the ladder of sanctions, kept without lapse")
def answered_by(ambition: int, aggression: int) -> int:
    """In peace any sanctions that stand are kept in full; against a war of aggression they answer as far as they go (thirds)."""
    return min(ambition, THIRDS) if aggression or ambition == 0 else THIRDS


@law(
    "OBJECTIVE-17",
    "rulebook 13: the state survives; Montevideo Convention 1933, Art. 1: population, territory, government",
)
def statehood(economy: int, governed: int) -> int:
    """A state lives on as far as its economy bears it, and by half as far where another holds its capital (1/1000)."""
    return economy if governed == 1 else economy // 2


@law("OBJECTIVE-13", "rulebook 13: economy and war chest")
def means(economy: int, funds: int, had: int) -> int:
    """Means are the economy against its baseline, and what is left of all the money that a side ever had (1/1000)."""
    chest = min(funds * FULL // had, FULL) if had > 0 else FULL
    return (economy + chest) // 2


@law("OBJECTIVE-14", "rulebook 13: own capability; Treaty on European Union, Art. 42(3)")
def own_capability(own: float, behind: float) -> int:
    """Own capability is what the members have themselves, as a share of that and of what allies outside have behind it (1/1000)."""
    return quantise(FULL * own / (own + behind)) if own > 0.0 else 0


@law("OBJECTIVE-15", "rulebook 13: autonomy, integration or own capability")
def autonomy(integration: int, capability: int) -> int:
    """A side stands on its own feet as far as its forces are merged or able by themselves: either makes up for the other (1/1000)."""
    return FULL - quantise((FULL - integration) * (FULL - capability) / FULL)

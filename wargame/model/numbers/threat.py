"""Numbers of the chapter on threat (rulebook 6)."""

from wargame.model.columns import Row, number


class ThreatNumbers(Row):
    """Weights of the balance-of-threat model (Walt 1985, 1987) and how beliefs move."""

    in_force = number(1.0, "0 or 1", "0 switches the whole threat model off, for ablations")
    aggregate = number(0.20, "share", "weight of aggregate power")
    proximity = number(0.35, "share", "weight of proximity")
    offensive = number(0.45, "share", "weight of offensive power")

    border = number(0.3, "share", "what a common border adds to proximity")
    reach = number(0.7, "share", "what the best reach of land held or stood upon adds to proximity")
    reach_half = number(650.0, "km", "distance at which reach has fallen to one half")
    offence_half = number(150.0, "points", "attack value in reach that makes half of full offensive power")
    warheads = number(0.12, "share", "offensive power of nuclear weapons, which reach everywhere")

    pledge_share = number(0.20, "share", "of an ally's fear beyond one's own, felt by a wholly committed ally")
    pledge_most = number(0.15, "threat", "most that is felt on behalf of allies")

    coalition_base = number(0.4, "share", "of a coalition's summed offensive power, with no integration and no credit")
    coalition_integration = number(0.5, "share", "added by forces wholly merged (0.1 a step of five)")
    coalition_credibility = number(0.3, "share", "added by full credibility")
    month_share = number(0.25, "share a week", "how fast the memory of a month ago follows the threat felt")

    prior_base = number(0.35, "belief", "intentions assumed of any stranger")
    prior_history = number(0.4, "belief", "added by full weight of past aggression")
    prior_regime = number(0.25, "belief", "added by wholly unlike regimes")
    prior_inside = number(0.05, "belief", "intentions assumed of a fellow member of a body")
    fade = number(0.04, "share a week", "how fast a belief returns to its prior when nothing hostile happens")
    far = number(0.3, "share", "of an act's size felt at any distance")
    near = number(0.7, "share", "of an act's size felt in full only next door")
    bystander = number(0.35, "share", "of a body's act laid at the door of members that sent no soldiers")

    invasion = number(0.95, "share", "of the remaining doubt that an invasion takes away")
    occupation = number(0.04, "share", "the same, for each region taken")
    exercise = number(0.05, "share", "the same, for an exercise at the border")
    hybrid = number(0.10, "share", "the same, for a hybrid act publicly named")
    deployment = number(0.05, "share", "the same, for a deployment next door")
    cut_off = number(0.12, "share", "the same, for energy cut off")
    sanctions = number(0.03, "share", "the same, for a round of sanctions")
    accident = number(0.06, "share", "the same, for an accident between forces")
    mobilisation = number(0.15, "share", "the same, for a mobilisation")
    nuclear_signal = number(0.10, "share", "the same, for a nuclear signal")
    nuclear_use = number(0.6, "share", "the same, for the use of nuclear weapons")
    transparency = number(0.06, "share", "of the belief that a transparent act takes away")
    withdrawal = number(0.12, "share", "of the belief that a withdrawal takes away")

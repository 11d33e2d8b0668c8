"""The book of texts: which text is in force, how long it works, and what is left of it for being a repetition (rulebook 2, 10)."""

from __future__ import annotations

from wargame.model.calendar import WEEK
from wargame.model.codes import Effect, MeasureKind
from wargame.model.columns import NOBODY, Table
from wargame.model.numbers import CouncilNumbers
from wargame.model.plan import Draft
from wargame.model.state import State, Text
from wargame.model.world import EffectFacts, MeasureFacts, World
from wargame.rules.law import law, scalar, stage
from wargame.rules.notes import EVERYONE
from wargame.rules.numeric import FULL, clamp, quantise


@law("MEASURE-1", "rulebook 2: a measure repeated within six turns does half")
def habit_share(half: float, turns_remembered: float, turns_since: int) -> float:
    """A measure repeated within six turns does half, at once and in every week that the new text is in force."""
    return half if turns_since < turns_remembered else 1.0


@law("MEASURE-5", "rulebook 10: each measure has its duration")
def last_day(day: int, weeks: int) -> int:
    """A text works for so many whole weeks, the first of them the week in which it is adopted; its last day ends the last."""
    return day - day % WEEK + WEEK * weeks


@law("MEASURE-6", "rulebook 1: the ladder of sanctions with its roll-over, six months at a time")
def prolonged(until: int, weeks: int) -> int:
    """A text that is prolonged runs its full time again from its last day, without a gap and never twice over."""
    return until + WEEK * weeks


@law("MEASURE-7", "rulebook 1 and 2: the roll-over of sanctions is no second round of them")
def share_kept(before: int, fresh: int) -> int:
    """What is kept in force is not repeated: prolonged or deepened, a text does each week no less than it did.

    It does more only where its first use is forgotten (MEASURE-1), as a new text would. What is done at once is done by a
    text that is deepened, as a repetition; not by one that is prolonged, for that is no new act.
    """
    return max(before, fresh)


@law("MEASURE-8", "rulebook 1: open channels; rulebook 10: military mobility")
def level_of(at_rest: int, added: int, most: int) -> int:
    """Open channels, and the speed of movement, rise by what the texts in force do for them, and fall away with the text."""
    return clamp(at_rest + added, 0, most)


@law("MEASURE-10", "rulebook 2: unkept promises")
def is_unkept(kind: int, helped_fights: int) -> bool:
    """Help that is let run out while the state helped still fights is a promise not kept."""
    return is_help(kind) and helped_fights == 1


@law("MEASURE-12", "rulebook 1: joint declarations, two-council decisions; Joint Declaration, 8 July 2016")
def is_joint(body: int, tabled_by: int, agreed_by: int) -> bool:
    """What two councils have agreed works for the members of both, for each state once, whichever of them tabled it."""
    return body in (tabled_by, agreed_by)


@law("SESSION-3", "rulebook 12: nothing leads back to the author of a covert act but its attribution")
def told_to(kind: int, body: int) -> int:
    """All hear of a draft, its verdict and its end; of a covert act only the body that decides it (one bit each)."""
    return 1 << body if is_covert(kind) else EVERYONE


@law("ECONOMY-13", "rulebook 10: sanctions by depth; Council Decision 2014/512/CFSP, in force since 2014")
def beyond_baseline(size: int, known: int) -> int:
    """An economy's baseline knows of the sanctions in force on the first day: only what goes beyond them bites, and costs."""
    return max(size - known, 0)


@scalar
def last_weeks(n: CouncilNumbers, weeks_a_turn: int) -> int:
    """Days before its end in which a text may be prolonged: a turn at least, so that a session falls into them."""
    return WEEK * max(int(n.renewal_weeks), weeks_a_turn)


@scalar
def is_in_its_last_weeks(n: CouncilNumbers, weeks_a_turn: int, day: int, until: int) -> bool:
    """A text has an end, and that is near."""
    return until >= 0 and until - day <= last_weeks(n, weeks_a_turn)


@scalar
def is_covert(kind: int) -> bool:
    """A measure that is neither told, nor counted in the open, nor kept in the archive; use is seen when it comes."""
    return kind == MeasureKind.HYBRID or kind == MeasureKind.NUCLEAR_USE


@scalar
def is_help(kind: int) -> bool:
    """A measure that helps a state, with arms or with money."""
    return kind == MeasureKind.AID or kind == MeasureKind.FINANCE


@scalar
def is_use(kind: int) -> bool:
    """A measure by which nuclear weapons are used."""
    return kind == MeasureKind.NUCLEAR_USE or kind == MeasureKind.NUCLEAR_ANSWER


@scalar
def is_made_anew(kind: int) -> bool:
    """A measure that cannot be kept in force by prolonging it."""
    return is_use(kind) or kind == MeasureKind.SIGNAL


@scalar
def is_for_the_hour(kind: int) -> bool:
    """A measure of war and peace, tabled when the hour asks for it and no part of everyday business."""
    of_war = kind == MeasureKind.WAR or kind == MeasureKind.COLLECTIVE_DEFENCE or kind == MeasureKind.CEASEFIRE
    return of_war or is_use(kind)


@scalar
def counts_in_force(code: int) -> bool:
    """An effect that is neither done at once nor by the week, but reckoned from the texts in force wherever it is asked for."""
    levels = code == Effect.CHANNELS or code == Effect.MOBILITY or code == Effect.PLANS or code == Effect.DAUNT
    nuclear = code == Effect.ALERT or code == Effect.NUCLEAR_STRIKE
    peace = code == Effect.CEASE or code == Effect.DEMAND or code == Effect.CONCEDE
    abroad = code == Effect.SHELTER or code == Effect.WITNESS
    return levels or nuclear or peace or abroad or code == Effect.TASK_WEIGHT


@stage
def works_in_force(measures: Table[MeasureFacts], effects: Table[EffectFacts], measure: int) -> bool:
    """A measure does something by being in force: only then is there something to prolong."""
    facts = measures[measure]
    for k in range(facts.first_effect, facts.first_effect + facts.effects):
        if effects[k].weekly or counts_in_force(effects[k].code):
            return True
    return False


@stage
def effect_size(effect: EffectFacts, ambition: int) -> int:
    """The declared size of an effect at an ambition."""
    if ambition <= 1:
        return effect.size_1
    return effect.size_2 if ambition == 2 else effect.size_3


@stage
def size_of(world: World, measure: int, ambition: int, code: int) -> int:
    """The declared size of the first effect of a code that a measure has, at an ambition; 0 where it has none."""
    facts = world.measures[measure]
    for k in range(facts.first_effect, facts.first_effect + facts.effects):
        if world.effects[k].code == code:
            return effect_size(world.effects[k], ambition)
    return 0


@stage
def has_effect(world: World, measure: int, code: int) -> bool:
    """A measure has an effect of a code."""
    facts = world.measures[measure]
    for k in range(facts.first_effect, facts.first_effect + facts.effects):
        if world.effects[k].code == code:
            return True
    return False


@stage
def size_beyond_first_day(world: World, effect: EffectFacts, text: Text) -> int:
    """The declared size of an effect of a text; of sanctions what goes beyond those of the first day (ECONOMY-13)."""
    size = effect_size(effect, text.ambition)
    if effect.code != Effect.SANCTION:
        return size
    return beyond_baseline(size, known_size(world, effect, text))


@stage
def known_size(world: World, effect: EffectFacts, text: Text) -> int:
    """What an effect of a text did on the first day already, with the same measure and the same state answered."""
    for k in range(world.opening.size):
        known = world.opening[k]
        if known.measure == text.measure and known.against == text.against:
            return effect_size(effect, known.ambition)
    return 0


@stage
def worth(world: World, effect: EffectFacts, text: Text, share: int) -> int:
    """Size of an effect of a text as far as its members carry it, and as far as it is no repetition (`share`, 1/1000)."""
    return quantise(size_beyond_first_day(world, effect, text) * (text.backing / 1000.0) * (share / 1000.0))


@stage
def answers_alike(world: World, measure: int, one: int, other: int) -> bool:
    """Two texts of a measure answer the same: one state, or with a ceasefire one side, whichever of its states is named.

    Help, and what industry makes, is the same whomever it is meant to answer.
    """
    kind = world.measures[measure].kind
    if is_help(kind) or kind == MeasureKind.INDUSTRY:
        return True
    if kind == MeasureKind.CEASEFIRE and one >= 0 and other >= 0:
        return world.countries[one].body == world.countries[other].body
    return one == other


@stage
def like_text(world: World, texts: Table[Text], draft: Draft) -> int:
    """The text in force of the measure that a draft proposes, with the same addressees; -1 for none."""
    for t in range(texts.size):
        text = texts[t]
        like = text.alive == 1 and text.measure == draft.measure and text.helps == draft.helps and text.on == draft.on
        if like and answers_alike(world, draft.measure, text.against, draft.against):
            return t
    return NOBODY


@stage
def may_be_prolonged(world: World, state: State, text: Text) -> bool:
    """A text that works by being in force, in its last weeks; a nuclear threat, like use, is made anew, or it is none."""
    if is_made_anew(world.measures[text.measure].kind):
        return False
    n, day = world.council_numbers[0], state.clock[0].day
    near = is_in_its_last_weeks(n, world.course[0].weeks_a_turn, day, text.until)
    return near and works_in_force(world.measures, world.effects, text.measure)


@stage
def prolongs(world: World, state: State, draft: Draft, ambition: int) -> bool:
    """A draft read at an ambition asks for as much as is in force, when that may be prolonged: it keeps it."""
    t = like_text(world, state.texts, draft)
    return t != NOBODY and state.texts[t].ambition == ambition and may_be_prolonged(world, state, state.texts[t])


@stage
def concept_in_force(world: World, state: State, body: int) -> int:
    """The row of the strategic concept by which a body goes, -1 for none."""
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive == 1 and text.body == body and world.measures[text.measure].kind == MeasureKind.CONCEPT:
            return t
    return NOBODY


@stage
def new_text(texts: Table[Text], kind: int) -> int:
    """A free row of the book, or the oldest text's where it is full.

    Covert acts fill it from the end, so that no gap among the open texts tells of them.
    """
    oldest = 0
    for k in range(texts.size):
        t = texts.size - 1 - k if is_covert(kind) else k
        text = texts[t]
        if text.alive == 0:
            return t
        if text.adopted < texts[oldest].adopted:
            oldest = t
    return oldest


@stage
def works_for(world: World, text: Text, body: int) -> bool:
    """A text works for a body: its own, or one that the body has agreed to as the other council (MEASURE-12)."""
    return is_joint(body, text.body, world.measures[text.measure].second)


@stage
def reaches(world: World, state: State, text: Text, country: int) -> bool:
    """A state is a member of the body of a text, or of the other council that agreed to it."""
    other = world.measures[text.measure].second
    elsewhere = other != NOBODY and state.members[other, country].joined == 1
    return elsewhere or state.members[text.body, country].joined == 1


@stage
def added_in_force(world: World, state: State, code: int, body: int) -> int:
    """What the texts in force of a body, or of all bodies (-1), add to a level by effects of a code."""
    added = 0
    for t in range(state.texts.size):
        text = state.texts[t]
        if text.alive and (body == NOBODY or works_for(world, text, body)):
            added += size_in_force(world, text, code)
    return added


@stage
def size_in_force(world: World, text: Text, code: int) -> int:
    """What a text in force does by its effects of a code, as far as it is carried and no repetition."""
    measure = world.measures[text.measure]
    size = 0
    for k in range(measure.first_effect, measure.first_effect + measure.effects):
        if world.effects[k].code == code:
            size += worth(world, world.effects[k], text, text.share)
    return size


@stage
def reckon_levels(world: World, state: State) -> None:
    """The levels that texts in force hold up, whenever one begins or ends."""
    clock, most = state.clock[0], quantise(world.council_numbers[0].mobility_most)
    clock.channels = level_of(clock.channels_at_rest, added_in_force(world, state, Effect.CHANNELS, NOBODY), FULL)
    for b in range(state.bodies.size):
        state.bodies[b].mobility = level_of(0, added_in_force(world, state, Effect.MOBILITY, b), most)
        state.bodies[b].alert = level_of(0, added_in_force(world, state, Effect.ALERT, b), FULL)

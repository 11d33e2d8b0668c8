"""The schema of measures: what a council or a leadership may decide, as data with a closed vocabulary of effects."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from wargame.model.codes import DecisionRule, Effect, Task
from wargame.model.lands import KindName
from wargame.model.strict import Id, Named, Percent, Prose, SignedPercent, Strict, Title

RuleName = Annotated[DecisionRule, Named(DecisionRule)]
EffectName = Annotated[Effect, Named(Effect)]
TaskName = Annotated[Task, Named(Task)]

SIZES: dict[Effect, str] = {
    Effect.PRESENCE: "1/1000 brigade-equivalent that the body's standing formation in `on` is built up to",
    Effect.READINESS: "1/1000 of readiness gained a week by members' formations, or by those of `helps` where it is named",
    Effect.PLANS: "any but 0: standing plans count by the ambition of the text, in how far the body is believed",
    Effect.CHANNELS: "1/1000 by which channels are more open while in force",
    Effect.REASSURE: "1/1000 taken from the adversary's belief in our aggressive intentions",
    Effect.PUBLISH: "any but 0: all acts attributed to `against` are made public",
    Effect.SANCTION: "1/1000 of its baseline economy that `against` loses a week",
    Effect.DIVERSIFY: "1/1000 of dependence on gas that members lose a week",
    Effect.EQUIP: "1/1000 of readiness, and of full strength, regained by the formations of `helps`",
    Effect.MOBILITY: "1/1000 of extra speed of members' formations while in force",
    Effect.EXERCISE: "1/1000 of readiness gained by own formations near `on`",
    Effect.SUBVERT: "any but 0: how grave the act is follows from ambition, covert means and luck",
    Effect.CUT_GAS: "1/1000 of the supply that is cut off a week",
    Effect.RESTRAIN: "1/1000 of readiness lost a week by own formations",
    Effect.COHESION: "1/1000 of the body's cohesion, once",
    Effect.STABILITY: "1/1000 of the leadership's stability, once",
    Effect.DEFEND: "1 for collective defence of `helps`",
    Effect.WAR: "1 for war with `against`",
    Effect.OPINION: "1/1000 of members' opinion on defence, once",
    Effect.INTEGRATION: "1/1000 by which the body's forces, and those of the council in `also`, are merged further, once",
    Effect.LEVY: "1/1000 of full strength regained by the leader's formations",
    Effect.CEASE: "1 for an offer to `against`, while in force, to end the war where the forces stand",
    Effect.DEMAND: "terms that such an offer asks for: 1 neutrality, 2 and recognition of the line; 0 none",
    Effect.CONCEDE: "terms that such an offer grants, as above",
    Effect.RELIEVE: "1/1000 of what members' prices have risen above their baseline that is taken off a week",
    Effect.FINANCE: "1/10000 of its baseline economy that `helps` regains a week",
    Effect.PROCURE: "1/10000 of full strength that members' land formations gain a week, also beyond it",
    Effect.DAUNT: "1/1000 of their own caution by which members of councils are more cautious in drafts that answer the leader's side",
    Effect.HARDEN: "1/1000 of what the capacity to resist of `helps`, or of all members, lacks, made good a week",
    Effect.PLEDGE: "1/1000 of what members spend less than two per cent that is closed a week, as far as each keeps its word",
    Effect.ALERT: "1/1000 by which war with the body is feared the more while in force",
    Effect.NUCLEAR_STRIKE: "1/1000 of its strength that each formation in `on` loses, whosever it is",
    Effect.TASK_WEIGHT: "1/1000 by which the core task of the measure is kept higher while in force, each of the others lower by half",
    Effect.WORDS: "1/1000 of the doubt of the side of `against` that firm words take; below 0 of its belief in our aggressive intentions",
    Effect.FINDINGS: "1/1000 of what the one of two councils is surer of the authors of acts that the other learns a week",
    Effect.CONDEMN: "1, 2, 3: the ambition of the words on which states outside vote; stronger ones bind more and find fewer",
    Effect.COURT: "1/1000 of the goodwill that states outside lack towards the body, won a week",
    Effect.SHELTER: "1/1000 of the harm of covert acts against `helps` that is kept from it while in force",
    Effect.WITNESS: "1/1000 of what sanctions against an attacker of `helps` have not shown yet that is believed while in force",
    Effect.DRAIN: "1/1000 of the common money at hand that the side of `against` loses",
    Effect.HEARTEN: "1/1000 of what the government of `helps`, and the stability of its nation, lacks that is made good",
}
"""The unit in which each effect's size is given."""

TERMS_OF_PEACE = frozenset({Effect.DEMAND, Effect.CONCEDE})
"""Effects whose size is a degree of terms (codes.Grant), and which have no meaning but beside an offer of a ceasefire."""

WHILE_IN_FORCE = frozenset(
    {
        Effect.PLANS,
        Effect.CHANNELS,
        Effect.MOBILITY,
        Effect.CEASE,
        Effect.DAUNT,
        Effect.ALERT,
        Effect.NUCLEAR_STRIKE,
        Effect.TASK_WEIGHT,
        Effect.SHELTER,
        Effect.WITNESS,
        *TERMS_OF_PEACE,
    }
)
"""Effects that are neither done at once nor by the week, but last as long as the text (rules/texts)."""

OF_A_LEADER = frozenset(
    {
        Effect.EXERCISE,
        Effect.SUBVERT,
        Effect.CUT_GAS,
        Effect.RESTRAIN,
        Effect.STABILITY,
        Effect.WAR,
        Effect.LEVY,
        Effect.DEMAND,
        Effect.CONCEDE,
        Effect.DAUNT,
    }
)
"""Effects that are the acts of one state, so that only a leadership or a nation can have them."""

AMBITIONS = 3
Whole = Annotated[int, Field(ge=-100_000, le=100_000)]
Points = Annotated[float, Field(ge=-3, le=3)]


class EffectOf(Strict):
    """One effect of a measure."""

    effect: EffectName = Field(
        description="What it does. Unit of its sizes: " + "; ".join(f"{e.name.lower()}: {s}" for e, s in SIZES.items())
    )
    weekly: bool = Field(
        default=False, description="Applied each week while the text is in force, not once on adoption."
    )
    sizes: tuple[Whole, Whole, Whole] = Field(description="Size at ambition 1, 2 and 3, in the unit of the effect.")


class Moves(Strict):
    """What adopting the measure must move: a promise that a test keeps."""

    table: Title = Field(description="Table of the state, such as `countries`.")
    column: Title = Field(description="Column of that table, such as `economy`.")
    of: Literal["against", "helps", "on", "members", "body", "clock"] = Field(
        description="Whose rows: of the country named in `against` or `helps`, of the region `on`, of the body's "
        "members, of the body, the one row of the clock; in pairs, what that country believes of the body's members, in bodies, its sides."
    )
    direction: Literal["up", "down"] = Field(description="Which way the value goes within a turn.")


class Measure(Strict):
    """Something a body may decide."""

    body: Id = Field(description="Id of the body that may table it.")
    title: Title = Field(description="Name of the measure.")
    text: Prose = Field(description="The text as adopted, in two or three sentences.")
    source: Prose = Field(description="Treaty article, decision or study behind it.")
    kind: KindName = Field(description="What it is, for opinion, red lines and the register of habits.")
    task: TaskName = Field(default=Task.NONE, description="Core task of the alliance that it serves.")
    rule: RuleName = Field(description="How it is decided.")
    cost: Annotated[float, Field(ge=0, le=100)] = Field(
        description="Influence spent to table it at ambition 1 (points)."
    )
    funds: Annotated[int, Field(ge=0, le=1_000_000)] = Field(
        default=0, description="Common money spent at ambition 1 (EUR m)."
    )
    threshold: Percent = Field(
        default=0, description="Threat from `against` at which a member turns from cost to gain (percent)."
    )
    base: tuple[Points, Points, Points] = Field(description="Base support at ambition 1, 2 and 3 (points, -3 to 3).")
    firmness: SignedPercent = Field(
        default=0, description="How firm it is towards `against` (percent, -100 conciliatory to 100 firm)."
    )
    exposure: Percent = Field(
        default=0, description="How much members' trade and energy exposure speaks against it (percent)."
    )
    escalation: Annotated[float, Field(ge=0, le=10)] = Field(
        default=0,
        description="Rung of escalation the act reaches at ambition 1 (0 to 10); a tenth more a step of ambition.",
    )
    weeks: Annotated[int, Field(ge=0, le=520)] = Field(
        description="How long it is in force (weeks); 0 for at once and done."
    )
    names: tuple[Literal["against", "helps", "on"], ...] = Field(
        default=(), description="What a draft must name: whom it answers, whom it helps, where."
    )
    stability: SignedPercent = Field(
        default=0, description="Cost in stability to a leadership at ambition 1 (percent)."
    )
    available: date | None = Field(
        default=None, description="First date it may be tabled; from the start where left out."
    )
    emergency: bool = Field(default=False, description="May be tabled in an emergency session.")
    also: Id | None = Field(default=None, description="Id of the other council that must agree, once the body has.")
    effects: Annotated[tuple[EffectOf, ...], Field(max_length=16)] = Field(description="What it does; at least one.")
    moves: Annotated[tuple[Moves, ...], Field(max_length=8)] = Field(
        description="What adopting it must move, at least one; each is held by a test."
    )


class Catalogue(Strict):
    """A file of measures that scenarios share."""

    format: Literal[1] = Field(description="Format of the file.")
    title: Title = Field(description="Name of the catalogue.")
    measures: dict[Id, Measure] = Field(description="The measures by id.")

"""Law of the house 8, one legality: nuclear threats, postures and use, case by case."""

from __future__ import annotations

from tests.engine.desks import Desk
from tests.worlds import bare
from wargame.engine.resolve import copied
from wargame.model.codes import Effect
from wargame.model.columns import duplicate
from wargame.model.orders import TableDraft
from wargame.rules.bodies import set_war


def test_legal_25_a_nuclear_threat_is_made_by_a_nuclear_power(caucus: Desk) -> None:
    """LEGAL-25."""
    threat = TableDraft(measure="restraint", ambition=1)
    caucus.world = caucus.world._replace(
        effects=duplicate(caucus.world.effects), countries=duplicate(caucus.world.countries)
    )
    facts = caucus.world.measures[caucus.names.measures.row("restraint")]
    caucus.world.effects[facts.first_effect].code = Effect.DAUNT
    assert caucus.judged("russia", threat) == ()
    caucus.world.countries[caucus.names.countries.row("RUS")].warheads = 0
    assert caucus.judged("russia", threat) == ("LEGAL-25",)


def weapons(caucus: Desk) -> None:
    """A covert campaign as if it were nuclear use at a place, and restraint as if it were a threat that is in force."""
    caucus.world = caucus.world._replace(
        course=duplicate(caucus.world.course),
        effects=duplicate(caucus.world.effects),
        measures=duplicate(caucus.world.measures),
    )
    caucus.state = copied(caucus.state)
    use, threat = (caucus.world.measures[caucus.names.measures.row(m)] for m in ("hybrid_campaign", "restraint"))
    use.needs_on = 1
    caucus.world.effects[use.first_effect].code = Effect.NUCLEAR_STRIKE
    caucus.world.effects[threat.first_effect].code = Effect.DAUNT
    caucus.world.course[0].nuclear_use = 1
    text, clock = caucus.state.texts[caucus.state.texts.size - 1], caucus.state.clock[0]
    text.alive, text.measure, text.body = 1, caucus.names.measures.row("restraint"), threat.body
    text.against = text.on = text.helps = -1
    clock.escalation = int(caucus.world.state_numbers[0].use_line)


STRIKE = TableDraft(measure="hybrid_campaign", ambition=1, against="EST", on="EE-TALL")


def test_legal_28_use_comes_after_a_threat_and_on_the_upper_rungs(caucus: Desk) -> None:
    """LEGAL-28: nor where the host has ruled it out, nor without weapons; LEGAL-29 is asked after it."""
    weapons(caucus)
    assert caucus.judged("russia", STRIKE) == ("LEGAL-29",)
    caucus.world.course[0].nuclear_use = 0
    assert caucus.judged("russia", STRIKE) == ("LEGAL-28",)
    caucus.world.course[0].nuclear_use = 1
    caucus.state.clock[0].escalation -= 1
    assert caucus.judged("russia", STRIKE) == ("LEGAL-28",)
    caucus.state.clock[0].escalation += 1
    caucus.state.texts[caucus.state.texts.size - 1].alive = 0
    assert caucus.judged("russia", STRIKE) == ("LEGAL-28",)


def test_legal_29_use_is_aimed_at_an_enemy_where_it_is(caucus: Desk) -> None:
    """LEGAL-29: in war, and where the enemy holds land or its land lies."""
    weapons(caucus)
    rus, est = (caucus.names.countries.row(name) for name in ("RUS", "EST"))
    bare(set_war)(caucus.state, rus, est)
    assert "LEGAL-29" not in caucus.judged("russia", STRIKE)
    assert caucus.judged("russia", STRIKE.model_copy(update={"on": "LV-RIGA"})) == ("LEGAL-29",)


def test_legal_30_a_posture_answers_a_nuclear_threat(caucus: Desk) -> None:
    """LEGAL-30: a threat of the other side that is in force, use by it, or a war; in quiet it stays as it is."""
    weapons(caucus)
    posture = TableDraft(measure="attribute", ambition=1, against="RUS")
    row = caucus.names.measures.row("attribute")
    caucus.world.effects[caucus.world.measures[row].first_effect].code = Effect.ALERT
    assert caucus.judged("nato", posture) == ()
    caucus.state.texts[caucus.state.texts.size - 1].alive = 0
    assert caucus.judged("nato", posture) == ("LEGAL-30",)
    caucus.state.bodies[caucus.names.bodies.row("russia")].used = 1
    assert caucus.judged("nato", posture) == ()

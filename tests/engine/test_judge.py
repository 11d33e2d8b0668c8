"""Law of the house 8, one legality: judge names the laws an order breaks, case by case."""

from __future__ import annotations

import pytest

from tests.engine import test_judge_abroad, test_judge_marches, test_judge_nuclear, test_judge_soundings
from tests.engine.desks import Desk
from wargame.engine.judge import judge
from wargame.engine.resolve import copied
from wargame.model.codes import Effect, MeasureKind, Phase, Track
from wargame.model.columns import duplicate
from wargame.model.orders import March, MeetDemand, Order, Release, RequestForces, SoundOut, TableDraft
from wargame.rules.law import LAWS

PRESENCE = TableDraft(measure="forward_presence", ambition=1, against="RUS", on="LV-RIGA")
SANCTIONS = TableDraft(measure="sanctions", ambition=1, against="RUS")
WAR = TableDraft(measure="go_to_war", ambition=1, against="EST")
ARTICLE_5 = TableDraft(measure="article_5", ambition=1, against="RUS", helps="EST")


LEGAL_IN_CAUCUS: tuple[tuple[str, Order], ...] = (
    ("nato", PRESENCE),
    ("eu", SANCTIONS),
    ("russia", WAR),
    ("nato", TableDraft(measure="open_channels", ambition=3, lowest=1, against="RUS", bids={"POL": 300})),
    ("eu", TableDraft(measure="military_mobility", ambition=2)),
    ("russia", TableDraft(measure="restraint", ambition=1)),
    ("nato", SoundOut(member="DEU")),
    ("eu", SoundOut(member="FIN")),
    ("nato", RequestForces(capability="land", place="EE-TALL", weeks=8)),
)
LEGAL_ORDERS: tuple[tuple[str, Order], ...] = (
    ("russia", March(formation="RUS-30", path=("RU-STPE",), posture="hold")),
    ("russia", March(formation="RUS-30", path=(), posture="delay")),
    ("nato", March(formation="NATO-02", path=("LT-VILN", "PL-SUWA"), posture="reserve")),
)


def test_legal_orders_break_no_law(caucus: Desk, orders: Desk, emergency: Desk) -> None:
    """Law 8: empty means legal. The cases below differ from these by one thing each."""
    assert [caucus.judged(seat, order) for seat, order in LEGAL_IN_CAUCUS] == [()] * len(LEGAL_IN_CAUCUS)
    assert [orders.judged(seat, order) for seat, order in LEGAL_ORDERS] == [()] * len(LEGAL_ORDERS)
    assert emergency.judged("nato", ARTICLE_5.model_copy(update={"incident": attack_on_estonia(emergency)})) == ()
    assert emergency.judged("eu", SoundOut(member="DEU")) == ()


def attack_on_estonia(desk: Desk) -> int:
    """The row of the armed attack."""
    acts = desk.state.incidents
    return next(k for k in range(acts.size) if acts[k].alive and acts[k].severity == 5)


def test_legal_1_a_measure_is_tabled_from_its_first_day(caucus: Desk) -> None:
    """LEGAL-1."""
    caucus.world = caucus.world._replace(measures=caucus.world.measures.copy())
    caucus.world.measures[caucus.names.measures.row("forward_presence")].first_day = 28
    assert caucus.judged("nato", PRESENCE) == ("LEGAL-1",)


@pytest.mark.parametrize("left_out", ["against", "on"])
def test_legal_2_a_draft_names_what_its_measure_needs(caucus: Desk, left_out: str) -> None:
    """LEGAL-2."""
    assert caucus.judged("nato", PRESENCE.model_copy(update={left_out: None})) == ("LEGAL-2",)


def test_legal_2_a_draft_names_whom_it_helps(caucus: Desk) -> None:
    """LEGAL-2."""
    aid = TableDraft(measure="peace_facility", ambition=1, against="RUS", helps="EST")
    assert caucus.judged("eu", aid) == ()
    assert caucus.judged("eu", aid.model_copy(update={"helps": None})) == ("LEGAL-2",)


def test_legal_3_a_body_tables_its_own_measures(caucus: Desk) -> None:
    """LEGAL-3."""
    assert caucus.judged("nato", SANCTIONS) == ("LEGAL-3",)
    assert caucus.judged("russia", PRESENCE) == ("LEGAL-3",)


def test_legal_4_a_draft_answers_an_outsider(caucus: Desk) -> None:
    """LEGAL-4."""
    assert caucus.judged("eu", SANCTIONS.model_copy(update={"against": "DEU"})) == ("LEGAL-4",)


@pytest.mark.parametrize("incident", [None, 0, 7, 1000])
def test_legal_5_no_article_5_without_an_incident(caucus: Desk, incident: int | None) -> None:
    """LEGAL-5: neither in general, nor on an incident that did not happen, nor on a row that does not exist."""
    assert caucus.judged("nato", ARTICLE_5.model_copy(update={"incident": incident})) == ("LEGAL-5",)


@pytest.mark.parametrize(("column", "value"), [("severity", 2), ("answered", 0b001), ("victim", 1), ("alive", 0)])
def test_legal_5_the_incident_is_grave_open_and_that_of_the_member_helped(
    emergency: Desk, column: str, value: int
) -> None:
    """LEGAL-5, ARTICLE5-1: severity 3 or more, not answered by this body yet, against the state helped."""
    row = attack_on_estonia(emergency)
    draft = ARTICLE_5.model_copy(update={"incident": row})
    assert emergency.judged("nato", draft) == ()
    setattr(emergency.state.incidents[row], column, value)
    assert emergency.judged("nato", draft) == ("LEGAL-5",)


def test_legal_6_an_emergency_session_takes_emergency_measures(emergency: Desk) -> None:
    """LEGAL-6."""
    mobility = TableDraft(measure="military_mobility", ambition=1)
    assert emergency.judged("eu", mobility) == ("LEGAL-6",)


def test_legal_7_a_text_in_force_is_tabled_again_only_higher(caucus: Desk) -> None:
    """LEGAL-7."""
    text, names = caucus.state.texts[0], caucus.names
    text.alive, text.body, text.ambition, text.measure = 1, 0, 2, names.measures.row("forward_presence")
    text.until = 7
    text.against, text.on = names.countries.row("RUS"), names.places.row("LV-RIGA")
    for ambition, broken in ((1, ("LEGAL-7",)), (2, ("LEGAL-7",)), (3, ())):
        assert caucus.judged("nato", PRESENCE.model_copy(update={"ambition": ambition})) == broken
    assert caucus.judged("nato", PRESENCE.model_copy(update={"on": "LT-VILN"})) == ()


@pytest.mark.parametrize(("left", "broken"), [(36, ("LEGAL-7",)), (35, ()), (7, ())])
def test_legal_7_a_text_that_works_by_being_in_force_is_prolonged_in_its_last_weeks(
    caucus: Desk, left: int, broken: tuple[str, ...]
) -> None:
    """LEGAL-7: sanctions roll over at the ambition in force, and no lower."""
    text, names = caucus.state.texts[0], caucus.names
    text.alive, text.body, text.ambition, text.measure = 1, 1, 1, names.measures.row("sanctions")
    text.against, text.until = names.countries.row("RUS"), caucus.state.clock[0].day + left
    assert caucus.judged("eu", SANCTIONS) == broken
    text.ambition = 2
    assert caucus.judged("eu", SANCTIONS) == ("LEGAL-7",)


@pytest.mark.parametrize("place", ["DE-HAMB", "FI-HELS", "SZ-CBAL", "RU-PSKO"])
def test_legal_8_presence_needs_a_host_and_a_standing_formation(caucus: Desk, place: str) -> None:
    """LEGAL-8: not where the body has no battlegroup, not outside it, not at sea."""
    assert caucus.judged("nato", PRESENCE.model_copy(update={"on": place})) == ("LEGAL-8",)


def test_legal_9_war_is_decided_once(emergency: Desk) -> None:
    """LEGAL-9."""
    assert emergency.judged("russia", WAR) == ("LEGAL-9",)
    assert emergency.judged("russia", WAR.model_copy(update={"against": "FIN"})) == ()


def test_legal_10_a_council_spends_no_money_it_does_not_have(caucus: Desk) -> None:
    """LEGAL-10."""
    caucus.state.bodies[0].funds = caucus.world.measures[0].funds
    assert caucus.judged("nato", PRESENCE) == ()
    caucus.state.bodies[0].funds -= 1
    assert caucus.judged("nato", PRESENCE) == ("LEGAL-10",)


def test_legal_10_nor_does_a_leadership(caucus: Desk) -> None:
    """LEGAL-10: the margin of its budget is counted once as well."""
    exercise = TableDraft(measure="snap_exercise", ambition=2, against="EST", on="RU-PSKO")
    caucus.state.bodies[2].funds = 80
    assert caucus.judged("russia", exercise) == ()
    assert judge(caucus.view("russia"), exercise, (exercise.model_copy(update={"on": "RU-STPE"}),)) == ("LEGAL-10",)
    caucus.state.bodies[2].funds = 79
    assert caucus.judged("russia", exercise) == ("LEGAL-10",)


def test_legal_15_a_body_sounds_out_and_lobbies_its_members(caucus: Desk) -> None:
    """LEGAL-15."""
    assert caucus.judged("nato", SoundOut(member="FIN")) == ("LEGAL-15",)
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"FIN": 100}})) == ("LEGAL-15",)
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"DEU": 100}})) == ()


def test_legal_16_influence_that_is_not_there_is_not_spent(caucus: Desk) -> None:
    """LEGAL-16: tabling and sounding have their price, leaderships do not pay it."""
    caucus.state.bodies[0].influence = 0
    assert caucus.judged("nato", PRESENCE) == ("LEGAL-16",)
    assert caucus.judged("nato", SoundOut(member="DEU")) == ("LEGAL-16",)
    caucus.state.bodies[2].influence = 0
    assert caucus.judged("russia", WAR) == ()


@pytest.mark.parametrize("place", ["RU-MOSC", "FI-HELS", "SZ-CBAL"])
def test_legal_17_forces_are_asked_for_allied_soil(caucus: Desk, place: str) -> None:
    """LEGAL-17."""
    assert caucus.judged("nato", RequestForces(capability="air", place=place, weeks=4)) == ("LEGAL-17",)


def test_legal_18_each_phase_has_its_orders(caucus: Desk, orders: Desk, emergency: Desk) -> None:
    """LEGAL-18: drafts, soundings, requests in the caucus; marches and releases among the orders; drafts in emergencies."""
    for seat, order in LEGAL_IN_CAUCUS:
        assert "LEGAL-18" in orders.judged(seat, order)
    for seat, order in LEGAL_ORDERS:
        assert caucus.judged(seat, order) == ("LEGAL-18",)
        assert "LEGAL-18" in emergency.judged(seat, order)
    assert emergency.judged("nato", RequestForces(capability="air", place="LV-RIGA", weeks=4)) == ("LEGAL-18",)


def test_legal_20_a_session_has_time_for_so_many_drafts(caucus: Desk) -> None:
    """LEGAL-20: what is tabled beyond would be left out; so it is refused when it is given."""
    view, most = caucus.view("eu"), caucus.world.course[0].drafts_a_turn
    energy = TableDraft(measure="energy_solidarity", ambition=1)
    assert judge(view, energy, (SANCTIONS,) * (most - 1)) == ()
    assert judge(view, energy, (SANCTIONS,) * most) == ("LEGAL-20",)
    ask = RequestForces(capability="land", place="EE-TALL", weeks=8)
    assert judge(caucus.view("nato"), ask, (ask,)) == ()
    assert judge(caucus.view("nato"), ask, (ask,) * 8) == ("LEGAL-20",)


def test_legal_21_lobbying_buys_no_more_than_it_can(caucus: Desk) -> None:
    """LEGAL-21: the number of the rulebook binds an order, not only the room that an order has."""
    caucus.world = caucus.world._replace(council_numbers=duplicate(caucus.world.council_numbers))
    caucus.world.council_numbers[0].lobbying_most = 0.5
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"DEU": 500}})) == ()
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"DEU": 501}})) == ("LEGAL-21",)


CHANNELS = TableDraft(measure="open_channels", ambition=1, against="RUS")
PLANS = TableDraft(measure="readiness_plans", ambition=1, against="RUS", on="EE-TALL")


def test_orders_are_judged_beside_those_given_before(caucus: Desk) -> None:
    """LEGAL-16, LEGAL-10, LEGAL-7: what the seat has ordered in this phase is spent, in influence and in common money."""
    body, view = caucus.state.bodies[0], caucus.view
    body.influence, body.funds = 30 + 19, 70
    assert caucus.judged("nato", CHANNELS) == ()
    assert judge(view("nato"), CHANNELS, (PRESENCE,)) == ()  # 15 and a quarter
    body.influence = 30 + 18
    assert judge(view("nato"), CHANNELS, (PRESENCE,)) == ("LEGAL-16",)
    assert judge(view("nato"), SoundOut(member="DEU"), (PRESENCE,)) == ()
    lobbied = PRESENCE.model_copy(update={"bids": {"DEU": 900}})
    assert judge(view("nato"), SoundOut(member="DEU"), (lobbied,)) == ("LEGAL-16",)
    body.influence = 200
    assert judge(view("nato"), PLANS, (PRESENCE,)) == ()
    body.funds = 69
    assert judge(view("nato"), PLANS, (PRESENCE,)) == ("LEGAL-10",)
    body.funds = 1000
    assert judge(view("nato"), PRESENCE, (PRESENCE,)) == ("LEGAL-7",)
    assert judge(view("nato"), PRESENCE.model_copy(update={"ambition": 2}), (PRESENCE,)) == ()


def test_legal_16_bids_are_paid_from_what_tabling_leaves(caucus: Desk) -> None:
    """LEGAL-16: a bid that the bank cannot pay is refused, and one is dearer for who is lobbied for another draft already."""
    caucus.state.bodies[0].influence = 30 + 20
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"DEU": 1000}})) == ()
    assert caucus.judged("nato", PRESENCE.model_copy(update={"bids": {"DEU": 1100}})) == ("LEGAL-16",)
    caucus.state.bodies[0].influence = 30 + 19 + 2 + 4
    first, second = (draft.model_copy(update={"bids": {"DEU": 100}}) for draft in (PRESENCE, CHANNELS))
    assert judge(caucus.view("nato"), second, (first,)) == ()
    caucus.state.bodies[0].influence -= 1
    assert judge(caucus.view("nato"), second, (first,)) == ("LEGAL-16",)


def test_accession_4_a_demand_is_met_of_who_holds_an_invitation_up(caucus: Desk) -> None:
    """ACCESSION-4: a member of the body that invited, which has not ratified; the influence must be there."""
    demand = MeetDemand(member="DEU", applicant="FIN", points=1000)
    assert caucus.judged("nato", demand) == ("ACCESSION-4",)
    caucus.world = caucus.world._replace(bodies=duplicate(caucus.world.bodies))
    caucus.world.bodies[0].enlarges = 1
    applicant, ally = caucus.names.countries.row("FIN"), caucus.names.countries.row("DEU")
    caucus.state.countries[applicant].track = Track.INVITED
    assert caucus.judged("nato", demand) == ()
    assert caucus.judged("eu", demand) == ("ACCESSION-4",)
    assert caucus.judged("nato", demand.model_copy(update={"member": "RUS"})) == ("ACCESSION-4",)
    assert judge(caucus.view("nato"), demand, (demand,) * 8) == ("LEGAL-20",)
    caucus.state.pairs[ally, applicant].ratified = 1
    assert caucus.judged("nato", demand) == ("ACCESSION-4",)
    caucus.state.pairs[ally, applicant].ratified = 0
    caucus.state.bodies[0].influence = 19
    assert caucus.judged("nato", demand) == ("LEGAL-16",)


@pytest.mark.parametrize(
    "order",
    [
        TableDraft(measure="parley", ambition=1),
        PRESENCE.model_copy(update={"against": "SWE"}),
        PRESENCE.model_copy(update={"helps": "SWE"}),
        PRESENCE.model_copy(update={"on": "SE-GOTL"}),
        PRESENCE.model_copy(update={"bids": {"SWE": 1}}),
        SoundOut(member="SWE"),
        MeetDemand(member="DEU", applicant="SWE", points=100),
        RequestForces(capability="land", place="SE-GOTL", weeks=1),
        March(formation="SWE-01", path=(), posture="hold"),
        March(formation="RUS-30", path=("SE-GOTL",), posture="hold"),
        Release(formation="SWE-01"),
    ],
)
def test_legal_0_what_does_not_exist_is_named_so(caucus: Desk, order: Order) -> None:
    """LEGAL-0: an order speaks of this game, or it is refused without a crash."""
    assert caucus.judged("nato", order) == ("LEGAL-0",)


def test_legal_23_a_ceasefire_is_offered_to_an_enemy(caucus: Desk, emergency: Desk) -> None:
    """LEGAL-23: not in peace; in an emergency to the state one fights, and to no other; no terms of who cannot grant any."""
    offer = TableDraft(measure="russian_ceasefire", ambition=3, against="EST")
    others = [offer.model_copy(update=change) for change in ({"ambition": 2}, {"against": "FIN"})]
    assert emergency.judged("russia", offer) == ()
    assert {caucus.judged("russia", offer), *(emergency.judged("russia", other) for other in others)} == {("LEGAL-23",)}


def test_legal_9_who_fights_holds_nothing_back(caucus: Desk, emergency: Desk) -> None:
    """LEGAL-9: in peace restraint may be shown; once a war is on anywhere it may not, in no session."""
    restraint = TableDraft(measure="restraint", ambition=1)
    assert caucus.judged("russia", restraint) == ()
    emergency.state.clock[0].phase = Phase.CAUCUS
    assert emergency.judged("russia", restraint) == ("LEGAL-9",)


def test_legal_24_money_goes_where_it_is_needed(caucus: Desk) -> None:
    """LEGAL-24: to a state outside whose economy has suffered; a council says so for aid that is money, not for arms."""
    aid = TableDraft(measure="peace_facility", ambition=1, against="RUS", helps="USA")
    caucus.state.countries[caucus.names.countries.row("USA")].economy = 1000
    assert caucus.judged("eu", aid) == ()
    caucus.world = caucus.world._replace(effects=duplicate(caucus.world.effects))
    facts = caucus.world.measures[caucus.names.measures.row("peace_facility")]
    caucus.world.effects[facts.first_effect].code = Effect.FINANCE
    assert caucus.judged("eu", aid) == ("LEGAL-24",)
    caucus.state.countries[caucus.names.countries.row("USA")].economy = 999
    assert caucus.judged("eu", aid) == ()
    caucus.state.countries[caucus.names.countries.row("FIN")].economy = 900
    assert caucus.judged("eu", aid.model_copy(update={"helps": "FIN"})) == ("LEGAL-24",)


def test_legal_27_what_is_whole_is_merged_no_further(caucus: Desk) -> None:
    """LEGAL-27: a measure that merges forces, where they are not wholly merged yet."""
    mobility = TableDraft(measure="military_mobility", ambition=2)
    caucus.world = caucus.world._replace(effects=duplicate(caucus.world.effects))
    facts = caucus.world.measures[caucus.names.measures.row("military_mobility")]
    caucus.world.effects[facts.first_effect].code = Effect.INTEGRATION
    eu = caucus.names.bodies.row("eu")
    for integration, broken in ((990, ()), (1000, ("LEGAL-27",))):
        caucus.state.bodies[eu].integration = integration
        assert caucus.judged("eu", mobility) == broken


def test_legal_31_a_concept_is_agreed_once(caucus: Desk) -> None:
    """LEGAL-31: another, or firmer words, once one stands; what is no concept is tabled beside it."""
    caucus.world = caucus.world._replace(measures=duplicate(caucus.world.measures))
    measures = caucus.names.measures
    for name in ("open_channels", "resilience"):
        caucus.world.measures[measures.row(name)].kind = MeasureKind.CONCEPT
    drafts = [
        TableDraft(measure=name, ambition=2, against="RUS")
        for name in ("open_channels", "resilience", "response_force")
    ]
    assert [caucus.judged("nato", draft) for draft in drafts] == [(), (), ()]
    text = caucus.state.texts[0]
    text.alive, text.body, text.measure, text.ambition = (
        1,
        caucus.names.bodies.row("nato"),
        measures.row("resilience"),
        1,
    )
    text.against, text.helps, text.on, text.until = caucus.names.countries.row("RUS"), -1, -1, 10_000
    assert [caucus.judged("nato", draft) for draft in drafts] == [("LEGAL-31",), ("LEGAL-31",), ()]


def test_bids_go_to_members_of_both_councils(caucus: Desk) -> None:
    """LEGAL-15: where another council must agree, its members may be lobbied too; strangers may not."""
    caucus.world = caucus.world._replace(measures=duplicate(caucus.world.measures))
    draft = TableDraft(measure="open_channels", ambition=1, against="RUS", bids={"FIN": 300})
    assert caucus.judged("nato", draft) == ("LEGAL-15",)
    measure = caucus.world.measures[caucus.names.measures.row("open_channels")]
    measure.second = caucus.names.bodies.row("eu")
    assert caucus.judged("nato", draft) == ()
    assert caucus.judged("nato", draft.model_copy(update={"bids": {"RUS": 300}})) == ("LEGAL-15",)


def test_legal_4_nobody_is_helped_against_himself(caucus: Desk) -> None:
    """LEGAL-4."""
    aid = TableDraft(measure="peace_facility", ambition=1, against="RUS", helps="RUS")
    assert caucus.judged("eu", aid) == ("LEGAL-4",)


def test_legal_26_an_author_is_named_where_an_act_is_left_to_be_named(caucus: Desk) -> None:
    """LEGAL-26: no act, one of whose author the body is not sure, one that it is sure of, and one that was named already."""
    naming = TableDraft(measure="attribute", ambition=1, against="RUS")
    assert caucus.judged("nato", naming) == ("LEGAL-26",)
    caucus.state = copied(caucus.state)
    act, nato = caucus.state.incidents[0], caucus.names.bodies.row("nato")
    act.alive, act.victim, act.author = 1, caucus.names.countries.row("EST"), caucus.names.countries.row("RUS")
    assert caucus.judged("nato", naming) == ("LEGAL-26",)
    caucus.state.suspicions[nato, 0].confidence = 1000
    assert caucus.judged("nato", naming) == ()
    assert caucus.judged("nato", naming.model_copy(update={"against": "BLR"})) == ("LEGAL-26",)
    act.published = 1
    assert caucus.judged("nato", naming) == ("LEGAL-26",)


def test_each_law_of_legality_has_its_case() -> None:
    """Law 8: every LEGAL law is broken by a smallest order here, or among those of marches, weapons, operations abroad and soundings."""
    others = (test_judge_marches, test_judge_nuclear, test_judge_abroad, test_judge_soundings)
    cases = [*globals(), *(name for other in others for name in vars(other))]
    named = {name.split("_")[2] for name in cases if name.startswith("test_legal_") and name[11].isdigit()}
    assert named == {"0", *(id.removeprefix("LEGAL-") for id in LAWS if id.startswith("LEGAL-"))}

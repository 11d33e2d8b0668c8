"""When an AI offers a ceasefire: a war that is ripe by what its seat knows, and no other."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from tests.played import Played
from wargame.ai import cadet, staff
from wargame.ai import peace as peace_of_ai
from wargame.ai.cadet import Cadet
from wargame.ai.campaigning import enemies
from wargame.ai.peace import offer_of_ceasefire
from wargame.ai.staff import Staff
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import column_of, duplicate
from wargame.model.orders import March, TableDraft
from wargame.model.view import View

STILL, SHORT = 52, 51  # weeks


def after_weeks(war: Played, seat: str, weeks: int, pays: bool) -> View:
    """The war of the shared game as a seat sees it in a caucus, its lines still for so many weeks."""
    state = copied(next(s for s in war.after(Phase.CAUCUS) if column_of(s.pairs, "war").any()))
    clock = state.clock[0]
    clock.day = max(int(clock.day), 7 * STILL)
    column_of(state.pairs, "line_day")[...] = clock.day - 7 * weeks
    column_of(state.motives, "gain")[...] = 500 if pays else 0
    column_of(state.motives, "cost")[...] = 400
    units = state.formations
    column_of(units, "strength")[...] = column_of(units, "strength") // (
        1 if pays else 4
    )  # too weak to attack anywhere
    return observe(war.world, state, war.names, war.names.bodies.row(seat))


@pytest.mark.parametrize(
    ("weeks", "pays", "offers"), [(STILL, False, True), (SHORT, False, False), (STILL, True, False)]
)
def test_a_leadership_offers_when_its_attack_pays_no_more(war: Played, weeks: int, pays: bool, offers: bool) -> None:
    """CEASE-2: by its motive, and by the weeks of the stalemate."""
    view = after_weeks(war, "russia", weeks, pays)
    found = offer_of_ceasefire(view)
    assert (found is not None) == offers
    if found is not None:
        facts = view.world.measures[view.names.measures.row(found.measure)]
        assert (facts.kind, facts.body) == (MeasureKind.CEASEFIRE, view.body)
        assert view.names.countries.row(found.against or "") in enemies(view)


@pytest.mark.parametrize("weak", [True, False])
def test_who_can_attack_somewhere_hopes_on(war: Played, monkeypatch: pytest.MonkeyPatch, weak: bool) -> None:
    """CEASE-2: an enemy that is weak somewhere is hope enough, whatever the motive says."""
    view = after_weeks(war, "russia", STILL, pays=False)
    attack = March(formation=view.names.formations.ids[0], path=(), posture="assault")
    monkeypatch.setattr(peace_of_ai, "press", lambda _view, _foe: [attack] if weak else [])
    assert (offer_of_ceasefire(view) is None) == weak


def side_of(view: View, draft: TableDraft | None) -> int:
    """The body that speaks for the state that an offer names; -1 for no offer."""
    return -1 if draft is None else int(view.world.countries[view.names.countries.row(draft.against or "")].body)


def test_all_lines_of_the_war_are_looked_at(war: Played) -> None:
    """CEASE-3: what would end is the war with all that the other side speaks for: one line that moved is enough."""
    view = after_weeks(war, "russia", STILL, pays=False)
    side = side_of(view, offer_of_ceasefire(view))
    rus = view.names.countries.row("RUS")
    foes = [foe for foe in enemies(view) if view.world.countries[foe].body == side]
    assert len(foes) > 1
    for one, other in ((rus, foes[-1]), (foes[-1], rus)):
        view.state.pairs[one, other].line_day = view.state.clock[0].day
    assert side_of(view, offer_of_ceasefire(view)) != side


def test_no_second_offer_while_one_is_in_force(war: Played) -> None:
    """LEGAL-7 and CEASE-4: made to one state of a side it is made to all."""
    view = after_weeks(war, "russia", STILL, pays=False)
    offer = offer_of_ceasefire(view)
    assert offer is not None
    side = side_of(view, offer)
    text = view.state.texts[0]
    text.alive, text.body, text.measure = 1, view.body, view.names.measures.row(offer.measure)
    text.ambition = offer.ambition
    text.against, text.adopted, text.until = enemies(view)[-1], view.state.clock[0].day, 10_000
    assert view.world.countries[text.against].body == side
    assert side_of(view, offer_of_ceasefire(view)) != side


@pytest.mark.parametrize("player", [Cadet(1), Staff(1)], ids=["cadet", "staff"])
def test_players_put_the_offer_beside_their_plan(war: Played, player: Cadet | Staff) -> None:
    """Rulebook 8: every choice says what is done."""
    view = after_weeks(war, "russia", STILL, pays=False)
    decision = player.caucus(view)
    offer = offer_of_ceasefire(view)
    assert offer in decision.orders
    assert f"a ceasefire offered to {offer.against if offer else ''}" in decision.choice.label


@pytest.mark.parametrize(("room", "player"), [(cadet, Cadet(1)), (staff, Staff(1))], ids=["cadet", "staff"])
def test_nobody_calls_for_defence_and_offers_peace_at_once(
    war: Played, monkeypatch: pytest.MonkeyPatch, room: ModuleType, player: Cadet | Staff
) -> None:
    """Rulebook 4 and 5: what an attacked member asks for comes first, alone on the agenda if there is time for one draft only."""
    view = after_weeks(war, "russia", STILL, pays=False)
    world = view.world._replace(course=duplicate(view.world.course))
    world.course[0].drafts_a_turn = 1
    view = replace(view, world=world)
    clause = TableDraft(measure="hybrid_campaign", ambition=1, against="LVA")
    assert offer_of_ceasefire(view) is not None
    monkeypatch.setattr(room, "collective_defence", lambda _view: [clause])
    assert [order for order in player.caucus(view).orders if isinstance(order, TableDraft)] == [clause]


def test_in_peace_nobody_offers_one(peace: Played) -> None:
    """LEGAL-23."""
    state = peace.after(Phase.CAUCUS)[0]
    for body in range(state.bodies.size):
        assert offer_of_ceasefire(observe(peace.world, state, peace.names, body)) is None

"""When an AI offers a ceasefire: a war that is ripe by what its seat knows, and no other."""

from __future__ import annotations

import pytest

from tests.played import Played
from wargame.ai.cadet import Cadet
from wargame.ai.campaigning import enemies, press
from wargame.ai.peace import offer_of_ceasefire
from wargame.ai.staff import Staff
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import MeasureKind, Phase
from wargame.model.columns import column_of
from wargame.model.view import View

STILL, SHORT = 12, 11  # weeks


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


def test_who_can_attack_somewhere_hopes_on(war: Played) -> None:
    """CEASE-2: an enemy that is weak somewhere is hope enough, whatever the motive says."""
    view = after_weeks(war, "russia", STILL, pays=True)
    column_of(view.state.motives, "gain")[...] = 0
    foes = enemies(view)
    assert any(press(view, foe) for foe in foes) == (offer_of_ceasefire(view) is None)


@pytest.mark.parametrize("player", [Cadet(1), Staff(1)], ids=["cadet", "staff"])
def test_players_put_the_offer_beside_their_plan(war: Played, player: Cadet | Staff) -> None:
    """Rulebook 8: every choice says what is done."""
    view = after_weeks(war, "russia", STILL, pays=False)
    decision = player.caucus(view)
    offer = offer_of_ceasefire(view)
    assert offer in decision.orders
    assert f"a ceasefire offered to {offer.against if offer else ''}" in decision.choice.label


def test_in_peace_nobody_offers_one(peace: Played) -> None:
    """LEGAL-23."""
    state = peace.after(Phase.CAUCUS)[0]
    for body in range(state.bodies.size):
        assert offer_of_ceasefire(observe(peace.world, state, peace.names, body)) is None

"""What an AI asks for and grants to end a war: by the laws of settlement, from what its seat knows."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from wargame.ai import peace
from wargame.ai.peace import offer_of_ceasefire
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.observe import observe
from wargame.engine.resolve import begin, copied
from wargame.model.codes import Grant, Phase
from wargame.model.columns import NOBODY, column_of
from wargame.model.orders import TableDraft
from wargame.model.state import State
from wargame.store.scenarios import scenario_from

STALEMATE, HALF_A_YEAR = 52, 26  # weeks


@dataclass(frozen=True)
class War:
    """The war of `invasion_2022` on its first day."""

    game: Compiled
    state: State

    def row(self, country: str) -> int:
        """The row of a state."""
        return self.game.names.countries.row(country)

    def offer(self, seat: str) -> TableDraft | None:
        """What a seat offers, as it knows the war."""
        return offer_of_ceasefire(
            observe(self.game.world, self.state, self.game.names, self.game.names.bodies.row(seat))
        )

    def stands(self, seat: str, ambition: int) -> None:
        """An offer of a seat is in force."""
        names, foe = self.game.names, "UKR" if seat == "russia" else "RUS"
        text = self.state.texts[5 if seat == "russia" else 6]
        text.alive, text.body, text.ambition = 1, names.bodies.row(seat), ambition
        text.measure = names.measures.row("russian_ceasefire" if seat == "russia" else "ukrainian_ceasefire")
        text.against, text.adopted, text.until = self.row(foe), self.state.clock[0].day, 10_000

    def taken(self, regions: int) -> None:
        """Russia holds so many more regions of Ukraine."""
        held = [r for r in range(self.state.regions.size) if self.state.regions[r].controller == self.row("UKR")]
        for region in held[:regions]:
            self.state.regions[region].controller = self.row("RUS")

    def shaken(self, seat: str, stability: int, losses: int) -> None:
        """How a leadership stands at home, and what its forces have lost."""
        row = self.game.names.bodies.row(seat)
        self.state.bodies[row].stability = stability
        self.state.countries[int(self.game.world.bodies[row].leader)].losses = losses

    def still(self, weeks: int) -> None:
        """So many weeks no land has changed hands, and nobody hopes for anything."""
        self.state.clock[0].day = 7 * weeks
        for text in self.state.texts:
            text.until = 10_000
        column_of(self.state.motives, "gain")[...] = 0


@pytest.fixture(scope="module")
def begun() -> Compiled:
    """The scenario on the day of the invasion."""
    return compile_scenario(scenario_from("invasion_2022", "2022-02-24"), 1)


@pytest.fixture
def war(begun: Compiled, monkeypatch: pytest.MonkeyPatch) -> War:
    """Its first caucus; nobody finds the enemy weak anywhere."""
    monkeypatch.setattr(peace, "press", lambda _view, _foe: [])
    state = copied(begin(begun.world, begun.state).state)
    state.clock[0].phase = Phase.CAUCUS
    return War(begun, state)


def asks(war: War) -> tuple[int, ...]:
    """What Russia's offer asks for today; nothing at all where it makes none."""
    offer = war.offer("russia")
    return () if offer is None else (Grant.RECOGNITION - (offer.ambition - 1),)


def test_a_leadership_names_its_terms_while_the_war_goes_on(war: War) -> None:
    """SETTLE-2 and 8: neutrality on the first day; more the more it takes."""
    assert asks(war) == (Grant.NEUTRALITY,)
    war.taken(8)
    assert asks(war) == (Grant.RECOGNITION,)


def test_what_the_war_teaches_lowers_what_is_asked(war: War) -> None:
    """SETTLE-2 and 8: after great losses it stops for nothing but the line, and that only once the war is ripe."""
    war.shaken("russia", 400, 200_000)
    assert asks(war) == ()
    war.still(STALEMATE)
    assert asks(war) == (Grant.NOTHING,)


def test_a_long_stalemate_lowers_what_is_asked(war: War) -> None:
    """SETTLE-2: half a year beyond ripeness."""
    war.still(STALEMATE)
    assert asks(war) == (Grant.NEUTRALITY,)
    war.still(STALEMATE + HALF_A_YEAR)
    assert asks(war) == (Grant.NOTHING,)


def test_who_holds_its_own_grants_nothing(war: War) -> None:
    """SETTLE-3 and 8: on the first day, whatever is asked; at a stalemate it offers the line alone."""
    war.stands("russia", 2)
    assert war.offer("ukraine") is None
    war.still(STALEMATE)
    offer = war.offer("ukraine")
    assert offer is not None
    assert offer.ambition == 1


def test_who_is_worn_down_grants_what_is_asked_and_no_more(war: War) -> None:
    """SETTLE-1, 3 and 8: not before it is asked, and nothing if it is asked for more than it can bear."""
    war.taken(3)
    war.shaken("ukraine", 300, 60_000)
    assert war.offer("ukraine") is None
    war.stands("russia", 2)
    offer = war.offer("ukraine")
    assert offer is not None
    assert (offer.measure, offer.ambition, offer.against) == ("ukrainian_ceasefire", 2, "RUS")
    war.stands("russia", 1)
    assert war.offer("ukraine") is None


def test_help_from_others_stiffens(war: War) -> None:
    """SETTLE-3: the same state, with a text of others that helps it in force."""
    war.taken(2)
    war.shaken("ukraine", 300, 60_000)
    war.stands("russia", 2)
    assert war.offer("ukraine") is not None
    text = war.state.texts[7]
    text.alive, text.body, text.helps, text.until = 1, war.game.names.bodies.row("eu"), war.row("UKR"), 10_000
    text.measure, text.against, text.on = war.game.names.measures.row("peace_facility"), war.row("RUS"), NOBODY
    assert war.offer("ukraine") is None


def test_an_offer_in_force_is_made_again_only_to_go_farther(war: War) -> None:
    """LEGAL-7: neither the same again nor less; a milder one deepens it."""
    war.stands("russia", 2)
    assert asks(war) == ()
    war.stands("russia", 1)
    assert asks(war) == (Grant.NEUTRALITY,)


def test_of_a_council_nothing_is_asked_that_it_cannot_grant(war: War) -> None:
    """SETTLE-8: no offer of the other side's catalogue grants terms."""
    rus, pol = war.row("RUS"), war.row("POL")
    column_of(war.state.pairs, "war")[...] = 0
    war.state.pairs[rus, pol].war = war.state.pairs[pol, rus].war = 1
    assert asks(war) == ()
    war.still(STALEMATE)
    assert asks(war) == (Grant.NOTHING,)

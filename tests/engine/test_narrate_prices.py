"""The price of consensus stays with the council whose draft it was."""

from __future__ import annotations

from tests.played import Played
from wargame.engine.chronicle import Teller
from wargame.engine.compile import Compiled
from wargame.engine.manner import manners_of
from wargame.engine.narrate import for_seat, heard_by
from wargame.model import events as ev
from wargame.model.orders import TableDraft
from wargame.rules.council import NO_PRICE
from wargame.session import Session

SEATS = ("nato", "eu", "russia")


def test_the_price_of_consensus_is_known_to_its_council_alone(start: Compiled) -> None:
    """Rulebook 12: a price comes from members' true supports; other seats hear the verdict, not what consensus would have cost."""
    session = Session(start, {})
    session.begin()
    session.submit("nato", TableDraft(measure="open_channels", ambition=1, against="RUS"))
    for seat in SEATS:
        session.commit(seat)
    teller = Teller(session.names, 0, manners_of(session.world, session.names))
    (true,) = (event for event in session.events if isinstance(event, ev.DraftDecided))
    assert (true.verdict, true.price) == ("blocked", NO_PRICE)
    for price, words in ((NO_PRICE, "no price would have bought consensus"), (57, "consensus would have cost 5.7")):
        event = true.model_copy(update={"price": price})
        assert for_seat(event, "nato") == heard_by(event, "nato") == event
        assert words in teller.line(event)
        for stranger in ("eu", "russia"):
            for heard in (for_seat(event, stranger), heard_by(event, stranger)):
                assert heard == true.model_copy(update={"price": 0})
                assert teller.line(heard) == teller.line(event).split(";")[0] + "."
    assert for_seat(true.model_copy(update={"known_to": ("nato",)}), "russia") is None


def test_no_stranger_s_record_or_headline_tells_a_price(peace: Played) -> None:
    """Rulebook 12: in a whole game no seat reads a price of another council; each still reads its own council's."""
    told = peace.session.events
    for seat in SEATS:
        decided = [heard for event in told if isinstance(heard := for_seat(event, seat), ev.DraftDecided)]
        assert all(event.body == seat for event in decided if event.price)
    assert any(isinstance(event, ev.DraftDecided) and event.price for event in told)

"""What a seat could table, and what it bids for it."""

from tests.played import Played
from wargame.ai.options import buying, options
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Phase
from wargame.model.columns import duplicate
from wargame.model.orders import ORDER, TableDraft
from wargame.model.state import MOST_POINTS, State


def test_no_bid_is_beyond_what_an_order_may_carry(peace: Played) -> None:
    """Not where a scenario lets lobbying do more either: a save with such an order could not be read."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    world = peace.world._replace(council_numbers=duplicate(peace.world.council_numbers))
    numbers = world.council_numbers[0]
    numbers.lobbying_most, numbers.objects = 10.0, 1.0  # who is not for it objects, and all can be won
    view = observe(world, state, peace.names, 0)
    bids = []
    for option in options(view, (3,)):
        order = buying(view, option)
        assert ORDER.validate_json(ORDER.dump_json(order)) == order
        bids += list(order.bids.values())
    assert max(bids) == MOST_POINTS


def with_sanctions(peace: Played, left: int) -> State:
    """The first caucus with sanctions in force for so many days more."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    text = state.texts[0]
    text.alive, text.body, text.ambition, text.measure = 1, 1, 2, peace.names.measures.row("sanctions")
    text.against, text.until = peace.names.countries.row("RUS"), state.clock[0].day + left
    return state


def test_sanctions_are_offered_for_their_roll_over(peace: Played) -> None:
    """LEGAL-7: an AI sees a text in its last weeks as one that it may table again."""
    roll_over = TableDraft(measure="sanctions", ambition=2, lowest=1, against="RUS")
    for left, offered in ((90, False), (14, True)):
        view = observe(peace.world, with_sanctions(peace, left), peace.names, 1)
        assert (roll_over in [option.order for option in options(view, (2,))]) == offered

"""What a seat could table, and what it bids for it."""

from tests.played import Played
from wargame.ai.options import buying, options
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Phase
from wargame.model.columns import duplicate
from wargame.model.orders import ORDER
from wargame.model.state import MOST_POINTS


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

"""What a seat could table, and what it bids for it."""

from tests.played import Played
from wargame.ai.options import Option, buying, options
from wargame.ai.options import appraise as candidate
from wargame.engine.appraisal import appraise
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Phase, Position, Verdict
from wargame.model.columns import column_of, duplicate
from wargame.model.orders import ORDER, TableDraft
from wargame.model.state import MOST_POINTS, State


def test_no_bid_is_beyond_what_an_order_may_carry(peace: Played) -> None:
    """Not where a scenario lets lobbying do more either: a save with such an order could not be read."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    world = peace.world._replace(council_numbers=duplicate(peace.world.council_numbers))
    numbers, bids = world.council_numbers[0], []
    numbers.lobbying_most = 10.0
    for tenths in range(
        -10, 11
    ):  # from where members object, until some can be won by no less than all that is to be had
        numbers.objects = tenths / 10
        view = observe(world, state, peace.names, 0)
        for option in options(view, (3,)):
            order = buying(view, option)
            assert ORDER.validate_json(ORDER.dump_json(order)) == order
            bids += list(order.bids.values())
    assert max(bids) == MOST_POINTS


def test_a_council_that_nobody_is_in_has_a_reading_of_its_drafts(peace: Played) -> None:
    """A scenario may have one: there is nobody to ask, which is support of nought and no reason to stop."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    column_of(state.members, "joined")[1] = 0
    view = observe(peace.world, state, peace.names, 1)
    assert candidate(view, TableDraft(measure="sanctions", ambition=1, against="RUS")).support == 0


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


def test_what_is_bid_suffices_where_abstainers_would_sink_the_act(peace: Played) -> None:
    """COUNCIL-16: where all are reserved there is a price, and a draft with the bids that it asks for is adopted."""
    state = copied(peace.after(Phase.CAUCUS)[0])
    world = peace.world._replace(
        measures=duplicate(peace.world.measures), council_numbers=duplicate(peace.world.council_numbers)
    )
    facts = world.measures[peace.names.measures.row("sanctions")]
    for name in ("threat_slope", "exposure", "commitment", "tie", "abandonment", "entrapment", "domestic", "risk"):
        setattr(world.council_numbers[0], name, 0.0)
    column_of(state.countries, "disposition")[:] = 0
    column_of(state.red_lines, "alive")[:] = 0
    state.bodies[1].influence = 250
    view = observe(world, state, peace.names, 1)
    order = TableDraft(measure="sanctions", ambition=1, against="RUS")
    highest = max(member.value for member in appraise(view, order).members)
    facts.base_1 -= highest + 100
    before = appraise(view, order)
    assert {member.position for member in before.members} == {Position.RESERVED}
    assert (before.verdict, before.price > 0) == (Verdict.BLOCKED, True)
    bought = buying(view, Option(order, 0, before.price, before.cost))
    after = appraise(view, bought)
    assert (after.verdict, after.price, after.broken) == (Verdict.ADOPTED, 0, ())

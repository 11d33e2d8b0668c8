"""What happened is folded by council, place and state, and nothing falls out of the fold."""

from tests.played import Played
from wargame.engine.interests import interests_of
from wargame.engine.matters import ground_of
from wargame.engine.narrate import may_know
from wargame.engine.observe import observe
from wargame.model import events as ev
from wargame.ui.play.grouping import groups

ALL = ("nato", "eu", "russia")


def test_each_event_is_in_one_group(war: Played) -> None:
    """Whatever a seat heard."""
    for seat in ALL:
        heard = [event for event in war.session.events if may_know(event, seat)]
        view = observe(war.world, war.session.state, war.names, war.names.bodies.row(seat))
        found = groups(heard, war.names, ground_of(war.world, war.names), interests_of(view))
        assert sorted(number for group in found for number in group.numbers) == list(range(len(heard)))
        assert len({group.key for group in found}) == len(found)
        assert all(group.title for group in found)


def test_the_group_with_the_heaviest_matter_stands_first(war: Played) -> None:
    """A place that changed hands before one where only an order failed, though that is heard of first."""
    failed = ev.OrderFrustrated(
        day=3, known_to=ALL, formation=war.names.formations.ids[0], place="LV-RIGA", cause="no_lift"
    )
    lost = ev.ControlChanged(day=9, known_to=ALL, place="EE-TART", holder="RUS", before="EST")
    view = observe(war.world, war.session.state, war.names, 0)
    found = groups([failed, lost], war.names, ground_of(war.world, war.names), interests_of(view))
    assert [group.key for group in found] == ["place.EE-TART", "place.LV-RIGA"]

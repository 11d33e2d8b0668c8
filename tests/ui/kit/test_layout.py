"""Rows and columns share out every pixel, and nothing reaches beyond its parent."""

from hypothesis import given
from hypothesis import strategies as st
from pygame import Rect

from tests.ui.stage import theme
from wargame.ui.kit.label import Label
from wargame.ui.kit.layout import Column, Cross, Either, Line, Row, inset, spans, split
from wargame.ui.kit.widget import Widget
from wargame.ui.theme.theme import Theme

lengths = st.lists(st.integers(0, 400), max_size=8)
rooms = st.integers(0, 1500)
THEMES = {percent: theme(percent) for percent in (80, 100, 125, 200)}


@st.composite
def wishes_and_grows(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    wishes = draw(lengths)
    return wishes, draw(st.lists(st.integers(0, 4), min_size=len(wishes), max_size=len(wishes)))


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> Widget:
    if depth == 0 or draw(st.booleans()):
        leaf = Widget().sized(draw(st.integers(0, 300)), draw(st.integers(0, 200)))
        return leaf.growing(draw(st.integers(0, 3)))
    kids = draw(st.lists(trees(depth=depth - 1), max_size=4))
    kind: type[Line] = draw(st.sampled_from([Row, Column]))
    made = kind(*kids, gap=draw(st.integers(0, 20)), pad=draw(st.integers(0, 20)), cross=draw(st.sampled_from(Cross)))
    return made.growing(draw(st.integers(0, 3)))


@given(st.integers(0, 5000), st.lists(st.integers(0, 50), max_size=9))
def test_parts_add_up_to_the_whole(total: int, weights: list[int]) -> None:
    """No pixel is lost or made, and each part is within one of its exact share."""
    parts = split(total, weights)
    assert sum(parts) == (total if any(weights) else 0)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - (total * weight / sum(weights) if any(weights) else 0)) <= 1


@given(rooms, wishes_and_grows(), st.integers(0, 30))
def test_a_row_stays_in_its_room_and_fills_it_if_something_grows(
    room: int, wanted: tuple[list[int], list[int]], gap: int
) -> None:
    """Places follow each other without overlap; with a grower the last one ends where the room ends."""
    wishes, grows = wanted
    places = spans(room, wishes, grows, gap)
    ends = 0
    for place in places:
        assert place.start >= ends
        assert place.length >= 0
        ends = place.start + place.length
    assert ends <= room
    spare = room - sum(wishes) - gap * max(0, len(wishes) - 1)
    if any(grows) and spare >= 0:
        assert ends == room


@given(rooms, wishes_and_grows(), st.integers(0, 30))
def test_only_what_grows_gets_more_than_it_wished(room: int, wanted: tuple[list[int], list[int]], gap: int) -> None:
    """Spare room goes to growers alone, and what is short is taken from growers first."""
    wishes, grows = wanted
    places = spans(room, wishes, grows, gap)
    rigid = [(p.length, w) for p, w, g in zip(places, wishes, grows, strict=True) if not g]
    growing = [p.length for p, g in zip(places, grows, strict=True) if g]
    assert all(length <= wish for length, wish in rigid)
    if any(length < wish for length, wish in rigid):
        assert not any(growing)


@given(trees(), st.integers(0, 900), st.integers(0, 700), st.sampled_from([80, 100, 125, 200]))
def test_children_never_exceed_their_parent(tree: Widget, width: int, height: int, percent: int) -> None:
    """At any depth, size and scale every rectangle lies in that of its parent, and siblings lie side by side."""
    tree.place(THEMES[percent], Rect(7, 5, width, height))
    for widget in tree.walk():
        for kid in widget.kids:
            assert widget.rect.contains(kid.rect) or kid.rect.w == 0 or kid.rect.h == 0
        for one, other in zip(widget.kids, widget.kids[1:], strict=False):
            both = one.rect.clip(other.rect)
            assert both.w == 0 or both.h == 0


@given(rooms, st.sampled_from([80, 100, 200]))
def test_the_tree_that_fits_the_width_is_shown_alone(width: int, percent: int) -> None:
    """Measured in logical units, so that a larger scale counts as a narrower window."""
    wide, narrow = Widget(), Widget()
    either = Either(500, wide, narrow)
    either.place(THEMES[percent], Rect(0, 0, width, 50))
    assert list(either.walk())[1:] == [wide if width * 100 >= 500 * percent else narrow]


@given(rooms, rooms, st.integers(0, 40))
def test_a_rim_is_taken_from_all_sides_alike(width: int, height: int, rim: int) -> None:
    """What is left keeps the middle and is never less than nothing."""
    left = inset(Rect(0, 0, width, height), rim)
    assert min(left.size) >= 0
    assert Rect(0, 0, width, height).contains(left) or 0 in left.size


def test_a_row_is_as_high_as_its_highest_child_at_the_width_it_will_get() -> None:
    """Height is asked for at the width after sharing, so that wrapped text is not cut."""

    class Wrapped(Widget):
        def content(self, theme: Theme, room: int) -> tuple[int, int]:
            return 100, 10 if room >= 100 else 20

    row = Row(Wrapped().growing(), Widget().sized(80, 5), gap=0)
    assert row.wish(THEMES[100], 200) == (180, 10)


def test_a_row_is_as_high_as_what_it_breaks_into() -> None:
    """A text that gets less room than it wishes takes more lines, and the row that holds it is that high."""
    text = Label("one two three four five six seven eight nine ten")
    row = Row(Widget().sized(40, 10), text.growing(), gap=0)
    high = text.wish(THEMES[100], 160)[1]
    assert high > text.wish(THEMES[100], 0)[1]
    assert row.wish(THEMES[100], 200)[1] == high

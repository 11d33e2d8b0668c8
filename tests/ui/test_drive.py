"""The driver finds what is wrong with a layout: each fault it looks for, made on purpose."""

from pygame import Rect

from tests.ui.drive import text_complaints, widget_complaints
from wargame.ui.kit.canvas import Written
from wargame.ui.kit.layout import Column, Pile
from wargame.ui.kit.widget import Widget

ALL = Rect(0, 0, 500, 500)
NO_FIELD = Rect(0, 0, 0, 0)


def text(rect: Rect, box: Rect | None = None, clip: Rect = ALL, shown: str = "ab") -> Written:
    return Written("ab", shown, rect, rect if box is None else box, clip)


def placed(root: Widget, rect: Rect, *kids: Rect) -> Widget:
    root.kids = [Widget() for _ in kids]
    root.rect = rect
    for kid, place in zip(root.kids, kids, strict=True):
        kid.rect = place
    return root


def test_texts_too_large_without_room_cut_or_on_each_other_are_found() -> None:
    """And sound ones are not."""
    sound = text(Rect(10, 10, 30, 16))
    faulty = [
        text(Rect(10, 40, 30, 16), Rect(10, 40, 20, 16)),
        text(Rect(10, 60, 30, 16), Rect(10, 60, 30, 8)),
        text(Rect(10, 80, 30, 16), shown=""),
        text(Rect(480, 100, 40, 16)),
        text(Rect(20, 12, 30, 16)),
    ]
    assert list(text_complaints([sound], NO_FIELD)) == []
    for fault in faulty:
        assert len(list(text_complaints([sound, fault], NO_FIELD))) == 1, fault


def test_a_row_half_scrolled_out_is_sound() -> None:
    """Only the sides count, and what cannot be seen at all does not."""
    view = Rect(0, 0, 100, 50)
    assert (
        list(text_complaints([text(Rect(0, 42, 30, 16), clip=view), text(Rect(0, 70, 300, 16), clip=view)], ALL)) == []
    )


def test_widgets_on_each_other_or_out_of_their_parent_are_found() -> None:
    """Unless they are meant to lie on each other."""
    apart = placed(Column(), ALL, Rect(0, 0, 50, 50), Rect(50, 0, 50, 50))
    assert list(widget_complaints(apart)) == []
    assert len(list(widget_complaints(placed(Column(), ALL, Rect(0, 0, 51, 50), Rect(50, 0, 50, 50))))) == 1
    assert len(list(widget_complaints(placed(Column(), ALL, Rect(480, 0, 50, 50))))) == 1
    assert list(widget_complaints(placed(Pile(), ALL, Rect(0, 0, 51, 50), Rect(50, 0, 50, 50)))) == []

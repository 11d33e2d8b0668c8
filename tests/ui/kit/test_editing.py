"""A line being edited: caret and selection always lie in the text, and edits change only what they should."""

from hypothesis import given
from hypothesis import strategies as st

from wargame.ui.kit.editing import Line

texts = st.text(alphabet="ab żŁ漢", max_size=12)


@st.composite
def lines(draw: st.DrawFn) -> Line:
    text = draw(texts)
    return Line(text, draw(st.integers(0, len(text))), draw(st.integers(0, len(text))))


def sound(line: Line) -> bool:
    return 0 <= line.start <= line.end <= len(line.text)


@given(lines(), texts, st.integers(0, 15))
def test_entering_replaces_the_selection_and_keeps_the_limit(line: Line, entered: str, limit: int) -> None:
    """What was before and behind the selection stays; the text never grows beyond its limit by it."""
    after = line.insert(entered, limit)
    assert sound(after)
    assert after.text.startswith(line.text[: line.start])
    assert after.text.endswith(line.text[line.end :])
    assert len(after.text) <= max(limit, len(line.text) - len(line.selected))
    assert after.selected == ""


@given(lines(), st.integers(-5, 20))
def test_moving_and_stretching_stay_in_the_text(line: Line, place: int) -> None:
    """Places outside are brought inside; the text stays."""
    for after in (line.moved(place), line.stretched(place), line.all_selected(), line.word_selected()):
        assert sound(after)
        assert after.text == line.text


@given(lines(), st.integers(-5, 20))
def test_cutting_takes_the_selection_or_up_to_a_place(line: Line, place: int) -> None:
    """A selection is cut alone; without one, what lies between caret and place."""
    after = line.cut_to(place)
    assert sound(after)
    if line.selected:
        assert after.text == line.text[: line.start] + line.text[line.end :]
    else:
        gone = sorted((line.caret, min(max(place, 0), len(line.text))))
        assert after.text == line.text[: gone[0]] + line.text[gone[1] :]


@given(lines())
def test_words_are_left_and_right_of_the_caret(line: Line) -> None:
    """A word before starts at or before the caret, a word after ends at or behind it, and from inside both move."""
    assert 0 <= line.word_before() <= line.caret <= line.word_after() <= len(line.text)
    assert line.caret == 0 or line.word_before() < line.caret
    assert line.caret == len(line.text) or line.word_after() > line.caret


def test_words() -> None:
    """By example: `one two| three`."""
    line = Line("one two three", 7, 7)
    assert line.word_before() == 4
    assert line.word_after() == 13
    assert line.moved(5).word_selected().selected == "two"

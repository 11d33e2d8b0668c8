"""Back and on again."""

from wargame.ui.play.history import MOST, History


def test_states_go_back_and_on_again() -> None:
    """In their order; the same state twice is one; something new after going back forgets what lay ahead."""
    history = History("none")
    assert not history.has_back
    for state in ("none", "one", "one", "two"):
        history.note(state)
    assert history.back() == "one"
    assert history.back() == "none"
    assert not history.has_back
    assert history.on() == "one"
    history.note("other")
    assert not history.has_on
    assert history.back() == "one"


def test_a_history_may_begin_empty_and_is_not_endless() -> None:
    """The first state has nothing before it; the oldest of many are forgotten."""
    history: History[int] = History()
    for number in range(MOST + 10):
        history.note(number)
        assert history.has_back == (number > 0)
    back = 0
    while history.has_back:
        history.back()
        back += 1
    assert back == MOST - 1

"""Tables: any number of rows, sorted and filtered, chosen by pointer and keys, and only what can be seen is drawn."""

import pygame
import pytest

from tests.ui.drive import Driver
from tests.ui.stage import driven
from wargame.ui.kit.layout import Column
from wargame.ui.kit.rows import Direction, Entry, Heading, Order, dated, filtered, number, ordered, words
from wargame.ui.kit.table import Table

HEADINGS = [Heading("name", "Name", "By name", 120, 1), Heading("size", "Size", "By size", 60)]
MANY = 1000


def entries(count: int = MANY) -> list[Entry]:
    return [Entry(f"k{i}", (words(f"Row {i}"), number(i * 7 % 100, str(i * 7 % 100)))) for i in range(count)]


@pytest.fixture
def table() -> Table:
    """A thousand rows."""
    made = Table("t", HEADINGS, "Rows")
    made.fill(entries())
    return made


def shown(table: Table) -> Driver:
    return driven(Column(table.growing()), (500, 400))


def test_only_rows_that_can_be_seen_are_drawn(table: Table) -> None:
    """A thousand rows cost what a dozen cost."""
    d = shown(table)
    drawn = [text for text in d.texts() if text.startswith("Row")]
    assert 8 <= len(drawn) <= 13
    assert len([key for key in d.window.places() if key.startswith("t.k")]) == len(drawn)


def test_headings_sort_and_turn_round(table: Table) -> None:
    """By the values, not their texts, and stable."""
    d = shown(table)
    d.click("t.sort.size")
    sizes = [entry.cells[1].order for entry in table.shown]
    assert sizes == sorted(sizes, key=float)
    assert table.shown[0].key == "k0"
    assert table.shown[1].key == "k100"
    d.click("t.sort.size")
    assert table.order == Order(1, Direction.DOWN)
    assert table.shown[0].cells[1].order == 99


def test_sorting_by_keyboard(table: Table) -> None:
    """Headings stand in the focus order before the rows."""
    d = shown(table)
    d.key(pygame.K_TAB)
    d.key(pygame.K_TAB)
    assert d.window.focused == "t.sort.name"
    d.key(pygame.K_SPACE)
    assert table.order == Order(0, Direction.UP)


def test_arrows_choose_and_return_opens(table: Table) -> None:
    """The chosen row is always in sight."""
    opened: list[str] = []
    table.on_open = opened.append
    d = shown(table)
    d.window.focus("t")
    d.key(pygame.K_END)
    assert table.chosen == "k999"
    assert d.find("t").contains(d.find("t.k999"))
    d.key(pygame.K_UP)
    d.key(pygame.K_PAGEUP)
    d.key(pygame.K_RETURN)
    assert opened == [table.chosen]
    d.key(pygame.K_HOME)
    assert table.chosen == "k0"


def test_a_double_click_opens_and_a_single_one_chooses(table: Table) -> None:
    """Two presses far apart in time are two choices."""
    opened: list[str] = []
    table.on_open = opened.append
    d = shown(table)
    d.click("t.k3")
    d.tick(1000)
    d.click("t.k3")
    assert (table.chosen, opened) == ("k3", [])
    d.click("t.k3")
    assert opened == ["k3"]


def test_the_wheel_and_the_bar_scroll(table: Table) -> None:
    """Down to the end and not beyond."""
    d = shown(table)
    d.wheel("t", -2)
    assert "t.k0" not in d.window.places()
    rect = d.find("t")
    d.drag((rect.right - 3, rect.y + 45), (rect.right - 3, rect.bottom + 200))
    assert "t.k999" in d.window.places()


def test_filtering_asks_for_every_word_without_marks_or_case() -> None:
    """`lodz` finds `Łódź`; the order of words is free."""
    rows = [Entry(name, (words(name),)) for name in ("Łódź Brigade", "Lodzia", "Brigade Łask")]
    assert [entry.key for entry in filtered(rows, "brig lodz")] == ["Łódź Brigade"]
    assert [entry.key for entry in filtered(rows, "  ")] == [entry.key for entry in rows]


def test_numbers_and_texts_in_one_column_can_be_sorted() -> None:
    """A dash where a number is unknown must not stop the sorting."""
    rows = [Entry("a", (words("–"),)), Entry("b", (number(2, "2"),)), Entry("c", (number(-1, "−1"),))]
    assert [entry.key for entry in ordered(rows, Order(0))] == ["c", "b", "a"]


def test_an_empty_table_says_so_and_takes_keys(table: Table) -> None:
    """Filtered to nothing, nothing can be chosen or opened."""
    opened: list[str] = []
    table.on_open = opened.append
    table.filter("zzz")
    d = shown(table)
    d.window.focus("t")
    for key in (pygame.K_DOWN, pygame.K_END, pygame.K_RETURN):
        d.key(key)
    assert opened == []
    assert "Nothing fits" in d.texts()


def test_a_list_is_a_table_without_titles() -> None:
    """No headings, no room for them, and nothing to sort by."""
    made = Table("t", [Heading("name", "", "", 120, 1)], "Rows")
    made.fill([Entry(row.key, row.cells[:1]) for row in entries(30)])
    d = shown(made)
    assert list(d.window.widgets()) == ["t"]
    assert d.find("t.k0").y - d.find("t").y <= 2
    assert d.complaints() == []


LONG = "Deterrence: an attack on the exposed allies does not pay"


def test_a_row_is_as_high_as_its_text_needs() -> None:
    """What has no room on one line is read on several and not cut; rows of one line keep their height."""
    made = Table("t", HEADINGS, "Rows")
    made.fill([Entry("long", (words(LONG), number(1, "1"))), *entries(3)])
    d = driven(Column(made.growing()), (260, 400))
    assert d.complaints() == []
    high = [d.find(f"t.{key}").h for key in ("long", "k0", "k1")]
    assert high[0] > high[1] == high[2]
    assert d.find("t.k0").y == d.find("t.long").bottom
    d.click("t.k1")
    assert made.chosen == "k1"


def test_a_row_chosen_before_it_has_its_place_is_in_sight() -> None:
    """As in a list that is filled and shows its last row at once, however high the rows before it are."""
    made = Table("t", HEADINGS, "Rows")
    made.fill([Entry(f"k{i}", (words(LONG), number(i, str(i)))) for i in range(MANY)])
    made.choose(f"k{MANY - 1}")
    d = driven(Column(made.growing()), (260, 400))
    assert d.find("t").contains(d.find(f"t.k{MANY - 1}"))


def test_dates_are_sorted_by_their_days() -> None:
    """The 4th of February comes before the 1st of March, whatever their names begin with."""
    days = {"1 Mar 2022": 59, "4 Feb 2022": 34, "12 Jan 2023": 376}
    rows = [Entry(text, (dated(day, text),)) for text, day in days.items()]
    assert [entry.key for entry in ordered(rows, Order(0))] == sorted(days, key=lambda text: days[text])

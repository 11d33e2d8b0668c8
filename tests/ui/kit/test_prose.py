"""Rich text: what the markup means, how words wrap, where links lead, that only what can be seen is drawn."""

import pygame
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.stage import driven, theme
from wargame.ui.kit.layout import Column
from wargame.ui.kit.markup import BlockKind, Piece, blocks, plain
from wargame.ui.kit.prose import LONGEST_LINE, Prose, article
from wargame.ui.kit.wrap import flow
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import BODY, HEADING, ITALIC, STRONG

THEME = theme()


def test_each_sign_has_its_meaning() -> None:
    """One block of each kind and one span of each kind."""
    found = blocks("# Head\n- a **b** *c* [d](x:y) {bad:e} {no:f}")
    assert [block.kind for block in found] == [BlockKind.HEADING, BlockKind.BULLET]
    assert found[0].pieces == (Piece("Head", HEADING),)
    looks = [(p.text, p.style, p.tone, p.target) for p in found[1].pieces if p.text.strip()]
    assert looks == [
        ("a ", BODY, Tone.TEXT, ""),
        ("b", STRONG, Tone.TEXT, ""),
        ("c", ITALIC, Tone.TEXT, ""),
        ("d", STRONG, Tone.LINK, "x:y"),
        ("e", STRONG, Tone.BAD, ""),
        ("{no:f}", BODY, Tone.TEXT, ""),
    ]


@given(st.text(alphabet="ab *[](){}:#-\\\n\r漢", max_size=60))
def test_plain_text_has_no_meaning(text: str) -> None:
    """A name from a file can be no markup: no link, no style, no block but text, and no letter lost."""
    (block,) = blocks("x " + plain(text))
    assert block.kind is BlockKind.TEXT
    assert {piece.style for piece in block.pieces} == {BODY}
    assert not any(piece.target for piece in block.pieces)
    assert "".join(piece.text for piece in block.pieces).split() == ["x", *" ".join(text.splitlines()).split()]


@given(st.text(alphabet="ab *[](){}:#-\\\n漢\u202e\0", max_size=80), st.integers(1, 300))
def test_any_source_wraps_into_its_room(source: str, room: int) -> None:
    """Lines end inside the room, but for a letter that is wider than all of it; lines come from top to bottom."""
    laid = flow(blocks(source), THEME.type, room)
    for word in laid.words:
        assert word.x + word.width <= room or len(word.piece.text.rstrip()) <= 1
    assert [word.y for word in laid.words] == sorted(word.y for word in laid.words)


def test_links_are_followed_by_pointer_and_keyboard() -> None:
    """In the order of the text, each with its target."""
    followed: list[str] = []
    d = driven(Column(Prose("p", "Go to [Estonia](state:EST) or to [Latvia](state:LVA).", followed.append)))
    d.click("p.link.1")
    d.window.focus("")
    d.key(pygame.K_TAB)
    d.key(pygame.K_RETURN)
    assert followed == ["state:LVA", "state:EST"]


def test_a_link_over_two_lines_is_pressed_on_its_words_alone() -> None:
    """The rectangle around both lines holds other words too."""
    followed: list[str] = []
    d = driven(Column(Prose("p", "A long beginning [and a link that wraps](x) rest", followed.append).sized(220)))
    link = d.widget("p.link.0")
    assert link.rect.h > 30
    d.press_at((link.rect.x + 2, link.rect.y + 4))
    assert followed == []
    d.press_at((link.rect.x + 2, link.rect.bottom - 8))
    assert followed == ["x"]


def test_only_lines_that_can_be_seen_are_drawn() -> None:
    """Of a long text in a scrolling room, before and after scrolling to the end."""
    lines = "\n".join(f"Paragraph {i}" for i in range(500))
    d = driven(Column(article("a", lines, "Text", str).growing()), (600, 300))
    assert 0 < d.texts().count("Paragraph") < 20
    d.window.focus("a")
    d.key(pygame.K_END)
    assert "499" in d.texts()
    assert 0 < d.texts().count("Paragraph") < 20


def test_a_link_with_the_focus_is_scrolled_into_sight() -> None:
    """Tab from the top to a link far below."""
    d = driven(Column(article("a", "top\n" * 100 + "[end](x)", "Text", str).growing()), (600, 300))
    d.key(pygame.K_TAB)
    d.key(pygame.K_TAB)
    assert d.window.focused == "a.link.0"
    d.tick()
    assert d.find("a").contains(d.find("a.link.0"))


def test_lines_stay_short_enough_to_read() -> None:
    """On a wide screen the text does not run across it."""
    prose = Prose("p", "word " * 200)
    assert prose.wish(THEME, 3000)[0] <= THEME.px(LONGEST_LINE)


def test_a_figure_keeps_its_sign() -> None:
    """A line breaks before "49.7 %", not within it."""
    room = THEME.type.width("It reads 49.7", BODY)
    laid = flow(blocks("It reads 49.7 % now"), THEME.type, room)
    (figure,) = (word for word in laid.words if "49.7" in word.piece.text)
    assert figure.piece.text.strip() == "49.7 %"
    assert figure.y > 0

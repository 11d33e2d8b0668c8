"""The clipboard: text comes back as it was put, whatever the system says."""

import pygame
import pytest

from wargame.ui import clipboard
from wargame.ui.clipboard import LONGEST, OwnClipboard, SystemClipboard

WORDS = "Łódź 漢 🙂"


@pytest.fixture
def board(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A system whose clipboard holds bytes by type, as one of the makes of pygame speaks to it."""
    held: dict[str, bytes] = {}
    monkeypatch.setattr(pygame.scrap, "get", held.get)
    monkeypatch.setattr(pygame.scrap, "put", held.__setitem__)
    monkeypatch.setattr(clipboard, "_open", lambda: None)
    monkeypatch.delattr(pygame.scrap, "get_text", raising=False)
    monkeypatch.delattr(pygame.scrap, "put_text", raising=False)
    return held


def test_bytes_carry_any_script(board: dict[str, bytes]) -> None:
    """Through the type that can."""
    SystemClipboard().write(WORDS)
    assert SystemClipboard().read() == WORDS
    assert len(board) == 2


def test_text_of_an_old_program_is_read(board: dict[str, bytes]) -> None:
    """One byte a letter, ended by nothing, as some systems hand it over."""
    board["text/plain"] = b"caf\xe9\0"
    assert SystemClipboard().read() == "café"


def test_bytes_that_are_no_text_stop_nothing(board: dict[str, bytes]) -> None:
    """And a whole book is cut."""
    board["text/plain;charset=utf-8"] = b"\xff\xfe" + b"a" * 2 * LONGEST
    assert len(SystemClipboard().read()) == LONGEST


def test_texts_are_used_where_the_make_speaks_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other make."""
    held: list[str] = []
    monkeypatch.setattr(pygame.scrap, "put_text", held.append, raising=False)
    monkeypatch.setattr(pygame.scrap, "get_text", lambda: held[-1], raising=False)
    SystemClipboard().write(WORDS)
    assert SystemClipboard().read() == WORDS


def test_without_a_clipboard_the_game_keeps_its_own(board: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses, and where there is no window at all."""

    def refuse(*_: object) -> None:
        raise pygame.error("no clipboard")

    monkeypatch.setattr(pygame.scrap, "get", refuse)
    monkeypatch.setattr(pygame.scrap, "put", refuse)
    for own in (SystemClipboard(), OwnClipboard()):
        assert own.read() == ""
        own.write(WORDS)
        assert own.read() == WORDS
    assert board == {}

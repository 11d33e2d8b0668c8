"""The clipboard of the system, or one of the game's own where the system has none.

The two makes of pygame share no way to it: one speaks texts, the other bytes of a type.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

LONGEST = 100_000  # letters taken from the clipboard
TYPES = (("text/plain;charset=utf-8", "utf-8"), ("text/plain", "latin-1"))  # type and encoding, the better first
TROUBLE = (pygame.error, UnicodeError, ValueError)


class OwnClipboard:
    """Text kept inside the game."""

    def __init__(self) -> None:
        self._text = ""

    def reopen(self) -> None:
        """The window is another one now."""

    def read(self) -> str:
        """Text on it."""
        return self._text

    def write(self, text: str) -> None:
        """Put a text on it."""
        self._text = text


class SystemClipboard(OwnClipboard):
    """The clipboard that other programs share; needs a window."""

    def __init__(self) -> None:
        super().__init__()
        self._get: Callable[[], str] = getattr(pygame.scrap, "get_text", _get)
        self._put: Callable[[str], None] = getattr(pygame.scrap, "put_text", _put)
        self.reopen()

    def reopen(self) -> None:
        """Tell one of the makes which window asks; the other finds it."""
        if self._get is _get:
            _open()

    def read(self) -> str:
        """Text on it; what the game put there where the system answers nothing."""
        try:
            return self._get()[:LONGEST] or super().read()
        except TROUBLE:
            return super().read()

    def write(self, text: str) -> None:
        """Put a text on it."""
        super().write(text)
        try:
            self._put(text)
        except TROUBLE:
            return  # it is kept inside the game


def _open() -> None:
    try:
        pygame.scrap.init()
    except TROUBLE:
        return  # the game's own is used


def _get() -> str:
    for kind, encoding in TYPES:
        found = pygame.scrap.get(kind)
        if found:
            return found.decode(encoding, "replace").rstrip("\0")
    return ""


def _put(text: str) -> None:
    for kind, encoding in TYPES:
        pygame.scrap.put(kind, text.encode(encoding, "replace"))

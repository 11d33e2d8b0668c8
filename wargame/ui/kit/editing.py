"""Editing one line of text: caret, selection and what keys do to them, as values without a screen."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Line:
    """A text, the place of the caret, and the place where a selection began. Places count letters from 0."""

    text: str = ""
    caret: int = 0
    anchor: int = 0

    @property
    def start(self) -> int:
        """Where the selection starts."""
        return min(self.caret, self.anchor)

    @property
    def end(self) -> int:
        """Where the selection ends; the start where nothing is selected."""
        return max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        return self.text[self.start : self.end]

    def insert(self, entered: str, limit: int) -> Line:
        """Put a text in place of the selection, as much as leaves no more than `limit` letters."""
        kept = len(self.text) - len(self.selected)
        entered = entered[: max(0, limit - kept)]
        place = self.start + len(entered)
        return Line(self.text[: self.start] + entered + self.text[self.end :], place, place)

    def moved(self, place: int) -> Line:
        """Caret at a place, nothing selected."""
        place = self._inside(place)
        return replace(self, caret=place, anchor=place)

    def stretched(self, place: int) -> Line:
        """Caret at a place, selected from where the selection began."""
        return replace(self, caret=self._inside(place))

    def all_selected(self) -> Line:
        """Everything selected."""
        return replace(self, anchor=0, caret=len(self.text))

    def cut_to(self, place: int) -> Line:
        """Without the selection, or without what is between the caret and a place if nothing is selected."""
        line = self if self.selected else self.stretched(place)
        return Line(line.text[: line.start] + line.text[line.end :], line.start, line.start)

    def word_before(self) -> int:
        """Where the word at or before the caret starts."""
        return len(_without_last_word(self.text[: self.caret]))

    def word_after(self) -> int:
        """Where the word at or after the caret ends."""
        rest = self.text[self.caret :]
        return len(self.text) - len(_without_last_word(rest[::-1]))

    def word_selected(self) -> Line:
        """The word around the caret selected."""
        start = len(self.text[: self.caret].rpartition(" ")[0]) + (1 if " " in self.text[: self.caret] else 0)
        behind = self.text.find(" ", self.caret)
        return replace(self, anchor=start, caret=len(self.text) if behind < 0 else behind)

    def _inside(self, place: int) -> int:
        return min(max(place, 0), len(self.text))


def _without_last_word(text: str) -> str:
    return text.rstrip().rpartition(" ")[0] + (" " if " " in text.rstrip() else "")

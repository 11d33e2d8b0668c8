"""The deck on the facilitator's screen: every inject of the scenario, and what shall become of it in this briefing."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.inject_words import listed_words
from wargame.model.facilitation import Act, LetGo, Release, Withhold
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Cross, Row, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.play.cell import AS_WRITTEN, RELEASE, WITHHOLD, Card, Cell
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

RULING_WIDE = 250  # logical units
ACTS: dict[str, Callable[[str], Act]] = {
    AS_WRITTEN: lambda name: LetGo(inject=name),
    RELEASE: lambda name: Release(inject=name),
    WITHHOLD: lambda name: Withhold(inject=name),
}


def told_now(cell: Cell) -> int:
    """How many injects are told when the turn opens."""
    return sum(_is_told_now(card) for card in cell.cards) + len(cell.written)


def deck_page(cell: Cell, do: Callable[[Act], bool]) -> Widget:
    """A card an inject: those that are still to come first."""
    if not cell.cards:
        return panel(Label(_("This scenario has no injects. You can write your own."), SMALL, Tone.DIM)).growing()
    ordered = sorted(cell.cards, key=lambda card: (card.is_told, not _is_told_now(card)))
    return Scroll(Column(*(_card(card, do) for card in ordered), gap=10), "deck", _("Scroll with the arrows"))


def _is_told_now(card: Card) -> bool:
    return card.ruling == RELEASE or (card.is_due and card.ruling == AS_WRITTEN)


def _card(card: Card, do: Callable[[Act], bool]) -> Widget:
    head = Row(heading(card.title).growing(), _ruling(card, do), cross=Cross.MIDDLE, gap=10)
    about = Prose(f"about.{card.name}", "*" + plain(listed_words(card.about)) + "*")
    return panel(head, Prose(f"text.{card.name}", plain(card.text)), about)


def _ruling(card: Card, do: Callable[[Act], bool]) -> Widget:
    if card.is_told:
        return Label(_("Told"), STRONG, Tone.GOOD)
    choices = [
        Choice(AS_WRITTEN, _("As written: told now") if card.is_due else _("As written: not yet due")),
        Choice(RELEASE, _("Tell it now")),
        Choice(WITHHOLD, _("Withhold it")),
    ]
    tip = _("What becomes of it when the turn opens")
    drop = DropDown(f"rule.{card.name}", choices, card.ruling, lambda key: _rule(card, key, do), tip)
    return drop.sized(wide=RULING_WIDE)


def _rule(card: Card, key: str, do: Callable[[Act], bool]) -> None:
    do(ACTS[key](card.name))

"""What the facilitator did, in words: for its own screen and for the teacher's report."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.engine.deck import Deck
from wargame.engine.inject_words import effect_words, told_to_words
from wargame.model.facilitation import Act, Annotate, LetGo, OpenTurn, Release, Strike, Withhold, Write
from wargame.model.names import Names


def act_words(deck: Deck, names: Names, act: Act) -> str:
    """One act; empty for what leaves nothing to tell."""
    match act:
        case Release():
            return _("Released “{title}”").format(title=deck.injects[act.inject].title)
        case Withhold():
            return _("Withheld “{title}”").format(title=deck.injects[act.inject].title)
        case LetGo():
            return _("Let “{title}” come when it is due").format(title=deck.injects[act.inject].title)
        case Write():
            parts = [told_to_words(names, act.to), *(effect_words(names, effect) for effect in act.effects)]
            return _("Wrote “{title}” ({about})").format(title=act.title, about="; ".join(parts))
        case Annotate():
            return _("Noted: {text}").format(text=act.text)
        case Strike() | OpenTurn():
            return ""

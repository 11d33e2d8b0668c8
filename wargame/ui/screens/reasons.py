"""Why the AIs chose what they chose: readable after the turn where one person plays alone, for all when the game is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wargame.model import events as ev
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import Game
from wargame.ui.screens.pieces import Value, in_words, points
from wargame.ui.settings import Reasons
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL
from wargame.ui.words.catalogue import _


def may_be_read(game: Game, setting: Reasons) -> bool:
    """Reasons give an opponent's mind away: to one person who asked for them, or to all when nothing can be won by it."""
    return game.over or (setting is Reasons.AFTER_TURN and len(game.people) == 1)


def choices_of(game: Game, since: int, until: int) -> tuple[ev.Chosen, ...]:
    """What AIs chose among the events from one number to another, where there was something to choose between."""
    told = game.session.events[since:until]
    return tuple(
        event
        for event in told
        if isinstance(event, ev.Chosen) and event.seat not in game.people and event.choice != event.alternative
    )


def is_running(game: Game, choice: ev.Chosen) -> bool:
    """It was made in the part of the turn that this seat has still to decide: whoever decided first shall not be read."""
    today = int(game.view.state.clock[0].day)
    return not game.over and choice.day == today and choice.phase == game.phase.name.lower()


def reasons_sheet(game: Game, choices: Iterable[ev.Chosen]) -> Sequence[Widget]:
    """A sheet: each choice with its terms, and the best alternative with its own."""
    rows: list[Widget] = [heading(_("Why the others did it"))]
    names = game.session.names.bodies
    count = 0
    for event in choices:
        count += 1
        title = _("{side}, {part}: {choice}").format(
            side=names.title(names.row(event.seat)), part=in_words(event.phase), choice=event.choice
        )
        rows += [Rule(), Prose(f"reason.{count}", plain(title)), *_terms(event.terms)]
        if event.alternative_terms:
            other = _("The best other choice: {choice}").format(choice=event.alternative)
            rows += [Prose(f"reason.{count}.other", plain(other)), *_terms(event.alternative_terms)]
    if not count:
        rows.append(Label(_("Nothing was chosen by an AI."), SMALL, Tone.DIM))
    return [Column(*rows, gap=2)]


def _terms(terms: ev.TermMap) -> list[Widget]:
    lines: list[Widget] = [Value("", in_words(name), points(size)) for name, size in terms.items() if size]
    return [*lines, Value("", _("Together"), points(sum(terms.values())), tone=Tone.LINK)]

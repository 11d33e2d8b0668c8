"""Why the AIs chose what they chose: readable after the turn where one person plays alone, for all when the game is over."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.model import events as ev
from wargame.rules.numeric import WEEK
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


def choices_of(game: Game) -> tuple[ev.Chosen, ...]:
    """What AIs chose in the last turn that is over, where there was something to choose between; in all when the game is.

    What was chosen on the day a turn ended belongs to the next: nothing of a turn that runs is ever told.
    """
    course = game.view.world.course[0]
    length = int(course.weeks_a_turn) * WEEK
    days = range(length * (game.turn - 1), length * game.turn)
    return tuple(
        event
        for event in game.session.events
        if isinstance(event, ev.Chosen)
        and event.seat not in game.people
        and event.choice != event.alternative
        and (game.over or event.day in days)
    )


def reasons_sheet(game: Game) -> Sequence[Widget]:
    """A sheet: each choice with its terms, and the best alternative with its own."""
    rows: list[Widget] = [heading(_("Why the others did it"))]
    names = game.session.names.bodies
    count = 0
    for event in choices_of(game):
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

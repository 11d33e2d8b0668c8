"""Who plays what, in a game that runs: a seat goes to an AI, and back to a person."""

from __future__ import annotations

from collections.abc import Callable

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN
from wargame.catalogue import _
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Badge, Label
from wargame.ui.kit.layers import Layer, modal
from wargame.ui.kit.layout import Column, Cross, Row, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.map.marks import marks_of
from wargame.ui.play.game import Game
from wargame.ui.screens.benches import Benches
from wargame.ui.theme.type import STRONG

WIDE = 560  # logical units, as below
HIGH = 320
WHO_WIDE = 230
ANY_AI = AI  # a seat that an AI has is shown as that, whatever its level


def places_dialog(
    game: Game, seat_there: Callable[[str, str], None], sit: Callable[[list[str]], None], close: Callable[[], None]
) -> Layer:
    """A line a seat, then the states with delegates; `seat_there` is told a seat and who shall sit there, `sit` the states."""
    marks = marks_of(game.view.world, game.view.state, game.view.names)
    lines = [_line(game, seat, seat_there, Badge(marks[seat])) for seat in game.session.seats]
    says = _(
        "Who has decided already in this part of the turn is asked again in the next. "
        "Where nobody is left, the computers play on until the seat is taken back."
    )
    benches = Benches(game.scenario, sit).rows(game.delegates, lambda _state: ())
    rows = Scroll(Column(*lines, Rule(), *benches, gap=10), "places.rows", _("Scroll with the arrows"))
    body = Column(Prose("places.says", plain(says)), rows.sized(high=HIGH), gap=10)
    done = Button("done", _("Done"), close, _("Back to the game"), Kind.PRIMARY, "check")
    return modal(dialog("", _("Who plays"), body, done), WIDE, "done")


def _line(game: Game, seat: str, seat_there: Callable[[str, str], None], badge: Widget) -> Widget:
    place, names = game.session.seats[seat], game.view.names.bodies
    person = place.player is None
    choices = [Choice(HUMAN, game.company.names.get(seat) or _("A person"))]
    choices += [Choice(f"{AI}:{Level.GENERAL.value}", _("Computer: general"))]
    choices += [Choice(f"{AI}:{Level.STAFF.value}", _("Computer: staff"))]
    choices += [Choice(f"{AI}:{Level.CADET.value}", _("Computer: cadet"))]
    if not person:
        choices.insert(0, Choice(ANY_AI, _("The computer")))
    now = HUMAN if person else ANY_AI
    choose = DropDown(
        f"place.{seat}",
        choices,
        now,
        lambda who: seat_there(seat, who) if who not in (now, ANY_AI) else None,
        _("Who decides for this side from now on"),
    )
    if person and place.ready:
        choose.blocked = _("This side has decided; it can be handed over in the next part of the turn.")
    title = Label(names.title(names.row(seat)), STRONG)
    return Row(badge, title.growing(), choose.sized(wide=WHO_WIDE), cross=Cross.MIDDLE, gap=12)

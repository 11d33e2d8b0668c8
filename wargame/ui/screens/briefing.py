"""The briefing before the first turn: what the situation is, what the side wants, and how a turn goes."""

from __future__ import annotations

from collections.abc import Sequence

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import heading, title
from wargame.ui.kit.layout import Column, Either, Row, Rule, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.play.game import own_objectives
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.lasting import ending_lines

NARROW = 420  # logical units: with less the situation stands above what the side wants


class Briefing:
    """The first page of a side."""

    writing = False

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    def begin_first(self) -> None:
        """Nothing is begun here."""

    def pick(self, place: str, formation: str) -> bool:
        """Nothing is ordered here."""
        return False

    def sheet(self) -> Sequence[Widget] | None:
        """The seat's own side."""
        return None

    def rail(self) -> Widget:
        """How a turn goes."""
        on = Button("next", _("Begin"), self._hall.go_on, _("The first caucus"), Kind.PRIMARY, "chevron-right")
        lines = Prose("briefing.turn", "\n".join("- " + plain(line) for line in self._turn()))
        scroll = Scroll(Column(heading(_("How a turn goes")), lines, gap=8), "briefing", _("Scroll with the arrows"))
        return Column(scroll.growing(), Rule(), on)

    def _turn(self) -> list[str]:
        council = self._hall.view.world.bodies[self._hall.view.body].kind == BodyKind.COUNCIL
        lines = [
            _("Caucus: you choose what your council shall decide, sound members out, and bid for their votes."),
            _("Session: every member answers for reasons of its own; silence, or enough votes, carries a draft."),
        ]
        if not council:
            lines = [_("Decisions: each costs your leadership stability; read your motive before you take one.")]
        lines.append(_("Orders: formations under your command get a way, a posture and a limit to their losses."))
        lines.append(_("Resolution: the weeks go by; all orders are carried out at once."))
        lines.append(_("Assessment: what it did to your objectives. Every number opens into its terms."))
        if self._hall.game.one_visit:
            lines.insert(0, _("You are asked once a turn: decisions and orders together."))
        return lines

    def middle(self) -> Widget | None:
        """The situation, and what the side is scored by."""
        summary = Prose("briefing.summary", self._situation())
        aims = Prose("briefing.aims", self._aims())
        wide = Column(title(self._name()), self._side_by_side(summary, aims).growing(), gap=12, pad=12)
        return Either(NARROW, wide, self._one_below_the_other(summary, aims))

    def _situation(self) -> str:
        """What all read, and below it what this side alone is told."""
        scenario, view = self._hall.game.scenario, self._hall.view
        side = view.names.bodies.id(view.body)
        own = scenario.bodies[side].briefing if side is not None else ()
        told = [plain(scenario.summary)]
        lines = [*map(plain, own), *(f"{{warn:{plain(line)}}}" for line in ending_lines(view))]
        return "\n".join([*told, "", "# " + _("Your side"), *lines] if lines else told)

    def _name(self) -> str:
        view = self._hall.view
        name = view.names.bodies.title(view.body)
        return _("{scenario}: your side, {side}").format(scenario=self._hall.game.scenario.title, side=name)

    def _side_by_side(self, summary: Prose, aims: Prose) -> Widget:
        left = Scroll(summary, "summary", _("Scroll with the arrows"))
        right = Scroll(aims, "aims", _("Scroll with the arrows"))
        return Row(
            panel(heading(_("The situation")), left.growing()).growing(),
            panel(heading(_("What you want")), right.growing()).growing(),
            gap=12,
        )

    def _one_below_the_other(self, summary: Prose, aims: Prose) -> Widget:
        """All in one scroll, for a narrow window or large letters."""
        parts = heading(self._name()), heading(_("The situation")), summary, heading(_("What you want")), aims
        return Scroll(Column(*parts, gap=8, pad=12), "summary", _("Scroll with the arrows"))

    def _aims(self) -> str:
        view = self._hall.view
        own = own_objectives(view)
        points = [(int(view.world.objectives[row].weight), view.names.objectives.title(row)) for row in own]
        return "\n".join("- " + plain(_("{points} points: {aim}").format(points=p, aim=aim)) for p, aim in points)

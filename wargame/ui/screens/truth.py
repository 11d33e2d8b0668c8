"""How things truly stand, on the facilitator's screen: the sides, all that happened, and the map without any fog."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.model.codes import BodyKind
from wargame.model.scenario import Scenario
from wargame.model.view import View
from wargame.ui.kit.label import Badge, heading
from wargame.ui.kit.layout import Column, Cross, Row, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.board import board_of
from wargame.ui.map.marks import marks_of
from wargame.ui.map.overlays import Overlay, OverlayKind, Shown, picture_of
from wargame.ui.map.situation import situation_of
from wargame.ui.map.tokens import palette_of
from wargame.ui.play.cell import Cell, Standing
from wargame.ui.screens.mapbox import Builder, MapBox
from wargame.ui.screens.pieces import Value, percent
from wargame.ui.screens.sheets import card_lines
from wargame.ui.screens.topbar import OVERLAY_WIDE, overlay_choice

SIDES_WIDE = 400  # logical units
POINT = 1000  # kept scores
TENTHS = 10  # of influence
BILLION = 1000  # EUR m


def situation_page(cell: Cell) -> Widget:
    """The sides at the left, what happened at the right."""
    marks = marks_of(cell.truth.world, cell.truth.state, cell.names)
    rows: list[Widget] = []
    for standing in cell.standings:
        name = cell.names.bodies.title(cell.names.bodies.row(standing.seat))
        rows += [Row(Badge(marks[standing.seat]), heading(name), cross=Cross.MIDDLE), *_figures(cell, standing)]
    clock = cell.truth.state.clock[0]
    rows += [
        heading(_("The world")),
        Value("", _("Escalation"), f"{clock.escalation / POINT:.1f} / 10"),
        Value("", _("Channels"), percent(int(clock.channels))),
    ]
    sides = panel(Scroll(Column(*rows, gap=2), "truth", _("Scroll with the arrows")).growing()).sized(wide=SIDES_WIDE)
    lines = "\n".join("- " + plain(line) for line in cell.lines) or _("Nothing has happened yet.")
    told = Scroll(Prose("happened", lines), "happened.scroll", _("Scroll with the arrows")).growing()
    happened = panel(heading(_("What happened, hidden acts too")), told).growing()
    return Row(sides, happened, gap=12)


def _figures(cell: Cell, standing: Standing) -> list[Widget]:
    """A side's own account, its means, and what holds it together."""
    kind = cell.truth.world.bodies[cell.names.bodies.row(standing.seat)].kind
    rows: list[Widget] = [Value("", _("Points of 100"), f"{standing.score / POINT:.1f}")]
    if kind == BodyKind.COUNCIL:
        rows.append(Value("", _("Cohesion"), percent(standing.holds)))
        rows.append(Value("", _("Influence"), f"{standing.influence / TENTHS:.1f}"))
        rows.append(Value("", _("Funds"), f"€ {standing.funds / BILLION:.1f} bn"))
    else:
        rows.append(Value("", _("Stability"), percent(standing.holds)))
    if standing.mind:
        rows.append(Prose(f"mind.{standing.seat}", plain(_("Its leader: {mind}").format(mind=standing.mind))))
    return rows


class TrueMap:
    """The map of the true state."""

    def __init__(
        self,
        scenario: Scenario,
        truth: View,
        window: Window,
        reckon: Builder,
    ) -> None:
        self._truth, self._window = truth, window
        self._overlay = Overlay(OverlayKind.CONTROL)
        self._map = MapBox(
            "map",
            _("Drag or arrows move, wheel or + and − zoom, L and M fold legend and overview"),
            board_of(the_atlas(), scenario),
            self._shown(),
            lambda _pick: None,
            lambda pick: card_lines(truth, pick.place, pick.formation),
            reckon,
        )

    def page(self) -> Widget:
        """The map, and what it shows."""
        choice = overlay_choice(self._truth, self._overlay, self._change).sized(wide=OVERLAY_WIDE)
        return Column(Row(gap(), choice), self._map.growing(), gap=8)

    def _change(self, overlay: Overlay) -> None:
        self._overlay = overlay
        self._map.show(self._shown())
        self._window.touch()

    def _shown(self) -> Shown:
        truth = self._truth
        situation = situation_of(truth.world, truth.state, truth.names)
        colours = palette_of(self._window.theme.palette.name)
        picture = picture_of(self._overlay, situation, truth.world, truth.state, truth.names, colours)
        return Shown(situation, picture, picture.legend.title)

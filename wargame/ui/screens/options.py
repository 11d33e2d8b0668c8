"""Settings, and what the game is made of: dialogs over the menu."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.store.paths import assets_folder
from wargame.ui.kit.button import Button, Kind, Switch, Toggle
from wargame.ui.kit.dialog import dialog
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import caption
from wargame.ui.kit.layers import Layer, modal
from wargame.ui.kit.layout import Column
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.screens.sources import credits_text
from wargame.ui.settings import Extent, Reasons, Settings
from wargame.ui.theme.palette import PaletteName
from wargame.ui.theme.theme import LARGEST_PERCENT, SMALLEST_PERCENT

WIDE = 480  # logical units, as all below
CREDITS_WIDE = 760
CREDITS_HIGH = 380
STEP = 5  # per cent


def settings_dialog(
    now: Settings, adopt: Callable[[dict[str, object]], None], turn_full: Callable[[], None], close: Callable[[], None]
) -> Layer:
    """Size, colours and extent; every change holds at once and is kept."""
    full = Switch.ON if now.extent is Extent.FULL else Switch.OFF
    body = Column(
        caption(_("Size of the interface")),
        Slider(
            "percent",
            Scale(SMALLEST_PERCENT, LARGEST_PERCENT, STEP, "%"),
            now.percent,
            lambda percent: adopt({"percent": percent}),
            _("Size of letters and buttons"),
            Telling.LET_GO,
        ),
        caption(_("Colours")),
        _palettes(now, adopt),
        caption(_("Reasons of AIs can be read")),
        _reasons(now, adopt),
        Toggle("full", _("Whole screen"), full, lambda _position: turn_full(), _("The same as F11")),
        gap=10,
    )
    done = Button("done", _("Done"), close, _("Back"), Kind.PRIMARY, "check")
    return modal(dialog("", _("Settings"), body, done), WIDE, "done")


def _palettes(now: Settings, adopt: Callable[[dict[str, object]], None]) -> DropDown:
    choices = [
        Choice(PaletteName.DEFAULT.value, _("Standard")),
        Choice(PaletteName.COLOUR_BLIND.value, _("Colour-blind")),
    ]
    tip = _("Colours of all screens and of the map")
    return DropDown("palette", choices, now.palette.value, lambda name: adopt({"palette": PaletteName(name)}), tip)


def _reasons(now: Settings, adopt: Callable[[dict[str, object]], None]) -> DropDown:
    choices = [
        Choice(Reasons.AT_END.value, _("At the end of the game")),
        Choice(Reasons.AFTER_TURN.value, _("After each turn, where one plays alone")),
    ]
    tip = _("They give the others' secrets away: their motives, and what they did under cover")
    return DropDown("reasons", choices, now.reasons.value, lambda name: adopt({"reasons": Reasons(name)}), tip)


def credits_dialog(close: Callable[[], None]) -> Layer:
    """The sources of map, letters and icons, from assets/CREDITS.md."""
    try:
        told = credits_text((assets_folder() / "CREDITS.md").read_text("utf-8"))
    except OSError:
        told = plain(_("The file assets/CREDITS.md is missing."))
    body = Scroll(Prose("credits", told), "credits.scroll", _("Scroll with the arrows"))
    done = Button("done", _("Done"), close, _("Back"), Kind.PRIMARY, "check")
    return modal(dialog("", _("Credits"), body.sized(high=CREDITS_HIGH), done), CREDITS_WIDE, "done")

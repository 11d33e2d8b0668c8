"""The overlays: what colour each place has, what figure stands on it, and the legend that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, assert_never

from wargame.catalogue import _
from wargame.model.codes import Stance
from wargame.model.names import Names
from wargame.model.state import State
from wargame.model.world import World
from wargame.ui.map.camps import Camp
from wargame.ui.map.readings import supply_by_place, threat_by_body, threat_by_state
from wargame.ui.map.situation import Situation
from wargame.ui.map.tokens import Colour, Palette, mixed, shaded

FULL = 1000  # 1/1000
STEP = 100  # 1/1000: a scale of threat ends at a whole tenth
LEAST_SCALE = 300  # 1/1000: so that a calm world does not look alarmed
SHADES = (1.0, 0.965, 1.03, 0.985, 1.015)  # states of one camp, side by side, a little apart
MOST_BODIES = 3  # coalitions that the legend of threat names


class OverlayKind(Enum):
    """What a map can show."""

    POLITICAL = "political"
    CONTROL = "control"
    THREAT = "threat"
    SUPPLY = "supply"
    STANCE = "stance"
    PRICES = "prices"


STANCES = {
    Stance.BALANCE_INTERNALLY: ("A", _("arms itself")),
    Stance.BALANCE_EXTERNALLY: ("L", _("leans on allies")),
    Stance.ALOOF: ("O", _("stands aloof")),
    Stance.BUCK_PASS: ("P", _("leaves it to others")),
    Stance.BANDWAGON: ("B", _("goes along")),
}
"""From those who answer threat most firmly to those who give way: letter and words."""


@dataclass(frozen=True)
class Overlay:
    """A choice of overlay; threat is as one state, `observer`, feels it."""

    kind: OverlayKind
    observer: str = ""


class Wash(NamedTuple):
    """The colour of a place; `stripes` where it is not its holder's by law."""

    fill: Colour
    stripes: Colour | None = None


@dataclass(frozen=True)
class Swatch:
    """A row of a legend. `camp` adds the band that its counters carry, `fronted` the line along which such land ends."""

    wash: Wash
    text: str
    camp: Camp | None = None
    fronted: bool = False


@dataclass(frozen=True)
class Ramp:
    """A scale in a legend: its colours from low to high and the words at its ends."""

    colours: tuple[Colour, ...]
    low: str
    high: str


@dataclass(frozen=True)
class Legend:
    """What a map says of itself."""

    title: str
    swatches: tuple[Swatch, ...] = ()
    ramp: Ramp | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """All that an overlay decides. Washes and figures are by place, `state_figures` by state.

    Where states carry figures, formations are left out: they would stand in front of them.
    """

    washes: dict[str, Wash]
    legend: Legend
    figures: dict[str, str] = field(default_factory=dict)
    state_figures: dict[str, str] = field(default_factory=dict)

    @property
    def shows_units(self) -> bool:
        """Formations are drawn."""
        return not self.state_figures


@dataclass(frozen=True)
class Shown:
    """What a map shows: a situation and how it is coloured; the heading stands in the strip above it."""

    situation: Situation
    picture: Picture
    heading: str


def picture_of(
    overlay: Overlay, situation: Situation, world: World, state: State, names: Names, palette: Palette
) -> Picture:
    """An overlay over a situation. Threat and supply are read from the State that is given."""
    match overlay.kind:
        case OverlayKind.POLITICAL:
            return _political(situation, palette)
        case OverlayKind.CONTROL:
            return _control(situation, palette)
        case OverlayKind.THREAT:
            return _threat(situation, state, names, overlay.observer, palette)
        case OverlayKind.STANCE:
            return _stance(situation, state, names, palette)
        case OverlayKind.PRICES:
            return _prices(situation, state, names, palette)
        case OverlayKind.SUPPLY:
            return _supply(situation, supply_by_place(world, state, names), palette)
        case _:
            assert_never(overlay.kind)


def _political(situation: Situation, palette: Palette) -> Picture:
    """Land by law, whoever holds it."""
    colours = _state_colours(situation, palette)
    washes = {place: Wash(colours[home]) for place, home in situation.home.items()}
    return Picture(washes, Legend(_("States by camp"), tuple(_camp_swatches(situation, palette))))


def _control(situation: Situation, palette: Palette) -> Picture:
    """Land by holder; where that is not its state by law, striped in the holder's colour over the state's."""
    colours = _state_colours(situation, palette)
    washes = {}
    for place, home in situation.home.items():
        holder = situation.holder[place]
        washes[place] = Wash(colours[home], None if holder == home else shaded(colours[holder], 0.86))
    swatches = list(_camp_swatches(situation, palette))
    taken = next((wash for wash in washes.values() if wash.stripes), None)
    if taken:
        swatches.append(Swatch(taken, _("Held by another state"), fronted=True))
    return Picture(washes, Legend(_("Who holds the land"), tuple(swatches)))


def _threat(situation: Situation, state: State, names: Names, observer: str, palette: Palette) -> Picture:
    felt = threat_by_state(state, names, observer)
    top = scale_of(felt.values())
    colours = {name: ramped(palette.threat, value / top) for name, value in felt.items()}
    colours[observer] = palette.observer
    washes = {place: Wash(colours[home]) for place, home in situation.home.items()}
    bodies = sorted(threat_by_body(state, names, observer).items(), key=lambda pair: -pair[1])[:MOST_BODIES]
    legend = Legend(
        _("Threat as {state} sees it").format(state=situation.states[observer]),
        (Swatch(Wash(palette.observer), situation.states[observer]),),
        Ramp(palette.threat, "0", f"{top / FULL:.1f}"),
        tuple(_("{body} as one: {threat}").format(body=name, threat=shown(value)) for name, value in bodies),
    )
    return Picture(washes, legend, state_figures={name: shown(value) for name, value in felt.items()})


def _stance(situation: Situation, state: State, names: Names, palette: Palette) -> Picture:
    """How each state answers threat, from those who arm to those who give way; a letter beside the colour."""
    steps = len(STANCES) - 1
    colours = {stance: ramped(palette.supply, 1 - n / steps) for n, stance in enumerate(STANCES)}
    taken = {state_id: Stance(int(state.countries[row].stance)) for row, state_id in enumerate(names.countries.ids)}
    washes = {place: Wash(colours[taken[home]]) for place, home in situation.home.items()}
    swatches = tuple(Swatch(Wash(colours[s]), f"{STANCES[s][0]}  {STANCES[s][1]}") for s in STANCES)
    figures = {name: STANCES[stance][0] for name, stance in taken.items()}
    return Picture(washes, Legend(_("How states answer threat"), swatches), state_figures=figures)


def _prices(situation: Situation, state: State, names: Names, palette: Palette) -> Picture:
    """What prices have risen to in each state, against the start."""
    prices = {state_id: int(state.countries[row].prices) for row, state_id in enumerate(names.countries.ids)}
    top = scale_of(value - FULL for value in prices.values())
    colours = {name: ramped(palette.threat, (value - FULL) / top) for name, value in prices.items()}
    washes = {place: Wash(colours[home]) for place, home in situation.home.items()}
    figures = {name: f"{value / FULL:.1%}" for name, value in prices.items() if value != FULL}
    ramp = Ramp(palette.threat, f"{1:.0%}", f"{(FULL + top) / FULL:.0%}")
    notes = (_("No figure: as at the start"),)
    return Picture(washes, Legend(_("Prices against the start"), (), ramp, notes), state_figures=figures)


def _supply(situation: Situation, value: Mapping[str, int], palette: Palette) -> Picture:
    washes = {place: Wash(ramped(palette.supply, value[place] / FULL)) for place in situation.home}
    figures = {place: f"{value[place] / FULL:.1%}" for place in situation.home if value[place] < FULL}
    notes = (_("Traced by SUPPLY-1 and SUPPLY-2"), _("Named without a figure: all of it arrives"))
    return Picture(
        washes,
        Legend(_("Supply of the holder's forces"), (), Ramp(palette.supply, _("none"), _("full")), notes),
        figures,
    )


def shown(value: int) -> str:
    """A kept value of 1/1000 with all its digits: the number shown is the number used."""
    return f"{value / FULL:.3f}"


def scale_of(values: Iterable[int]) -> int:
    """The end of a scale of threat, or of a rise of prices, 1/1000: the greatest value, rounded up to a tenth."""
    return max(LEAST_SCALE, -(-max(values, default=0) // STEP) * STEP)


def ramped(colours: tuple[Colour, ...], share: float) -> Colour:
    """The colour at a share of a scale, 0 to 1."""
    along = min(max(share, 0.0), 1.0) * (len(colours) - 1)
    left = min(int(along), len(colours) - 2)
    return mixed(colours[left], colours[left + 1], along - left)


def _state_colours(situation: Situation, palette: Palette) -> dict[str, Colour]:
    """The colour of each state: that of its camp, a little lighter or darker by its row in the file."""
    return {
        name: shaded(palette.land[camp.hue], SHADES[row % len(SHADES)])
        for row, (name, camp) in enumerate(situation.camp_of.items())
    }


def _camp_swatches(situation: Situation, palette: Palette) -> Iterable[Swatch]:
    return (Swatch(Wash(palette.land[camp.hue]), camp.title, camp) for camp in situation.camps.all)

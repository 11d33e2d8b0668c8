"""What an overlay shows is what the game holds: the number shown is the number used."""

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import compiled
from tests.ui.vision import SIGHTS, distance
from wargame.commands.question import threat_rows
from wargame.engine.compile import Compiled
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.model.codes import Stance
from wargame.model.record import empty_record
from wargame.rules.field import draw_fronts, survey
from wargame.rules.law import plain
from wargame.rules.sea import control_seas
from wargame.rules.supply import trace_supply
from wargame.session import Session
from wargame.ui.map.overlays import STANCES, Overlay, OverlayKind, Picture, picture_of, ramped, scale_of
from wargame.ui.map.panels import Kit, legend_panel
from wargame.ui.map.readings import supply_by_place
from wargame.ui.map.situation import situation_of
from wargame.ui.map.tokens import DEFAULT

START = compiled("first_steps")
TOLD_APART = 10.0  # steps of colour; 2 can just be told apart side by side


def picture(start: Compiled, overlay: Overlay) -> Picture:
    """An overlay over a state."""
    situation = situation_of(start.world, start.state, start.names)
    return picture_of(overlay, situation, start.world, start.state, start.names, DEFAULT)


def occupied() -> Compiled:
    """Southern Estonia is held by Russia."""
    state = copied(START.state)
    state.regions[START.names.places.row("EE-TART")].controller = START.names.countries.row("RUS")
    return Compiled(START.world, state, START.names)


def test_the_political_map_shows_law_not_force() -> None:
    """Occupation changes nothing on it."""
    overlay = Overlay(OverlayKind.POLITICAL)
    assert picture(occupied(), overlay).washes == picture(START, overlay).washes


def test_the_map_of_control_stripes_what_is_held_by_another() -> None:
    """In the holder's colours, over the state's own; and the legend says so."""
    shown = picture(occupied(), Overlay(OverlayKind.CONTROL))
    striped = {place for place, wash in shown.washes.items() if wash.stripes is not None}
    assert striped == {"EE-TART"}
    assert shown.washes["EE-TART"].fill == shown.washes["EE-TALL"].fill
    assert shown.legend.swatches[-1].wash == shown.washes["EE-TART"]
    assert [swatch.fronted for swatch in shown.legend.swatches] == [False] * (len(shown.legend.swatches) - 1) + [True]


@pytest.mark.usefixtures("screen")
def test_the_legend_shows_the_front_beside_what_is_held_by_another() -> None:
    """The red line of the map stands in the row of held land, and nowhere without any."""
    for start, shows in ((occupied(), True), (START, False)):
        legend = legend_panel(Kit(2.0, DEFAULT), picture(start, Overlay(OverlayKind.CONTROL)).legend, 0.2)
        red = (pygame.surfarray.array3d(legend) == DEFAULT.front).all(axis=2)
        assert red.any() == shows


@pytest.mark.parametrize("sight", sorted(set(SIGHTS) - {"grey"}))  # in grey the scale runs through every lightness
def test_the_land_of_who_feels_threat_is_told_from_water(sight: str) -> None:
    """And from every colour of the scale, however colours are seen."""
    others = [DEFAULT.lake, DEFAULT.sea_deep, DEFAULT.sea_shallow, DEFAULT.context]
    others += [ramped(DEFAULT.threat, step / 20) for step in range(21)]
    assert min(distance(sight, DEFAULT.observer, other) for other in others) > TOLD_APART


def test_threat_is_what_the_state_feels(start: Compiled) -> None:
    """Every figure of the overlay is that of `wargame threat`, all digits, and that of the state's own view."""
    session = Session(start, {})
    session.begin()
    rows = {(row[1], row[2]): row[7] for row in threat_rows(session)}
    for observer in start.names.countries.ids:
        seat = start.world.countries[start.names.countries.row(observer)].body
        seen = Compiled(start.world, observe(start.world, session.state, start.names, seat).state, start.names)
        shown = picture(seen, Overlay(OverlayKind.THREAT, observer))
        assert shown.state_figures == {
            name: rows[observer, name] for name in start.names.countries.ids if name != observer
        }
        assert not shown.shows_units


@pytest.mark.parametrize("name", ["first_steps", "invasion_2022"])
def test_supply_is_traced_by_the_rules(name: str) -> None:
    """Region by region what the rules fill in; full supply carries no figure, and looking changes nothing."""
    start = compiled(name)
    before = start.state.regions.tobytes() + start.state.formations.tobytes()
    state = copied(start.state)
    fronts, value = plain(draw_fronts)(start.world, state), np.zeros(state.regions.size, np.int64)
    field = plain(survey)(start.world, state, fronts)
    plain(control_seas)(start.world, state, empty_record(), field, 2)
    plain(trace_supply)(start.world, state, field, value)
    found = supply_by_place(start.world, start.state, start.names)
    assert found == {place: value[start.names.places.row(place)] for place in found}
    figures = picture(start, Overlay(OverlayKind.SUPPLY)).figures
    assert figures == {place: f"{held / 1000:.1%}" for place, held in found.items() if held < 1000}
    assert start.state.regions.tobytes() + start.state.formations.tobytes() == before


def test_a_scale_ends_at_a_whole_tenth() -> None:
    """And never so low that a calm world looks alarmed."""
    assert scale_of([412, 7]) == 500
    assert scale_of([500]) == 500
    assert scale_of([]) == 300


def test_a_ramp_runs_through_its_colours() -> None:
    """From the first to the last; what lies beyond the scale has the last."""
    colours = ((0, 0, 0), (100, 100, 100), (200, 0, 0))
    assert [ramped(colours, share) for share in (0, 0.25, 0.5, 1, 3)] == [
        (0, 0, 0),
        (50, 50, 50),
        (100, 100, 100),
        (200, 0, 0),
        (200, 0, 0),
    ]


def test_stances_are_those_of_the_state() -> None:
    """A letter for each state, as the table says, and a colour for each stance."""
    shown = picture(START, Overlay(OverlayKind.STANCE))
    for row, name in enumerate(START.names.countries.ids):
        stance = Stance(int(START.state.countries[row].stance))
        assert shown.state_figures[name] == STANCES[stance][0]
    assert len({swatch.wash.fill for swatch in shown.legend.swatches}) == len(STANCES) == len(Stance)
    assert len({letter for letter, _words in STANCES.values()}) == len(STANCES)


def test_prices_are_those_of_the_state() -> None:
    """The figure of a state is the price it keeps, where it has moved, in tenths of a percent; the scale ends above the dearest."""
    dear = copied(START.state)
    row = START.names.countries.row("DEU")
    dear.countries[row].prices = 1437
    shown = picture(Compiled(START.world, dear, START.names), Overlay(OverlayKind.PRICES))
    assert shown.state_figures["DEU"] == "143.7%"
    assert set(shown.state_figures) == {"DEU"}
    assert shown.legend.ramp is not None
    assert (shown.legend.ramp.low, shown.legend.ramp.high) == ("100%", "150%")
    assert shown.washes["DE-HAMB"].fill != shown.washes["PL-SUWA"].fill

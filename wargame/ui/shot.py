"""`wargame shot`: a picture of a screen without a window, for documents and tests."""

from __future__ import annotations

import os
from pathlib import Path

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # before pygame is imported

import pygame

from wargame.catalogue import _
from wargame.commands.warm import make_warm
from wargame.commands.words import known
from wargame.engine.compile import Compiled, compile_scenario
from wargame.model.columns import NOBODY
from wargame.model.lands import Region, Sea
from wargame.model.names import Names
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.session import Session
from wargame.store.faults import InputError, one_line
from wargame.store.scenarios import scenario_from
from wargame.ui.headless import without_screen
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.board import board_of
from wargame.ui.map.camera import CLOSEST
from wargame.ui.map.overlays import Overlay, OverlayKind, Shown, picture_of
from wargame.ui.map.situation import situation_of
from wargame.ui.map.tokens import DEFAULT
from wargame.ui.map.view import MapView

SMALLEST, LARGEST = (640, 400), (7680, 4320)  # px
ROOM_FOR_UI = (1536, 864)  # px that interface scale 1.0 needs at least once it grows
SEED = 1
ENDINGS = (".png", ".jpg", ".jpeg")


def shot_map(
    name: str, since: str | None, out: Path, size: str, zoom: float | None, at: str | None, overlay: str
) -> None:
    """Draw the map of a scenario before its first turn, or of another of its starts, into a file. Raises InputError."""
    wanted = size_of(size)
    if out.suffix.lower() not in ENDINGS:
        raise InputError([no_picture(out)])
    if zoom is not None and not 1 <= zoom <= CLOSEST:
        refusal = _("{option}: must be from 1 (the whole sheet) to {most}")
        raise InputError([refusal.format(option=f"--zoom {zoom:g}", most=f"{CLOSEST:g}")])
    scenario = scenario_from(name, since)
    with without_screen():
        view = map_of(scenario, wanted, overlay)
        home = view.home()
        camera = home if zoom is None else view.camera.zoomed(zoom, 0, 0)
        middle = home.centre_km if at is None else view.board.sites[place_of(scenario, at)].anchor_km
        picture = pygame.Surface(wanted)
        view.draw(picture, camera.at(*middle))
        save(picture, out)
    print(f"{out}: {wanted[0]}x{wanted[1]}")


def map_of(scenario: Scenario, size: tuple[int, int], overlay: str) -> MapView:
    """The map of a scenario before its first turn, as the seat concerned sees it. Raises InputError."""
    board = board_of(the_atlas(), scenario)
    start = compile_scenario(scenario, SEED)
    world, state, names = start.world, start.state, start.names
    chosen = overlay_of(overlay, names)
    if chosen.kind is OverlayKind.THREAT:
        make_warm()
        state = _felt(start, chosen.observer)
    situation = situation_of(world, state, names)
    picture = picture_of(chosen, situation, world, state, names, DEFAULT)
    heading = picture.legend.title
    return MapView(board, Shown(situation, picture, heading), size, ui_scale(size))


def _felt(start: Compiled, observer: str) -> State:
    """The state after the first briefing, as the seat of a state's side sees it; of a state without a seat, as it is."""
    session = Session(start, {})
    session.begin()
    side = start.world.countries[start.names.countries.row(observer)].body
    return session.state if side == NOBODY else session.view(start.names.bodies.ids[side]).state


def ui_scale(size: tuple[int, int]) -> float:
    """How large letters and cards are drawn for a size of window."""
    return max(1.0, min(side / room for side, room in zip(size, ROOM_FOR_UI, strict=True)))


def size_of(text: str) -> tuple[int, int]:
    """The size `1920x1080` stands for. Raises InputError."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal() and width.isascii() and height.isascii()):
        refusal = _("{option}: give width and height in px, such as {example}")
        raise InputError([one_line(refusal.format(option=f"--size {text}", example="1920x1080"))])
    size = (int(width[:9]), int(height[:9]))
    if not all(least <= side <= most for least, side, most in zip(SMALLEST, size, LARGEST, strict=True)):
        least, most = (f"{w}x{h}" for w, h in (SMALLEST, LARGEST))
        raise InputError([out_of_bounds(f"--size {text}", least, most)])
    return size


def no_picture(out: Path) -> str:
    """What is said of a name that no picture has."""
    endings = _(" or ").join(ENDINGS)
    return one_line(_("{option}: give a name that ends in {endings}").format(option=f"--out {out}", endings=endings))


def out_of_bounds(option: str, least: object, most: object) -> str:
    """What is said of a value that is too small or too large."""
    return one_line(_("{option}: must be from {least} to {most}").format(option=option, least=least, most=most))


def overlay_of(text: str, names: Names) -> Overlay:
    """The overlay that `control` or `threat:EST` stands for. Raises InputError."""
    word, colon, observer = text.partition(":")
    kind = OverlayKind(known(word, [kind.value for kind in OverlayKind], "overlay"))
    if kind is not OverlayKind.THREAT:
        if colon:
            refusal = _("{option}: {overlay} is not seen by one state; leave {word} out")
            told = refusal.format(option=f"--overlay {text}", overlay=kind.value, word=repr(observer))
            raise InputError([one_line(told)])
        return Overlay(kind)
    if not observer:
        refusal = _("{option}: say who feels it, such as {example}")
        example = f"{kind.value}:{names.countries.ids[0]}"
        raise InputError([refusal.format(option=f"--overlay {kind.value}", example=example)])
    return Overlay(kind, known(observer, names.countries.ids, "state"))


def place_of(scenario: Scenario, text: str) -> str:
    """The place that an id, a name, or the id of a state (its capital) stands for. Raises InputError."""
    places: dict[str, Region | Sea] = {**scenario.regions, **scenario.seas}
    titles = {place.name.casefold(): name for name, place in places.items()}
    states = {name.casefold(): state.capital for name, state in scenario.countries.items()}
    found = titles.get(text.casefold()) or states.get(text.casefold())
    return found or known(text, places, "place")


def save(picture: pygame.Surface, out: Path) -> None:
    """Write a picture. Raises InputError where that is not possible."""
    try:
        with out.open("ab"):  # pygame's own error would not say what is the matter
            pass
        pygame.image.save(picture, str(out))
    except (OSError, pygame.error) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else _("it cannot be written")
        raise InputError([one_line(f"--out {out}: {reason}")]) from error

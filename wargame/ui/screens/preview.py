"""A small picture of a scenario's board: whose land is whose, in the colours of the sides."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from wargame.engine.compile import Compiled, compile_scenario
from wargame.model.scenario import Scenario
from wargame.model.state import State
from wargame.ui.kit.canvas import Canvas
from wargame.ui.kit.widget import Size, Widget
from wargame.ui.map.atlas import the_atlas
from wargame.ui.map.board import Shape, Site, board_of
from wargame.ui.map.camps import Hue
from wargame.ui.map.situation import situation_of
from wargame.ui.map.tokens import palette_of
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.theme import Theme

MARGIN_KM = 160.0
HIGH = 220  # logical units
SEED = 0  # of the tables, whose dice are not asked


@dataclass(frozen=True, eq=False)
class Sketch:
    """The land of a scenario and the camp of its holder."""

    sites: tuple[tuple[Site, Hue], ...]


def sketch_of(scenario: Scenario) -> Sketch:
    """The board on the first day. Raises InputError where no place of it lies on the map."""
    start = compile_scenario(scenario, SEED)
    return sketched(scenario, start, start.state)


def sketched(scenario: Scenario, start: Compiled, state: State) -> Sketch:
    """The board in a state of its game: who holds which land is public. Raises InputError as above."""
    situation = situation_of(start.world, state, start.names)
    board = board_of(the_atlas(), scenario)
    land = (site for site in board.sites.values() if site.id in situation.holder and site.shape is Shape.LAND)
    return Sketch(tuple((site, situation.camp_of[situation.holder[site.id]].hue) for site in land))


class Preview(Widget):
    """Draws a sketch as large as its room allows."""

    clips = True

    def __init__(self, sketch: Sketch) -> None:
        super().__init__()
        self._sketch = sketch
        self._kept: tuple[object, pygame.Surface] | None = None

    def content(self, theme: Theme, room: int) -> Size:
        """All the width, and a fixed height."""
        return room, theme.px(HIGH)

    def draw(self, canvas: Canvas) -> None:
        """Draw it, once for each size."""
        key = (self.rect.size, canvas.theme.palette.name)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, _drawn(self._sketch, self.rect.size, canvas.theme))
        canvas.surface.blit(self._kept[1], self.rect)


def _drawn(sketch: Sketch, size: tuple[int, int], theme: Theme) -> pygame.Surface:
    colours = palette_of(theme.palette.name)
    picture = pygame.Surface(size)
    picture.fill(theme.colour(Tone.SUNKEN))
    if not sketch.sites:
        return picture
    anchors = [site.anchor_km for site, _hue in sketch.sites]
    left, top = (min(part) - MARGIN_KM for part in zip(*anchors, strict=True))
    right, bottom = (max(part) + MARGIN_KM for part in zip(*anchors, strict=True))
    scale = min(size[0] / (right - left), size[1] / (bottom - top))
    off_x, off_y = (size[0] - (right + left) * scale) / 2, (size[1] - (bottom + top) * scale) / 2
    atlas = the_atlas()
    sheet = pygame.Rect(off_x, off_y, *(side * scale for side in atlas.size_km))
    picture.set_clip(sheet)
    picture.fill(colours.sea_deep)
    grounds = [(ground.polygons, colours.context) for ground in (*atlas.context.values(), *atlas.regions.values())]
    grounds += [(site.polygons, colours.land[hue]) for site, hue in sketch.sites]
    for polygons, colour in grounds:
        for rings in polygons:
            outline = [(x * scale + off_x, y * scale + off_y) for x, y in rings[0].tolist()]
            pygame.draw.polygon(picture, colour, outline)
            pygame.draw.aalines(picture, colours.province, True, outline)
    pygame.draw.rect(picture, theme.colour(Tone.LINE), sheet.clip(picture.get_rect()), 1)
    picture.set_clip(None)
    return picture

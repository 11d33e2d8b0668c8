"""One tile of the sheet in its three layers: flat colours of the land, light and shade, and the cover of waters and lines.

The last two never change for a scale and are kept. When a place changes hands only the first is drawn anew, and the three
are put together again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pygame
from numpy.lib.stride_tricks import sliding_window_view

from wargame.ui.map.atlas import BorderKind
from wargame.ui.map.fields import CELL_KM, Field, Fields, magnified
from wargame.ui.map.overlays import Wash
from wargame.ui.map.strokes import FINER, Canvas, Line, Mask, clipped, dashes, whole
from wargame.ui.map.tokens import Colour, Palette, mixed
from wargame.ui.map.tracing import Bounds, Edge, Patch, Tracing, edges_within, within

Drawing = Callable[[Canvas], None]

SIDE = 512  # px, of a tile
ODD = 1  # px that rows of its picture are longer: those of a multiple of 8 bytes SDL copies piece by piece, or past the cache
BAND = 64  # px, painted at a time
OPAQUE = 255
FINE_ENOUGH = 2.0  # interface scale

BRIGHT = np.float32(226)  # 0..255: what of the picture of hills is drawn as full light
LEVEL_LIGHT = 200 / 226  # the light on level ground where there is no relief
COAST_SHADE = 0.10  # darker towards the coast
BORDER_SHADE = 0.26  # darker towards a border of states
SHALLOWS = 1.4  # how quickly the sea grows deep
SURF = 0.34  # share of surf at the coast
RIVER_SHARE, PROVINCE_SHARE, ZONE_SHARE = 0.62, 0.58, 0.5
CONTEXT_SHARE, COAST_SHARE, SHORE_SHARE = 0.6, 0.9, 0.5
LAGOON_SHARE = 0.86
STRIPE_PX = 7.0  # from stripe to stripe
STRIPE_EDGE = 1.2  # px over which a stripe fades
STRIPE_SHARE = 0.92


@dataclass(eq=False)
class Tile:
    """A square of the sheet: its kept layers, and what they were last put together to."""

    corner: tuple[int, int]  # px of the sheet
    shade: pygame.Surface
    cover: pygame.Surface
    whole: pygame.Surface | None = None

    @property
    def bounds(self) -> Bounds:
        """Left, top, right, bottom, px of the sheet."""
        left, top = self.corner
        return left, top, left + SIDE, top + SIDE


def build_tile(tracing: Tracing, fields: Fields, corner: tuple[int, int], ui: float, palette: Palette) -> Tile:
    """The kept layers of a tile. Widths of lines grow with the interface (`ui`) and a little with the scale."""
    bounds = (*corner, corner[0] + SIDE, corner[1] + SIDE)
    surf = _sampled(fields.surf, tracing, corner)
    shade = _shade(fields, tracing, corner, surf)
    land = _canvas(corner, ui)
    for patch in within(tracing.land, bounds):
        land.polygon(patch.rings)
    cover = Cover(1 - land.mask())
    cover.sea(_sampled(fields.land, tracing, corner), surf, palette)
    _draw_lines(cover, tracing, corner, bounds, ui, palette)
    return Tile(corner, shade, cover.surface())


def _canvas(corner: tuple[int, int], ui: float) -> Canvas:
    """Where pixels are small they need not be cut so finely."""
    return Canvas(corner, (SIDE, SIDE), FINER if ui < FINE_ENOUGH else FINER - 1)


def line_growth(scale: float, ui: float) -> float:
    """Lines are a little wider near by than far off."""
    return ui * min(1.35, 0.72 + 0.55 * scale / ui)


class Cover:
    """The uppermost layer while it is made: colours weighed by how much they cover, a plane a colour, and that."""

    def __init__(self, water: Mask) -> None:
        self._share = water
        self._planes = [np.zeros(water.shape, np.float32) for _ in range(3)]

    def sea(self, land: Field, surf: Field, palette: Palette) -> None:
        """Deep water, shallow along coasts, with surf."""
        near = np.clip(land * SHALLOWS, 0, 1)
        white = np.clip(surf * 1.6 - 0.1, 0, 1) * SURF
        colours = zip(palette.sea_deep, palette.sea_shallow, palette.surf, strict=True)
        for plane, (deep, shallow, foam) in enumerate(colours):
            water = deep + (shallow - deep) * near
            self._planes[plane] = (water + (foam - water) * white) * self._share

    def lay(self, mask: Mask, colour: Colour, share: float) -> None:
        """Paint on top, where a mask covers."""
        where = np.nonzero(mask)
        part = mask[where] * np.float32(share)
        rest = 1 - part
        for plane, value in zip(self._planes, colour, strict=True):
            plane[where] = plane[where] * rest + part * value
        self._share[where] = self._share[where] * rest + part

    def surface(self) -> pygame.Surface:
        """As a picture with transparency."""
        picture = pygame.Surface(self._share.shape, pygame.SRCALPHA)
        full = 1 / np.maximum(self._share, 1 / OPAQUE)
        pixels = pygame.surfarray.pixels3d(picture)
        for number, plane in enumerate(self._planes):
            pixels[..., number] = np.minimum(plane * full + 0.5, OPAQUE)
        del pixels
        alpha = pygame.surfarray.pixels_alpha(picture)
        alpha[...] = self._share * OPAQUE + 0.5
        del alpha
        return picture.convert_alpha()


def _shade(fields: Fields, tracing: Tracing, corner: tuple[int, int], surf: Field) -> pygame.Surface:
    if fields.hills is None:
        light = np.full((SIDE, SIDE), LEVEL_LIGHT, np.float32)
    else:
        grey = magnified(fields.hills, fields.hills_km * tracing.scale, corner, (SIDE, SIDE))
        light = np.minimum(grey / BRIGHT, 1)
    light = light * (1 - COAST_SHADE * np.clip((1 - surf) * 2 - 0.2, 0, 1))
    light *= 1 - BORDER_SHADE * _sampled(fields.border, tracing, corner)
    picture = pygame.Surface((SIDE, SIDE), depth=8)  # a quarter of the memory of full colour
    picture.set_palette([(level, level, level) for level in range(OPAQUE + 1)])
    pygame.surfarray.blit_array(picture, (light * OPAQUE).astype(np.uint8))
    return picture


def _sampled(field: Field, tracing: Tracing, corner: tuple[int, int]) -> Field:
    return magnified(field, CELL_KM * tracing.scale, corner, (SIDE, SIDE))


def _draw_lines(
    cover: Cover, tracing: Tracing, corner: tuple[int, int], bounds: Bounds, ui: float, palette: Palette
) -> None:
    grown = line_growth(tracing.scale, ui)
    edges = tracing.edges

    def lay(draw: Drawing, colour: Colour, share: float) -> None:
        canvas = _canvas(corner, ui)
        draw(canvas)
        if not canvas.empty:
            cover.lay(canvas.mask(), colour, share)

    def stroked(lines: Iterable[Edge], width: float) -> Drawing:
        return _strokes(edges_within(lines, bounds), width)

    def filled(patches: Iterable[Patch]) -> Drawing:
        return _fillings(within(patches, bounds))

    lakes, lagoons = _shores(tracing.lakes), _shores(tracing.lagoons)
    lay(stroked(tracing.rivers, 0.7 * grown), palette.river, RIVER_SHARE)
    lay(stroked(edges[BorderKind.PROVINCE], 0.75 * grown), palette.province, PROVINCE_SHARE)
    lay(filled(tracing.lakes), palette.lake, 1.0)  # over borders of regions, which would look drawn with a ruler there
    lay(stroked(lakes, 0.5 * grown), palette.coast, SHORE_SHARE)
    lay(_dashed(edges_within(edges[BorderKind.SEA], bounds), ui), palette.zone, ZONE_SHARE)
    lay(stroked(edges[BorderKind.COAST], 0.8 * grown), palette.coast, COAST_SHARE)
    lay(stroked(edges[BorderKind.CONTEXT], 1.1 * grown), palette.country, CONTEXT_SHARE)
    lay(stroked(edges[BorderKind.COUNTRY], 2.0 * grown), palette.country, 1.0)
    lay(filled(tracing.lagoons), mixed(palette.sea_shallow, palette.surf, SURF), LAGOON_SHARE)  # a border goes on below
    lay(stroked(lagoons, 0.8 * grown), palette.coast, COAST_SHARE)


def _strokes(edges: Iterable[Edge], width: float) -> Drawing:
    """Lines of a width, px."""

    def draw(canvas: Canvas) -> None:
        for edge in edges:
            canvas.stroke(edge.line, width)

    return draw


def _dashed(edges: Iterable[Edge], ui: float) -> Drawing:
    """The limits of sea zones."""

    def draw(canvas: Canvas) -> None:
        for edge in edges:
            for piece in dashes(edge.line, 8 * ui, 6 * ui):
                canvas.stroke(piece, 0.9 * ui)

    return draw


def _fillings(patches: Iterable[Patch]) -> Drawing:
    """Waters within the land."""

    def draw(canvas: Canvas) -> None:
        for patch in patches:
            canvas.polygon(patch.rings)

    return draw


def _shores(patches: Iterable[Patch]) -> list[Edge]:
    """The outlines of waters, closed."""
    return [Edge(np.concatenate([rings[0], rings[0][:1]]), bounds) for _place, rings, bounds in patches]


def compose(
    tile: Tile, tracing: Tracing, washes: Mapping[str, Wash], fronts: Iterable[Edge], ui: float, palette: Palette
) -> pygame.Surface:
    """The layers of a tile put together with the land in the given colours."""
    drawn = pygame.Surface((SIDE, SIDE))
    drawn.fill(palette.context)
    for patch in within(tracing.land, tile.bounds):
        outline = clipped(patch.rings[0] - np.array(tile.corner), (SIDE, SIDE))
        if len(outline) < 3:
            continue
        wash = washes.get(patch.place, Wash(palette.context))
        pygame.draw.polygon(drawn, wash.fill, whole(outline))
        if wash.stripes is not None:
            _stripe(drawn, tile.corner, patch.rings, wash.stripes, ui)
    drawn.blit(tile.shade, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
    drawn.blit(tile.cover, (0, 0))
    _draw_fronts(drawn, tile, fronts, tracing.scale, ui, palette)
    kept = pygame.Surface((SIDE + ODD, SIDE)).subsurface((0, 0, SIDE, SIDE))
    kept.blit(drawn, (0, 0))
    return kept


def _stripe(drawn: pygame.Surface, corner: tuple[int, int], rings: Iterable[Line], colour: Colour, ui: float) -> None:
    """Slanting stripes over a polygon; they run on from tile to tile."""
    canvas = _canvas(corner, ui)
    canvas.polygon(rings)
    if canvas.empty:
        return
    along = (np.arange(2 * SIDE - 1) + sum(corner)) / np.sqrt(2)  # by column and row together
    step = STRIPE_PX * ui
    from_middle = np.abs(along % step - step / 2)
    stripe = np.clip((step / 4 - from_middle) / STRIPE_EDGE + 0.5, 0, 1).astype(np.float32)
    stripes = sliding_window_view(stripe, SIDE)  # each column begins one further along
    paint(drawn, canvas.mask() * stripes, colour, STRIPE_SHARE)


def _draw_fronts(
    drawn: pygame.Surface, tile: Tile, fronts: Iterable[Edge], scale: float, ui: float, palette: Palette
) -> None:
    grown = line_growth(scale, ui)
    near = list(edges_within(fronts, tile.bounds))
    for width, colour, share in ((4.4, palette.name_rim, 0.55), (2.4, palette.front, 1.0)):
        canvas = _canvas(tile.corner, ui)
        for edge in near:
            canvas.stroke(edge.line, width * grown)
        if not canvas.empty:
            paint(drawn, canvas.mask(), colour, share)


def paint(picture: pygame.Surface, mask: Mask, colour: Colour, share: float) -> None:
    """Colour a picture where a mask covers; band by band, so that little memory is needed at a time."""
    pixels = pygame.surfarray.pixels3d(picture)
    for left in range(0, len(mask), BAND):
        band, painted = mask[left : left + BAND], pixels[left : left + BAND]
        where = np.nonzero(band > 0)
        part = (band[where] * np.float32(share))[:, None]
        painted[where] = (painted[where] * (1 - part) + np.array(colour, np.float32) * part + 0.5).astype(np.uint8)
    del pixels, painted

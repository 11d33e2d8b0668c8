"""A layout with its pictures: what a frame draws on top of the tiles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pygame

from wargame.ui.map.aside import aside
from wargame.ui.map.board import Shape, Site
from wargame.ui.map.boxes import BOX_HEAD, short_title
from wargame.ui.map.camera import Camera
from wargame.ui.map.counters import card, disc, dot
from wargame.ui.map.fonts import Weight, lettered
from wargame.ui.map.labels import Label
from wargame.ui.map.layout import Layout, Marker
from wargame.ui.map.overlays import Picture
from wargame.ui.map.panels import Kit, box_panel
from wargame.ui.map.placing import Rect
from wargame.ui.map.sprites import Sprite, Sprites
from wargame.ui.map.stacks import PlacedStack
from wargame.ui.map.tokens import Colour

FIGURE_SIZES = (17, 14, 12)  # px at interface scale 1, of a figure in a box


class Seen(NamedTuple):
    """What a look shows, by number: names, and cards in the order in which they are drawn; where those are that stand aside."""

    names: list[int]
    cards: list[int]
    aside: dict[int, Rect]  # px of the sheet


@dataclass(frozen=True, eq=False)
class Scene:
    """In the order in which they are drawn."""

    markers: Sprites[Marker]
    towns: Sprites[Rect]
    labels: Sprites[Label]
    cards: Sprites[PlacedStack]
    boxed: dict[str, tuple[int, ...]]  # by box: the numbers of its cards

    def names(self, camera: Camera, panels: Sequence[Rect]) -> list[int]:
        """Numbers of the labels that a look shows: spare ones only of land that no other names in view."""
        clear = self.labels.clear(camera, panels)
        things, told, shown = self.labels.things, {self.labels.things[number].land for number in clear}, []
        for number in clear:
            land = things[number].spare_for
            if not land or land not in told:
                shown.append(number)
                told.add(land)
        return shown

    def markers_seen(self, camera: Camera, panels: Sequence[Rect], docked: Collection[str]) -> list[int]:
        """Numbers of the boxes and discs that a look shows beside panels (px of the window): a box that is docked is not on the sheet."""
        clear = self.markers.clear(camera, panels)
        return [number for number in clear if self.markers.things[number].site.id not in docked]

    def seen(self, camera: Camera, panels: Sequence[Rect], docked: Collection[int]) -> Seen:
        """What a look shows beside panels (px of the window); cards in docked boxes are on these."""
        names = self.names(camera, panels)
        clear = [number for number in self.cards.clear(camera, panels) if number not in docked]
        shown = {*clear, *docked}
        hidden = [number for number in self.cards.centred(camera, panels) if number not in shown]
        moved = self._aside(hidden, camera, panels)
        rects = list(moved.values())
        stands: dict[int, Rect] = {}
        free = self.cards.beside(rects, clear) & self.labels.beside(rects, names)
        for (number, rect), is_free in zip(moved.items(), free, strict=True):
            if is_free and not any(other.meets(rect) for other in stands.values()):
                stands[number] = rect
        return Seen(names, sorted([*clear, *stands]), stands)

    def _aside(self, numbers: Sequence[int], camera: Camera, panels: Sequence[Rect]) -> dict[int, Rect]:
        """Where cards would stand that panels, or the edge of the view, cover in part, px of the sheet."""
        (left, top), area = camera.corner_px, camera.area
        across, down = left - area.x, top - area.y  # from the window to the sheet
        view, covered = Rect(left, top, area.width, area.height), [panel.moved(across, down) for panel in panels]
        found = {number: aside(self.cards.things[number].rect, view, covered) for number in numbers}
        return {number: rect for number, rect in found.items() if rect is not None}


def paint_scene(layout: Layout, picture: Picture, kit: Kit) -> Scene:
    """The pictures of all that was laid out."""
    boxes = [marker.site.id for marker in layout.markers if marker.site.shape is Shape.BOX]
    places = [placed.stack.units[0].place for placed in layout.stacks]
    town = dot(kit.ui, kit.palette)
    return Scene(
        markers=Sprites((Sprite(_marker(marker, picture, kit), marker.rect), marker) for marker in layout.markers),
        towns=Sprites((Sprite(town, rect), rect) for rect in layout.towns),
        labels=Sprites((_lettered(label), label) for label in layout.labels),
        cards=Sprites((Sprite(card(placed.look, kit.palette), placed.rect), placed) for placed in layout.stacks),
        boxed={box: tuple(number for number, place in enumerate(places) if place == box) for box in boxes},
    )


def _lettered(label: Label) -> Sprite:
    picture, inset = lettered(label.text, label.style)
    return Sprite(picture, label.rect, inset)


def _marker(marker: Marker, picture: Picture, kit: Kit) -> pygame.Surface:
    """A box, or the disc of a place without ground of its own, in the colour of its holder."""
    site, size = marker.site, (round(marker.rect.width), round(marker.rect.height))
    if site.shape is Shape.BOX:
        return box_picture(site, size, picture, kit)
    return disc(size[0], _colour(site, picture, kit), kit.ui, kit.palette)


def box_picture(site: Site, size: tuple[int, int], picture: Picture, kit: Kit) -> pygame.Surface:
    """A box without formations: its name, a frame in the colour of its holder, the figure of its state."""
    box = box_panel(kit, short_title(site), site.home or site.id, size, _colour(site, picture, kit))
    figure = picture.state_figures.get(site.home)
    if figure is not None:
        word = _figure(kit, figure, size[1] - kit.px(BOX_HEAD))
        top = max((size[1] - word.get_height()) * 2 // 3, kit.px(BOX_HEAD))
        box.blit(word, ((size[0] - word.get_width()) // 2, top))
    return box


def _figure(kit: Kit, figure: str, room: int) -> pygame.Surface:
    """A figure in the largest of its sizes that is no higher than there is room for, px; else in the smallest."""
    for points in FIGURE_SIZES:
        word = kit.word(figure, points, kit.palette.text, Weight.STRONG)
        if word.get_height() <= room:
            break
    return word


def _colour(site: Site, picture: Picture, kit: Kit) -> Colour:
    wash = picture.washes.get(site.id)
    return kit.palette.lake if wash is None else wash.stripes or wash.fill

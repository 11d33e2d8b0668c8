"""Cards that are covered in part stand aside, close by, and on nothing else."""

from __future__ import annotations

import pygame
import pytest

from wargame.model.codes import Kind
from wargame.ui.map.aside import aside
from wargame.ui.map.camera import Area, Camera
from wargame.ui.map.camps import Camp, Hue
from wargame.ui.map.fonts import Style
from wargame.ui.map.labels import Label
from wargame.ui.map.looks import Look
from wargame.ui.map.placing import Rect
from wargame.ui.map.scene import Scene, Seen
from wargame.ui.map.sprites import Sprite, Sprites
from wargame.ui.map.stacks import PlacedStack, Stack

AREA = Rect(0, 0, 400, 300)
KEY = Rect(300, 200, 100, 100)
CAMERA = Camera(Area(0, 0, 400, 300), (400.0, 300.0))
STACK = Stack(Camp("NATO", "NATO", Hue.COUNCIL), ())
LOOK = Look(Kind.ARMOURED, Hue.COUNCIL, "NATO", "1.0", 1, 40)


def seen(cards: list[Rect], names: list[Rect] | None = None, docked: tuple[int, ...] = ()) -> Seen:
    """What is shown of cards and names that stand beside and under the key."""
    picture = pygame.Surface((1, 1))
    scene = Scene(
        markers=Sprites([]),
        towns=Sprites([]),
        labels=Sprites((Sprite(picture, rect), Label("", Style(12, (0, 0, 0)), rect)) for rect in names or []),
        cards=Sprites((Sprite(picture, rect), PlacedStack(STACK, LOOK, rect, None)) for rect in cards),
        boxed={},
    )
    return scene.seen(CAMERA, [KEY], docked)


@pytest.mark.parametrize(
    ("card", "stands"),
    [
        (Rect(270, 220, 40, 40), (260, 220)),  # over the left edge of the key
        (Rect(330, 170, 40, 40), (330, 160)),  # over its upper edge
        (Rect(-10, 100, 40, 40), (0, 100)),  # over the edge of the window
        (Rect(100, 275, 40, 40), (100, 260)),
    ],
)
def test_a_card_moves_the_shortest_way(card: Rect, stands: tuple[int, int]) -> None:
    """Off the panel, or into the window, and no further."""
    moved = aside(card, AREA, [KEY])
    assert moved is not None
    assert (moved.left, moved.top) == stands
    assert (moved.width, moved.height) == (card.width, card.height)
    assert seen([card]) == Seen([], [0], {0: moved})


@pytest.mark.parametrize("card", [Rect(320, 220, 40, 40), Rect(-30, 100, 40, 40), Rect(500, 100, 40, 40)])
def test_what_is_out_of_view_stays_so(card: Rect) -> None:
    """Its middle under a panel, or beyond the edge."""
    assert seen([card]) == Seen([], [], {})


def test_no_card_is_moved_onto_another() -> None:
    """Nor onto a name: where there is no room close by it is not drawn."""
    card, near, far = Rect(270, 220, 40, 40), Rect(230, 200, 40, 40), Rect(100, 100, 40, 40)
    assert seen([card, near]).cards == [1]
    assert seen([card], [near]) == Seen([0], [], {})
    assert seen([card, far], [Rect(100, 200, 40, 40)]).cards == [0, 1]


def test_the_first_of_two_that_would_stand_on_one_spot_takes_it() -> None:
    """The others of them are not drawn."""
    assert seen([Rect(270, 220, 40, 40), Rect(265, 225, 40, 40)]).cards == [0]


def test_a_docked_card_stands_on_its_box_alone() -> None:
    """Whether it lies in view on the sheet or under the key in part."""
    assert seen([Rect(270, 220, 40, 40), Rect(100, 100, 40, 40)], docked=(0, 1)).cards == []

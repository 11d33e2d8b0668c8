"""Flags can be told apart, and every state of the shipped scenarios has one."""

import pygame
import pytest
from pygame import Rect

from wargame.store.scenarios import find_scenario, load_scenario
from wargame.ui.theme.flags import FLAGS, draw_flag

ROOM = Rect(0, 0, 27, 18)


def drawn(state: str) -> bytes:
    """The pixels of a flag."""
    surface = pygame.Surface(ROOM.size)
    draw_flag(surface, ROOM, state, (90, 90, 90))
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("name", ["first_steps", "invasion_2022", "baltic_2016"])
def test_every_state_has_a_flag(name: str) -> None:
    """None of ours is a plain field."""
    assert set(load_scenario(find_scenario(name)).countries) <= set(FLAGS)


def test_flags_differ() -> None:
    """No two are the same picture; a state of an author's own gets a plain field."""
    pictures = {state: drawn(state) for state in FLAGS}
    assert len(set(pictures.values())) == len(pictures)
    assert drawn("ZZZ") == bytes((90, 90, 90)) * (ROOM.w * ROOM.h)

"""Key strokes and shortcuts, told apart from how pygame numbers them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Flag, auto

import pygame

from wargame.catalogue import _


class Mod(Flag):
    """Keys held down with another. Command counts as Ctrl."""

    NONE = 0
    CTRL = auto()
    SHIFT = auto()
    ALT = auto()


@dataclass(frozen=True)
class Stroke:
    """One key pressed, with what was held."""

    key: int
    mods: Mod = Mod.NONE


@dataclass(frozen=True)
class Shortcut:
    """The stroke that does the same as a widget."""

    key: int
    mods: Mod = Mod.NONE

    def fits(self, stroke: Stroke) -> bool:
        """Whether a stroke is this one."""
        return (self.key, self.mods) == (stroke.key, stroke.mods)

    def parts(self) -> tuple[str, ...]:
        """Names of the keys, as they stand on a keyboard."""
        held = tuple(name for mod, name in _mod_names() if mod in self.mods)
        return (*held, _key_name(self.key))

    def words(self) -> str:
        """Names of the keys in one text, such as `Ctrl+S`."""
        return "+".join(self.parts())


def mods_of(held: int) -> Mod:
    """What is held, from the bits of pygame."""
    ctrl = Mod.CTRL if held & (pygame.KMOD_CTRL | pygame.KMOD_META) else Mod.NONE
    shift = Mod.SHIFT if held & pygame.KMOD_SHIFT else Mod.NONE
    alt = Mod.ALT if held & pygame.KMOD_ALT else Mod.NONE
    return ctrl | shift | alt


def _mod_names() -> tuple[tuple[Mod, str], ...]:
    return (Mod.CTRL, _("Ctrl")), (Mod.ALT, _("Alt")), (Mod.SHIFT, _("Shift"))


def _key_name(key: int) -> str:
    named = {
        pygame.K_RETURN: _("Enter"),
        pygame.K_SPACE: _("Space"),
        pygame.K_ESCAPE: _("Esc"),
        pygame.K_DELETE: _("Del"),
        pygame.K_PAGEUP: _("Page Up"),
        pygame.K_PAGEDOWN: _("Page Down"),
    }
    return named.get(key) or pygame.key.name(key).capitalize()

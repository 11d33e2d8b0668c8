"""Windows for tests: one widget, or the gallery, on a surface that nobody sees."""

from __future__ import annotations

from tests.ui.drive import Driver
from wargame.store.paths import assets_folder
from wargame.ui.clipboard import OwnClipboard
from wargame.ui.gallery import Gallery
from wargame.ui.kit.layers import screen
from wargame.ui.kit.widget import Widget
from wargame.ui.kit.window import Window
from wargame.ui.opening import Display, open_surface
from wargame.ui.theme.palette import PALETTES, PaletteName
from wargame.ui.theme.theme import Theme

SIZE = (1280, 720)


def theme(percent: int = 100, palette: PaletteName = PaletteName.DEFAULT) -> Theme:
    """A theme; fonts and pictures need the surface that this opens."""
    open_surface(Display.HEADLESS, SIZE)
    return Theme(PALETTES[palette], percent, assets_folder())


def driven(root: Widget, size: tuple[int, int] = SIZE, percent: int = 100) -> Driver:
    """A window that shows this widget."""
    surface = open_surface(Display.HEADLESS, size)
    window = Window(Theme(PALETTES[PaletteName.DEFAULT], percent, assets_folder()), size, OwnClipboard())
    window.replace(screen(root))
    return Driver(window, surface)


def gallery(size: tuple[int, int] = SIZE, percent: int = 100, palette: PaletteName = PaletteName.DEFAULT) -> Driver:
    """A window that shows the gallery; its scale and palette can be changed in it."""
    surface = open_surface(Display.HEADLESS, size)
    window = Window(Theme(PALETTES[palette], percent, assets_folder()), size, OwnClipboard())

    def scale(wanted: int) -> None:
        window.retheme(Theme(window.theme.palette, wanted, assets_folder()))

    def paint(wanted: PaletteName) -> None:
        window.retheme(Theme(PALETTES[wanted], window.theme.percent, assets_folder()))

    window.replace(screen(Gallery(window, scale, paint).root))
    return Driver(window, surface)

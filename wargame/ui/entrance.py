"""The way in: the menu is there before the game behind it is loaded, which takes a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import wargame
from wargame.catalogue import _
from wargame.ui.app import App
from wargame.ui.kit.widget import Widget
from wargame.ui.opening import keep_what_is_loaded
from wargame.ui.screens.menu import Ways, menu
from wargame.ui.work import Report

if TYPE_CHECKING:
    from wargame.ui.screens.flow import Flow


class Entrance:
    """Shows the menu, loads the flow of the screens in a thread, and hands the window over to it."""

    def __init__(self, app: App, saves: Path | None = None) -> None:
        self.app, self._saves = app, saves
        self.flow: Flow | None = None
        self._wanted: Callable[[Flow], None] | None = None  # what was pressed meanwhile

    def open(self) -> None:
        """Show the menu, and load."""
        self.app.go(self._menu)
        self.app.work(_loaded, self._hand_over)

    def close(self) -> None:
        """Let a game go."""
        if self.flow is not None:
            self.flow.close()

    def _menu(self) -> Widget:
        ways = Ways(
            lambda: self._want(lambda flow: flow.choose()),
            lambda: None,  # nothing can be continued before the saves are read
            lambda: self._want(lambda flow: flow.choose_save()),
            lambda: self._want(lambda flow: flow.settings()),
            lambda: self._want(lambda flow: flow.credits()),
            self.app.quit,
        )
        return menu(ways, "", _("Version {version}").format(version=wargame.__version__))

    def _want(self, way: Callable[[Flow], None]) -> None:
        self._wanted = way

    def _hand_over(self, flow: type[Flow]) -> None:
        self.flow = flow(self.app, self._saves)
        self.flow.open_menu()
        if self._wanted is not None:
            self._wanted(self.flow)


def _loaded(_report: Report) -> type[Flow]:
    from wargame.ui.screens.flow import Flow

    keep_what_is_loaded()
    return Flow

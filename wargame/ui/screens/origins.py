"""Where the facts on a sheet come from, as the scenario says it."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.ui.kit.label import heading
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget


def origin_rows(source: str) -> list[Widget]:
    """What a scenario says of its source; nothing where its common list alone says it."""
    return [heading(_("Where this comes from")), Prose("origin", plain(source))] if source else []

"""The catalogue of texts: English stands in the code, other languages in `wargame/locale` when there are any.

`python -m tools.build_words` gathers what passes through `_` and `_n` into `wargame/locale/tripwire.pot`, for translators,
and the sentences of laws and columns, which stand as docstrings and descriptions and are shown by `translated`.
"""

from __future__ import annotations

import gettext
from pathlib import Path

DOMAIN = "tripwire"
LOCALES = Path(__file__).resolve().parent / "locale"

_catalogue = gettext.translation(DOMAIN, LOCALES, fallback=True)

_ = _catalogue.gettext
"""Text in the language of the user."""

_n = _catalogue.ngettext
"""Text for one and for many, by a number."""

translated = _catalogue.gettext
"""Sentence of a law or a column in the language of the user."""

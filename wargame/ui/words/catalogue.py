"""The catalogue of texts: English stands in the code, other languages in `words/locale` when there are any.

`python -m tools.build_words` gathers what passes through `_` and `_n` into `tripwire.pot`, for translators.
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

"""A page of sections that several commands write: each replaces its own and leaves the others as they are."""

from __future__ import annotations

import re
from pathlib import Path

from wargame.catalogue import _
from wargame.store.faults import InputError

SECTION = re.compile(r"^(?=# )", re.MULTILINE)


def put_section(page: Path, text: str) -> None:
    """Write a section that begins with its title, `# ...`, in the place of the one of that title, or at the end. Raises InputError."""
    title = text.partition("\n")[0]
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        sections = SECTION.split(page.read_text(encoding="utf-8")) if page.exists() else []
        page.write_text("\n\n".join(_replaced(sections, title, text)) + "\n", encoding="utf-8")
    except OSError as fault:
        refusal = _("{file}: cannot be written: {cause}")
        raise InputError([refusal.format(file=page, cause=fault.strerror)]) from None


def _replaced(sections: list[str], title: str, text: str) -> list[str]:
    kept = [section.strip() for section in sections if section.strip()]
    titles = [section.partition("\n")[0] for section in kept]
    if title in titles:
        kept[titles.index(title)] = text.strip()
    else:
        kept.append(text.strip())
    return kept

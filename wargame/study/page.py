"""A page of sections that several commands write: each replaces its own and leaves the others as they are."""

from __future__ import annotations

import re
from pathlib import Path

from wargame.catalogue import _
from wargame.store.faults import InputError, one_line
from wargame.store.outputs import check_writable, written

SECTION = re.compile(r"^(?=# )", re.MULTILINE)


def put_section(page: Path, text: str) -> None:
    """Write a section that begins with its title, `# ...`, in the place of the one of that title, or at the end. Raises InputError."""
    title = text.partition("\n")[0]
    with written(page):
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join(_replaced(_sections(page), title, text)) + "\n", encoding="utf-8")


def check_page(page: Path) -> None:
    """Raises InputError unless sections can be put into the page; asked before the games are played."""
    check_writable(page)
    _sections(page)


def _sections(page: Path) -> list[str]:
    """What the page holds; nothing where it is new, or a device, which may be read for ever."""
    if not page.is_file():
        return []
    try:
        with written(page):
            return SECTION.split(page.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise InputError([one_line(_("{file}: not a page of text (UTF-8)").format(file=page))]) from None


def _replaced(sections: list[str], title: str, text: str) -> list[str]:
    kept = [section.strip() for section in sections if section.strip()]
    titles = [section.partition("\n")[0] for section in kept]
    if title in titles:
        kept[titles.index(title)] = text.strip()
    else:
        kept.append(text.strip())
    return kept

"""A long agenda is told by subject, and nothing of it is lost."""

from dataclasses import replace

import pytest

from wargame.engine.compile import Compiled
from wargame.model.codes import MeasureKind
from wargame.session import Session
from wargame.ui.play.drafting import Item, agenda
from wargame.ui.play.subjects import FOREMOST, KINDS, LONG, SUBJECTS, Section, sections


def long_agenda(start: Compiled, size: int) -> tuple[list[Section], list[Item]]:
    """The Alliance's agenda, of so many open lines and one that is out of reach."""
    session = Session(start, {})
    session.begin()
    view = session.view("nato")
    item = next(item for item in agenda(view, ()) if item.is_open)
    items = [replace(item, draft=item.draft.model_copy(update={"bids": {"EST": k}})) for k in range(size)]
    items.append(replace(item, broken=("LEGAL-10",)))
    return sections(view, items), items


def test_every_kind_of_measure_has_one_subject() -> None:
    """None is told twice, none is left out."""
    assert sorted(SUBJECTS) == sorted(MeasureKind)
    assert len(SUBJECTS) == sum(len(kinds) for kinds in KINDS.values())


@pytest.mark.parametrize("size", [1, LONG - 1, LONG, LONG + 6])
def test_an_agenda_keeps_its_lines_and_their_order(start: Compiled, size: int) -> None:
    """A short one stays as it is; of a long one the most pressing stand first, and what is out of reach last."""
    told, items = long_agenda(start, size)
    assert [item for section in told for item in section.items] == items
    if size < LONG:
        assert [section.title for section in told] == [""]
    else:
        assert len(told[0].items) == FOREMOST
        assert [item.is_open for item in told[-1].items] == [False]
        assert all(section.title for section in told[1:])

"""Orders as values: what logs hold is read again, and nothing that is no order."""

import pytest
from pydantic import ValidationError

from wargame.model.orders import ORDER, TableDraft

DRAFT = {"type": "table", "measure": "aid", "ambition": 2}


def test_a_draft_in_the_log_of_an_older_game_is_read() -> None:
    """Law 13: such a log says of every draft that it is no redraft; nobody could give one that was."""
    assert ORDER.validate_python(DRAFT | {"redraft": False}) == TableDraft(measure="aid", ambition=2)
    with pytest.raises(ValidationError):
        ORDER.validate_python(DRAFT | {"redraft": True})
    with pytest.raises(ValidationError):
        ORDER.validate_python(DRAFT | {"redrafts": False})

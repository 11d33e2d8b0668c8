"""Documents made from the code are current."""

from pathlib import Path

from wargame.commands.rulebook import rulebook_text
from wargame.store.scenarios import schema_json

TOP = Path(__file__).parent.parent


def test_the_rulebook_is_what_the_laws_say() -> None:
    """`wargame rulebook --out docs/rulebook.md` would change nothing."""
    assert (TOP / "docs" / "rulebook.md").read_text(encoding="utf-8") == rulebook_text()


def test_the_schema_is_what_the_models_say() -> None:
    """`wargame scenario schema > scenarios/schema.json` would change nothing."""
    assert (TOP / "scenarios" / "schema.json").read_text(encoding="utf-8").strip() == schema_json().strip()

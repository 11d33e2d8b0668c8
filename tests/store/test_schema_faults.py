"""Whatever the schemas of our files refuse is said in words of the catalogue, never in those of pydantic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from pydantic import BaseModel

from tests.commands.calling import SMALL
from wargame.model.measures import Catalogue
from wargame.model.scenario import Scenario
from wargame.store.faults import InputError
from wargame.store.opener import open_yaml_text
from wargame.store.schema_faults import has_words

# By what a JSON schema asks for: the errors of pydantic where it is not given.
ERRORS: Final = {
    "object": ("dict_type", "model_type"),
    "array": ("tuple_type",),
    "string": ("string_type",),
    "integer": ("int_type", "int_from_float"),
    "number": ("float_type", "finite_number"),
    "boolean": ("bool_type",),
    "null": (),
    "date": ("date_type", "date_parsing"),
    "pattern": ("string_pattern_mismatch",),
    "minLength": ("string_too_short",),
    "maxLength": ("string_too_long",),
    "minimum": ("greater_than_equal",),
    "maximum": ("less_than_equal",),
    "exclusiveMinimum": ("greater_than",),
    "minItems": ("too_short", "missing"),
    "maxItems": ("too_long",),
    "maxProperties": ("too_long",),
    "enum": ("enum", "literal_error"),
    "const": ("literal_error",),
    "required": ("missing",),
}
# Where there is more to be asked for: keywords that ask for nothing themselves.
SILENT: Final = frozenset(
    {"$defs", "$ref", "additionalProperties", "anyOf", "default", "description", "format", "items", "patternProperties"}
    | {"prefixItems", "properties", "propertyNames", "title", "type"}
)


def asked_for(schema: object) -> Iterator[str]:
    """Every keyword, type and format of a JSON schema."""
    match schema:
        case list():
            for item in schema:
                yield from asked_for(item)
        case dict():
            yield from schema
            yield from (str(schema[key]) for key in ("type", "format") if key in schema)
            for key, below in schema.items():
                if key in ("properties", "$defs", "patternProperties"):
                    yield from (word for part in below.values() for word in asked_for(part))
                elif key not in ("default", "enum", "const", "required"):
                    yield from asked_for(below)


@pytest.mark.parametrize("model", [Scenario, Catalogue])
def test_every_error_of_the_schemas_has_words_of_its_own(model: type[BaseModel]) -> None:
    """A new kind of field fails here until its errors have words."""
    asked = set(asked_for(model.model_json_schema())) - SILENT
    assert asked <= set(ERRORS)
    assert [error for word in asked for error in ERRORS[word] if not has_words(error)] == []


def fault_of(start: str) -> str:
    """What is said of a scenario that starts on such a day."""
    lines = SMALL.read_text("utf-8").splitlines(keepends=True)
    text = "".join(f"start: {start}\n" if line.startswith("start:") else line for line in lines)
    with pytest.raises(InputError) as refusal:
        open_yaml_text(text, "x", Scenario, lambda scenario: ())
    (problem,) = refusal.value.problems
    return problem.partition("start: ")[2]


@pytest.mark.parametrize(
    ("start", "says"),
    [
        ("2022-13-01", ", month value is outside expected range of 1-12 (got '2022-13-01')"),
        ("2022-02-30", ", day value is outside expected range (got '2022-02-30')"),
        ("2022-2-1", ", input is too short (got '2022-2-1')"),
        ("2022/02/01", ", invalid date separator, expected `-` (got '2022/02/01')"),
        ("0000-01-01", ", year 0 is out of range (got '0000-01-01')"),
        ("2022-0x-01", ", invalid character in month (got '2022-0x-01')"),
        ("2022-01-0x", ", invalid character in day (got '2022-01-0x')"),
        ("2022-02-24 noon", ", unexpected extra characters at the end of the input (got '2022-02-24 noon')"),
        ("'20220224'", " (got '20220224')"),
    ],
)
def test_a_date_is_refused_with_the_cause(start: str, says: str) -> None:
    """As far as it has words; else the form is enough."""
    assert fault_of(start) == f"input should be a valid date in the format YYYY-MM-DD{says}"


def test_a_number_is_no_date() -> None:
    """It is not even told which form a date has."""
    assert fault_of("5") == "input should be a valid date (got 5)"

"""The scenario schema: strict, described, and able to say what refers to nothing."""

import typing
from collections.abc import Iterator
from enum import IntEnum
from typing import Annotated

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from wargame.model import codes
from wargame.model.codes import Effect, Terrain
from wargame.model.columns import NOBODY
from wargame.model.findings import unknown
from wargame.model.measures import SIZES, Catalogue
from wargame.model.names import Roll
from wargame.model.references_measures import columns_of
from wargame.model.scenario import Scenario
from wargame.model.state import Clock, State
from wargame.model.strict import Named, Strict


def schemas_below(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """A schema and all that its fields hold."""
    if model in seen:
        return
    seen.add(model)
    yield model
    for field in model.model_fields.values():
        for part in parts_of(field.annotation):
            yield from schemas_below(part, seen)


def parts_of(annotation: object) -> Iterator[type[BaseModel]]:
    """The schemas inside a type."""
    inner = typing.get_args(annotation)
    if not inner and isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in inner:
        yield from parts_of(part)


def name_of(model: type[BaseModel]) -> str:
    return model.__name__


SCHEMAS: list[type[BaseModel]] = [*schemas_below(Scenario, set()), Catalogue]


@pytest.mark.parametrize("model", SCHEMAS, ids=name_of)
def test_every_field_says_what_it_is(model: type[BaseModel]) -> None:
    """A JSON schema is published: no field goes without a description."""
    silent = [name for name, field in model.model_fields.items() if not field.description]
    assert silent == []


@pytest.mark.parametrize("model", SCHEMAS, ids=name_of)
def test_every_schema_is_strict(model: type[BaseModel]) -> None:
    """Unknown keys, guessed types, infinite numbers and later changes are refused."""
    assert issubclass(model, Strict)
    settings = (model.model_config.get(key) for key in ("extra", "strict", "frozen", "allow_inf_nan"))
    assert tuple(settings) == ("forbid", True, True, False)


def test_the_walk_over_the_schemas_reaches_the_leaves() -> None:
    """The two tests above see what they should."""
    assert {"Scenario", "Thresholds", "Region", "Weight", "EffectOf", "Moves"} <= {model.__name__ for model in SCHEMAS}


TERRAIN: TypeAdapter[Terrain] = TypeAdapter(Annotated[Terrain, Named(Terrain)])


def test_codes_are_written_as_names() -> None:
    """Files hold the name in lower case, tables the number."""
    assert TERRAIN.validate_python("urban") is Terrain.URBAN
    assert TERRAIN.dump_json(Terrain.URBAN) == b'"urban"'


@pytest.mark.parametrize("value", ["URBAN", "town", 3, None, codes.Kind.FLEET])
def test_nothing_but_its_names_is_a_code(value: object) -> None:
    """Neither numbers nor other spellings nor codes of another vocabulary pass."""
    with pytest.raises(ValidationError, match="'plain', 'forest'"):
        TERRAIN.validate_python(value)


@pytest.mark.parametrize("vocabulary", [codes.MeasureKind, codes.Kind, codes.Effect, codes.Reading])
def test_every_code_has_a_name_of_its_own(vocabulary: type[IntEnum]) -> None:
    """What can be written can be told apart."""
    assert len(Named(vocabulary).codes) == len(vocabulary)


def test_every_effect_says_the_unit_of_its_size() -> None:
    """An author can look up what a number means."""
    assert set(SIZES) == set(Effect)


def test_columns_of_a_table_are_those_of_its_rows() -> None:
    """Promises of measures are held against the tables themselves."""
    assert columns_of("clock") == tuple(Clock.columns)
    assert all(columns_of(table) for table in State._fields)
    assert columns_of("clocks") is None


def test_unknown_words_are_answered_with_the_nearest() -> None:
    """A misspelling is worth a hint, a wild guess is not."""
    assert unknown("country", "ets", ["EST", "RUS"]) == "no country called 'ets' (did you mean 'EST'?)"
    assert unknown("country", "XYZ", ["EST", "RUS"]) == "no country called 'XYZ'"


def test_a_roll_leads_from_ids_to_rows_and_back() -> None:
    """Ids outside, rows inside; nobody has neither id nor name."""
    roll = Roll.of([("EST", "Estonia"), ("RUS", "Russia")])
    assert (roll.row("RUS"), roll.id(1), roll.title(1), len(roll)) == (1, "RUS", "Russia", 2)
    assert (roll.row(None), roll.id(NOBODY), roll.title(NOBODY)) == (NOBODY, None, "")
    with pytest.raises(KeyError):
        roll.row("FIN")

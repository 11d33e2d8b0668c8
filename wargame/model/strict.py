"""What the schemas of files are built from: a strict base, kinds of ids, and names for the codes of the tables."""

from enum import IntEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticKnownError, core_schema


class Strict(BaseModel):
    """Base of all schemas: no unknown keys, no guessing of types, no infinite numbers, no changes afterwards."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, allow_inf_nan=False)


class Named:
    """Annotation of a code that is written as its name in lower case: `Annotated[Terrain, Named(Terrain)]`."""

    def __init__(self, codes: type[IntEnum]) -> None:
        self.codes = {code.name.lower(): code for code in codes}
        self.title = codes.__name__

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How pydantic reads and writes the field."""
        written = core_schema.plain_serializer_function_ser_schema(_name_of, return_schema=core_schema.str_schema())
        return core_schema.no_info_plain_validator_function(self.read, serialization=written)

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The names, for editors."""
        return {"enum": list(self.codes), "type": "string"}

    def read(self, value: object) -> IntEnum:
        """The code a name stands for; a code stands for itself. Raises pydantic's error of an enum."""
        if isinstance(value, IntEnum) and value in self.codes.values():
            return value
        if isinstance(value, str) and value in self.codes:
            return self.codes[value]
        # In pydantic's own form and English; what is shown is made from it by store/schema_faults.
        raise PydanticKnownError("enum", {"expected": _listed(list(self.codes))})


def _name_of(code: IntEnum) -> str:
    return code.name.lower()


def _listed(names: list[str]) -> str:
    quoted = [f"'{name}'" for name in names]
    return " or ".join((", ".join(quoted[:-1]), quoted[-1])) if len(quoted) > 1 else quoted[0]


Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""Id of a body, measure or objective."""

Iso3 = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
"""A country, by its ISO 3166-1 alpha-3 code (XKX for Kosovo)."""

PlaceId = Annotated[str, Field(pattern=r"^[A-Z]{2}-[A-Z0-9]{2,6}$")]
"""Id of a region or sea zone."""

UnitId = Annotated[str, Field(pattern=r"^[A-Z]{2,5}-[0-9]{2,3}$")]
"""Id of a formation."""

Title = Annotated[str, Field(min_length=1, max_length=80)]
"""A name of one line."""

Prose = Annotated[str, Field(min_length=1, max_length=2000)]
"""A text of sentences."""

Percent = Annotated[float, Field(ge=0, le=100)]
"""0 to 100, kept in thousandths."""

SignedPercent = Annotated[float, Field(ge=-100, le=100)]
"""-100 to 100, kept in thousandths."""

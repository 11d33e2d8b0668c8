"""Pydantic's errors as faults of a file: what is wrong, where, and what was probably meant."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wargame.store.faults import Fault, did_you_mean, got
from wargame.store.places import Location, Place, Places
from wargame.store.schema_trail import KEY_STEP, Trail
from wargame.store.yaml_tree import Value

_Context = Mapping[str, Any]

# What is wrong, by pydantic's type of error. The others keep pydantic's own words.
_WORDS: Final[Mapping[str, Callable[[_Context], str]]] = {
    "missing": lambda context: "is required",
    "string_type": lambda context: "must be text",
    "int_type": lambda context: "must be a whole number",
    "int_from_float": lambda context: "must be a whole number",
    "float_type": lambda context: "must be a number",
    "bool_type": lambda context: "must be true or false",
    "finite_number": lambda context: "must be a finite number",
    "greater_than": lambda context: f"must be more than {_plain(context['gt'])}",
    "greater_than_equal": lambda context: f"must be at least {_plain(context['ge'])}",
    "less_than": lambda context: f"must be less than {_plain(context['lt'])}",
    "less_than_equal": lambda context: f"must be at most {_plain(context['le'])}",
    "multiple_of": lambda context: f"must be a multiple of {context['multiple_of']}",
    "string_too_short": lambda context: f"must have at least {_counted(context['min_length'], 'character')}",
    "string_too_long": lambda context: f"must have at most {_counted(context['max_length'], 'character')}",
    "string_pattern_mismatch": lambda context: f"must have the form {context['pattern']}",
    "too_short": lambda context: f"must have at least {_counted(context['min_length'], 'item')}",
    "too_long": lambda context: f"must have at most {_counted(context['max_length'], 'item')}",
    "literal_error": lambda context: f"must be {context['expected']}",
    "enum": lambda context: f"must be {context['expected']}",
    "none_required": lambda context: "must be left empty",
    "union_tag_not_found": lambda context: f"needs the key {context['discriminator']}",
    "union_tag_invalid": lambda context: f"{context['discriminator']} must be one of {context['expected_tags']}",
    "value_error": lambda context: str(context["error"]),
    "assertion_error": lambda context: str(context["error"]) or "is not allowed",
}
_WORDS_FOR_SHAPES: Final = (
    (("list_type", "tuple_type", "set_type", "frozen_set_type"), "must be a list"),
    (("dict_type", "model_type", "mapping_type", "model_attributes_type", "dataclass_type"), "must be a mapping"),
)
_BY_SHAPE: Final = {kind: words for kinds, words in _WORDS_FOR_SHAPES for kind in kinds}
_QUOTED: Final = re.compile(r"'((?:[^'\\]|\\.)*)'")


def schema_faults(error: ValidationError, model: type[BaseModel], data: Value, places: Places) -> list[Fault]:
    """Every error of a validation as a fault. What the branches of a union say of one place is one fault."""
    trail = Trail(model, data)
    details = error.errors(include_url=False)
    return list(_joined(_complaint(detail, trail, places) for detail in details))


class _Complaint(NamedTuple):
    place: Place
    location: Location
    words: str
    appendix: str = ""


def _joined(complaints: Iterable[_Complaint]) -> Iterator[Fault]:
    for (place, location), group in groupby(complaints, key=lambda complaint: complaint[:2]):
        alike = list(group)
        words = dict.fromkeys(complaint.words for complaint in alike)
        yield Fault(place, location, ", or ".join(words) + alike[0].appendix)


def _complaint(detail: ErrorDetails, trail: Trail, places: Places) -> _Complaint:
    steps: Location = detail["loc"]
    kind = detail["type"]
    if kind == "missing":
        owner = trail.follow(steps[:-1]).location
        return _Complaint(places.of_value(owner), (*owner, steps[-1]), "is required")
    location = trail.follow(steps).location
    if kind == "extra_forbidden":
        hint = did_you_mean(str(steps[-1]), trail.follow(steps[:-1]).keys)
        return _Complaint(places.of_key(location), location, "unknown key", hint)
    if steps and steps[-1] == KEY_STEP:
        return _Complaint(places.of_key(location), location, f"this key {_words(detail)}")
    return _Complaint(places.of_value(location), location, _words(detail), _input(detail))


def _words(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _BY_SHAPE:
        return _BY_SHAPE[kind]
    if kind in _WORDS:
        return _WORDS[kind](context)
    return detail["msg"][:1].lower() + detail["msg"][1:]


def _input(detail: ErrorDetails) -> str:
    """What was given, and what was probably meant."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    match kind:
        case "union_tag_invalid":
            return got(context["tag"]) + did_you_mean(context["tag"], _QUOTED.findall(context["expected_tags"]))
        case "literal_error" | "enum" if isinstance(value, str):
            return got(value) + did_you_mean(value, _QUOTED.findall(context["expected"]))
        case "string_type" if isinstance(value, int | float):
            return got(value) + ": put it in quotes"
        case "too_short" | "too_long":
            return got(context["actual_length"])
        case "union_tag_not_found" | "value_error" | "assertion_error" if isinstance(value, dict | list):
            return ""
        case _:
            return got(value)


def _plain(bound: object) -> str:
    """A bound as an author would write it: 100, not 100.0."""
    return str(bound).removesuffix(".0")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

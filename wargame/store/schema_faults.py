"""Pydantic's errors as faults of a file: what is wrong, where, and what was probably meant."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from itertools import groupby
from typing import Any, Final, NamedTuple

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from wargame.catalogue import _, _n
from wargame.model.findings import Location, did_you_mean
from wargame.store.date_faults import words_of_date
from wargame.store.faults import Fault, got
from wargame.store.places import Place, Places
from wargame.store.schema_trail import KEY_STEP, Trail
from wargame.store.yaml_tree import Value

MOST_HEARD: Final = 1_000
"""How many errors of a validation are put in words; far more than are shown, and all that a file of any sense has."""

_Context = Mapping[str, Any]

# What is wrong, by pydantic's type of error: all types that the schemas of our files can bring about (a test holds this).
_WORDS: Final[Mapping[str, Callable[[_Context], str]]] = {
    "missing": lambda context: _("is required"),
    "string_type": lambda context: _("must be text"),
    "int_type": lambda context: _("must be a whole number"),
    "int_from_float": lambda context: _("must be a whole number"),
    "float_type": lambda context: _("must be a number"),
    "bool_type": lambda context: _("must be true or false"),
    "finite_number": lambda context: _("must be a finite number"),
    "greater_than": lambda context: _("must be more than {bound}").format(bound=_plain(context["gt"])),
    "greater_than_equal": lambda context: _("must be at least {bound}").format(bound=_plain(context["ge"])),
    "less_than": lambda context: _("must be less than {bound}").format(bound=_plain(context["lt"])),
    "less_than_equal": lambda context: _("must be at most {bound}").format(bound=_plain(context["le"])),
    "multiple_of": lambda context: _("must be a multiple of {number}").format(number=context["multiple_of"]),
    "string_too_short": lambda context: _least_letters(context["min_length"]),
    "string_too_long": lambda context: _most_letters(context["max_length"]),
    "string_pattern_mismatch": lambda context: _("must have the form {pattern}").format(pattern=context["pattern"]),
    "too_short": lambda context: _least_items(context["min_length"]),
    "too_long": lambda context: _most_items(context["max_length"]),
    "literal_error": lambda context: _one_of(context["expected"]),
    "enum": lambda context: _one_of(context["expected"]),
    "date_type": words_of_date,
    "date_parsing": words_of_date,
    "none_required": lambda context: _("must be left empty"),
    "union_tag_not_found": lambda context: _("needs the key {key}").format(key=context["discriminator"]),
    "union_tag_invalid": lambda context: _("{key} must be one of {choices}").format(
        key=context["discriminator"], choices=context["expected_tags"]
    ),
    "value_error": lambda context: str(context["error"]),
    "assertion_error": lambda context: str(context["error"]) or _("is not allowed"),
}
_LIST: Final = _("must be a list")
_MAPPING: Final = _("must be a mapping")
_WORDS_FOR_SHAPES: Final = (
    (("list_type", "tuple_type", "set_type", "frozen_set_type"), _LIST),
    (("dict_type", "model_type", "mapping_type", "model_attributes_type", "dataclass_type"), _MAPPING),
)
_BY_SHAPE: Final = {kind: words for kinds, words in _WORDS_FOR_SHAPES for kind in kinds}
_QUOTED: Final = re.compile(r"'((?:[^'\\]|\\.)*)'")


def schema_faults(error: ValidationError, model: type[BaseModel], data: Value, places: Places) -> list[Fault]:
    """The first MOST_HEARD errors of a validation as faults. What the branches of a union say of one place is one fault."""
    trail = Trail(model, data)
    details = error.errors(include_url=False)[:MOST_HEARD]
    return list(_joined(_complaint(detail, trail, places) for detail in details))


def has_words(error: str) -> bool:
    """Whether a type of pydantic's errors is told in words of its own."""
    return error in _WORDS or error in _BY_SHAPE


class _Complaint(NamedTuple):
    place: Place
    location: Location
    words: str
    appendix: str = ""


def _joined(complaints: Iterable[_Complaint]) -> Iterator[Fault]:
    for (place, location), group in groupby(complaints, key=lambda complaint: complaint[:2]):
        alike = list(group)
        words = dict.fromkeys(complaint.words for complaint in alike)
        yield Fault(place, location, reduce(_either, words) + alike[0].appendix)


def _either(one: str, other: str) -> str:
    return _("{one}, or {other}").format(one=one, other=other)


def _complaint(detail: ErrorDetails, trail: Trail, places: Places) -> _Complaint:
    steps: Location = detail["loc"]
    kind = detail["type"]
    if kind == "missing":
        owner = trail.follow(steps[:-1]).location
        absent = (*owner, steps[-1])  # has a place where an extending file took it away
        return _Complaint(places.of_value(absent), absent, _("is required"))
    location = trail.follow(steps).location
    if kind == "extra_forbidden":
        hint = did_you_mean(str(steps[-1]), trail.follow(steps[:-1]).keys)
        return _Complaint(places.of_key(location), location, _("unknown key"), hint)
    if steps and steps[-1] == KEY_STEP:
        return _Complaint(places.of_key(location), location, _("this key {fault}").format(fault=_words(detail)))
    return _Complaint(places.of_value(location), location, _words(detail), _input(detail))


def _words(detail: ErrorDetails) -> str:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind in _BY_SHAPE:
        return _BY_SHAPE[kind]
    if kind in _WORDS:
        return _WORDS[kind](context)
    return _("is not allowed")  # no schema of ours comes here


def _input(detail: ErrorDetails) -> str:
    """What was given, and what was probably meant."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    match kind:
        case "union_tag_invalid":
            return got(context["tag"]) + did_you_mean(context["tag"], _QUOTED.findall(context["expected_tags"]))
        case "literal_error" | "enum" if isinstance(value, str):
            return got(value) + did_you_mean(value, _QUOTED.findall(context["expected"]))
        case "string_type" if isinstance(value, int | float):
            return got(value) + _(": put it in quotes")
        case "too_short" | "too_long":
            return got(context["actual_length"])
        case "union_tag_not_found" | "value_error" | "assertion_error" if isinstance(value, dict | list):
            return ""
        case _:
            return got(value)


def _plain(bound: object) -> str:
    """A bound as an author would write it: 100, not 100.0."""
    return str(bound).removesuffix(".0")


def _one_of(expected: str) -> str:
    """The choices that pydantic lists, `'a', 'b' or 'c'`, in the language of the user."""
    others, joined, last = expected.rpartition(" or ")
    choices = _("{others} or {last}").format(others=others, last=last) if joined else expected
    return _("must be {choices}").format(choices=choices)


def _least_letters(count: int) -> str:
    words = _n("must have at least {count} character", "must have at least {count} characters", count)
    return words.format(count=count)


def _most_letters(count: int) -> str:
    words = _n("must have at most {count} character", "must have at most {count} characters", count)
    return words.format(count=count)


def _least_items(count: int) -> str:
    return _n("must have at least {count} item", "must have at least {count} items", count).format(count=count)


def _most_items(count: int) -> str:
    return _n("must have at most {count} item", "must have at most {count} items", count).format(count=count)

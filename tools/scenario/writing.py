"""Writing YAML that people read: texts quoted only where they must be, short mappings on one line.

A confidence mark of a table becomes a comment behind the entry that it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

Value: TypeAlias = "str | int | float | bool | Sequence[str] | Mapping[str, Value]"

PLAIN = re.compile(r"[^\W\d_][\w .'()/&+-]*")  # what needs no quotes, in a flow mapping either
WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})  # that YAML takes for something else
NO_MARKS: Mapping[str, str] = MappingProxyType({})
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def scalar(value: str | int | float | bool) -> str:
    """A value as YAML writes it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return f"{value:g}" if abs(value) < 1000 else f"{value:.1f}".removesuffix(".0")
        case str():
            return _quoted(value)


def written(value: Value) -> str:
    """A value, a list or a mapping on one line."""
    match value:
        case str() | int() | float():
            return scalar(value)
        case Mapping():
            return "{" + ", ".join(f"{key}: {written(item)}" for key, item in value.items()) + "}"
        case _:
            return "[" + ", ".join(scalar(item) for item in value) + "]"


def flow(entry: Mapping[str, Value]) -> str:
    """A mapping of a line."""
    return "{" + ", ".join(f"{key}: {written(value)}" for key, value in entry.items()) + "}"


def block(entry: Mapping[str, Value], indent: int, marks: Mapping[str, str] = NO_MARKS) -> list[str]:
    """A mapping of a line a key, with the marks of keys behind them."""
    return [" " * indent + f"{key}: {written(value)}{mark(marks.get(key, ''))}" for key, value in entry.items()]


def item(entry: Mapping[str, Value], indent: int, marks: Mapping[str, str] = NO_MARKS) -> list[str]:
    """The same as an item of a list."""
    lines = block(entry, indent + 2, marks)
    return [" " * indent + "- " + lines[0].lstrip(), *lines[1:]]


def mark(confidence: str) -> str:
    """A confidence mark as a comment; nothing where there is none."""
    return f"  # {confidence}" if confidence else ""


def _quoted(value: str) -> str:
    whole = PLAIN.fullmatch(value) and value == value.strip() and value.lower() not in WORDS
    if whole or DATE.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

"""JSON schema of scenario files, for editors: of whole ones, and of those that extend another and say only what differs."""

import json
from typing import Final

from pydantic import JsonValue

from wargame.model.scenario import Scenario
from wargame.store.extending import EXTENDS, FORMAT, SINCE

WHOLE: Final = "Scenario"
CHANGES: Final = "Changes"
NOTHING: Final[dict[str, JsonValue]] = {"type": "null"}
KEPT_BY_NAME: Final = ("properties", "patternProperties")
KEYS: Final[dict[str, JsonValue]] = {
    EXTENDS: {
        "type": "string",
        "pattern": "^[a-z][a-z0-9_]{0,39}$",
        "description": "The scenario this one stands on: the name of a file of this folder, or of a shipped one.",
    },
    SINCE: {
        "type": "string",
        "format": "date",
        "description": "The day, among the `starts` of that scenario, as of which this one stands on it.",
    },
}

Schema = dict[str, JsonValue]


def schema_json() -> str:
    """The schema, as it is published beside the scenarios."""
    whole = _closed(Scenario.model_json_schema())
    assert isinstance(whole, dict)
    parts = whole.pop("$defs")
    assert isinstance(parts, dict)
    changed: Schema = {_changed_name(name): _loosened(part) for name, part in parts.items()}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": whole["title"],
        "type": "object",
        "if": {"required": [EXTENDS]},
        "then": {"$ref": f"#/$defs/{CHANGES}"},
        "else": {"$ref": f"#/$defs/{WHOLE}"},
        "$defs": _needed({**parts, **changed, WHOLE: whole, CHANGES: _changes(whole)}),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _closed(part: JsonValue) -> JsonValue:
    """A part of a schema in which no mapping by ids takes a key that is no id."""
    match part:
        case dict():
            closed = {key: _closed(value) for key, value in part.items()}
            return closed | {"additionalProperties": False} if "patternProperties" in closed else closed
        case list():
            return [_closed(value) for value in part]
        case _:
            return part


def _changes(whole: Schema) -> Schema:
    """What an extending file may hold at its top."""
    loose = _loosened(whole)
    assert isinstance(loose, dict)
    own = loose["properties"]
    assert isinstance(own, dict)
    wanted = whole["properties"]
    assert isinstance(wanted, dict)
    properties = {**KEYS, **own, FORMAT: wanted[FORMAT]}
    return {**loose, "title": CHANGES, "properties": properties, "required": [FORMAT, EXTENDS]}


def _loosened(part: JsonValue) -> JsonValue:
    """A part that is laid over another: no key is required, each may be taken away. What lists hold is whole, as they replace."""
    if not isinstance(part, dict) or part.get("type") == "array":
        return part
    loose = {key: value for key, value in part.items() if key != "required"}
    for key in KEPT_BY_NAME:
        named = loose.get(key)
        if isinstance(named, dict):
            loose[key] = {name: _or_nothing(value) for name, value in named.items()}
    for key in ("anyOf", "oneOf", "allOf"):
        branches = loose.get(key)
        if isinstance(branches, list):
            loose[key] = [_loosened(branch) for branch in branches]
    if isinstance(loose.get("additionalProperties"), dict):
        loose["additionalProperties"] = _or_nothing(loose["additionalProperties"])
    if isinstance(loose.get("$ref"), str):
        loose["$ref"] = _changed_name(str(loose["$ref"]))
    return loose


def _or_nothing(part: JsonValue) -> JsonValue:
    """The same, or null; what an editor shows of a key stays beside the choice."""
    loose = _loosened(part)
    if not isinstance(loose, dict):
        return loose
    shown = {key: value for key, value in loose.items() if key in ("title", "description", "default")}
    rest = {key: value for key, value in loose.items() if key not in shown}
    branches = rest.get("anyOf")
    if isinstance(branches, list):
        return {**shown, **rest, "anyOf": branches if NOTHING in branches else [*branches, NOTHING]}
    return {**shown, "anyOf": [rest, NOTHING]}


def _changed_name(name: str) -> str:
    return f"{name}Changes"


def _needed(parts: Schema) -> Schema:
    """The parts that are reached from the two kinds of files."""
    reached, open_ = set[str](), [WHOLE, CHANGES]
    while open_:
        name = open_.pop()
        if name not in reached:
            reached.add(name)
            open_ += _named(parts[name])
    return {name: part for name, part in parts.items() if name in reached}


def _named(part: JsonValue) -> list[str]:
    """The parts to which a part leads."""
    match part:
        case dict():
            target = part.get("$ref")
            here = [target.rsplit("/", maxsplit=1)[-1]] if isinstance(target, str) else []
            return here + [name for value in part.values() for name in _named(value)]
        case list():
            return [name for value in part for name in _named(value)]
        case _:
            return []

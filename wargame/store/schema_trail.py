"""Follows a location of pydantic's through a file and its schema at once.

Pydantic names the branches of a union in its locations (`measures, 0, sanction, cost`); the file does not hold them.
The schema tells which steps are branches, and which keys a mapping may have.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from pydantic import BaseModel
from pydantic.errors import PydanticUserError

from wargame.model.findings import Location
from wargame.store.yaml_tree import Value

KEY_STEP: Final = "[key]"
"""The step with which pydantic says that the key itself is wrong."""

Schema = Mapping[str, object]


class Stop(NamedTuple):
    """Where a trail ends: the location in the file, and the keys its mapping may have, as far as they are known."""

    location: Location
    keys: tuple[str, ...]


class Trail:
    """The way from the top of one file's data along the JSON schema of its model."""

    def __init__(self, model: type[BaseModel], data: Value) -> None:
        self._data = data
        try:
            self._schema: Schema = model.model_json_schema()
        except PydanticUserError:  # a type without a JSON schema: locations stay right as far as the data tells
            self._schema = {}

    def follow(self, steps: Location) -> Stop:
        """Where pydantic's location leads, without the steps that the file does not hold."""
        node, value, location = self._resolved(self._schema), self._data, list[str | int]()
        for step in steps:
            branch = self._branch(node, step)
            if branch is not None:
                node = self._resolved(branch)
                continue
            found, value = _entered(value, step)
            if found:
                location.append(step)
                node = self._resolved(_below(node, step))
        return Stop(tuple(location), tuple(_mapping(node.get("properties"))))

    def _branch(self, node: Schema, step: str | int) -> Schema | None:
        """The branch of a union that a step names; None where the step is no name of a branch."""
        named = _mapping(_mapping(node.get("discriminator")).get("mapping"))
        if named:
            return {"$ref": named[str(step)]} if step in named else None
        branches = _branches(node)
        if len(branches) < 2:
            return None
        return next((branch for branch in branches if self._resolved(branch).get("title") == step), {})

    def _resolved(self, node: Schema) -> Schema:
        """The node itself, past references and past `or null`."""
        while True:
            branches = _branches(node)
            if "$ref" in node:
                name = str(node["$ref"]).rsplit("/", maxsplit=1)[-1]
                node = _mapping(_mapping(self._schema.get("$defs")).get(name))
            elif len(branches) == 1:
                node = branches[0]
            else:
                return node


def _entered(value: Value, step: str | int) -> tuple[bool, Value]:
    """Whether a value holds such a step, and what is there; else the value itself."""
    match value, step:
        case dict(), str() if step in value:
            return True, value[step]
        case list(), int() if step < len(value):
            return True, value[step]
        case _:
            return False, value


def _branches(node: Schema) -> list[Schema]:
    """The branches of a node that is one of several things, without null, which pydantic does not name."""
    listed = node.get("anyOf") or node.get("oneOf") or node.get("allOf")
    branches = [_mapping(branch) for branch in listed] if isinstance(listed, Sequence) else []
    return [branch for branch in branches if branch.get("type") != "null"]


def _below(node: Schema, step: str | int) -> Schema:
    if isinstance(step, int):
        items = node.get("prefixItems")
        if isinstance(items, Sequence) and step < len(items):
            return _mapping(items[step])
        return _mapping(node.get("items"))
    own = _mapping(node.get("properties"))
    if step in own:
        return _mapping(own[step])
    patterns = [_mapping(schema) for schema in _mapping(node.get("patternProperties")).values()]
    return _mapping(node.get("additionalProperties")) or next(iter(patterns), {})


def _mapping(node: object) -> Schema:
    return node if isinstance(node, Mapping) else {}

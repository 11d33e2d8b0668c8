"""As much of JSON Schema as the published schema of scenarios uses: what an editor would underline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

TYPES: Final[dict[str, tuple[type, ...]]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
}


def complaints(schema: Mapping[str, Any], value: object) -> list[str]:
    """The places of a value that do not satisfy the schema."""
    return list(_complaints(schema, schema, value, ""))


def _complaints(top: Mapping[str, Any], node: Mapping[str, Any], value: object, here: str) -> Iterator[str]:
    if "$ref" in node:
        node = top["$defs"][node["$ref"].rsplit("/", 1)[-1]]
    if "if" in node:
        unmet = list(_complaints(top, node["if"], value, here))
        yield from _complaints(top, node["else" if unmet else "then"], value, here)
    branches = [list(_complaints(top, branch, value, here)) for branch in node.get("anyOf", [])]
    if branches and all(branches):
        yield from max(branches, key=lambda found: len(found[0]))  # the one that was meant
    if (
        not _is_of_type(node.get("type"), value)
        or value not in node.get("enum", [value])
        or value != node.get("const", value)
    ):
        yield here
    elif isinstance(value, dict):
        yield from _in_mapping(top, node, value, here)
    elif isinstance(value, list):
        fixed = node.get("prefixItems", [])
        for row, item in enumerate(value):
            yield from _complaints(
                top, fixed[row] if row < len(fixed) else node.get("items", {}), item, f"{here}[{row}]"
            )


def _in_mapping(top: Mapping[str, Any], node: Mapping[str, Any], value: dict[str, Any], here: str) -> Iterator[str]:
    yield from (f"{here}.{key}" for key in node.get("required", []) if key not in value)
    for key, inner in value.items():
        if key in node.get("properties", {}):
            below = node["properties"][key]
        else:
            patterns = node.get("patternProperties", {})
            below = next(
                (each for form, each in patterns.items() if re.search(form, key)), node.get("additionalProperties", {})
            )
        if below is False:
            yield f"{here}.{key}"
        elif isinstance(below, dict):
            yield from _complaints(top, below, inner, f"{here}.{key}")


def _is_of_type(name: str | None, value: object) -> bool:
    if name is None:
        return True
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))

"""The published schema: what an editor says of whole scenarios and of such as extend another (decision 0066)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.store.json_schema import complaints
from wargame.model.scenario import Scenario
from wargame.store.editor_schema import CHANGES, WHOLE, schema_json
from wargame.store.paths import scenarios_folder
from wargame.store.yaml_tree import read_tree

SCHEMA: dict[str, Any] = json.loads(schema_json())
HEAD = "format: 1\nextends: first_steps\n"


def marks(text: str) -> list[str]:
    """The places that an editor underlines in a text."""
    return complaints(SCHEMA, read_tree(text).data)


def test_it_names_the_keys_of_both_kinds_of_files() -> None:
    """A whole scenario has those of its model; one that extends has them and two of its own."""
    assert SCHEMA["$schema"].startswith("https://json-schema.org/")
    parts = SCHEMA["$defs"]
    assert set(parts[WHOLE]["properties"]) == set(Scenario.model_fields)
    assert set(parts[CHANGES]["properties"]) == {"extends", "from", *Scenario.model_fields}
    assert parts["Region"]["properties"]["terrain"]["enum"][0] == "plain"


@pytest.mark.parametrize("file", sorted(scenarios_folder().glob("*.yaml")), ids=lambda file: file.stem)
def test_what_is_shipped_satisfies_it(file: Any) -> None:
    """Extending or not."""
    assert marks(file.read_text("utf-8")) == []


def test_a_whole_scenario_needs_its_keys() -> None:
    """Without `extends` nothing may be missing, and nothing is taken away."""
    text = (scenarios_folder() / "first_steps.yaml").read_text("utf-8")
    assert marks(text.replace("turns: 6\n", "", 1)) == [".turns"]
    assert marks(text.replace("turns: 6\n", "turns: null\n", 1)) == [".turns"]
    assert marks(text + "from: 2022-01-01\n") == [".from"]


@pytest.mark.parametrize(
    "changes",
    [
        "",
        "from: 2022-02-24\nturns: 3\n",
        "bodies: {nato: {briefing: [Talk.], patron: null}}\nformations: {EST-01: null}\nstarts: null\n",
        "numbers: {council: {tie: 0.9, commitment: null}}\nobjectives: {nato_soil: {weight: 30}}\n",
    ],
)
def test_an_extending_one_says_what_it_likes(changes: str) -> None:
    """No key is required of it, and any may be taken away."""
    assert marks(HEAD + changes) == []


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ("turn: 3\n", ".turn"),
        ("turns: many\n", ".turns"),
        ("countries: {EST: {opinoin: 3}}\n", ".countries.EST.opinoin"),
        ("formations: {est: null}\n", ".formations.est"),
        ("edges: [{between: [EE-TALL, EE-TART]}]\n", ".edges[0].km"),
        ("extends: [a]\n", ".extends"),
        ("format: null\n", ".format"),
    ],
)
def test_what_is_wrong_in_an_extending_one_is_marked(changes: str, place: str) -> None:
    """Keys and types as ever; entries of lists are whole, as a list replaces."""
    key = changes.partition(":")[0]
    others = [line for line in HEAD.splitlines(keepends=True) if not line.startswith(f"{key}:")]
    assert marks("".join(others) + changes) == [place]

"""The documents say what the code does: commands, files, laws and keys that they name exist, generated pages are current."""

import re
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path
from typing import Any, get_args

import pytest
import typer.main
from pydantic import BaseModel

from wargame.ai.policy import Level
from wargame.cli import app
from wargame.commands.rulebook import all_laws, rulebook_text
from wargame.engine.compile import compile_scenario
from wargame.model.codes import Effect, Kind, MeasureKind, Reading
from wargame.model.scenario import Scenario
from wargame.store.editor_schema import schema_json
from wargame.store.extending import EXTENDS, SINCE
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.study.games import play

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "scenarios.md"
GENERATED = {"rulebook.md", "balance.md", "performance.md"}
PAGES = [ROOT / "README.md", *sorted(p for p in ROOT.glob("docs/**/*.md") if p.name not in GENERATED)]

GAMES_OF_THE_EXAMPLE = ((Level.IDLE, 1), (Level.STAFF, 1), (Level.STAFF, 5))
EXAMPLE = re.compile(r"```yaml\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"(?:python3 play\.py|\bwargame) ((?:[a-z]+|--[a-z]+)(?: [^\n`]*)?)")
FILE = re.compile(r"\b((?:wargame|tests|scenarios)/[\w./-]*\.(?:py|yaml|json|txt))")
LINK = re.compile(r"\]\(([^)#:\s]+)\)")
LAW = re.compile(r"\b([A-Z]+5?-\d+)\b")


def pages(pattern: re.Pattern[str]) -> list[tuple[Path, str]]:
    """What a pattern finds, with the page it stands on."""
    return [(page, found) for page in PAGES for found in pattern.findall(page.read_text("utf-8"))]


def examples() -> list[str]:
    """A whole scenario, and one that stands on another."""
    found = EXAMPLE.findall(GUIDE.read_text("utf-8"))
    assert len(found) == 2
    return found


def example() -> str:
    return examples()[0]


def commands() -> dict[str, Any]:
    """Every command by its words, `scenario list` among them."""
    found: dict[str, Any] = {}
    for name, command in vars(typer.main.get_command(app))["commands"].items():
        found[name] = command
        for inner, child in vars(command).get("commands", {}).items():
            found[f"{name} {inner}"] = child
    return found


def test_the_worked_example_is_a_scenario(tmp_path: Path) -> None:
    """The guide's example loads and compiles as it stands."""
    file = tmp_path / "example.yaml"
    file.write_text(example(), encoding="utf-8")
    scenario = load_scenario(file)
    start = compile_scenario(scenario, 1)
    assert start.state.formations.size == len(scenario.formations)
    assert {measure.body for measure in scenario.measures.values()} == set(scenario.bodies)


def test_the_worked_example_is_played_and_can_be_won_and_lost(tmp_path: Path) -> None:
    """All turns are played, the council decides, and allied land is held in some games and lost in others."""
    file = tmp_path / "example.yaml"
    file.write_text(example(), encoding="utf-8")
    scenario = load_scenario(file)
    games = [play(scenario, seed, {"nato": level, "russia": Level.STAFF}) for level, seed in GAMES_OF_THE_EXAMPLE]
    soil = scenario.objectives["nato_soil"].weight
    assert {game.turns for game in games} == {scenario.turns}
    assert max(game.counts["adopted_nato"] for game in games) > 1
    assert min(game.readings["nato_soil"] for game in games) == 0
    assert max(game.readings["nato_soil"] for game in games) == soil


def test_the_example_that_extends_is_played_and_is_not_its_base(tmp_path: Path) -> None:
    """It says what differs, in a few lines, and all its turns are played."""
    file = tmp_path / "example.yaml"
    file.write_text(examples()[1], encoding="utf-8")
    scenario, base = load_scenario(file), load_scenario(find_scenario("first_steps"))
    assert set(base.formations) - set(scenario.formations) == {"USA-17"}
    assert set(base.objectives) - set(scenario.objectives) == {"nato_commitment"}
    assert scenario.formations["NATO-03"] == base.formations["NATO-03"].model_copy(update={"strength": 0.6})
    assert scenario.countries == base.countries
    game = play(scenario, 1, {"nato": Level.STAFF, "eu": Level.CADET, "russia": Level.STAFF})
    assert (game.turns, game.ending) == (3, "last_turn")
    assert len(examples()[1].splitlines()) < 30


def schema_keys(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a schema and of the schemas within it."""
    for name, field in model.model_fields.items():
        yield name
        for inner in models_in(field.annotation):
            yield from schema_keys(inner)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def test_the_guide_explains_every_key() -> None:
    """A key that the schema knows is named in the guide."""
    text = EXAMPLE.sub("", GUIDE.read_text("utf-8"))
    keys = {*schema_keys(Scenario), EXTENDS, SINCE}
    missing = sorted(key for key in keys if f"`{key}`" not in text)
    assert missing == []


@pytest.mark.parametrize("codes", [Reading, Effect, Kind, MeasureKind])
def test_the_guide_names_every_code(codes: type[IntEnum]) -> None:
    """The closed vocabularies that an author writes are listed in full."""
    text = GUIDE.read_text("utf-8")
    assert [code.name.lower() for code in codes if f"`{code.name.lower()}`" not in text] == []


def test_the_rulebook_is_current() -> None:
    """docs/rulebook.md is what `wargame rulebook` prints."""
    assert (ROOT / "docs" / "rulebook.md").read_text("utf-8") == rulebook_text()


def test_the_schema_is_current() -> None:
    """scenarios/schema.json is what `wargame scenario schema` prints."""
    assert (ROOT / "scenarios" / "schema.json").read_text("utf-8") == schema_json()


def test_commands_that_are_shown_exist() -> None:
    """Every command and option in the documents is one that the program has."""
    known = commands()
    shown = pages(COMMAND)
    assert len(shown) > 5
    for page, line in shown:
        words = line.split()
        if words[0] in ("test", "--help"):
            continue
        name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
        assert name in known, f"{page.name}: {line}"
        options = {option for parameter in known[name].params for option in parameter.opts}
        used = {word for word in words if word.startswith("--")}
        assert used <= options | {"--help"}, f"{page.name}: {line}"


def test_files_that_are_named_exist() -> None:
    """A path in the documents leads to a file."""
    assert [(page.name, path) for page, path in pages(FILE) if not (ROOT / path).exists()] == []


def test_links_lead_somewhere() -> None:
    """A relative link leads to a file."""
    assert [(page.name, link) for page, link in pages(LINK) if not (page.parent / link).exists()] == []


def test_laws_that_are_cited_exist() -> None:
    """An id of a law in the documents is the id of a law."""
    known = {law.id for law in all_laws()}
    chapters = {law.rsplit("-", 1)[0] for law in known}
    cited = [(page.name, law) for page, law in pages(LAW) if law.rsplit("-", 1)[0] in chapters]
    assert cited
    assert [entry for entry in cited if entry[1] not in known] == []

"""`wargame replay` and `wargame resume`: a save proves itself, and one that no game wrote is answered in one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from tests.commands.calling import SMALL, call
from tests.in_memory import commit_all, humans
from wargame.ai.policy import Level
from wargame.ai.seating import player_of
from wargame.commands.replay import tell
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.packing import pack
from wargame.model.orders import TableDraft
from wargame.model.scenario import Scenario
from wargame.store.saves import NewEntry, SaveHeader, create_save, open_save, read_save
from wargame.store.scenarios import load_scenario
from wargame.study.keeping import header_of, play_and_keep, save_of

SEED = 11
CADETS = {"north": Level.CADET, "east": Level.CADET}


@pytest.fixture(scope="module")
def small() -> Scenario:
    """The scenario whose games take a moment."""
    return load_scenario(SMALL)


@pytest.fixture
def kept(small: Scenario, tmp_path: Path) -> Path:
    """A game of cadets, played to its end and kept."""
    play_and_keep(small, SEED, CADETS, tmp_path)
    return save_of(tmp_path, SEED)


def save_with(folder: Path, header: SaveHeader, *entries: NewEntry) -> Path:
    """A save with sound hashes of whatever it is given."""
    path = folder / "made.tripwire"
    with create_save(path, header) as save:
        if entries:
            save.append_many(entries)
    return path


def test_a_game_proves_itself(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    """Bar of the issue: replayed from its orders it comes out the same, and so does every AI choice."""
    answer = call(capsys, "replay", kept, "--verify")
    assert answer.code == 0
    assert answer.out.startswith(f"{kept}: proved: ")
    snapshots, choices = (int(word) for word in answer.out.split() if word.isdecimal())
    assert (snapshots, choices) == (3, 8)  # two turns, and the end; two seats choose in the caucus and for the orders


def test_a_game_that_is_not_over_tells_what_all_know(capsys: pytest.CaptureFixture[str], start: Compiled) -> None:
    """Rulebook 12: what one seat decided in secret is not told while people play; of a game of AIs alone all is."""
    session = humans(start)
    session.submit("russia", TableDraft(measure="hybrid_campaign", ambition=1, against="EST"))
    session.submit("nato", TableDraft(measure="open_channels", ambition=1, against="RUS"))
    commit_all(session)
    secret = [event for event in session.events if "nato" not in event.known_to]
    assert secret
    tell(session)
    told = capsys.readouterr().out
    assert "not over" in told
    assert "Open channels" in told
    assert "Hybrid" not in told
    for seat in session.seats.values():
        seat.player = player_of(Level.CADET, SEED, "nato")
    tell(session)
    assert "Hybrid" in capsys.readouterr().out


def test_of_a_game_of_computers_that_stopped_all_is_told(
    capsys: pytest.CaptureFixture[str], small: Scenario, kept: Path, tmp_path: Path
) -> None:
    """Nobody plays from whom anything was to be kept."""
    whole = read_save(kept)
    begun = [NewEntry(entry.turn, entry.kind, entry.body) for entry in whole.entries[:-1]]
    answer = call(capsys, "replay", save_with(tmp_path, header_of(small, SEED, CADETS), *begun), "--log")
    assert answer.code == 0
    assert not any("not over" in line for line in answer.lines)
    assert sum("chooses:" in line for line in answer.lines) == 4


def test_the_log_reads_as_a_chronicle(capsys: pytest.CaptureFixture[str], kept: Path) -> None:
    """Dates, and what was chosen with its reason."""
    answer = call(capsys, "replay", kept, "--log")
    assert answer.code == 0
    assert answer.lines[0] == "=== Turn 1, from 1 January 2022"
    assert answer.lines[1].startswith("  * ")
    assert "== 1 January 2022" in answer.lines
    assert sum("chooses:" in line for line in answer.lines) == 4  # where there was something to choose between
    assert answer.lines == call(capsys, "replay", kept).lines


def test_a_game_that_was_played_otherwise_is_found_out(
    capsys: pytest.CaptureFixture[str], small: Scenario, kept: Path, tmp_path: Path
) -> None:
    """A choice that the AI does not make again is a fault, exit code 1: a rationale is true."""
    lines = [NewEntry(entry.turn, entry.kind, entry.body) for entry in read_save(kept).entries]
    chosen = next(row for row, entry in enumerate(lines) if entry.kind == "chosen")
    told = json.loads(lines[chosen].body) | {"choice": "to gamble"}
    lines[chosen] = (
        lines[chosen]._replace(body=json.dumps(told))
        if hasattr(lines[chosen], "_replace")
        else NewEntry(lines[chosen].turn, "chosen", json.dumps(told))
    )
    path = save_with(tmp_path, header_of(small, SEED, CADETS), *lines)
    answer = call(capsys, "replay", path, "--verify")
    assert answer.code == 1
    assert len(answer.lines) == 1
    assert "the choice comes out as" in answer.lines[0]


def test_a_game_that_stopped_is_played_on_to_the_same_end(
    capsys: pytest.CaptureFixture[str], small: Scenario, kept: Path, tmp_path: Path
) -> None:
    """Law 13: from its last entry, whatever that was."""
    whole = read_save(kept)
    path = save_with(tmp_path, header_of(small, SEED, CADETS))
    with open_save(path) as save:
        for snapshot in whole.snapshots[:1]:
            save.append_many([NewEntry(e.turn, e.kind, e.body) for e in whole.entries if e.seq <= snapshot.seq])
            save.snapshot(snapshot.turn, snapshot.phase, snapshot.body)
        save.append_many([NewEntry(entry.turn, entry.kind, entry.body) for entry in whole.entries[:3]])
    answer = call(capsys, "resume", path)
    assert (answer.code, answer.lines) == (0, [f"{path}: over after 2 turns"])
    resumed = read_save(path)
    assert resumed.entries == whole.entries
    assert resumed.snapshots[-1].body == whole.snapshots[-1].body


def test_other_rules_are_told(capsys: pytest.CaptureFixture[str], small: Scenario, tmp_path: Path) -> None:
    """A replay under other rules says so."""
    header = header_of(small, SEED, CADETS).model_copy(update={"rules_digest": "of yesterday"})
    answer = call(capsys, "replay", save_with(tmp_path, header), "--verify")
    assert (answer.code, len(answer.lines)) == (0, 2)
    assert "begun under other rules" in answer.lines[0]


def test_a_persons_game_is_replayed_and_not_resumed(
    capsys: pytest.CaptureFixture[str], small: Scenario, tmp_path: Path
) -> None:
    """Nobody plays for them; their orders are in the log."""
    header = header_of(small, SEED, CADETS)
    path = save_with(tmp_path, header.model_copy(update={"seats": header.seats | {"north": "human: Ada"}}))
    assert call(capsys, "replay", path, "--verify").code == 0
    assert call(capsys, "resume", path).complaint == f"{path}: a person plays north, so it is continued on the screen"


NONSENSE = {
    "no JSON": ("order", "{"),
    "a list": ("order", "[]"),
    "no seat": ("ready", "{}"),
    "an unknown seat": ("ready", '{"seat": "west"}'),
    "an unknown kind": ("prayer", "{}"),
    "no order": ("order", '{"seat": "north", "order": {"type": "table"}}'),
    "an unknown measure": ("order", '{"seat": "north", "order": {"type": "table", "measure": "x", "ambition": 1}}'),
    "a choice of nobody": ("chosen", '{"seat": "west"}'),
    "deep": ("order", "[" * 100_000),
}


@pytest.mark.parametrize("name", NONSENSE)
@pytest.mark.parametrize("command", ["replay", "resume"])
def test_a_log_that_no_game_wrote_is_one_line(
    capsys: pytest.CaptureFixture[str], small: Scenario, tmp_path: Path, command: str, name: str
) -> None:
    """Law 14: hashes that fit prove nothing; the line names the file."""
    start = compile_scenario(small, SEED)
    kind, body = NONSENSE[name]
    path = save_with(tmp_path, header_of(small, SEED, CADETS))
    with open_save(path) as save:
        save.snapshot(0, "caucus", pack(_begun(small)))
        save.append_many(
            [
                NewEntry(0, kind, body),
                *(NewEntry(0, "ready", json.dumps({"seat": seat})) for seat in start.names.bodies.ids),
            ]
        )
    assert call(capsys, command, path).complaint.startswith(f"{path}: damaged: ")


def _begun(scenario: Scenario) -> object:
    from wargame.session import Session

    session = Session(compile_scenario(scenario, SEED), {})
    session.begin()
    return session.state


@pytest.mark.parametrize(("table", "column", "value"), [("regions", "controller", 10**9), ("clock", "phase", 77)])
def test_a_state_that_no_game_wrote_is_not_run(
    capsys: pytest.CaptureFixture[str], small: Scenario, tmp_path: Path, table: str, column: str, value: int
) -> None:
    """Compiled rules do not look whether a row exists, so a snapshot is looked at before they run."""
    state = _begun(small)
    np.asarray(getattr(state, table))[column] = value
    path = save_with(tmp_path, header_of(small, SEED, CADETS))
    with open_save(path) as save:
        save.snapshot(0, "caucus", pack(state))  # type: ignore[arg-type]
    complaint = call(capsys, "resume", path).complaint
    assert complaint.startswith(f"{path}: damaged: snapshot 1 cannot be resumed: {table}[")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"scenario_text": "{}"}, ": its scenario:1:1: "),
        ({"scenario_text": "format: [1"}, ": its scenario:2:1: "),
        ({"seed": 2**40}, ": damaged: no game has the seed 1099511627776"),
        ({"seats": {"north": "ai:staff"}}, ": damaged: its seats are not those of its scenario"),
        ({"seats": {"north": "ai:staff", "east": "ai:oracle"}}, ": east is played by 'ai:oracle', which this program"),
    ],
)
def test_a_header_that_no_game_wrote_is_told(
    capsys: pytest.CaptureFixture[str], small: Scenario, tmp_path: Path, change: Mapping[str, object], words: str
) -> None:
    """In one line, before anything of it is used; a broken scenario in as many lines as it has faults."""
    path = save_with(tmp_path, header_of(small, SEED, CADETS).model_copy(update=dict(change)))
    answer = call(capsys, "replay", path)
    assert (answer.code, answer.out) == (1, "")
    assert all(line.startswith(f"{path}{words}") for line in answer.err.splitlines())


def test_what_is_no_save_is_one_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Absent, foreign, a folder."""
    assert call(capsys, "replay", tmp_path / "none").complaint == f"{tmp_path / 'none'}: there is no such file"
    assert call(capsys, "replay", SMALL).complaint == f"{SMALL}: not a Tripwire save"
    assert call(capsys, "resume", tmp_path).complaint == f"{tmp_path}: not a file"

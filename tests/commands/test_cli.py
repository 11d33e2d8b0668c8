"""The program as a whole: its help, its exit codes, and what it does when something goes wrong inside."""

from __future__ import annotations

import errno
import io
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.calling import call
from wargame.commands import faults
from wargame.commands import scenario as scenario_commands

COMMANDS = ("simulate", "replay", "resume", "threat", "council", "study", "rulebook", "warm", "scenario", "shot")
HEAVY = ("numpy", "numba", "pygame", "pydantic", "yaml", "rich", "wargame.rules", "wargame.session")


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    """A newcomer finds what can be done."""
    answer = call(capsys, "--help")
    assert answer.code == 0
    assert all(f"\n  {command}" in answer.out for command in COMMANDS)


@pytest.mark.parametrize("command", [*COMMANDS, "scenario list", "scenario check", "scenario schema", "shot map"])
def test_every_command_explains_itself(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """`wargame COMMAND --help`."""
    answer = call(capsys, *command.split(), "--help")
    assert answer.code == 0
    assert answer.out.startswith(f"Usage: wargame {command}")


def test_help_imports_nothing_heavy() -> None:
    """Law of the commands: what weighs is imported by the command that needs it; this keeps --help quick."""
    code = f"""
import sys, wargame.cli
sys.argv = ["wargame", "--help"]
try:
    wargame.cli.main()
except SystemExit:
    print("heavy:", *(name for name in {HEAVY} if name in sys.modules))
"""
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.endswith("heavy:\n")


def test_without_a_screen_it_says_what_can_be_done(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no window can be opened: three lines."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "nonsense")
    answer = call(capsys)
    assert answer.code == 0
    assert len(answer.lines) == 3
    assert all("python3 play.py" in line for line in answer.lines)


def test_to_play_without_a_screen_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names what can be done without one; exit code 2."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "nonsense")
    answer = call(capsys, "play", "--scenario", "first_steps")
    assert answer.code == 2
    assert answer.err.count("\n") == 1
    assert answer.err.startswith("no window can be opened here")
    assert "simulate" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ["conquer"],
        ["simulate"],
        ["simulate", "first_steps", "--games", "0"],
        ["simulate", "first_steps", "--games", "many"],
        ["simulate", "first_steps", "--seed", "-1"],
        ["simulate", "first_steps", "--fast"],
        ["council", "first_steps"],
        ["council", "first_steps", "sanctions", "--ambition", "4"],
        ["threat", "first_steps", "--turn", "-1"],
        ["replay"],
        ["scenario"],
        ["scenario", "check"],
        ["scenario", "draw"],
    ],
)
def test_a_wrong_use_is_exit_code_2(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    """Usage is told apart from an input at fault."""
    answer = call(capsys, *words)
    assert answer.code == 2
    assert "Usage: wargame" in answer.out + answer.err


def raising(error: BaseException) -> object:
    """A function that stops with an error."""

    def stop(*_: object) -> None:
        raise error

    return stop


def test_what_nobody_foresaw_is_one_line_and_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Law 14: no traceback reaches a user; a crash writes a file and says where."""
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    monkeypatch.setattr(scenario_commands, "list_all", raising(ZeroDivisionError("seven by zero")))
    answer = call(capsys, "scenario", "list")
    assert (answer.code, answer.out, answer.err.count("\n")) == (70, "", 1)
    report = Path(answer.err.strip().rpartition(" ")[2])
    assert report.parent == tmp_path / "crashes"
    assert "ZeroDivisionError: seven by zero" in report.read_text("utf-8")


def test_a_crash_that_cannot_be_reported_is_one_line_too(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Law 14, where the folder of reports cannot be made: the line says what it was."""
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    (tmp_path / "crashes").write_text("in the way", "utf-8")
    monkeypatch.setattr(scenario_commands, "list_all", raising(ZeroDivisionError("seven by zero")))
    answer = call(capsys, "scenario", "list")
    assert (answer.code, answer.out, answer.err.count("\n")) == (70, "", 1)
    assert "seven by zero" in answer.err


def test_a_full_disk_is_no_fault_of_the_game(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What is printed may go to a file: a line says that it found no room, and there is nothing to report."""
    monkeypatch.setenv("WARGAME_CACHE", str(tmp_path))
    monkeypatch.setattr(scenario_commands, "list_all", raising(OSError(errno.ENOSPC, "No space left on device")))
    assert call(capsys, "scenario", "list").complaint == "tripwire: no room: the disk that is written to is full"
    assert list(tmp_path.iterdir()) == []


def test_ctrl_c_ends_it_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exit code that a shell expects."""
    monkeypatch.setattr(scenario_commands, "list_all", raising(KeyboardInterrupt()))
    assert call(capsys, "scenario", "list").code in (1, faults.INTERRUPTED)  # older versions of typer say 1


def test_a_terminal_without_a_letter_gets_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of places are no reason to stop, whatever the terminal speaks."""
    terminal = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", terminal)
    faults.guarded(lambda: print("Jõgeva"))
    terminal.flush()
    assert terminal.buffer.getvalue() == b"J?geva\n"  # type: ignore[attr-defined]

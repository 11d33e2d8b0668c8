"""The launcher: what it chooses, what it remembers, how it recovers. No test here installs anything."""

import subprocess
import sys
from pathlib import Path

import pytest

import play
from play import Extra, Found, Installer, Stamp

LAUNCHER = Path(play.__file__)
HERE = Stamp("cpython-311 /game", "digest", "", ())
READY = HERE._replace(installer=Installer.OWN_PIP.value, done=("play", "test", "warm"))


class Machine:
    """Stands for the machine: writes down the commands and pretends to make the environment."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.stops_at: str | None = None

    def run(self, command: list[str], complaint: str) -> None:
        """Take a command; a stop is Ctrl-C in its midst."""
        self.commands.append(command)
        if self.stops_at in command:
            raise KeyboardInterrupt
        if "venv" in command:
            play.PYTHON.parent.mkdir(parents=True)
            play.PYTHON.touch()

    def warm(self) -> None:
        """Take the command that compiles the rules."""
        self.run(play.game_command("wargame", ["warm"]), "")

    def words(self) -> list[str]:
        """Which steps were run, in order."""
        return [next(word for word in ("venv", "install", "warm") if word in command) for command in self.commands]


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A checkout in a folder with spaces, on a machine whose commands are only written down."""
    root = tmp_path / "my games" / "trip wire"
    root.mkdir(parents=True)
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    machine = Machine()
    monkeypatch.setattr(play, "ROOT", root)
    monkeypatch.setattr(play, "VENV", root / ".venv")
    monkeypatch.setattr(play, "PYTHON", root / ".venv" / "bin" / "python")
    monkeypatch.setattr(play, "STAMP", root / ".venv" / "stamp.json")
    monkeypatch.setattr(play, "run", machine.run)
    monkeypatch.setattr(play, "warm", machine.warm)
    monkeypatch.setattr(play, "hand_over", lambda command: 0)
    monkeypatch.setattr(play, "look_around", lambda: Found("23.2", None, None))
    monkeypatch.chdir(tmp_path)
    return machine


@pytest.mark.parametrize(
    ("found", "chosen"),
    [
        (Found("23.2", "/bin/uv", "24.0"), Installer.OWN_PIP),
        (Found(None, "/bin/uv", "24.0"), Installer.UV),
        (Found(None, None, "24.0"), Installer.OUTER_PIP),
        (Found(None, None, "22.3.1"), Installer.OUTER_PIP),
        (Found(None, None, "22.2"), None),
        (Found(None, None, "unknown"), None),
        (Found(None, None, None), None),
    ],
)
def test_the_standard_library_is_preferred_then_uv_then_an_outer_pip(found: Found, chosen: Installer | None) -> None:
    """First run: without ensurepip it falls back to uv, then to a pip that knows --python, else to nothing."""
    assert play.choose_installer(found) is chosen


def test_each_installer_aims_at_the_environment() -> None:
    """Nothing is ever installed outside .venv, so no root is needed."""
    python = str(play.PYTHON)
    own = play.install_command(Installer.OWN_PIP, "uv", "py", Extra.PLAY)
    uv = play.install_command(Installer.UV, "uv", "py", Extra.PLAY)
    outer = play.install_command(Installer.OUTER_PIP, "uv", "py", Extra.PLAY)
    assert own[:3] == [python, "-m", "pip"]
    assert uv[uv.index("--python") + 1] == python
    assert outer[:5] == ["py", "-m", "pip", "--python", python]
    assert all(command[-2:] == ["--editable", "."] for command in (own, uv, outer))


def test_only_an_environment_for_its_own_pip_is_made_with_pip() -> None:
    """Without ensurepip `venv` fails unless it is told to leave pip out."""
    assert "--without-pip" not in play.venv_command(Installer.OWN_PIP, "uv", "py")
    assert "--without-pip" in play.venv_command(Installer.OUTER_PIP, "uv", "py")
    assert play.venv_command(Installer.UV, "/bin/uv", "py")[:2] == ["/bin/uv", "venv"]


def test_another_python_or_folder_voids_the_environment_and_new_packages_only_what_was_done() -> None:
    """The stamp is keyed by Python, folder and pyproject.toml."""
    assert play.standing(READY, HERE) == READY
    assert play.standing(None, HERE) is None
    assert play.standing(READY, HERE._replace(place="cpython-312 /game")) is None
    assert play.standing(READY, HERE._replace(packages="other")) == READY._replace(done=())


def test_all_lifts_the_choice_of_short_tests_and_the_rest_goes_on_to_pytest() -> None:
    """`play.py test --all` runs also the tests marked long."""
    assert play.pytest_arguments(["-x", "tests/store"]) == ["-n", "auto", "-x", "tests/store"]
    assert play.pytest_arguments(["-x", "--all"]) == ["-n", "auto", "-m", "", "-x"]


def test_a_first_start_prepares_and_a_later_one_does_nothing(machine: Machine) -> None:
    """Later starts cost a stamp check."""
    assert play.main([]) == 0
    assert machine.words() == ["venv", "install", "warm"]
    machine.commands.clear()
    assert play.main(["scenarios"]) == 0
    assert machine.commands == []


def test_the_tests_add_to_the_environment_of_the_game(machine: Machine) -> None:
    """The test extra has a stamp of its own; the rules are not compiled twice."""
    play.main([])
    machine.commands.clear()
    play.main(["test"])
    assert machine.words() == ["install"]
    assert machine.commands[0][-1] == ".[test]"
    machine.commands.clear()
    play.main(["test"])
    play.main([])
    assert machine.commands == []


def test_changed_packages_are_installed_into_the_same_environment(machine: Machine) -> None:
    """After an update of the game the next start installs what it now needs, and warms."""
    play.main([])
    (play.ROOT / "pyproject.toml").write_text("[project]\nname='x'\n", encoding="utf-8")
    machine.commands.clear()
    play.main([])
    assert machine.words() == ["install", "warm"]


@pytest.mark.parametrize("step", ["venv", "install"])
def test_a_start_after_an_interrupted_one_begins_anew(machine: Machine, step: str) -> None:
    """A half installed environment is never trusted: it is removed with all that lies in it."""
    machine.stops_at = step
    assert play.main([]) == play.INTERRUPTED
    leftover = play.VENV / "half-installed"
    play.VENV.mkdir(exist_ok=True)
    leftover.touch()
    machine.stops_at = None
    machine.commands.clear()
    assert play.main([]) == 0
    assert machine.words() == ["venv", "install", "warm"]
    assert not leftover.exists()


def test_an_interrupted_compilation_is_taken_up_without_installing_again(machine: Machine) -> None:
    """What is finished stays finished."""
    machine.stops_at = "warm"
    assert play.main([]) == play.INTERRUPTED
    machine.stops_at = None
    machine.commands.clear()
    assert play.main([]) == 0
    assert machine.words() == ["warm"]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"place": 1}'])
def test_a_damaged_stamp_is_no_stamp(machine: Machine, text: str) -> None:
    """A torn write leads to a new environment, not to an error."""
    play.main([])
    play.STAMP.write_text(text, encoding="utf-8")
    assert play.read_stamp() is None


def test_a_stamp_without_its_python_is_no_stamp(machine: Machine) -> None:
    """The system's Python may have been removed beneath the environment."""
    play.main([])
    play.PYTHON.unlink()
    assert play.read_stamp() is None


def test_a_machine_without_installer_gets_one_line(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says what to install, and leaves nothing behind."""
    monkeypatch.setattr(play, "look_around", lambda: Found(None, None, None))
    assert play.main([]) == 1
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    assert "python3-venv" in complaint
    assert not play.VENV.exists()


def test_a_failing_step_is_one_line_and_exit_1(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback reaches a user, and what failed is tried again at the next start."""

    def fail(command: list[str], complaint: str) -> None:
        raise play.SetupError(complaint)

    monkeypatch.setattr(play, "run", fail)
    assert play.main([]) == 1
    assert capsys.readouterr().err.endswith("play.py: could not make .venv, see above\n")
    assert play.read_stamp() is None


def test_a_step_speaks_only_when_it_fails(capsys: pytest.CaptureFixture[str]) -> None:
    """Quiet output: the tools' own words come only with a complaint."""
    play.run([sys.executable, "-c", "print('chatter')"], "")
    assert capsys.readouterr() == ("", "")
    with pytest.raises(play.SetupError, match="no luck"):
        play.run([sys.executable, "-c", "print('cause'); raise SystemExit(3)"], "no luck")
    assert capsys.readouterr().err == "cause\n"


def test_arguments_go_on_to_the_game_in_the_users_folder(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative path of a save means the user's folder; modules lying there do not get in the way."""
    started: list[tuple[list[str], Path]] = []

    def hand_over(command: list[str]) -> int:
        started.append((command, Path.cwd()))
        return 0

    monkeypatch.setattr(play, "hand_over", hand_over)
    users = Path.cwd()
    play.main(["resume", "a b.tripwire"])
    play.main(["test", "-x"])
    python = str(play.PYTHON)
    assert started == [
        ([python, "-P", "-m", "wargame", "resume", "a b.tripwire"], users),
        ([python, "-P", "-m", "pytest", "-n", "auto", "-x"], play.ROOT),
    ]


def test_an_old_python_gets_one_line() -> None:
    """Python before 3.11 is told so, with exit status 1."""
    pretend = "import runpy, sys; sys.version_info = (3, 10, 13); runpy.run_path(sys.argv[1], run_name='__main__')"
    told = subprocess.run([sys.executable, "-c", pretend, str(LAUNCHER)], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith("play.py: Python 3.11 or newer is needed")
    assert told.stderr.count("\n") == 1

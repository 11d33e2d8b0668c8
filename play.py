#!/usr/bin/env python3
"""Starts Tripwire from a checkout with nothing but Python: `python3 play.py [arguments of the game]`.

The first start makes `.venv` beside this file, installs the game into it and compiles its rules; later ones
only read a stamp. `python3 play.py test [--all] [arguments of pytest]` runs the tests in the same way.

The stamp says what is finished. There is none while packages are being installed, so a start after an
interrupted one begins with a new environment.
"""

import hashlib
import importlib
import json
import os
import shutil
import subprocess
import sys
from enum import Enum
from pathlib import Path
from typing import NamedTuple

OLDEST = (3, 11)
if sys.version_info < OLDEST:  # asked here, as an old Python stops at the annotations below
    sys.exit(f"play.py: Python 3.11 or newer is needed, and this is {sys.version.split()[0]}")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "tripwire-stamp.json"
FIRST_PIP_FOR_OTHERS = (22, 3)  # the first pip with the option --python
WARM = "warm"  # said by a stamp once the rules are compiled
INTERRUPTED = 130  # exit status of a program that Ctrl-C stopped
NO_INSTALLER = (
    "this Python can install no packages: install python3-venv (Debian, Ubuntu: sudo apt install python3-venv) "
    "or uv, then start again"
)


class SetupError(Exception):
    """A step did not succeed; the message is one line for the user."""


class Installer(Enum):
    """What puts packages into the environment."""

    OWN_PIP = "pip of the environment"
    UV = "uv"
    OUTER_PIP = "pip of the starting Python"


class Found(NamedTuple):
    """Versions or paths of what can install on this machine; None for what is absent."""

    ensurepip: str | None
    uv: str | None
    pip: str | None


class Extra(Enum):
    """For what the environment is to be ready."""

    PLAY = "play"
    TEST = "test"


class Stamp(NamedTuple):
    """What stands in the environment."""

    place: str  # its Python and folder
    packages: str  # digest of the list of packages
    installer: str
    done: tuple[str, ...]  # values of Extra that are installed; WARM


def choose_installer(found: Found) -> Installer | None:
    """The first of: pip from the standard library, uv, a pip outside that can reach in. None: none of them."""
    if found.ensurepip:
        return Installer.OWN_PIP
    if found.uv:
        return Installer.UV
    if found.pip and version_of(found.pip) >= FIRST_PIP_FOR_OTHERS:
        return Installer.OUTER_PIP
    return None


def version_of(text: str) -> tuple[int, ...]:
    """First two numbers of a version such as 23.0.1; () for anything else."""
    parts = text.split(".")[:2]
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()


def venv_command(installer: Installer, uv: str, base: str) -> list[str]:
    """Command that makes the environment from the Python `base`."""
    if installer is Installer.UV:
        return [uv, "venv", "--quiet", "--no-project", "--python", base, str(VENV)]
    without_pip = [] if installer is Installer.OWN_PIP else ["--without-pip"]
    return [base, "-m", "venv", *without_pip, str(VENV)]


def install_command(installer: Installer, uv: str, base: str, extra: Extra) -> list[str]:
    """Command that installs the game, to be run in its folder (so that no path has to be quoted)."""
    game = ["--editable", ".[test]" if extra is Extra.TEST else "."]
    if installer is Installer.UV:
        return [uv, "pip", "install", "--quiet", "--python", str(PYTHON), *game]
    # --no-compile: what is used is compiled as it is used, and the first start need not wait for the rest.
    quiet = ["--quiet", "--quiet", "--disable-pip-version-check", "--no-input", "--no-compile"]
    if installer is Installer.OWN_PIP:
        return [str(PYTHON), "-m", "pip", "install", *quiet, "--prefer-binary", *game]
    return [base, "-m", "pip", "--python", str(PYTHON), "install", *quiet, "--prefer-binary", *game]


def standing(have: Stamp | None, here: Stamp) -> Stamp | None:
    """What of an earlier start still holds here. None: nothing, the environment has to be made anew."""
    if have is None or have.place != here.place:
        return None
    return have if have.packages == here.packages else have._replace(done=())


def pytest_arguments(arguments: list[str]) -> list[str]:
    """Arguments for pytest: all cores are used, and `--all` lifts the project's choice of leaving out the long checks."""
    chosen = ["-m", ""] if "--all" in arguments else []
    return ["-n", "auto", *chosen, *(argument for argument in arguments if argument != "--all")]


def read_stamp() -> Stamp | None:
    """The stamp, or None where it cannot be read or the Python it speaks of is gone."""
    if not PYTHON.exists():
        return None
    try:
        fields = json.loads(STAMP.read_text(encoding="utf-8"))
        return Stamp(fields["place"], fields["packages"], fields["installer"], tuple(fields["done"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(stamp: Stamp) -> None:
    """Record what is finished."""
    STAMP.write_text(json.dumps(stamp._asdict()), encoding="utf-8")


def present_stamp() -> Stamp:
    """This Python and folder (an environment works for one of each) and this list of packages; nothing done."""
    packages = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    return Stamp(f"{sys.implementation.cache_tag} {ROOT}", packages, installer="", done=())


def base_python() -> str:
    """The Python to build on: never the one inside the environment, which may be about to be deleted."""
    inside = Path(sys.prefix).resolve() == VENV
    return str(getattr(sys, "_base_executable", sys.executable)) if inside else sys.executable


def look_around() -> Found:
    """What can install on this machine."""
    return Found(module_version("ensurepip"), shutil.which("uv"), module_version("pip"))


def module_version(name: str) -> str | None:
    """Version of a module of this Python, or None where it cannot be imported (Debian splits Python up)."""
    try:
        module = importlib.import_module(name)
    except ImportError:
        return None
    return str(module.version() if name == "ensurepip" else module.__version__)


def say(text: str) -> None:
    """Tell the user, apart from what the game itself prints."""
    print(text, file=sys.stderr, flush=True)


def run(command: list[str], complaint: str) -> None:
    """Run one step in the game's folder and show what it said only if it fails. Raises SetupError."""
    step = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, errors="replace")
    if step.returncode:
        say(step.stdout.rstrip())
        raise SetupError(complaint)


def warm() -> None:
    """Let the game compile its rules and show how far it is. Raises SetupError."""
    if subprocess.run(game_command("wargame", ["warm"]), stdout=sys.stderr).returncode:
        raise SetupError("compiling the rules failed, see above")


def make_ready(extra: Extra) -> None:
    """Install and compile what is not yet; mostly nothing. Raises SetupError."""
    here = present_stamp()
    stamp = standing(read_stamp(), here)
    if stamp is None or extra.value not in stamp.done:
        stamp = install(stamp, here, extra)
    if WARM not in stamp.done:
        say("Compiling the rules ...")
        warm()
        write_stamp(stamp._replace(done=(*stamp.done, WARM)))


def install(have: Stamp | None, here: Stamp, extra: Extra) -> Stamp:
    """Install the packages, into a new environment or the one that `have` describes. Raises SetupError."""
    found = look_around()
    installer = choose_installer(found)
    if installer is None:
        raise SetupError(NO_INSTALLER)
    uv = found.uv or "uv"
    STAMP.unlink(missing_ok=True)
    if have is None or have.installer != installer.value:
        have = here
        renew_venv(venv_command(installer, uv, base_python()))
    say("Installing packages (about a minute; needs the network) ...")
    command = install_command(installer, uv, base_python(), extra)
    run(command, "installing packages failed, see above (is there a network?)")
    done = sorted({*have.done, Extra.PLAY.value, extra.value})
    stamp = here._replace(installer=installer.value, done=tuple(done))
    write_stamp(stamp)
    return stamp


def renew_venv(command: list[str]) -> None:
    """Make the environment in place of an unfinished one or one of another Python. Raises SetupError."""
    say("Making .venv beside play.py ...")
    if VENV.exists():
        shutil.rmtree(VENV)
    run(command, "could not make .venv, see above")


def game_command(module: str, arguments: list[str]) -> list[str]:
    """Command that runs a module in the environment; -P keeps modules of the user's folder out."""
    return [str(PYTHON), "-P", "-m", module, *arguments]


def hand_over(command: list[str]) -> int:
    """Become the command, or where the system cannot do that, wait for it."""
    if os.name != "nt":
        os.execv(command[0], command)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child has had it too and answers in its own way


def main(arguments: list[str]) -> int:
    """Get ready, then start what the arguments ask for. Returns the exit status."""
    try:
        if arguments[:1] == ["test"]:
            make_ready(Extra.TEST)
            os.chdir(ROOT)
            return hand_over(game_command("pytest", pytest_arguments(arguments[1:])))
        make_ready(Extra.PLAY)
        return hand_over(game_command("wargame", arguments))
    except KeyboardInterrupt:
        say("play.py: stopped; the next start goes on")
        return INTERRUPTED
    except (SetupError, OSError) as error:
        say(f"play.py: {error}")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`wargame shot map`: what it writes, and what it says of wrong words."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from tests.commands.calling import SMALL, call
from wargame.store.faults import InputError
from wargame.ui.stills import shot_screen

SMALL_SHOT = ("--size", "640x400")


def test_a_picture_of_the_size_that_was_asked_for(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, screen: None
) -> None:
    """And not of one colour."""
    out = tmp_path / "map.png"
    words = ("--size", "800x600", "--zoom", "3", "--at", "latvia", "--overlay", "control")
    answer = call(capsys, "shot", "map", "--scenario", "first_steps", "--out", out, *words)
    assert (answer.code, answer.err, answer.out) == (0, "", f"{out}: 800x600\n")
    picture = pygame.image.load(str(out))
    assert picture.get_size() == (800, 600)
    assert len({tuple(picture.get_at((x, y))) for x in range(0, 800, 20) for y in range(0, 600, 20)}) > 100


@pytest.mark.parametrize("at", ["EE-TALL", "ee-tall", "Northern Estonia", "EST", "SZ-CBAL", "USA"])
@pytest.mark.usefixtures("screen")
def test_a_place_is_named_by_id_by_name_or_by_its_state(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, at: str
) -> None:
    """In any case of letters."""
    out = tmp_path / "map.png"
    assert call(capsys, "shot", "map", "--scenario", "first_steps", "--out", out, "--at", at, *SMALL_SHOT).code == 0


WRONG = {
    "no such scenario": (("--scenario", "first_step"), "no scenario called 'first_step' (did you mean 'first_steps'?)"),
    "no such file": (("--scenario", "nothing.yaml"), "nothing.yaml: there is no such file"),
    "no such place": (("--at", "EE-TALLIN"), "no place called 'EE-TALLIN' (did you mean 'EE-TALL'?)"),
    "size of words": (("--size", "large"), "--size large: give width and height in px, such as 1920x1080"),
    "size too small": (("--size", "20x20"), "--size 20x20: must be from 640x400 to 7680x4320"),
    "size too large": (("--size", f"{'9' * 40}x720"), f"--size {'9' * 40}x720: must be from 640x400 to 7680x4320"),
    "size in other digits": (
        ("--size", "１２８０x720"),
        "--size １２８０x720: give width and height in px, such as 1920x1080",
    ),
    "no such overlay": (
        ("--overlay", "weather"),
        "no overlay called 'weather' (there are political, control, threat, supply, stance, prices)",
    ),
    "threat to nobody": (("--overlay", "threat"), "--overlay threat: say who feels it, such as threat:EST"),
    "threat to a stranger": (("--overlay", "threat:ESP"), "no state called 'ESP' (did you mean 'EST'?)"),
    "control of one state": (
        ("--overlay", "control:EST"),
        "--overlay control:EST: control is not seen by one state; leave 'EST' out",
    ),
    "no such start": (
        ("--from", "2022-02-24"),
        "--from 2022-02-24: no start of first_steps has this date; it has no other start",
    ),
    "too near": (("--zoom", "50"), "--zoom 50: must be from 1 (the whole sheet) to 12"),
    "no number": (("--zoom", "nan"), "--zoom nan: must be from 1 (the whole sheet) to 12"),
    "no picture": (("--out", "map.txt"), "--out map.txt: give a name that ends in .png or .jpg or .jpeg"),
    "no folder": (("--out", "nowhere/map.png"), "--out nowhere/map.png: No such file or directory"),
}


@pytest.mark.parametrize("case", WRONG)
@pytest.mark.usefixtures("screen")
def test_a_wrong_word_is_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    """Exit code 1, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    words, complaint = WRONG[case]
    right = {"--scenario": "first_steps", "--out": "map.png"}
    given = {**right, **dict([words])}
    answer = call(capsys, "shot", "map", *(word for pair in given.items() for word in pair))
    assert answer.complaint == complaint
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("screen")
def test_a_folder_is_no_picture(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The system's own reason."""
    (tmp_path / "map.png").mkdir()
    answer = call(capsys, "shot", "map", "--scenario", "first_steps", "--out", tmp_path / "map.png", *SMALL_SHOT)
    assert answer.complaint == f"--out {tmp_path / 'map.png'}: Is a directory"


@pytest.mark.parametrize(
    "words", [(), ("map",), ("map", "--scenario", "first_steps"), ("council",), ("map", "--zoom", "x")]
)
def test_a_wrong_use_is_exit_code_2(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    """Usage is told apart from an input at fault."""
    answer = call(capsys, "shot", *words)
    assert answer.code == 2
    assert "Usage: wargame shot" in answer.out + answer.err


@pytest.mark.usefixtures("screen")
def test_a_scenario_of_a_user_s_own_is_drawn(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Its places need not be known to the map."""
    out = tmp_path / "own.jpg"
    assert call(capsys, "shot", "map", "--scenario", SMALL, "--out", out, *SMALL_SHOT).code == 0
    assert out.stat().st_size > 5000


def test_it_needs_neither_screen_nor_sound(tmp_path: Path) -> None:
    """In a process of its own, without display; nothing but the answer is printed."""
    silent = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
    words = ["shot", "map", "--scenario", "first_steps", "--out", str(tmp_path / "map.png"), *SMALL_SHOT]
    ran = subprocess.run(
        [sys.executable, "-m", "wargame", *words], env=silent, capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == (f"{tmp_path / 'map.png'}: 640x400\n", "")


def test_a_screen_is_drawn_without_a_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the size asked for; the name of the file is told."""
    out = tmp_path / "menu.png"
    shot_screen("menu", "first_steps", None, out, "1280x720", 100, "colour-blind", "")
    assert pygame.image.load(out).get_size() == (1280, 720)
    assert capsys.readouterr().out == f"{out}: 1280x720\n"


def test_a_screen_of_another_first_day(tmp_path: Path) -> None:
    """As the map: a day that the scenario does not offer is refused."""
    with pytest.raises(InputError, match="2022-02-24"):
        shot_screen("menu", "invasion_2022", "2022-03-01", tmp_path / "x.png", "1280x720", 100, "default", "")
    out = tmp_path / "caucus.png"
    shot_screen("caucus", "invasion_2022", "2022-02-24", out, "1280x720", 100, "default", "ukraine")
    assert pygame.image.load(out).get_size() == (1280, 720)


@pytest.mark.parametrize(
    ("name", "size", "scale", "palette", "says"),
    [
        ("menue", "1280x720", 100, "default", "menu"),
        ("menu", "1280", 100, "default", "--size"),
        ("menu", "1280x720", 500, "default", "--scale"),
        ("menu", "1280x720", 100, "gaudy", "palette"),
    ],
)
def test_a_screen_that_cannot_be_drawn_is_refused_in_one_line(
    tmp_path: Path, name: str, size: str, scale: int, palette: str, says: str
) -> None:
    """And nothing is written."""
    with pytest.raises(InputError, match=says):
        shot_screen(name, "first_steps", None, tmp_path / "x.png", size, scale, palette, "")
    assert list(tmp_path.iterdir()) == []

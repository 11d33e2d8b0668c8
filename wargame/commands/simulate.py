"""`wargame simulate`: many games of AIs."""

from __future__ import annotations

import json as json_format
import os
import time
from pathlib import Path

from wargame.catalogue import _
from wargame.commands.progress import shown
from wargame.commands.summary import as_object, in_words, rows_to
from wargame.commands.warm import make_warm
from wargame.commands.words import levels_of
from wargame.store.faults import InputError, one_line
from wargame.store.scenarios import scenario_from
from wargame.study.games import Result
from wargame.study.keeping import save_of
from wargame.study.series import Job, play_many

MOST_SEED = 2**31 - 1


def simulate(
    name: str,
    since: str | None,
    turns: int | None,
    games: int,
    seed: int,
    ai: str,
    csv: Path | None,
    json: bool,
    save: Path | None,
    workers: int,
) -> None:
    """Play, show progress, sum up. Everything that can be wrong with the input is found before the first game."""
    scenario = scenario_from(name, since, turns)
    levels = levels_of(ai, tuple(scenario.bodies))
    seeds = _seeds(seed, games)
    if save is not None:
        _make_room(save, seeds)
    with rows_to(csv, scenario) as write:
        make_warm()
        began = time.perf_counter()
        jobs = [Job(scenario, own, levels, save) for own in seeds]
        results: list[Result] = []
        for result in shown(play_many(jobs, workers or os.cpu_count() or 1), games, _("playing")):
            write(result)
            results.append(result)
        seconds = time.perf_counter() - began
    for line in in_words(results):
        print(line)
    if json:
        print(json_format.dumps(as_object(results, seconds)))


def _seeds(first: int, games: int) -> range:
    seeds = range(first, first + games)
    if seeds[-1] > MOST_SEED:
        refusal = _("{option}: the last of {games} games would have a seed above {most}")
        raise InputError([refusal.format(option=f"--seed {first}", games=games, most=MOST_SEED)])
    return seeds


def _make_room(folder: Path, seeds: range) -> None:
    """A folder for the saves, in which none of them exists yet. Raises InputError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        refusal = _("{folder}: no folder for saves can be made here: {cause}")
        raise InputError([one_line(refusal.format(folder=folder, cause=fault.strerror))]) from None
    for seed in seeds:
        if os.path.lexists(save_of(folder, seed)):
            refusal = _("{save}: a save of this seed exists; it is never overwritten")
            raise InputError([one_line(refusal.format(save=save_of(folder, seed)))])

"""The commands. Every import of weight stands inside its command, so that `--help` is quick.

Exit codes: 0 done, 1 the input is at fault, 2 usage.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from wargame.catalogue import _, translated
from wargame.commands.screens import SCREENS

# Plain help: drawing it with rich takes typer longer than the bar for `--help` allows (docs/performance.md).
app = typer.Typer(
    add_completion=False,
    help=_("Tripwire: a wargame of collective defence."),
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
scenarios = typer.Typer(help=_("List and check scenario files, print their schema."), no_args_is_help=True)
app.add_typer(scenarios, name="scenario")
shots = typer.Typer(help=_("Pictures of screens, drawn without a window."), no_args_is_help=True)
app.add_typer(shots, name="shot")

Name = Annotated[str, typer.Argument(help=_("A shipped scenario or a file."))]
Turns = Annotated[
    int | None, typer.Option("--turns", help=_("End after so many turns, sooner than the scenario does."))
]
Since = Annotated[str | None, typer.Option("--from", help=_("Begin on another of its days, such as 2022-02-24."))]
Section = Annotated[Path | None, typer.Option(help=_("Write the section into this page (default: docs/balance.md)."))]
Seed = Annotated[int, typer.Option(help=_("Seed of the (first) game."), min=0, max=2**31 - 1)]


Command = TypeVar("Command", bound=Callable[..., None])


def _command(group: typer.Typer, name: str | None = None) -> Callable[[Command], Command]:
    """Makes a command of a function, with its docstring as help in the language of the user."""

    def made(function: Command) -> Command:
        group.command(name, help=translated(function.__doc__ or ""))(function)
        return function

    return made


def main() -> None:
    """Run the program; an error of the input is a line on standard error and exit code 1, never a traceback."""
    from wargame.commands.faults import guarded

    guarded(lambda: app(prog_name="wargame"))


@app.callback(invoke_without_command=True)
def start(context: typer.Context) -> None:
    """Without a command: what can be done."""
    if context.invoked_subcommand is None:
        from wargame.ui.opening import NoDisplay
        from wargame.ui.playing import play as run

        try:
            run(None, None, None, "", "", None)
        except NoDisplay:
            _tell_what_can_be_done()


def _tell_what_can_be_done() -> None:
    ways = (
        (_("There is no screen here. Let it play itself:"), "simulate first_steps --games 10"),
        (_("Question it:"), "council first_steps sanctions"),
        (_("All commands:"), "--help"),
    )
    width = max(len(says) for says, words in ways) + GAP
    for says, words in ways:
        typer.echo(f"{says:{width}}python3 play.py {words}")


def open_window(
    scenario: str | None,
    since: str | None,
    turns: int | None,
    seats: str,
    delegates: str,
    seed: int | None,
    leads: str = "",
) -> None:
    """Open the window; without a display one line says so, and what can be done without one. Exit code 2 then."""
    from wargame.ui.opening import NoDisplay
    from wargame.ui.playing import play as run

    try:
        run(scenario, since, turns, seats, delegates, seed, leads)
    except NoDisplay as fault:
        told = _("{fault}; without one: {commands}")
        typer.echo(told.format(fault=fault.problems[0], commands=HEADLESS), err=True)
        raise typer.Exit(2) from None


GAP = 5  # columns between what is said and the command
HEADLESS = "simulate, council, threat, replay, shot (python3 play.py --help)"


@_command(app)
def play(
    scenario: Annotated[str | None, typer.Option(help=_("A shipped scenario or a file; else the menu opens."))] = None,
    seats: Annotated[str, typer.Option(help=_("Who plays: nato=human,eu=ai:staff,russia=ai:cadet."))] = "",
    delegates: Annotated[str, typer.Option(help=_("States for which people speak in councils: EST,HUN."))] = "",
    seed: Annotated[int | None, typer.Option(help=_("Seed of the game."), min=0, max=2**31 - 1)] = None,
    since: Since = None,
    turns: Turns = None,
    facilitator: Annotated[bool, typer.Option("--facilitator", help=_("A teacher opens each turn."))] = False,
) -> None:
    """Play in a window."""
    open_window(scenario, since, turns, seats, delegates, seed, "person" if facilitator else "")


@_command(app)
def simulate(
    name: Name,
    games: Annotated[int, typer.Option(help=_("How many games."), min=1, max=1_000_000)] = 1,
    seed: Seed = 1,
    ai: Annotated[str, typer.Option(help=_("Who plays: nato=staff,eu=cadet,russia=staff."))] = "",
    csv: Annotated[Path | None, typer.Option(help=_("Write a row a game to this file."))] = None,
    json: Annotated[bool, typer.Option("--json", help=_("Last line of output: one JSON object."))] = False,
    save: Annotated[Path | None, typer.Option(help=_("Keep the games as saves in this folder."))] = None,
    workers: Annotated[int, typer.Option(help=_("Processes; 0 for as many as there are cores."), min=0, max=256)] = 0,
    since: Since = None,
    turns: Turns = None,
) -> None:
    """Play games of AIs and tell what came of them."""
    from wargame.commands.simulate import simulate as run

    run(name, since, turns, games, seed, ai, csv, json, save, workers)


@_command(app)
def replay(
    save: Annotated[Path, typer.Argument(help=_("A save file."))],
    verify: Annotated[
        bool, typer.Option("--verify", help=_("Play the orders again and compare; recompute every AI choice."))
    ] = False,
    log: Annotated[bool, typer.Option("--log", help=_("Tell the game as a chronicle."))] = False,
) -> None:
    """Prove or tell a saved game."""
    from wargame.commands.replay import replay as run

    run(save, verify=verify, log=log)


@_command(app)
def report(
    save: Annotated[Path, typer.Argument(help=_("A save file."))],
    out: Annotated[Path, typer.Option(help=_("Write the page here: .html."))],
    seat: Annotated[str, typer.Option(help=_("For this seat: only what it could know; else for the teacher."))] = "",
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help=_("Report on a game that is not over: it tells what seats still hide."))
    ] = False,
) -> None:
    """Write the after-action report of a saved game as one page of HTML."""
    from wargame.commands.report import report as run
    from wargame.report.retrace import Stage

    run(save, out, seat, Stage.ANY if unfinished else Stage.OVER)


@_command(app)
def resume(save: Annotated[Path, typer.Argument(help=_("A save file of AIs."))]) -> None:
    """Play a saved game of AIs on to its end."""
    from wargame.commands.replay import resume as run

    run(save)


@_command(app)
def threat(
    name: Name,
    turn: Annotated[int, typer.Option(help=_("After how many turns of AI play."), min=0, max=200)] = 0,
    seed: Seed = 1,
    csv: Annotated[bool, typer.Option("--csv", help=_("As CSV."))] = False,
    since: Since = None,
) -> None:
    """What every state feels of every other, in its four parts."""
    from wargame.commands.question import threat as run

    run(name, since, turn, seed, csv=csv)


@_command(app)
def council(
    name: Name,
    measure: Annotated[str, typer.Argument(help=_("A measure of the catalogue."))],
    on: Annotated[str | None, typer.Option(help=_("Where: a region or sea."))] = None,
    for_: Annotated[str | None, typer.Option("--for", help=_("Whom it helps: a state."))] = None,
    against: Annotated[
        str | None, typer.Option(help=_("Whom it answers: a state; default the strongest threat."))
    ] = None,
    ambition: Annotated[int, typer.Option(help=_("How far."), min=1, max=3)] = 1,
    seed: Seed = 1,
    since: Since = None,
) -> None:
    """What each member makes of a draft, term by term, and the price of consensus."""
    from wargame.commands.question import council as run

    run(name, since, measure, on, for_, against, ambition, seed)


@_command(app)
def study(
    name: Name,
    games: Annotated[int, typer.Option(help=_("Games for each comparison."), min=10, max=100_000)] = 400,
    out: Annotated[Path | None, typer.Option(help=_("Write the page here (default: docs/balance.md)."))] = None,
) -> None:
    """Measure the balance of a scenario: scores, drafts broken, measures used, ablations."""
    from wargame.commands.study import study as run

    run(name, games, out)


@_command(app, "study-wars")
def study_wars(
    name: Name,
    games: Annotated[int, typer.Option(help=_("Games of staffs."), min=2, max=10_000)] = 100,
    since: Since = None,
    out: Section = None,
) -> None:
    """Watch the wars of a scenario over many games: who attacks, how the front moves, who applies to join."""
    from wargame.commands.study_wars import study_wars as run

    run(name, since, games, out)


@_command(app, "study-seats")
def study_seats(
    name: Name,
    games: Annotated[int, typer.Option(help=_("Games of staffs for each seat."), min=2, max=10_000)] = 20,
    since: Since = None,
    out: Section = None,
) -> None:
    """Compare games with a staff on each seat and with nobody who decides: what decisions are worth."""
    from wargame.commands.study_seats import study_seats as run

    run(name, since, games, out)


@_command(app, "study-threat")
def study_threat(
    games: Annotated[int, typer.Option(help=_("Games of which the mean is taken."), min=1, max=1000)] = 5,
    out: Annotated[Path | None, typer.Option(help=_("Write the page here (default: docs/threat.md)."))] = None,
) -> None:
    """Hold the model of threat against what allies did after February 2022."""
    from wargame.commands.study_threat import study_threat as run

    run(games, out)


@_command(app)
def rulebook(
    out: Annotated[Path | None, typer.Option(help=_("Write to this file instead of the screen."))] = None,
) -> None:
    """Print the rulebook as the laws in the code state it."""
    from wargame.commands.rulebook import rulebook as run

    run(out)


@_command(app)
def warm() -> None:
    """Compile the rules ahead of the first game."""
    from wargame.commands.warm import warm as run

    run()


@_command(scenarios, "list")
def scenario_list() -> None:
    """The shipped scenarios; a broken one with its first error."""
    from wargame.commands.scenario import list_all

    list_all()


@_command(scenarios, "check")
def scenario_check(files: Annotated[list[Path], typer.Argument(help=_("Scenario files."))]) -> None:
    """Check scenarios, by file or name: all errors, a line each."""
    from wargame.commands.scenario import check

    check(files)


@_command(scenarios, "schema")
def scenario_schema() -> None:
    """The JSON schema of scenario files."""
    from wargame.commands.scenario import schema

    schema()


@_command(shots, "map")
def shot_map(
    scenario: Annotated[str, typer.Option(help=_("A shipped scenario or a file."))],
    out: Annotated[Path, typer.Option(help=_("Write the picture here: .png or .jpg."))],
    size: Annotated[str, typer.Option(help=_("Width and height in px."))] = "1920x1080",
    zoom: Annotated[
        float | None, typer.Option(help=_("1 for the whole map, up to 12; else as near as shows the scenario."))
    ] = None,
    at: Annotated[str | None, typer.Option(help=_("What stands in the middle: a place, or a state's capital."))] = None,
    since: Since = None,
    overlay: Annotated[
        str, typer.Option(help=_("political, control, threat:EST (as a state feels it), supply, stance or prices."))
    ] = "political",
) -> None:
    """The map of a scenario before its first turn."""
    from wargame.ui.shot import shot_map as run

    run(scenario, since, out, size, zoom, at, overlay)


def _screen_command(name: str, says: str) -> None:
    def command(
        out: Annotated[Path, typer.Option(help=_("Write the picture here: .png or .jpg."))],
        scenario: Annotated[str, typer.Option(help=_("A shipped scenario or a file."))] = "first_steps",
        size: Annotated[str, typer.Option(help=_("Width and height in px."))] = "1920x1080",
        scale: Annotated[int, typer.Option(help=_("Size of the interface in per cent."))] = 125,
        palette: Annotated[str, typer.Option(help=_("default or colour-blind."))] = "default",
        seat: Annotated[str, typer.Option(help=_("Whose seat; else the first."))] = "",
        since: Since = None,
    ) -> None:
        from wargame.ui.stills import shot_screen as run

        run(name, scenario, since, out, size, scale, palette, seat)

    shots.command(name, help=says)(command)


for _name, _says in SCREENS.items():
    _screen_command(_name, _says)

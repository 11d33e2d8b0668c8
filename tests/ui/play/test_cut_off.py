"""A game of one visit a turn that is cut off anywhere goes on to the same end, and proves itself when it is played again."""

from __future__ import annotations

from pathlib import Path

from tests.injected import injected
from wargame.engine.chair import Chairs
from wargame.engine.judge import commands
from wargame.engine.packing import digest
from wargame.model.codes import Phase
from wargame.model.events import Injected
from wargame.model.facilitation import Act, Annotate, LetGo, Release, Withhold
from wargame.model.orders import March
from wargame.model.scenario import Scenario
from wargame.store.saves import SUFFIX, NewEntry, create_save, read_save
from wargame.study.company import Company, Visits
from wargame.study.proving import replay
from wargame.ui.play.game import Game, continued, new_game


def silent(_who: str) -> None:
    """Nobody looks on."""


def meant(game: Game) -> tuple[March, ...]:
    """That the first formation of the seat stands back."""
    names = game.view.names.formations.ids
    first = next(name for row, name in enumerate(names) if commands(game.view, row))
    return (March(formation=first, path=(), posture="reserve"),)


def visit(game: Game) -> None:
    """One visit: what is meant is written down, unless it is already; then the seat has decided."""
    if game.intended() != meant(game):
        game.intend(meant(game))
    game.play_on(silent)
    game.look()


def play_turn(game: Game) -> str:
    """Play until a turn is over, and tell how the world stands."""
    while game.turn == 0:
        if game.phase is Phase.EMERGENCY:
            game.play_on(silent)
            game.look()
        else:
            visit(game)
    return digest(game.session.state)


def cut(source: Path, path: Path, entries: int) -> Path:
    """A save as a kill leaves it after so many entries."""
    whole = read_save(source)
    first = next(snapshot for snapshot in whole.snapshots if snapshot.seq == 0)
    with create_save(path, whole.header) as save:
        save.snapshot(first.turn, first.phase, first.body)
        for entry in whole.entries[:entries]:
            save.append_many([NewEntry(entry.turn, entry.kind, entry.body)])
    return path


def test_a_game_of_one_visit_cut_off_anywhere_comes_to_the_same(first_steps: Scenario, tmp_path: Path) -> None:
    """After every entry of a turn, between what was meant and what was ordered too: the order is given once, the end the same."""
    company = Company({"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}, visits=Visits.ONE)
    game = new_game(first_steps, 3, company, tmp_path)
    unit = meant(game)[0].formation
    wanted = play_turn(game)
    game.close()
    source = game.save.path
    entries = read_save(source).entries
    kinds = [entry.kind for entry in entries]
    assert kinds.index("intent") < kinds.index("ready")
    assert any(entry.kind == "order" and f'"{unit}"' in entry.body for entry in entries)
    for count in range(len(entries)):
        again = continued(cut(source, tmp_path / f"cut-{count}{SUFFIX}", count))
        assert play_turn(again) == wanted, f"after entry {count}"
        again.close()


def test_a_game_of_one_visit_proves_itself(first_steps: Scenario, tmp_path: Path) -> None:
    """What `replay --verify` asks: snapshots and the choices of computers come out as they were written."""
    company = Company({"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}, visits=Visits.ONE)
    game = new_game(first_steps, 3, company, tmp_path)
    play_turn(game)
    game.close()
    _session, proof = replay(game.save.path)
    assert proof.faults == ()
    assert proof.snapshots > 1
    assert proof.choices > 1


def lead(game: Game) -> None:
    """A facilitator's visit: what it would do and has not done yet, then the turn opens."""
    first: tuple[Act, ...] = (Withhold(inject="ferry"), Annotate(text="So."), Release(inject="held"))
    acts = first if game.turn == 0 else (LetGo(inject="ferry"), Annotate(text="On."))
    done = list(game.session.chair.acts.values())
    for act in acts:
        if act not in done:
            game.facilitate(act)
    game.open_turn(silent)
    game.look()


def play_led(game: Game) -> str:
    """Play a facilitated game until its second turn is open, and tell how the world stands."""
    while game.turn < 1 or game.leads:
        if game.leads:
            lead(game)
        else:
            game.play_on(silent)
            game.look()
    return digest(game.session.state)


def test_a_facilitated_game_cut_off_anywhere_comes_to_the_same(first_steps: Scenario, tmp_path: Path) -> None:
    """After every entry, in the facilitator's visits too: reopened, it goes on to the same; what was done stands, and is told once."""
    company = Company({"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}, chairs=Chairs.TAKEN)
    game = new_game(injected(first_steps), 3, company, tmp_path)
    wanted = play_led(game)
    game.close()
    told = [event.title for event in game.session.events if isinstance(event, Injected)]
    entries = read_save(game.save.path).entries
    assert len([entry for entry in entries if entry.kind == "facilitated"]) >= 6
    for count in range(len(entries)):
        again = continued(cut(game.save.path, tmp_path / f"led-{count}{SUFFIX}", count))
        assert play_led(again) == wanted, f"after entry {count}"
        assert [event.title for event in again.session.events if isinstance(event, Injected)] == told
        again.close()

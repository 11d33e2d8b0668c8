"""Who sits at the table is kept in the save; a PIN is not."""

from pathlib import Path

from wargame.model.scenario import Scenario
from wargame.store.saves import read_save
from wargame.study.company import Company, Visits, company_of, opens, sealed
from wargame.study.keeping import begin_game
from wargame.study.proving import replay


def test_a_seal_opens_to_its_pin_alone() -> None:
    """Salted: two seals of one PIN differ; a damaged seal opens to nobody."""
    seal = sealed("1949")
    assert opens("1949", seal)
    assert not opens("1948", seal)
    assert sealed("1949") != seal
    assert "1949" not in seal
    assert not opens("1949", seal[1:])
    assert not opens("1949", "")


def test_the_company_is_in_the_save(first_steps: Scenario, tmp_path: Path) -> None:
    """Names, seals and visits come back; the PIN is nowhere in the file."""
    path = tmp_path / "game.tripwire"
    seats = {"nato": "human", "eu": "human", "russia": "ai:cadet"}
    company = Company(seats, {"nato": "Anna"}, {"nato": sealed("pin-of-anna")}, Visits.ONE)
    _session, save = begin_game(path, first_steps, 1, company)
    save.close()
    assert company_of(read_save(path).header) == company
    assert b"pin-of-anna" not in path.read_bytes()


def test_a_game_with_a_seat_handed_over_is_proved(first_steps: Scenario, tmp_path: Path) -> None:
    """Issue, line 8: `replay --verify` recomputes the choices of whoever sat there at the time."""
    path = tmp_path / "game.tripwire"
    seats = {"nato": "human", "eu": "ai:cadet", "russia": "ai:cadet"}
    session, save = begin_game(path, first_steps.model_copy(update={"turns": 2}), 1, Company(seats))
    session.begin()
    session.hand_over("nato", "ai:cadet")
    session.play_out()
    assert session.over
    save.close()
    _again, proof = replay(path)
    assert proof.faults == ()
    assert proof.choices >= 3 * 2 * 2

"""What a seat reads of a war of others."""

from __future__ import annotations

from wargame.engine.narrate import for_seat
from wargame.model import events as ev

SEATS = ("nato", "eu", "russia")


def test_how_great_powers_were_is_read_by_who_fought() -> None:
    """Rulebook 12: others see the relation of the powers in a battle, from which no strength follows."""
    battle = ev.BattleFought(
        day=1,
        known_to=SEATS,
        attacker="RUS",
        defender="UKR",
        place="UA-KYIV",
        attack=4600,
        defence=3100,
        attacker_losses=200,
        defender_losses=100,
    )
    assert for_seat(battle, "russia", ("RUS", "BLR")) == battle
    for own in ((), ("DEU", "EST")):
        assert for_seat(battle, "nato", own) == battle.model_copy(update={"attack": 1483, "defence": 1000})
    undefended = battle.model_copy(update={"defence": 0})
    assert for_seat(undefended, "nato") == battle.model_copy(update={"attack": 4_600_000, "defence": 1000})

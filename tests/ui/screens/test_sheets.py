"""Sheets of sides and measures, and what has moved since the turn before."""

from pathlib import Path

import pygame

from tests.ui.screens.table import Play
from tests.ui.screens.test_solo import play_turn_page
from wargame.engine.compile import compile_scenario
from wargame.engine.grounds import MOVERS
from wargame.engine.observe import ROWS, observe
from wargame.model.columns import column_of, duplicate
from wargame.rules.law import LAWS
from wargame.store.scenarios import find_scenario, load_scenario
from wargame.ui.map.marks import marks_of
from wargame.ui.screens.moved import MOST, moved_of_state
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.sheets import Sheets


def after_a_turn(folder: Path) -> Play:
    """NATO's second caucus."""
    play = Play(folder)
    play.begin("nato")
    game = play.flow.game
    assert game is not None
    while game.turn < 1 or play.has("next"):
        play_turn_page(play)
    return play


def test_names_lead_from_sheet_to_sheet(tmp_path: Path) -> None:
    """From the own side to its body, to a member, to the other body it is in, and back."""
    play = Play(tmp_path)
    play.begin("nato")
    play.click("lead.body.nato")
    assert {"Members", "In force"} <= set(play.driver.texts())
    assert play.driver.complaints() == []
    play.click("lead.state.DEU")
    assert "Threat it feels" in play.driver.texts()
    play.click("lead.body.eu")
    assert "European Union" in " ".join(play.driver.texts())
    play.click("sheet.back")
    assert "Germany" in play.driver.texts()
    play.close()


def test_a_text_in_force_leads_to_its_measure(tmp_path: Path) -> None:
    """What it does, by whom it is decided, and that it is in force."""
    play = after_a_turn(tmp_path)
    screen = play.flow.screen
    assert screen is not None
    view = screen.view
    texts = [text for text in view.state.texts if text.alive and text.body == view.body]
    assert texts
    measure = view.names.measures.ids[int(texts[0].measure)]
    screen.look_at("body", "nato")
    play.click(f"lead.measure.{measure}")
    shown = play.driver.texts()
    assert "What it does" in shown
    assert any(text.startswith("In force at ambition") for text in shown)
    assert play.driver.complaints() == []
    screen.look_at("state", "EST")
    play.driver.tick()
    row = view.names.countries.row("EST")
    play.driver.wheel(f"level.countries.opinion.{row}", -40)
    assert "Since the last turn" in play.driver.texts()
    play.close()


def test_the_largest_moves_are_told(tmp_path: Path) -> None:
    """By what the seat knew in the turn before; of a state that did not move, nothing."""
    play = Play(tmp_path)
    play.begin("nato")
    screen = play.flow.screen
    assert screen is not None
    now = screen.view
    countries, row = duplicate(now.state.countries), now.names.countries.row("EST")
    column_of(countries, "economy")[row] -= 50
    before = type(now)(now.seat, now.body, now.world, now.names, now.state._replace(countries=countries), now.exact)
    assert moved_of_state(now, before, row) == ["Economy rose by 5.0"]
    assert moved_of_state(now, before, row + 1) == []
    assert moved_of_state(now, None, row) == []
    assert MOST >= 1
    play.close()


def test_a_level_opens_into_where_it_stood_and_what_moves_it(tmp_path: Path) -> None:
    """Each level of each kind of sheet opens; what it was and how it moved come to what it is; a law stands below."""
    play = after_a_turn(tmp_path)
    screen = play.flow.screen
    assert screen is not None
    opened = 0
    for what, name in (("state", "EST"), ("body", "nato"), ("formation", "EST-01"), ("place", "EE-TALL")):
        screen.look_at(what, name)
        play.driver.tick()
        lines = [key for key in play.app.window.widgets() if key.startswith(("level.", "fact."))]
        assert lines
        for key in lines[:3]:
            play.click(key)
            texts = play.driver.texts()
            assert "Now" in texts or "In this case" in texts
            assert play.driver.complaints() == []
            play.driver.key(pygame.K_ESCAPE)
            opened += 1
    assert opened >= 10
    play.close()


def test_every_level_rests_on_laws_of_the_book() -> None:
    """Each column is one of the state's, each law one of the rulebook's."""
    for (table, column), laws in MOVERS.items():
        assert column in ROWS[table].columns
        assert laws
        assert set(laws) <= set(LAWS)


def test_a_state_shows_what_it_has_given(tmp_path: Path) -> None:
    """Its shares of standing formations, each leading to that formation; a state that gives nothing shows nothing."""
    play = Play(tmp_path)
    play.begin("nato")
    screen = play.flow.screen
    assert screen is not None
    table, names = screen.view.state.contributions, screen.view.names
    part = next(table[k] for k in range(table.size) if table[k].alive)
    screen.look_at("state", names.countries.ids[int(part.country)])
    play.driver.tick()
    assert "Contributions" in play.driver.texts()
    play.driver.wheel("sheet", -20)  # to the end of a long sheet
    play.click(f"lent.{names.formations.ids[int(part.formation)]}")
    assert names.formations.title(int(part.formation)) in " ".join(play.driver.texts())
    assert play.driver.complaints() == []
    givers = {int(table[k].country) for k in range(table.size) if table[k].alive}
    russia = names.countries.row("RUS")
    assert russia not in givers
    screen.look_at("state", "RUS")
    play.driver.tick()
    assert "Contributions" not in play.driver.texts()
    play.close()


def test_a_place_says_which_of_its_ways_are_narrow() -> None:
    """COMBAT-27: a player sees the width of an isthmus before it sends ten brigades over it; open ways are not listed."""
    start = compile_scenario(load_scenario(find_scenario("invasion_2022")), 1)
    view = observe(start.world, start.state, start.names, 0)
    sheets = Sheets(view, marks_of(start.world, start.state, start.names), lambda _what, _name: None)
    said = {
        place: [
            (row.id, row.value) for row in sheets.place(place) if isinstance(row, Value) and row.id.startswith("narrow")
        ]
        for place in ("UA-CRIM", "UA-KYIV")
    }
    assert said == {"UA-CRIM": [("narrow.UA-KHER", "12 km"), ("narrow.RU-KRAS", "5 km")], "UA-KYIV": []}

"""From a scenario to tables: nothing is lost, everything is in range, the same everywhere."""

import re
import sys
from datetime import date
from pathlib import Path
from statistics import fmean, pstdev

import numpy as np
import pytest

from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.compile_board import great_circle
from wargame.engine.compile_start import (
    INCIDENTS,
    SPARE_CONTRIBUTIONS,
    TEXTS,
    caution_of,
    drawn_caution,
    drawn_profile,
)
from wargame.engine.invariants import broken_invariants
from wargame.model.codes import BodyKind, Kind, Profile, Terrain
from wargame.model.columns import NOBODY, Row, Table
from wargame.model.numbers import CouncilNumbers, MotiveNumbers, ThreatNumbers
from wargame.model.numbers.kinds import KINDS
from wargame.model.opening import InForce
from wargame.model.scenario import Scenario
from wargame.model.starts import begun
from wargame.model.state import State
from wargame.model.world import World
from wargame.store.scenarios import find_scenario, list_scenarios, load_scenario

BASE = Path(__file__).resolve().parent.parent / "fixtures" / "broken" / "base.yaml"
SEED = 7
SHIPPED = [entry.name for entry in list_scenarios()]


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    """The small scenario that uses every part of the format."""
    return load_scenario(BASE)


@pytest.fixture(scope="module")
def game(scenario: Scenario) -> Compiled:
    """Its tables."""
    return compile_scenario(scenario, SEED)


def tables_of(game: Compiled) -> dict[str, Table[Row]]:
    """All tables by name; bodies, countries, regions stand in both halves."""
    world = {f"world.{name}": getattr(game.world, name) for name in World._fields}
    return world | {f"state.{name}": getattr(game.state, name) for name in State._fields}


def declared(half: str, name: str) -> type[Row]:
    """The class of the rows of a table of the world or of the state."""
    holder = World if half == "world" else State
    hint = holder.__annotations__[name]
    row = re.search(r"Table\[(\w+)\]", str(getattr(hint, "__forward_arg__", hint)))
    assert row is not None
    found: type[Row] = getattr(sys.modules[holder.__module__], row[1])
    return found


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_compiles(name: str) -> None:
    """What we ship can be played."""
    game = compile_scenario(load_scenario(find_scenario(name)), SEED)
    assert game.state.clock[0].seed == SEED


@pytest.mark.parametrize("file", [*SHIPPED, str(BASE)])
def test_every_value_is_in_its_declared_range(file: str) -> None:
    """A column holds what it says it holds, in every row that is alive."""
    game = compile_scenario(load_scenario(find_scenario(file)), SEED)
    for name, table in tables_of(game).items():
        row = declared(*name.split("."))
        values = np.asarray(table)
        living = values[values["alive"] == 1] if "alive" in row.columns else values
        for column, says in row.columns.items():
            held = living[column]
            assert held.size == 0 or (says.low <= held.min() and held.max() <= says.high), (name, column)


def test_compiling_twice_gives_the_same_bytes(scenario: Scenario, game: Compiled) -> None:
    """A game can be started again from its scenario and seed."""
    again = compile_scenario(scenario, SEED)
    assert {name: table.tobytes() for name, table in tables_of(again).items()} == {
        name: table.tobytes() for name, table in tables_of(game).items()
    }


def test_rows_stand_in_the_order_of_the_file(scenario: Scenario, game: Compiled) -> None:
    """Sea zones follow the regions."""
    assert game.names.countries.ids == tuple(scenario.countries)
    assert game.names.places.ids == (*scenario.regions, *scenario.seas)
    assert game.names.measures.ids == tuple(scenario.measures)
    assert game.names.reasons == ("First a promise, then money.",)


def test_files_speak_percent_and_tables_thousandths(game: Compiled) -> None:
    """Units are turned once, here."""
    est = game.names.countries.row("EST")
    facts, start = game.world.countries[est], game.state.countries[est]
    assert (facts.population, facts.gdp, facts.personnel, facts.regime) == (1300, 31_000, 70, 780)
    assert (start.opinion, start.outlook, start.defence_share, start.economy) == (700, 400, 200, 1000)
    assert game.state.members[game.names.bodies.row("north"), est].commitment == 900
    aid = game.world.measures[game.names.measures.row("aid")]
    assert (aid.cost, aid.base_1, aid.needs_helps, aid.needs_on) == (20, 500, 1, 0)


def test_depots_are_full_on_the_first_day(scenario: Scenario, game: Compiled) -> None:
    """STOCKS-1: they hold a share of what a state's formations were built for; planned ones are not built yet."""
    for state, entry in scenario.countries.items():
        row = game.names.countries.row(state)
        built = sum(unit.target for unit in game.state.formations if unit.alive and unit.owner == row)
        assert game.world.countries[row].depots == pytest.approx(built * entry.depots / 100, abs=1)
        assert game.state.countries[row].stocks == game.world.countries[row].depots


def test_every_way_stands_in_both_directions(scenario: Scenario, game: Compiled) -> None:
    """A place finds its own ways together, and each has its like back."""
    edges, regions = game.world.edges, game.world.regions
    ways = {(edge.start, edge.end): (edge.km, edge.by_sea) for edge in (edges[e] for e in range(len(edges)))}
    assert len(ways) == len(edges) == 2 * len(scenario.edges)
    assert all(ways[end, start] == value for (start, end), value in ways.items())
    for r in range(len(regions)):
        place = regions[r]
        mine = [edges[e].start for e in range(place.first_edge, place.first_edge + place.edges)]
        assert mine == [r] * place.edges
    assert sum(regions[r].edges for r in range(len(regions))) == len(edges)


def test_ways_to_a_sea_zone_are_by_sea(game: Compiled) -> None:
    """Only those."""
    for e in range(len(game.world.edges)):
        edge = game.world.edges[e]
        ends = (game.world.regions[edge.start].terrain, game.world.regions[edge.end].terrain)
        assert edge.by_sea == int(Terrain.SEA in ends)


def test_people_are_counted_once(game: Compiled) -> None:
    """The people of a state's regions are its population, but for rounding."""
    for c in range(len(game.names.countries)):
        homes = [game.world.regions[r] for r in range(len(game.names.places))]
        people = sum(home.people for home in homes if home.home == c)
        assert people == pytest.approx(game.world.countries[c].population, rel=0.01, abs=2)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((59.44, 24.75), (60.17, 24.94), 82),  # Tallinn, Helsinki
        ((0.0, 0.0), (0.0, 180.0), 20015),  # half way round
        ((52.0, 13.0), (52.0, 13.0), 0),
        ((66.0, 179.0), (66.0, -179.0), 90),  # across the date line
    ],
)
def test_distances_are_great_circles(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    """Over the globe, not over the map."""
    assert great_circle(one, other) == pytest.approx(km, abs=0.6)


def test_reach_is_the_mean_over_the_people(game: Compiled) -> None:
    """A place is nearest to the people who live there; half as near 650 km away."""
    places, countries = game.names.places, game.names.countries
    helsinki, tallinn, tartu = (places.row(name) for name in ("FI-HELS", "EE-TALL", "EE-TART"))
    est, fin = countries.row("EST"), countries.row("FIN")
    near = game.world.reach
    assert near[helsinki, fin].near == 1.0
    km = great_circle((59.4, 24.8), (58.4, 26.7))
    assert near[tallinn, est].near == pytest.approx(0.65 + 0.35 / (1 + (km / 650) ** 2), abs=1e-6)
    assert near[tallinn, fin].near > near[tartu, fin].near > 0.5


def test_reach_is_rounded_so_that_platforms_agree(game: Compiled) -> None:
    """Six digits are kept."""
    values = np.asarray(game.world.reach)["near"]
    assert np.array_equal(values, np.round(values, 6))


def test_strangers_are_believed_harmful_and_members_hardly(game: Compiled) -> None:
    """The belief at the start is the prior, and the prior follows the law of threat."""
    est, fin, rus = (game.names.countries.row(name) for name in ("EST", "FIN", "RUS"))
    numbers = game.world.threat_numbers[0]
    link = game.world.links[est, rus]
    expected = numbers.prior_base * 1000 + numbers.prior_history * 800 + numbers.prior_regime * 460
    assert (link.border, link.history, link.regime_gap) == (1, 800, 460)
    assert link.prior == pytest.approx(expected, abs=1)
    assert game.world.links[est, fin].prior == pytest.approx(numbers.prior_inside * 1000, abs=1)
    assert game.state.pairs[est, rus].intentions == link.prior
    assert game.state.pairs[est, est].intentions == 0


def test_the_framework_nation_stands_first(game: Compiled) -> None:
    """Shares of a standing formation are whole, and room is left for others."""
    parts = [game.state.contributions[k] for k in range(len(game.state.contributions))]
    assert [(part.alive, part.share, part.framework) for part in parts[:3]] == [(1, 700, 1), (1, 300, 0), (0, 0, 0)]
    assert len(parts) == 2 + SPARE_CONTRIBUTIONS


def test_a_standing_formation_is_commanded_by_its_body(game: Compiled) -> None:
    """National ones by nobody but their nation."""
    north = game.names.bodies.row("north")
    battlegroup = game.state.formations[game.names.formations.row("NRTH-01")]
    brigade = game.state.formations[game.names.formations.row("EST-01")]
    assert (battlegroup.owner, battlegroup.body, battlegroup.command) == (NOBODY, north, north)
    assert (brigade.body, brigade.command, brigade.strength, brigade.readiness) == (NOBODY, NOBODY, 1000, 800)


def test_formations_stand_where_the_file_says_and_are_known_at_their_base(game: Compiled) -> None:
    """The published order of battle tells the garrison only."""
    fleet, places = game.names.formations.row("RUS-01"), game.names.places
    assert game.state.formations[fleet].at == places.row("SZ-GULF")
    assert game.world.order_of_battle[fleet].garrison == places.row("RU-STPE")


def test_there_is_room_for_what_comes(game: Compiled) -> None:
    """Texts, incidents and requests have their places, empty at the start; red lines as many as given."""
    state = game.state
    assert (len(state.texts), len(state.incidents)) == (TEXTS, INCIDENTS)
    assert not any(state.texts[t].alive for t in range(TEXTS))
    assert (state.red_lines[0].alive, state.red_lines[0].lapses) == (1, 31)


def test_a_scenario_without_red_lines_has_one_dead_row(scenario: Scenario) -> None:
    """Compiled code meets no empty table."""
    lines = compile_scenario(scenario.model_copy(update={"red_lines": ()}), SEED).state.red_lines
    assert [lines[k].alive for k in range(len(lines))] == [0]


def test_occupied_land_is_occupied_from_the_first_day(scenario: Scenario) -> None:
    """A region in the hands of another is held against its owner since day 0."""
    tartu = scenario.regions["EE-TART"].model_copy(update={"controller": "RUS"})
    changed = scenario.model_copy(update={"regions": {**scenario.regions, "EE-TART": tartu}})
    game = compile_scenario(changed, SEED)
    places, countries = game.names.places, game.names.countries
    held, free = game.state.regions[places.row("EE-TART")], game.state.regions[places.row("EE-TALL")]
    assert (held.controller, held.occupied_day) == (countries.row("RUS"), 0)
    assert (free.controller, free.occupied_day) == (countries.row("EST"), -1)
    assert game.state.regions[places.row("SZ-GULF")].controller == NOBODY


def with_texts(scenario: Scenario, *texts: InForce) -> Compiled:
    """The small scenario with texts in force on its first day."""
    return compile_scenario(scenario.model_copy(update={"texts": texts}), SEED)


def test_texts_of_the_first_day_are_in_force(scenario: Scenario) -> None:
    """Carried by all, in no archive, until their day; nothing else is."""
    given = InForce(
        measure="exercise", ambition=2, against="EST", on="EE-TALL", until=date(2022, 1, 31), source="Made up."
    )
    game = with_texts(scenario, given, given.model_copy(update={"against": "FIN", "until": None}))
    names, texts = game.names, game.state.texts
    assert [text.alive for text in texts] == [1, 1] + [0] * (len(texts) - 2)
    first, second = texts[0], texts[1]
    assert (first.measure, first.body) == (names.measures.row("exercise"), names.bodies.row("east"))
    assert (first.ambition, first.backing, first.share, first.adopted) == (2, 1000, 1000, 0)
    assert (first.against, first.helps, first.on) == (names.countries.row("EST"), NOBODY, names.places.row("EE-TALL"))
    assert (first.until, second.until, second.against) == (30, -1, names.countries.row("FIN"))


def test_what_was_in_force_on_the_first_day_is_known(scenario: Scenario) -> None:
    """ECONOMY-13: each text with its measure, its ambition and whom it answers; a dead row where there is none."""
    text = InForce(measure="exercise", ambition=2, against="EST", on="EE-TALL", source="Made up.")
    game = with_texts(scenario, text, text.model_copy(update={"ambition": 1, "against": "FIN"}))
    row = game.names.countries.row
    known = [(known.measure, known.against, known.ambition) for known in game.world.opening]
    exercise = game.names.measures.row("exercise")
    assert known == [(exercise, row("EST"), 2), (exercise, row("FIN"), 1)]
    assert [known.measure for known in with_texts(scenario).world.opening] == [NOBODY]


def test_a_later_first_day_has_its_own_texts_or_those_of_the_first() -> None:
    """The sanctions of 2014 run until the roll-over that stands on the day; operations abroad that ran on the first run on."""
    scenario = load_scenario(find_scenario("invasion_2022"))
    start = scenario.starts[0]
    abroad = [date(2022, 11, 3), None]
    assert [text.until for text in scenario.texts] == [date(2022, 1, 31), *abroad]
    assert [text.until for text in begun(scenario, start).texts] == [date(2022, 7, 31), *abroad]
    without = start.model_copy(update={"texts": None})
    assert begun(scenario, without).texts == scenario.texts[1:]  # the sanctions of the first day have run out
    lasting = scenario.model_copy(update={"texts": tuple(t.model_copy(update={"until": None}) for t in scenario.texts)})
    assert begun(lasting, without).texts == lasting.texts


def test_numbers_of_the_scenario_replace_those_of_the_rulebook(game: Compiled) -> None:
    """And no others."""
    row = game.world.council_numbers[0]
    assert row.tie == 0.9
    others = {name: item.value for name, item in CouncilNumbers.numbers.items() if name != "tie"}
    assert {name: getattr(row, name) for name in others} == others
    threat = game.world.threat_numbers[0]
    assert {name: getattr(threat, name) for name in ThreatNumbers.numbers} == {
        name: item.value for name, item in ThreatNumbers.numbers.items()
    }


def test_every_kind_of_formation_has_its_values(game: Compiled) -> None:
    """A row for each, as declared."""
    assert set(KINDS) == set(Kind)
    for kind, facts in KINDS.items():
        row = game.world.kinds[kind]
        assert (row.attack, row.defence, row.pace, row.reach) == (facts.attack, facts.defence, facts.pace, facts.reach)


def test_every_profile_is_drawn_by_some_seed() -> None:
    """No leader is known before the game, and each profile comes up about as often as another."""
    drawn = [drawn_profile(seed, 0) for seed in range(600)]
    assert all(150 < drawn.count(profile) < 250 for profile in Profile)


def test_a_leaders_caution_follows_the_profile(game: Compiled) -> None:
    """The cautious need most, the revisionist least, each a little more or less; a council has no such leader."""
    numbers: MotiveNumbers = game.world.motive_numbers[0]
    levels = [caution_of(numbers, profile) for profile in Profile]
    assert levels == sorted(levels, reverse=True)
    for profile in Profile:
        drawn = [drawn_caution(numbers, profile, seed, 0) / 1000 for seed in range(400)]
        assert fmean(drawn) == pytest.approx(levels[profile], abs=0.05)
        assert pstdev(drawn) == pytest.approx(numbers.temper, rel=0.15)
    for b in range(len(game.names.bodies)):
        body = game.state.bodies[b]
        led = game.world.bodies[b].kind == BodyKind.LEADERSHIP
        seed = game.state.clock[0].seed
        assert body.caution == (drawn_caution(numbers, Profile(body.profile), seed, b) if led else 0)


def test_only_dice_depend_on_the_seed(scenario: Scenario, game: Compiled) -> None:
    """Two games of a scenario differ in their seed and their leaders, and in nothing else."""
    other = next(s for s in range(100) if drawn_profile(s, 1) != drawn_profile(SEED, 1))
    tables, changed = tables_of(game), tables_of(compile_scenario(scenario, other))
    assert {name for name in tables if tables[name].tobytes() != changed[name].tobytes()} == {
        "state.clock",
        "state.bodies",
    }


@pytest.mark.parametrize("shares", [(33.3, 33.3, 33.3), (33.35, 33.35, 33.35), (100.0,), (50.04, 49.96)])
def test_what_rounding_leaves_of_shares_is_the_framework_nations(shares: tuple[float, ...]) -> None:
    """A scenario whose shares sum to 100 within half a percent is one that can be played: the whole is a thousand."""
    scenario = load_scenario(find_scenario("first_steps"))
    states = ("USA", "POL", "EST")[: len(shares)]
    unit = scenario.formations["NATO-01"].model_copy(update={"contributors": dict(zip(states, shares, strict=True))})
    made = compile_scenario(scenario.model_copy(update={"formations": {**scenario.formations, "NATO-01": unit}}), 1)
    row = made.names.formations.row("NATO-01")
    parts = [part for part in made.state.contributions if part.alive and part.formation == row]
    assert sum(int(part.share) for part in parts) == 1000
    assert [int(part.framework) for part in parts] == [1] + [0] * (len(shares) - 1)
    assert not broken_invariants(made.world, made.state)

"""Law of the house 7: observe is the only door. It is derived from the tags of the columns, and nothing gets past it."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.hidden import hidden_columns, otherwise
from tests.invitation import APPLICANT, Invitation, invitation
from tests.played import COVERT_VICTIM, Played
from wargame.engine.compile import Compiled
from wargame.engine.explain import explained, open_value
from wargame.engine.invariants import living
from wargame.engine.observe import BANDS, ROWS, observe, owned
from wargame.engine.packing import pack
from wargame.engine.resolve import copied, same
from wargame.model.codes import Act, MeasureKind, Phase
from wargame.model.columns import NOBODY, Row, Who, column_of
from wargame.model.state import State
from wargame.model.view import View

SEATS = (0, 1, 2)
SEEDS = range(3)
NATO, EU, RUSSIA = SEATS
FOREIGN_SEED = 123_456_789


def moments(*games: Played) -> list[State]:
    """States of every phase of the games, from their beginnings and their ends."""
    found = []
    for game in games:
        for phase in (Phase.CAUCUS, Phase.SESSION, Phase.ORDERS, Phase.EMERGENCY, Phase.OVER):
            states = game.after(phase)
            found += [states[0], states[-1]] if len(states) > 1 else states
    return found


def seen(game: Played, state: State, seat: int) -> View:
    """What a seat knows of a state of a game."""
    return observe(game.world, state, game.names, seat)


def differing(one: State, other: State) -> list[str]:
    """Tables and columns in which two states differ."""
    return [
        f"{table}.{name}"
        for table, row in ROWS.items()
        for name in row.columns
        if not np.array_equal(column_of(getattr(one, table), name), column_of(getattr(other, table), name))
    ]


def test_the_registry_of_rows_is_complete() -> None:
    """Law 7: every table of the State is known to observe, and every kept column declares who may know it."""
    assert tuple(ROWS) == State._fields
    assert all(issubclass(row, Row) and row.columns for row in ROWS.values())
    declared = {item.who for row in ROWS.values() for item in row.columns.values()}
    assert declared == set(Who)


def test_the_registry_names_the_rows_that_the_tables_hold(start: Compiled) -> None:
    """Law 7: the row classes are those of the tables, column by column."""
    for table, row in ROWS.items():
        assert getattr(start.state, table).dtype.names == tuple(row.columns), table


@pytest.mark.parametrize("seat", SEATS)
def test_hidden_columns_do_not_show(peace: Played, war: Played, seat: int) -> None:
    """Law 7: whatever is changed in what a seat may not know, its View is the same, bit for bit, and so are the masks."""
    for game in (peace, war):
        for state in moments(game):
            view = seen(game, state, seat)
            for seed in SEEDS:
                other = otherwise(game.world, state, seat, seed)
                again = seen(game, other, seat)
                assert differing(view.state, again.state) == []
                assert pack(view.state) == pack(again.state)
                assert all(np.array_equal(view.exact[table], again.exact[table]) for table in ROWS)


def test_the_check_changes_every_hidden_column(war: Played) -> None:
    """The property above can fail: over the seats, each column that is not public does get other values."""
    state = war.after(Phase.ORDERS)[1]
    changed = {
        line for seat in SEATS for seed in SEEDS for line in differing(state, otherwise(war.world, state, seat, seed))
    }
    assert changed == {f"{table}.{name}" for table, name in hidden_columns()}


@pytest.mark.parametrize("seat", SEATS)
def test_observing_what_one_imagines_gives_it_back(peace: Played, war: Played, seat: int) -> None:
    """Law 7: a View is a whole State; its own observation is itself, so AIs and forecasts may live in it."""
    for game in (peace, war):
        for state in moments(game):
            view = seen(game, state, seat)
            again = observe(view.world, view.state, view.names, view.body)
            assert differing(again.state, view.state) == []
            assert same(again.state, view.state)


@pytest.mark.parametrize("seat", [NATO, EU])
def test_strangers_have_beliefs_about_a_motive(peace: Played, seat: int) -> None:
    """Rulebook 12: of what a leadership hopes others have beliefs, by its own laws on what they know; not the truth."""
    state = peace.after(Phase.CAUCUS)[0]
    view = seen(peace, state, seat)
    told, truth = (column_of(tables.motives, "gain")[RUSSIA] for tables in (view.state, state))
    assert told.any()
    assert not np.array_equal(told, truth)
    assert view.state.bodies[RUSSIA].target >= 0


@pytest.mark.parametrize("seat", SEATS)
def test_a_seat_knows_its_own_exactly(war: Played, seat: int) -> None:
    """Law 7: public columns, and all but the secrets of one's own rows, are the truth."""
    for state in moments(war):
        view = seen(war, state, seat)
        for table, row in ROWS.items():
            own = owned(war.world, state, table, seat)
            covert = _covert(war, state, table)
            for name, item in row.columns.items():
                known = own if item.who in (Who.OWNER, Who.INTEL) else np.full_like(own, item.who is Who.PUBLIC)
                known = known & (own | ~covert)  # what is covert in others is not in the View
                truth, told = (column_of(getattr(tables, table), name) for tables in (state, view.state))
                assert np.array_equal(truth[known], told[known]), f"{table}.{name}"


def test_the_seed_never_appears(peace: Played) -> None:
    """Law 6: a View never holds the game's seed, in the seed's column or in any other."""
    state = copied(peace.after(Phase.ORDERS)[0])
    state.clock[0].seed = FOREIGN_SEED
    for seat in SEATS:
        view = seen(peace, state, seat)
        for table, row in ROWS.items():
            for name in row.columns:
                assert FOREIGN_SEED not in column_of(getattr(view.state, table), name), f"{table}.{name}"


@pytest.mark.parametrize("seat", SEATS)
def test_a_view_keeps_to_the_declared_ranges(peace: Played, war: Played, seat: int) -> None:
    """Law 7: estimates are values that a State may hold: the middle of the highest band is not beyond the range."""
    for game in (peace, war):
        for state in moments(game):
            view = seen(game, state, seat)
            for table, row in ROWS.items():
                for name, item in row.columns.items():
                    values = column_of(getattr(view.state, table), name)[living(view.state, table, row)]
                    assert values.size == 0 or (item.low <= values.min() and values.max() <= item.high), (
                        f"{table}.{name}"
                    )


def test_a_band_holds_the_truth_on_a_fixed_grid(start: Compiled) -> None:
    """Law 7: a stranger sees one of five values for the whole range, no further from the truth than a band."""
    state = copied(start.state)
    told = set()
    item = ROWS["bodies"].columns["stability"]
    for truth in range(0, 1001, 20):
        state.bodies[RUSSIA].stability = truth
        estimate = observe(start.world, state, start.names, NATO).state.bodies[RUSSIA].stability
        assert abs(estimate - truth) <= (item.high - item.low) // BANDS
        told.add(estimate)
    assert len(told) <= BANDS + 1  # 1000 itself begins a band of its own


def _covert(game: Played, state: State, table: str) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """The rows of a table that strangers are not to see at all: covert formations, and texts and habits of covert acts."""
    hybrid = [game.world.measures[m].kind == MeasureKind.HYBRID for m in range(game.world.measures.size)]
    match table:
        case "formations":
            kinds = column_of(state.formations, "kind")
            return np.asarray([game.world.kinds[int(kind)].covert > 0 for kind in kinds])
        case "habits":
            return np.asarray(hybrid)
        case "texts":
            measures = column_of(state.texts, "measure")
            return np.asarray([m != NOBODY and hybrid[int(m)] for m in measures])
        case _:
            return np.zeros(getattr(state, table).shape, np.bool_)


PAID = 700  # 1/1000 point
IN_BOTH = ("DEU", "HUN")  # members of the body that pays and of the one that does not


def paying() -> Invitation:
    """An alliance has met demands of members that another council has too, and of one that it has not."""
    case = invitation((*IN_BOTH, "TUR"))
    for member in (*IN_BOTH, "TUR"):
        conceded_of(case.state, case)[case.names.countries.row(member)] = PAID
    return case


def conceded_of(state: State, case: Invitation) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """What was paid for the applicant, by member."""
    return column_of(state.pairs, "conceded")[:, case.names.countries.row(APPLICANT)]


def test_how_much_of_a_demand_was_met_is_known_to_who_paid() -> None:
    """Not to another body that the member belongs to, which knows the rest of its row; so its value opens without it there."""
    case = paying()
    applicant, pairs = case.names.countries.row(APPLICANT), {}
    for seat in case.names.bodies.ids:
        view = case.view(seat)
        pairs[seat] = conceded_of(view.state, case)
        opened = open_value(
            explained("ratification"), view.world, view.state, NATO, case.names.countries.row("DEU"), applicant
        )
        assert opened[1]["concession"] == (PAID if seat == "nato" else 0)
        assert view.exact["pairs"][case.names.countries.row("DEU"), applicant] == (seat in ("nato", "eu"))
    assert np.array_equal(pairs.pop("nato"), conceded_of(case.state, case))
    assert not any(conceded.any() for conceded in pairs.values())


@pytest.mark.parametrize("seat", SEATS)
def test_hidden_payments_do_not_show(seat: int) -> None:
    """Law 7, where demands were met: other payments, and whatever else a seat may not know, leave its View the same."""
    case = paying()
    other = otherwise(case.world, case.state, seat, 1)
    paid = conceded_of(case.state, case) == PAID
    assert bool((conceded_of(other, case)[paid] == PAID).all()) == (seat == NATO)
    views = [observe(case.world, state, case.names, seat) for state in (case.state, other)]
    assert differing(views[0].state, views[1].state) == []
    assert differing(observe(case.world, views[0].state, case.names, seat).state, views[0].state) == []


def test_covert_formations_of_others_are_not_there(war: Played) -> None:
    """Rulebook 12: submarines, special and cyber units are known to others only when attributed."""
    rows = np.flatnonzero(_covert(war, war.states[0], "formations"))
    assert rows.size > 0
    for state in moments(war):
        for seat in SEATS:
            view = seen(war, state, seat)
            for u in rows:
                own = owned(war.world, state, "formations", seat)[u]
                assert view.state.formations[int(u)].alive == (state.formations[int(u)].alive if own else 0)
                assert own or view.state.sightings[seat, int(u)].day == NOBODY


def test_the_author_of_an_unattributed_act_is_nobody(war: Played) -> None:
    """Rulebook 12: who was behind a covert act shows to those who attributed it, and to no others."""
    victim = war.names.countries.row(COVERT_VICTIM)
    told = []
    for state in war.states:
        for k in range(state.incidents.size):
            act = state.incidents[k]
            if not act.alive or act.victim != victim:
                continue
            for seat in SEATS:
                sure = act.published == 1 or state.suspicions[seat, k].confidence >= 800
                shown = seen(war, state, seat).state.incidents[k].author
                assert shown == (act.author if sure else NOBODY)
                told.append(sure)
    assert {True, False} == set(told)


def test_how_sure_one_must_be_of_an_author_is_the_number_of_the_scenario(war: Played) -> None:
    """HYBRID-4: where a scenario lowers the line, its seats know the author from that line on."""
    world = war.world._replace(state_numbers=war.world.state_numbers.copy())
    world.state_numbers[0].attributed = 600
    state = next(state for state in war.states if any(act.alive and not act.published for act in state.incidents))
    state = copied(state)
    row = next(k for k in range(state.incidents.size) if state.incidents[k].alive and not state.incidents[k].published)
    for confidence, shown in ((599, NOBODY), (650, int(state.incidents[row].author))):
        state.suspicions[EU, row].confidence = confidence
        assert observe(world, state, war.names, EU).state.incidents[row].author == shown


def test_what_is_seen_today_is_seen_in_the_midst_of_a_turn(war: Played) -> None:
    """Rulebook 12: in an emergency session supply and entrenchment of what stands opposite are known within a band."""
    state = war.after(Phase.EMERGENCY)[0]
    own = owned(war.world, state, "formations", NATO)
    opposite = [
        u for u in range(state.formations.size) if not own[u] and state.sightings[NATO, u].day == state.clock[0].day
    ]
    assert opposite
    known = seen(war, state, NATO).state.formations
    for u in opposite:
        assert abs(known[u].supply - state.formations[u].supply) <= 100
        assert abs(known[u].dug_in - state.formations[u].dug_in) <= 100


def test_a_covert_measure_leaves_no_trace_of_its_author(war: Played) -> None:
    """Rulebook 12: neither the book of texts, nor the habits, nor beliefs tell strangers of a hybrid campaign."""
    campaign = war.names.measures.row("hybrid_campaign")
    state = next(state for state in war.states if state.habits[campaign].last_turn >= 0)
    for seat, known in ((NATO, False), (EU, False), (RUSSIA, True)):
        view = seen(war, state, seat).state
        texts = [t for t in range(view.texts.size) if view.texts[t].measure == campaign]
        assert bool(texts) == known
        assert (view.habits[campaign].last_turn >= 0) == known
        assert not any(
            view.pairs[c, war.names.countries.row("RUS")].last_act == Act.HYBRID for c in range(view.pairs.shape[0])
        )

"""Operations abroad in January 2022: who takes part, whose consent has a price, where the Alliance's means may go."""

from __future__ import annotations

import numpy as np
import pytest

from wargame.ai.options import hosts, options
from wargame.engine.compile import Compiled, compile_scenario
from wargame.engine.judge import judge
from wargame.engine.observe import observe
from wargame.engine.resolve import copied
from wargame.engine.spending import funds_committed
from wargame.model.codes import Phase, Position
from wargame.model.columns import NOBODY, column_of, empty_table
from wargame.model.orders import TableDraft
from wargame.model.plan import Bid, Draft
from wargame.model.record import Terms
from wargame.model.state import State
from wargame.model.view import View
from wargame.rules.hearing import open_hearing
from wargame.rules.law import plain
from wargame.rules.support import what_merging_takes
from wargame.rules.two_councils import heard_in
from wargame.store.scenarios import scenario_from
from wargame.ui.kit.prose import Prose
from wargame.ui.screens.pieces import Value
from wargame.ui.screens.promises import promise_rows


@pytest.fixture(scope="module")
def start() -> Compiled:
    """The large world in its first caucus."""
    found = compile_scenario(scenario_from("invasion_2022", None), 1)
    found.state.clock[0].phase = Phase.CAUCUS
    return found


def seat(start: Compiled, body: str, state: State | None = None) -> View:
    """What a side knows."""
    return observe(start.world, state or start.state, start.names, start.names.bodies.row(body))


def lent(helps: str, ambition: int = 1) -> TableDraft:
    """A draft of an operation with the Alliance's means."""
    return TableDraft(measure="berlin_plus_operation", ambition=ambition, against="RUS", helps=helps)


@pytest.mark.parametrize(
    ("measure", "helps", "broken"),
    [
        ("berlin_plus_operation", "MDA", ()),
        ("berlin_plus_operation", "XKX", ("LEGAL-32",)),
        ("union_operation", "XKX", ()),
        ("berlin_plus_operation", "BIH", ("LEGAL-7",)),
    ],
)
def test_legal_32_means_are_lent_where_they_are_free(
    start: Compiled, measure: str, helps: str, broken: tuple[str, ...]
) -> None:
    """LEGAL-32: the Alliance is engaged in Kosovo and leads there itself; by its own means the Union may go. Althea is in force already."""
    draft = TableDraft(measure=measure, ambition=1, against="RUS", helps=helps)
    assert judge(seat(start, "eu"), draft) == broken


@pytest.mark.parametrize(
    ("measure", "helps", "broken"),
    [
        ("berlin_plus_operation", "TUR", ("LEGAL-33",)),
        ("union_operation", "BLR", ("LEGAL-33",)),
        ("monitoring_mission", "EST", ("LEGAL-33",)),
        ("monitoring_mission", "GEO", ()),
        ("monitoring_mission", "RUS", ("LEGAL-33",)),
        ("candidate_status", "MDA", ("LEGAL-1",)),
    ],
)
def test_legal_33_an_operation_goes_where_it_is_wanted(
    start: Compiled, measure: str, helps: str, broken: tuple[str, ...]
) -> None:
    """LEGAL-33: to no member of either council, to none on the other side, and to no leadership, whomever it answers."""
    draft = TableDraft(measure=measure, ambition=1, against="AZE" if helps == "RUS" else "RUS", helps=helps)
    assert judge(seat(start, "eu"), draft) == broken


@pytest.mark.parametrize(
    ("helps", "broken"), [("CHE", ("LEGAL-37",)), ("NOR", ("LEGAL-37",)), ("XKX", ()), ("MDA", ())]
)
def test_legal_37_a_mission_goes_where_there_is_a_quarrel(start: Compiled, helps: str, broken: tuple[str, ...]) -> None:
    """LEGAL-37: Switzerland has none, Norway has an alliance; Kosovo has Serbia, and part of Moldova is held by another."""
    draft = TableDraft(measure="monitoring_mission", ambition=1, against="RUS", helps=helps)
    assert judge(seat(start, "eu"), draft) == broken


@pytest.mark.parametrize(
    ("on", "broken"),
    [("EE-TART", ()), ("RU-MOSC", ("LEGAL-38",)), ("UA-KYIV", ("LEGAL-38",)), ("SZ-CBAL", ("LEGAL-38",))],
)
def test_legal_38_plans_are_for_the_own_soil(start: Compiled, on: str, broken: tuple[str, ...]) -> None:
    """LEGAL-38: the Council plans to reinforce allies, neither its adversary's capital nor a friend's, nor the sea."""
    draft = TableDraft(measure="readiness_plans", ambition=1, against="RUS", on=on)
    assert judge(seat(start, "nato"), draft) == broken


@pytest.mark.parametrize(
    ("against", "broken"), [("RUS", ()), ("UKR", ("LEGAL-34",)), ("BLR", ("LEGAL-34",)), ("CHE", ("LEGAL-34",))]
)
def test_legal_34_the_assembly_is_asked_about_conduct(start: Compiled, against: str, broken: tuple[str, ...]) -> None:
    """LEGAL-34: about Russia, which holds Crimea; not about who has done nothing, leads no side, or is of none."""
    assert judge(seat(start, "eu"), TableDraft(measure="assembly_resolution", ambition=1, against=against)) == broken


@pytest.mark.parametrize(("helps", "broken"), [("EST", ()), ("MDA", ("LEGAL-35",)), ("RUS", ("LEGAL-35",))])
def test_legal_35_cyber_support_is_for_allies(start: Compiled, helps: str, broken: tuple[str, ...]) -> None:
    """LEGAL-35: an ally is sheltered by it, nobody else."""
    draft = TableDraft(measure="cyber_support", ambition=1, against="AZE" if helps == "RUS" else "RUS", helps=helps)
    assert judge(seat(start, "nato"), draft) == broken


def heard(start: Compiled, body: str) -> tuple[Terms, Terms]:
    """What members of a council think of an operation in Moldova with the Alliance's means, and what the door takes of them."""
    names, world = start.names, start.world
    draft = empty_table(Draft, 1)[0]
    draft.measure, draft.ambition, draft.lowest, draft.body = names.measures.row("berlin_plus_operation"), 1, 1, 1
    draft.against, draft.helps = names.countries.row("RUS"), names.countries.row("MDA")
    draft.on = draft.incident = NOBODY
    count = start.state.countries.size
    felt, taken, lift = (np.zeros(count, np.int64) for _ in range(3))
    row = names.bodies.row(body)
    plain(heard_in)(world, start.state, draft, row, empty_table(Bid, 1, count), 0, felt, taken, lift)
    draft.body = row
    heard = plain(open_hearing)(world, start.state, draft)
    door = [int(plain(what_merging_takes)(world, start.state, draft, c, heard)) for c in range(count)]
    return taken, np.array(door)


def test_cyprus_takes_no_part_and_greece_minds(start: Compiled) -> None:
    """COUNCIL-22 and 26: no security agreement, no say; who is close to it holds that against the draft."""
    taken, door = heard(start, "eu")
    cyprus, greece, spain = (start.names.countries.row(state) for state in ("CYP", "GRC", "ESP"))
    assert taken[cyprus] == -1
    assert taken[greece] >= 0
    assert door[greece] < door[spain] <= 0


def test_turkiye_minds_who_would_come_in(start: Compiled) -> None:
    """COUNCIL-25: in the Alliance's council its dispute with a member of the Union speaks against lending; others have none."""
    taken, door = heard(start, "nato")
    turkey, norway = start.names.countries.row("TUR"), start.names.countries.row("NOR")
    assert door[turkey] < -400
    assert door[norway] == 0
    assert taken[turkey] < Position.SUPPORTS


def test_a_staff_thinks_of_hosts_that_may_be_helped(start: Compiled) -> None:
    """Only states outside that are at peace and not on the other side; options for them are legal."""
    view = seat(start, "eu")
    row = start.names.measures.row("berlin_plus_operation")
    found = hosts(view, row, start.names.countries.row("RUS"), 3)
    assert len(found) == 3
    joined = column_of(start.state.members, "joined")
    assert not joined[:2, found].any()
    tabled = {option.order.measure for option in options(view, (1,))}
    assert {"berlin_plus_operation", "union_operation", "monitoring_mission", "battlegroups"} <= tabled


def test_a_duplicate_is_told_with_its_reason_and_reckoned(start: Compiled) -> None:
    """DUPLICATION-1: what is shown is what the judge reckons with; where nothing is doubled nothing is said."""
    names, state = start.names, copied(start.state)
    state.clock[0].day = 30
    measure = names.measures.row("critical_entities")
    draft = TableDraft(measure="critical_entities", ambition=2, against="RUS")

    def said(view: View) -> tuple[str, list[str]]:
        rows = promise_rows(view, measure, 2)
        money = next(row.value for row in rows if isinstance(row, Value) and "€" in row.value)
        return money, [row.source for row in rows if isinstance(row, Prose) and "merge" in row.source]

    before = seat(start, "eu", state)
    assert said(before) == ("€ 300 m", [])
    assert funds_committed(before, [draft]) == 300
    text = state.texts[10]
    text.alive, text.body, text.measure, text.ambition = (
        1,
        names.bodies.row("nato"),
        names.measures.row("resilience"),
        1,
    )
    text.against = text.helps = text.on = NOBODY
    text.adopted, text.until = 0, 200
    after = seat(start, "eu", state)
    due = funds_committed(after, [draft])
    assert 300 < due <= 345
    money, reasons = said(after)
    assert money == f"€ {due} m"
    assert len(reasons) == 1
    assert "NATO" in reasons[0]

"""Taking land, the first blow, and occupied people."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.worlds import Road, Side, Site, Small, Unit, bare, notes_of, small_world, surveyed, war_numbers, war_step
from wargame.model.codes import Act, Break, IncidentKind, Kind, Note
from wargame.rules import occupation

RUS, EST, POL, UKR = range(4)


def land(*units: Unit, holder: int = EST, capitals: tuple[int, ...] = (0,), protected: bool = True) -> Small:
    """Russia's region 0, Estonia's region 1 (held by `holder`), Poland's region 2; Poland is Estonia's ally."""
    sides = [Side((EST, POL), defends=protected), Side((RUS,), leader=RUS, defends=False)]
    sites = [Site(RUS), Site(EST, holder=holder), Site(POL)]
    roads = [Road(0, 1), Road(1, 2)]
    return small_world(sites, roads, units, sides, wars=[(RUS, EST), (RUS, POL)], capitals=capitals, countries=4)


def take(small: Small) -> list[int]:
    """Let formations take the land they stand on; the alarm."""
    field = surveyed(small)
    bare(occupation.occupy)(*small.tuple(), field)
    return [int(v) for v in field.alarm]


def test_who_gets_the_land() -> None:
    """OCCUPY-1: the taker, but an ally's land goes back to the ally."""
    new = bare(occupation.new_holder)
    assert new(EST, RUS, 0, 1) == RUS
    assert new(EST, POL, 1, 0) == EST
    assert new(EST, EST, 1, 0) == EST
    assert new(RUS, POL, 0, 1) == POL
    assert new(-1, POL, 0, 0) == POL


@pytest.mark.parametrize(
    ("home", "holder", "on_record", "answers", "first"),
    [(EST, EST, 0, 0, True), (EST, RUS, 0, 0, False), (EST, EST, 1, 0, False), (RUS, RUS, 0, 1, False)],
)
def test_what_is_an_armed_attack(home: int, holder: int, on_record: int, answers: int, first: bool) -> None:
    """OCCUPY-2: first fighting on a state's own land; not liberation, not an answer."""
    assert bare(occupation.is_first_blow)(home, holder, on_record, answers) == first


def test_garrisons_by_people() -> None:
    """OCCUPY-3: so much for a million."""
    n = war_numbers()
    assert bare(occupation.garrison_needed)(2500, n) == 2.5 * n.garrison


def test_land_is_taken_by_force_enough_for_its_people() -> None:
    """OCCUPY-6: one worn brigade does not take a million people's land; who frees land needs no such force."""
    needed = bare(occupation.entry_force)(1000, war_numbers())
    weak, strong = (land(Unit(RUS, 1, strength=needed + more)) for more in (-1, 1))
    for small in (weak, strong):
        take(small)
    assert weak.state.regions[1].controller == EST
    assert strong.state.regions[1].controller == RUS
    freed = land(Unit(EST, 1, strength=70), holder=RUS)
    take(freed)
    assert freed.state.regions[1].controller == EST


def test_land_taken_is_secured_before_the_march_goes_on() -> None:
    """OCCUPY-8."""
    n = war_numbers()
    assert bare(occupation.secured_on)(10, 0, n) == 10 + n.secure_days
    assert bare(occupation.secured_on)(10, 30, n) == 30
    small = land(Unit(RUS, 1, strength=1000))
    take(small)
    assert small.state.formations[0].free_day == n.secure_days


def test_a_fallen_capital_costs_whoever_lost_it() -> None:
    """OCCUPY-7: the government and the leadership are shaken, an attacker's as well."""
    assert bare(occupation.shaken)(600, 200.0) == 400
    assert bare(occupation.shaken)(100, 200.0) == 0
    small = land(Unit(POL, 0), capitals=(0, 1, 2))
    small.state.bodies[1].stability = small.state.countries[RUS].government = 600
    take(small)
    assert small.state.regions[0].controller == POL
    assert small.state.bodies[1].stability == 600 - war_numbers().capital_stability
    assert small.state.countries[RUS].government == 600 - war_numbers().capital_government


@given(st.integers(0, 1000), st.integers(0, 500), st.integers(0, 500))
def test_unrest(unrest: int, garrison: int, needed: int) -> None:
    """OCCUPY-4: grows as the garrison falls short while the home state fights, falls when it does not."""
    after, n = bare(occupation.unrest_after), war_numbers()
    assert after(unrest, garrison, needed, 0, n) == max(0, unrest - 30)
    assert after(unrest, 0, 100, 1, n) == min(1000, unrest + n.unrest_rise)
    assert after(unrest, 100, 100, 1, n) == max(0, unrest - 30)
    assert after(unrest, garrison, needed, 1, n) >= after(unrest, garrison + 50, needed, 1, n)


def test_ungarrisoned_land_is_lost_in_the_end() -> None:
    """OCCUPY-5 and 4 over weeks: with a garrison held, without one back to its own state, once unrest is full."""
    assert bare(occupation.shakes_off)(1000, 0)
    assert not bare(occupation.shakes_off)(1000, 1)
    assert not bare(occupation.shakes_off)(999, 0)
    empty, held = land(holder=RUS), land(Unit(RUS, 1), holder=RUS)
    for small in (empty, held):
        for _ in range(14):
            bare(occupation.resist)(*small.tuple())
    assert empty.state.regions[1].controller == EST
    assert empty.state.regions[1].occupied_day == -1
    assert notes_of(empty.record, Note.CONTROL)[0][:4] == (EST, RUS, 1, -1)
    assert held.state.regions[1].controller == RUS
    assert held.state.regions[1].unrest == 0


def test_undefended_land_is_occupied() -> None:
    """OCCUPY-1 on the map: control flips, unrest starts, all see an occupation, it is an attack on a member."""
    small = land(Unit(RUS, 1))
    assert take(small) == [Break.ATTACK_ON_MEMBER, 1, EST, RUS]
    region = small.state.regions[1]
    assert (region.controller, region.occupied_day, region.unrest) == (RUS, 0, 100)
    assert notes_of(small.record, Note.CONTROL) == [(RUS, EST, 1, 0, 0, 0, 0)]
    assert small.state.pairs[EST, RUS].last_act in (Act.OCCUPATION, Act.INVASION)


def test_a_state_nobody_defends_is_invaded() -> None:
    """Rulebook 2: the break says which."""
    assert take(land(Unit(RUS, 1), protected=False))[0] == Break.INVASION


def test_defended_land_is_not_occupied() -> None:
    """OCCUPY-1: while one of the line stands there; aircraft and air defence do not count."""
    assert take(land(Unit(RUS, 1), Unit(EST, 1)))[0] == Break.NONE
    small = land(Unit(RUS, 1), Unit(EST, 1, Kind.AIR_DEFENCE))
    take(small)
    assert small.state.regions[1].controller == RUS
    assert small.state.formations[1].at == 2


def test_an_ally_liberates() -> None:
    """OCCUPY-1 and 2 on the map: Polish soldiers give Estonia its land back, and that is no attack."""
    small = land(Unit(POL, 1), holder=RUS)
    assert take(small)[0] == Break.NONE
    region = small.state.regions[1]
    assert (region.controller, region.occupied_day, region.unrest) == (EST, -1, 0)


def test_answering_an_attack_is_no_attack() -> None:
    """OCCUPY-2 on the map: after Russia struck Estonia, Poland on Russian land raises no alarm."""
    small = land(Unit(POL, 0), capitals=())
    assert take(small)[0] == Break.INVASION
    small = land(Unit(POL, 0), capitals=())
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author = 1, IncidentKind.ARMED_ATTACK, EST, RUS
    assert take(small)[0] == Break.NONE
    assert small.state.regions[0].controller == POL


def test_each_attacker_strikes_his_own_first_blow() -> None:
    """OCCUPY-2: that Russia's attack is on record does not hide Poland's."""
    small = land(Unit(POL, 0), capitals=())
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author = 1, IncidentKind.ARMED_ATTACK, RUS, EST
    assert take(small)[0] == Break.INVASION
    attack.author = POL
    small.state.regions[0].controller = RUS
    assert take(small)[0] == Break.NONE


ENTERED = (Unit(RUS, 1), Unit(RUS, 2))  # Estonia and Poland


def attacks(small: Small) -> list[tuple[int, int, int]]:
    """Armed attacks on record: author, victim, place."""
    rows = (small.state.incidents[k] for k in range(small.state.incidents.size))
    return [(act.author, act.victim, act.place) for act in rows if act.alive and act.kind == IncidentKind.ARMED_ATTACK]


@pytest.mark.parametrize("capitals", [(0,), (0, 1, 2)])
def test_every_first_blow_of_a_step_is_on_record(capitals: tuple[int, ...]) -> None:
    """OCCUPY-2: who enters two members at once attacks both, though the turn stops once; a capital that falls hides none."""
    small = land(*ENTERED, capitals=capitals)
    assert take(small) == [Break.ATTACK_ON_MEMBER, 1, EST, RUS]
    assert attacks(small) == [(RUS, EST, 1), (RUS, POL, 2)]
    assert small.state.bodies[0].unanswered == 1
    severities = [note[4] for note in notes_of(small.record, Note.INCIDENT)]
    assert severities == [5, 5]
    assert small.state.pairs[POL, RUS].intentions > 0


def test_a_capital_that_falls_first_hides_no_attack_on_another() -> None:
    """OCCUPY-2: the step's alarm is the fallen capital; the blow at the other member is on record all the same."""
    small = land(*ENTERED, capitals=(0, 1))
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author, attack.place = 1, IncidentKind.ARMED_ATTACK, EST, RUS, 1
    assert take(small) == [Break.CAPITAL_FALLS, 1, EST, RUS]
    assert attacks(small) == [(RUS, EST, 1), (RUS, POL, 2)]


def test_a_second_attacker_is_a_second_incident() -> None:
    """OCCUPY-2 and ARTICLE5-1: what another state does to the same victim is an attack of its own, to be answered by itself."""
    small = land()
    for attacker in (RUS, UKR):
        field = surveyed(small)
        bare(occupation.first_blow)(*small.tuple(), field, attacker, EST, 1)
    assert attacks(small) == [(RUS, EST, 1), (UKR, EST, 1)]


def test_a_capital_falls() -> None:
    """Rulebook 2: it stops the turn, where the attack itself is on record."""
    small = land(Unit(RUS, 1), capitals=(0, 1))
    attack = small.state.incidents[0]
    attack.alive, attack.kind, attack.victim, attack.author = 1, IncidentKind.ARMED_ATTACK, EST, RUS
    assert take(small) == [Break.CAPITAL_FALLS, 1, EST, RUS]


def test_a_later_alarm_leaves_the_break_of_the_turn_as_it_was() -> None:
    """Rulebook 2: at most one break a turn; its place, victim and author are those of the first."""
    small = land(Unit(RUS, 2))
    clock = small.state.clock[0]
    clock.broken, clock.break_place, clock.break_victim, clock.break_author = Break.ATTACK_ON_MEMBER, 1, EST, RUS
    assert war_step(small) == Break.ATTACK_ON_MEMBER
    assert (clock.break_place, clock.break_victim, clock.break_author) == (1, EST, RUS)
    assert attacks(small) == [(RUS, POL, 2)]


def test_the_step_puts_the_alarm_on_the_clock() -> None:
    """The break of a step is returned, with place, victim and author."""
    small = land(Unit(RUS, 1))
    clock = small.state.clock[0]
    assert war_step(small) == Break.ATTACK_ON_MEMBER
    assert (clock.break_place, clock.break_victim, clock.break_author) == (1, EST, RUS)

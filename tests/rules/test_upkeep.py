"""The weekly upkeep of forces."""

from tests.worlds import Road, Side, Site, Small, Unit, bare, give_order, notes_of, small_world, war_numbers
from wargame.model.codes import Effect, Kind, Note
from wargame.rules import upkeep
from wargame.rules.membership import fighting

EST, GBR = range(2)


def garrison(*units: Unit) -> Small:
    """Two regions of two allies."""
    return small_world([Site(EST), Site(GBR)], [Road(0, 1)], units, [Side((EST, GBR))])


def week(small: Small) -> None:
    """A week goes by."""
    small.state.clock[0].day += 7
    bare(upkeep.upkeep)(*small.tuple(), bare(fighting)(small.state.pairs))


def test_digging_in() -> None:
    """UPKEEP-1: a quarter a week while standing still, formations of the line only; in peace not far."""
    dug_in, n = bare(upkeep.dug_in_after), war_numbers()
    assert [dug_in(dug, 1, n) for dug in (0, 900)] == [250, 1000]
    assert [dug_in(dug, 0, n) for dug in (0, 250, 300, 900)] == [250, 300, 300, 900]
    small = garrison(Unit(EST, 0), Unit(EST, 0), Unit(EST, 0, Kind.AIR))
    give_order(small.state, 1, (1,))
    week(small)
    assert [small.state.formations[u].dug_in for u in range(3)] == [250, 0, 0]
    week(small)
    assert small.state.formations[0].dug_in == 300
    small.state.countries[EST].mobilised = 1
    week(small)
    assert small.state.formations[0].dug_in == 550


def test_rest() -> None:
    """UPKEEP-2: up to the nominal level, in supply only; what training added beyond it fades, never below."""
    rested, n = bare(upkeep.rested), war_numbers()
    assert rested(500, 800, 1000, 0, 1.0, n) == 560
    assert rested(790, 800, 500, 0, 1.0, n) == 800
    assert rested(500, 800, 499, 0, 1.0, n) == 500
    assert rested(900, 800, 1000, 0, 1.0, n) == 897
    assert rested(900, 800, 0, 1, 1.0, n) == 897
    assert rested(802, 800, 1000, 0, 1.0, n) == 801
    assert rested(801, 800, 1000, 0, 1.0, n) == 800
    assert rested(500, 800, 1000, 1, 1.0, n) == 500
    assert [rested(500, 800, 1000, 0, command, n) for command in (0.5, 1.5)] == [530, 590]


def test_who_is_commanded_by_the_practised_rests_faster() -> None:
    """TASK-3: a body that runs operations brings its own formations, and those under it, to readiness sooner; a nation's are as ever."""
    found = []
    for crisis in (100, 900):
        small = garrison(Unit(EST, 0, readiness=300), Unit(EST, 0, readiness=300))
        small.state.formations[1].command = 0
        small.state.bodies[0].crisis_task = crisis
        for book in small.world.order_of_battle:
            book.readiness = 800
        week(small)
        found.append([int(unit.readiness) for unit in small.state.formations])
    (nation, slow), (again, fast) = found
    assert nation == again
    assert slow < nation < fast


def test_forces_held_back_do_not_rest() -> None:
    """UPKEEP-2: what restraint takes stays taken while it is in force: the members' forces rest, but for those it binds."""
    small = garrison(Unit(EST, 0, readiness=500), Unit(GBR, 1, readiness=500))
    text = small.state.texts[0]
    text.alive, text.body, text.measure, text.ambition, text.backing, text.until = 1, 0, 0, 1, 1000, 70
    small.world.measures[0].effects = 1
    small.world.effects[0].code = Effect.RESTRAIN
    small.world.effects[0].size_1 = 10
    small.state.members[0, GBR].joined = 0
    for book in small.world.order_of_battle:
        book.readiness = 800
    week(small)
    assert [int(unit.readiness > 500) for unit in small.state.formations] == [0, 1]


def test_build_up() -> None:
    """UPKEEP-3: to the target, and not below what there is."""
    built, n = bare(upkeep.built_up), war_numbers()
    assert built(300, 1000, n) == 300 + n.build_standing
    assert built(995, 1000, n) == 1000
    assert built(1200, 1000, n) == 1200
    small = garrison(Unit(at=0, strength=300, body=0, shares=((GBR, 1000),)))
    small.state.formations[0].target = 1000
    for _ in range(10):
        week(small)
    assert small.state.formations[0].strength == 1000


def test_replacements() -> None:
    """UPKEEP-6: sooner for one's own soil, as far as the economy stands above exhaustion."""
    sent, n = bare(upkeep.replacements), war_numbers()
    assert sent(0, 1000, n) == n.build_national
    assert sent(1, 1000, n) == n.build_homeland
    assert sent(1, 750, n) == 23
    assert sent(1, int(n.exhausted), n) == sent(1, 0, n) == 0
    assert sent(0, 1200, n) == n.build_national


def test_a_ruined_state_sends_nobody() -> None:
    """UPKEEP-6: the same formation grows in a state that can pay, and not in one that cannot."""
    for economy, grown in ((1000, 315), (500, 300)):
        small = garrison(Unit(EST, 0, strength=300))
        small.state.formations[0].target, small.state.countries[EST].economy = 1000, economy
        week(small)
        assert small.state.formations[0].strength == grown


def test_release() -> None:
    """UPKEEP-4: back under national command on the day, its path given up, told once."""
    assert bare(upkeep.is_released)(0, 28, 28)
    assert not bare(upkeep.is_released)(0, 28, 27)
    assert not bare(upkeep.is_released)(0, -1, 99)
    assert not bare(upkeep.is_released)(-1, 28, 99)
    small = garrison(Unit(GBR, 0, path=(1,)))
    small.state.formations[0].command, small.state.formations[0].release_day = 0, 7
    week(small)
    week(small)
    assert small.state.formations[0].command == -1
    assert small.state.legs[0, 0].to == -1
    assert notes_of(small.record, Note.TRANSFER) == [(0, 0, 0, 0, 0, 0, 0)]


def test_the_tripwire_fades() -> None:
    """UPKEEP-5: a twentieth a week."""
    assert bare(upkeep.tripwire_after)(1000, war_numbers()) == 950
    small = garrison()
    small.state.members[0, GBR].tripwire = 400
    week(small)
    assert small.state.members[0, GBR].tripwire == 380


def test_peace_feeds_and_hunger_wastes() -> None:
    """SUPPLY-3 and 4 by the week: in peace supply comes back; before it does, the starving lose strength."""
    small = garrison(Unit(EST, 0, supply=0, strength=1000))
    small.world.war_numbers[0].catch_up = 0.01
    week(small)
    lost = 1000 - small.state.formations[0].strength
    assert 0 < lost < 40
    assert small.state.countries[EST].losses == lost
    assert small.state.formations[0].supply > 0

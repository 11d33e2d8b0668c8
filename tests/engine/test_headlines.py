"""Headlines: what weighs most with a seat comes first, by a rule that reads only what the seat heard."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.played import Played
from wargame.engine.account import account
from wargame.engine.compile import Compiled
from wargame.engine.headlines import LEAST, MOST, Headlines, weight
from wargame.engine.interests import EVERYBODY, Interests, Nearness, interests_of
from wargame.engine.matters import Matter, Story, ground_of, stories
from wargame.engine.months import months
from wargame.engine.narrate import may_know
from wargame.engine.observe import observe
from wargame.model import events as ev
from wargame.model.codes import MeasureKind

ALL = ("nato", "eu", "russia")
FIRST_DAY = 738156
DAYS = 28


@pytest.fixture
def headlines(start: Compiled) -> Headlines:
    """Of first steps."""
    return Headlines(start.world, start.names, FIRST_DAY)


@pytest.fixture
def interests(start: Compiled) -> Interests:
    """NATO's on the first day."""
    return interests_of(observe(start.world, start.state, start.names, start.names.bodies.row("nato")))


def gained(place: str, holder: str, before: str, day: int = 9) -> ev.ControlChanged:
    """Land in other hands."""
    return ev.ControlChanged(day=day, known_to=ALL, place=place, holder=holder, before=before)


def tabled(measure: str, against: str = "RUS") -> ev.Tabled:
    """A draft of NATO."""
    return ev.Tabled(
        day=0, known_to=ALL, body="nato", measure=measure, ambition=2, cost=0, against=against, helps=None, on=None
    )


def said(member: str, position: str, ambition: int = 2) -> ev.PositionTaken:
    """A member's position on attribution."""
    return ev.PositionTaken(
        day=0,
        known_to=ALL,
        body="nato",
        member=member,
        measure="attribute",
        ambition=ambition,
        position=position,
        support=0,
        terms={},
    )


def decided(verdict: str, ambition: int = 2) -> ev.DraftDecided:
    """What became of attribution."""
    return ev.DraftDecided(
        day=0, known_to=ALL, body="nato", measure="attribute", on=None, verdict=verdict, ambition=ambition, price=0
    )


def words(headlines: Headlines, events: Iterable[ev.Event], interests: Interests = EVERYBODY) -> list[str]:
    """The sentences."""
    return [headline.words for headline in headlines.of(events, interests)]


def test_a_war_goes_before_land_and_land_before_texts(headlines: Headlines, interests: Interests) -> None:
    """By the weight of their kinds, where all are equally near; no more than a few are told."""
    events: list[ev.Event] = [
        tabled("attribute"),
        decided("adopted"),
        gained("EE-TART", "RUS", "EST"),
        ev.WentToWar(day=5, known_to=ALL, attacker="RUS", victim="EST"),
        ev.GovernmentChanged(day=9, known_to=ALL, country="EST", outlook=0, elected=False),
    ]
    found = words(headlines, events, interests)
    assert len(found) == MOST
    assert found[0] == "WAR: Russia goes to war with Estonia."
    assert found[1].startswith("The front moves: Russia takes Southern Estonia from Estonia")


@pytest.mark.parametrize(
    ("states", "body", "near"),
    [
        ({"EST"}, "", Nearness.OWN),
        ({"FIN"}, "", Nearness.FAR),
        (set(), "nato", Nearness.OWN),
        ({None}, "eu", Nearness.FAR),
    ],
)
def test_what_is_near_weighs_more(interests: Interests, states: set[str | None], body: str, near: Nearness) -> None:
    """A matter weighs what its kind weighs, times how near it is: its own members and its own council the most."""
    story = Story(Matter.GOVERNMENT, [decided("adopted")], states, body)
    assert weight(story, interests) == Matter.GOVERNMENT.value * near // 100
    assert weight(story, EVERYBODY) == Matter.GOVERNMENT.value


def test_who_is_at_war_with_ones_own_is_near(war: Played) -> None:
    """Whoever it is: by the table of wars."""
    state = war.session.state
    view = observe(war.world, state, war.names, war.names.bodies.row("nato"))
    assert interests_of(view).of_states(["RUS"]) is Nearness.CONCERNED


def test_land_that_is_retaken_is_no_news(headlines: Headlines) -> None:
    """The month is told by what is otherwise at its end."""
    assert words(headlines, [gained("EE-TART", "RUS", "EST"), gained("EE-TART", "EST", "RUS", 12)]) == []


def test_a_front_is_told_once_with_its_way_to_the_capital(headlines: Headlines, start: Compiled) -> None:
    """Places gained of one state together, and how far the nearest is from its capital over the ways of the map; freed land apart."""
    names, world = start.names, start.world
    taken = words(headlines, [gained("EE-TART", "RUS", "EST")])
    first, count = (
        world.regions[names.places.row("EE-TART")].first_edge,
        world.regions[names.places.row("EE-TART")].edges,
    )
    goal = names.places.row("EE-TALL")
    km = next(int(world.edges[k].km) for k in range(first, first + count) if world.edges[k].end == goal)
    assert taken == [f"The front moves: Russia takes Southern Estonia from Estonia, {km} km from Northern Estonia."]
    assert words(headlines, [gained("EE-TART", "EST", "RUS")]) == ["The front moves: Estonia frees Southern Estonia."]


def test_a_capital_falls_and_is_free_again(headlines: Headlines) -> None:
    """It is no place like others."""
    fallen = words(headlines, [gained("EE-TART", "RUS", "EST"), gained("EE-TALL", "RUS", "EST")])
    assert fallen[0] == "The capital of Estonia falls: Russia holds Northern Estonia."
    freed = words(headlines, [gained("EE-TALL", "EST", "RUS")])
    assert freed == ["The capital of Estonia is free again: it holds Northern Estonia."]


def test_a_text_is_told_with_who_broke_it(headlines: Headlines) -> None:
    """By its last reading: whoever objected to the first and not to the second broke nothing."""
    first = [tabled("attribute"), said("USA", "objects"), said("DEU", "objects"), decided("blocked")]
    assert words(headlines, first) == [
        'NATO fails to adopt "Attribution", concerning Russia: United States, Germany stand against it.'
    ]
    again = [*first, said("USA", "objects", 1), said("DEU", "silent", 1), decided("blocked", 1)]
    assert words(headlines, again) == [
        'NATO fails to adopt "Attribution", concerning Russia: the United States stands against it.'
    ]
    carried = [*first, said("USA", "silent", 1), decided("adopted", 1)]
    assert words(headlines, carried) == ['NATO adopts "Attribution" at ambition 1, concerning Russia.']


def test_an_attack_that_begins_a_war_is_told_once(headlines: Headlines, interests: Interests) -> None:
    """Not as an incident too, nor as each of its blows; a blow in a war that goes on is no more than an act."""
    blow = ev.IncidentHappened(
        day=8, known_to=ALL, victim="EST", author="RUS", place="EE-TART", kind="armed_attack", severity=5
    )
    again = blow.model_copy(update={"day": 10})
    later = blow.model_copy(update={"day": DAYS + 3})
    war = ev.WentToWar(day=0, known_to=ALL, attacker="RUS", victim="EST")
    assert words(headlines, [war, blow, again]) == ["WAR: Russia goes to war with Estonia."]
    ((_first, attack, _told), (_second, act, _more)) = headlines.by_turn([blow, again, later], DAYS, interests)
    assert [headline.weight for headline in attack] == [Matter.ATTACK.value * Nearness.OWN // 100]
    assert [headline.weight for headline in act] == [Matter.ACT.value * Nearness.OWN // 100]


def test_what_headed_the_page_of_a_break_does_not_head_the_next(headlines: Headlines, interests: Interests) -> None:
    """The attack is told at the break; at the end of the turn the front is, and in a turn without a break all of it."""
    blow = ev.IncidentHappened(
        day=8, known_to=ALL, victim="EST", author="RUS", place="EE-TART", kind="armed_attack", severity=5
    )
    stop = ev.ResolutionBroke(day=8, known_to=ALL, why="invasion", author="RUS", victim="EST", place=None)
    later = [gained("EE-TART", "RUS", "EST", 12), gained("PL-SUWA", "RUS", "EST", 15)]
    heard = [blow, stop, *later]
    at_break = headlines.of_page([blow, stop], [blow, stop], DAYS, interests)
    at_end = headlines.of_page(heard, later, DAYS, interests)
    assert [headline.event for headline in at_break] == [blow]
    assert [headline.event for headline in at_end] == [later[-1]]
    whole = headlines.of_page(heard, heard, DAYS, interests)
    assert [headline.words for headline in whole] == [each.words for each in (*at_break, *at_end)]


def test_a_front_on_which_much_moves_goes_before_elections(headlines: Headlines, interests: Interests) -> None:
    """In a war that concerns the seat, though the election is one of its own members'."""
    concerned = Interests(interests.body, interests.own - {"EST"}, frozenset({"RUS", "EST"}))
    election = ev.GovernmentChanged(day=2, known_to=ALL, country="LVA", outlook=0, elected=True)
    moves = [gained(place, "RUS", "EST") for place in ("EE-TART", "PL-SUWA")]
    assert words(headlines, [election, *moves], concerned)[0].startswith("The front moves")
    assert words(headlines, [election, moves[0]], concerned)[1].startswith("The front moves")


def test_sanctions_that_run_out_make_a_headline_below_wars_and_fronts(
    headlines: Headlines, interests: Interests, start: Compiled
) -> None:
    """Above a text adopted; other texts run out without one."""
    kinds = ground_of(start.world, start.names).kinds
    sanctions = next(measure for measure, kind in kinds.items() if kind is MeasureKind.SANCTIONS)
    other = next(measure for measure, kind in kinds.items() if kind is MeasureKind.READINESS)
    ended = ev.TextEnded(day=20, known_to=ALL, body="nato", measure=sanctions)
    silent = ended.model_copy(update={"measure": other})
    events = [tabled("attribute"), decided("adopted"), gained("EE-TART", "RUS", "EST"), ended, silent]
    found = words(headlines, events, interests)
    assert found[0].startswith("The front moves")
    assert found[1].endswith("runs out.")
    assert words(headlines, [silent], interests) == []


def test_what_a_seat_may_not_know_makes_no_headline(war: Played, headlines: Headlines) -> None:
    """Neither in words, nor by pushing another off: the headlines are those of a world without it."""
    for seat in ALL:
        view = observe(war.world, war.session.state, war.names, war.names.bodies.row(seat))
        near = interests_of(view)
        for _turn, told in months(war.session.events, DAYS):
            heard = [event for event in told if may_know(event, seat)]
            assert headlines.of(told, near) == headlines.of(heard, near)


def test_amounts_that_members_keep_do_not_rank(war: Played, headlines: Headlines, interests: Interests) -> None:
    """Supports and terms may be anything."""

    def blank(event: ev.Event) -> ev.Event:
        return event.model_copy(update={"support": 0, "terms": {}}) if isinstance(event, ev.PositionTaken) else event

    for _turn, told in months(war.session.events, DAYS):
        assert words(headlines, told, interests) == words(headlines, map(blank, told), interests)


def test_every_story_of_a_war_has_words(war: Played, peace: Played, headlines: Headlines) -> None:
    """Whatever is heavy enough is told in a sentence."""
    for game in (war, peace):
        for _turn, told in months(game.session.events, DAYS):
            found = headlines.sentences(told)
            assert len(found) == len(stories(told, ground_of(game.world, game.names)))
            assert all(sentence.endswith(".") for sentence in found)
            assert all(headline.weight >= LEAST for headline in headlines.of(told, EVERYBODY))


def test_months_hold_every_event_once(war: Played) -> None:
    """In their order; what closes a turn on the day on which the next begins is told with the turn that is over."""
    found = list(months(war.session.events, DAYS))
    assert [event for _turn, told in found for event in told] == war.session.events
    turns = [turn for turn, _told in found]
    assert turns == sorted(set(turns))
    close = ev.TextEnded(day=DAYS, known_to=ALL, body="nato", measure="attribute")
    ((first, of_first), (second, of_second)) = months(
        [decided("adopted"), close, tabled("attribute").model_copy(update={"day": DAYS})], DAYS
    )
    assert (first, len(of_first), second, len(of_second)) == (0, 2, 1, 1)


def test_an_emergency_session_on_the_last_day_is_told_with_its_turn() -> None:
    """Until the next briefing: the caucus that follows it on the same day opens the next turn."""
    stop = ev.ResolutionBroke(day=DAYS, known_to=ALL, why="invasion", author="RUS", victim="EST", place=None)
    income = ev.Told(day=DAYS, known_to=ALL, note="income", who="nato", whom=None, first=0, second=0)
    draft = tabled("attribute").model_copy(update={"day": DAYS})
    found = list(months([decided("adopted"), stop, draft, income, draft], DAYS))
    assert [(turn, len(told)) for turn, told in found] == [(0, 4), (1, 1)]


def test_the_account_opens_each_turn_with_its_headlines(war: Played, headlines: Headlines) -> None:
    """The same words as elsewhere, before the days."""
    lines = list(account(war.world, war.names, war.session.events))
    first = next(told for _turn, told in months(war.session.events, DAYS))
    expected = [f"  * {sentence}" for sentence in words(headlines, first)]
    assert lines[0].startswith("=== Turn 1")
    assert lines[1 : 1 + len(expected)] == expected
    assert lines[1 + len(expected)].startswith("== ")

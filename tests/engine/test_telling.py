"""Lines of the log: runs are folded, a draft that is read again is told of, and formations have no number."""

from collections.abc import Sequence

import pytest

from wargame.engine.compile import Compiled
from wargame.engine.manner import manners_of
from wargame.engine.telling import Telling
from wargame.model import events as ev

ALL = ("nato", "eu", "russia")


@pytest.fixture
def telling(start: Compiled) -> Telling:
    """Of first steps."""
    return Telling(start.names, 738156, manners_of(start.world, start.names))


def passed(units: Sequence[str], weeks: int = 4) -> list[ev.Event]:
    """Transfers of authority."""
    return [
        ev.Transferred(day=3, known_to=ALL, formation=unit, body="nato", place=None, given=True, weeks=weeks)
        for unit in units
    ]


def position(ambition: int, said: str) -> ev.PositionTaken:
    """What Estonia says of open channels."""
    return ev.PositionTaken(
        day=0,
        known_to=ALL,
        body="nato",
        member="EST",
        measure="open_channels",
        ambition=ambition,
        position=said,
        support=-800,
        terms={"threat": -900, "solidarity": 100},
    )


def decided(verdict: str, ambition: int) -> ev.DraftDecided:
    """What became of it."""
    return ev.DraftDecided(
        day=0, known_to=ALL, body="nato", measure="open_channels", on=None, verdict=verdict, ambition=ambition, price=0
    )


def test_a_run_is_one_line_with_count_and_names(telling: Telling, start: Compiled) -> None:
    """Transfers to one command for one time; another time or another event begins anew."""
    units = start.names.formations.ids[:4]
    titles = start.names.formations.titles[:4]
    between = ev.GovernmentChanged(day=3, known_to=ALL, country="EST", outlook=0, elected=False)
    lines = [line for _day, line in telling.lines([*passed(units[:3]), between, *passed(units[3:])])]
    assert lines[0] == f"Transfer of authority to NATO for 4 weeks: 3 ({', '.join(titles[:3])})."
    assert lines[1] == "The government of Estonia falls."
    assert lines[2] == f"Transfer of authority to NATO for 4 weeks: {titles[3]}."
    assert len(telling.lines([*passed(units[:2], 4), *passed(units[2:], 5)])) == 2


def test_a_draft_that_is_read_again_is_told_of(telling: Telling) -> None:
    """Between the verdict on the first reading and the positions of the second, though nobody speaks in it."""
    events = [position(2, "objects"), decided("blocked", 2), position(1, "silent"), decided("adopted", 1)]
    lines = [line for _day, line in telling.lines(events)]
    assert lines == [
        "Estonia breaks silence: it feels too threatened for it.",
        '"Open channels" is blocked.',
        "NATO redrafts at ambition 1.",
        '"Open channels" is adopted.',
    ]
    apart = [each.line for each in telling.told(events[2:], events[1])]
    assert apart == lines[2:]


def test_the_other_council_is_announced(telling: Telling) -> None:
    """Where two councils must agree, what the first agreed is read in the second; what a delegate paid stands between."""
    first, second = position(1, "silent"), position(1, "silent").model_copy(update={"body": "eu"})
    paid = ev.DelegateDeparted(day=0, known_to=ALL, member="EST", body="eu", measure="open_channels", cost=20, left=480)
    events = [first, decided("agreed", 1), paid, second, decided("adopted", 1)]
    lines = [line for _day, line in telling.lines(events)]
    assert lines == [
        '"Open channels" is agreed; the other council is heard.',
        'The delegate of Estonia departs from its line on "Open channels" in European Union: 2 % of support lost, 48 % left.',
        "European Union is heard on it.",
        '"Open channels" is adopted.',
    ]


def test_members_that_say_the_same_are_told_together(telling: Telling) -> None:
    """In one reading of one draft, with their number and names; another reason or position is another line."""
    first = position(1, "objects")
    others = [first.model_copy(update={"member": member}) for member in ("LVA", "POL")]
    apart = position(1, "reserved").model_copy(update={"member": "DEU"})
    lines = [line for _day, line in telling.lines([first, apart, *others, decided("blocked", 1)])]
    assert lines[0] == "3 break silence: Estonia, Latvia, Poland: each feels too threatened for it."
    assert lines[1] == "Germany records a reservation: it feels too threatened for it."
    assert len(lines) == 3


def answered(member: str, size: int, term: str, place: str = "EE-TALL") -> ev.RequestAnswered:
    """What a member says when it is asked for forces: it gives them where the one term speaks for it."""
    return ev.RequestAnswered(
        day=0, known_to=ALL, member=member, body="nato", place=place, gives=size > 0, value=size, terms={term: size}
    )


def test_members_that_answer_a_request_alike_are_told_together(telling: Telling) -> None:
    """One answer, one place and one reason are one line, though others spoke between; a member asked twice is named once."""
    refusals = [answered(member, -400, "risk") for member in ("DEU", "LVA", "POL", "DEU")]
    lines = [line for _day, line in telling.lines([*refusals[:2], answered("LTU", -400, "cost"), *refusals[2:]])]
    assert len(lines) == 2
    assert lines[0] == "3 refuse forces for Northern Estonia: Germany, Latvia, Poland: each fears escalation."
    assert lines[1].startswith("Lithuania refuses forces for Northern Estonia")
    apart = [answered("DEU", -400, "risk"), answered("POL", 400, "risk"), answered("LVA", -400, "risk", "LV-RIGA")]
    assert len(telling.lines(apart)) == len(apart)


def test_formations_of_any_number_have_the_same_words(telling: Telling, start: Compiled) -> None:
    """A title such as 56th / 59th Brigades stands in sentences that do not bend."""
    unit, title = start.names.formations.ids[0], start.names.formations.titles[0]
    place, town = start.names.places.ids[0], start.names.places.titles[0]
    back = ev.FormationMoved(day=1, known_to=ALL, formation=unit, place=place, how="retreat")
    assert telling.line(back) == f"{title} must fall back to {town}."


def test_who_calls_forces_home_is_named_with_all_of_them(telling: Telling, start: Compiled) -> None:
    """Recalls of one state from one body are one line; those of another state another."""
    units, titles = start.names.formations.ids[:3], start.names.formations.titles[:3]
    told = [
        ev.Recalled(day=3, known_to=ALL, formation=unit, member=state, body="nato", place=None, weeks=4)
        for unit, state in zip(units, ("USA", "USA", "EST"), strict=True)
    ]
    lines = [line for _day, line in telling.lines(told)]
    assert lines == [
        f"The United States calls home from NATO, in 4 weeks: 2 ({titles[0]}, {titles[1]}).",
        f"Estonia calls home from NATO, in 4 weeks: {titles[2]}.",
    ]

"""Whose ground is whose, as counters see it."""

import numpy as np
import pytest

from tests.ui.map.maps import WAR, board, position, view
from wargame.ui.map.camps import Hue
from wargame.ui.map.holdings import Holdings
from wargame.ui.map.situation import Situation

KYIV, WARSAW, MINSK = "UA-KYIV", "PL-WARS", "BY-MINS"


@pytest.fixture
def moment(screen: None) -> Situation:
    """The war."""
    return position(WAR)[1]


@pytest.fixture
def ground(moment: Situation) -> Holdings:
    """Its ground."""
    return Holdings(board("invasion_2022"), view("invasion_2022").mosaic, moment)


def middle(place: str) -> tuple[float, float]:
    """Of a region."""
    return board("invasion_2022").sites[place].anchor_km


def test_those_who_defend_together_are_one_side(ground: Holdings, moment: Situation) -> None:
    """Members of two councils are no strangers on land of members of one; a leadership is."""
    sides = {camp.hue: ground.side_of(camp) for camp in moment.camps.all}
    assert sides[Hue.COUNCIL] == sides[Hue.COUNCILS] == sides[Hue.SECOND_COUNCIL]
    assert len({sides[hue] for hue in (Hue.COUNCIL, Hue.LEADERSHIP, Hue.SECOND_LEADERSHIP, Hue.NEUTRAL)}) == 4


def test_land_of_others_is_foreign_but_for_where_one_stands(ground: Holdings, moment: Situation) -> None:
    """An attacker's counter may stand where he does; the sea is nobody's."""
    sites = board("invasion_2022").sites
    side = ground.side_of(moment.camp_of["RUS"])
    held = next(place for place, holder in moment.holder.items() if holder == "UKR")
    own = next(place for place, holder in moment.holder.items() if holder == "RUS" and sites[place].polygons)
    sea = next(place for place in sites if ground.is_sea(place))
    assert ground.is_foreign(side, middle(held), ())
    assert not ground.is_foreign(side, middle(held), (held,))
    assert not ground.is_foreign(side, middle(own), ())
    assert not ground.is_foreign(side, middle(sea), ())
    assert not ground.is_foreign(side, (-1.0, -1.0), ())


def test_what_a_rectangle_lies_on(ground: Holdings, moment: Situation) -> None:
    """All foreign deep in another's land, none in one's own."""
    x, y = middle(next(place for place, holder in moment.holder.items() if holder == "UKR"))
    corners, ends = np.array([[x - 10], [y - 10]]), np.array([[x + 10], [y + 10]])
    assert ground.cover(ground.side_of(moment.camp_of["RUS"]), corners, ends).foreign[0] > 0.9
    cover = ground.cover(ground.side_of(moment.camp_of["UKR"]), corners, ends)
    assert cover.foreign[0] < 0.1
    assert cover.land[0] > 0.9


def test_places_hang_together_on_one_land_alone(ground: Holdings, moment: Situation) -> None:
    """Not across a border, a front or a sea."""
    sheet = board("invasion_2022")
    german = [place for place, holder in moment.holder.items() if holder == "DEU" and sheet.sites[place].polygons]
    polish = [place for place, holder in moment.holder.items() if holder == "POL" and sheet.sites[place].polygons]
    assert any(ground.hang_together(german[0], other, sheet) for other in german[1:])
    assert not any(ground.hang_together(one, other, sheet) for one in german for other in polish)
    russian = [place for place, holder in moment.holder.items() if holder == "RUS" and sheet.sites[place].polygons]
    assert not any(ground.hang_together("RU-KALI", other, sheet) for other in russian if other != "RU-KALI")
    sea = next(place for place in sheet.sites if ground.is_sea(place))
    assert not ground.hang_together(sea, sea, sheet)

"""Nothing overlaps and nothing is clipped: held for every size, zoom and overlay by the rectangles themselves."""

from itertools import combinations

import numpy as np
import pygame
import pytest

from tests.ui.map.maps import SIZES, ZOOMS, compiled, look, view
from tests.ui.vision import contrast
from wargame.ui.map.board import Shape
from wargame.ui.map.boxes import NAME_SIZE, short_title
from wargame.ui.map.fonts import Weight
from wargame.ui.map.furniture import Dress
from wargame.ui.map.panels import Fold, Kit
from wargame.ui.map.placing import FIRST_ROWS, Rect, Room, centred
from wargame.ui.map.view import MapView
from wargame.ui.map.watermarks import lands_of

WHERE = {1.0: None, 2.0: "DE-BERL", 4.0: "UA-KYIV"}
BOXES_AT_LEAST = 3
LARGE_SHARE = 0.06  # of a window, of land of which one asks whose it is
LARGE_PX2 = 120.0**2  # of land of which one asks whose it is


def rectangles(shown: MapView) -> list[tuple[str, Rect]]:
    """All that is drawn on the map and round it, in the window."""
    panels = [(f"panel {number}", panel.rect) for number, panel in enumerate(shown.panels())]
    docked = {pair for panel in shown.panels() for pair in panel.stacks}
    cards = [(f"card {p.stack.units[0].id}", r) for p, r in shown.visible_stacks() if (p, r) not in docked]
    return panels + cards + [(f"name {text}", rect) for text, rect in shown.visible_labels()]


def standing() -> list[str]:
    """The formations that exist; others are raised by a decision."""
    start = compiled("invasion_2022")
    return [name for row, name in enumerate(start.names.formations.ids) if start.state.formations[row].alive]


def overlapping(rects: list[tuple[str, Rect]]) -> list[tuple[str, str]]:
    """Pairs that have more than an edge in common."""
    return [(one, other) for (one, a), (other, b) in combinations(rects, 2) if a.meets(b)]


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("overlay", ["political", "supply"])
def test_nothing_overlaps_and_nothing_is_clipped(size: tuple[int, int], overlay: str) -> None:
    """Cards, names and panels, at three zooms."""
    shown = view("invasion_2022", size, overlay)
    window = Rect(0, 0, *size)
    for zoom in ZOOMS:
        shown.camera = look(shown, zoom, WHERE[zoom])
        rects = rectangles(shown)
        assert len(rects) > 40
        assert overlapping(rects) == []
        assert [name for name, rect in rects if not window.holds(rect)] == []


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("overlay", ["political", "threat:UKR"])
@pytest.mark.parametrize("zoom", ZOOMS)
def test_no_name_lies_on_the_disc_of_a_place(zoom: float, overlay: str) -> None:
    """Nor on a box, whether states are named or regions."""
    shown = view("invasion_2022", overlay=overlay)
    shown.camera = look(shown, zoom)
    markers, labels = shown.scene().markers.things, shown.scene().labels.things
    assert [(label.text, m.site.id) for label in labels for m in markers if label.rect.meets(m.rect)] == []


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize(("overlay", "zoom"), [("threat:UKR", 1.0), ("supply", 2.0), ("political", 2.0)])
def test_names_stand_out_from_the_ground_they_lie_on(overlay: str, zoom: float) -> None:
    """On dark land the letters are light: they stand out more than the other way round."""
    shown = view("invasion_2022", overlay=overlay)
    shown.camera = look(shown, zoom)
    washes, found = shown.shown.picture.washes, set()
    for label in shown.scene().labels.things:
        x, y = (side / shown.camera.scale for side in label.rect.centre)
        wash = washes.get(shown.mosaic.place_at(x, y) or "")
        if wash is not None:
            assert label.style.rim is not None
            assert contrast(label.style.colour, wash.fill) >= contrast(label.style.rim, wash.fill), label.text
            found.add(label.style.colour)
    assert shown.palette.name in found
    assert (shown.palette.name_rim in found) == (overlay != "political")


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("zoom", [*ZOOMS, 8.0])
def test_every_formation_is_on_one_card(zoom: float) -> None:
    """Far off they share cards, near by each place has its own; none is lost."""
    shown = view("invasion_2022")
    shown.camera = look(shown, zoom)
    cards = shown.scene().cards.things
    units = [unit.id for placed in cards for unit in placed.stack.units]
    assert sorted(units) == sorted(standing())
    assert all(placed.look.number == len(placed.stack.units) for placed in cards)
    assert all(unit.camp == placed.stack.camp for placed in cards for unit in placed.stack.units)


@pytest.mark.usefixtures("screen")
def test_boxes_hold_their_cards_and_lie_apart() -> None:
    """At the smallest size, where there is least room."""
    shown = view("invasion_2022")
    shown.camera = look(shown, 1.0)
    boxes = {m.site.id: m.rect for m in shown.scene().markers.things if m.site.shape is Shape.BOX}
    assert len(boxes) > BOXES_AT_LEAST
    assert overlapping(list(boxes.items())) == []
    for placed in shown.scene().cards.things:
        place = placed.stack.units[0].place
        if place in boxes:
            assert boxes[place].holds(placed.rect), place
        else:
            assert not any(box.meets(placed.rect) for box in boxes.values())


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_no_box_lies_on_land_that_is_played(size: tuple[int, int]) -> None:
    """On the whole sheet, where boxes are enlarged, the Azores leave Portugal in view; and they keep the room of their name."""
    shown = view("invasion_2022", size)
    shown.camera = look(shown, 1.0)
    sites, scale = shown.board.sites, shown.camera.scale
    for marker in shown.scene().markers.things:
        if marker.site.shape is not Shape.BOX:
            continue
        box = marker.rect
        across, down = np.arange(box.left, box.right, 2.0), np.arange(box.top, box.bottom, 2.0)
        under = {shown.mosaic.place_at(x / scale, y / scale) for x in across for y in down} - {None}
        assert {place for place in under if place and sites[place].shape is Shape.LAND} == set(), marker.site.id
        assert box.width >= Kit(shown.ui, shown.palette).wide(short_title(marker.site), NAME_SIZE, Weight.STRONG)


@pytest.mark.usefixtures("screen")
def test_far_off_states_are_named_and_near_by_regions_too() -> None:
    """Near by the state in large capitals, and the seas always."""
    shown = view("invasion_2022", (1920, 1080))
    shown.camera = look(shown, 1.0)
    far = {text for text, _ in shown.visible_labels()}
    assert {"Germany", "Poland", "Ukraine", "Russia", "Türkiye", "NORWEGIAN SEA"} <= far
    shown.camera = look(shown, 4.0, "UA-KYIV")
    near = {text for text, _ in shown.visible_labels()}
    assert {"Kyiv", "Dnipro"} <= near
    assert {"UKRAINE", "BELARUS", "RUSSIA"} <= near
    assert near.isdisjoint({"Ukraine", "Belarus"})


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("zoom", [2.0, 4.0, 8.0])
def test_one_sees_at_every_zoom_whose_land_it_is(zoom: float) -> None:
    """On nearly all land that hangs together and is not tiny stands the name of its state, in full or by three letters."""
    shown = view("invasion_2022", (1920, 1080))
    shown.camera = look(shown, zoom, "UA-KYIV")
    states, scale = shown.shown.situation.states, shown.camera.scale
    said = [
        (label.text, shown.mosaic.place_at(*(side / scale for side in label.rect.centre)))
        for label in shown.scene().labels.things
    ]
    sites, told, untold = shown.board.sites, [], []
    for state, places in lands_of(shown.board):
        if sum((2 * sites[place].radius_km * scale) ** 2 for place in places) > LARGE_PX2:
            names = {states[state], states[state].upper(), state}
            found = any(text in names and place in places for text, place in said)
            (told if found else untold).append(state)
    assert len(told) > 12
    assert len(untold) <= 0.1 * len(told), untold


@pytest.mark.usefixtures("screen")
@pytest.mark.parametrize("place", ["UA-DNIP", "PL-LUBL", "EE-TALL", "DE-LEIP", "GR-THES"])
def test_in_any_window_the_name_of_land_is_in_view(place: str) -> None:
    """Where the land goes on beyond the edge, a spare name stands in; of no land is a spare one seen beside another."""
    shown = view("invasion_2022")
    shown.camera = look(shown, 4.0, place)
    scene = shown.scene()
    numbers = scene.names(shown.camera, [panel.rect for panel in shown.panels()])
    labels = [scene.labels.things[number] for number in numbers]
    told = {label.land for label in labels} - {""}
    spare = [label.spare_for for label in labels if label.spare_for]
    assert told.isdisjoint(spare)
    assert len(spare) == len(set(spare))
    named = {label.text for label in labels}
    for state, places in lands_of(shown.board):
        name = shown.shown.situation.states[state]
        if _seen(shown, places) > LARGE_SHARE:
            assert {places[0]} & {*told, *spare} or name in named, state


@pytest.mark.usefixtures("screen")
def test_to_ask_for_ground_builds_nothing() -> None:
    """While a look is worked out beside, the pointer goes on asking what is under it: nobody waits for that."""
    shared = view("invasion_2022")
    shown = MapView(shared.board, shared.shown, (1280, 720), 1.0, shared.palette)
    shown.camera = look(shown, 4.0, "UA-KYIV")
    assert not shown.has_scene()
    area = shown.camera.area
    assert shown.ground_at(area.x + area.width / 2, area.y + area.height / 2) == "UA-KYIV"
    assert not shown.has_scene()


def _seen(shown: MapView, places: tuple[str, ...]) -> float:
    """The share of a window that land takes which no panel covers."""
    panels, area = [panel.rect for panel in shown.panels()], shown.camera.area
    spots = [(x, y) for x in range(8, 1280, 16) for y in range(area.y + 8, 720, 16)]
    free = [spot for spot in spots if not any(panel.holds(centred(*spot, 1, 1)) for panel in panels)]
    return sum(shown.ground_at(*spot) in places for spot in free) / len(spots)


@pytest.mark.usefixtures("screen")
def test_near_by_the_figures_of_states_stand_in_every_part_of_their_land() -> None:
    """Of what one sees, one sees how threatening it is: of Russia in the east, in the north and in Kaliningrad."""
    shown = view("invasion_2022", (1920, 1080), "threat:UKR")
    shown.camera = look(shown, 4.0, "LT-VILN")
    figure = shown.shown.picture.state_figures["RUS"]
    spots = [label.rect.centre for label in shown.scene().labels.things if figure in label.text]
    places = {shown.mosaic.place_at(x / shown.camera.scale, y / shown.camera.scale) for x, y in spots}
    assert "RU-KALI" in places
    assert len(places) > 4


@pytest.mark.usefixtures("screen")
def test_dots_and_names_of_towns_come_as_one_comes_nearer() -> None:
    """None far off; near by a dot where the town lies, and its name where its region has another one."""
    shown = view("invasion_2022", (1920, 1080))
    shown.camera = look(shown, 2.0)
    assert shown.scene().towns.things == []
    shown.camera = look(shown, 6.0, "RU-KARE")
    scene, site = shown.scene(), shown.board.sites["RU-KARE"]
    assert site.town is not None
    x, y = (side * shown.camera.scale for side in site.town.at_km)
    assert any(rect.holds(centred(x, y, 1, 1)) for rect in scene.towns.things)
    texts = [label.text for label in scene.labels.things]
    assert "Petrozavodsk" in texts
    assert texts.count("Kyiv") == 1
    for rect in scene.towns.things:
        assert not any(label.rect.meets(rect) for label in scene.labels.things)


@pytest.mark.usefixtures("screen")
def test_most_states_are_named_on_the_whole_sheet() -> None:
    """Names are left out where there is no room, but that is the exception: 43 states have ground."""
    shown = view("invasion_2022", (1920, 1080))
    shown.camera = look(shown, 1.0)
    states = {site.home for site in shown.board.sites.values() if site.shape is Shape.LAND}
    named = [label.text for label in shown.scene().labels.things if not label.text.isupper() or len(label.text) == 3]
    assert len(named) >= 0.8 * len(states)


@pytest.mark.usefixtures("screen")
def test_a_stack_opens_into_its_formations() -> None:
    """Each with its card and name, inside the map; it closes again."""
    shown = view("invasion_2022")
    shown.camera = look(shown, 4.0, "UA-CRIM")
    placed, at = max(shown.visible_stacks(), key=lambda one: len(one[0].stack.units))
    assert shown.stack_at(*at.centre) == placed.stack
    assert shown.opened() is None
    shown.open(placed.stack)
    opened = shown.opened()
    assert opened is not None
    assert {unit for unit, _ in opened.units} == set(placed.stack.units)
    assert all(opened.rect.holds(rect) for _, rect in opened.units)
    assert overlapping([(unit.id, rect) for unit, rect in opened.units]) == []
    unit, rect = opened.units[-1]
    assert opened.unit_at(*rect.centre) == unit
    assert Rect(0, 0, 1280, 720).holds(opened.rect)
    shown.open(None)
    assert shown.opened() is None


def test_room_that_is_taken_is_not_given_twice() -> None:
    """Nor is room beyond the bounds."""
    room = Room(Rect(0, 0, 400, 400))
    first = centred(200, 200, 100, 40)
    assert room.is_free(first)
    room.take(first)
    room.take(centred(50, 50, 20, 20))
    assert not room.is_free(centred(240, 210, 50, 50))
    assert room.is_free(first.moved(100, 0))
    assert not room.is_free(centred(10, 200, 40, 40))
    assert room.first_free([first, first.moved(0, 30), first.moved(0, 40)]) == first.moved(0, 40)
    assert room.free_among(np.array([[150.0, 150.0], [180.0, 220.0]]), (100, 40)).tolist() == [False, True]
    room.release(first)
    assert room.is_free(first)
    assert not room.is_free(centred(50, 50, 5, 5))
    for row in range(FIRST_ROWS):
        room.take(Rect(0, row, 1, 1))
    assert not room.is_free(centred(50, 50, 5, 5))


@pytest.mark.usefixtures("screen")
def test_a_box_out_of_view_is_docked_with_its_formations() -> None:
    """What lies beyond the sheet can be reached from anywhere: picked, and its stack opened."""
    shown = view("invasion_2022")
    shown.camera = look(shown, 4.0, "UA-CRIM")
    docked = {panel.place: panel for panel in shown.panels() if panel.place}
    assert {"US-EAST", "CA-HALI", "RU-EAST"} <= set(docked)
    for place, panel in docked.items():
        assert place is not None
        assert shown.pick(panel.rect.left + 2, panel.rect.bottom - 2) == place
        assert panel.stacks
        for placed, rect in panel.stacks:
            assert panel.rect.holds(rect)
            assert shown.stack_at(*rect.centre) == placed.stack
    shown.camera = look(shown, 1.0)
    assert [panel.place for panel in shown.panels() if panel.place == "RU-EAST"] == []


@pytest.mark.usefixtures("screen")
def test_a_docked_box_stands_once_and_within_the_sheet() -> None:
    """Its original is neither drawn on the sheet nor picked there; where the sheet is smaller than the view it is docked on the sheet."""
    full, doubles, smaller = view("invasion_2022"), 0, 0
    for size in ((1060, 830), (830, 830), (700, 700), (466, 462)):
        shown = MapView(full.board, full.shown, size, 1.25, full.palette, Dress.BARE)
        shown.fold_legend(Fold.SHUT)
        scene, panels = shown.scene(), shown.panels()
        docked = {panel.place: panel.rect for panel in panels if panel.place}
        sheet = shown.to_window(Rect(0, 0, *shown.camera.sheet_px))
        smaller += sheet.width < size[0]
        assert all(sheet.holds(rect) for rect in docked.values()), size
        covered = [panel.rect for panel in panels]
        seen = scene.markers_seen(shown.camera, covered, set(docked) - {None})
        assert not {scene.markers.things[number].site.id for number in seen} & set(docked)
        for number in scene.markers.clear(shown.camera, covered):
            marker = scene.markers.things[number]
            if marker.site.id in docked:
                doubles += 1
                assert shown.pick(*shown.to_window(marker.rect).centre) is None
    assert doubles
    assert smaller


@pytest.mark.usefixtures("screen")
def test_a_box_is_not_drawn_half_under_what_stands_in_a_corner() -> None:
    """What covers a part of it hides it whole, as the panels of the map do."""
    full = view("invasion_2022")
    shown = MapView(full.board, full.shown, (1600, 900), 1.0, full.palette, Dress.BARE)
    picture = pygame.Surface((1600, 900))
    shown.draw(picture, shown.camera)
    scene, docked = shown.scene(), {panel.place for panel in shown.panels()}
    number = next(n for n in scene.markers_seen(shown.camera, [], docked - {None}))
    box = shown.to_window(scene.markers.things[number].rect)
    part = pygame.Rect(round(box.left), round(box.top), round(box.width), round(box.height)).clip(picture.get_rect())
    before = pygame.image.tobytes(picture.subsurface(part), "RGB")
    shown.covers = (Rect(box.left - 5, box.top - 5, 10, 10),)
    shown.draw(picture, shown.camera)
    assert pygame.image.tobytes(picture.subsurface(part), "RGB") != before


@pytest.mark.usefixtures("screen")
def test_on_a_narrow_map_boxes_leave_the_land_in_view() -> None:
    """With large letters: those on the sheet shrink with it, and are read where they are docked, side by side."""
    full = view("invasion_2022")
    narrow = MapView(full.board, full.shown, (318, 420), 1.5, full.palette, Dress.BARE)
    narrow.fold_legend(Fold.SHUT)
    narrow.camera = narrow.home()
    docked = [panel.rect for panel in narrow.panels() if panel.place]
    assert len(docked) == 3
    assert len({rect.top for rect in docked}) == 1
    assert overlapping([(str(rect), rect) for rect in docked]) == []
    assert sum(rect.width * rect.height for rect in docked) < 0.12 * 318 * 420
    width, height = narrow.camera.sheet_px
    for marker in narrow.scene().markers.things:
        assert marker.rect.width * marker.rect.height < 0.02 * width * height


@pytest.mark.usefixtures("screen")
def test_beside_other_panels_docked_boxes_are_low() -> None:
    """There is a chip in each, its owner and its strength; little of the map lies below them."""
    full = view("invasion_2022")
    beside = MapView(full.board, full.shown, (466, 462), 1.0, full.palette, Dress.BARE)
    beside.fold_legend(Fold.SHUT)
    beside.camera = beside.home()
    docked = [panel for panel in beside.panels() if panel.place]
    assert len(docked) == 3
    for panel in docked:
        assert panel.rect.height <= 40
        assert all(panel.rect.holds(rect) and rect.width > 2 * rect.height for _, rect in panel.stacks)


@pytest.mark.usefixtures("screen")
def test_a_window_begins_where_the_scenario_plays() -> None:
    """All of Europe for the big one, the Baltic for the small one; no place with ground is left out of view."""
    for name in ("first_steps", "invasion_2022"):
        shown = view(name)
        camera = shown.home()
        for site in shown.board.sites.values():
            if site.shape is Shape.LAND:
                assert camera.area.holds(*camera.to_window(*site.anchor_km)), site.id
    assert view("first_steps").home().zoom > 1.8
    assert view("invasion_2022").home().zoom < 1.3

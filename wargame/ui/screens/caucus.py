"""The caucus: an agenda, a draft with its forecast member by member, soundings and bids; a leadership's room likewise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from wargame.catalogue import _
from wargame.engine.appraisal import Appraisal, appraise
from wargame.engine.spending import influence_spent
from wargame.model.codes import BodyKind, MeasureKind, Phase, Verdict
from wargame.model.orders import SoundOut, TableDraft
from wargame.model.view import View
from wargame.ui.kit.button import Button, Kind, Switch, Toggle, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import caption, heading
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import Item, agenda, has_degrees, refusal, whom
from wargame.ui.play.subjects import sections
from wargame.ui.screens.asking import Asking
from wargame.ui.screens.chance import Chance
from wargame.ui.screens.conceding import Conceding
from wargame.ui.screens.decided import decided
from wargame.ui.screens.fighting import terms_rows
from wargame.ui.screens.forecast import Forecast
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.pieces import Told, Value, opener
from wargame.ui.screens.positions import CARRIED, VERDICT_TONES, expected_words, influence
from wargame.ui.screens.promises import promise_rows
from wargame.ui.screens.room import Room, motives, weighed
from wargame.ui.theme.palette import Tone

FULL = 1000


class Caucus:
    """The panel of the caucus and of an emergency session."""

    def __init__(self, hall: Hall, close: Callable[[], None] | None = None) -> None:
        """`close` is where its last button leads, where that is not to decide."""
        self._hall = hall
        self._close = close
        self._draft: TableDraft | None = None
        self._asking = Asking(hall)
        self._conceding = Conceding(hall)
        self._forecast = Forecast(hall, self._bid)
        self._chance = Chance(hall)
        self._agenda: list[Item] = []
        self._drawn_up: object = None
        self._weighed: tuple[View, list[Told]] | None = None
        self._room: Room | None = None  # entered

    @property
    def writing(self) -> bool:
        """A draft is being written."""
        return self._draft is not None

    @property
    def _council(self) -> bool:
        return self._hall.view.world.bodies[self._hall.view.body].kind == BodyKind.COUNCIL

    def middle(self) -> Widget | None:
        """The map, or the leadership's room."""
        return None if self._room is None else self._room.page(self._motives(), self._items())

    def pick(self, place: str, formation: str) -> bool:
        """A place pressed while a draft says where is that place."""
        if self._draft is not None and place and place in whom(self._hall.view, self._draft, "on", self._hall.given):
            self._change("on", place)
            return True
        return self._asking.pick(place)

    def rail(self) -> Widget:
        """The draft that is written, the request, or the agenda."""
        if self._draft is not None:
            return self._form(self._draft)
        if self._asking.order is not None:
            return self._asking.rail(self._asking.order)
        if self._conceding.order is not None:
            return self._conceding.rail(self._conceding.order)
        return self._overview()

    def sheet(self) -> Sequence[Widget] | None:
        """The members' answers to the draft; a leadership's motives."""
        if self._draft is not None and self._council:
            return self._forecast.rows(self._draft)
        return motives(self._hall, self._motives()) if self._weighs_war else None

    @property
    def _weighs_war(self) -> bool:
        """A leadership does; a council does not, nor a nation that speaks for itself."""
        return bool(self._hall.view.world.bodies[self._hall.view.body].kind == BodyKind.LEADERSHIP)

    def _motives(self) -> list[Told]:
        """Reckoned once for each state of the seat's knowledge: a campaign against each target is weighed."""
        if self._weighed is None or self._weighed[0] is not self._hall.view:
            self._weighed = (self._hall.view, weighed(self._hall))
        return self._weighed[1]

    def begin_request(self) -> None:
        """Write a request for forces."""
        self._asking.begin()

    def enter_room(self) -> None:
        """Into the leadership's room, and out again to the map."""
        self._room = Room(self._hall) if self._room is None else None
        self._hall.refresh()

    # the agenda

    def _overview(self) -> Widget:
        hall = self._hall
        emergency = hall.game.phase is Phase.EMERGENCY
        name = _("Emergency session") if emergency else _("Caucus") if self._council else _("Decisions")
        rows: list[Widget] = [heading(name), Prose("caucus.says", plain(self._says())), *self._given()]
        rows += self._lines()
        if self._council and not emergency:
            rows += [self._asking.button(), *self._conceding.button()]
        if self._weighs_war:
            text = _("The leadership's room") if self._room is None else _("Back to the map")
            icon = "scale" if self._room is None else "map"
            tip = _("What speaks for and against a war, and what decisions cost")
            rows.append(Button("room", text, self.enter_room, tip, icon=icon))
        rows.append(
            Button("archive", _("Archive"), hall.open_archive, _("All declarations so far"), icon="scroll-text")
        )
        tip = _("Close the caucus; the session meets") if self._council else _("Go on; the councils meet")
        done = Button("done", _("Done"), hall.decide, tip, Kind.PRIMARY, "check")
        if self._close is not None:
            done = Button("done", _("To the forces"), self._close, _("Order your forces too"), Kind.PRIMARY, "check")
        if self._is_idle:
            done.on_key(pygame.K_RETURN)
        return Column(Scroll(Column(*rows, gap=6), "agenda", _("Scroll with the arrows")).growing(), Rule(), done)

    @property
    def _is_idle(self) -> bool:
        """A side that is no council can decide nothing now, or nothing more."""
        return not self._council and not any(item.is_open for item in self._items())

    def _says(self) -> str:
        if self._is_idle:
            nothing = _("Nothing more can be decided now.") if self._hall.given else _("Nothing can be decided now.")
            return f"{nothing} {_('Your forces wait for you: Enter goes on.')}"
        if self._council:
            return _("Choose what your council shall decide; the members answer in the session.")
        return _("Choose what is decided. Each decision costs stability.")

    def _items(self) -> list[Item]:
        """Drawn up once for each state of the seat's knowledge and orders."""
        key = (id(self._hall.view), self._hall.given)
        if self._drawn_up != key:
            self._agenda, self._drawn_up = agenda(self._hall.view, self._hall.given), key
        return self._agenda

    def _lines(self) -> list[Widget]:
        """What may be tabled or decided. Where nothing may, each says why; those alike that follow each other say it once."""
        if self._is_idle:
            return [heading(_("What is out of reach")), *self._refused()]
        rows: list[Widget] = [heading(_("What could be tabled") if self._council else _("What could be decided"))]
        for section in sections(self._hall.view, self._items()):
            rows += [caption(section.title)] if section.title else []
            rows += [self._line(item) for item in section.items]
        return rows

    def _refused(self) -> list[Widget]:
        """All lines, and after those alike that follow each other why."""
        rows: list[Widget] = []
        items = self._items()
        for item, after in zip(items, [*items[1:], None], strict=True):
            rows.append(self._line(item))
            if after is None or after.broken != item.broken:
                why = _braceless(refusal(self._hall.view, item.draft, item.broken))
                rows.append(Prose(f"why.{item.measure}", "{dim:" + why + "}"))
        return rows

    def _line(self, item: Item) -> Widget:
        names = self._hall.view.names
        title = names.measures.title(names.measures.row(item.measure))
        button = Button(
            f"measure.{item.measure}",
            title,
            lambda: self._begin(item.draft),
            names.texts[names.measures.row(item.measure)],
        )
        button.blocked = refusal(self._hall.view, item.draft, item.broken)
        return button

    def _given(self) -> list[Widget]:
        """The orders of this caucus, each to be taken back."""
        orders = self._hall.orders()
        if not orders:
            return []
        rows: list[Widget] = [caption(_("Decided so far"))]
        for number, order in orders.items():
            label = decided(self._hall.view, order)
            if isinstance(order, SoundOut):
                rows.append(label)
                continue
            back = icon_button(f"withdraw.{number}", "undo-2", self._taker(number), _("Take it back"))
            rows.append(Row(label.growing(), back, cross=Cross.MIDDLE))
        due = influence_spent(self._hall.view, orders.values())
        if self._council and due:
            rows.append(law_line("pledged", _("Pledged influence"), influence(due), "SESSION-1", "COUNCIL-13"))
        return rows

    def _taker(self, number: int) -> Callable[[], None]:
        return lambda: self._hall.withdraw(number)

    def _begin(self, draft: TableDraft) -> None:
        self._draft = draft
        self._hall.refresh()

    def begin_first(self) -> None:
        """Write the first draft that may be tabled."""
        item = next((item for item in self._items() if item.is_open), None)
        if item is not None:
            self._begin(item.draft)

    # the draft

    def _form(self, draft: TableDraft) -> Widget:
        hall, names = self._hall, self._hall.view.names
        row = names.measures.row(draft.measure)
        said = appraise(hall.view, draft, hall.given)
        rows: list[Widget] = [
            heading(names.measures.title(row)),
            Prose("draft.text", plain(names.texts[row])),
            *self._ambition(draft, row),
        ]
        rows += terms_rows(hall.view, row, draft.ambition)
        if self._council and draft.ambition > 1 and has_degrees(hall.view, row):
            rows.append(self._redraft(draft))
        for field, title in (("against", _("Concerning")), ("helps", _("For")), ("on", _("In"))):
            rows += self._address(draft, field, title)
        rows += self._costs(draft, row, said) + promise_rows(hall.view, row, draft.ambition)
        if said.broken:
            rows.append(Prose("draft.law", "{warn:" + _braceless(refusal(hall.view, draft, said.broken)) + "}"))
        table = Button(
            "table",
            _("Table it") if self._council else _("Decide it"),
            self._table,
            _("Put it on the agenda"),
            Kind.PRIMARY,
            "gavel",
        )
        table.blocked = refusal(hall.view, draft, said.broken)
        back = Button("drop", _("Back"), self._drop, _("Leave this draft"), icon="chevron-left")
        scroll = Scroll(Column(*rows, gap=6), "draft", _("Scroll with the arrows")).growing()
        return Column(scroll, Rule(), Row(back, gap(), table))

    def _ambition(self, draft: TableDraft, measure: int) -> list[Widget]:
        """How much it asks for, where it can ask for more or less."""
        if has_degrees(self._hall.view, measure):
            slider = Slider(
                "ambition", Scale(1, 3), draft.ambition, self._aim, _("How much it asks for"), Telling.LET_GO
            )
            return [caption(_("Ambition")), slider]
        words = _("It asks for the same at every ambition, so there is none to choose.")
        if self._hall.view.world.measures[measure].kind == MeasureKind.COLLECTIVE_DEFENCE:
            words = _(
                "It has no ambition to choose: once it is adopted, each member decides by itself what it contributes."
            )
        return [Prose("draft.ambition", words)]

    def _costs(self, draft: TableDraft, measure: int, said: Appraisal) -> list[Widget]:
        if not self._council:
            return [law_line("cost.stability", _("Costs stability"), f"{said.stability / FULL * 100:.1f}", "SESSION-2")]
        price = _("cannot be bought") if not said.buyable else influence(said.price)
        rows: list[Widget] = [law_line("cost.tabling", _("Tabling costs"), influence(said.cost), "SESSION-1")]
        rows.append(law_line("cost.bids", _("Your bids cost"), influence(said.bids), "COUNCIL-13"))
        bank = int(self._hall.view.state.bodies[self._hall.view.body].influence)
        left = bank - said.pledged - said.cost - said.bids
        rows.append(_left_in_bank(bank, said, left))
        tone = Tone.GOOD if said.price == 0 else Tone.WARN if said.buyable else Tone.BAD
        words, degrees = expected_words(said.verdict, draft.ambition), has_degrees(self._hall.view, measure)
        name = _("As tabled, at ambition {ambition}").format(ambition=draft.ambition) if degrees else _("As tabled")
        expected = Value("", name, words, tone=VERDICT_TONES[said.verdict])
        rows[:0] = [expected, self._chance.of(draft, self._hall.given)]
        rows.append(
            law_line(
                "cost.price", _("Price of consensus left"), price, "COUNCIL-13", "COUNCIL-11", "COUNCIL-14", tone=tone
            )
        )
        if said.price == 0 and said.verdict not in CARRIED:
            words = _("Nobody stands in the way, but so many reservations leave nothing of a draft of this ambition.")
            rows.append(Prose("draft.hollow", "{warn:" + words + "}"))
        if said.verdict is Verdict.HOLLOW:
            words = _(
                "Nobody breaks silence, but so many reserve their position that it is adopted one ambition lower."
            )
            rows.append(Prose("draft.hollow", "{warn:" + words + "}"))
        return rows

    def _address(self, draft: TableDraft, field: str, title: str) -> list[Widget]:
        ids = whom(self._hall.view, draft, field, self._hall.given)
        if not ids:
            return []
        names = self._hall.view.names
        roll = names.places if field == "on" else names.countries
        choices = sorted((Choice(name, roll.title(roll.row(name))) for name in ids), key=lambda c: c.text)
        now = {"against": draft.against, "helps": draft.helps, "on": draft.on}[field] or ""
        tip = _("Press a place on the map, or choose here") if field == "on" else _("Whom the draft names")
        return [caption(title), DropDown(f"draft.{field}", choices, now, lambda name: self._change(field, name), tip)]

    def _aim(self, ambition: int) -> None:
        if self._draft is not None:
            update = {"ambition": ambition, "lowest": max(1, ambition - 1)}
            self._begin(self._draft.model_copy(update=update))

    def _redraft(self, draft: TableDraft) -> Widget:
        """The sponsor says beforehand what it does where silence is broken: read it once more, lower, or withdraw it."""
        position = Switch.ON if draft.lowest < draft.ambition else Switch.OFF
        return Toggle(
            "redraft",
            _("Redraft lower if silence is broken"),
            position,
            lambda now: self._begin(
                draft.model_copy(update={"lowest": draft.ambition - 1 if now is Switch.ON else draft.ambition})
            ),
            _("Else it is withdrawn"),
        )

    def _change(self, field: str, name: str) -> None:
        if self._draft is not None:
            self._begin(self._draft.model_copy(update={field: name}))

    def _table(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None and not self._hall.submit(draft):
            self._draft = draft
        self._hall.refresh()

    def _drop(self) -> None:
        self._draft = None
        self._hall.refresh()

    def _bid(self, member: str, size: int) -> None:
        if self._draft is not None:
            bids = {**self._draft.bids, member: size}
            update = {"bids": {name: bid for name, bid in bids.items() if bid}}
            self._begin(self._draft.model_copy(update=update))


def _braceless(text: str) -> str:
    return text.translate({ord("{"): "(", ord("}"): ")"})


def _left_in_bank(bank: int, said: Appraisal, left: int) -> Value:
    """What stays of the influence, open to what is taken from it."""
    name, less = _("Left in the bank"), "−"
    terms = {
        _("In the bank"): influence(bank),
        _("Pledged already"): less + influence(said.pledged),
        _("Tabling costs"): less + influence(said.cost),
        _("Your bids cost"): less + influence(said.bids),
    }
    opens = opener(name, influence(left), lambda: terms)
    return Value("cost.left", name, influence(left), opens, tone=Tone.TEXT if left >= 0 else Tone.BAD)

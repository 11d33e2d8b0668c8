"""The caucus: an agenda, a draft with its forecast member by member, soundings and bids; a leadership's room likewise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pygame import Rect

from wargame.engine.appraisal import Appraisal, Member, appraise
from wargame.engine.chronicle import disposed
from wargame.engine.explain import explained, open_value
from wargame.model.codes import BodyKind, Phase, Position, Verdict
from wargame.model.columns import column_of
from wargame.model.orders import RequestForces, SoundOut, TableDraft
from wargame.rules.council import NO_PRICE
from wargame.ui.kit.bar import Part, StackedBar
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.play.drafting import Item, agenda, all_words, members_land, whom
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.pieces import TERMS_PAD, TERMS_WIDE, Value, in_words, points, terms_box
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Pattern, Tone
from wargame.ui.theme.type import SMALL, STRONG
from wargame.ui.words.catalogue import _

TENTHS = 10  # kept influence a point
MOST_BID = 15  # tenths of a point of support
BID_UNIT = 100  # 1/1000 point a tenth
FULL = 1000
MOST_MOTIVES = 6
WEEKS = Scale(4, 52, 4)
CAPABILITIES = ("land", "air", "sea")
TONES = {
    Position.SUPPORTS: Tone.GOOD,
    Position.SILENT: Tone.TEXT,
    Position.RESERVED: Tone.WARN,
    Position.OBJECTS: Tone.BAD,
}
PATTERNS = {
    Position.SUPPORTS: Pattern.PLAIN,
    Position.SILENT: Pattern.DOTS,
    Position.RESERVED: Pattern.RISING,
    Position.OBJECTS: Pattern.CROSS,
}
EXPECTED = {
    Verdict.ADOPTED: _("adopted"),
    Verdict.HOLLOW: _("hollow"),
    Verdict.BLOCKED: _("blocked"),
    Verdict.OUTVOTED: _("outvoted"),
}
CARRIED = (Verdict.ADOPTED, Verdict.HOLLOW)
SIGNS = {Position.SUPPORTS: "+", Position.SILENT: "·", Position.RESERVED: "?", Position.OBJECTS: "–"}


class Caucus:
    """The panel of the caucus and of an emergency session."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._draft: TableDraft | None = None
        self._asking: RequestForces | None = None
        self._agenda: list[Item] = []
        self._drawn_up: object = None

    @property
    def writing(self) -> bool:
        """A draft is being written."""
        return self._draft is not None

    @property
    def _council(self) -> bool:
        return self._hall.view.world.bodies[self._hall.view.body].kind == BodyKind.COUNCIL

    def middle(self) -> Widget | None:
        """The map stays."""
        return None

    def pick(self, place: str, formation: str) -> bool:
        """A place pressed while a draft says where is that place."""
        if self._draft is not None and place and place in whom(self._hall.view, self._draft, "on", self._hall.given):
            self._change("on", place)
            return True
        if self._asking is not None and place in members_land(self._hall.view):
            self._asking = self._asking.model_copy(update={"place": place})
            self._hall.refresh()
            return True
        return False

    def rail(self) -> Widget:
        """The draft that is written, the request, or the agenda."""
        if self._draft is not None:
            return self._form(self._draft)
        if self._asking is not None:
            return self._request(self._asking)
        return self._overview()

    def sheet(self) -> Sequence[Widget] | None:
        """The members' answers to the draft; a leadership's motives."""
        if self._draft is not None and self._council:
            return self._forecast(self._draft)
        return None if self._council else self._motives()

    # the agenda

    def _overview(self) -> Widget:
        hall = self._hall
        emergency = hall.game.phase is Phase.EMERGENCY
        name = _("Emergency session") if emergency else _("Caucus") if self._council else _("The leadership's room")
        says = _("Choose what your council shall decide; the members answer in the session.")
        if not self._council:
            says = _("Choose what is decided. Each decision costs stability.")
        rows: list[Widget] = [heading(name), Prose("caucus.says", plain(says)), *self._given()]
        rows += [heading(_("What could be tabled") if self._council else _("What could be decided"))]
        rows += [self._line(item) for item in self._items()]
        if self._council and not emergency:
            rows.append(self._ask_button())
        done = Button("done", _("Done"), hall.decide, _("Close the caucus; the session meets"), Kind.PRIMARY, "check")
        return Column(Scroll(Column(*rows, gap=6), "agenda", _("Scroll with the arrows")).growing(), Rule(), done)

    def _items(self) -> list[Item]:
        """Drawn up once for each state of the seat's knowledge and orders."""
        key = (id(self._hall.view), self._hall.given)
        if self._drawn_up != key:
            self._agenda, self._drawn_up = agenda(self._hall.view, self._hall.given), key
        return self._agenda

    def _line(self, item: Item) -> Widget:
        names = self._hall.view.names
        title = names.measures.title(names.measures.row(item.measure))
        button = Button(
            f"measure.{item.measure}",
            title,
            lambda: self._begin(item.draft),
            names.texts[names.measures.row(item.measure)],
        )
        button.blocked = all_words(item.broken)
        return button

    def _given(self) -> list[Widget]:
        """The orders of this caucus, each to be taken back."""
        orders = self._hall.game.orders()
        if not orders:
            return []
        rows: list[Widget] = [caption(_("Decided so far"))]
        for number, order in orders.items():
            label = Label(self._order_words(order), STRONG)
            if isinstance(order, SoundOut):
                rows.append(label)
                continue
            back = icon_button(f"withdraw.{number}", "undo-2", self._taker(number), _("Take it back"))
            rows.append(Row(label.growing(), back, cross=Cross.MIDDLE))
        return rows

    def _taker(self, number: int) -> Callable[[], None]:
        return lambda: self._hall.withdraw(number)

    def _order_words(self, order: object) -> str:
        names = self._hall.view.names
        match order:
            case TableDraft():
                title = names.measures.title(names.measures.row(order.measure))
                return _("{measure}, ambition {ambition}").format(measure=title, ambition=order.ambition)
            case SoundOut():
                return _("Sounded out: {state}").format(state=names.countries.title(names.countries.row(order.member)))
            case RequestForces():
                place = names.places.title(names.places.row(order.place))
                return _("Forces asked for: {kind}, {place}").format(kind=in_words(order.capability), place=place)
            case _:
                return ""

    def _begin(self, draft: TableDraft) -> None:
        self._draft = draft
        self._hall.refresh()

    def begin_first(self) -> None:
        """Write the first draft that may be tabled."""
        item = next((item for item in self._items() if not item.broken), None)
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
            caption(_("Ambition")),
            Slider("ambition", Scale(1, 3), draft.ambition, self._aim, _("How much it asks for"), Telling.LET_GO),
        ]
        for field, title in (("against", _("In answer to")), ("helps", _("For")), ("on", _("On"))):
            rows += self._address(draft, field, title)
        rows += self._costs(said)
        if said.broken:
            rows.append(Prose("draft.law", "{warn:" + _braceless(all_words(said.broken)) + "}"))
        table = Button(
            "table",
            _("Table it") if self._council else _("Decide it"),
            self._table,
            _("Put it on the agenda"),
            Kind.PRIMARY,
            "gavel",
        )
        table.blocked = all_words(said.broken)
        back = Button("drop", _("Back"), self._drop, _("Leave this draft"), icon="chevron-left")
        scroll = Scroll(Column(*rows, gap=6), "draft", _("Scroll with the arrows")).growing()
        return Column(scroll, Rule(), Row(back, gap(), table))

    def _costs(self, said: Appraisal) -> list[Widget]:
        if not self._council:
            return [Value("", _("Costs stability"), f"{said.stability / FULL * 100:.1f}")]
        price = _("cannot be bought") if not said.buyable else influence(said.price)
        rows: list[Widget] = [Value("", _("Tabling costs"), influence(said.cost))]
        rows.append(Value("", _("Your bids cost"), influence(said.bids)))
        tone = Tone.GOOD if said.price == 0 else Tone.WARN if said.buyable else Tone.BAD
        verdict = EXPECTED[said.verdict]
        rows.insert(0, Value("", _("Expected to be"), verdict, tone=Tone.GOOD if said.verdict in CARRIED else Tone.BAD))
        return [*rows, Value("", _("Price of consensus left"), price, tone=tone)]

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

    def _change(self, field: str, name: str) -> None:
        if self._draft is not None:
            self._begin(self._draft.model_copy(update={field: name}))

    def _table(self) -> None:
        draft, self._draft = self._draft, None
        if draft is not None and not self._hall.submit(draft):
            self._draft = draft
        self._hall.refresh()

    def _drop(self) -> None:
        self._draft = self._asking = None
        self._hall.refresh()

    # the forecast

    def _forecast(self, draft: TableDraft) -> list[Widget]:
        said = appraise(self._hall.view, draft, self._hall.given)
        counts = {position: sum(m.position is position for m in said.members) for position in reversed(Position)}
        parts = [Part(count, TONES[p], PATTERNS[p], SIGNS[p]) for p, count in counts.items() if count]
        words = counted(counts)
        rows: list[Widget] = [heading(_("What the members would say")), StackedBar(parts, words)]
        rows.append(Label(words, SMALL, Tone.DIM))
        rows.append(
            Prose(
                "forecast.note",
                plain(
                    _(
                        "Expected, without what each keeps to itself. Press a member for its terms, to sound it out, or to bid."
                    )
                ),
            )
        )
        return rows + [self._member(member, draft) for member in sorted(said.members, key=lambda m: m.value)]

    def _member(self, member: Member, draft: TableDraft) -> Widget:
        names = self._hall.view.names
        row = names.countries.row(member.id)
        said = f"{in_words(member.position.name)} {points(member.value)}"
        tip = _("Its terms, sounding and bids")

        def opens(host: Host, rect: Rect) -> None:
            host.open_popup(self._member_box(member, draft), rect)

        mark = self._hall.sheets.mark_of(row)
        return Value(f"member.{member.id}", names.countries.title(row), said, opens, tip, TONES[member.position], mark)

    def _member_box(self, member: Member, draft: TableDraft) -> Widget:
        names = self._hall.view.names
        row = names.countries.row(member.id)
        rows: list[Widget] = [heading(names.countries.title(row))]
        rows += [Value("", in_words(name), points(size)) for name, size in member.terms.items()]
        rows += [Rule(), Value("", _("Support"), points(member.value), tone=TONES[member.position])]
        if member.red_line:
            rows.append(Label(_("The draft crosses its red line."), SMALL, Tone.BAD))
        elif 0 < member.lift < NO_PRICE:
            rows.append(Value("", _("To lift it costs"), influence(member.lift)))
        rows += [*self._sounding(member.id), caption(_("Bid (points of support)"))]
        bid = draft.bids.get(member.id, 0) // BID_UNIT
        rows.append(
            Slider(
                "bid",
                Scale(0, MOST_BID, 1, "/ 10"),
                bid,
                lambda size: self._bid(member.id, size),
                _("Lobby it with influence"),
                Telling.LET_GO,
            )
        )
        return Column(*rows, gap=3, pad=TERMS_PAD, box=BoxStyle(Tone.RAISED, Tone.FAINT, 8)).sized(wide=TERMS_WIDE + 40)

    def _sounding(self, member: str) -> list[Widget]:
        view = self._hall.view
        seat = view.state.members[view.body, view.names.countries.row(member)]
        if seat.sounded == view.state.clock[0].turn:
            return [Label(_("Sounded: {mood}").format(mood=disposed(int(seat.heard))), SMALL, Tone.LINK)]
        cost = influence(int(view.world.council_numbers[0].sounding_cost))
        text = _("Sound out for {cost}").format(cost=cost)
        return [
            Button(
                "sound",
                text,
                lambda: self._sound(member),
                _("Hear what it keeps to itself"),
                icon="message-square-text",
            )
        ]

    def _sound(self, member: str) -> None:
        self._hall.window.close_top()
        self._hall.submit(SoundOut(member=member))
        self._hall.refresh()

    def _bid(self, member: str, size: int) -> None:
        draft = self._draft
        if draft is None:
            return
        bids = {**draft.bids, member: size * BID_UNIT}
        self._hall.window.close_top()
        self._begin(draft.model_copy(update={"bids": {name: points_ for name, points_ in bids.items() if points_}}))

    # requests for forces

    def _ask_button(self) -> Widget:
        return Button(
            "ask",
            _("Ask the members for forces"),
            self._begin_request,
            _("Formations for a place and a time"),
            icon="truck",
        )

    def _begin_request(self) -> None:
        land = members_land(self._hall.view)
        if land:
            self._asking = RequestForces(capability="land", place=land[0], weeks=WEEKS.low * 3)
            self._hall.refresh()

    def _request(self, asking: RequestForces) -> Widget:
        names = self._hall.view.names
        land = [Choice(name, names.places.title(names.places.row(name))) for name in members_land(self._hall.view)]
        kinds = [Choice(kind, in_words(kind)) for kind in CAPABILITIES]
        rows: list[Widget] = [
            heading(_("Ask for forces")),
            Prose("ask.says", plain(_("Each member answers by its own terms; what it gives passes to your command."))),
            caption(_("What")),
            DropDown(
                "ask.kind",
                kinds,
                asking.capability,
                lambda kind: self._alter("capability", kind),
                _("Land, air or sea"),
            ),
            caption(_("Where")),
            DropDown(
                "ask.place",
                land,
                asking.place,
                lambda place: self._alter("place", place),
                _("Or press a place on the map"),
            ),
            caption(_("Weeks")),
            Slider(
                "ask.weeks",
                WEEKS,
                asking.weeks,
                lambda weeks: self._alter("weeks", weeks),
                _("For how long"),
                Telling.LET_GO,
            ),
        ]
        send = Button("ask.send", _("Ask"), self._send, _("Put the request to the members"), Kind.PRIMARY, "check")
        back = Button("drop", _("Back"), self._drop, _("Leave this request"), icon="chevron-left")
        return Column(*rows, gap(), Rule(), Row(back, gap(), send), gap=6)

    def _alter(self, field: str, value: object) -> None:
        if self._asking is not None:
            self._asking = self._asking.model_copy(update={field: value})
            self._hall.refresh()

    def _send(self) -> None:
        asking, self._asking = self._asking, None
        if asking is not None:
            self._hall.submit(asking)
        self._hall.refresh()

    # a leadership's room

    def _motives(self) -> list[Widget]:
        view = self._hall.view
        gain, cost = (column_of(view.state.motives, name)[view.body] for name in ("gain", "cost"))
        weighed = sorted((c for c in range(gain.size) if gain[c] or cost[c]), key=lambda c: int(cost[c] - gain[c]))
        own = view.state.bodies[view.body]
        rows: list[Widget] = [heading(_("What war would be worth"))]
        for target in weighed[:MOST_MOTIVES]:
            rows.append(self._motive(target))
        rows.append(Rule())
        rows.append(Value("", _("Caution it must exceed"), points(int(own.caution))))
        rows.append(Value("", _("Stability"), f"{own.stability / TENTHS:.1f} / 100"))
        return rows

    def _motive(self, target: int) -> Widget:
        view, name = self._hall.view, self._hall.view.names.countries.title(target)
        value, parts = open_value(explained("motive"), view.world, view.state, view.body, target)
        terms = {in_words(part): points(size) for part, size in parts.items() if size}

        def opens(host: Host, rect: Rect) -> None:
            host.open_popup(terms_box(name, points(value), terms), rect)

        mark = self._hall.sheets.mark_of(target)
        return Value(f"motive.{view.names.countries.ids[target]}", name, points(value), opens, mark=mark)


def counted(counts: Mapping[Position, int]) -> str:
    """How many take which position, in words."""
    words = {
        Position.SUPPORTS: _("{count} in favour"),
        Position.SILENT: _("{count} silent"),
        Position.RESERVED: _("{count} reserved"),
        Position.OBJECTS: _("{count} against"),
    }
    return ", ".join(words[position].format(count=count) for position, count in counts.items() if count)


def influence(tenths: int) -> str:
    """An amount of influence kept in tenths."""
    return f"{tenths / TENTHS:.1f}"


def _braceless(text: str) -> str:
    return text.translate({ord("{"): "(", ord("}"): ")"})

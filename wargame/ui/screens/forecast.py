"""The forecast of a draft: each member's expected answer with its terms, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from pygame import Rect

from wargame.catalogue import _
from wargame.engine.appraisal import Member, appraise, line_crossed
from wargame.engine.explain import explained
from wargame.engine.judge import judge
from wargame.engine.phrases import disposed
from wargame.engine.spending import bids_cost
from wargame.engine.vocabulary import MEASURES, spoken
from wargame.model.codes import MeasureKind, Position
from wargame.model.orders import SoundOut, TableDraft
from wargame.model.state import MOST_POINTS
from wargame.rules.council import NO_PRICE
from wargame.ui.kit.bar import Part, StackedBar
from wargame.ui.kit.button import Button
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Rule
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Host, Widget
from wargame.ui.play.drafting import refusal
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.hemicycle import Hemicycle, Seat
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.pieces import TERMS_PAD, TERMS_WIDE, Told, Value, points
from wargame.ui.screens.positions import PATTERNS, SHORT, SIGNS, TONES, counted, influence
from wargame.ui.screens.terms import term_lines
from wargame.ui.theme.boxes import BoxStyle
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

BID_UNIT = 100  # 1/1000 point a tenth
MOST_BID = MOST_POINTS // BID_UNIT  # tenths of a point of support
BOX_WIDE = TERMS_WIDE + 40  # logical units


class Forecast:
    """The members' sheet beside a draft; `on_bid` is told a member and how many points (1/1000) are bid for it."""

    def __init__(self, hall: Hall, on_bid: Callable[[str, int], None]) -> None:
        self._hall, self._on_bid = hall, on_bid

    def rows(self, draft: TableDraft) -> list[Widget]:
        """Everybody, the least willing first."""
        said = appraise(self._hall.view, draft, self._hall.given)
        counts = {position: sum(m.position is position for m in said.members) for position in reversed(Position)}
        parts = [Part(count, TONES[p], PATTERNS[p], SIGNS[p]) for p, count in counts.items() if count]
        words = counted(counts)
        ranked = sorted(said.members, key=lambda m: m.value)
        rows: list[Widget] = [heading(_("What the members would say"))]
        rows += [Hemicycle("seat", [self._seat(member, draft) for member in ranked]), StackedBar(parts, words)]
        rows.append(Label(words, SMALL, Tone.DIM))
        rows += self._other_council(draft)
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
        return rows + [self._member(member, draft) for member in ranked]

    def _other_council(self, draft: TableDraft) -> list[Widget]:
        """That another council must agree, where one must."""
        view = self._hall.view
        other = int(view.world.measures[view.names.measures.row(draft.measure)].second)
        if other < 0:
            return []
        says = _("{body} must agree too: of each member the worse of both councils is shown.")
        return [Prose("forecast.both", plain(says.format(body=view.names.bodies.title(other))))]

    def _seat(self, member: Member, draft: TableDraft) -> Seat:
        names = self._hall.view.names.countries
        says = f"{names.title(names.row(member.id))}: {spoken(member.position.name)} {points(member.value)}"

        def opens(host: Host, rect: Rect) -> None:
            host.open_popup(self._member_box(member, draft), rect)

        return Seat(member.id, says, member.position, opens)

    def _member(self, member: Member, draft: TableDraft) -> Widget:
        names = self._hall.view.names
        row = names.countries.row(member.id)
        said = f"{SHORT[member.position]} {points(member.value)}"
        tip = _("Its terms, sounding and bids")

        def opens(host: Host, rect: Rect) -> None:
            host.open_popup(self._member_box(member, draft), rect)

        mark = self._hall.sheets.mark_of(row)
        line = Value(f"member.{member.id}", names.countries.title(row), said, opens, tip, TONES[member.position], mark)
        line.told = Told("support", (row,), member.value, tuple(member.terms.items()))
        return line

    def _red_line(self, member: Member, draft: TableDraft) -> list[Widget]:
        """That a draft crosses a member's red line, why it has one, and what would lift it."""
        view = self._hall.view
        rows: list[Widget] = [Label(_("The draft crosses its red line."), SMALL, Tone.BAD)]
        row = line_crossed(view, draft, member.id)
        if row < 0:
            return rows
        line = view.state.red_lines[row]
        rows.append(Prose("red_line", plain(view.names.reasons[row])))
        if line.demand >= 0:
            lifted = _("It is lifted by a text in force in this council of the kind: {kind}.")
            rows.append(Prose("red_line.demand", plain(lifted.format(kind=MEASURES[MeasureKind(int(line.demand))]))))
        if line.lapses >= 0:
            until = _("It stands until {date}.").format(date=self._hall.sheets.date(int(line.lapses)))
            rows.append(Prose("red_line.until", plain(until)))
        if line.in_peace:
            rows.append(Prose("red_line.peace", _("It does not stand against a state that wages a war of aggression.")))
        return rows

    def _member_box(self, member: Member, draft: TableDraft) -> Widget:
        names = self._hall.view.names
        row = names.countries.row(member.id)
        rows: list[Widget] = [heading(names.countries.title(row))]
        rows += term_lines(explained("support"), dict(member.terms), points)
        rows += [Rule(), Value("", _("Support"), points(member.value), tone=TONES[member.position])]
        if member.red_line:
            rows += self._red_line(member, draft)
        elif 0 < member.lift < NO_PRICE:
            rows.append(law_line(f"lift.{member.id}", _("To lift it costs"), influence(member.lift), "COUNCIL-13"))
        rows += [*self._sounding(member.id), caption(_("Bid, in tenths of a point of support"))]
        bid = draft.bids.get(member.id, 0) // BID_UNIT
        rows.append(
            Slider(
                "bid",
                Scale(0, MOST_BID),
                bid,
                lambda size: self._bid(member.id, size),
                _("Lobby it with influence"),
                Telling.LET_GO,
            )
        )
        if bid:
            due = bids_cost(self._hall.view, {member.id: draft.bids[member.id]})
            words = _("{points} points of support for {cost} influence").format(
                points=points(draft.bids[member.id]), cost=influence(due)
            )
            rows.append(Label(words, SMALL, Tone.DIM))
        return Column(*rows, gap=3, pad=TERMS_PAD, box=BoxStyle(Tone.RAISED, Tone.FAINT, 8)).sized(wide=BOX_WIDE)

    def _sounding(self, member: str) -> list[Widget]:
        view = self._hall.view
        seat = view.state.members[view.body, view.names.countries.row(member)]
        if seat.sounded == view.state.clock[0].turn:
            return [Label(_("Sounded: {mood}").format(mood=disposed(int(seat.heard))), SMALL, Tone.LINK)]
        cost = influence(int(view.world.council_numbers[0].sounding_cost))
        text, tip = _("Sound out for {cost}").format(cost=cost), _("Hear what it keeps to itself")
        button = Button("sound", text, lambda: self._sound(member), tip, icon="message-square-text")
        order = SoundOut(member=member)
        button.blocked = refusal(view, order, judge(view, order, self._hall.given))
        return [button]

    def _sound(self, member: str) -> None:
        self._hall.window.close_top()
        self._hall.submit(SoundOut(member=member))
        self._hall.refresh()

    def _bid(self, member: str, size: int) -> None:
        self._hall.window.close_top()
        self._on_bid(member, size * BID_UNIT)

"""Orders: a formation, its way by pressing places, posture and loss limit, days and odds before it is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pygame

from wargame.ai.campaigning import enemies
from wargame.catalogue import _, _n
from wargame.engine.judge import judge
from wargame.engine.odds import is_attack
from wargame.engine.vocabulary import spoken
from wargame.model.orders import March, Order, PostureName, Release
from wargame.ui.kit.button import Button, Kind, icon_button
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.keys import Mod
from wargame.ui.kit.label import Label, caption, heading
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.slider import Scale, Slider, Telling
from wargame.ui.kit.widget import Widget
from wargame.ui.play.drafting import all_words
from wargame.ui.play.history import History
from wargame.ui.play.standing import standing_order
from wargame.ui.play.ways import commanded, days_of, extended, faces_enemy, has_order, offensives, onward
from wargame.ui.screens.hall import Hall
from wargame.ui.screens.leading import Leading
from wargame.ui.screens.marked import Arrow
from wargame.ui.screens.odds import days_line, odds_lines
from wargame.ui.screens.prospect import Prospect
from wargame.ui.screens.roster import Roster
from wargame.ui.screens.standing import standing_arrows
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL, STRONG

POSTURES: tuple[PostureName, ...] = ("hold", "delay", "reserve", "probe", "assault")
PER_CENT = 10  # 1/1000 in a per cent


class Marching:
    """The panel of the orders phase."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._march: March | None = None
        self._offensives: dict[str, list[Order]] | None = None
        self._planning = self._awaited = False  # plans are being drawn up; they are waited for on the screen
        self._prospect = Prospect(hall)
        self._history = History(_as_set(hall.given))
        self._roster = Roster(hall, self.begin)
        self._leading = Leading(hall, self._give_all, self._redraw)

    def middle(self) -> Widget | None:
        """The map."""
        return None

    def sheet(self) -> Sequence[Widget] | None:
        """The formation that is given orders."""
        return None if self._march is None else self._hall.sheets.formation(self._march.formation)

    def rail(self) -> Widget:
        """The order that is written, or all that were given."""
        self._draw_arrows()
        self._hall.map.leader = self._leading
        self._history.note(_as_set(self._hall.given))
        self._prospect.follow(self._hall.given)
        return self._overview() if self._march is None else self._form(self._march)

    def pick(self, place: str, formation: str) -> bool:
        """A formation begins an order, a place leads it on."""
        if formation and formation in commanded(self._hall.view) and self._march is None:
            self.begin(formation)
            return True
        if self._march is not None and place:
            path = extended(self._hall.view, self._march.formation, self._march.path, place)
            attack = bool(path) and is_attack(self._hall.view, self._march.formation, path[-1])
            posture: PostureName = "assault" if attack and not self._march.path else self._march.posture
            self._alter({"path": path, "posture": posture})
            return True
        return False

    def begin(self, formation: str) -> None:
        """Write an order for a formation: the one it has, new or of an earlier turn, or else one to hold."""
        given = (order for order in self._hall.given if isinstance(order, March) and order.formation == formation)
        standing = standing_order(self._hall.view, formation)
        self._march = next(given, standing or March(formation=formation, path=(), posture="hold"))
        self._hall.look_at("formation", formation)

    @property
    def writing(self) -> bool:
        """An order is being written."""
        return self._march is not None

    def begin_first(self) -> None:
        """Write an order for the formation that stands first in the list."""
        units = self._roster.ordered(commanded(self._hall.view))
        if units:
            self.begin(units[0])

    def _draw_arrows(self) -> None:
        marches = [order for order in self._hall.given if isinstance(order, March)]
        ordered = {order.formation for order in self._hall.given if isinstance(order, (March, Release))}
        if self._march is not None:
            ordered.add(self._march.formation)
        arrows = standing_arrows(self._hall.view, commanded(self._hall.view), ordered)
        arrows += [Arrow(self._whole_path(march), Tone.LINK) for march in marches]
        if self._march is not None:
            arrows.append(Arrow(self._whole_path(self._march), Tone.FOCUS))
        self._hall.map.arrows = arrows + self._leading.arrows()

    def _redraw(self) -> None:
        self._draw_arrows()
        self._hall.window.touch()

    def _give_all(self, marches: Sequence[March]) -> None:
        """Orders of formations that were dragged, in the place of those they had."""
        self._give_orders(marches)

    def _whole_path(self, march: March) -> tuple[str, ...]:
        view = self._hall.view
        start = view.names.places.id(int(view.state.formations[view.names.formations.row(march.formation)].at))
        return ((start,) if start else ()) + march.path

    # all orders

    def _overview(self) -> Widget:
        hall = self._hall
        units = commanded(hall.view)
        rows: list[Widget] = [heading(_("Orders"))]
        says = _(
            "Drag your formations to where they shall go, or press one, here or on the map, then the places on its way."
        )
        if not units:
            says = _("No formation is under your command. Ask the members for forces in the caucus.")
        rows += [Prose("orders.says", plain(says)), *self._given(), *self._planner()]
        rows += self._prospect.rows() if units else []
        idle = self._idle(units)
        rows += self._roster.rows(idle)
        done = Button("done", _("End turn"), hall.decide, _("Send the orders; the weeks go by"), Kind.PRIMARY, "check")
        undo = icon_button("undo", "undo-2", self._undo, _("Undo")).on_key(pygame.K_z, Mod.CTRL)
        redo = icon_button("redo", "redo-2", self._redo, _("Redo")).on_key(pygame.K_y, Mod.CTRL)
        undo.blocked = "" if self._history.has_back else _("Nothing to undo")
        redo.blocked = "" if self._history.has_on else _("Nothing to redo")
        scroll = Scroll(Column(*rows, gap=6), "orders", _("Scroll with the arrows")).growing()
        after = self._roster.next_button(idle)
        return Column(scroll, *self._undone(idle), Rule(), Row(undo, redo, after, gap(), done, cross=Cross.MIDDLE))

    def _idle(self, units: Sequence[str]) -> list[str]:
        """Those that have no new orders."""
        ordered = {order.formation for order in self._hall.given if isinstance(order, (March, Release))}
        return [name for name in units if name not in ordered]

    def _undone(self, idle: Sequence[str]) -> list[Widget]:
        """What is left undone: formations beside an enemy that have no orders, old or new."""
        view = self._hall.view
        facing = [name for name in idle if faces_enemy(view, name) and not has_order(view, name)]
        if not facing:
            return []
        words = _n(
            "{count} formation faces an enemy and has no orders.",
            "{count} formations face an enemy and have no orders.",
            len(facing),
        )
        return [Prose("undone", "{warn:" + plain(words.format(count=len(facing))) + "}")]

    def _undo(self) -> None:
        self._go_to(self._history.back())

    def _redo(self) -> None:
        self._go_to(self._history.on())

    def _go_to(self, wanted: tuple[Order, ...]) -> None:
        """Make the list what it was: take back what is too much, give what is missing."""
        given = self._hall.orders()
        back = [number for number, order in given.items() if order not in wanted]
        self._hall.exchange(back, [order for order in wanted if order not in given.values()])

    def _given(self) -> list[Widget]:
        orders = self._hall.orders()
        if not orders:
            return []
        rows: list[Widget] = [caption(_("Orders given"))]
        for number, order in orders.items():
            back = icon_button(f"withdraw.{number}", "undo-2", self._taker(number), _("Take it back"))
            rows.append(Row(self._order_words(order).growing(), back, cross=Cross.MIDDLE))
        return rows

    def _taker(self, number: int) -> Callable[[], None]:
        return lambda: self._hall.withdraw(number)

    def _order_words(self, order: Order) -> Widget:
        names = self._hall.view.names
        match order:
            case March():
                unit = names.formations.title(names.formations.row(order.formation))
                goal = names.places.title(names.places.row(order.path[-1])) if order.path else _("where it stands")
                words = _("{posture}: {goal}, {days} days").format(
                    posture=spoken(order.posture), goal=goal, days=f"{days_of(self._hall.view, order):.0f}"
                )
                return Column(Label(unit, STRONG), Label(words, SMALL, Tone.DIM), gap=0)
            case Release():
                unit = names.formations.title(names.formations.row(order.formation))
                words = _("back to national command") if self._is_lent(order) else _("left to the defence plan")
                return Column(Label(unit, STRONG), Label(words, SMALL, Tone.DIM), gap=0)
            case _:
                return Label("")

    def _planner(self) -> list[Widget]:
        """What the general staff would do, where the seat is at war: one row, whose height no plan that arrives changes."""
        if not enemies(self._hall.view):
            return []
        if self._offensives is None and not self._planning:
            self._planning = True
            view = self._hall.view
            self._hall.reckon(lambda: offensives(view), self._planned)
        plans = self._offensives
        if not plans:
            self._awaited = plans is None
            tip = _("What the general staff would order")
            none_yet = Button("offensive", _("Plan an offensive"), lambda: None, tip, icon="swords")
            none_yet.blocked = (
                _("The staff draws up its plans …")
                if plans is None
                else _("The staff sees no attack for what you command.")
            )
            return [none_yet]
        if len(plans) == 1:
            return [self._offensive(foe, orders) for foe, orders in plans.items()]
        against = [Choice(foe, _("Plan an offensive: {state}").format(state=self._title(foe))) for foe in plans]
        first = Choice("", _("Plan an offensive …"))
        tip = _("Take the planner's marches over as your orders")
        return [DropDown("offensive", [first, *against], "", lambda foe: self._adopter(plans.get(foe, []))(), tip)]

    def _offensive(self, foe: str, orders: Sequence[Order]) -> Widget:
        tip = _("Take the planner's {count} marches over as your orders").format(count=len(orders))
        text = _("Plan an offensive: {state}").format(state=self._title(foe))
        return Button(f"offensive.{foe}", text, self._adopter(orders), tip, icon="swords")

    def _title(self, state: str) -> str:
        countries = self._hall.view.names.countries
        return countries.title(countries.row(state))

    def _planned(self, plans: dict[str, list[Order]]) -> None:
        """The plans are there: at once, or after they were drawn up in a thread."""
        self._offensives = plans
        if self._awaited:
            self._hall.refresh()

    def _adopter(self, orders: Sequence[Order]) -> Callable[[], None]:
        def adopt() -> None:
            given = {order.formation for order in self._hall.given if isinstance(order, (March, Release))}
            new = [order for order in orders if isinstance(order, March) and order.formation not in given]
            self._hall.exchange((), new)

        return adopt

    # one order

    def _form(self, march: March) -> Widget:
        view, names = self._hall.view, self._hall.view.names
        row = names.formations.row(march.formation)
        broken = judge(view, march)
        way = " → ".join(names.places.title(names.places.row(place)) for place in self._whole_path(march))
        rows: list[Widget] = [
            heading(names.formations.title(row)),
            Prose("march.way", plain(way)),
            Prose("march.says", _("Press places on the map to lead it on, or choose the next one here.")),
            self._next_leg(march),
            *self._manner(march),
            days_line(view, march),
            *odds_lines(view, march, self._hall.given),
        ]
        if broken:
            rows.append(Prose("march.law", "{warn:" + all_words(broken).translate({123: "(", 125: ")"}) + "}"))
        give = Button(
            "give",
            _("Give the order"),
            self._give,
            _("It can be taken back until the turn ends"),
            Kind.PRIMARY,
            "check",
        )
        give.blocked = all_words(broken)
        back = Button("drop", _("Back"), self._drop, _("Leave it as it was"), icon="chevron-left")
        clear = Button("clear", _("Clear the way"), lambda: self._alter({"path": ()}), _("Begin its way anew"))
        scroll = Scroll(Column(*rows, Row(clear, *self._release(march)), gap=6), "march", _("Scroll with the arrows"))
        after = self._roster.next_button(self._idle(commanded(view)))
        return Column(scroll.growing(), Rule(), Row(back, after, gap(), give))

    def _next_leg(self, march: March) -> Widget:
        """The next place of the way, for those who use the keyboard."""
        names = self._hall.view.names.places
        ends = sorted(onward(self._hall.view, march), key=lambda name: names.title(names.row(name)))
        choices = [Choice("", _("Next place")), *(Choice(name, names.title(names.row(name))) for name in ends)]
        leg = DropDown("leg", choices, "", self._lead_on, _("Lead it on by one place"))
        leg.blocked = "" if ends else _("No way leads on from here.")
        return leg

    def _lead_on(self, place: str) -> None:
        self.pick(place, "")

    def _manner(self, march: March) -> list[Widget]:
        """How the order is carried out, and how much it may cost."""
        return [
            caption(_("Posture")),
            DropDown(
                "posture",
                [Choice(p, spoken(p)) for p in POSTURES],
                march.posture,
                lambda p: self._alter({"posture": p}),
                _posture_tip(march.posture),
            ),
            caption(_("Breaks off after losing")),
            Slider(
                "limit",
                Scale(5, 100, 5, "%"),
                march.loss_limit // PER_CENT,
                lambda share: self._alter({"loss_limit": share * PER_CENT}),
                _("Share of its strength"),
                Telling.LET_GO,
            ),
        ]

    def _release(self, march: March) -> list[Widget]:
        order = Release(formation=march.formation)
        if judge(self._hall.view, order):
            return []
        tip = _("Back to national command")
        if not self._is_lent(order):
            tip = _("Ends its order: the defence plan disposes of it again")
        return [Button("release", _("Release"), lambda: self._give_orders([order]), tip)]

    def _is_lent(self, order: Release) -> bool:
        """The formation was transferred to the seat by its state."""
        names = self._hall.view.names.formations
        return bool(self._hall.view.state.formations[names.row(order.formation)].command >= 0)

    def _alter(self, update: dict[str, object]) -> None:
        if self._march is not None:
            self._march = self._march.model_copy(update=update)
            self._hall.refresh()

    def _give(self) -> None:
        if self._march is not None:
            self._give_orders([self._march])

    def _give_orders(self, orders: Sequence[March | Release]) -> None:
        """One order a formation: the one before is taken back."""
        units = {order.formation for order in orders}
        given = self._hall.orders().items()
        back = [number for number, old in given if isinstance(old, (March, Release)) and old.formation in units]
        if self._hall.exchange(back, orders):
            self._march = None
            self._hall.refresh()

    def _drop(self) -> None:
        self._march = None
        self._hall.refresh()


def _posture_tip(posture: PostureName) -> str:
    """What the choice is for; of an assault what it waits for."""
    if posture != "assault":
        return _("How it carries the order out")
    return _("An assault waits in contact until its odds are fair; a probe, or one that may lose all, goes in at once")


def _as_set(orders: Sequence[Order]) -> tuple[Order, ...]:
    """Orders whose order does not matter, always in the same one."""
    return tuple(sorted(orders, key=repr))

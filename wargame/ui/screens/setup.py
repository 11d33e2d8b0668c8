"""Setup: which side is played, who plays the others, the seed, and how long the game lasts."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

import pygame

from wargame.ai.policy import Level
from wargame.ai.seating import AI, HUMAN, usual_level
from wargame.catalogue import _, _n
from wargame.engine.chair import FACILITATOR, Chairs
from wargame.engine.compile import compile_scenario
from wargame.model.calendar import WEEK, date_in_words
from wargame.model.codes import BodyKind
from wargame.model.scenario import Scenario
from wargame.model.starts import has_nuclear_use, shortened, signals_only
from wargame.store.scenarios import Listed
from wargame.study.company import Company, Visits, usual_visits
from wargame.study.keeping import MOST_SEED
from wargame.ui.kit.button import Button, Kind, Switch, Toggle
from wargame.ui.kit.dropdown import Choice, DropDown
from wargame.ui.kit.field import TextField
from wargame.ui.kit.label import Badge, Label, caption, heading, title
from wargame.ui.kit.layout import Column, Cross, Row, Rule, gap, panel
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.scroll import Scroll
from wargame.ui.kit.widget import Widget
from wargame.ui.map.marks import marks_of
from wargame.ui.screens.benches import Benches
from wargame.ui.screens.curtain import TITLE
from wargame.ui.screens.people import People
from wargame.ui.screens.pieces import Slot
from wargame.ui.theme.palette import SideMark, Tone
from wargame.ui.theme.type import SMALL, STRONG

SEATS_WIDE = 560  # logical units, as all below
WHO_WIDE = 230
SEED_WIDE = 160
LENGTH_WIDE = 300
SEED_DIGITS = 10
COMMON_SEEDS = 10_000  # seeds that are proposed stay short

USABLE, RULED_OUT = "usable", "ruled_out"  # nuclear weapons

LENGTHS = (3, 6, 9, 12, 18)  # turns that are offered beside the whole

Start = Callable[[Scenario, Company, int], None]


def fresh_seed() -> int:
    """A seed that nobody chose."""
    return SystemRandom().randrange(1, COMMON_SEEDS)


class Setup:
    """Builds the screen; tells the scenario as long as it is wanted, who plays what, and the seed."""

    def __init__(self, listed: Listed, on_start: Start, on_back: Callable[[], None], seed: int | None = None) -> None:
        assert listed.scenario is not None
        self._scenario, self._on_start, self._on_back = listed.scenario, on_start, on_back
        compiled = compile_scenario(self._scenario, 0)
        self._marks: dict[str, SideMark] = marks_of(compiled.world, compiled.state, compiled.names)
        self.seats = {body: f"{AI}:{usual_level(self._scenario, body).value}" for body in self._scenario.bodies}
        self.delegates: list[str] = []
        self._people = People(self._check)
        self._benches = Benches(self._scenario, self._sit)
        self._who = Slot()
        self._visits = usual_visits(self._scenario)
        self._chairs = Chairs.EMPTY
        self._turns = self._scenario.turns
        self._use = USABLE
        self.seats[next(iter(self.seats))] = HUMAN
        self.seed = fresh_seed() if seed is None else seed
        self._start = Button("start", _("Begin"), self._begin, _("Begin the game"), Kind.PRIMARY, "play")
        self.root: Widget = self._page()

    def _page(self) -> Widget:
        back = Button("back", _("Back"), self._on_back, _("To the scenarios"), icon="chevron-left")
        field = TextField(
            "seed",
            self._typed,
            _("The same seed is the same world: its dice follow from it"),
            _("Seed"),
            limit=SEED_DIGITS,
            accepts=str.isdecimal,
        )
        field.text = str(self.seed)
        self._fill()
        who = Scroll(self._who, "who", _("Scroll with the arrows"))
        seats = panel(
            title(self._scenario.title),
            Row(Label(self._first_day(), SMALL, Tone.DIM), gap(), self._length_choice(), cross=Cross.MIDDLE),
            heading(_("Who plays")),
            who.growing(),
            Row(
                Column(caption(_("Seed of the game")), field, gap=4).sized(wide=SEED_WIDE),
                Column(caption(_("A person is asked")), self._visits_choice(), gap=4).growing(),
                gap=12,
            ),
        ).sized(wide=SEATS_WIDE)
        about = panel(Scroll(Prose("aims", self._aims()), "about", _("Scroll with the arrows")).growing()).growing()
        foot = Row(back.on_key(pygame.K_ESCAPE), gap(), self._start.on_key(pygame.K_RETURN))
        return Column(Row(seats, about, gap=12).growing(), foot, gap=12, pad=16)

    def _row(self, body: str) -> Widget:
        facts = self._scenario.bodies[body]
        kind = {
            BodyKind.COUNCIL: _("A council: its members decide together"),
            BodyKind.LEADERSHIP: _("A leadership: one decides, at a price"),
            BodyKind.NATION: _("A nation that speaks for itself"),
        }[facts.kind]
        who = [
            Choice(HUMAN, _("You")),
            Choice(f"{AI}:{Level.GENERAL.value}", _("Computer: general")),
            Choice(f"{AI}:{Level.STAFF.value}", _("Computer: staff")),
            Choice(f"{AI}:{Level.CADET.value}", _("Computer: cadet")),
        ]
        choose = DropDown(
            f"seat.{body}", who, self.seats[body], lambda key: self._seat(body, key), _("Who decides for this side")
        )
        names = Column(Label(facts.name, STRONG), Label(kind, SMALL, Tone.DIM), gap=0)
        return Row(Badge(self._marks[body]), names.growing(), choose.sized(wide=WHO_WIDE), cross=Cross.MIDDLE, gap=12)

    def _visits_choice(self) -> DropDown:
        choices = [
            Choice(Visits.SEVERAL.value, _("For decisions, then for orders")),
            Choice(Visits.ONE.value, _("Once a turn, as in a class")),
        ]
        tip = _("Once a turn: decisions and orders in one visit, so that a class passes the machine on less often")
        return DropDown("visits", choices, self._visits.value, self._ask, tip)

    def _first_day(self) -> str:
        return date_in_words(self._scenario.first_day())

    def _length_choice(self) -> Widget:
        whole = self._scenario.turns
        choices = [Choice(str(turns), self._lasting(turns)) for turns in (whole, *(n for n in LENGTHS if n < whole))]
        tip = _("Where the last turn is; what each side is scored by is read then")
        return DropDown("length", choices, str(self._turns), self._last, tip).sized(wide=LENGTH_WIDE)

    def _lasting(self, turns: int) -> str:
        days = turns * self._scenario.weeks_a_turn * WEEK
        end = date_in_words(self._scenario.first_day() + days)
        return _n("{turns} turn, to {end}", "{turns} turns, to {end}", turns).format(turns=turns, end=end)

    def _last(self, turns: str) -> None:
        self._turns = int(turns)

    def _use_choice(self) -> list[Widget]:
        """Whether nuclear weapons may be used, where the scenario leaves that to its host."""
        if not has_nuclear_use(self._scenario):
            return []
        choices = [
            Choice(USABLE, _("Nuclear weapons: a side may use them, at its peril")),
            Choice(RULED_OUT, _("Nuclear weapons: threats and postures only")),
        ]
        tip = _("Limited use on the upper rungs, after a threat; an answer in kind ends the game for all")
        return [Rule(), DropDown("nuclear", choices, self._use, self._rule_out, tip)]

    def _rule_out(self, use: str) -> None:
        self._use = use

    def _ask(self, visits: str) -> None:
        self._visits = Visits(visits)

    def _fill(self) -> None:
        """A line a side, and under it the name and PIN of a person; then the states with delegates, and what a host may rule out."""
        rows: list[Widget] = []
        for body in self._scenario.bodies:
            rows.append(self._row(body))
            if self.seats[body] == HUMAN:
                rows.append(self._people.fields(body))
        benches = self._benches.rows(self.delegates, lambda state: [self._people.fields(state)])
        self._who.put(Column(*rows, Rule(), *benches, Rule(), *self._chair(), *self._use_choice(), gap=8))

    def _chair(self) -> list[Widget]:
        """Whether somebody facilitates, and under it the name and PIN of who does."""
        switch = Switch.ON if self._chairs is Chairs.TAKEN else Switch.OFF
        tip = _("A teacher who opens each turn, sees everything, and tells the players what comes from outside")
        toggle = Toggle("facilitator", _("A facilitator leads the game"), switch, self._lead, tip)
        return [toggle, *([self._people.fields(FACILITATOR)] if self._chairs is Chairs.TAKEN else [])]

    def _lead(self, switch: Switch) -> None:
        self._chairs = Chairs.TAKEN if switch is Switch.ON else Chairs.EMPTY
        self._fill()
        self._check()

    def _sit(self, delegates: list[str]) -> None:
        self.delegates = delegates
        self._fill()
        self._check()

    @property
    def _players(self) -> list[str]:
        """Sides and states for which people play, and who facilitates."""
        leads = [FACILITATOR] if self._chairs is Chairs.TAKEN else []
        return [*(body for body, who in self.seats.items() if who == HUMAN), *self.delegates, *leads]

    def _aims(self) -> str:
        """What each side is scored by."""
        lines = []
        for body, facts in self._scenario.bodies.items():
            lines.append("# " + plain(facts.name))
            own = (aim for aim in self._scenario.objectives.values() if aim.body == body)
            lines += ["- " + plain(f"{aim.weight}: {aim.text}") for aim in own]
            lines.append("")
        return "\n".join(lines)

    def _seat(self, body: str, who: str) -> None:
        self.seats[body] = who
        self._fill()
        self._check()

    def _typed(self, digits: str) -> None:
        self.seed = int(digits) if digits else -1
        self._check()

    def _check(self) -> None:
        blocked = ""
        if not self._players:
            blocked = _("Somebody must play: give one side to yourself, or one state a delegate.")
        elif not 0 <= self.seed <= MOST_SEED:
            blocked = _("The seed is a whole number up to {most}.").format(most=MOST_SEED)
        for player in self._players:
            if not self._people.agrees(player):
                body = self._scenario.bodies.get(player)
                side = body.name if body else self._benches.title(player) if player != FACILITATOR else TITLE
                blocked = _("The two PINs of {side} are not the same.").format(side=side)
        self._start.blocked = blocked

    def _begin(self) -> None:
        players, people = self._players, self._people
        names, seals = people.names(players), people.seals(players)
        company = Company(dict(self.seats), names, seals, self._visits, tuple(self.delegates), self._chairs)
        hosted = self._scenario if self._use == USABLE else signals_only(self._scenario)
        self._on_start(shortened(hosted, self._turns), company, self.seed)

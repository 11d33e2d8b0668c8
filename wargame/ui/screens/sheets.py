"""The sheet at the right: what is chosen on the map, as the seat knows it, every reckoned value open to its terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from wargame.catalogue import _, _n
from wargame.engine.reading import reading
from wargame.engine.vocabulary import READINGS, word
from wargame.model.calendar import date_in_words
from wargame.model.codes import Act, BodyKind, Kind, Reading, Stance, Terrain
from wargame.model.columns import column_of
from wargame.model.view import View
from wargame.model.world import Place
from wargame.report.readings import in_unit
from wargame.ui.kit.button import Button
from wargame.ui.kit.button import Kind as ButtonKind
from wargame.ui.kit.label import Badge, Label, heading
from wargame.ui.kit.layout import Cross, Row
from wargame.ui.kit.markup import plain
from wargame.ui.kit.prose import Prose
from wargame.ui.kit.widget import Widget
from wargame.ui.map.camps import camps_of
from wargame.ui.map.marks import HUE_MARKS
from wargame.ui.play.game import Game, own_objectives, scores_of
from wargame.ui.screens.bodies import body_rows, measure_rows
from wargame.ui.screens.fighting import granted_rows, war_rows
from wargame.ui.screens.joining import joining_rows
from wargame.ui.screens.levels import Levels, fact_line, law_line
from wargame.ui.screens.moved import moved_of_body, moved_of_state
from wargame.ui.screens.origins import origin_rows
from wargame.ui.screens.outside import outside_sheet
from wargame.ui.screens.pieces import Value, opener, percent, plain_points
from wargame.ui.screens.pledged import pledged_rows
from wargame.ui.screens.standing import order_rows
from wargame.ui.screens.terms import credibility_line, explained_line, told_of
from wargame.ui.theme.palette import NO_SIDE, SideMark, Tone
from wargame.ui.theme.type import SMALL

FULL = 1000
MOST_THREATS = 5
Lead = Callable[[str, str], None]
"""Goes to a thing: what it is (`state`, `place`, `formation`), and its id."""


class Sheets:
    """Makes the sheets of one View."""

    def __init__(self, view: View, marks: dict[str, SideMark], lead: Lead, before: View | None = None) -> None:
        """`before` is what the seat knew in the turn before, where it looked."""
        self.view, self._marks, self._lead, self._before = view, marks, lead, before
        self._names = view.names
        self._camps = camps_of(view.world, view.state, view.names)
        self.levels = Levels(view, before)

    def mark_of(self, country: int) -> SideMark:
        """The mark of the camp of a state, as on the map."""
        return HUE_MARKS[self._camps.by_country[country].hue] if country >= 0 else NO_SIDE

    def mark_of_side(self, body: str) -> SideMark:
        """The mark of a side."""
        return self._marks[body]

    def side(self, game: Game) -> list[Widget]:
        """The seat's own side: objectives with what they score now."""
        body = self._names.bodies.row(self.view.seat)
        own = own_objectives(self.view)
        scores = scores_of(self.view)
        rows: list[Widget] = [self._head(self._marks[self.view.seat], self._names.bodies.title(body))]
        rows += [self._own_body(body), heading(_("Objectives"))]
        for place, row in enumerate(own):
            rows.append(self._objective(row, scores[place]))
        total = sum(scores)
        rows.append(self._total(own, scores, f"{total / FULL:.1f}"))
        rows.append(Label(_("75 decisive, 60 clear, 45 marginal"), SMALL, Tone.FAINT))
        if self.view.world.bodies[body].kind == BodyKind.COUNCIL:
            rows += [heading(_("The body")), credibility_line(self.view, body), *self._levels(body)]
        return rows + self._since(moved_of_body(self.view, self._before, body))

    def _total(self, own: Sequence[int], scores: Sequence[int], said: str) -> Widget:
        titles = self._names.objectives.titles
        terms = {titles[row]: f"{score / FULL:.1f}" for row, score in zip(own, scores, strict=True)}
        name = _("Score as things stand")
        return Value("total", name, said, opener(name, said, lambda: terms), tone=Tone.LINK)

    def _objective(self, row: int, score: int) -> Widget:
        facts, value = self.view.world.objectives[row], int(self.view.state.ledger[row].value)
        terms = {
            _("Read now"): in_unit(facts.reading, value),
            _("Nothing at"): in_unit(facts.reading, int(facts.worst)),
            _("Full marks at"): in_unit(facts.reading, int(facts.best)),
            _("Weight"): str(int(facts.weight)),
        }
        said = f"{score / FULL:.1f} / {int(facts.weight)}"
        name = self._names.objectives.titles[row]
        says = READINGS[Reading(int(facts.reading))] + " "
        note = says + _("Score = weight × (read − nothing) / (full − nothing), between nothing and the weight.")
        return Value(f"objective.{row}", name, said, opener(name, said, lambda: terms, note), name)

    def _levels(self, body: int) -> list[Widget]:
        line = self.levels.line
        return [
            line("bodies", "cohesion", (body,), _("Cohesion"), percent),
            line("bodies", "integration", (body,), _("Integration"), percent),
            line("bodies", "involvement", (body,), _("Involvement"), _of_ten),
        ]

    def state(self, name: str) -> list[Widget]:
        """A state: whom it fears and why, how it answers, its levels."""
        row = self._names.countries.row(name)
        line, own = self.levels.line, (row,)
        rows: list[Widget] = [self._head(self.mark_of(row), self._names.countries.title(row))]
        joined = [b for b in range(self.view.state.bodies.size) if self.view.state.members[b, row].joined]
        rows += [self._link("body", b) for b in joined] or [Label(_("in no body"), SMALL, Tone.DIM)]
        rows += joining_rows(self.view, row, self._lead)
        rows += war_rows(self.view, row)
        rows += granted_rows(self.view, row)
        rows += [heading(_("Threat it feels")), *self._threats(row)]
        rows += [heading(_("How it answers")), self._stance(row)]
        rows += [
            heading(_("At home")),
            line("countries", "opinion", own, _("Opinion for firmness"), percent),
            line("countries", "government", own, _("Support of the government"), percent),
            line("countries", "defence_share", own, self._spending(row), _of_product),
            line("countries", "stocks", own, _("Arms in depots (brigades)"), _tenths),
            line("countries", "economy", own, _("Economy"), percent),
            line("countries", "prices", own, _("Prices"), percent),
            line("countries", "resilience", own, _("Resilience"), percent),
        ]
        for b in joined:
            title = _("Commitment to {body}").format(body=self._names.bodies.title(b))
            rows.append(line("members", "commitment", (b, row), title, percent))
        rows += pledged_rows(self.view, row, self._lead)
        rows += self._since(moved_of_state(self.view, self._before, row))
        return rows + origin_rows(self._names.sources.countries[row])

    def _spending(self, country: int) -> str:
        """What the line of a state's defence spending is called: a guess is called one."""
        is_guess = "defence_share" in self._names.sources.estimates[country]
        return _("Defence spending, estimated") if is_guess else _("Defence spending")

    def _since(self, lines: list[str]) -> list[Widget]:
        """What has moved since the turn before, under its heading."""
        said: list[Widget] = [Label(line, SMALL, Tone.DIM) for line in lines]
        return [heading(_("Since the last turn")), *said] if said else said

    def body(self, name: str) -> list[Widget]:
        """A side or council: how far it is believed, its members, its texts in force."""
        row = self._names.bodies.row(name)
        moved = self._since(moved_of_body(self.view, self._before, row))
        head = self._head(self._marks[name], self._names.bodies.title(row))
        origin = origin_rows(self._names.sources.bodies[row])
        return [head, *body_rows(self.view, row, self._lead, self.levels), *moved, *origin]

    def outside(self, name: str) -> list[Widget]:
        """Where each state outside stands on a side, and why."""
        return outside_sheet(self.view, self._names.bodies.row(name))

    def of(self, what: str, name: str) -> list[Widget]:
        """The sheet of a thing, by what it is and its id."""
        makers = {
            "state": self.state,
            "place": self.place,
            "body": self.body,
            "measure": self.measure,
            "outside": self.outside,
        }
        return makers.get(what, self.formation)(name)

    def measure(self, name: str) -> list[Widget]:
        """A measure: its text, what it does, and where it is in force."""
        return measure_rows(self.view, self._names.measures.row(name), self._lead)

    def _threats(self, row: int) -> list[Widget]:
        felt = column_of(self.view.state.pairs, "threat")[row]
        order = sorted((c for c in range(felt.size) if c != row), key=lambda c: (-int(felt[c]), c))
        return [self._threat(row, other) for other in order[:MOST_THREATS]]

    def _threat(self, row: int, other: int) -> Widget:
        told = told_of(self.view, "threat", row, other)
        pair = self.view.state.pairs[row, other]
        name = self._names.countries.title(other)
        note = _("Belief in aggressive intentions {belief}, last moved by: {act}.").format(
            belief=plain_points(int(pair.intentions)), act=word(Act(int(pair.last_act))).lower()
        )
        widget_id = f"threat.{self._names.countries.ids[other]}"
        title = _("Threat from {state}").format(state=name)
        return explained_line(told, name, widget_id, plain_points, "", plain(note), self.mark_of(other), title)

    def _stance(self, row: int) -> Widget:
        taken = int(self.view.state.countries[row].stance)
        told, title = told_of(self.view, "stance", row, taken), word(Stance(taken))
        return explained_line(told, _("Stance"), "stance", said=title, title=title)

    def place(self, name: str) -> list[Widget]:
        """A region or sea: whose it is, what it is worth, what stands there."""
        row = self._names.places.row(name)
        facts, now = self.view.world.regions[row], self.view.state.regions[row]
        rows: list[Widget] = [self._head(self.mark_of(int(now.controller)), self._names.places.title(row))]
        if facts.home >= 0:
            rows.append(self._link("state", int(facts.home)))
            if now.controller != facts.home:
                rows += [Label(_("Held by"), SMALL, Tone.WARN), self._link("state", int(now.controller), "holder")]
                rows.append(self.levels.line("regions", "unrest", (row,), _("Resistance"), percent))
            rows += [
                Value("", _("Ground"), word(Terrain(int(facts.terrain)))),
                fact_line("people", _("People"), f"{facts.people / FULL:.1f} " + _("million")),
                fact_line("value", _("Worth"), str(int(facts.value))),
                fact_line("infra", _("Roads and depots"), f"{int(facts.infra)} / 5"),
                Value("", _("Port"), _("yes") if facts.port else _("no")),
                *self._narrow_ways(facts),
            ]
        rows += [heading(_("Formations")), *self._formations(row)]
        return rows

    def _narrow_ways(self, facts: Place) -> list[Widget]:
        """The ways on which only so many can attack at once, and how wide they are."""
        ways = (self.view.world.edges[way] for way in range(facts.first_edge, facts.first_edge + facts.edges))
        title = _("Narrow way: {place}")
        return [
            law_line(
                f"narrow.{self._names.places.ids[way.end]}",
                title.format(place=self._names.places.title(int(way.end))),
                _("{km} km").format(km=int(way.front)),
                "COMBAT-27",
            )
            for way in ways
            if way.front > 0
        ]

    def _formations(self, row: int) -> list[Widget]:
        there = _standing(self.view, row)
        if not there:
            return [Label(_("None that we know of."), SMALL, Tone.DIM)]
        return [self._unit_row(u) for u in there]

    def _unit_row(self, unit: int) -> Widget:
        own = self.view.state.formations[unit]
        name = self._names.formations.ids[unit]
        button = Button(
            f"unit.{name}",
            self._names.formations.title(unit),
            lambda: self._lead("formation", name),
            _("Look at this formation: {kind}, strength {strength}").format(
                kind=word(Kind(int(own.kind))), strength=f"{own.strength / FULL:.2f}"
            ),
            ButtonKind.QUIET,
        )
        return Row(Badge(self.mark_of_unit(unit)), button.growing(), cross=Cross.MIDDLE)

    def mark_of_unit(self, unit: int) -> SideMark:
        """The mark of a formation's side."""
        own = self.view.state.formations[unit]
        if own.owner < 0:
            return self._marks[self._names.bodies.ids[int(own.body)]]
        return self.mark_of(int(own.owner))

    def formation(self, name: str) -> list[Widget]:
        """A formation: what it is, how strong, and how sure that is."""
        row = self._names.formations.row(name)
        unit = reading(self.view.state.formations[row])
        exact = bool(self.view.exact["formations"][row])
        seen, line = int(self.view.state.sightings[self.view.body, row].day), self.levels.line
        rows: list[Widget] = [self._head(self.mark_of_unit(row), self._names.formations.title(row))]
        sure = _("Known exactly") if exact else _("Estimated; last seen on {date}").format(date=self.date(seen))
        if not exact and seen < 0:
            sure = _("Estimated from the published order of battle")
        rows.append(Label(sure, SMALL, Tone.DIM))
        if unit.owner >= 0:
            rows.append(self._link("state", int(unit.owner)))
        if unit.at >= 0:
            rows.append(self._link("place", int(unit.at)))
        rows += [
            Value("", _("Type"), word(Kind(int(unit.kind)))),
            line("formations", "strength", (row,), _("Strength (brigades)"), _brigades),
            line("formations", "readiness", (row,), _("Readiness"), percent),
            line("formations", "supply", (row,), _("Supply"), percent),
            line("formations", "dug_in", (row,), _("Entrenchment"), percent),
        ]
        rows += order_rows(self.view, name, self._lead)
        if exact:
            side = self._names.bodies.title(unit.command) if unit.command >= 0 else _("national")
            rows.append(Value("", _("Command"), side))
        if unit.command >= 0:
            until = (
                _("Until {date}").format(date=self.date(unit.release_day))
                if unit.release_day >= 0
                else _("Without end")
            )
            rows += [Value("", _("Authority"), until), self._link("body", unit.command)]
        return [*rows, *self._contributors(row), *origin_rows(self._names.sources.formations[row])]

    def date(self, day: int) -> str:
        """A day of the game in words."""
        return date_in_words(int(self.view.world.course[0].first_day) + day)

    def _contributors(self, unit: int) -> list[Widget]:
        table = self.view.state.contributions
        parts = [table[k] for k in range(table.size) if table[k].alive and table[k].formation == unit]
        if not parts:
            return []
        rows: list[Widget] = [heading(_("Soldiers from"))]
        for part in parts:
            title = self._names.countries.title(int(part.country))
            said, mark = percent(int(part.share)), self.mark_of(int(part.country))
            key = f"soldiers.{self._names.countries.ids[int(part.country)]}"
            rows.append(law_line(key, title, said, "COMBAT-17", "COMBAT-16", mark=mark))
        return rows

    def _link(self, what: str, row: int, role: str = "") -> Widget:
        rolls = {"state": self._names.countries, "place": self._names.places, "body": self._names.bodies}
        tips = {
            "state": _("Look at this state"),
            "place": _("Look at this place"),
            "body": _("Look at this body"),
        }
        icon, roll = {"state": "flag", "place": "map", "body": "users"}[what], rolls[what]
        name = roll.ids[row]
        key = f"lead.{what}.{name}" if what == "body" else f"lead.{role or what}"
        return Button(key, roll.title(row), lambda: self._lead(what, name), tips[what], ButtonKind.QUIET, icon)

    def _own_body(self, body: int) -> Widget:
        """The way to the sheet of the seat's own side, named after what stands there: the side's name stands above it."""
        name = self._names.bodies.ids[body]
        text, tip = _("Members and texts in force"), _("Look at this body")
        return Button(f"lead.body.{name}", text, lambda: self._lead("body", name), tip, ButtonKind.QUIET, "users")

    def _head(self, mark: SideMark, name: str) -> Widget:
        return Row(Badge(mark), Prose("sheet.name", "# " + plain(name)).growing(), cross=Cross.MIDDLE)


def _of_product(value: int) -> str:
    return f"{value / 100:.2f} % " + _("of GDP")


def _of_ten(value: int) -> str:
    return f"{value / FULL:.1f} / 10"


def _tenths(value: int) -> str:
    return f"{value / FULL:.1f}"


def _brigades(value: int) -> str:
    return f"{value / FULL:.2f}"


def _standing(view: View, place: int) -> list[int]:
    """The formations that stand in a place, as far as is known."""
    units = view.state.formations
    there = (column_of(units, "alive") == 1) & (column_of(units, "at") == place)
    return [int(unit) for unit in np.flatnonzero(there)]


def card_lines(view: View, place: str, formation: str) -> Sequence[str]:
    """The card under the pointer: the name of the place or formation, and a line or two."""
    names = view.names
    if formation:
        row = names.formations.row(formation)
        unit = view.state.formations[row]
        kind = word(Kind(int(unit.kind)))
        sure = "" if view.exact["formations"][row] else _(" (estimated)")
        return [
            names.formations.title(row),
            _("{kind}, {strength} brigades{sure}").format(kind=kind, strength=f"{unit.strength / FULL:.2f}", sure=sure),
        ]
    if not place:
        return []
    row = names.places.row(place)
    facts, now = view.world.regions[row], view.state.regions[row]
    there = _standing(view, row)
    strength = int(column_of(view.state.formations, "strength")[there].sum())
    words = _n("{count} formation, {strength} brigades", "{count} formations, {strength} brigades", len(there))
    forces = words.format(count=len(there), strength=f"{strength / FULL:.1f}")
    if facts.home < 0:
        return [names.places.title(row), forces]
    held = names.countries.title(int(now.controller))
    if now.controller != facts.home:
        held = _("{holder} holds it, land of {home}").format(holder=held, home=names.countries.title(int(facts.home)))
    return [names.places.title(row), held, forces]

"""The world outside, in the sheets: where states outside stand on a side, how they voted, and why."""

from __future__ import annotations

from collections.abc import Callable

from wargame.catalogue import _
from wargame.engine.vocabulary import STANDS, VOTES
from wargame.model.codes import Stand
from wargame.model.view import View
from wargame.rules.law import plain
from wargame.rules.outside import isolation, leaning, leans, line_of, rivals
from wargame.ui.kit.button import Button, Kind
from wargame.ui.kit.label import Label, heading
from wargame.ui.kit.markup import plain as plain_text
from wargame.ui.kit.widget import Widget
from wargame.ui.screens.levels import law_line
from wargame.ui.screens.pieces import Value, opener, percent, plain_points
from wargame.ui.theme.palette import Tone
from wargame.ui.theme.type import SMALL

Lead = Callable[[str, str], None]
ORDER = (Stand.CONDEMNS, Stand.ASIDE, Stand.SUPPORTS)


def outside_rows(view: View, body: int, lead: Lead) -> list[Widget]:
    """In the sheet of a side: how many states outside stand where on it, and the way to each; nothing where there are none."""
    if not len(view.names.outsiders):
        return []
    weight = percent(plain(isolation)(view.world, view.state, body))
    said = [f"{len(_standing(view, body, stand))} {STANDS[stand]}" for stand in ORDER]
    rows: list[Widget] = [heading(_("The world outside")), Label(", ".join(said), SMALL)]
    rows.append(law_line("outside.weight", _("Weight of those who condemn"), weight, "OUTSIDE-5"))
    tip = _("Each state outside, and why it stands where it does")
    name = view.names.bodies.ids[body]
    return [
        *rows,
        Button(f"lead.outside.{name}", _("State by state"), lambda: lead("outside", name), tip, Kind.QUIET, "users"),
    ]


def outside_sheet(view: View, body: int) -> list[Widget]:
    """All states outside, those that condemn a side first; each opens into what speaks for that."""
    title = _("The world outside on {side}").format(side=view.names.bodies.title(body))
    rows: list[Widget] = [heading(title)]
    for stand in ORDER:
        found = _standing(view, body, stand)
        if found:
            rows.append(Label(f"{len(found)} {STANDS[stand]}", SMALL, Tone.DIM))
            rows += [_line(view, body, outsider) for outsider in found]
    return rows


def _standing(view: View, body: int, stand: Stand) -> list[int]:
    """The states outside that stand so on a side, by their product, the largest first."""
    found = [o for o in range(len(view.names.outsiders)) if view.state.regards[o, body].stand == stand]
    return sorted(found, key=lambda outsider: -int(view.world.outsiders[outsider].gdp))


def _line(view: View, body: int, outsider: int) -> Widget:
    names, regard = view.names, view.state.regards[outsider, body]
    title, stand = names.outsiders.title(outsider), Stand(int(regard.stand))
    voted = (
        _("It {voted} when last asked.").format(voted=VOTES[Stand(int(regard.vote))]) + " " if regard.vote >= 0 else ""
    )
    terms, together = leaning_terms(view, body, outsider)
    note = plain_text(f"{voted}{_lines(view, body, outsider)} {names.sources.outsiders[outsider]}")
    opens = opener(title, plain_points(together), lambda: terms, note)
    return Value(f"outside.{names.outsiders.ids[outsider]}", title, STANDS[stand], opens)


def leaning_terms(view: View, body: int, outsider: int) -> tuple[dict[str, str], int]:
    """What speaks for condemning a side, in points, and what it makes together (1/1000), by the law that decides it (OUTSIDE-3)."""
    n, regard = view.world.state_numbers[0], view.state.regards[outsider, body]
    every, law = plain(rivals)(view.world, view.state), plain(leaning)
    towards = (int(view.state.regards[outsider, b].goodwill) for b, rival in enumerate(every[body]) if rival)
    terms = {
        _("What the side has done"): plain_points(law(n, int(regard.ill), 0, 0)),
        _("Goodwill towards it"): plain_points(law(n, 0, int(regard.goodwill), 0)),
        _("Goodwill towards its adversary"): plain_points(law(n, 0, 0, max(towards, default=0))),
    }
    return terms, int(plain(leans)(view.world, view.state, every, outsider, body))


def _lines(view: View, body: int, outsider: int) -> str:
    """Beyond what a state condemns and supports, as it stands now (OUTSIDE-4)."""
    n, stand = view.world.state_numbers[0], Stand(int(view.state.regards[outsider, body].stand))
    aside = int(view.world.outsiders[outsider].aside)
    condemns, supports = (plain(line_of)(n, aside, int(stand == beyond)) for beyond in (Stand.CONDEMNS, Stand.SUPPORTS))
    says = _("It condemns beyond {condemns} and supports below {supports}.")
    return says.format(condemns=plain_points(condemns), supports=plain_points(-supports))

"""A scenario as text: hand-written sides with the sections made from tables set in."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.board import borders, edges, regions, seas
from tools.scenario.edition import Edition
from tools.scenario.forces import american_hosts, formations, placed_and_ordered
from tools.scenario.links import disputes, weights
from tools.scenario.outside import outside
from tools.scenario.states import countries, members
from tools.scenario.tables import text

BODIES = ("nato", "eu", "russia", "ukraine")


def scenario_text(edition: Edition) -> str:
    """The whole file: a frame in which each word in double braces stands for members or for a section."""
    whole = text(f"{edition.name}.yaml")
    for body in BODIES:
        whole = whole.replace(f"{{{{members {body}}}}}", members(edition, body))
    whole = whole.replace("{{starts}}", "\n".join(placed_and_ordered()))
    whole = whole.replace("{{outside}}", "\n".join(outside(edition)))
    return whole.replace("{{board}}", "\n".join(_board(edition)))


def _board(edition: Edition) -> Iterator[str]:
    yield "countries:"
    yield from countries(edition)
    yield from ("", "links:", "  borders:")
    yield from borders()
    yield "  # All weights are design values; the sources say what they rest on, the marks behind them how sure that is: high, a"
    yield "  # source was seen or the act is a treaty, judgment or date of public record; medium, from memory; low, an estimate."
    yield "  history:"
    yield from weights(edition, "history")
    yield "  disputes:"
    yield from disputes(edition)
    yield "  ties:"
    yield from weights(edition, "ties")
    yield "  claims:"
    yield from weights(edition, "claims")
    yield from ("", "# `people` is the share of the country; `value` is a design value of 0 to 5.", "regions:")
    yield from regions(edition)
    yield from ("", "seas:")
    yield from seas()
    yield from ("", "# Great-circle distances between main cities and middles of seas.", "edges:")
    yield from edges(edition)
    yield from _forces(edition)


def _forces(edition: Edition) -> Iterator[str]:
    yield ""
    yield "# Strength is in brigade-equivalents: the grade of the order of battle (1 to 10) divided by 3; where a source gives soldiers,"
    yield "# they count 4,000 a brigade. Strategic nuclear forces are no formations here but `warheads` of their states. The order of"
    yield "# battle is approximate (open sources); marks stand behind entries that were looked up."
    if edition.forces_year == "2022":
        yield "# American soldiers by host in January 2022 (Department of Defense, press), and how many stand in ground formations below,"
        yield "# strong in proportion to them; the rest is air wings and ships, which keep their grade, headquarters, supply and training."
        yield from american_hosts()
    yield "formations:"
    yield from formations(edition)

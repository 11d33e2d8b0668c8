"""A scenario as text: hand-written sides with the sections made from tables set in."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.board import borders, edges, regions, seas
from tools.scenario.edition import Edition
from tools.scenario.forces import american_hosts, formations, placed_and_ordered
from tools.scenario.links import claims, disputes, weights
from tools.scenario.states import countries, members
from tools.scenario.tables import text

BODIES = ("nato", "eu", "russia", "ukraine")


def scenario_text(edition: Edition) -> str:
    """The whole file: a frame in which each word in double braces stands for members or for a section."""
    whole = text(f"{edition.name}.yaml")
    for body in BODIES:
        whole = whole.replace(f"{{{{members {body}}}}}", members(edition, body))
    whole = whole.replace("{{starts}}", "\n".join(placed_and_ordered(edition)))
    return whole.replace("{{board}}", "\n".join(_board(edition)))


def _board(edition: Edition) -> Iterator[str]:
    yield "countries:"
    yield from countries(edition)
    yield from ("", "links:", "  borders:")
    yield from borders()
    yield "  # All weights are design values; the sources say what they rest on."
    yield "  history:"
    yield from weights(edition, "history")
    yield "  disputes:"
    yield from disputes(edition)
    yield "  ties:"
    yield from weights(edition, "ties")
    yield "  claims:"
    yield from claims(edition)
    yield from ("", "# `people` is the share of the country; `value` is a design value of 0 to 5.", "regions:")
    yield from regions(edition)
    yield from ("", "seas:")
    yield from seas()
    yield from ("", "# Great-circle distances between main cities and middles of seas.", "edges:")
    yield from edges(edition)
    yield from _forces(edition)


def _forces(edition: Edition) -> Iterator[str]:
    yield ""
    yield "# Strength is in brigade-equivalents: the grade of the order of battle (1 to 10) divided by 3; battlegroups by"
    yield "# their soldiers, 4,000 a brigade. Strategic nuclear forces are no formations here but `warheads` of their states."
    if edition.forces_year == "2022":
        yield "# American soldiers by host in January 2022 (Department of Defense, press):"
        yield from american_hosts()
    yield "formations:"
    yield from formations(edition)

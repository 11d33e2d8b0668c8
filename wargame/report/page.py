"""The report as one page of HTML that needs nothing else: no script, no picture, no letters from elsewhere, no clock, no path."""

from __future__ import annotations

from itertools import chain

from wargame.catalogue import _
from wargame.report.benches import benches
from wargame.report.charts import charts_of
from wargame.report.drafts import drafts_of
from wargame.report.element import Element, element
from wargame.report.expected import attacks_of
from wargame.report.foreseen import foreseen
from wargame.report.glossary import caveat, glossary
from wargame.report.graphs import graphs
from wargame.report.head import head, provenance
from wargame.report.hotwash import hotwash
from wargame.report.injected import outside
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part
from wargame.report.retrace import Retraced
from wargame.report.style import STYLE
from wargame.report.timeline import timeline

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""


def page(game: Retraced, known: Knowledge) -> str:
    """The whole page, with a line end after it."""
    drafts, attacks = drafts_of(known), attacks_of(known)
    parts = [
        hotwash(game, known, drafts, attacks),
        timeline(game, known, drafts),
        graphs(charts_of(known)),
        foreseen(known, drafts, attacks),
    ]
    laws = chain.from_iterable(part.laws for part in parts)
    parts[2:2] = benches(game, known)
    parts[1:1] = outside(game, known)
    parts += [caveat(), glossary(laws), provenance(game, known)]
    sections = [part.section for part in parts]
    body = element("body", head(game, known), _contents(parts), element("main", *sections))
    title = _("After-action report: {scenario}").format(scenario=known.scenario.title)
    return f"<!DOCTYPE html>\n{element('html', _head(title), body, lang=_('en'))}\n"


def _head(title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", **{"http-equiv": "Content-Security-Policy", "content": POLICY}),
        element("meta", name="viewport", content="width=device-width"),
        element("title", title),
        element("style", STYLE),
    )


def _contents(parts: list[Part]) -> Element:
    links = [element("li", element("a", part.title, href=f"#{part.id}")) for part in parts]
    return element("nav", element("ul", *links), aria_label=_("Contents"))

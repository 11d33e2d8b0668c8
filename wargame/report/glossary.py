"""The glossary: the sentences of the laws that the page cites, and what a model can and cannot show."""

from __future__ import annotations

from collections.abc import Iterable

from wargame.catalogue import _, translated
from wargame.report.element import Element, element
from wargame.report.pieces import Part, listed
from wargame.rules import entries
from wargame.rules.law import LAWS


def glossary(laws: Iterable[str]) -> Part:
    """Each law once, by its id. Raises KeyError for a law that the rulebook does not have."""
    assert entries.__name__  # loads every chapter of the rulebook
    told: list[Element] = []
    for id in sorted(set(laws), key=_in_order):
        law = LAWS[id]
        told.append(element("dt", element("strong", id), id=id))
        source = element("span", translated(law.source), class_="small")
        told.append(element("dd", translated(law.sentence), element("br"), source))
    says = _("The laws of the rulebook by which the figures of this report were made, each with its source.")
    return Part("glossary", _("Laws cited"), (element("p", says), element("dl", *told)))


def _in_order(id: str) -> tuple[str, int]:
    """By chapter, then by number."""
    chapter, _dash, number = id.rpartition("-")
    return chapter, int(number)


def caveat() -> Part:
    """What the report is no proof of."""
    return Part(
        "caveat",
        _("What this can and cannot show"),
        tuple(
            listed(
                (
                    _(
                        "One game is one course of events among many: another seed, the same decisions, another "
                        "outcome."
                    ),
                    _(
                        "A model shows what follows from its assumptions. It does not show that the world works "
                        "so, and it forecasts nothing."
                    ),
                    _(
                        "States are one mind each here; governments are not. Their values are estimates, whose "
                        "sources the scenario names."
                    ),
                    _("Every figure is made by laws that can be read and disputed: dispute the law, not the figure."),
                    _(
                        "That an attack did not come does not prove that it was deterred: what was not done "
                        "leaves no trace."
                    ),
                    _("The figures are this game's. What the class learned is not in them."),
                )
            )
        ),
    )

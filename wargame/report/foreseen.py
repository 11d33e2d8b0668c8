"""Expected and actual, on the page: battles against their odds, plans against their scores, soundings against positions."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.report.drafts import Draft
from wargame.report.element import Element, Node, element
from wargame.report.expected import Attack, plans_foreseen, soundings_of
from wargame.report.knowledge import Knowledge
from wargame.report.pieces import Part, note, nothing, table

UNKNOWN = "–"
LAWS = ("COMBAT-8", "COMBAT-11", "COMBAT-14")


def foreseen(known: Knowledge, drafts: list[Draft], attacks: list[Attack]) -> Part:
    """The three of them."""
    body: list[Node] = [element("h3", _("Attacks and their odds")), *_attacks(known, attacks)]
    body += [element("h3", _("Plans of AIs and their scores")), *_plans(known)]
    body += [element("h3", _("Soundings and positions")), *_soundings(known, drafts)]
    return Part("expected", _("Expected and actual"), tuple(body), LAWS)


def _attacks(known: Knowledge, attacks: list[Attack]) -> list[Element]:
    if not attacks:
        return [nothing(_("Nobody attacked."))]
    expected, broke = sum(attack.chance for attack in attacks), sum(attack.fell for attack in attacks)
    says = _(
        "By the odds at their first battles {expected} of {count} attacks were to break through; {actual} took "
        "their place. The chance is that of one battle at middling luck; what comes up later changes it."
    ).format(expected=f"{expected:.1f}", count=len(attacks), actual=broke)
    headings = (
        _("Attack"),
        _("Outcome"),
        _("From"),
        _("Battles"),
        _("Chance at first"),
        _("Luck"),
        _("Lost by attacker (brigades)"),
        _("Lost by defender (brigades)"),
    )
    return [note(says, LAWS), *table(headings, [_attack(known, attack) for attack in attacks], 5)]


def _attack(known: Knowledge, attack: Attack) -> tuple[str, ...]:
    title = _("{attacker} on {place} ({defender})").format(
        attacker=known.country(attack.attacker),
        place=known.place(attack.place),
        defender=known.country(attack.defender),
    )
    return (
        title,
        _("taken") if attack.fell else _("held"),
        known.telling.short_date(attack.first_day),
        str(attack.battles),
        f"{100 * attack.chance:.0f} %",
        UNKNOWN if attack.luck is None else f"× {attack.luck:.2f}",
        f"{attack.attacker_lost:.2f}",
        f"{attack.defender_lost:.2f}",
    )


def _plans(known: Knowledge) -> list[Element]:
    plans = list(plans_foreseen(known))
    if not plans:
        return [nothing(_("No AI foresaw a score."))]
    error = sum(abs(plan.actual - plan.expected) for plan in plans) / len(plans)
    says = _(
        "Before it decides an AI plays a few futures of each plan on what it knows. What the chosen plan "
        "was to score, and what its seat scored by then; on average they differ by {error} points."
    ).format(error=f"{error:.1f}")
    rows = [
        (
            known.body(plan.seat),
            str(plan.turn),
            str(plan.due),
            f"{plan.expected:.1f}",
            f"{plan.actual:.1f}",
            f"{plan.actual - plan.expected:+.1f}".replace("-", "−"),
        )
        for plan in plans
    ]
    headings = (_("Side"), _("Turn"), _("By end of turn"), _("Expected"), _("Actual"), _("Difference"))
    return [note(says), *table(headings, rows, 5)]


def _soundings(known: Knowledge, drafts: list[Draft]) -> list[Element]:
    rows = [
        (
            str(sounding.turn),
            known.body(sounding.body),
            known.country(sounding.member),
            sounding.said,
            "; ".join(sounding.did) or UNKNOWN,
        )
        for sounding in soundings_of(known, drafts)
    ]
    headings = (_("Turn"), _("By"), _("Member"), _("In private"), _("In the council"))
    return table(headings, rows) or [nothing(_("Nobody was sounded out."))]

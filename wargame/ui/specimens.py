"""What the gallery shows in its tables, charts and texts: invented, and only to look at."""

from __future__ import annotations

from wargame.catalogue import _
from wargame.ui.kit.canvas import Align
from wargame.ui.kit.chart_model import Chart, ChartKind, Series
from wargame.ui.kit.rows import Entry, Heading, number, share, sided, words
from wargame.ui.theme.palette import NO_SIDE, Tone, side_mark

MANY = 1000  # formations, more than any screen shows
LIKELY, UNLIKELY = 600, 350  # thousandths of support, from which on it is green or red
STATES = (
    ("EST", "Estonia", "nato", 812, 740, "Press on"),
    ("LVA", "Latvia", "nato", 790, 655, "Press on"),
    ("LTU", "Lithuania", "nato", 805, 702, "Press on"),
    ("POL", "Poland", "nato", 776, 815, "Lead"),
    ("DEU", "Germany", "nato", 402, 566, "Wait"),
    ("FRA", "France", "nato", 355, 610, "Wait"),
    ("HUN", "Hungary", "nato", 148, 290, "Hold back"),
    ("TUR", "Türkiye", "nato", 260, 335, "Hold back"),
    ("FIN", "Finland", "eu", 744, 690, "Press on"),
    ("SWE", "Sweden", "eu", 701, 648, "Press on"),
    ("IRL", "Ireland", "eu", 190, 410, "Wait"),
    ("UKR", "Ukraine", "ukraine", 958, 880, "Fight"),
    ("RUS", "Russia", "russia", 520, 470, "Probe"),
    ("BLR", "Belarus", "russia", 488, 300, "Follow"),
    ("CHE", "Switzerland", "", 120, 250, "Stay out"),
)
KINDS = (
    ("Mechanised Brigade", "shield"),
    ("Armoured Brigade", "swords"),
    ("Fighter Wing", "plane"),
    ("Frigates", "anchor"),
)
PLACES = ("Tallinn", "Narva", "Rīga", "Daugavpils", "Suwałki", "Łódź", "Šiauliai", "Kaliningrad", "Pskov", "Hrodna")


def state_headings() -> list[Heading]:
    """Columns of the table of states."""
    return [
        Heading("state", _("State"), _("Sort by name"), 120, 2),
        Heading("threat", _("Threat"), _("Sort by the threat it sees"), 54, 0, Align.RIGHT),
        Heading("support", _("Expected support"), _("Sort by expected support"), 150, 2),
        Heading("stance", _("Stance"), _("Sort by stance"), 76, 1),
    ]


def state_entries() -> list[Entry]:
    """Rows of the table of states."""
    return [
        Entry(
            key,
            (
                sided(name, side_mark(side) if side else NO_SIDE),
                number(threat, str(threat)),
                share(support, f"{support // 10} %", _support_tone(support)),
                words(stance, Tone.DIM),
            ),
        )
        for key, name, side, threat, support, stance in STATES
    ]


def force_headings() -> list[Heading]:
    """Columns of the table of formations."""
    return [
        Heading("formation", _("Formation"), _("Sort by name"), 180, 2),
        Heading("place", _("Place"), _("Sort by place"), 84, 1),
        Heading("strength", _("Strength"), _("Sort by strength"), 120, 1),
        Heading("supply", _("Supply"), _("Sort by days of supply"), 64, 0, Align.RIGHT),
    ]


def force_entries() -> list[Entry]:
    """A thousand rows of formations."""
    return [_force(place) for place in range(MANY)]


def _force(place: int) -> Entry:
    kind, icon = KINDS[place % len(KINDS)]
    strength, days = 1000 - place * 37 % 650, place * 7 % 30 + 1
    return Entry(
        f"f{place}",
        (
            words(f"{place + 1} {kind}", Tone.TEXT, icon),
            words(PLACES[place * 3 % len(PLACES)], Tone.DIM),
            share(strength, f"{strength // 10} %", _support_tone(strength)),
            number(days, f"{days} d"),
        ),
    )


def _support_tone(thousandths: int) -> Tone:
    if thousandths >= LIKELY:
        return Tone.GOOD
    return Tone.BAD if thousandths < UNLIKELY else Tone.WARN


def threat_chart() -> Chart:
    """A line chart."""
    months = tuple(f"{month:02d}/2016" for month in range(1, 13))
    return Chart(
        ChartKind.LINES,
        months,
        (
            Series("Estonia", (412, 430, 455, 470, 520, 610, 655, 640, 700, 742, 790, 812)),
            Series("Germany", (210, 215, 214, 230, 262, 300, 318, 330, 352, 360, 390, 402)),
            Series("Hungary", (120, 118, 125, 122, None, None, 140, 138, 141, 150, 149, 148)),
        ),
    )


def ledger_chart() -> Chart:
    """A bar chart."""
    return Chart(
        ChartKind.BARS,
        ("Q1", "Q2", "Q3", "Q4"),
        (Series(_("Pledged"), (12.5, 14.0, 15.5, 18.0)), Series(_("Delivered"), (6.0, 9.5, 13.0, 16.5))),
        _("EUR bn"),
    )


def declaration() -> str:
    """A rich text."""
    return _(
        "# Declaration of the North Atlantic Council\n"
        "The Council met at the request of [Estonia](state:EST) and [Poland](state:POL) under *Article 4*. "
        "The pressure on the [Suwałki corridor](region:PL-SUWA) was judged {warn:grave}; "
        "**nobody broke the silence**.\n"
        "\n"
        "- **Decided:** one battlegroup to each of the three states, from [Germany](state:DEU), Canada and "
        "the United Kingdom.\n"
        "- **Price:** {bad:12 political capital} in Berlin, {good:none} in Warsaw.\n"
        "- **Reserved:** Hungary reserves its freedom of action.\n"
        "\n"
        "Why did Germany agree? Its [support](why:DEU) rose by 84: *threat* +52, *ties* +40, *exposure* −8. "
        "Every number can be opened into its terms, and every name leads on."
    )

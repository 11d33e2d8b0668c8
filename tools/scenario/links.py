"""What states are to each other: history, disputes, ties, claims; behind each source how sure it is."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.edition import Edition
from tools.scenario.tables import Row, by, parts, rows
from tools.scenario.writing import item

Pair = tuple[str, str]  # observer, other
SEEN_BACK = "The same, seen from the other side."


def weights(edition: Edition, table: str) -> Iterator[str]:
    """The entries of `links.history`, `links.ties` or `links.claims`: of rows about one pair the first counts."""
    weighed: set[Pair] = set()
    for row in rows(table):
        if edition.holds(row):
            fresh = [pair for pair in _pairs(edition, row) if pair not in weighed]
            weighed.update(fresh)
            yield from _entries(fresh, int(row["weight"]), _source(edition, row), row["conf"])


def disputes(edition: Edition) -> Iterator[str]:
    """The entries of `links.disputes`, in both directions, and which allies have none."""
    found: set[str] = set()
    for row in rows("disputes"):
        if edition.holds(row):
            one, other = row["one"], row["other"]
            found |= {one, other}
            source, conf = row["source"], row["conf"]
            if row["weight_one"] == row["weight_other"]:
                yield from _entry([one, other], [one, other], int(row["weight_one"]), source, conf)
            else:
                yield from _entry([one], [other], int(row["weight_one"]), source, conf)
                yield from _entry([other], [one], int(row["weight_other"]), SEEN_BACK, conf)
    without = [state for state in edition.nato if state not in found]
    yield f"    # Allies of whom no dispute with a state on this board is known: {', '.join(without)}."


def _pairs(edition: Edition, row: Row) -> list[Pair]:
    observers, others = (
        [state for name in parts(row[column]) for state in edition.group(name)] for column in ("observer", "other")
    )
    return [(observer, other) for observer in observers for other in others if observer != other]


def _entries(pairs: list[Pair], weight: int, source: str, conf: str) -> Iterator[str]:
    """As few entries as say these pairs: a state listed on both hands is not paired with itself."""
    seen: dict[str, frozenset[str]] = {}
    for observer, other in pairs:
        seen[observer] = seen.get(observer, frozenset()) | {other}
    apart = _together(seen)
    circles = _together({observer: others | {observer} for observer, others in seen.items()})
    for others, observers in (apart if len(apart) <= len(circles) else circles).items():
        shown = others - set(observers) if len(observers) == 1 else others
        yield from _entry(observers, sorted(shown), weight, source, conf)


def _together(seen: dict[str, frozenset[str]]) -> dict[frozenset[str], list[str]]:
    """Observers by the others that they see."""
    found: dict[frozenset[str], list[str]] = {}
    for observer, others in seen.items():
        found.setdefault(others, []).append(observer)
    return found


def _entry(observer: list[str], other: list[str], weight: int, source: str, conf: str) -> list[str]:
    return item({"observer": observer, "other": other, "weight": weight, "source": source}, 4, {"source": conf})


def _source(edition: Edition, row: Row) -> str:
    """The source of a tie; for those of the United States with how many of its soldiers stand there."""
    if row["observer"] != "USA" or edition.forces_year != "2022":
        return row["source"]
    hosts = by("host", "us_forces_europe")
    stationed = [
        f"{state} {float(hosts[state]['us_total_jan2022_k']) * 1000:,.0f}"
        for state in parts(row["other"])
        if state in hosts and hosts[state]["conf"] != "low"
    ]
    return row["source"] + (f" American soldiers in January 2022, about: {', '.join(stationed)}." if stationed else "")

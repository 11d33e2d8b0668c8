"""States and who is in which body."""

from __future__ import annotations

from collections.abc import Iterator

from tools.scenario.edition import Edition
from tools.scenario.tables import Row, by, of_year, parts, rows
from tools.scenario.writing import Value, block, flow
from wargame.engine.compile_board import great_circle

BELONGS_TO_RUSSIA = ("RUS", "BLR")
SEAT_OF_ITS_OWN = "UKR"
SELLS_OR_STANDS_WITH_SELLER = BELONGS_TO_RUSSIA  # their gas comes from no adversary
UNRATED = 5.6  # Kosovo: 56 of 100 points of Freedom House, on the scale of the EIU
WITHOUT_WARHEADS = ("none", "host")
YEAR_OF_FIGURES = "2022"  # whose forces, democracy and gas the tables count


def members(edition: Edition, body: str) -> str:
    """The members of a body with their commitment, on one line."""
    rated = edition.dispositions
    match body:
        case "nato" | "eu":
            states = edition.nato if body == "nato" else edition.eu
            return flow({state: int(rated[state][body]) for state in states})
        case "russia":
            return flow({"RUS": 100, "BLR": 70})
        case _:
            return flow({SEAT_OF_ITS_OWN: 100})


def countries(edition: Edition) -> Iterator[str]:
    """The section `countries`."""
    for state in edition.countries:
        yield f"  {state}:"
        yield from block(_country(edition, state), 4, _marks(edition, state))


def _country(edition: Edition, state: str) -> dict[str, Value]:
    row, rated, year = edition.countries[state], edition.dispositions[state], edition.figures_year
    spoken_for = seat(edition, state)
    entry: dict[str, Value] = {"name": edition.name_of(row)}
    if spoken_for is not None:
        entry["body"] = spoken_for
    entry |= {
        "capital": capital(row),
        "population": float(row[f"population_m_{year}"]),
        "gdp": round(float(row[f"gdp_usd_bn_{year}"]) * edition.euro, 1),
        "personnel": float(row["active_k_2021"]),
        "democracy": float(row["eiu_democracy_2021"] or UNRATED),
        "defence_share": float(row[f"defexp_pct_{year}"]),
    }
    if row["nuclear"].split()[0] not in WITHOUT_WARHEADS:
        entry["warheads"] = True
    gas = 0.0 if state in SELLS_OR_STANDS_WITH_SELLER else float(_gas(row))
    if gas:
        entry["gas"] = gas
    if state == "BLR":
        entry |= {"patron": "RUS", "dependence": 80 if edition.forces_year == "2022" else 65}
    entry |= _estimates(edition, state, rated) | _opt_out(edition, state)
    guessed = _guessed(row, edition, gas)
    return entry | ({"estimates": guessed} if guessed else {}) | {"source": _source(row, edition, state, gas)}


def _opt_out(edition: Edition, state: str) -> dict[str, Value]:
    """What a member takes no part in by treaty on the day."""
    for row in rows("opt_outs"):
        if row["iso3"] == state and edition.holds(row):
            return {"opt_out": {"body": row["body"], "kinds": parts(row["kinds"]), "source": row["source"]}}
    return {}


def _guessed(row: Row, edition: Edition, gas: float) -> list[str]:
    """The figures of a state that are no better than an estimate; of another year's than the scenario's they all are."""
    early = edition.forces_year != YEAR_OF_FIGURES
    found = {
        "personnel": early or row["mil_conf"] == "low",
        "democracy": early or not row["eiu_democracy_2021"],
        "defence_share": row["defexp_conf"] != "high",
        "gas": gas > 0 and (early or not row["rus_gas_share_acer_pct_2020"]),
    }
    return [figure for figure, is_guess in found.items() if is_guess]


def _estimates(edition: Edition, state: str, rated: Row) -> dict[str, Value]:
    called = of_year("elections", edition.forces_year).get(state)
    entry: dict[str, Value] = {"election": called["date"]} if called else {}
    return entry | {
        "opinion": int(rated["opinion"]),
        "government": int(rated["support"]),
        "outlook": int(of_year("outlooks", edition.forces_year)[state]["outlook"]),
        "caution": int(rated["caution"]),
        "resilience": int(rated["resilience"]),
        "tradition": int(rated["tradition"]),
        **_depots(state),
        "stance": rated["stance"],
    }


def _depots(state: str) -> dict[str, Value]:
    """What a state has in store, where that is not what most have."""
    stored = by("iso3", "depots").get(state)
    return {} if stored is None else {"depots": int(stored["depots"])}


def _marks(edition: Edition, state: str) -> dict[str, str]:
    """How sure the date of an election is, what the outlook rests on, and who governs."""
    year = edition.forces_year
    called = of_year("elections", year).get(state)
    marks = {"election": f"{called['conf']}: {called['rule']}"} if called else {}
    return marks | {
        "depots": "a design value",
        "outlook": f"a design value; basis {of_year('outlooks', year)[state]['conf']}",
        "source": f"government {of_year('leaders', year)[state]['conf']}",
    }


def _source(row: Row, edition: Edition, state: str, gas: float) -> str:
    """Who governs, what the outlook rests on, and which of the figures are no better than a guess."""
    year = edition.forces_year
    said = [_government(of_year("leaders", year)[state]), f"Outlook: {of_year('outlooks', year)[state]['basis']}"]
    if row["defexp_conf"] == "low":
        said.append("Defence share: rough estimate.")
    if gas and not row["rus_gas_share_acer_pct_2020"]:
        said.append("Gas: rough estimate, surveys disagree.")
    if not row["eiu_democracy_2021"]:
        said.append("Not rated by the EIU: 56 of 100 points of Freedom House for 2022, on its scale.")
    return " ".join(said)


def _government(leader: Row) -> str:
    """Who governs on the day, since when, and who says so."""
    note = f"; {leader['note']}" if leader["note"] else ""
    return f"Led by {leader['name']}, {leader['office']} since {leader['since']}{note} ({leader['source']})."


def _gas(row: Row) -> str:
    return row["rus_gas_share_acer_pct_2020"] or row["rus_gas_share_est_pct_2021"] or "0"


def seat(edition: Edition, state: str) -> str | None:
    """The body whose seat speaks for a state first: of two the one that it is more committed to; None in none."""
    if state in BELONGS_TO_RUSSIA:
        return "russia"
    if state == SEAT_OF_ITS_OWN:
        return "ukraine"
    rated = edition.dispositions[state]
    bodies = {
        name: int(rated[name]) for name, states in (("nato", edition.nato), ("eu", edition.eu)) if state in states
    }
    return max(bodies, key=lambda name: bodies[name]) if bodies else None


def capital(country: Row) -> str:
    """The region of a country whose main city is nearest to the seat of government."""
    at = (float(country["capital_lat"]), float(country["capital_lon"]))
    own = (row for row in rows("regions") if row["country"] == country["iso3"])
    return min(own, key=lambda row: great_circle(at, (float(row["lat"]), float(row["lon"]))))["id"]

"""A synthetic world of twice the states, regions and formations: a scenario beside its own twin."""

from __future__ import annotations

from wargame.model.lands import Country, Edge, Formation, Links, Region, Sea, Weight
from wargame.model.scenario import Body, Scenario

EAST = 40.0  # degrees that the twin lies further east
MOST_EAST = 180.0
BRIDGE = 300  # km between a capital and its twin's
TWIN = "~"  # after the id of everything that stands in the twin


def doubled(scenario: Scenario) -> Scenario:
    """The scenario with a twin of every state, region, sea, way and formation; the sides, texts and measures are shared.

    A twin state is a member of the same bodies and means to every other what its original does; a way joins each
    capital to its twin's, so that the board hangs together. The result is past the limits of the format: it is for
    measuring, not for playing.
    """
    return scenario.model_copy(
        update={
            "bodies": {name: _body(body) for name, body in scenario.bodies.items()},
            "countries": {**scenario.countries, **{_id(name): _country(c) for name, c in scenario.countries.items()}},
            "links": _links(scenario.links),
            "regions": {**scenario.regions, **{_id(name): _region(r) for name, r in scenario.regions.items()}},
            "seas": {**scenario.seas, **{_id(name): _sea(sea) for name, sea in scenario.seas.items()}},
            "edges": (*scenario.edges, *map(_edge, scenario.edges), *_bridges(scenario)),
            "formations": {**scenario.formations, **{_id(u): _formation(f) for u, f in scenario.formations.items()}},
        }
    )


def _id(name: str) -> str:
    return name + TWIN


def _maybe(name: str | None) -> str | None:
    return None if name is None else _id(name)


def _body(body: Body) -> Body:
    return body.model_copy(update={"members": {**body.members, **{_id(c): size for c, size in body.members.items()}}})


def _country(country: Country) -> Country:
    return country.model_copy(update={"capital": _id(country.capital), "patron": _maybe(country.patron)})


def _links(links: Links) -> Links:
    both = {name: tuple(map(_weight, getattr(links, name))) for name in ("history", "disputes", "ties", "claims")}
    borders = (*links.borders, *((_id(one), _id(other)) for one, other in links.borders))
    return links.model_copy(update={"borders": borders, **both})


def _weight(weight: Weight) -> Weight:
    sides = {side: (*getattr(weight, side), *map(_id, getattr(weight, side))) for side in ("observer", "other")}
    return weight.model_copy(update=sides)


def _region(region: Region) -> Region:
    where = {"home": _id(region.home), "controller": _maybe(region.controller), "lon": _further_east(region.lon)}
    return region.model_copy(update=where)


def _sea(sea: Sea) -> Sea:
    return sea.model_copy(update={"lon": _further_east(sea.lon)})


def _further_east(lon: float) -> float:
    return min(lon + EAST, MOST_EAST)


def _edge(edge: Edge) -> Edge:
    one, other = edge.between
    return edge.model_copy(update={"between": (_id(one), _id(other))})


def _bridges(scenario: Scenario) -> list[Edge]:
    capitals = [country.capital for country in scenario.countries.values()]
    return [Edge.model_construct(between=(capital, _id(capital)), km=BRIDGE) for capital in capitals]


def _formation(formation: Formation) -> Formation:
    where = {"base": _id(formation.base), "at": _maybe(formation.at), "owner": _maybe(formation.owner)}
    shared = {_id(state): share for state, share in formation.contributors.items()}
    return formation.model_copy(update={**where, "contributors": shared, "framework": _maybe(formation.framework)})

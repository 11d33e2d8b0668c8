"""One file laid over another: what an extending scenario changes of the one it stands on.

Mappings merge key by key; any other value replaces what is there, a list as a whole; a key whose value is empty (`null`)
is taken away. What is taken away must be there: a misspelt key would else change nothing, and nobody would know.
"""

from collections.abc import Iterator
from enum import Enum

from wargame.catalogue import _
from wargame.model.findings import Location, did_you_mean
from wargame.store.faults import Fault
from wargame.store.places import Place, placed_in
from wargame.store.yaml_tree import Tree, Value

Held = dict[str, Value]


class Change(Enum):
    """What an extending file does to a key."""

    MERGED = "merged"
    REPLACED = "replaced"
    TAKEN = "taken"
    UNHELD = "unheld"  # to be taken away, and not there


def laid_over(base: Tree, own: Tree) -> Tree:
    """The tree of `own` over that of `base`; both are mappings, and neither is changed. Faults of both are kept."""
    assert isinstance(base.data, dict)
    assert isinstance(own.data, dict)
    changes = list(_changes(base.data, own.data, ()))
    replaced = {location for location, kind in changes if kind != Change.MERGED}
    places = own.places.laid_over(base.places, replaced)
    unheld = [
        Fault(places.of_key(at), at, _nothing_there(base.data, at)) for at, kind in changes if kind == Change.UNHELD
    ]
    taken = {str(at[-1]): places.of_key(at) for at, kind in changes if kind == Change.TAKEN}
    return Tree(_merged(base.data, own.data), places, (*own.faults, *unheld, *base.faults), {**base.taken, **taken})


def in_file(tree: Tree, file: str) -> Tree:
    """The tree, with the name of its file wherever a place of it is told."""
    faults = tuple(fault._replace(place=placed_in(fault.place, file)) for fault in tree.faults)
    taken: dict[str, Place] = {key: placed_in(place, file) for key, place in tree.taken.items()}
    return Tree(tree.data, tree.places.in_file(file), faults, taken)


def _changes(base: Held, own: Held, here: Location) -> Iterator[tuple[Location, Change]]:
    """What `own` does to each key that it names, down to where the two no longer both have mappings."""
    for key, value in own.items():
        held, at = base.get(key), (*here, key)
        if value is None:
            yield at, Change.TAKEN if key in base else Change.UNHELD
        elif isinstance(held, dict) and isinstance(value, dict):
            yield at, Change.MERGED
            yield from _changes(held, value, at)
        else:
            yield at, Change.REPLACED


def _merged(base: Held, own: Held) -> Held:
    merged = dict(base)
    for key, value in own.items():
        held = merged.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(held, dict) and isinstance(value, dict):
            merged[key] = _merged(held, value)
        else:
            merged[key] = value
    return merged


def _nothing_there(base: Held, location: Location) -> str:
    """What is said where a key is to be taken away that is not there."""
    around: Value = base
    for step in location[:-1]:
        around = around[step] if isinstance(around, dict) and isinstance(step, str) else None
    known = around if isinstance(around, dict) else {}
    return _("there is nothing of this name to take away") + did_you_mean(str(location[-1]), known)

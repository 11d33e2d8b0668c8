"""Where things stand in text files: locations inside the data, and the file, line and column of each."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from wargame.model.findings import Location


class Place(NamedTuple):
    """A point in a text file, as editors count it: the first line is 1, the first column is 1."""

    line: int
    column: int
    file: str = ""  # empty for the file that was asked for


class Places:
    """The place of every key and value of one file, or of one that stands on others.

    A mapping or list that is the value of a key stands where that key stands; one that is an item of a list, or the
    whole file, stands where its first character is.
    """

    def __init__(self, top: Place) -> None:
        self._values: dict[Location, Place] = {(): top}
        self._keys: dict[Location, Place] = {}

    def __len__(self) -> int:
        """How many keys and values have a place."""
        return len(self._values) + len(self._keys)

    def mark_key(self, location: Location, place: Place) -> None:
        """Remember where the last key of `location` is written."""
        self._keys[location] = place

    def mark_value(self, location: Location, place: Place) -> None:
        """Remember where the value at `location` is written."""
        self._values[location] = place

    def of_key(self, location: Location) -> Place:
        """Where the last key of `location` is written; for a list item, the item."""
        return self._keys.get(location) or self.of_value(location)

    def of_value(self, location: Location) -> Place:
        """Where the value at `location` is written; for what the file does not hold, the mapping that lacks it."""
        while location not in self._values:
            location = location[:-1]
        return self._values[location]

    def in_file(self, file: str) -> "Places":
        """The same, where what had no file is of `file`."""
        named = Places(placed_in(self.of_value(()), file))
        named._values = {location: placed_in(place, file) for location, place in self._values.items()}
        named._keys = {location: placed_in(place, file) for location, place in self._keys.items()}
        return named

    def laid_over(self, base: "Places", replaced: Collection[Location]) -> "Places":
        """These places, and below them those of `base` that are not at or within what was replaced."""
        both = Places(self.of_value(()))
        both._values = _kept(base._values, replaced) | self._values
        both._keys = _kept(base._keys, replaced) | self._keys
        return both

    def moved(self, origins: Iterable[tuple[Location, Location]]) -> "Places":
        """The places of data that was made of this file's: of each location, where here it comes from."""
        moved = Places(self.of_value(()))
        for location, origin in origins:
            moved.mark_value(location, self.of_value(origin))
            moved.mark_key(location, self.of_key(origin))
        return moved


def placed_in(place: Place, file: str) -> Place:
    """The place, in `file` where it had none."""
    return place if place.file else place._replace(file=file)


def _kept(places: Mapping[Location, Place], replaced: Collection[Location]) -> dict[Location, Place]:
    """What lies at or within nothing that was replaced."""
    return {
        location: place
        for location, place in places.items()
        if not any(location[:end] in replaced for end in range(1, len(location) + 1))
    }

"""Where things stand in a text file: locations inside the data, and the line and column of each."""

from typing import NamedTuple

from wargame.model.findings import Location


class Place(NamedTuple):
    """A point in a text file, as editors count it: the first line is 1, the first column is 1."""

    line: int
    column: int


class Places:
    """The place of every key and value of one file.

    A mapping or list that is the value of a key stands where that key stands; one that is an item of a list, or the
    whole file, stands where its first character is.
    """

    def __init__(self, top: Place) -> None:
        self._values: dict[Location, Place] = {(): top}
        self._keys: dict[Location, Place] = {}

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

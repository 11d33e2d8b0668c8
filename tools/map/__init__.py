"""Draws the map of Europe from published outlines and the tables in `assets/map`."""


class MapError(Exception):
    """The map cannot be built; the message is one line for the maker: file, place and cause."""

"""Tools for the makers of the game; nothing here is needed to play."""

"""Golden logs: games at fixed seeds, told as chronicles and read as diffs."""

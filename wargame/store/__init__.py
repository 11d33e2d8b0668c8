"""Files: where they are, scenarios, saves. Nothing here knows the players."""

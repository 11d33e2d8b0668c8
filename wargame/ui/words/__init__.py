"""Every text of the window, through one catalogue."""

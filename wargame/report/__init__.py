"""The after-action report: what a saved game shows to a class, as one page of HTML."""

"""Players as functions of a View."""

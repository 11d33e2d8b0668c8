"""Tripwire: a wargame of deterrence, alliance politics and war in Europe."""

__version__ = "0.1.0"

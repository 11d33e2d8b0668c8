"""Widgets: retained, laid out in rows and columns, driven by keyboard and pointer alike. They know nothing of the game."""

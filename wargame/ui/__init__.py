"""The window: theme, words, widgets and screens, over pygame."""

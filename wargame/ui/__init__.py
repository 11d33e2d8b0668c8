"""What is seen: the map, the window with its theme, words and widgets, and pictures of them; the only room that knows pygame."""

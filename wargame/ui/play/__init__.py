"""A game as the window plays it: the session, whose turn it is, and what each seat may read. It draws nothing."""

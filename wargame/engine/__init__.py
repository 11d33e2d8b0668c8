"""How a game goes on: compile, observe, judge, resolve, futures, narrate."""

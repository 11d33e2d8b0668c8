"""Lets `python -m wargame` do what the command `wargame` does."""

from wargame.cli import main

if __name__ == "__main__":
    main()

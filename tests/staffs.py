"""Staffs so small that they can be played often: they decide by the same code as large ones."""

from dataclasses import replace

from wargame.ai.staff import STAFF, Staff


def small_staff(seed: int, drafts: int, futures: int) -> Staff:
    """A staff that compares so many drafts, and looks at its finalists through so many futures."""
    return Staff(seed, replace(STAFF, drafts=drafts, depth=replace(STAFF.depth, futures=futures)))

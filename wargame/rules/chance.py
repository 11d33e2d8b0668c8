"""The dice: a pure function of the world's seed, the date, the question and who it is about (law of the house 6)."""

from __future__ import annotations

from wargame.model.codes import Die
from wargame.rules.law import scalar

_WORD = 0xFFFFFFFF  # 32 bits: products stay below 2^63, so compiled and uncompiled code agree
IMAGINED = 1 << 31  # bit of a seed that no world's has: what is imagined is thrown with dice of its own


@scalar
def stirred(x: int) -> int:
    """One round of mixing of a 32-bit word."""
    x = ((x ^ (x >> 16)) * 0x45D9F3B) & _WORD
    x = ((x ^ (x >> 16)) * 0x45D9F3B) & _WORD
    return x ^ (x >> 16)


@scalar
def cast(seed: int, day: int, die: Die, entity: int, draw: int) -> float:
    """A number from 0 (inclusive) to 1 (exclusive), the same for the same question at all times."""
    x = stirred((seed & _WORD) + 0x9E3779B9)
    x = stirred(x ^ ((day * 2654435 + 17) & _WORD))
    x = stirred(x ^ ((die * 40503 + 101) & _WORD))
    x = stirred(x ^ ((entity * 69069 + 7) & _WORD))
    x = stirred(x ^ ((draw * 362437 + 3) & _WORD))
    return x / 4294967296.0


@scalar
def spread(seed: int, day: int, die: Die, entity: int, draw: int) -> float:
    """A number about 0 with standard deviation 1, never beyond 6: twelve casts summed, less six."""
    total = 0.0
    for k in range(12):
        total += cast(seed, day, die, entity, draw * 12 + k)
    return total - 6.0

"""How colours look to those who see fewer of them, and how far two are apart.

Matrices of Machado, Oliveira and Fernandes 2009 at full severity, on linear light; distance is CIE 1976 in Lab.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from wargame.ui.theme.palette import Colour

Vector = tuple[float, float, float]
Matrix = tuple[Vector, Vector, Vector]

PROTAN: Matrix = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998))
DEUTAN: Matrix = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
TRITAN: Matrix = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900))
LUMINANCE: Vector = (0.2126, 0.7152, 0.0722)
TO_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), LUMINANCE, (0.0193, 0.1192, 0.9505))
WHITE: Vector = (0.9505, 1.0, 1.089)


def linear(colour: Colour) -> Vector:
    red, green, blue = (part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour)
    return red, green, blue


def times(matrix: Matrix, vector: Vector) -> Vector:
    first, second, third = (sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
    return first, second, third


def clamped(vector: Vector) -> Vector:
    first, second, third = (min(max(part, 0.0), 1.0) for part in vector)
    return first, second, third


def lab(light: Vector) -> Vector:
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (a / b for a, b in zip(times(TO_XYZ, light), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen_grey(light: Vector) -> Vector:
    value = sum(a * b for a, b in zip(LUMINANCE, light, strict=True))
    return value, value, value


SIGHTS: Mapping[str, Callable[[Vector], Vector]] = {
    "usual": lambda light: light,
    "protan": lambda light: clamped(times(PROTAN, light)),
    "deutan": lambda light: clamped(times(DEUTAN, light)),
    "tritan": lambda light: clamped(times(TRITAN, light)),
    "grey": seen_grey,
}


def distance(sight: str, first: Colour, second: Colour) -> float:
    """How far apart two colours look; 2 can just be told apart side by side."""
    return math.dist(lab(SIGHTS[sight](linear(first))), lab(SIGHTS[sight](linear(second))))


def contrast(first: Colour, second: Colour) -> float:
    """Ratio of WCAG 2, 1 to 21."""
    light = sorted(sum(a * b for a, b in zip(LUMINANCE, linear(colour), strict=True)) for colour in (first, second))
    return (light[1] + 0.05) / (light[0] + 0.05)

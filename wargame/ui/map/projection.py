"""From degrees to the sheet: Lambert's azimuthal equal-area projection on the ellipsoid (Snyder 1987, section 24)."""

from __future__ import annotations

import math

from wargame.ui.map.atlas import Atlas

SEMI_MAJOR_KM = 6378.137  # WGS 84
FLATTENING = 1 / 298.257223563
NOWHERE = 1e-9  # nearer to the point opposite than this, rounding would put a place anywhere
ECCENTRICITY = math.sqrt(FLATTENING * (2 - FLATTENING))


def on_sheet(atlas: Atlas, lat: float, lon: float) -> tuple[float, float]:
    """Kilometres from the top left corner of the sheet; infinite for the point opposite to the middle of the map."""
    x, y = laea(lat, lon, *atlas.centre)
    west, north = atlas.corner_km
    return x - west, north - y


def laea(lat: float, lon: float, lat_0: float, lon_0: float) -> tuple[float, float]:
    """Kilometres east and north of the middle of the projection; arguments in degrees."""
    phi_0, turn = math.radians(lat_0), math.radians(lon - lon_0)
    whole = _authalic(math.pi / 2)
    beta, beta_0 = math.asin(_authalic(math.radians(lat)) / whole), math.asin(_authalic(phi_0) / whole)
    radius = SEMI_MAJOR_KM * math.sqrt(whole / 2)
    narrow = math.cos(phi_0) / math.sqrt(1 - (ECCENTRICITY * math.sin(phi_0)) ** 2)
    stretch = SEMI_MAJOR_KM * narrow / (radius * math.cos(beta_0))
    towards = 1 + math.sin(beta_0) * math.sin(beta) + math.cos(beta_0) * math.cos(beta) * math.cos(turn)
    if towards < NOWHERE:
        return math.inf, math.inf
    b = radius * math.sqrt(2 / towards)
    north = math.cos(beta_0) * math.sin(beta) - math.sin(beta_0) * math.cos(beta) * math.cos(turn)
    return b * stretch * math.cos(beta) * math.sin(turn), b / stretch * north


def _authalic(phi: float) -> float:
    """Snyder's q: the share of the ellipsoid's surface up to a latitude (radians)."""
    s, e = math.sin(phi), ECCENTRICITY
    return (1 - e * e) * (s / (1 - (e * s) ** 2) - math.log((1 - e * s) / (1 + e * s)) / (2 * e))

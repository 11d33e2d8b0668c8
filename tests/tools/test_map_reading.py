"""What the builder of the map refuses: an archive that is not the one it knows, a table that does not fit."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.tools.chart import FOLDER
from tools.map import MapError
from tools.map.sources import WATERS, fetch
from tools.map.tables import read_tables


def test_an_archive_with_another_digest_is_refused(tmp_path: Path) -> None:
    (tmp_path / WATERS.archive).write_bytes(b"something else")
    with pytest.raises(MapError, match="SHA-256"):
        fetch(WATERS, tmp_path)


def test_a_region_keeps_its_ground_unless_the_table_gives_it_away(tmp_path: Path) -> None:
    for path in FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    assert read_tables(tmp_path).holder("FI-ALAN") == "FI-ALAN"
    regions = tmp_path / "regions.csv"
    text = regions.read_text(encoding="utf-8").replace(
        "FI-ALAN,Aland,FIN,60.10,19.93,", "FI-ALAN,Aland,FIN,60.10,19.93,FI-HELS"
    )
    regions.write_text(text, encoding="utf-8")
    assert read_tables(tmp_path).holder("FI-ALAN") == "FI-HELS"


@pytest.mark.parametrize(
    ("file", "row", "said"),
    [
        ("seas.csv", "SZ-TEST,Test Sea,north,0", "seas.csv, line {line}: lat is not a number"),
        ("units.csv", "pol,POL-0,,,Nowhere,PL-NONE", "units.csv: there is neither a region nor a sea PL-NONE"),
        ("straits.csv", "SZ-CBAL,SZ-NONE,strait,1,none", "straits.csv: there is neither a region nor a sea SZ-NONE"),
        ("sea_seeds.csv", "SZ-CBAL", "sea_seeds.csv, line {line}: there is no cell lon"),
    ],
)
def test_a_wrong_row_is_named(tmp_path: Path, file: str, row: str, said: str) -> None:
    for path in FOLDER.glob("*.csv"):
        shutil.copy(path, tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as table:
        table.write(f"{row}\n")
    line = len((tmp_path / file).read_text(encoding="utf-8").splitlines())
    with pytest.raises(MapError) as error:
        read_tables(tmp_path)
    assert said.format(line=line) in str(error.value)

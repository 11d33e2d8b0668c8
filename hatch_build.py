"""Build hook: carries the data folders of a checkout into a wheel."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA_FOLDERS = ("scenarios", "assets")
SHIPPED_AT = "wargame/_data"


class DataFolders(BuildHookInterface):
    """Adds the data folders that exist; an editable install reads them where they are."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name each folder to be included and its place in the wheel."""
        if version == "editable":
            return
        for name in DATA_FOLDERS:
            folder = Path(self.root, name)
            if folder.is_dir():
                build_data["force_include"][str(folder)] = f"{SHIPPED_AT}/{name}"

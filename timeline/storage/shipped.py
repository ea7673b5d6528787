"""Where the data are that come with the program."""

from __future__ import annotations

from pathlib import Path

import timeline
from timeline.errors import InputError


def shipped_data() -> Path:
    """The folder that holds `curated/` and `articles/`: inside the installed package, else `data/` of the checkout."""
    package = Path(timeline.__file__).parent
    for folder in (package / "_data", package.parent / "data"):
        if (folder / "curated").is_dir():
            return folder
    raise InputError(package / "_data", expected="the shipped data in this folder, but it is not there: install again")

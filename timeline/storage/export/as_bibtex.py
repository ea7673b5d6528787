"""BibTeX of the sources, an entry each; the selection itself is the first entry, to be cited as data."""

from __future__ import annotations

from typing import BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.cite import bibtex_selection, bibtex_source
from timeline.storage.export.rows import Rows
from timeline.storage.export.sources import distinct


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the sources in the order in which the events name them."""
    entries = map(bibtex_source, distinct(rows.records()).values())
    file.write("\n".join((bibtex_selection(about), *entries)).encode())

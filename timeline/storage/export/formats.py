"""The formats that there are; menus, the command line and the docs are all made from this list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, cast

from timeline.errors import InputError
from timeline.storage.export.about import About
from timeline.storage.export.rows import Rows
from timeline.storage.extras import needing

Writer = Callable[[Rows, About, BinaryIO], None]


@dataclass(frozen=True, slots=True)
class Format:
    """name    as the command line says it
    ending  of the files, without the point
    label   what people call it, and `use` what it is good for
    media   its media type
    extra   the extra of the package that it needs; "" for none
    """

    name: str
    ending: str
    label: str
    use: str
    media: str
    extra: str = ""

    def writer(self) -> Writer:
        """The function that writes it. Raises InputError, which names the extra, where its library is missing."""
        module = f"timeline.storage.export.as_{self.name}"
        return cast("Writer", needing(self.extra, module, self.name, "export format").write)


FORMATS: tuple[Format, ...] = (
    Format(
        "xlsx",
        "xlsx",
        "Excel workbook",
        "Events, sources and columns explained, to sort and filter",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    Format(
        "docx",
        "docx",
        "Word document",
        "A chronology by year, with the sources as footnotes",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        extra="docx",
    ),
    Format("html", "html", "Web page", "An interactive page in one file, to open without a network", "text/html"),
    Format("md", "md", "Markdown text", "The same chronology, for notes and web pages", "text/markdown"),
    Format("ics", "ics", "Calendar file", "All-day events, for any calendar", "text/calendar"),
    Format("csv", "csv", "CSV table", "One row an event, for R, Stata and any other program", "text/csv"),
    Format("json", "json", "JSON data", "All that is known, for programs; with a schema", "application/json"),
    Format(
        "parquet",
        "parquet",
        "Parquet table",
        "All that is known, for pandas, DuckDB, Polars and R",
        "application/vnd.apache.parquet",
    ),
    Format("timelinejs", "json", "TimelineJS story", "Slides for TimelineJS3", "application/json"),
    Format("bibtex", "bib", "BibTeX", "The sources, for LaTeX and JabRef", "application/x-bibtex"),
    Format(
        "csljson", "json", "CSL-JSON", "The sources, for Zotero and pandoc", "application/vnd.citationstyles.csl+json"
    ),
)


def format_named(name: str) -> Format:
    """The format of that name, or the one whose files have that ending. Raises InputError where there is none.

    >>> format_named("xlsx").label
    'Excel workbook'
    """
    for format in FORMATS:
        if name in (format.name, format.ending):
            return format
    raise InputError(name, "export format", f"one of {', '.join(format.name for format in FORMATS)}")

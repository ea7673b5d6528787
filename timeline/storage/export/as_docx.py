"""A chronology as a Word document: headings by year, for the navigation pane, and real footnotes with the sources."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.shared import Pt

from timeline.storage.export.about import About
from timeline.storage.export.chronology import Entry, years
from timeline.storage.export.footnotes import Footnotes
from timeline.storage.export.markup import printable
from timeline.storage.export.rows import Rows

FIXED = datetime(2000, 1, 1)  # the clock changes no bytes
FIRST_OF_ZIP = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the document, which python-docx holds whole in memory."""
    document = docx.Document()
    _set_up(document, about)
    footnotes = Footnotes(document)
    document.add_heading(printable(about.title), level=0)
    head = document.add_paragraph()
    for label, text in about.lines():
        if label != "Title":
            head.add_run(f"{label}: ").bold = True
            head.add_run(printable(text)).add_break()
    for year, entries in years(rows.records()):
        document.add_heading(year, level=1)
        for entry in entries:
            _paragraph(document.add_paragraph(), entry, footnotes)
    footnotes.close()
    packed = io.BytesIO()
    document.save(packed)
    _repack(packed, file)


def _repack(packed: BinaryIO, file: BinaryIO) -> None:
    """The same archive with the same day for each part: python-docx writes when, and zipfile on which system."""
    with ZipFile(packed) as old, ZipFile(file, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = ZipInfo(name, FIRST_OF_ZIP)
            part.compress_type, part.create_system = ZIP_DEFLATED, UNIX
            new.writestr(part, old.read(name))


def _paragraph(paragraph: Any, entry: Entry, footnotes: Footnotes) -> None:
    paragraph.add_run(printable(f"{entry.when}. ")).bold = True
    if entry.remarks:
        paragraph.add_run(printable(f"({'; '.join(entry.remarks)}) ")).italic = True
    title = entry.title + "." * (entry.title[-1:] not in ".?!")
    paragraph.add_run(printable(" ".join(" ".join(filter(None, (title, entry.text))).split())))
    if entry.notes:
        footnotes.add(paragraph, entry.notes)


def _set_up(document: Any, about: About) -> None:
    properties = document.core_properties
    properties.title, properties.subject = printable(about.title)[:255], printable(about.selection)[:255]
    properties.comments = printable("; ".join(f"{label}: {text}" for label, text in about.lines()))[:255]
    properties.author, properties.last_modified_by = "tieline", "tieline"
    properties.created = properties.modified = FIXED
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)

"""A chronology in Markdown: a heading for each year, a paragraph for each event, its sources in a footnote."""

from __future__ import annotations

from typing import BinaryIO

from timeline.storage.export.about import About
from timeline.storage.export.chronology import Entry, Note, years
from timeline.storage.export.markup import markdown
from timeline.storage.export.rows import Rows


def write(rows: Rows, about: About, file: BinaryIO) -> None:
    """Writes the rows as they come, each with its footnote below it."""
    file.write(_head(about).encode())
    number = 0
    for year, entries in years(rows.records()):
        file.write(f"\n## {year}\n".encode())
        for entry in entries:
            number += bool(entry.notes)
            file.write(_paragraph(entry, number).encode())


def _head(about: About) -> str:
    said = "".join(f"{label}: {markdown(text)}  \n" for label, text in about.lines() if label != "Title")
    return f"# {markdown(about.title)}\n\n{said}"


def _paragraph(entry: Entry, number: int) -> str:
    remarks = f" ({markdown('; '.join(entry.remarks))})" if entry.remarks else ""
    title = markdown(entry.title) + "." * (entry.title[-1:] not in ".?!")
    text = " ".join(filter(None, (f"**{markdown(entry.when)}.**{remarks}", title, markdown(entry.text))))
    if not entry.notes:
        return f"\n{text}\n"
    return f"\n{text}[^{number}]\n\n[^{number}]: {' · '.join(map(_note, entry.notes))}\n"


def _note(note: Note) -> str:
    quote = f"“{markdown(note.quote)}”" if note.quote else ""
    return " ".join(filter(None, (markdown(note.citation), quote, f"<{note.url}>" if note.url else "")))

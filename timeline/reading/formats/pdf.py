"""The text layer of a PDF: lines joined to paragraphs again, heads and feet of the pages left out."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BufferedReader
from typing import Any

from timeline.damage import PARSED, hushed, shielded
from timeline.errors import InputError
from timeline.reading.extras import extra
from timeline.reading.files import File, read_whole
from timeline.reading.page.body import own_lines
from timeline.reading.published.clues import MADE, Clue
from timeline.reading.published.when import When
from timeline.reading.records import Found, Record
from timeline.reading.title import title_of

OFTEN = 3  # pages on which a line at the edge stands that is no text
EDGE = 2  # lines at the top and at the bottom that may be such
SHORT = 0.7  # of the longest line: the last line of a paragraph is often shorter
_ENDS = re.compile(r"[.!?…:。][\"”’'»)\]]*$")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")
_NUMBERS = re.compile(r"\d+")


def read(stream: BufferedReader, file: File) -> Found:
    """The one article that the file is. Raises InputError for a PDF that is broken, locked or has no text layer."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters is raised
    pdf = extra("pdf", "pypdf", file.where)
    content = io.BytesIO(read_whole(stream, file.where))
    with shielded(file.where, "a PDF that can be read", (*PARSED, pdf.errors.PyPdfError)):
        document = pdf.PdfReader(content)
        if document.is_encrypted and not document.decrypt(""):
            raise InputError("", file.where, "a PDF without a password, but this one needs one")
        pages = list(hushed(page.extract_text().splitlines() for page in document.pages))
        about = document.metadata
        made = about.creation_date if about else None
    text = "\n".join(own_lines(paragraphs(without_edges(pages))))
    if not text:
        raise InputError("", file.where, "a PDF with a text layer, but this one has none: a scan needs OCR first")
    clues = (Clue(MADE, _when(made)),) if isinstance(made, datetime) else ()
    fields = {"text": text, "title": _title(about) or title_of(text)}
    yield Record(fields, file.where, file.name, clues=clues, hints=file.hints)


def _when(made: datetime) -> When:
    return When(made.date(), made if made.tzinfo else None)


def _title(about: Any) -> str:
    """The title, unless a program wrote it: "Microsoft Word - draft3.doc"."""
    title = str((about and about.title) or "").strip()
    return "" if re.search(r"(?i)\.(docx?|indd|qxd|tex|pdf)$|^(untitled|microsoft word)", title) else title


def without_edges(pages: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of all pages, but those that stand at the edge of many, whatever their number.

    >>> pages = [[f"Page {n}", first, "More.", "They left.", "www.example.org"] for n, first in enumerate("ABC")]
    >>> list(without_edges(pages))
    ['A', 'More.', 'B', 'More.', 'C', 'More.']
    """
    stripped = [[line.strip() for line in page if line.strip()] for page in pages]
    edges = Counter(key for page in stripped for key in {_NUMBERS.sub("0", line) for line in _edge(page)})
    for page in stripped:
        last = len(page) - EDGE
        for number, line in enumerate(page):
            if not (number < EDGE or number >= last) or edges[_NUMBERS.sub("0", line)] < OFTEN:
                yield line


def _edge(page: Sequence[str]) -> list[str]:
    return [*page[:EDGE], *page[-EDGE:]]


def paragraphs(lines: Iterator[str]) -> list[str]:
    """Lines joined again: a paragraph ends with a sentence, on a line that is shorter than others.

    >>> paragraphs(iter(["The two agreed on a new treaty, offi-", "cials said.", "It was signed in Oslo by both."]))
    ['The two agreed on a new treaty, officials said.', 'It was signed in Oslo by both.']
    """
    found = list(lines)
    longest, joined, open_ = max(map(len, found), default=0), list[str](), False
    for line in found:
        if not open_:
            joined.append(line)
        elif _HYPHEN.search(joined[-1]) and line[:1].islower():
            joined[-1] = _HYPHEN.sub("", joined[-1]) + line
        else:
            joined[-1] += f" {line}"
        is_short = len(line) < SHORT * longest
        open_ = not is_short or not (_ENDS.search(line) or len(joined[-1]) == len(line))
    return joined

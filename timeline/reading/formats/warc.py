"""Web archives (WARC): each page that was fetched, with its address and the day on which it was."""

from __future__ import annotations

from datetime import date
from io import BufferedReader
from typing import IO, Any, cast

from timeline.damage import PARSED, shielded
from timeline.reading.extras import extra
from timeline.reading.files import File, Hints
from timeline.reading.formats.metered import Counted, Metered
from timeline.reading.published.when import read_when
from timeline.reading.records import Found

KINDS = frozenset({"response", "resource", "conversion"})
MEDIA = frozenset(
    {
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/pdf",
        "application/rss+xml",
        "application/atom+xml",
    }
)


def read(stream: BufferedReader, file: File) -> Found:
    """The pages, one after the other; scripts, pictures and pages that were not found are left alone."""
    archives = extra("warc", "warcio.archiveiterator", file.where)
    records = iter(archives.ArchiveIterator(Counted(stream), check_digests=False))
    broken = (*PARSED, extra("warc", "warcio.exceptions", file.where).ArchiveLoadFailed)
    number = 0
    while True:
        with shielded(file.where, f"a whole web archive behind page {number}", broken):
            record = next(records, None)
        if record is None:
            return
        if record.rec_type in KINDS and _is_found(record) and _media(record)[0] in MEDIA:
            number += 1
            yield _page(record, number, file)


def _page(record: Any, number: int, file: File) -> File:
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    media, charset = _media(record)
    hints = Hints(url, _day(record), charset, media, file.hints.fields)
    where = f"{file.where}, page {number}" + (f" ({url})" if url else "")

    def content() -> IO[bytes]:
        size = _size(record)
        return cast(IO[bytes], Metered(Counted(record.content_stream()), lambda: size, where))

    return File(where, f"{file.name}/{number}", content, hints)


def _size(record: Any) -> int:
    """How many bytes a page has in the archive, as the archive says; 1 where it says no number."""
    told = str(record.rec_headers.get_header("Content-Length") or "")
    return max(int(told), 1) if told.isdecimal() and len(told) < 20 else 1


def _is_found(record: Any) -> bool:
    return record.rec_type != "response" or not record.http_headers or record.http_headers.get_statuscode() == "200"


def _media(record: Any) -> tuple[str, str]:
    """The kind of content, and its charset as the server told it."""
    headers = record.http_headers or record.rec_headers
    media, *rest = str(headers.get_header("Content-Type") or "text/html").lower().split(";")
    charsets = (part.partition("charset=")[2].strip(" \"'") for part in rest)
    return media.strip(), next(filter(None, charsets), "")


def _day(record: Any) -> date | None:
    when = read_when(str(record.rec_headers.get_header("WARC-Date") or ""))
    return when.day if when else None

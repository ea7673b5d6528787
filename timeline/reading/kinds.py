"""What kind of file something is: told by its first bytes, and where those could be several, by its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

import msgspec

_PROLOGUE = rb"\s*(?:<\?xml[^>]*>\s*|<!--(?>.*?-->)\s*|<\?xml-stylesheet[^>]*>\s*|<!DOCTYPE (?!html)[^>]*>\s*)*+"
# Bytes that no other kind begins with; the first that fits.
MAGIC = tuple(
    (kind, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for kind, pattern in (
        ("pdf", rb"\s*%PDF-"),
        ("zip", rb"PK(\x03\x04|\x05\x06)"),
        ("packed", rb"\x1f\x8b\x08|BZh[1-9]|\xfd7zXZ\0"),
        ("tar", rb".{257}ustar[\0 ]"),
        ("warc", rb"WARC/[01]\."),
        ("feed", _PROLOGUE + rb"<(rss|feed|rdf:RDF)\b"),
        ("html", _PROLOGUE + rb"<(!doctype\s+html|html|head|body)\b"),
        ("mhtml", rb"(?:From|MIME-Version|Snapshot-|Date|Subject).{0,2000}\nContent-Type: multipart/related"),
        ("picture", rb"\x89PNG|GIF8|\xff\xd8\xff|RIFF|\x00\x00\x01\x00|OggS|ID3|wOF[F2]"),
    )
)
_NAMED = {
    "text": ".txt", "markdown": ".md .markdown", "json": ".json", "jsonl": ".jsonl .ndjson", "csv": ".csv .tsv",
    "html": ".html .htm .xhtml .shtml .php .asp .aspx .jsp", "mhtml": ".mhtml .mht", "feed": ".rss .atom .xml",
    "pdf": ".pdf", "warc": ".warc", "zip": ".zip .wacz .xlsx .xlsm", "tar": ".tar",
    "packed": ".gz .tgz .bz2 .tbz .tbz2 .xz .txz",
}  # fmt: skip
SUFFIXES: Mapping[str, str] = MappingProxyType(
    {suffix: kind for kind, suffixes in _NAMED.items() for suffix in suffixes.split()}
)
MEDIA: Mapping[str, str] = MappingProxyType(
    {"text/html": "html", "application/xhtml+xml": "html", "application/json": "json", "text/csv": "csv"}
)
BY_BYTES = frozenset({"pdf", "zip", "packed", "tar", "warc", "mhtml"})  # what does not begin as these is none of them
_JSON = re.compile(rb'\s*(\{\s*["}]|\[\s*[\[{"\]])')
_MARK = b"\xef\xbb\xbf"


def kind_of(head: bytes, suffix: str = "", media: str = "") -> str:
    """The kind of a file that begins with these bytes; what nothing speaks for is text.

    >>> kind_of(b"%PDF-1.7", ".txt"), kind_of(b"<!doctype html><p>", ".txt"), kind_of(b"Envoys met.", ".csv")
    ('pdf', 'html', 'csv')
    >>> kind_of(b'{"text": "a"}\\n{"text": "b"}'), kind_of(b'[{"text": "a"}]'), kind_of(b"Envoys met.")
    ('jsonl', 'json', 'text')
    """
    head = head.removeprefix(_MARK)
    for kind, magic in MAGIC:
        if magic.match(head):
            return kind
    named = SUFFIXES.get(suffix) or MEDIA.get(media) or ""
    named = "" if named in BY_BYTES else named
    if named in ("", "json") and _JSON.match(head):
        return "jsonl" if _goes_on(head) else "json"
    return named or "text"


def _goes_on(head: bytes) -> bool:
    """Whether the first line is one JSON object, and another begins on the next."""
    first, _, rest = head.strip().partition(b"\n")
    try:
        return rest.lstrip().startswith(b"{") and isinstance(msgspec.json.decode(first), dict)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False

"""A web page in one file, as browsers save it (MHTML): the page of its parts, with its address and day."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from io import BufferedReader

from timeline.damage import PARSED, shielded
from timeline.errors import InputError
from timeline.reading.files import File, Hints, read_whole
from timeline.reading.formats.html import page_record
from timeline.reading.page.charset import decode_page
from timeline.reading.published.when import read_when
from timeline.reading.records import Found

LARGEST = 128 * 2**20


def read(stream: BufferedReader, file: File) -> Found:
    """The article of the page."""
    whole = read_whole(stream, file.where, LARGEST)
    with shielded(file.where, "a saved web page", PARSED):
        message = message_from_bytes(whole, policy=compat32)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise InputError("", file.where, "a saved web page, but there is none in it")
    yield page_record(decode_page(content, page.get_content_charset() or ""), _hinted(file, message, page))


def _hinted(file: File, message: Message, page: Message) -> File:
    when = read_when(str(message.get("Date", "")))
    url = str(message.get("Snapshot-Content-Location") or page.get("Content-Location") or "")
    hints = Hints(url, when.day if when else None, fields=file.hints.fields)
    return File(file.where, file.name, file.open, hints, file.path)

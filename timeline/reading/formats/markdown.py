"""Markdown, with or without front matter: the words without their marks, a paragraph a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BufferedReader
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from timeline.reading.files import File, decode, read_whole
from timeline.reading.formats.front import split_front
from timeline.reading.page.body import own_lines
from timeline.reading.published.clues import FIELD, FRONT
from timeline.reading.records import Found, Record
from timeline.reading.title import title_of

_SILENT = ("image", "html_inline")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def read(stream: BufferedReader, file: File) -> Found:
    """The one article that the file is."""
    front, text = split_front(decode(read_whole(stream, file.where), file.where), file.where)
    tokens = MarkdownIt("commonmark").parse(text)
    title = str(front.get("title") or _heading(tokens))
    body = "\n".join(own_lines("\n".join(_blocks(tokens)).splitlines(), title))
    fields = {"title": title or title_of(body)} | front | {"text": body}
    yield Record(fields, file.where, file.name, basis=FRONT if front else FIELD, hints=file.hints)


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of each paragraph, heading and item."""
    return (_words(token.children or ()) for token in tokens if token.type == "inline")


def _words(children: Sequence[Token]) -> str:
    """The text, with the words of links, but none of pictures."""
    return "".join(_BREAKS.get(child.type, child.content) for child in children if child.type not in _SILENT)


def _heading(tokens: Sequence[Token]) -> str:
    """The first heading of the first rank."""
    for token, inline in pairwise(tokens):
        if token.type == "heading_open" and token.tag == "h1":
            return _words(inline.children or ())
    return ""

"""The text of a page, whose encoding is told in several places, not all of them right."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from types import MappingProxyType

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Browsers read these names as those larger sets, and so do the sites that use them.
_WIDER = MappingProxyType(
    {
        "euc-kr": "cp949", "euc_kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "gb2312": "gb18030",
        "gbk": "gb18030", "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252",
        "ascii": "cp1252", "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "unicode": "utf-8",
    }
)  # fmt: skip
# Python has these, no page does; most of them raise on plain text whatever they are told to do with errors.
_NONE = frozenset({"undefined", "idna", "punycode", "unicode-escape", "raw-unicode-escape"})
_LOOKED = 4096  # bytes in which a page says its encoding


def decode_page(content: bytes, told: str = "") -> str:
    """The text. Tried in turn: a byte order mark, UTF-8, what the page says, what the server told, a guess.

    UTF-8 stands first since no other text of some length passes for it.

    >>> decode_page('<meta charset="euc-kr">평양'.encode("cp949")), decode_page("Ким".encode("cp1251"), "windows-1251")
    ('<meta charset="euc-kr">평양', 'Ким')
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return content.decode("utf-8-sig" if name == "utf-8" else name, "replace")
    for name in ("utf-8", *_told(content), *filter(None, (_known(told),))):
        try:
            return content.decode(name)
        except UnicodeDecodeError:
            continue
    return _guessed(content)


def _told(content: bytes) -> Iterator[str]:
    head = content[:_LOOKED]
    for found in (*_META.finditer(head), *_XML.finditer(head)):
        if name := _known(found[1].decode("ascii")):
            yield name


def _known(name: str) -> str:
    """The name as Python has it; "" for one that it does not have, or that is no encoding of text."""
    name = _WIDER.get(name.strip().lower(), name.strip())
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return ""
    return codec.name if codec._is_text_encoding and codec.name not in _NONE else ""


def _guessed(content: bytes) -> str:
    """A page with single bad bytes in it is still what it says; one that says nothing is what it looks most like."""
    from charset_normalizer import from_bytes

    told = next(_told(content), "")
    if told:
        return content.decode(told, "replace")
    best = from_bytes(content[: 2**16]).best()
    return content.decode(best.encoding if best else "utf-8", "replace")

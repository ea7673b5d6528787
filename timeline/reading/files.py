"""The bytes of a file as text, or one line that says why not."""

from __future__ import annotations

from pathlib import Path

from timeline.errors import InputError


def read_text(path: Path) -> str:
    """The whole text, line ends as they are; a byte order mark is no part of it.

    Raises InputError for a file that is missing, empty, or not UTF-8 text.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise InputError(path, expected="a file of that name, but there is none") from None
    except OSError as error:
        raise InputError(path, expected=f"a file that can be read ({error.strerror})") from None
    return decode(content, str(path))


def decode(content: bytes, where: str) -> str:
    """UTF-8 as text."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError(where, expected=f"text in UTF-8, but line {line} holds other bytes") from None
    if "\0" in text:
        raise InputError(where, expected="text, but this is binary")
    if not text.strip():
        raise InputError(where, expected="text, but this is empty")
    return text

"""What a library raises on a broken file, as one line of ours. What it cannot raise there is a mistake of this program,
and shows as one."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from timeline.errors import InputError

Item = TypeVar("Item")
Errors = tuple[type[Exception], ...]
# Of files and what is packed in them.
PACKED: Errors = (OSError, EOFError, zlib.error)
# Of parsers of large formats, beside errors of their own: they look up, reckon and convert what a broken file says.
PARSED: Errors = (
    *PACKED, ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, NotImplementedError,
    SyntaxError, TypeError, ValueError, struct.error,
)  # fmt: skip


@contextmanager
def shielded(where: str, expected: str, errors: Errors) -> Iterator[None]:
    """Raises InputError for these errors.

    >>> with shielded("a.pdf", "a PDF that can be read", PARSED):
    ...     int("x")
    Traceback (most recent call last):
    timeline.errors.InputError: a.pdf: expected a PDF that can be read, but it is damaged (invalid literal for int() ...
    """
    try:
        yield
    except errors as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise InputError("", where, f"{expected}, but it is damaged ({reason[:120]})") from None


def hushed(items: Iterable[Item]) -> Iterator[Item]:
    """The items, while what a library warns of in between is told to nobody: what matters is raised."""
    rest = iter(items)
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            item = next(rest, None)
        if item is None:
            return
        yield item

"""What a library raises on a broken file, as one line of ours."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from timeline.errors import InputError

Item = TypeVar("Item")


@contextmanager
def shielded(where: str, expected: str) -> Iterator[None]:
    """Raises InputError for whatever is raised within: parsers of large formats fail in unlisted ways."""
    try:
        yield
    except (InputError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - see above
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

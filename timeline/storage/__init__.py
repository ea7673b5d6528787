"""Tables in and out of files, and what is kept between builds.

The public names are imported when they are first used: a worker process that only reads articles needs no pandas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.storage.parquet import read_timeline, write_timeline

__all__ = ["read_timeline", "write_timeline"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'timeline.storage' has no attribute {name!r}")
    from timeline.storage import parquet

    return getattr(parquet, name)

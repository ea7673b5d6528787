"""A big timeline without its weight: kept once more as Arrow lays it out, mapped into memory, and shared by all
processes that look at it. What nobody looks at, such as the reports of most rows, stays on the disk."""

from __future__ import annotations

from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
from pyarrow import ipc

from timeline.errors import InputError
from timeline.storage.atomic import replacing
from timeline.storage.parquet import SCHEMA_VERSION, STDIN, checked_tables, count_rows, read_timeline
from timeline.table.arrow import from_arrow
from timeline.table.columns import arrow_schema
from timeline.table.schema import check_ids

if TYPE_CHECKING:
    import pandas as pd

BIG = 100_000  # rows; fewer are read into memory
FOLDER = "mapped"  # in the user's cache folder


def open_timeline(path: str | Path, folder: Path | None = None) -> pd.DataFrame:
    """The checked table of `read_timeline`, with the same errors; one of more than BIG rows is mapped.

    folder  where the mapped copy is kept until the file changes; None: in the user's cache folder
    """
    file = Path(path)
    if str(path) == STDIN or not file.is_file() or count_rows(file) <= BIG:
        return read_timeline(path)
    copy = _copy_of(file, folder or _cache())
    try:
        if not copy.exists():
            _make_room(copy)
            _write(file, copy)
    except (InputError, OSError):  # no room, or not ours to write; or the table is wrong, and it is said here
        return read_timeline(path)
    return _mapped(copy)


def _cache() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("tieline", appauthor=False) / FOLDER


def _copy_of(file: Path, folder: Path) -> Path:
    """The name of the copy tells the file, and its state."""
    where, state = str(file.resolve()), file.stat()
    said = f"{state.st_size} {state.st_mtime_ns} {SCHEMA_VERSION}"
    return folder / f"{_hash(where)}-{_hash(said)}.arrow"


def _hash(text: str) -> str:
    return blake2b(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()


def _make_room(copy: Path) -> None:
    """The folder of a copy, without older copies of the same file."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    for old in copy.parent.glob(f"{copy.stem.rpartition('-')[0]}-*.arrow"):
        old.unlink(missing_ok=True)


def _write(file: Path, copy: Path) -> None:
    """Writes the copy, for its user alone: `file` may be so, too."""
    ids: list[pa.Array] = []
    with replacing(copy, mode=0o600) as out:
        with ipc.new_file(out, arrow_schema()) as writer:
            for table in checked_tables(file):
                writer.write_table(table)
                ids += table["event_id"].chunks
        check_ids(pa.chunked_array(ids), str(file))


def _mapped(copy: Path) -> pd.DataFrame:
    return from_arrow(ipc.open_file(pa.memory_map(str(copy))).read_all())

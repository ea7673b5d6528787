"""The tables of others as one timeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from timeline.errors import InputError
from timeline.reading.articles import Unread
from timeline.reading.tables import acled, gdelt, icews, polecat
from timeline.reading.tables.cells import Cells
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.mapped import mapped
from timeline.reading.tables.opened import sheets
from timeline.reading.tables.rows import to_rows
from timeline.reading.tables.sheet import Numbers, Sheet
from timeline.reading.tables.types import OUTSIDE
from timeline.table.columns import arrow_schema
from timeline.table.frame import from_arrow

if TYPE_CHECKING:
    import pandas as pd

LAYOUTS = (*gdelt.LAYOUTS, polecat.LAYOUT, icews.LAYOUT, acled.LAYOUT)
NOBODY, OTHERS, AGAIN = "no actor that we know", "other actors", "an id that stood before"
Found = tuple[pa.RecordBatch, Mapping[str, int], Sequence[InputError]]


@dataclass(frozen=True, slots=True)
class Imported:
    """The table; how many rows are left out, by the reason; and what could not be read."""

    frame: pd.DataFrame
    left_out: Mapping[str, int]
    wrong: tuple[Unread, ...] = ()


def import_events(
    paths: Iterable[str], columns: Mapping[str, str] | None = None, actors: Sequence[str] = ()
) -> Imported:
    """The events in tables of others, each row one event of origin `imported`.

    The format is told by the first line. `columns` says which column of any other table holds what, see `read_map`;
    `actors` are codes of which all take part, other rows are left out. A row that cannot be read is told in `wrong`,
    with file, row and column. Raises InputError for a file that is missing or no such table.
    """
    layouts = (mapped(columns),) if columns else LAYOUTS
    batches, left_out, wrong = list[pa.RecordBatch](), Counter[str](), list[InputError]()
    for path in paths:
        for batch, left, errors in _read(path, layouts, actors):
            batches.append(batch)
            left_out.update(left)
            wrong.extend(errors)
    table = pa.Table.from_batches(batches, arrow_schema())
    once = _once(table)
    left_out[AGAIN] += len(table) - len(once)
    return Imported(from_arrow(_sorted(once)), dict(+left_out), tuple(map(Unread.of, wrong)))


def _read(path: str, layouts: Sequence[Layout], actors: Sequence[str]) -> Iterator[Found]:
    for layout, found in sheets(path, layouts):
        if isinstance(found, InputError):
            yield pa.RecordBatch.from_pylist([], arrow_schema()), {}, [found]
        else:
            cells, left = _wanted(found, layout.read(found), actors)
            prefix = layout.name.split()[0].lower()
            yield to_rows(cells, prefix), left, [found.wrong[row] for row in sorted(found.wrong)]


def _wanted(sheet: Sheet, cells: Cells, actors: Sequence[str]) -> tuple[Cells, Mapping[str, int]]:
    """The cells of the rows that become events, and how many do not."""
    kept = np.ones(len(sheet), dtype=bool)
    kept[list(sheet.wrong)] = False
    left = Counter[str]()
    for reason, fits in (
        (OUTSIDE, pc.is_valid(cells["type"]).to_numpy(zero_copy_only=False)),
        (NOBODY, _count(cells) > 0),
        *((OTHERS, _has(cells, actor)) for actor in actors),
    ):
        left[reason] += int((kept & ~fits).sum())
        kept &= fits
    return {name: array.filter(pa.array(kept)) for name, array in cells.items()}, left


def _count(cells: Cells) -> Numbers:
    """How many actors each row has."""
    lengths = [pc.list_value_length(cells[side]).to_numpy(zero_copy_only=False) for side in ("source", "target")]
    count: Numbers = lengths[0] + lengths[1]
    return count


def _has(cells: Cells, actor: str) -> npt.NDArray[np.bool_]:
    mask = np.zeros(len(cells["id"]), dtype=bool)
    for side in ("source", "target"):
        codes, rows = pc.list_flatten(cells[side]), pc.list_parent_indices(cells[side])
        mask[rows.filter(pc.equal(codes, actor)).to_numpy()] = True
    return mask


def _once(table: pa.Table) -> pa.Table:
    """The first row of each id."""
    ids = table["event_id"].combine_chunks().dictionary_encode()
    _, first = np.unique(ids.indices.to_numpy(), return_index=True)
    return table.take(pa.array(np.sort(first)))


def _sorted(table: pa.Table) -> pa.Table:
    """In the order of every timeline."""
    days = pc.fill_null(table["date_start"], date.min)  # open beginnings come first
    keys = pa.table({"day": days, "id": table["event_id"]})
    return table.take(pc.sort_indices(keys, sort_keys=[("day", "ascending"), ("id", "ascending")]))

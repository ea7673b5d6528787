"""The file of a table, its format told by what is in it, and its rows some thousands at a time."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.csv as arrow_csv

from timeline.errors import InputError
from timeline.reading.tables.layout import Layout
from timeline.reading.tables.sheet import Numbers, Sheet
from timeline.reading.tables.unpacked import BLOCK, file_at, table_stream

ANY = "a table of GDELT, ICEWS, POLECAT or ACLED, or any CSV with --map FIELD=COLUMN,..."
DELIMITERS = "\t,;"


@dataclass(frozen=True, slots=True)
class Form:
    """How the file at hand is written."""

    layout: Layout
    delimiter: str
    columns: tuple[str, ...]
    header: int  # lines of it
    quoted: bool  # whether a cell in quotation marks may hold what else ends a cell


def form_of(stream: io.BufferedReader, path: str, layouts: Sequence[Layout]) -> Form:
    """How a table is written, by its first line. Raises InputError where no layout fits."""
    line = stream.peek(BLOCK).split(b"\n", 1)[0].decode(errors="replace").rstrip("\r")
    if not line.strip():
        raise InputError("", path, f"{ANY}, but this is empty")
    delimiter = max(DELIMITERS, key=line.count)
    cells = _cells(line, delimiter, path)
    quoted = delimiter != "\t" or line.startswith('"')
    for layout in layouts:
        if layout.fits(cells):
            return Form(layout, delimiter, layout.columns or tuple(cells), 0 if layout.columns else 1, quoted)
    raise InputError(", ".join(cells[:6]), f"{path}, row 1", ANY)


def _cells(line: str, delimiter: str, path: str) -> list[str]:
    """Tables between tabs, as these projects write them, have quotation marks around all cells or none."""
    if delimiter == "\t":
        return [cell.strip('"') for cell in line.split(delimiter)]
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error as error:
        raise InputError("", f"{path}, row 1", f"{ANY}, but it cannot be read ({error})") from None


def sheets(path: str, layouts: Sequence[Layout]) -> Iterator[tuple[Layout, Sheet | InputError]]:
    """The rows of a table, and in their place those that have too many cells or too few."""
    file = file_at(path)
    try:
        with table_stream(file) as stream:
            form = form_of(stream, file.where, layouts)
            yield from ((form.layout, found) for found in _sheets(stream, file.where, form))
    except pa.ArrowException as error:
        raise InputError("", file.where, f"{ANY}; this cannot be read to its end ({_first_line(error)})") from None


def _sheets(stream: io.BufferedReader, path: str, form: Form) -> Iterator[Sheet | InputError]:
    bad: list[arrow_csv.InvalidRow] = []

    def skip(row: arrow_csv.InvalidRow) -> str:
        bad.append(row)
        return "skip"

    done, told = form.header, 0
    for batch in _batches(stream, form, skip):
        skipped = {row.number for row in bad}
        numbers = _numbers(done, batch.num_rows, skipped)
        yield Sheet(batch, numbers, path)
        done = int(numbers[-1]) if len(numbers) else done
        for row in bad[told:]:
            what = f"{row.expected_columns} cells, as in other rows, but there are {row.actual_columns}"
            yield InputError(row.text.split(form.delimiter)[0], f"{path}, row {row.number}", what)
        told = len(bad)


def _numbers(done: int, count: int, skipped: set[int]) -> Numbers:
    """The numbers in the file of the next `count` rows."""
    candidates = np.arange(done + 1, done + 1 + count + len(skipped), dtype=np.int64)
    return candidates[~np.isin(candidates, list(skipped))][:count]


def _batches(
    stream: io.BufferedReader, form: Form, skip: Callable[[arrow_csv.InvalidRow], str]
) -> Iterator[pa.RecordBatch]:
    parse = arrow_csv.ParseOptions(
        delimiter=form.delimiter,
        quote_char='"' if form.quoted else False,
        newlines_in_values=form.quoted,
        invalid_row_handler=skip,
    )
    read = arrow_csv.ReadOptions(
        column_names=list(form.columns), skip_rows=form.header, block_size=BLOCK, use_threads=False
    )
    convert = arrow_csv.ConvertOptions(
        column_types=dict.fromkeys(form.columns, pa.string()), strings_can_be_null=False, check_utf8=False
    )
    yield from arrow_csv.open_csv(stream, read, parse, convert)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__

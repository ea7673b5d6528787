"""An exported CSV."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from pyarrow import csv

from timeline.errors import InputError
from timeline.storage.back.values import from_text
from timeline.storage.export.as_csv import SELECTION
from timeline.storage.export.cells import FOR_READERS
from timeline.storage.export.formulas import as_it_was
from timeline.table.columns import COLUMNS

_TYPES = {column.name: column.type for column in COLUMNS}


def read(content: bytes, where: str) -> dict[str, list[Any]]:
    """The columns; raises InputError where quotes or lines do not come out."""
    try:
        table = csv.read_csv(
            pa.BufferReader(content),
            read_options=csv.ReadOptions(block_size=max(len(content), 1)),
            parse_options=csv.ParseOptions(newlines_in_values=True),
            convert_options=csv.ConvertOptions(default_column_type=pa.string(), strings_can_be_null=False),
        )
    except pa.ArrowInvalid as error:
        raise InputError(str(error).splitlines()[0], where, "a timeline in CSV, as tieline export writes it") from None
    names = [name for name in table.column_names if name not in (*FOR_READERS, SELECTION)]
    return {name: _column(table[name].to_pylist(), _TYPES.get(name, pa.string())) for name in names}


def _column(texts: list[str], kind: pa.DataType) -> list[Any]:
    return [from_text(as_it_was(text), kind) for text in texts]

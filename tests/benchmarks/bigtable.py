"""Makes a timeline of any size: python tests/benchmarks/bigtable.py 1000000 --out big.parquet

All of it is made up from a seed: eighty years, most events of the last ones; few pairs of states with many events; a
fifth known to the month, the year or a span, some with an open end; two reports of an event on average, up to 300.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[2]))  # as a script it is not in a package

from tests.benchmarks.big.cells import (
    act_columns,
    date_columns,
    dates,
    other_columns,
    place_columns,
    side_columns,
    sides,
)
from tests.benchmarks.big.draws import Drawn, draw_rows
from tests.benchmarks.big.reports import report_columns
from timeline.storage.parquet import write_parquet
from timeline.table.columns import COLUMNS, arrow_schema

STRETCH = 50_000  # rows made at a time


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many rows")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True, help="Parquet")
    asked = parser.parse_args(arguments)
    write_big_table(asked.out, asked.count, asked.seed)
    return 0


def write_big_table(path: Path, count: int, seed: int = 1) -> None:
    """Writes the table, some rows at a time: it takes 500 MB, whatever the number."""
    with path.open("wb") as file:
        write_parquet(file, big_batches(count, seed))


def big_table(count: int, seed: int = 1) -> pa.Table:
    """The table in memory."""
    return pa.Table.from_batches(big_batches(count, seed), schema=arrow_schema())


def big_batches(count: int, seed: int = 1) -> Iterator[pa.RecordBatch]:
    """The rows, in the order of the table; the same count and seed give the same."""
    drawn = draw_rows(count, np.random.default_rng(seed))
    for number, start in enumerate(range(0, count, STRETCH)):
        yield _batch(drawn.slice(start, start + STRETCH), np.random.default_rng([seed, number]))


def _batch(drawn: Drawn, chance: np.random.Generator) -> pa.RecordBatch:
    known, who = dates(drawn), sides(drawn)
    cells = date_columns(drawn, known, chance) | act_columns(drawn, who, chance)
    cells |= side_columns(drawn, who, chance) | place_columns(who, chance) | other_columns(drawn, chance)
    cells |= report_columns(drawn, known, who, cells, chance)
    arrays = [_typed(cells[column.name], column.type, column.values) for column in COLUMNS]
    return pa.RecordBatch.from_arrays(arrays, schema=arrow_schema())


def _typed(array: pa.Array, kind: pa.DataType, values: tuple[str, ...]) -> pa.Array:
    """The array as the schema wants it; states with all values that the column can have."""
    if not values:
        return array.cast(kind)
    numbers = pa.compute.index_in(array, pa.array(values))
    return pa.DictionaryArray.from_arrays(numbers, pa.array(values))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

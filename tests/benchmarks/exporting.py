"""What an export costs: processor time and memory by format, on a made-up table.

python tests/benchmarks/exporting.py 100000 csv json parquet
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from tests.benchmarks.bigtable import write_big_table
from timeline.storage import read_timeline
from timeline.storage.export import FORMATS, About, Rows, export_rows, format_named


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many rows")
    parser.add_argument("formats", nargs="*", default=[format.name for format in FORMATS])
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.parquet"
        write_big_table(path, asked.count)
        frame = read_timeline(path)
    for name in asked.formats:
        print(_cost(Rows(frame), name), flush=True)
    return 0


def _cost(rows: Rows, name: str) -> str:
    process, format = psutil.Process(), format_named(name)
    format.writer()
    before, began, peak = process.memory_info().rss, time.process_time(), [0]
    ticking = Rows(rows.frame, tick=lambda _: peak.append(process.memory_info().rss))
    with tempfile.TemporaryFile() as file:
        export_rows(ticking, format, file, About())
        size = file.seek(0, 2)
    seconds = time.process_time() - began
    rate, more = len(rows) / seconds, max(0, max(peak) - before)
    return f"{name}: {seconds:.1f} s, {rate:,.0f} rows/s, {size / 1e6:.0f} MB written, {more / 1e6:.0f} MB more memory"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

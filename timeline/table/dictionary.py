"""The data dictionary, `data/README.md`, made from the columns and the event types themselves.

`python -m timeline.table.dictionary` writes it anew; a test says when that is due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa

from timeline.model.plover import definitions
from timeline.table.columns import COLUMNS, REPORT, Column

HOME = Path(__file__).parents[2] / "data" / "README.md"
INTRODUCTION = """\
# The data, and what each column means

`curated/` holds events that people wrote down with their sources, `articles/` short news briefs that the program
reads; [PROVENANCE.md](PROVENANCE.md) says where they come from and how they were checked. `tieline build` makes one
table of them, plain Parquet, one row an event, whose columns are described here. This page is made by
`python -m timeline.table.dictionary`, from the same definitions as the table itself.
"""
TABLE = """\
Rows are sorted by `date_start`, then `event_id`; a row whose beginning is open comes first. `date_start` and
`date_end` are both *inclusive*, and empty where that end is open: `date_edtf` says which. A month is never its first
day. Lists are lists in Parquet and JSON; in CSV and XLSX they are joined by `; `, and `articles` becomes two columns,
`sources` and `addresses`, beside a column (CSV) or a sheet (XLSX) with all that is known of each report. A text in CSV
that a spreadsheet would take for a formula begins with an apostrophe.
"""
REPORTS = """\
Each item of `articles` is one report, with these fields; `trigger`, `date` and `actors` are spans of its text.
`event_id` and `status` are those of the event as this report alone tells it: an announcement stays `planned` beside
the report of what it announced. `joined` says to which other report it was found alike, by what score, what was
needed, and in what; it is empty for the report that founded the row. `copies` are articles that print the same text,
word for word or nearly so: they are no reports of their own.
"""
SCALE = """\
PLOVER (Open Event Data Alliance), the definitions in our own words. The score is on the scale of Goldstein (1992),
from -10 (conflict) to +10 (cooperation). Quads: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
4 material conflict.
"""
_KINDS = {"date32[day]": "date", "bool": "true or false", "float": "number", "double": "number", "string": "text"}


def data_dictionary() -> str:
    """The whole page, in Markdown."""
    columns = _table(("column", "type", "empty?", "what it holds"), map(_column, COLUMNS))
    fields = _table(("field", "type"), ((f"`{field.name}`", _kind(field.type)) for field in REPORT))
    types = _table(("type", "quad", "score", "modes", "what it is"), _types())
    parts = (
        INTRODUCTION, "## Columns\n", TABLE, columns, "### Reports\n", REPORTS, fields,
        "## Event types\n", SCALE, types,
    )  # fmt: skip
    return "\n".join(parts)


def _column(column: Column) -> tuple[str, ...]:
    values = f" One of {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
    return f"`{column.name}`", _kind(column.type), "may be" if column.nullable else "", column.about + values


def _types() -> Iterator[tuple[str, ...]]:
    for kind, told in definitions().items():
        modes = ", ".join(f"`{mode}`" for mode in told.modes)
        yield f"`{kind.value}`", str(int(kind.quad)), f"{told.score:+.1f}", modes, f"{told.label}. {told.definition}"


def _kind(kind: pa.DataType) -> str:
    """An Arrow type in words."""
    if pa.types.is_list(kind):
        return f"list of {_kind(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "fields " + ", ".join(f"`{field.name}`" for field in kind) if kind != REPORT else "reports"
    if pa.types.is_dictionary(kind):
        return "state"
    return "whole number" if pa.types.is_integer(kind) else _KINDS[str(kind)]


def _table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(header)
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    HOME.write_text(data_dictionary(), encoding="utf-8")

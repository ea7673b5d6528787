"""`tieline import`: the event table of another project, as a timeline."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import known_actors
from timeline.cli.report import STDOUT, Aside, count, report_aside

if TYPE_CHECKING:
    from pandas import DataFrame

    from timeline.reading.tables import Imported

Tables = Annotated[
    list[str],
    typer.Argument(
        metavar="TABLE...",
        help="A GDELT export, an ICEWS, POLECAT or ACLED file, or any CSV with --map; also in a zip or gzip file; "
        "- is standard input.",
    ),
]
Map = Annotated[
    str,
    typer.Option(
        "--map",
        metavar="FIELD=COLUMN,...",
        help="For any other CSV, which column holds what: date=when,source=who,type=kind at least; also target, mode, "
        "id, title, summary, persons, place, lat, lon, publisher, url, published, quote, confidence.",
        show_default=False,
    ),
]


def import_(
    tables: Tables,
    *,
    out: Annotated[str, typer.Option(metavar="FILE", help="The timeline to write; - is standard output.")],
    columns: Map = "",
    actor: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only events that all of these are in: RUS,PRK.")
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 if a row could not be read.")] = False,
) -> None:
    """Turn the event tables of others into a timeline, to look at, export and compare.

    Their types become types of PLOVER, by way of CAMEO; the format is told by what is in the file.
    """
    from timeline.reading.tables import import_events
    from timeline.storage import write_timeline
    from timeline.storage.parquet import parquet_bytes

    found = import_events(tables, read_columns(columns), known_actors(actor, "--actor"))
    if out == STDOUT:
        sys.stdout.buffer.write(parquet_bytes(found.frame))
    else:
        write_timeline(found.frame, out)
    aside = tell_of(found, out)
    print(f"{last_line(found, aside)}: {out}", file=sys.stderr if out == STDOUT else sys.stdout)
    if not len(found.frame) or (strict and aside.count):
        raise typer.Exit(1)


def read_columns(words: str) -> Mapping[str, str] | None:
    """The map of the command line; None where none is given."""
    from timeline.reading.tables import read_map

    return read_map(words) if words else None


def read_any(path: str, columns: str = "") -> DataFrame:
    """A timeline: one of ours, or the table of another project, told apart by what is in the file."""
    from timeline.reading.tables import import_events, is_table
    from timeline.storage import read_timeline
    from timeline.storage.back import is_own_csv

    if is_own_csv(Path(path)) or not is_table(path):
        return read_timeline(path)
    found = import_events([path], read_columns(columns))
    tell_of(found, STDOUT)
    return found.frame


def tell_of(found: Imported, out: str) -> Aside:
    """Names the rows that could not be read: on stderr, or where they are many, in a file beside OUT."""
    return report_aside(((each.where, each.reason) for each in found.wrong), out)


def last_line(found: Imported, aside: Aside) -> str:
    """How many rows became events, and why others did not."""
    left = [f"{number} left out: {reason}" for reason, number in found.left_out.items()]
    where = f" ({aside.file})" if aside.file else ""
    return "; ".join([f"{count(len(found.frame), 'event')}, {aside.count} set aside{where}", *left])

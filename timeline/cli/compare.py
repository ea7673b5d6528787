"""`tieline compare`: our timeline beside another, or beside the event table of another project."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.comparison import for_people
from timeline.cli.report import count
from timeline.cli.tables import Map, read_any

if TYPE_CHECKING:
    from pandas import DataFrame


def compare(
    ours: Annotated[str, typer.Argument(metavar="OURS", help="A timeline that `tieline build` wrote.")],
    theirs: Annotated[
        str, typer.Argument(metavar="THEIRS", help="Another one, or a table that `tieline import` reads.")
    ],
    *,
    columns: Map = "",
    within: Annotated[
        int, typer.Option(min=0, max=3660, metavar="DAYS", help="How far apart the days of one event may be.")
    ] = 31,
    out: Annotated[
        str, typer.Option(metavar="FILE", help="Write the pairs, and what each lacks, as CSV.", show_default=False)
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Say which events both have, how many days apart they date them, and what each lacks.

    Two rows may be one event if the same two sides are in it, whoever acts, the act is alike, and the days are near.
    """
    from timeline.table.compared import compare as compared
    from timeline.table.compared import listed, summary

    frames = read_any(ours), read_any(theirs, columns)
    found = compared(*frames, within)
    figures = summary(found, *frames)
    if out:
        lines = listed(found, *frames)
        _write(lines, out)
        print(f"{count(len(lines), 'line')}: {out}", file=sys.stderr)
    if as_json:
        print(json.dumps(asdict(figures), default=str))
    elif out != "-":
        for_people(figures, ours, theirs)


def _write(lines: DataFrame, out: str) -> None:
    from timeline.storage.atomic import replacing_or_out
    from timeline.storage.export.formulas import harmless

    texts: DataFrame = lines.select_dtypes("string")
    safe = lines.assign(**texts.map(harmless, na_action="ignore"))
    with replacing_or_out(out) as file:
        file.write(safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig"))

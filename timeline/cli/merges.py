"""`tieline explain events.parquet ID`: the reports of a row, and why each was taken for one of the same event."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from timeline.cli.words import visible
from timeline.errors import InputError
from timeline.figures.marks import records, resolved
from timeline.figures.words import STATUS_WORDS, date_words, day_words
from timeline.model import Status
from timeline.storage import read_timeline

LABEL = 14  # cells
Row = Mapping[str, Any]
Line = tuple[str, str]


def rows_of(timeline: str, ids: Sequence[str]) -> list[Row]:
    """The rows that have these ids, or reports with these ids. Raises InputError for an id that nothing has."""
    frame = read_timeline(timeline)
    if not ids:
        raise InputError(timeline, expected="the id of an event after it, such as the table and the dashboard show")
    found = [resolved(frame, id) for id in ids]
    for id, row in zip(ids, found, strict=True):
        if row not in set(frame["event_id"]):
            raise InputError(id, timeline, "the id of an event in this timeline, or of one of its reports")
    by_id = {row["event_id"]: row for row in records(frame[frame["event_id"].isin(found)], list(frame.columns))}
    return [by_id[id] for id in dict.fromkeys(found)]


def for_people(rows: Sequence[Row]) -> None:
    """A block for each row: what it is, then each report with its sentence and why it is one of them."""
    console = Console(highlight=False, soft_wrap=True)
    for number, row in enumerate(rows):
        title = f"{date_words(row['date_edtf'])}: {row['title']}"
        console.print("\n" * bool(number), Text(visible(title), "bold underline"), sep="")
        for line in _about(row):
            console.print(_line(line))
        for report in row["articles"]:
            console.print("\n", Text(visible(f"  “{report['quote']}”"), "bold"), sep="")
            for line in _report(report):
                console.print(_line(line))


def _line(line: Line) -> Text:
    return Text(f"  {line[0]:{LABEL}}", "dim").append(visible(line[1]), "default")


def _about(row: Row) -> Iterator[Line]:
    yield "event", row["event_id"]
    yield "status", STATUS_WORDS[row["status"]].lower() + ", not confirmed by any report" * row["not_confirmed"]
    if row["disputed"]:
        yield "disputed by", ", ".join(row["disputed_by"]) or "another report"


def _report(report: Row) -> Iterator[Line]:
    published = f", {day_words(report['published'])}" if report["published"] else ""
    yield "report", f"{report['event_id']}: {report['source'] or report['title'] or report['id']}{published}"
    announced = ", announced before" * (report["status"] == Status.PLANNED)
    words = f" (“{report['date']['text']}”)" if report["date"] else ""
    guess = ", a guess" * (report["date_basis"] == "publication")
    yield "tells of", f"{date_words(report['date_edtf'])}{words}{guess}{announced}"
    joined = report["joined"]
    if joined:
        yield "same event as", f"{joined['to']}: {joined['why']}"
        yield "score", f"{joined['score']:.2f}, needed {joined['needed']:.2f}"
    else:
        yield "founding", "the row began with this report"
    if report["copies"]:
        yield "also printed", ", ".join(copy["source"] or copy["id"] for copy in report["copies"])


def as_json(rows: Sequence[Row]) -> None:
    """A list of objects, one row a line, with the columns of the table."""
    lines = (json.dumps(row, ensure_ascii=False, default=str) for row in rows)
    sys.stdout.write("[" + ",\n ".join(lines) + "]\n")

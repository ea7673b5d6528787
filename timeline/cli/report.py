"""What `tieline build` says at its end."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import chain, islice
from typing import TYPE_CHECKING

from timeline.cli.words import visible

if TYPE_CHECKING:
    from timeline.pipeline import Report
    from timeline.storage.places import Place

STDOUT = "-"
FEW = 10  # articles that are set aside, of which each gets a line; more get a file


@dataclass(frozen=True, slots=True)
class Aside:
    """The articles that were set aside: how many, and the file that names them; "" where lines on stderr do."""

    count: int
    file: str = ""


def report_aside(found: Iterator[tuple[str, str]], out: str) -> Aside:
    """Names what was set aside, with the reasons: few on stderr, many in OUT.set-aside.csv; an old such file goes."""
    return _report(found, "set aside", f"{out}.set-aside.csv", out)


def report_days(found: Iterable[tuple[str, str]], out: str) -> None:
    """The same of days of publication that are to be checked, in OUT.dates.csv."""
    days = _report(iter(found), "check the day", f"{out}.dates.csv", out)
    if days.file:
        print(f"tieline: {count(days.count, 'day')} of publication to check: {days.file}", file=sys.stderr)


def _report(found: Iterator[tuple[str, str]], what: str, name: str, out: str) -> Aside:
    from timeline.storage.places import Place

    file = Place(name)
    first = list(islice(found, FEW + 1))
    if len(first) <= FEW or out == STDOUT:
        if out != STDOUT:
            file.remove()
        return Aside(sum(_print(what, where, reason) for where, reason in chain(first, found)))
    return Aside(_write(file, chain(first, found)), file.address)


def _print(what: str, where: str, reason: str) -> int:
    print(visible(f"tieline: {what}: {where}: {reason}"), file=sys.stderr)
    return 1


def _write(file: Place, rows: Iterable[tuple[str, str]]) -> int:
    with file.replaced() as raw:
        lines = TextIOWrapper(raw, "utf-8-sig", newline="", write_through=True)
        writer = csv.writer(lines)
        writer.writerow(("article", "reason"))
        written = [bool(writer.writerow((visible(where), visible(reason)))) for where, reason in rows]
        lines.detach()
    return len(written)


def last_line(report: Report, aside: Aside, out: str) -> str:
    """What there is now, in words."""
    there = report.there
    where = f" ({aside.file})" if aside.file else ""
    words = (
        f"{count(there.articles, 'article')} built",
        f"{count(there.copies, 'copy', 'copies')}",
        f"{aside.count} set aside{where}",
        count(there.events, "event"),
    )
    return ", ".join(words) + (f": {out}" if there.articles else "")


def last_object(report: Report, aside: Aside, out: str) -> str:
    """The same, and more, for programs: one JSON object."""
    there = report.there
    told = {
        "articles": there.articles,
        "copies": there.copies,
        "set_aside": aside.count,
        "events": there.events,
        "merges": there.merges,
        "new": report.new,
        "removed": report.removed,
        "extracted": report.read,
        "edition": report.edition or None,
        "out": out if there.articles else None,
        "set_aside_file": aside.file or None,
        "seconds": {stage: round(seconds, 3) for stage, seconds in report.seconds.items()},
    }
    return json.dumps(told)


def count(number: int, thing: str, things: str = "") -> str:
    """
    >>> count(1, "article"), count(20, "event"), count(0, "copy", "copies")
    ('1 article', '20 events', '0 copies')
    """
    return f"{number} {thing if number == 1 else things or f'{thing}s'}"

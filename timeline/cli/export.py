"""`tieline export`: a timeline, or a part of it, for people and other programs."""

from __future__ import annotations

import sys
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import DAY, members, read_first_day, read_last_day, split
from timeline.errors import InputError
from timeline.model import EventType, Granularity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame

    from timeline.storage.export import About
    from timeline.table.filter import Filter
    from timeline.table.index import Index


Words = list[str] | None
LINKED = MappingProxyType(  # the parameters of an address, and what each holds
    {
        "actor": "the code of an actor",
        "since": DAY,
        "until": DAY,
        "type": f"one of {', '.join(EventType)}",
        "status": f"one of {', '.join(Status)}",
        "disputed": "yes or no",
        "said_by": "a name",
        "confidence": "a number above 0, up to 1",
        "precision": f"one of {', '.join(Granularity)}",
        "publisher": "a name",
        "checked": "yes or no",
        "new_since": "a day or a build, such as 2026-11-24 or 2026-11-24.02",
        "q": "words",
    }
)


def export(
    timeline: Annotated[
        str, typer.Argument(metavar="TIMELINE", help="A file that `tieline build` wrote; - is standard input.")
    ],
    *,
    out: Annotated[str, typer.Option(metavar="FILE", help="File to write; - is standard output.", show_default=False)],
    form: Annotated[str, typer.Option("--format", metavar="NAME", help="Kind of file; else its name tells.")] = "",
    bom: Annotated[bool, typer.Option(help="Begin a CSV so that Excel shows every script.")] = False,
    actor: Annotated[Words, typer.Option(metavar="CODE", help="Only events that all of these are in: RUS,PRK.")] = None,
    since: Annotated[
        date | None, typer.Option("--from", parser=read_first_day, metavar="DATE", help="Not before.")
    ] = None,
    until: Annotated[date | None, typer.Option("--to", parser=read_last_day, metavar="DATE", help="Not after.")] = None,
    kind: Annotated[Words, typer.Option("--type", metavar="TYPE", help="Only these types: CONSULT,AID.")] = None,
    status: Annotated[Words, typer.Option(metavar="STATUS", help="actual, planned, hypothetical, negated.")] = None,
    min_confidence: Annotated[float, typer.Option(min=0, max=1, metavar="SHARE", help="From 0 to 1.")] = 0,
    query: Annotated[str, typer.Option(metavar="TEXT", help="Only events that hold these words.")] = "",
    link: Annotated[str, typer.Option(metavar="URL", help="Filter as this address of the dashboard does.")] = "",
) -> None:
    """Write the events that pass the filter as a file for people or for other programs."""
    from timeline.storage import read_timeline
    from timeline.storage.export import Rows, export_file
    from timeline.table.filter import Filter
    from timeline.table.index import Index
    from timeline.table.selection import select

    _check_format(form)
    kinds, statuses = members(kind, EventType, "--type"), members(status, Status, "--status")
    asked = Filter(split(actor), since, until, kinds, statuses, min_confidence, text=query)
    _check_days(asked, "--from")
    linked = _linked(link) if link else Filter()
    frame = read_timeline(timeline)
    _check_actors(frame, asked.actors, "--actor")
    _check_actors(frame, linked.actors, "--link, actor")
    index = Index(frame)
    about = _about(frame, index, (asked, linked))
    rows = Rows(frame, select(index, asked).among(select(index, linked)))
    export_file(rows, out, about, format=form, bom=bom)
    print(f"{len(rows)} of {len(frame)} events: {out}", file=sys.stderr)


def _about(frame: DataFrame, index: Index, filters: Iterable[Filter]) -> About:
    """What the file says of itself; two filters, of options and of an address, are told one after the other."""
    from timeline.figures.asked import asked_words
    from timeline.storage.export import About
    from timeline.storage.export.about import title_of, versions_of
    from timeline.table.filter import Filter

    words = "; ".join(filter(None, (asked_words(asked, index.names) for asked in filters)))
    address = " ".join(_address(asked) for asked in filters if asked != Filter())
    return About(title_of(index), words, address, total=len(frame), versions=versions_of(frame))


def _address(asked: Filter) -> str:
    from dashboards.state import url_from_filter

    return url_from_filter(asked)


def _check_format(form: str) -> None:
    from timeline.storage.export import FORMATS

    names = [format.name for format in FORMATS]
    if form and form not in names:
        raise typer.BadParameter(f"{form} is none of {', '.join(names)}.", param_hint="--format")


def _linked(link: str) -> Filter:
    """The filter of an address. What the dashboard would pass over is refused: nobody sees here what was left out."""
    from dashboards.state import filter_from_url, not_understood
    from timeline.table.filter import Filter

    for key, value in not_understood(link):
        raise InputError(value, f"--link, {key}", LINKED.get(key, f"one of the filters {', '.join(LINKED)}"))
    asked = filter_from_url(link)
    if asked == Filter():
        raise InputError(link, "--link", "an address of the dashboard with a filter, such as ?actor=RUS&since=2022")
    _check_days(asked, "--link, since")
    return asked


def _check_days(asked: Filter, where: str) -> None:
    if asked.since and asked.until and asked.since > asked.until:
        raise InputError(asked.since, where, f"a day that is not after the last one, {asked.until}")


def _check_actors(frame: DataFrame, actors: tuple[str, ...], where: str) -> None:
    """A code that is in no row is a slip of the hand, or a name: an empty file would not say so."""
    codes = frame["source_codes"].explode().value_counts().index.tolist()
    known = {*codes, *frame["target_codes"].explode()}
    for actor in actors:
        if actor not in known:
            raise InputError(actor, where, f"the code of an actor in this timeline, such as {', '.join(codes[:5])}")

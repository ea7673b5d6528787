"""`tieline export`: a timeline, or a part of it, for people and other programs."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.filters import check_actors, check_days, linked
from timeline.cli.options import members, read_build, read_first_day, read_last_day, split
from timeline.model import EventType, Granularity, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pandas import DataFrame

    from timeline.storage.export import About
    from timeline.table.filter import Filter
    from timeline.table.index import Index


Words = list[str] | None


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
    precision: Annotated[Words, typer.Option(metavar="UNIT", help="Dates known to these: day,month.")] = None,
    said_by: Annotated[Words, typer.Option(metavar="NAME", help="Claimed by one of these.")] = None,
    publisher: Annotated[Words, typer.Option(metavar="NAME", help="Published by one of these.")] = None,
    place: Annotated[Words, typer.Option(metavar="NAME", help="Took place at one of these.")] = None,
    disputed: Annotated[bool | None, typer.Option("--disputed/--undisputed", help="Denied, or contradicted.")] = None,
    checked: Annotated[bool | None, typer.Option("--checked/--unchecked", help="Compared with a source.")] = None,
    new_since: Annotated[
        str, typer.Option(parser=read_build, metavar="BUILD", help="New since a day or build: 2026-11-24.01.")
    ] = "",
    query: Annotated[str, typer.Option(metavar="TEXT", help="Only events that hold these words.")] = "",
    link: Annotated[str, typer.Option(metavar="URL", help="Filter as this address of the dashboard does.")] = "",
) -> None:
    """Write the events that pass the filter as a file for people or for other programs."""
    from timeline.table.filter import Filter

    _check_format(form)
    kinds, statuses = members(kind, EventType, "--type"), members(status, Status, "--status")
    asked = Filter(
        split(actor), since, until, kinds, statuses, min_confidence, query, disputed, tuple(said_by or ()),
        members(precision, Granularity, "--precision"), tuple(publisher or ()), checked, new_since, tuple(place or ()),
    )  # fmt: skip
    check_days(asked, "--from")
    _write(timeline, asked, linked(link) if link else Filter(), out=out, form=form, bom=bom)


def _write(timeline: str, asked: Filter, also: Filter, *, out: str, form: str, bom: bool) -> None:
    """Writes the events that pass both filters, that of the options and that of the address."""
    from timeline.storage import read_timeline
    from timeline.storage.export import Rows, export_file
    from timeline.table.index import Index
    from timeline.table.selection import select

    frame = read_timeline(timeline)
    check_actors(frame, asked.actors, "--actor")
    check_actors(frame, also.actors, "--link, actor")
    index = Index(frame)
    rows = Rows(frame, select(index, asked).among(select(index, also)))
    export_file(rows, out, _about(frame, index, (asked, also)), format=form, bom=bom)
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

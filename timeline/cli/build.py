"""`tieline build`: articles in, a timeline out."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Published, split
from timeline.cli.progress import bar

if TYPE_CHECKING:
    from timeline.pipeline import Built


def build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files or folders; - is standard input.")],
    *,
    out: Annotated[str, typer.Option(help="Where the timeline goes; - is standard output.")] = "events.parquet",
    published: Published = None,
    language: Annotated[str, typer.Option(help="Language of the articles: en, ru, ko ... or auto.")] = "auto",
    focus: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Keep what these are in: RUS,PRK events with both; RUS any with Russia."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit code 1 if an article was set aside.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")] = False,
) -> None:
    """Read articles, and write the timeline of the events that they tell."""
    from timeline import pipeline
    from timeline.reading import read_articles

    articles = read_articles(inputs, published, language)
    with bar("Reading articles") as progress:
        built = pipeline.build(articles, focus=split(focus), progress=progress)
    done = len(articles) - len(built.set_aside)
    if done:
        _write(built, out)
    _report(built, done, out, as_json)
    if not done or (strict and built.set_aside):
        raise typer.Exit(1)


def _write(built: Built, out: str) -> None:
    from timeline.storage import write_timeline
    from timeline.storage.parquet import parquet_bytes

    if out == "-":
        sys.stdout.buffer.write(parquet_bytes(built.frame))
    else:
        write_timeline(built.frame, out)


def _report(built: Built, done: int, out: str, as_json: bool) -> None:
    """One line for each article that was set aside, and a last one with the counts."""
    for article in built.set_aside:
        print(f"tieline: set aside: {article.article_id}: {article.reason}", file=sys.stderr)
    counts = {"articles": done, "set_aside": len(built.set_aside), "events": len(built.frame), "out": out}
    words = "{articles} articles built, {set_aside} set aside, {events} events: {out}".format(**counts)
    print(json.dumps(counts) if as_json else words, file=sys.stderr if out == "-" else sys.stdout)

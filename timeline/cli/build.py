"""`tieline build`: articles in, a timeline out."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Published, read_language, split
from timeline.cli.progress import bar
from timeline.cli.words import visible
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.pipeline import Built

STDOUT, AUTO = "-", "auto"


def _language(text: str) -> str:
    return AUTO if text == AUTO else read_language(text)


Language = Annotated[
    str, typer.Option(parser=_language, metavar="CODE", help="Language of the articles: en, ru, ko ... or auto.")
]


def build(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files or folders; - is standard input.")],
    *,
    out: Annotated[
        str, typer.Option(metavar="FILE", help="The timeline to write; - is standard output.")
    ] = "events.parquet",
    published: Published = None,
    language: Language = AUTO,
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
    from timeline.storage.atomic import check_place

    if out != STDOUT:
        check_place(Path(out))
    codes = _actors(focus)
    articles = read_articles(inputs, published, language)
    with bar("Reading articles") as progress:
        built = pipeline.build(articles, focus=codes, progress=progress)
    done = len(articles) - len(built.set_aside)
    if done:
        _write(built, out)
    _report(built, done, out, as_json)
    if not done or (strict and built.set_aside):
        raise typer.Exit(1)


def _actors(focus: list[str] | None) -> tuple[str, ...]:
    """The codes; one that nobody has is a slip of the hand, or a name: an empty timeline would not say so."""
    from timeline.actors import load_gazetteer

    codes = split(focus)
    for code in codes:
        if load_gazetteer().actor(code) is None:
            raise InputError(code, "--focus", "the code of an actor, such as RUS, PRK or UNO")
    return codes


def _write(built: Built, out: str) -> None:
    from timeline.storage import write_timeline
    from timeline.storage.parquet import parquet_bytes

    if out == STDOUT:
        sys.stdout.buffer.write(parquet_bytes(built.frame))
    else:
        write_timeline(built.frame, out)


def _report(built: Built, done: int, out: str, as_json: bool) -> None:
    """One line for each article that was set aside, and a last one with the counts."""
    for article in built.set_aside:
        print(visible(f"tieline: set aside: {article.article_id}: {article.reason}"), file=sys.stderr)
    aside, events = len(built.set_aside), len(built.frame)
    counts = {"articles": done, "set_aside": aside, "events": events, "out": out if done else None}
    words = f"{_count(done, 'article')} built, {aside} set aside, {_count(events, 'event')}" + f": {out}" * bool(done)
    print(json.dumps(counts) if as_json else words, file=sys.stderr if out == STDOUT else sys.stdout)


def _count(number: int, thing: str) -> str:
    """
    >>> _count(1, "article"), _count(20, "event")
    ('1 article', '20 events')
    """
    return f"{number} {thing}" + "s" * (number != 1)

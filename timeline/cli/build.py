"""`tieline build`: articles in, a timeline out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.options import Published, known_actors, read_language
from timeline.cli.progress import watched
from timeline.cli.report import STDOUT, count, last_line, last_object, report_aside
from timeline.errors import InputError, TimelineError

if TYPE_CHECKING:
    from timeline.pipeline.work import Placed
    from timeline.reading import Unread
    from timeline.storage.store import Store

AUTO, STOPPED = "auto", 130
MUCH = 1_000_000  # bytes of input from which on more processes gain more than their start costs


def _language(text: str) -> str:
    return AUTO if text == AUTO else read_language(text)


Language = Annotated[
    str, typer.Option(parser=_language, metavar="CODE", help="Language of the articles: en, ru, ko ... or auto.")
]
Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files or folders; - is standard input.")]
Out = Annotated[str, typer.Option(metavar="FILE", help="The timeline to write; - is standard output.")]
Focus = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Keep what these are in: RUS,PRK events with both; RUS any with Russia."),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine", metavar="NAME", help="local, processes or dask; auto: processes where the input is large."
    ),
]
Workers = Annotated[int | None, typer.Option(metavar="N", help="Processes to use; as many as there are cores.")]
Scheduler = Annotated[str, typer.Option(metavar="ADDRESS", help="A Dask cluster, such as tcp://10.0.0.1:8786.")]
StoreFile = Annotated[
    str | None, typer.Option("--store", metavar="FILE", help="Where to keep what was done; OUT.build if not given.")
]
Corrections = Annotated[
    str | None, typer.Option(metavar="FILE", help="What people told apart; OUT.corrections if not given.")
]
Add = Annotated[bool, typer.Option("--add", help="Keep the articles of earlier builds that INPUT does not name.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Forget earlier builds.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit code 1 if an article was set aside.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the counts, and the seconds of each stage, as JSON.")]


def build(
    inputs: Inputs,
    *,
    out: Out = "events.parquet",
    published: Published = None,
    language: Language = AUTO,
    focus: Focus = None,
    engine: EngineName = AUTO,
    workers: Workers = None,
    scheduler: Scheduler = "",
    store: StoreFile = None,
    corrections: Corrections = None,
    add: Add = False,
    fresh: Fresh = False,
    strict: Strict = False,
    as_json: AsJson = False,
) -> None:
    """Read articles, and write the timeline of the events that they tell.

    What was done is kept: the same command goes on where it was stopped, and later reads only what is new or changed.
    """
    from timeline.engines import open_engine
    from timeline.pipeline import build_file
    from timeline.storage.atomic import check_place
    from timeline.storage.store.articles import set_aside

    if out != STDOUT:
        check_place(Path(out))
    codes, name = known_actors(focus, "--focus"), _engine(engine, inputs, scheduler)
    articles, apart = _placed(inputs, published, language), _apart(out, corrections)
    with _store(out, store, add, fresh) as kept:
        with _stoppable(kept), open_engine(name, scheduler, workers) as where, watched() as tell:
            report = build_file(articles, out, kept, focus=codes, apart=apart, add=add, engine=where, progress=tell)
        if not report.there.articles:
            _check_one(list(islice(set_aside(kept.db), 2)))
        aside = report_aside(set_aside(kept.db), out)
    words = last_object(report, aside, out) if as_json else last_line(report, aside, out)
    print(words, file=sys.stderr if out == STDOUT else sys.stdout)
    if not report.there.articles or (strict and aside.count):
        raise typer.Exit(1)


def _placed(inputs: list[str], published: date | None, language: str) -> Iterator[Placed | Unread]:
    """The articles, one after the other, with the file and the place in it where each stands."""
    from timeline.pipeline.work import Placed
    from timeline.reading.articles import Options, Unread, find_articles

    found = find_articles(inputs, Options(published, language))
    return (Unread.of(item) if isinstance(item, InputError) else Placed(where, item) for where, item in found)


def _check_one(set_aside: list[tuple[str, str]]) -> None:
    """Where one thing was given, and it cannot be read, that is the error."""
    if len(set_aside) == 1:
        raise TimelineError(": ".join(set_aside[0]))


def _apart(out: str, corrections: str | None) -> tuple[tuple[str, str], ...]:
    from timeline.storage.corrections import apart_pairs, corrections_beside

    if corrections and not Path(corrections).exists():
        raise InputError(corrections, "--corrections", "a file of corrections, but there is none of that name")
    return apart_pairs(corrections or corrections_beside(out))


def _engine(name: str, inputs: list[str], scheduler: str) -> str:
    """What "auto" stands for: a process takes two seconds to start, in which one alone reads a hundred articles."""
    if name != AUTO:
        return name
    if scheduler:
        return "dask"
    from timeline.engines.open import cores

    return "processes" if cores() > 1 and _size(inputs) >= MUCH else "local"


def _size(inputs: list[str]) -> int:
    """Bytes of the input, counted no further than it matters."""
    total = 0
    for path in map(Path, inputs):
        for file in path.rglob("*") if path.is_dir() else [path]:
            total += file.stat().st_size if file.is_file() else 0
            if total >= MUCH:
                return total
    return total


@contextmanager
def _store(out: str, name: str | None, add: bool, fresh: bool) -> Iterator[Store]:
    """The store of this build: the file that is named, else one beside OUT; in memory for standard output."""
    from timeline.storage.store import IN_MEMORY, forget_store, open_store

    path = name or (IN_MEMORY if out == STDOUT else f"{out}.build")
    if add and path == IN_MEMORY:
        raise InputError(STDOUT, "--out", "a file, or --store FILE, to which --add can add")
    if Path(path).resolve() == Path(out).resolve():
        raise InputError(path, "--store", "another file than the timeline itself")
    if fresh and path != IN_MEMORY:
        forget_store(path)
    with open_store(path) as store:
        yield store


@contextmanager
def _stoppable(store: Store) -> Iterator[None]:
    """Ctrl-C ends a build in order: what was done is kept, and a line says how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        print(f"tieline: stopped: {_kept(store)}", file=sys.stderr)
        raise typer.Exit(STOPPED) from None


def _kept(store: Store) -> str:
    if not store.lasting:
        return "nothing is kept, since no --store was given"
    from timeline.storage.store.articles import count_read

    done, total = count_read(store.db)
    return f"{done} of {count(total, 'article')} are kept in {store.path}; the same command goes on"

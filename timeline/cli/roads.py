"""The two roads of `tieline build`: into a file, with a store beside it; and into a folder, in shards."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from timeline.cli.articles import Input
from timeline.cli.progress import watched
from timeline.cli.report import STDOUT, Aside, count, report_aside, report_days
from timeline.errors import InputError, TimelineError

if TYPE_CHECKING:
    from timeline.engines import Engine
    from timeline.pipeline import Report
    from timeline.reading.articles import Options
    from timeline.storage.store import Store

STOPPED = 130
Opened = Callable[[], AbstractContextManager["Engine"]]
Ended = tuple["Report", Aside]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line, checked; `store` is None where none was named."""

    inputs: tuple[str, ...]
    out: str
    options: Options
    focus: tuple[str, ...]
    apart: tuple[tuple[str, str], ...]
    store: str | None = None
    add: bool = False
    fresh: bool = False


def is_folder(inputs: list[str], out: str, engine: str) -> bool:
    """Whether a timeline goes into a folder: OUT is an address, or ends with "/"; on a cluster, any but a .parquet.

    >>> is_folder(["a.jsonl"], "s3://news/timeline", "local"), is_folder(["a.jsonl"], "events.parquet", "dask")
    (True, False)

    Raises InputError where an address is to be read into a file.
    """
    from timeline.storage.places import is_address

    if is_address(out) or out.endswith("/") or (engine == "dask" and out != STDOUT and Path(out).suffix != ".parquet"):
        return True
    for given in filter(is_address, inputs):
        raise InputError(out, "--out", f"an address or a name that ends with /, since {given} is read into a folder")
    return False


def into_file(wish: Wish, engine: Opened) -> Ended:
    """Builds one file; what was done is kept in a store."""
    from timeline.pipeline import build_file
    from timeline.storage.atomic import check_place
    from timeline.storage.store.articles import set_aside

    if wish.out != STDOUT:
        check_place(Path(wish.out))
    given = Input(wish.inputs, wish.options)
    articles = given.articles()
    with _store(wish) as store:
        with _stoppable(lambda: _kept(store)), engine() as where, watched() as tell:
            report = build_file(
                articles, wish.out, store, focus=wish.focus, apart=wish.apart, add=wish.add, engine=where, progress=tell
            )
        report_days(given.doubts, wish.out)
        return _ended(report, lambda: set_aside(store.db), wish.out)


def into_folder(wish: Wish, engine: Opened) -> Ended:
    """Builds a folder of files, by year; what was done is kept in another folder. Workers do all of it."""
    from timeline.pipeline.cluster import Asked, build_folder, read_aside, read_doubts
    from timeline.storage.places import Place

    out = wish.out.rstrip("/")
    work = (wish.store or f"{out}.build").rstrip("/")
    if wish.add:
        raise InputError(wish.out, "--out", "one file, to which --add can add; what goes into a folder is given whole")
    asked = Asked(
        wish.inputs,
        Place(out).everywhere,
        Place(work).everywhere,
        wish.options,
        wish.focus,
        wish.apart,
        wish.fresh,
    )
    with _stoppable(lambda: f"what was done is kept in {work}; the same command goes on"):
        with engine() as where, watched() as tell:
            report = build_folder(asked, where, tell)
        report_days(read_doubts(asked.work), out)
        return _ended(report, lambda: read_aside(asked.work), out)


def _ended(report: Report, aside: Callable[[], Iterator[tuple[str, str]]], out: str) -> Ended:
    """The report, and what was set aside. Where one thing was given, and it cannot be read, that is the error."""
    if not report.there.articles:
        few = list(islice(aside(), 2))
        if len(few) == 1:
            raise TimelineError(": ".join(few[0]))
    return report, report_aside(aside(), out)


@contextmanager
def _store(wish: Wish) -> Iterator[Store]:
    """The store of this build: the file that is named, else one beside OUT; in memory for standard output."""
    from timeline.storage.store import IN_MEMORY, forget_store, open_store

    path = wish.store or (IN_MEMORY if wish.out == STDOUT else f"{wish.out}.build")
    if wish.add and path == IN_MEMORY:
        raise InputError(STDOUT, "--out", "a file, or --store FILE, to which --add can add")
    if Path(path).resolve() == Path(wish.out).resolve():
        raise InputError(path, "--store", "another file than the timeline itself")
    if wish.fresh and path != IN_MEMORY:
        forget_store(path)
    with open_store(path) as store:
        yield store


@contextmanager
def _stoppable(kept: Callable[[], str]) -> Iterator[None]:
    """Ctrl-C ends a build in order: what was done is kept, and a line says how to go on."""
    try:
        yield
    except KeyboardInterrupt:
        print(f"tieline: stopped: {kept()}", file=sys.stderr)
        raise typer.Exit(STOPPED) from None


def _kept(store: Store) -> str:
    if not store.lasting:
        return "nothing is kept, since no --store was given"
    from timeline.storage.store.articles import count_read

    done, total = count_read(store.db)
    return f"{done} of {count(total, 'article')} are kept in {store.path}; the same command goes on"

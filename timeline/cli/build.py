"""`tieline build`: articles in, a timeline out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.articles import Fields, Infer, read_fields
from timeline.cli.options import Published, known_actors, read_language
from timeline.cli.report import STDOUT, last_line, last_object
from timeline.cli.roads import Wish, into_file, into_folder, is_folder
from timeline.errors import InputError

AUTO = "auto"
MUCH = 1_000_000  # bytes of input from which on more processes gain more than their start costs


def _language(text: str) -> str:
    return AUTO if text == AUTO else read_language(text)


Language = Annotated[
    str, typer.Option(parser=_language, metavar="CODE", help="Language of the articles: en, ru, ko ... or auto.")
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...", help="Files, archives, folders, pages (https://...), s3://...; - is standard input."
    ),
]
Out = Annotated[
    str,
    typer.Option(
        metavar="FILE", help="The timeline; folder/ or s3://...: a folder of it by year; - is standard output."
    ),
]
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
    infer: Infer = False,
    language: Language = AUTO,
    fields: Fields = None,
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
    from timeline.reading.articles import Options

    codes, name = known_actors(focus, "--focus"), _engine(engine, inputs, scheduler)
    road = into_folder if is_folder(inputs, out, name) else into_file
    options = Options(published, language, read_fields(fields), infer)
    wish = Wish(tuple(inputs), out, options, codes, _apart(out, corrections), store, add, fresh)
    report, aside = road(wish, lambda: open_engine(name, scheduler, workers))
    words = last_object(report, aside, out) if as_json else last_line(report, aside, out)
    print(words, file=sys.stderr if out == STDOUT else sys.stdout)
    if not report.there.articles or (strict and aside.count):
        raise typer.Exit(1)


def _apart(out: str, corrections: str | None) -> tuple[tuple[str, str], ...]:
    from timeline.storage.corrections import apart_pairs, corrections_beside

    if corrections and not Path(corrections).exists():
        raise InputError(corrections, "--corrections", "a file of corrections, but there is none of that name")
    return apart_pairs(corrections or corrections_beside(out.rstrip("/")))


def _engine(name: str, inputs: list[str], scheduler: str) -> str:
    """What "auto" stands for: a process takes two seconds to start, in which one alone reads a hundred articles."""
    if name != AUTO:
        return name
    if scheduler:
        return "dask"
    from timeline.engines.open import cores
    from timeline.storage.places import is_address

    large = any(map(is_address, inputs)) or _size(inputs) >= MUCH
    return "processes" if large and cores() > 1 else "local"


def _size(inputs: list[str]) -> int:
    """Bytes of the input, counted no further than it matters."""
    total = 0
    for path in map(Path, inputs):
        for file in path.rglob("*") if path.is_dir() else [path]:
            total += file.stat().st_size if file.is_file() else 0
            if total >= MUCH:
                return total
    return total

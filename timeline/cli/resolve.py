"""`tieline resolve`: the time expressions of a text, marked, dated and explained."""

from __future__ import annotations

import sys
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from timeline.cli.options import Published, read_language


class Form(StrEnum):
    """How the expressions are printed."""

    TABLE = "table"
    JSON = "json"
    TIMEML = "timeml"


class Source(NamedTuple):
    """The text, the day in its source's own head, and its name there."""

    text: str
    published: date | None = None
    name: str = ""


def resolve(
    text: Annotated[
        str | None,
        typer.Argument(help="The text, or a TimeML file NAME.tml; - reads standard input.", show_default=False),
    ] = None,
    *,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read the text from a file.", show_default=False)
    ] = None,
    published: Published = None,
    language: Annotated[
        str, typer.Option(parser=read_language, metavar="CODE", help="Language of the text: en, ru, ko ...")
    ] = "en",
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Say why: the rule, the day counted from, the direction, what else it could be."
        ),
    ] = False,
    form: Annotated[Form, typer.Option("--format", help="For people, or for programs.")] = Form.TABLE,
) -> None:
    """Mark each time expression, and say which days it names, how precisely, and why."""
    if explain and form is Form.TIMEML:
        raise typer.BadParameter("TimeML has no place for reasons: table or json.", param_hint="--explain")
    source = _source(text, file)
    day = published or source.published
    if explain:
        _explain(source.text, day, language, form)
    else:
        _print(source, day, language, form)


def _print(source: Source, published: date | None, language: str, form: Form) -> None:
    from timeline.cli import mentions, timeml
    from timeline.dates import find_dates

    found = find_dates(source.text, published, language)
    if form is Form.TIMEML:
        timeml.print_timeml(source.text, found, published, language, source.name)
    else:
        (mentions.for_people if form is Form.TABLE else mentions.as_json)(source.text, found, published)


def _explain(text: str, published: date | None, language: str, form: Form) -> None:
    from timeline.cli import reasons
    from timeline.dates.explain import explain_dates

    found = explain_dates(text, published, language)
    (reasons.for_people if form is Form.TABLE else reasons.as_json)(found, published)


def _source(text: str | None, file: Path | None) -> Source:
    """The text, from the one place that was named."""
    from timeline.reading.articles import STDIN
    from timeline.reading.files import decode, read_text
    from timeline.reading.timeml import SUFFIX, read_timeml

    if text is not None and file:
        raise typer.BadParameter("Give a text or --file, not both.", param_hint="TEXT")
    if text is None and not file:
        raise typer.BadParameter("Give a text, or --file, or - for standard input.", param_hint="TEXT")
    path = file or Path(text or "")
    if path.suffix == SUFFIX and (file or "\n" not in (text or "")):
        document = read_timeml(path)
        return Source(document.text, document.published, document.id)
    if STDIN in (text, str(file)):
        return Source(decode(sys.stdin.buffer.read(), "standard input"))
    if file:
        return Source(read_text(file))
    return Source(decode((text or "").encode(errors="surrogateescape"), "TEXT"))  # as the shell gave it

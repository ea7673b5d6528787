"""`tieline resolve`: the time expressions of a text, marked, dated and explained."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from timeline.cli.options import Published, read_language
from timeline.model import DateMention


class Form(StrEnum):
    """How the expressions are printed."""

    TABLE = "table"
    JSON = "json"
    TIMEML = "timeml"


def resolve(
    text: Annotated[str | None, typer.Argument(help="The text; - reads standard input.", show_default=False)] = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Read the text from a file.", show_default=False)
    ] = None,
    published: Published = None,
    language: Annotated[
        str, typer.Option(parser=read_language, metavar="CODE", help="Language of the text: en, ru, ko ...")
    ] = "en",
    form: Annotated[Form, typer.Option("--format", help="For people, or for programs.")] = Form.TABLE,
) -> None:
    """Mark each time expression, and say which days it names, how precisely, and why."""
    from timeline.dates import find_dates

    words = _words(text, file)
    mentions = find_dates(words, published, language)
    _printers()[form](words, mentions, published)


def _words(text: str | None, file: Path | None) -> str:
    """The text, from the one place that was named."""
    from timeline.reading.articles import STDIN
    from timeline.reading.files import decode, read_text

    if text is not None and file:
        raise typer.BadParameter("Give a text or --file, not both.", param_hint="TEXT")
    if text is None and not file:
        raise typer.BadParameter("Give a text, or --file, or - for standard input.", param_hint="TEXT")
    if STDIN in (text, str(file)):
        return decode(sys.stdin.buffer.read(), "standard input")
    if file:
        return read_text(file)
    return decode((text or "").encode(errors="surrogateescape"), "TEXT")  # as the shell gave it


def _printers() -> Mapping[Form, Callable[[str, list[DateMention], date | None], None]]:
    from timeline.cli import mentions

    return {Form.TABLE: mentions.for_people, Form.JSON: mentions.as_json, Form.TIMEML: mentions.as_timeml}

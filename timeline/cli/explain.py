"""`tieline explain`: why each sentence of an article gave an event or none, and why reports are one event."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.articles import Fields, Infer, read_fields
from timeline.cli.build import AUTO, Language
from timeline.cli.options import Published

if TYPE_CHECKING:
    from timeline.events.account import Account


TIMELINE = ".parquet"


class Form(StrEnum):
    """How the reasons are printed."""

    TABLE = "table"
    JSON = "json"


def explain(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Articles: files or folders; - is standard input. Or a timeline, and ids of events."
        ),
    ],
    *,
    published: Published = None,
    infer: Infer = False,
    language: Language = AUTO,
    fields: Fields = None,
    sentence: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only sentence N of each article, counted from 1.", show_default=False),
    ] = None,
    only: Annotated[
        str, typer.Option(metavar="TEXT", help="Only sentences with these words in them.", show_default=False)
    ] = "",
    form: Annotated[Form, typer.Option("--format", help="For people, or for programs.")] = Form.TABLE,
) -> None:
    """Say of each sentence who and when is named in it, what was found to be done, and why it is an event or none.

    Of an event in a timeline (`tieline explain events.parquet ID`): its reports, and why they are taken for one event.
    """
    from timeline.cli import accounts, merges
    from timeline.events.explain import explain_events
    from timeline.reading import read_articles

    if inputs[0].endswith(TIMELINE):
        (merges.for_people if form is Form.TABLE else merges.as_json)(merges.rows_of(inputs[0], inputs[1:]))
        return
    found = [
        (article, [each for each in explain_events(article) if _is_asked(each, sentence, only)])
        for article in read_articles(inputs, published, language, fields=read_fields(fields), infer_dates=infer)
    ]
    (accounts.for_people if form is Form.TABLE else accounts.as_json)(found)


def _is_asked(account: Account, number: int | None, words: str) -> bool:
    return number in (None, account.number) and words.casefold() in account.sentence.text.casefold()

"""`tieline explain`: why each sentence of an article gave an event, or none."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from timeline.cli.build import AUTO, Language
from timeline.cli.options import Published

if TYPE_CHECKING:
    from timeline.events.account import Account


class Form(StrEnum):
    """How the reasons are printed."""

    TABLE = "table"
    JSON = "json"


def explain(
    inputs: Annotated[list[str], typer.Argument(metavar="FILE...", help="Files or folders; - is standard input.")],
    *,
    published: Published = None,
    language: Language = AUTO,
    sentence: Annotated[
        int | None,
        typer.Option(min=1, metavar="N", help="Only sentence N of each article, counted from 1.", show_default=False),
    ] = None,
    only: Annotated[
        str, typer.Option(metavar="TEXT", help="Only sentences with these words in them.", show_default=False)
    ] = "",
    form: Annotated[Form, typer.Option("--format", help="For people, or for programs.")] = Form.TABLE,
) -> None:
    """Say of each sentence who and when is named in it, what was found to be done, and why it is an event or none."""
    from timeline.cli import accounts
    from timeline.events.explain import explain_events
    from timeline.reading import read_articles

    found = [
        (article, [each for each in explain_events(article) if _is_asked(each, sentence, only)])
        for article in read_articles(inputs, published, language)
    ]
    (accounts.for_people if form is Form.TABLE else accounts.as_json)(found)


def _is_asked(account: Account, number: int | None, words: str) -> bool:
    return number in (None, account.number) and words.casefold() in account.sentence.text.casefold()

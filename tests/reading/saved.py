"""The saved pages of `pages/`, what is true of each, and the table of how they are read.

`python -m tests.reading.saved` prints the table that README.md holds.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from timeline import Article
from timeline.reading import Unread, stream_articles

HERE = Path(__file__).parent
FOLDER = HERE / "pages"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and what is true of it. `keep` are words of its article, `drop` words that are none of it."""

    name: str
    file: str
    shape: str
    published: date
    keep: list[str]
    drop: list[str]
    basis: str = ""
    title: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a page was read: the day and its basis, what is wrong with it, words missing and words too many."""

    page: Page
    published: date | None
    basis: str
    wrong: tuple[str, ...]
    missing: tuple[str, ...]
    extra: tuple[str, ...]


def load_pages() -> list[Page]:
    """The pages in the order of the file."""
    told = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))
    return [Page(name, **facts) for name, facts in told.items()]


def read_page(page: Page) -> Outcome:
    """How the page is read."""
    (found,) = stream_articles([FOLDER / page.file])
    if isinstance(found, Unread):
        return Outcome(page, None, "", (found.reason,), tuple(page.keep), ())
    missing = tuple(words for words in page.keep if words not in found.text)
    extra = tuple(words for words in page.drop if words in found.text)
    return Outcome(page, found.published, found.published_basis, tuple(_wrong(page, found)), missing, extra)


def _wrong(page: Page, found: Article) -> list[str]:
    """What is not as it should be, but the body."""
    wrong = [f"published {found.published}"] if found.published != page.published else []
    wrong += [f"basis {found.published_basis}, not {page.basis}"] if found.published_basis != page.basis else []
    wrong += [f"title “{found.title}”"] if page.title and found.title != page.title else []
    return wrong + ([f"time {found.published_at}"] if page.at and found.published_at != page.at else [])


def table(outcomes: list[Outcome]) -> str:
    """The pages in Markdown: the day and how it was found, and what is wrong; nothing, where all is right."""
    lines = ["| page | shape | published | known by | what is wrong |", "|---|---|---|---|---|"]
    for outcome in outcomes:
        extra = [f"too many: “{words}”" for words in outcome.extra]
        faults = "; ".join((*outcome.wrong, *(f"missing: “{words}”" for words in outcome.missing), *extra))
        page = outcome.page
        lines.append(f"| {page.name} | {page.shape} | {outcome.published} | {outcome.basis} | {faults} |")
    return "\n".join(lines)


if __name__ == "__main__":
    print(table([read_page(page) for page in load_pages()]))
